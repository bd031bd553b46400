"""The calendar as Dutch text of 80 columns."""

import textwrap
from collections.abc import Iterator
from itertools import groupby

from matcher.domain.citation import Citation
from matcher.poortwachter.dutch import listed, short_date
from matcher.poortwachter.model import Calendar, Conflict, Moment, Notice, NoticeKind, Status
from matcher.poortwachter.rules import rulebook
from matcher.poortwachter.weeks import week_of
from matcher.reference.dates import date_in_words

_COLUMNS = 80
_STUCK = "\u00a0"  # a space that no line end cuts; an ordinary space in the output
_HANG = " " * 22
_EXPLAINED = frozenset({Status.LATE, Status.DUE, Status.DUE_SOON, Status.NOT_NEEDED})


def to_text(calendar: Calendar) -> str:
    """Answer the calendar as text: what is late or due first, then what comes, what is done, and the sources.

    Args:
        calendar: what `calendar_for` answered.
    """
    return "\n".join(_lines(calendar)) + "\n"


def _lines(calendar: Calendar) -> Iterator[str]:
    yield from _head(calendar)
    yield from _notices(calendar.notices, urgent=True)
    for status in Status:
        yield from _section(status, [moment for moment in calendar.moments if moment.status is status])
    yield from _notices(calendar.notices, urgent=False)
    yield from _conflicts(calendar.conflicts)
    yield from _counting()


def _head(calendar: Calendar) -> Iterator[str]:
    yield f"Kalender re-integratie van {calendar.case_id}"
    yield f"Peildatum: {date_in_words(calendar.on)}{_week_words(calendar)}"
    if calendar.first_sick_day and calendar.end_of_waiting:
        yield f"Eerste ziektedag: {date_in_words(calendar.first_sick_day)}"
        weeks = rulebook().counting.waiting_weeks
        yield f"Einde wachttijd: {date_in_words(calendar.end_of_waiting)} (week {weeks})"


def _week_words(calendar: Calendar) -> str:
    first, end = calendar.first_sick_day, calendar.end_of_waiting
    if first is None or end is None:
        return ""
    if not first <= calendar.on <= end:
        return " (buiten de wachttijd)"
    return f" (week {week_of(first, calendar.on)})"


def _notices(notices: tuple[Notice, ...], *, urgent: bool) -> Iterator[str]:
    kinds = rulebook().notice_kinds_nl
    shown = (item for item in notices if (item.kind is not NoticeKind.INFO) is urgent)
    for kind, group in groupby(shown, key=lambda item: item.kind):
        yield from _title(kinds[kind])
        for item in group:
            source = f" {_source(item.citation)}" if item.citation else ""
            yield from _wrapped(f"{item.text_nl}{source}", first="* ", rest="  ")


def _section(status: Status, moments: list[Moment]) -> Iterator[str]:
    if not moments:
        return
    words = rulebook().statuses_nl[status]
    yield from _title(f"{words.label.capitalize()} ({len(moments)})")
    for group in _folded(moments):
        moment = group[0]
        when = f"{words.sign} {short_date(moment.due)} {_week(moment)}  "
        yield from _wrapped(_row_title(group), first=when)
        if len(group) > 1:
            yield from _wrapped(", ".join(_day(each) for each in group))
        if status in _EXPLAINED:
            yield from _wrapped(f"{moment.why_nl} {_source(moment.citation)}")
        elif status is Status.DONE and moment.done_on and len(group) == 1:
            late = (moment.done_on - moment.due).days
            after = f", {late} {'dag' if late == 1 else 'dagen'} na deze datum" if late > 0 else ""
            yield from _wrapped(f"gedaan op {date_in_words(moment.done_on)}{after}")


def _day(moment: Moment) -> str:
    """Answer the day that it was done or is due, as one word that no line end cuts."""
    day = moment.done_on if moment.status is Status.DONE and moment.done_on else moment.due
    return short_date(day).strip().replace(" ", _STUCK)


def _folded(moments: list[Moment]) -> list[list[Moment]]:
    """Answer the moments with those of one series together, at the place of the first."""
    groups: dict[str, list[Moment]] = {}
    for moment in moments:
        groups.setdefault(moment.series or moment.code, []).append(moment)
    return list(groups.values())


def _row_title(group: list[Moment]) -> str:
    who = [rulebook().parties_nl[party] for party in group[0].who]
    title = group[0].title_nl if len(group) == 1 else f"{group[0].title_nl} en verder ({len(group)} keer)"
    return f"{title} - {listed(who)}" if who else title


def _week(moment: Moment) -> str:
    return f"wk {moment.week:>3}" if moment.week is not None else " " * 6


def _source(citation: Citation) -> str:
    return f"[{rulebook().standings_nl[citation.standing]}: {citation.source}]"


def _conflicts(conflicts: tuple[Conflict, ...]) -> Iterator[str]:
    if not conflicts:
        return
    yield from _title("Waar bronnen verschillen")
    for conflict in conflicts:
        yield from _wrapped(conflict.topic_nl, first="* ", rest="  ")
        for reading in conflict.readings:
            yield from _wrapped(f"{reading.source}: {reading.says_nl}.", first="  - ", rest="    ")
        yield from _wrapped(f"Deze kalender: {conflict.taken_nl}", first="  = ", rest="    ")


def _counting() -> Iterator[str]:
    counting = rulebook().counting
    yield from _title("Hoe wij tellen")
    yield from _wrapped(f"{counting.text_nl} {_source(rulebook().cite(counting.citation))}", first="", rest="")


def _title(words: str) -> Iterator[str]:
    yield ""
    yield words
    yield "-" * len(words)


def _wrapped(words: str, *, first: str = _HANG, rest: str = _HANG) -> list[str]:
    lines = textwrap.wrap(words, _COLUMNS, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return [line.replace(_STUCK, " ") for line in lines]
