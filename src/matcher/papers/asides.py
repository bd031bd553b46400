"""Items that are only mentioned: in a part about an earlier form, or in the middle of a sentence. They are asked."""

import re
from collections.abc import Sequence

from matcher.papers.anchors import Anchor, anchor_in
from matcher.papers.date_labels import labelled_dates
from matcher.papers.grammar import score_at_start
from matcher.papers.split import title_of
from matcher.papers.vocabulary import doubt_number, doubt_pattern
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_ENDED = re.compile(r"[.:;!?)\]]\W*$")
_ROWS_TO_ITEM = 4  # a heading of a part stands at most so many rows above its first item


def starts_past(rows: Sequence[Row], place: int) -> bool:
    """Answer whether a row is the heading of a part about a form that no longer holds.

    Args:
        rows: the rows of a form.
        place: place of the row.
    """
    small = plain(rows[place].text)
    words = len(small.split())
    headed = words <= doubt_number("past_heading_words_most") and doubt_pattern("past_heading").match(small)
    marked = words <= doubt_number("past_anywhere_words_most") and doubt_pattern("past_anywhere").search(small)
    if not (headed or marked) or doubt_pattern("past_not_heading").search(small) or _is_item(rows[place]):
        return False
    if place and doubt_pattern("unfinished").search(plain(rows[place - 1].text).strip()):
        return False
    least = 1 if doubt_pattern("label_with_date").match(small) else _ROWS_TO_ITEM
    below = rows[place + 1 : place + 1 + least]
    first = next((at for at, row in enumerate(below) if _is_item(row)), None)
    if first is None:
        return False
    return not any(each.family in ("drawn_up", "signed") for each in labelled_dates(below[:first]))


def ends_past(row: Row) -> bool:
    """Answer whether a row is the title of a form, or says that the form that holds goes on below it."""
    return title_of(row) is not None or doubt_pattern("current_heading").match(plain(row.text)) is not None


def _is_item(row: Row) -> bool:
    found = anchor_in(row, None)
    return found is not None and found.is_sure


def is_in_sentence(row: Row, anchor: Anchor, before: Row | None, *, item_above: bool) -> bool:
    """Answer whether an item that a line starts with stands in the middle of a sentence.

    Args:
        row: the line.
        anchor: the item.
        before: the line above it, or None.
        item_above: True when the line above belongs to an item itself.

    Returns:
        True when the line above does not end and this one goes on with it.
    """
    if row.table is not None or before is None or before.table is not None or before.page < row.page - 1:
        return False
    above = plain(before.text).strip()
    if not above or _ENDED.search(above):
        return False
    if doubt_pattern("unfinished").search(above) or doubt_pattern("past").search(above):
        return True
    if anchor.written is None and row.text[:1].islower() and not anchor.before:
        return True
    if item_above or len(above.split()) < doubt_number("sentence_words_least"):
        return False
    score = score_at_start(anchor.rest)
    rest = plain(score.rest if score is not None else anchor.rest).strip(" ,")
    return len(rest.split()) >= doubt_number("rest_words_least")
