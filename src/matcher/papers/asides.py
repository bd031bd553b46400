"""Items that are only mentioned: in a part about an earlier form, or in the middle of a sentence. They are asked."""

import re
from collections.abc import Sequence

from matcher.papers.anchors import Anchor, anchor_in
from matcher.papers.date_labels import labelled_dates
from matcher.papers.grammar import score_at_start
from matcher.papers.groups import rubriek_of
from matcher.papers.row_order import NEAR
from matcher.papers.split import title_of
from matcher.papers.vocabulary import doubt_number, doubt_pattern, pattern, patterns
from matcher.reference.text_signals import plain
from matcher.sheets import Cell, Row

_ENDED = re.compile(r"[.:;!?)\]]\W*$")
_ROWS_SEEN = 3  # one line of a page may have become several rows
_TIGHT = 0.6  # heights of a line: less white than this stands between the lines of one paragraph
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


def starts_other(rows: Sequence[Row], place: int) -> bool:
    """Answer whether a row is the heading of items that do not tell what the person can do at this moment.

    Args:
        rows: the rows of a form.
        place: place of the row.
    """
    row = rows[place]
    small = plain(row.text)
    if sum(bool(cell.text.strip()) for cell in row.cells) != 1 or len(small.split()) > doubt_number("other_words_most"):
        return False
    named = doubt_pattern("other_heading").match(small) or doubt_pattern("other_anywhere").search(small)
    words = row.text.strip()
    if not named or words[0].islower() or words.endswith((".", ";")) or pattern("text_starts").match(small):
        return False  # words about the item above it
    if title_of(row) is not None or _is_item(row):
        return False
    after_item = place > 0 and (_is_item(rows[place - 1]) or rows[place - 1].gap > 0) and row.table is None
    if after_item and row.gap <= _TIGHT and doubt_pattern("other_heading").match(small) is None:
        return False
    below = rows[place + 1 : place + 1 + _ROWS_TO_ITEM]
    first = next((at for at, each in enumerate(below) if _is_item(each)), None)
    if first and _tells_the_outlook(small):
        return False
    return first is not None and not any(rubriek_of(each.text) is not None for each in below[:first])


def _tells_the_outlook(small: str) -> bool:
    """Answer whether a line says what the doctor expects, as a line of the front page and no heading of items."""
    label, _, said = small.partition(":")
    words = patterns("front", "outlook").values()
    return pattern("front", "prognosis").fullmatch(label.strip()) is not None and any(w.search(said) for w in words)


def ends_past(row: Row) -> bool:
    """Answer whether a row is the title of a form, or says that the form that holds goes on below it."""
    return title_of(row) is not None or doubt_pattern("current_heading").match(plain(row.text)) is not None


def _is_item(row: Row) -> bool:
    found = anchor_in(row, None)
    return found is not None and found.is_sure


def is_in_sentence(row: Row, anchor: Anchor, above: Sequence[Row], *, item_above: bool) -> bool:
    """Answer whether an item that a line starts with stands in the middle of a sentence.

    Args:
        row: the line.
        anchor: the item.
        above: the rows above it, the nearest last.
        item_above: True when the row above belongs to an item itself.

    Returns:
        True when the line above does not end and this one goes on with it.
    """
    if row.table is not None or (above and rubriek_of(above[-1].text) is not None):
        return False
    words = plain(_words_above(row, row.cells[min(anchor.code_cell, anchor.name_cell)], above)).strip()
    if not words or _ENDED.search(words):
        return False
    if doubt_pattern("unfinished").search(words) or doubt_pattern("past").search(words):
        return True
    small = row.text[:1].islower() and anchor.name[:1].islower()  # a code of another list may stand in front
    if anchor.written is None and small and not anchor.before:
        return True
    if item_above or len(words.split()) < doubt_number("sentence_words_least"):
        return False
    score = score_at_start(anchor.rest)
    rest = plain(score.rest if score is not None else anchor.rest).strip(" ,")
    return len(rest.split()) >= doubt_number("rest_words_least")


def _words_above(row: Row, cell: Cell, above: Sequence[Row]) -> str:
    """Answer the words right above a cell; those of the line above when nothing starts right above it."""
    near = [each for each in above[-_ROWS_SEEN:] if each.table is None and each.page >= row.page - 1]
    for each in reversed(near):
        words = [other.text for other in each.cells if abs(other.left - cell.left) <= NEAR]
        if words:
            return words[0]
    return near[-1].text if near else ""
