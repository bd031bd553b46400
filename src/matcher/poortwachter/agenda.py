"""The open moments as an agenda file (iCalendar, RFC 5545).

An agenda is often shared. So it holds neutral titles and days only: no case mark, no reason, nothing medical.
"""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta

from matcher.errors import InputError
from matcher.poortwachter.model import Calendar, Moment

_OCTETS_PER_LINE = 75  # RFC 5545 section 3.1


def to_ics(calendar: Calendar) -> str:
    """Answer an agenda file with one whole-day event per open moment.

    Args:
        calendar: what `calendar_for` answered.

    Raises:
        InputError: there is no open moment; an agenda file without events is not valid.
    """
    events = [moment for moment in calendar.moments if moment.status.is_open and moment.agenda_nl]
    if not events:
        raise InputError(
            "Er is geen open moment om in een agenda te zetten. "
            "Staat de eerste ziektedag in het dossier? Zie --format text voor wat er ontbreekt."
        )
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//matcher//kalender//NL", "CALSCALE:GREGORIAN"]
    for moment in events:
        lines += _event(calendar, moment)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(calendar: Calendar, moment: Moment) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(calendar.case_id, moment.code)}"
    yield f"DTSTAMP:{_day(calendar.on)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(moment.due)}"
    yield f"DTEND;VALUE=DATE:{_day(moment.due + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(moment.agenda_nl or '')}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _uid(case_id: str, code: str) -> str:
    """Answer a mark that stays the same, so that a newer file replaces the older event."""
    return f"{hashlib.sha256(f'{case_id}/{code}'.encode()).hexdigest()[:32]}@matcher.invalid"


def _day(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _escaped(text: str) -> str:
    r"""Answer a text value as RFC 5545 section 3.3.11 asks.

    Example:
        >>> print(_escaped("a, b; c\\d"))
        a\, b\; c\\d
    """
    for plain, safe in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        text = text.replace(plain, safe)
    return text


def _folded(line: str) -> Iterator[str]:
    """Cut a line so that no part is over 75 octets and no character is cut in two.

    Example:
        >>> [len(part.encode()) for part in _folded("é" * 60)]
        [74, 47]
    """
    part = ""
    for character in line:
        if len((part + character).encode()) > _OCTETS_PER_LINE:
            yield part
            part = " "
        part += character
    yield part
