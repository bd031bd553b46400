"""Cards beside each other: the lines below two items that share a row go to the item that they stand under."""

from collections.abc import Iterator, Sequence

from matcher.papers.anchors import anchor_in
from matcher.papers.groups import rubriek_of
from matcher.sheets import Row

_SAME_START = 6.0  # points or signs: a line starts in the column of a card
_FAR = 2.4  # heights of a line: further down is another card


def without_neighbours(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows; a row of cards comes card by card, each with the lines below it.

    A figure below one card must never stand beside the level of the card next to it.

    Args:
        rows: rows as they stand on the pages.
    """
    place = 0
    while place < len(rows):
        row = rows[place]
        cuts = cells_with_items(row) if row.table is None else []
        place += 1
        if not cuts:
            yield row
            continue
        edges = [row.cells[cut].left - _SAME_START for cut in cuts]
        below = 0
        while place + below < len(rows) and _is_below(rows[place + below], row, edges):
            below += 1
        cards: list[list[Row]] = [[] for _ in range(len(edges) + 1)]
        for line in rows[place - 1 : place + below]:
            for at, card in enumerate(cards):
                own = tuple(cell for cell in line.cells if sum(cell.left >= edge for edge in edges) == at)
                if own:
                    card.append(line.with_cells(own))
        for card in cards:
            yield from card
        place += below


def _is_below(line: Row, row: Row, edges: Sequence[float]) -> bool:
    """Answer whether a line belongs to the cards of a row: it starts no item and nothing crosses from card to card."""
    if line.table is not None or line.page != row.page or line.gap > _FAR or rubriek_of(line.text) is not None:
        return False
    if any(cell.left < edge < cell.right for cell in line.cells for edge in edges):
        return False
    return all(anchor_in(line.with_cells(line.cells[at:]), None) is None for at in range(len(line.cells)))


def cells_with_items(row: Row) -> list[int]:
    """Answer the cells in which another item starts, as in a table with two items beside each other.

    Args:
        row: a row that starts with an item.

    Returns:
        The places of those cells; empty for a row with one item.
    """
    first = anchor_in(row, None)
    if first is None or not first.is_sure:
        return []
    cuts = []
    seen = set(first.codes.values())
    for place in range(max(first.code_cell, first.name_cell) + 1, len(row.cells)):
        other = anchor_in(row.with_cells(row.cells[place:]), None) if row.cells[place].text else None
        starts = other is not None and other.is_sure and min(other.code_cell, other.name_cell) == 0
        if other is None or not starts or (other.written is None and first.written is not None):
            continue
        if seen.isdisjoint(other.codes.values()):
            seen |= set(other.codes.values())
            cuts.append(place)
    return cuts
