"""Notes in the margin beside the items: words about the item that they stand beside, and never its score."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from matcher.papers.anchors import anchor_in
from matcher.papers.columns import heading_in
from matcher.papers.grammar import names_a_side, score_at_start
from matcher.papers.groups import joined, rubriek_of
from matcher.papers.vocabulary import doubt_pattern, word_list
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_FAR = 0.55  # of the width of the page: the margin starts at least so far to the right
_SAME = 6.0  # points: notes start at one left edge
_WHITE = 4.0  # points between the main text and the margin
_NOTES_FROM = 3  # so many notes at one edge make a margin


def without_margin(rows: Sequence[Row]) -> list[Row]:
    """Answer the rows with the notes in a margin as an explanation behind the item that they stand beside.

    There is a margin when words start at one edge far to the right beside items and beside the lines below them, when
    no main text reaches into it, and when no item, no heading and no score starts there. A document that says that its
    margin holds scores has none for us.

    Args:
        rows: the rows of one form.
    """
    edge = _edge(rows)
    if edge is None:
        return list(rows)
    found: list[Row] = []
    for _, part in groupby(rows, key=lambda row: row.page):
        note = ""
        for row in part:
            own = tuple(cell for cell in row.cells if cell.left < edge - _SAME)
            beside = " ".join(cell.text for cell in row.cells if cell.left >= edge - _SAME and cell.text)
            if note and own and (_starts(row.with_cells(own))):
                found.append(_note(found[-1], note))
                note = ""
            note = joined(note, beside) if beside else note
            if own:
                found.append(row.with_cells(own))
        if note:
            found.append(_note(found[-1], note))
    return found


def _starts(row: Row) -> bool:
    anchor = anchor_in(row, None)
    return (anchor is not None and anchor.is_sure) or rubriek_of(row.text) is not None


def _note(above: Row, text: str) -> Row:
    first = above.cells[0]
    return Row(above.page, (replace(first, text=f"{word_list('margin_note')} {text}", strong=False),), gap=0.5)


def _edge(rows: Sequence[Row]) -> float | None:
    """Answer where the margin starts, or None when the form has none."""
    lines = [row for row in rows if row.table is None]
    width = max((cell.right for row in lines for cell in row.cells), default=0.0)
    far = [cell for row in lines for cell in row.cells[1:] if cell.left > _FAR * width]
    if len(far) < _NOTES_FROM or any(row.table is not None for row in rows):
        return None
    edge = median(cell.left for cell in far)
    notes = [cell for cell in far if abs(cell.left - edge) <= _SAME]
    if len(notes) < len(far) or any(heading_in(row, None) is not None for row in lines):
        return None
    crossing = any(
        cell.left < edge - _SAME and cell.right > edge - _WHITE
        for row in _with_notes(lines, edge)
        for cell in row.cells
    )
    scored = any((score := score_at_start(cell.text)) is not None and not names_a_side(score) for cell in notes)
    named = sum(_is_item(row, edge) for row in lines)
    told = any(doubt_pattern("margin_holds_scores").search(plain(row.text)) for row in lines)
    return None if crossing or scored or told or named < _NOTES_FROM else edge


def _with_notes(rows: Sequence[Row], edge: float) -> list[Row]:
    return [row for row in rows if any(cell.left >= edge - _SAME for cell in row.cells)]


def _is_item(row: Row, edge: float) -> bool:
    """Answer whether a row starts an item in the main text and has a note beside it."""
    anchor = anchor_in(row, None)
    return anchor is not None and anchor.is_sure and anchor.left < edge - _SAME and len(_with_notes([row], edge)) > 0
