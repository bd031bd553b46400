"""Pages printed in two columns, like a newspaper: each is read by itself, and where that is not clear all is asked."""

from collections.abc import Sequence
from itertools import groupby

from matcher.papers.anchors import anchor_in
from matcher.papers.groups import rubriek_of
from matcher.sheets import Cell, Row

_NEAR = 6.0  # points or signs: items that start this near to each other start at one left edge
_APART = 0.3  # of the width of the page: left edges this far from each other are those of two columns
_STARTS_FROM = 2  # so many items make a left edge; one with its number will do
_SAME = 14.0  # points: a sign in front of an item stands this far in front of its words
_WHITE = 2.0  # points in front of the second column without words
_LOOSE = 1.6  # heights of a line: more white than this divides the head of a page from the columns below it


def in_page_columns(rows: Sequence[Row]) -> tuple[list[Row], frozenset[int]]:
    """Answer the rows with pages of two columns read one column after the other, and the pages where that is doubtful.

    A page has two columns when items start at two left edges far apart. A line across both is a heading: what stands
    above it is read first. Another line across both, between items, makes the page doubtful.

    Args:
        rows: the rows of one form as they stand on the pages, not yet put together.

    Returns:
        The rows, and the numbers of the pages on which no level may be sure.

    Example:
        >>> def row(*cells):
        ...     return Row(1, tuple(Cell(text, left, left + 90) for left, text in cells))
        >>> page = [row((0, "4.13 Tillen"), (300, "5.1 Zitten")), row((9, "1 - licht beperkt"), (309, "0 - normaal"))]
        >>> [each.text for each in in_page_columns(page)[0]]
        ['4.13 Tillen', '1 - licht beperkt', '5.1 Zitten', '0 - normaal']
    """
    found: list[Row] = []
    doubtful: set[int] = set()
    for page, part in groupby(rows, key=lambda row: row.page):
        own = list(part)
        edge = _second_edge(own)
        if edge is None:
            found += own
            continue
        top = _top(own, edge, is_first=page == rows[0].page)
        found += own[:top]
        last = max(place for place, row in enumerate(own) if _items_at(row, edge))
        for at, row in enumerate(own[top : last + 1], start=top):
            if _is_across(row, edge) and row.table is None and rubriek_of(row.text) is None and at > top:
                doubtful.add(page)
        found += [row for zone in _zones(own[top:], edge) for row in _column_by_column(zone, edge)]
    return found, frozenset(doubtful)


def _second_edge(rows: Sequence[Row]) -> float | None:
    """Answer where the second column of a page starts, or None on a page with one."""
    cells = [cell for row in rows if row.table is None for cell in row.cells if cell.text]
    if not cells:
        return None
    width = max(cell.right for cell in cells)
    far = min(cell.left for cell in cells) + _APART * width
    if not any(cell.left >= far for cell in cells):
        return None
    near = [cell.left for cell in cells if cell.left < far and _starts_item(cell)]
    if not near:
        return None
    starts = sorted((cell for cell in cells if cell.left >= min(near) + _APART * width), key=lambda cell: cell.left)
    edges = _edges([cell for cell in starts if _starts_item(cell)])
    return next((left for left, numbered, count in edges if count >= _STARTS_FROM or numbered), None)


def _edges(starts: Sequence[Cell]) -> list[tuple[float, bool, int]]:
    """Answer each left edge at which items start, whether one has its number, and how many start there."""
    edges: list[list[Cell]] = []
    for cell in starts:
        if edges and cell.left - edges[-1][0].left <= _NEAR:
            edges[-1].append(cell)
        else:
            edges.append([cell])
    return [(edge[0].left, any(_starts_item(cell, numbered=True) for cell in edge), len(edge)) for edge in edges]


def _starts_item(cell: Cell, *, numbered: bool = False) -> bool:
    anchor = anchor_in(Row(1, (cell,)), None)
    return anchor is not None and anchor.is_sure and (anchor.written is not None or not numbered)


def _items_at(row: Row, edge: float) -> bool:
    return row.table is None and any(cell.left >= edge - _NEAR and _starts_item(cell) for cell in row.cells)


def _is_across(row: Row, edge: float) -> bool:
    return row.table is not None or any(
        cell.left < edge - _NEAR and cell.right > edge - _WHITE for cell in row.cells if cell.text
    )


def _top(rows: Sequence[Row], edge: float, *, is_first: bool) -> int:
    """Answer where the columns start: at the first item, and on a further page at the lines that go on above it."""
    top = next(at for at, row in enumerate(rows) if any(_starts_item(cell) for cell in row.cells))
    if is_first:  # a heading may stand above the first item of the second column
        head = max((at + 1 for at, row in enumerate(rows[:top]) if _is_across(row, edge)), default=0)
        starts = (at for at in range(head, top) if any(abs(cell.left - edge) <= _SAME for cell in rows[at].cells))
        return next(starts, top)
    while top and rows[top].gap <= _LOOSE and not _is_across(rows[top - 1], edge):
        top -= 1
    return top


def _zones(rows: Sequence[Row], edge: float) -> list[list[Row]]:
    """Answer the rows between lines across both columns, and each such line by itself."""
    zones: list[list[Row]] = [[]]
    for row in rows:
        if _is_across(row, edge):
            zones += [[row], []]
        else:
            zones[-1].append(row)
    return zones


def _column_by_column(rows: Sequence[Row], edge: float) -> list[Row]:
    if len(rows) == 1 and _is_across(rows[0], edge):
        return list(rows)
    near = [(row, tuple(cell for cell in row.cells if cell.left < edge - _NEAR)) for row in rows]
    far = [(row, tuple(cell for cell in row.cells if cell.left >= edge - _NEAR)) for row in rows]
    return [row.with_cells(cells) for row, cells in (*near, *far) if cells]
