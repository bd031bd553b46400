"""Lines of a table without drawn lines, put together again: rows stand apart by their white space."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from matcher.papers.anchors import anchor_in
from matcher.papers.grammar import is_option
from matcher.papers.vocabulary import patterns
from matcher.reference.text_signals import plain
from matcher.sheets import Cell, Row

_RUBRIEK_LEAD = re.compile(
    r"^\W*(?:rubriek|onderdeel|hoofdstuk|deel|categorie)?\s*(?P<number>vi|iv|v|i{1,3}|[1-6])?\b[\s.:)\-\u2013\u2014]*"
)
_ONLY_RUBRIEK = re.compile(r"^\W*rubriek\s+(?P<number>vi|iv|v|i{1,3}|[1-6])\b[\s.:)\-\u2013\u2014]*(?P<rest>.*)$")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi")
_CLOSE = 0.34  # heights of a line: lines of one row are this near
_NEAR = 6.0  # points: cells this near start in the same column
_MOST_LINES = 8
_ROWS_FROM = 5  # so many rows of more than one line make a table


def rubriek_of(text: str) -> tuple[int, str] | None:
    """Answer the rubriek (1 to 6) that a heading names and the words behind it, or None.

    Example:
        >>> rubriek_of("Rubriek II - Sociaal functioneren: geen beperkingen")
        (2, 'geen beperkingen')
    """
    small = plain(text)
    only = _ONLY_RUBRIEK.match(small)
    lead = _RUBRIEK_LEAD.match(small)
    start = lead.end() if lead else 0
    for place, words in enumerate(patterns("rubriek_words").values(), start=1):
        found = words.match(small, start)
        if found is not None:
            rest = small[found.end() :].strip(" :.-\u2013\u2014()")
            if len(rest.split()) <= 8:  # noqa: PLR2004 a heading, no sentence
                return place, rest
    if only is not None and len(only["rest"].split()) <= 6:  # noqa: PLR2004
        return _number_of(only["number"]), only["rest"]
    return None


def _number_of(written: str) -> int:
    return int(written) if written.isdigit() else _ROMANS.index(written) + 1


def joined(before: str, after: str) -> str:
    """Answer two lines as one text; a word broken at the end of a line becomes whole."""
    if (
        before.endswith("-")
        and before[-2:-1].isalpha()
        and after[:1].islower()
        and after.split(maxsplit=1)[0] not in {"en", "of"}
    ):
        return before[:-1] + after
    return f"{before} {after}".strip() if before.strip() else after


def grouped(rows: Sequence[Row]) -> list[Row]:
    """Answer the rows with the lines of one table row as one row, on pages where rows stand clearly apart.

    It matters where cells are centred: then the number of an item stands beside the second line of its name.

    Args:
        rows: the rows of a form.
    """
    found: list[Row] = []
    for page in dict.fromkeys(row.page for row in rows):
        own = [row for row in rows if row.page == page]
        groups = list(_groups(own))
        whole = [_as_one(group) for group in groups]
        merged = sum(row is not None and len(group) > 1 for row, group in zip(whole, groups, strict=True))
        apart = merged >= _ROWS_FROM and merged * 2 >= sum(len(group) > 1 for group in groups)
        for group, row in zip(groups, whole, strict=True):
            found += [row] if apart and row is not None else group
    return found


def _groups(rows: Sequence[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    for row in rows:
        if group and (row.table is not None or group[-1].table is not None or row.gap > _CLOSE):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _as_one(group: list[Row]) -> Row | None:
    """Answer the lines of a group as one row; None when they hold no item, several, or something else."""
    if len(group) == 1:
        return group[0]
    if len(group) > _MOST_LINES or any(rubriek_of(row.text) or is_option(row.text) for row in group):
        return None
    if sum((found := anchor_in(row, None)) is not None and found.written is not None for row in group) > 1:
        return None
    if max(len(row.cells) for row in group) < 2:  # noqa: PLR2004 running text
        return None
    columns: list[Cell] = []
    for cell in sorted((cell for row in group for cell in row.cells), key=lambda each: each.left):
        if not columns or cell.left - columns[-1].left > _NEAR:
            columns.append(Cell("", cell.left, cell.right))
    for row in group:
        for cell in row.cells:
            place = min(range(len(columns)), key=lambda at: abs(columns[at].left - cell.left))
            known = columns[place]
            columns[place] = Cell(joined(known.text, cell.text), known.left, max(known.right, cell.right))
    whole = replace(group[0], cells=tuple(columns))
    anchor = anchor_in(whole, None)
    return whole if anchor is not None and anchor.is_sure and anchor.written is not None else None
