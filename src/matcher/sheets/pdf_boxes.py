"""Drawn boxes with or without a mark become one sign each, so that a tick reads the same in every file."""

from matcher.sheets.pdf_page import Box, Page, Word
from matcher.sheets.sheet import TICKED, UNTICKED

_MARK_WORDS = frozenset({"x", "X", "✓", "✔", "✕", "✖", "✗", "✘", "●", "•", "■", "v", "V", "×", "√"})
_EDGE_SHARE = 0.9  # points: a box on the lines of a table is a cell


def with_ticks(page: Page) -> Page:
    """Answer the page with a sign in the place of every small drawn box.

    A box counts as ticked when a mark is drawn or typed inside it. A small box that lies on the lines of a table is a
    cell of that table and no box to tick, unless something else is drawn in it.

    Args:
        page: the page.
    """
    boxes = _apart([box for box in page.boxes if not _is_cell(box, page)])
    if not boxes:
        return page
    words = list(page.words)
    marks = [_middle(mark) for mark in page.marks]
    typed = [(word, _middle(word)) for word in words if word.text in _MARK_WORDS]
    for box in boxes:
        inside = [word for word, middle in typed if _within(middle, box)]
        drawn = any(_within(middle, box) for middle in marks)
        for word in inside:
            words.remove(word)
        if inside:
            typed = [each for each in typed if each[0] not in inside]
        sign = TICKED if inside or drawn else UNTICKED
        words.append(Word(sign, box.left, box.top, box.right, box.bottom))
    return Page(page.width, page.height, words, page.edges, page.boxes, page.marks)


def _apart(boxes: list[Box]) -> list[Box]:
    """Answer the boxes, of boxes in the same place only the largest: a border and its filling are one box."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda b: (b.right - b.left) * (b.bottom - b.top), reverse=True):
        middle = _middle(box)
        if not any(_within(middle, other) for other in kept):
            kept.append(box)
    return sorted(kept, key=lambda box: (box.top, box.left))


def _is_cell(box: Box, page: Page) -> bool:
    touching = 0
    for edge in page.edges:
        low, high = (box.left, box.right) if edge.flat else (box.top, box.bottom)
        sides = (box.top, box.bottom) if edge.flat else (box.left, box.right)
        if edge.end - edge.start < 2 * (high - low) or edge.start > low + 1 or edge.end < high - 1:
            continue
        touching += any(abs(edge.at - side) < _EDGE_SHARE for side in sides)
    return touching > 1


def _middle(thing: Box | Word) -> tuple[float, float]:
    return (thing.left + thing.right) / 2, (thing.top + thing.bottom) / 2


def _within(point: tuple[float, float], box: Box) -> bool:
    return box.left - 1 <= point[0] <= box.right + 1 and box.top - 1 <= point[1] <= box.bottom + 1
