"""Rows in the order in which a reader takes them: columns one after the other, one item a row, whole names."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from matcher.papers.anchors import anchor_in, several_in
from matcher.papers.cards import cells_with_items, without_neighbours
from matcher.papers.grammar import is_option
from matcher.papers.groups import grouped, joined
from matcher.sheets import Cell, Row

NEAR = 6.0  # points or signs: cells this near start in the same column
_NAME_LINES = 4
_TWO_COLUMNS_FROM = 3
_NUMBER_WIDTH = 30.0  # points between a number and its name
_LINES_FROM = 8  # so many lines of text make a column
_WORDS_FROM = 5  # a column of text usually has so many words on a line; a column of a table has fewer
_STARTS_FROM = 2  # so many items start in the second column
_APART = 0.22  # of the width of the page


def in_reading_order(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows of a form with one item a row, each with its whole name.

    Args:
        rows: rows as they stand on the pages.
    """
    lines = [line for row in without_neighbours(list(grouped(rows))) for line in _single_items(row)]
    yield from _with_whole_names(_in_order(lines))


def _single_items(row: Row) -> Iterator[Row]:
    """Yield the row, or its parts when one row holds several items."""
    cuts = cells_with_items(row)
    if cuts:
        for start, end in zip([0, *cuts], [*cuts, len(row.cells)], strict=True):
            yield row.with_cells(row.cells[start:end])
        return
    if row.lines:
        starts = [found for line in row.lines if (found := anchor_in(line, None)) is not None and found.is_sure]
        starts = [found for found in starts if abs(found.left - starts[0].left) <= NEAR]  # not a word of another column
        numbered = [found for found in starts if found.written is not None]
        if len(numbered or starts) > 1:
            for line in row.lines:
                yield from _single_items(replace(line, table=None))
            return
    for place, cell in enumerate(row.cells):
        cuts = several_in(cell.text) if len(cell.text) > 12 else []  # noqa: PLR2004 too short for two items
        if cuts:
            ends = [*cuts, len(cell.text)]
            first = replace(cell, text=cell.text[: cuts[0]].rstrip(" ;,"))
            yield row.with_cells((*row.cells[:place], first))
            for start, end in zip(cuts, ends[1:], strict=True):
                part = replace(cell, text=cell.text[start:end].strip().rstrip(";, "))
                last = row.cells[place + 1 :] if end == len(cell.text) else ()
                yield Row(row.page, (part, *last), row.table)
            return
    yield row


def _with_whole_names(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows; a name that goes on in the next line is made whole first."""
    place = 0
    while place < len(rows):
        row, used = rows[place], 1
        anchor = anchor_in(row, None) if row.table is None else None
        while anchor is not None and anchor.written is not None and used < _NAME_LINES and place + used < len(rows):
            below = rows[place + used]
            merged = _merged(row, below)
            found = anchor_in(merged, None) if merged is not None and not is_option(below.text) else None
            if found is None or merged is None or not found.is_sure or len(found.name) <= len(anchor.name):
                break
            row, anchor, used = merged, found, used + 1
        yield row
        place += used


def _merged(row: Row, below: Row) -> Row | None:
    """Answer a row with the line below it in the same columns; None when that line starts something of its own."""
    if below.table is not None or below.gap > 1 or below.page != row.page or anchor_in(below, None) is not None:
        return None
    cells = list(row.cells)
    for cell in below.cells:
        near = [place for place, above in enumerate(cells) if abs(above.left - cell.left) <= NEAR]
        if not near and len(below.cells) == 1:
            near = [0] if len(cells) == 1 else []
        if not near:
            return None
        cells[near[0]] = replace(cells[near[0]], text=joined(cells[near[0]].text, cell.text))
    return row.with_cells(tuple(cells))


def _in_order(rows: list[Row]) -> list[Row]:
    """Answer the rows with pages of two columns read column by column."""
    found: list[Row] = []
    for page in dict.fromkeys(row.page for row in rows):
        own = [row for row in rows if row.page == page]
        split = _second_column(own) or _gutter(own)
        found += own if split is None else _column_by_column(own, split)
    return found


def _second_column(rows: list[Row]) -> float | None:
    width = max((cell.right for row in rows for cell in row.cells), default=0.0)
    rights = []
    for row in rows:
        first = anchor_in(row, None)
        if first is None or not first.is_sure:
            continue
        for place in range(max(first.name_cell, first.code_cell) + 1, len(row.cells)):
            second = anchor_in(row.with_cells(row.cells[place:]), None)
            if second is not None and second.is_sure and second.left > first.left + _APART * width:
                at = place + second.code_cell
                number = row.cells[at - 1]
                beside = second.written is None and re.fullmatch(r"\d{1,2}[.)]?", number.text) is not None
                near = beside and second.left - number.left < _NUMBER_WIDTH
                rights.append(number.left if near else second.left)
                break
    return median(rights) - NEAR if len(rights) >= _TWO_COLUMNS_FROM else None


def _gutter(rows: list[Row]) -> float | None:
    """Answer where the second column of a page of running text starts; None when a page has one column, or a table.

    Both columns hold sentences, items start in the second one too, and between its first and last line nothing
    crosses it.
    """
    lines = [row for row in rows if row.table is None]
    width = max((cell.right for row in lines for cell in row.cells), default=0.0)
    lefts = Counter(round(cell.left) for row in lines for cell in row.cells if cell.left > _APART * width)
    if not lefts:
        return None
    start = lefts.most_common(1)[0][0] - NEAR
    far = [cell for row in lines for cell in row.cells if start <= cell.left <= start + 2 * NEAR]
    near = [cell for row in lines for cell in row.cells if cell.left < start and cell.right <= start]
    if min(len(far), len(near)) < _LINES_FROM or min(map(_usual_words, (far, near))) < _WORDS_FROM:
        return None
    places = [at for at, row in enumerate(lines) if any(cell in far for cell in row.cells)]
    inside = lines[places[0] : places[-1] + 1]
    crossing = any(cell.left < start < cell.right for row in inside for cell in row.cells)
    starts = sum(anchor_in(Row(1, (cell,)), None) is not None for cell in far)
    return None if crossing or starts < _STARTS_FROM else start


def _usual_words(cells: list[Cell]) -> float:
    return median(len(cell.text.split()) for cell in cells)


def _column_by_column(rows: list[Row], split: float) -> list[Row]:
    left, right = [], []
    for row in rows:
        near = tuple(cell for cell in row.cells if cell.left < split)
        far = tuple(cell for cell in row.cells if cell.left >= split)
        if near:
            left.append(row.with_cells(near))
        if far:
            right.append(row.with_cells(far))
    return left + right
