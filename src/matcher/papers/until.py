"""A limit that the doctor gave an end: was it over when the form was drawn up?"""

from datetime import date

from matcher.papers.dates import dates_in
from matcher.papers.found import ItemReading
from matcher.papers.vocabulary import doubt_pattern
from matcher.reference.text_signals import plain


def is_over(item: ItemReading, drawn_up: date | None) -> bool:
    """Answer whether the words beside a score say that it held until a day before the form was drawn up.

    Args:
        item: what was read.
        drawn_up: date of the form; when it is not known, any day may be before it.

    Returns:
        False when no such day is named, also for an item that is not limited.
    """
    text = plain(item.text or "")
    if not any(item.levels):
        return False
    return any(
        drawn_up is None or found.day < drawn_up
        for until in doubt_pattern("until").finditer(text)
        for found in list(dates_in(text[until.end() : until.end() + _DATE_SIGNS]))[:1]
    )


_DATE_SIGNS = 24  # a date stands right behind the word
