"""Lines drawn through or under the words of a page: words that are struck out are gone, underlined ones are strong."""

from dataclasses import replace

from matcher.sheets.pdf_page import Edge, Page, Word

_THROUGH = (0.3, 0.68)  # of the height of a word, from below: a line here strikes it out
_UNDER = (-0.15, 0.27)  # a line here underlines it
_FIT = 3.0  # points: a line under words starts and ends with them; the line of a table goes on
_COVERED = 0.8  # of the width of a word


def with_strokes(page: Page) -> Page:
    """Answer the page without the words that are struck out, and with underlined words as strong.

    Args:
        page: the page.
    """
    flats = sorted((edge for edge in page.edges if edge.flat), key=lambda edge: edge.at)
    if not flats:
        return page
    kept = []
    for word in page.words:
        near = [edge for edge in flats if word.top - word.height <= edge.at <= word.bottom + word.height]
        if any(_height_of(edge, word, _THROUGH) and _fits(edge, word, page.words) for edge in near):
            continue
        under = [edge for edge in near if _height_of(edge, word, _UNDER) and _fits(edge, word, page.words)]
        kept.append(replace(word, strong=True) if under and not word.strong else word)
    return replace(page, words=kept)


def _height_of(edge: Edge, word: Word, wanted: tuple[float, float]) -> bool:
    """Answer whether a line runs along most of a word at a height of it."""
    along = min(edge.end, word.right) - max(edge.start, word.left)
    if along < _COVERED * (word.right - word.left):
        return False
    return wanted[0] <= (word.bottom - edge.at) / max(word.height, 1.0) <= wanted[1]


def _fits(edge: Edge, word: Word, words: list[Word]) -> bool:
    """Answer whether a line starts where a word of this line of text starts, and ends where one ends."""
    line = [each for each in words if abs(each.middle - word.middle) <= word.height / 2]
    starts = any(abs(each.left - edge.start) <= _FIT for each in line)
    return starts and any(abs(each.right - edge.end) <= _FIT for each in line)
