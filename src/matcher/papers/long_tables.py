"""A long table with a row for every choice, and a column that says which one holds: only the chosen rows are kept."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from matcher.papers.vocabulary import pattern
from matcher.reference.text_signals import plain
from matcher.sheets import Cell, Row

_CHOICES_FROM = 2.0  # rows per item: fewer is a table with one row per item
_ROMAN = re.compile(r"(?:VI|IV|V|I{1,3})", re.IGNORECASE)


def without_choices_not_taken(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows; of a table with a row per choice only the chosen ones, and one without score for an item without.

    The columns in front of the name stay out, but for the number of the item.

    Args:
        rows: rows as they stand on the pages.

    Example:
        >>> def row(*texts):
        ...     return Row(1, tuple(Cell(text, at, at + 1) for at, text in enumerate(texts)), table=1)
        >>> made = [row("onderdeel", "keuze", "gekozen"), row("Zitten", "0 norm", "N"), row("Zitten", "1 licht", "J")]
        >>> made += [row("Staan", "0 norm", "J"), row("Staan", "1 licht", "N")]
        >>> [each.text for each in without_choices_not_taken(made)]
        ['onderdeel keuze', 'Zitten 1 licht', 'Staan 0 norm']
    """
    for table, part in groupby(rows, key=lambda row: row.table):
        own = list(part)
        yield from own if table is None else _chosen(own) or own


def _chosen(rows: Sequence[Row]) -> list[Row] | None:
    """Answer the rows that are chosen; None when the table is of another kind."""
    head, body = rows[0], rows[1:]
    titles = [_title(cell) for cell in head.cells]
    marks = [at for at, title in enumerate(titles) if pattern("long_table", "chosen").fullmatch(title)]
    names = [at for at, title in enumerate(titles) if pattern("columns", "name").match(title)]
    if len(marks) != 1 or len(names) != 1 or not body:
        return None
    mark, name = head.cells[marks[0]], head.cells[names[0]]
    signs = [_sign(_in(row, mark)) for row in body]
    if None in signs:
        return None
    groups = [list(each) for _, each in groupby(zip(body, signs, strict=True), key=lambda pair: _in(pair[0], name))]
    if len(body) < _CHOICES_FROM * len(groups):
        return None
    kept = [head.with_cells(tuple(Cell(_title(c), c.left, c.right) for c in head.cells if _stays(c, name, mark)))]
    for group in groups:
        taken = [row for row, sign in group if sign]
        kept += [_as_item(row, head, name, mark) for row in taken] or [
            _as_item(group[0][0], head, name, mark, bare=True)
        ]
    return kept


def _title(cell: Cell) -> str:
    return plain(cell.text).replace("_", " ").strip(" :.?")


def _sign(text: str) -> bool | None:
    """Answer whether a row is chosen; None when its sign says something else."""
    small = plain(text).strip()
    if pattern("long_table", "taken").fullmatch(small):
        return True
    return False if pattern("long_table", "left").fullmatch(small) else None


def _in(row: Row, column: Cell) -> str:
    return " ".join(cell.text for cell in row.cells if cell.left == column.left)


def _stays(cell: Cell, name: Cell, mark: Cell) -> bool:
    return cell.left >= name.left and cell.left != mark.left


def _as_item(row: Row, head: Row, name: Cell, mark: Cell, *, bare: bool = False) -> Row:
    """Answer the row of an item: number and name as one cell, and what stands behind them unless nothing is chosen."""
    numbers = [_in(row, cell) for cell in head.cells if cell.left < name.left and _is_number(cell)]
    roman = len(numbers) > 1 and _ROMAN.fullmatch(numbers[0].strip())
    number = ".".join(numbers) if roman else numbers[-1] if numbers else ""
    first = Cell(f"{number} {_in(row, name)}".strip(), name.left, name.right)
    behind = () if bare else tuple(c for c in row.cells if _stays(c, name, mark) and c.left > name.left)
    return row.with_cells((first, *behind))


def _is_number(cell: Cell) -> bool:
    return pattern("columns", "number").match(_title(cell)) is not None
