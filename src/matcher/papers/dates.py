"""Dates as Dutch and English documents write them, each with the words in front of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from matcher.papers.vocabulary import word_list
from matcher.reference.text_signals import plain

_CENTURY = 2000
_LABEL_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text.

    Attributes:
        day: the date.
        before: the words in front of it, in small letters, since the date before.
        after: the words behind it, up to the next date.
    """

    day: date
    before: str
    after: str


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted(word_list("months"), key=len, reverse=True))
    return re.compile(
        r"(?<![\d.])(?:(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
        rf"|(?P<d2>\d{{1,2}})(?:e|ste)?\s+(?P<name>{months})\.?\s+['\u2019]?(?P<y2>\d{{4}}|\d{{2}})"
        r"|(?P<d3>\d{1,2})\s*[-/.]\s*(?P<m3>\d{1,2})\s*[-/.]\s*['\u2019]?(?P<y3>\d{4}|\d{2}))(?!\d)"
    )


def dates_in(text: str) -> Iterator[Dated]:
    """Yield every date in a text.

    Args:
        text: a line of a document.

    Example:
        >>> [found.day.isoformat() for found in dates_in("Opgesteld op 11 mei 2026, geldig per 18-05-2026")]
        ['2026-05-11', '2026-05-18']
    """
    small = plain(text)
    matches = list(_pattern().finditer(small))
    for place, match in enumerate(matches):
        day = _day(match)
        start = matches[place - 1].end() if place else 0
        end = matches[place + 1].start() if place + 1 < len(matches) else len(small)
        if day is not None:
            yield Dated(day, small[start : match.start()][-_LABEL_LENGTH:], small[match.end() : end])


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year = int(parts["y"] or parts["y2"] or parts["y3"])
    month = word_list("months")[parts["name"]] if parts["name"] else int(parts["m"] or parts["m3"])
    day = int(parts["d"] or parts["d2"] or parts["d3"])
    try:
        return date(year if year > 99 else _CENTURY + year, month, day)  # noqa: PLR2004 two digits
    except ValueError:
        return None
