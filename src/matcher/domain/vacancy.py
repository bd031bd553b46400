"""A vacancy as understood: every fact with the words that it rests on; what the text does not say stays None."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from matcher.domain.demand import Demand

LANGUAGE_CHOICE = " of "
"""Stands between languages of which one is enough, in `Vacancy.languages`."""

Value = TypeVar("Value", covariant=True)  # noqa: PLC0105 reads best without a suffix


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words in the vacancy that a fact rests on.

    Attributes:
        field: part of the record: `title`, `text`, or the name of a field of the feed.
        start: first character in that part, from 0.
        end: one past the last character.
        quote: the words themselves.
    """

    field: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Stated(Generic[Value]):
    """A fact that the vacancy states itself.

    Attributes:
        value: the fact.
        evidence: where it stands.
    """

    value: Value
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class HoursPerWeek:
    """Hours a week that a vacancy offers: at least and at most; equal when one figure is given."""

    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class WagePerHour:
    """Gross wage in EUR per hour, without holiday pay; `most` equals `least` when one figure is given.

    Attributes:
        least: lowest.
        most: highest.
        basis_nl: how it was worked out, in Dutch ("2.400 tot 2.900 euro per maand bij 36 uur").
        assumed: True when the full-time week or the holiday pay had to be assumed.
    """

    least: Decimal
    most: Decimal
    basis_nl: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class WorkPlace:
    """Where the work is.

    Attributes:
        name: place as the catalogue of places spells it.
        latitude: degrees, or None when the place is not known.
        longitude: degrees, or None.
    """

    name: str
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class VacancyRecord:
    """One vacancy as a feed gave it, before understanding.

    Attributes:
        id: stable id: the feed's own, or a hash of what identifies it.
        title: job title as given.
        text: plain text, without markup.
        employer: name as given, or empty.
        place: place as given, or empty.
        postcode: postcode as given, or empty.
        url: address, or empty.
        source: name of the feed or board.
        published: day, or None.
        expires: last day, or None.
        fields: other fields of the feed by our own names (`hours`, `salary`, `education`, `contract`), text as given.
    """

    id: str
    title: str
    text: str
    employer: str = ""
    place: str = ""
    postcode: str = ""
    url: str = ""
    source: str = ""
    published: date | None = None
    expires: date | None = None
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Vacancy:
    """One vacancy, understood. None and empty mean: the vacancy does not say.

    Attributes:
        record: what it was read from.
        occupation_id: occupation that the title was linked to, or None when not sure.
        occupation_probability: chance that the link is right, 0-1.
        hours: hours a week.
        wage: wage in EUR per hour.
        patterns: `evening`, `night`, `weekend`, `shifts`, `on_call`: True asked, False said not to be.
        education_level: level on the working scale 1-7.
        education_direction: direction in words.
        experience_years: years of experience asked; 0 when none is needed.
        licences: codes of driving licences ("B", "C", "CE", "heftruck").
        certificates: other certificates and registrations ("VCA", "BIG").
        languages: languages asked, by Dutch name; a choice of which one is enough is one name (`LANGUAGE_CHOICE`).
        contract: `permanent`, `temporary`, `agency`, `on_call`, `freelance`.
        start: start day in words or as a date.
        home_working: True offered, False ruled out.
        place: where the work is.
        demands: what the text asks per channel, as shares of 0 or 100 per level, with its evidence.
        eased: channels of `demands` of which the text says that the work does not ask (much of) it.
        in_doubt: channels that the text speaks of in words that may ask or deny: neither counts, and it is a question.
    """

    record: VacancyRecord
    occupation_id: str | None = None
    occupation_probability: float = 0.0
    hours: Stated[HoursPerWeek] | None = None
    wage: Stated[WagePerHour] | None = None
    patterns: tuple[tuple[str, Stated[bool]], ...] = ()
    education_level: Stated[int] | None = None
    education_direction: Stated[str] | None = None
    experience_years: Stated[Decimal] | None = None
    licences: tuple[Stated[str], ...] = ()
    certificates: tuple[Stated[str], ...] = ()
    languages: tuple[Stated[str], ...] = ()
    contract: Stated[str] | None = None
    start: Stated[str] | None = None
    home_working: Stated[bool] | None = None
    place: WorkPlace | None = None
    demands: tuple[Stated[Demand], ...] = ()
    eased: tuple[str, ...] = ()
    in_doubt: tuple[Stated[str], ...] = ()
