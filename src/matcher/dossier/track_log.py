"""Read the log of the second track: what was done up to a day, counted, and which work it was about."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.domain.track import Application, Outcome, Partner, Track, Vacancy
from matcher.intake.medical import names_something_medical
from matcher.language import link_title
from matcher.poortwachter import calendar_for

_SHORT_OF_LINK = 1
_REPORT = "progress_report"


@dataclass(frozen=True, slots=True)
class LoggedWork:
    """A proposed vacancy or an application, with the occupation that it is about.

    Attributes:
        date: when.
        title: function as the coach wrote it.
        occupation_id: the occupation; None when the title could not be linked.
        applied: whether it is an application.
    """

    date: date
    title: str
    occupation_id: str | None
    applied: bool


@dataclass(frozen=True, slots=True)
class TrackCounts:
    """How much was done up to a day.

    Attributes:
        contacts: talks and messages, per partner.
        activities: activities, per kind and state.
        vacancies: proposed vacancies, per answer.
        applications: applications, per outcome.
        placements: trial placements and the like, per kind.
    """

    contacts: Mapping[str, int]
    activities: tuple[tuple[str, str], ...]
    vacancies: Mapping[str, int]
    applications: Mapping[str, int]
    placements: Mapping[str, int]


def up_to(track: Track, on: date) -> Track:
    """Answer the log as it was on a day: what lies in the future is left out, an outcome of later is still open.

    Args:
        track: the whole log.
        on: the day.

    Example:
        >>> up_to(Track(), date(2026, 12, 1)).contacts
        ()
    """
    return track.model_copy(
        update={
            "contacts": tuple(c for c in track.contacts if c.date <= on),
            "activities": tuple(a for a in track.activities if a.from_date <= on),
            "vacancies": tuple(v for v in track.vacancies if v.date <= on),
            "applications": tuple(_then(a, on) for a in track.applications if a.date <= on),
            "placements": tuple(p for p in track.placements if p.from_date <= on),
            "agreements": tuple(a for a in track.agreements if a.date <= on),
            "result": track.result if track.result is not None and track.result.date <= on else None,
        }
    )


def _then(application: Application, on: date) -> Application:
    if application.outcome_date is None or application.outcome_date <= on:
        return application
    return application.model_copy(update={"outcome": Outcome.OPEN, "outcome_date": None})


def counts(track: Track) -> TrackCounts:
    """Answer how much is in a log.

    Args:
        track: the log, cut off at a day.
    """
    return TrackCounts(
        contacts=_counted(c.partner for c in track.contacts if c.reached),
        activities=tuple((a.kind.value, a.state.value) for a in track.activities),
        vacancies=_counted(v.answer for v in track.vacancies),
        applications=_counted(a.outcome for a in track.applications),
        placements=_counted(p.kind for p in track.placements),
    )


def _counted(values: Iterable[object]) -> Mapping[str, int]:
    return MappingProxyType(dict(Counter(str(value) for value in values)))


def logged_work(track: Track, catalogue: Catalogue) -> tuple[LoggedWork, ...]:
    """Answer every proposed vacancy and application with its occupation, in order of date.

    A vacancy that was proposed and an application for the same function count as one: the application.

    Args:
        track: the log, cut off at a day.
        catalogue: occupations, to link titles.
    """
    applied = {_name(application.title) for application in track.applications}
    proposed = [v for v in track.vacancies if _name(v.title) not in applied]
    found = [_work(a, catalogue, applied=True) for a in track.applications]
    found += [_work(v, catalogue, applied=False) for v in proposed]
    return tuple(sorted(found, key=lambda work: (work.date, work.title)))


def _name(title: str) -> str:
    return title.casefold().strip()


def _work(entry: Application | Vacancy, catalogue: Catalogue, *, applied: bool) -> LoggedWork:
    return LoggedWork(entry.date, entry.title, _occupation(entry, catalogue), applied)


def _occupation(entry: Application | Vacancy, catalogue: Catalogue) -> str | None:
    if entry.occupation is not None and entry.occupation in catalogue.index:
        return entry.occupation
    link = link_title(entry.title, top=_SHORT_OF_LINK)
    if not link.sure or not link.matches:
        return None
    code = f"isco:{link.matches[0].isco08}"
    return code if code in catalogue.index else None


def safe_title(title: str, words: Mapping[str, Any]) -> str:
    """Answer a function for an employer's eyes; one with a figure, a limit or a medical word is not shown.

    Args:
        title: as the coach wrote it.
        words: the words of the track rules: what is blocked, what is allowed, and what to write instead.

    Example:
        >>> words = {"employer_blocked": ["zonder "], "employer_allowed": [], "hidden_title": "-"}
        >>> safe_title("receptionist", words), safe_title("receptionist zonder tillen", words)
        ('receptionist', '-')
    """
    small = f"{title.casefold()} "
    for allowed in words["employer_allowed"]:
        small = small.replace(allowed, "")
    blocked = any(word in small for word in words["employer_blocked"])
    unsafe = blocked or any(sign.isdigit() for sign in title) or names_something_medical(title)
    return str(words["hidden_title"]) if unsafe else title


def last_contact(track: Track, partner: Partner) -> date | None:
    """Answer the day of the last contact in which someone was reached; None when there was none.

    Args:
        track: the log, cut off at a day.
        partner: with whom.
    """
    return max((c.date for c in track.contacts if c.partner is partner and c.reached), default=None)


@dataclass(frozen=True, slots=True)
class NextDate:
    """A day on which something was agreed, without what was said."""

    day: date
    what_nl: str


def next_dates(case: Case, on: date, partners: frozenset[str] | None = None) -> tuple[NextDate, ...]:
    """Answer the days after `on` on which something was agreed: contacts, agreements, a report and the planned end.

    Args:
        case: the case with its log.
        on: the day.
        partners: only dates with these partners; all when not given.
    """
    track = up_to(case.track, on)

    def seen(partner: Partner) -> bool:
        return partners is None or partner in partners

    report = next(
        (m for m in calendar_for(case, on).moments if m.series == _REPORT and m.status.is_open and m.due > on), None
    )
    days = [(c.next_date, "volgend contact") for c in track.contacts if seen(c.partner)]
    days += [(c.date, "volgend contact") for c in case.track.contacts if c.date > on and seen(c.partner)]
    days += [(a.due, "datum van een afspraak") for a in track.agreements if a.done_on is None and seen(a.partner)]
    days += [(report.due, "voortgangsrapportage")] if report is not None else []
    days += [(track.planned_end, "geplande einddatum")]
    found = {NextDate(day, what) for day, what in days if day is not None and day > on}
    return tuple(sorted(found, key=lambda each: (each.day, each.what_nl)))
