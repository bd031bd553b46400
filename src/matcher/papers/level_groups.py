"""Forms that put the items under a heading per degree: `Licht beperkt:` with the names below it."""

import re
from collections.abc import Sequence

from matcher.papers.anchors import anchor_in
from matcher.papers.choices import has_boxes
from matcher.papers.grammar import is_tick, score_at_start, whole_score
from matcher.papers.groups import rubriek_of
from matcher.papers.vocabulary import doubt_pattern
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_ITEMS_FROM = 2  # so many items without a score below one score make it a heading
_HEADINGS_FROM = 2  # with lines below the items, so many of such scores
_LINES_MOST = 6


def level_headings(rows: Sequence[Row]) -> dict[int, str]:
    """Answer the places of the rows that are headings of a degree, each with its words; empty on another form.

    A row with only a score belongs to the item above it, unless the form shows somewhere that items without a score of
    their own follow such a row.

    Args:
        rows: the rows of a form, in reading order.
    """
    scores = {place: words for place, row in enumerate(rows) if (words := _only_a_score(row))}
    if any(_items_below(rows, place, scores, 0) >= _ITEMS_FROM for place in scores):
        return scores
    below = [_items_below(rows, place, scores, _LINES_MOST) for place in scores]
    several = sum(count >= _ITEMS_FROM for count in below) >= _HEADINGS_FROM and sum(below) > len(below)
    return scores if several else {}


def _only_a_score(row: Row) -> str:
    """Answer the words of a row that is a degree and nothing else; empty for another row."""
    filled = [cell.text for cell in row.cells if cell.text.strip()]
    if len(filled) != 1 or has_boxes(filled[0]):
        return ""
    words = filled[0].strip(" \t:.;-\u2013\u2022*")
    found = whole_score(words)
    if found is not None and found.word:
        return words
    headed = doubt_pattern("level_heading").match(plain(words))
    return headed["level"] if headed is not None else ""


def _items_below(rows: Sequence[Row], place: int, scores: dict[int, str], lines: int) -> int:
    """Answer how many items without a score of their own stand below a row, each with at most so many further lines."""
    count = further = 0
    for at in range(place + 1, len(rows)):
        anchor = None if at in scores else anchor_in(rows[at], None)
        if anchor is not None and anchor.is_sure and not _has_score(rows[at]):
            count, further = count + 1, 0
        elif at in scores or anchor is not None or further >= lines or _starts_other(rows[at]):
            break
        else:
            further += 1
    return count


def _starts_other(row: Row) -> bool:
    """Answer whether a row is the heading of a rubriek, or a score that stands below the name of an item."""
    return rubriek_of(row.text) is not None or score_at_start(row.text) is not None


def _has_score(row: Row) -> bool:
    anchor = anchor_in(row, None)
    if anchor is None:
        return False
    beside = [anchor.rest, *(cell.text for at, cell in enumerate(row.cells) if at > anchor.name_cell)]
    if re.search(r"\w", anchor.before):
        return True
    return any(
        text.strip() and (is_tick(text) or has_boxes(text) or score_at_start(text) is not None) for text in beside
    )
