"""Vacancies as columns of small whole numbers, with tables of what is said in the same way more than once."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.vacancy import HoursPerWeek, Vacancy
from matcher.vacancies.demands import StatedDemand, stated_demands
from matcher.vacancies.gates import cents
from matcher.vacancies.occupation import occupation_row
from matcher.vacancies.requirements import Requirement, requirements_of
from matcher.vacancies.way_to_work import point_of

NO_DAY = 65535
NONE = 65535
_FIRST_DAY = date(2000, 1, 1)

Words = npt.NDArray[np.uint16]
Longs = npt.NDArray[np.uint32]
Marks = npt.NDArray[np.uint64]

Form = tuple[str, tuple[int | None, ...], tuple[int | None, ...], tuple[int, ...], bool]
"""A stated demand without its evidence: channel, shares, shares with peaks, error, and whether it is asked."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What rows point at: each different thing once.

    Attributes:
        forms: stated demands.
        hours: hours a week, at least and at most, as text of a decimal.
        requirements: sets of licences, certificates and languages.
        places: latitude and longitude; the last row stands for a place that is not known.
    """

    forms: tuple[Form, ...]
    hours: tuple[tuple[str, str], ...]
    requirements: tuple[tuple[Requirement, ...], ...]
    places: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Vacancies as columns, in no special order.

    Attributes:
        tables: what rows point at.
        occupation: row of the catalogue; the number of occupations when it is not known.
        education: level on the working scale, 0 when not stated.
        hours: row of `tables.hours`, `NONE` when not stated.
        wage_least: whole cents an hour, 0 when not stated.
        wage_most: whole cents an hour, 0 when not stated.
        requirement: row of `tables.requirements`; row 0 asks nothing.
        place: row of `tables.places`.
        start: first stated demand of each row, with one more at the end.
        stated: rows of `tables.forms`.
        published: day number, `NO_DAY` when not known.
        expires: day number, `NO_DAY` when not known.
        first_seen: day number.
        last_seen: day number.
        mark: 64 bits of a hash of the id.
    """

    tables: Tables
    occupation: Words
    education: Words
    hours: Words
    wage_least: Words
    wage_most: Words
    requirement: Longs
    place: Longs
    start: Longs
    stated: Words
    published: Words
    expires: Words
    first_seen: Words
    last_seen: Words
    mark: Marks

    def __len__(self) -> int:
        """Answer the number of rows."""
        return len(self.occupation)

    def lengths(self) -> npt.NDArray[np.int64]:
        """Answer the number of stated demands of every row."""
        return self.start[1:].astype(np.int64) - self.start[:-1].astype(np.int64)


@dataclass(slots=True)
class _Numbered:
    """Gives each different value its number."""

    numbers: dict[object, int] = field(default_factory=dict)

    def __call__(self, value: object) -> int:
        return self.numbers.setdefault(value, len(self.numbers))

    def __iter__(self):  # type: ignore[no-untyped-def]  # the values in order, of whatever kind they are
        return iter(self.numbers)


def columns_of(
    vacancies: Sequence[Vacancy],
    catalogue: Catalogue,
    on: date,
    first_seen: Mapping[str, int] | None = None,
    last_seen: Mapping[str, int] | None = None,
) -> Columns:
    """Answer vacancies as columns.

    Args:
        vacancies: as understood; each id once.
        catalogue: the unit groups.
        on: the day on which a feed had them.
        first_seen: day number on which an id was first seen, where that is earlier.
        last_seen: day number on which a feed last had an id, where that is another day.
    """
    forms, hours, places = _Numbered(), _Numbered(), _Numbered()
    requirements = _Numbered()
    requirements(())
    today = day_number(on)
    earlier, latest = first_seen or {}, last_seen or {}
    rows, start, stated = [], [0], []
    for vacancy in vacancies:
        point = point_of(vacancy)
        wage = None if vacancy.wage is None else vacancy.wage.value
        record, work = vacancy.record, occupation_row(catalogue, vacancy.occupation_id)
        rows.append(
            (
                len(catalogue.occupations) if work is None else work,
                0 if vacancy.education_level is None else vacancy.education_level.value,
                NONE if vacancy.hours is None else hours(_hours(vacancy.hours.value)),
                0 if wage is None else max(cents(wage.least), 1),
                0 if wage is None else max(cents(wage.most), 1),
                requirements(requirements_of(vacancy)),
                -1 if point is None else places((point.latitude, point.longitude)),
                NO_DAY if record.published is None else day_number(record.published),
                NO_DAY if record.expires is None else day_number(record.expires),
                earlier.get(record.id, today),
                latest.get(record.id, today),
            )
        )
        asked = stated_demands(vacancy)
        stated += [forms(form_of(asked[code])) for code in sorted(asked)]
        start.append(len(stated))
    table = np.array(rows, np.int64).reshape(len(rows), 11)
    words = {
        name: table[:, n].astype(np.uint16)
        for n, name in enumerate(
            ("occupation", "education", "hours", "wage_least", "wage_most", "", "", "published", "expires")
        )
        if name
    }
    return Columns(
        tables=Tables(tuple(forms), tuple(hours), tuple(requirements), (*places, (float("nan"), float("nan")))),
        requirement=table[:, 5].astype(np.uint32),
        place=np.where(table[:, 6] < 0, len(places.numbers), table[:, 6]).astype(np.uint32),
        start=np.array(start, np.uint32),
        stated=np.array(stated, np.uint16),
        first_seen=table[:, 9].astype(np.uint16),
        last_seen=table[:, 10].astype(np.uint16),
        mark=marks_of(vacancy.record.id for vacancy in vacancies),
        **words,
    )


def joined(parts: Sequence[Columns]) -> Columns:
    """Answer several columns as one, with one set of tables.

    Args:
        parts: columns over the same catalogue.
    """
    forms, hours, places, requirements = _Numbered(), _Numbered(), _Numbered(), _Numbered()
    requirements(())
    moved = []
    for part in parts:
        known = [point for point in part.tables.places if point[0] == point[0]]
        moved.append(
            (
                np.array([forms(form) for form in part.tables.forms], np.uint16),
                np.array([*(hours(each) for each in part.tables.hours)], np.uint16),
                np.array([requirements(each) for each in part.tables.requirements], np.uint32),
                np.array([places(point) for point in known], np.uint32),
            )
        )
    end = len(places.numbers)
    lengths = np.concatenate([np.zeros(1, np.int64), *(part.lengths() for part in parts)])
    return Columns(
        Tables(tuple(forms), tuple(hours), tuple(requirements), (*places, (float("nan"), float("nan")))),
        _all(parts, "occupation"),
        _all(parts, "education"),
        np.concatenate(
            [np.append(to, NONE).astype(np.uint16)[_last(p.hours, to)] for p, (_, to, _, _) in _with(parts, moved)]
        ),
        _all(parts, "wage_least"),
        _all(parts, "wage_most"),
        np.concatenate([to[p.requirement] for p, (_, _, to, _) in _with(parts, moved)]),
        np.concatenate([np.append(to, end).astype(np.uint32)[p.place] for p, (_, _, _, to) in _with(parts, moved)]),
        np.cumsum(lengths).astype(np.uint32),
        np.concatenate([to[p.stated] if len(p.stated) else p.stated for p, (to, _, _, _) in _with(parts, moved)]),
        *(_all(parts, name) for name in ("published", "expires", "first_seen", "last_seen", "mark")),
    )


def taken(columns: Columns, rows: npt.NDArray[np.int64]) -> Columns:
    """Answer some rows of columns, in the order asked; the tables stay as they are.

    Args:
        columns: all rows.
        rows: row numbers.
    """
    lengths = columns.lengths()[rows]
    start = np.concatenate([[0], np.cumsum(lengths)])
    places = (
        np.arange(start[-1]) - np.repeat(start[:-1], lengths) + np.repeat(columns.start[rows].astype(np.int64), lengths)
    )
    plain = {name: getattr(columns, name)[rows] for name in _PLAIN}
    return Columns(tables=columns.tables, start=start.astype(np.uint32), stated=columns.stated[places], **plain)


_PLAIN = (
    "occupation",
    "education",
    "hours",
    "wage_least",
    "wage_most",
    "requirement",
    "place",
    "published",
    "expires",
    "first_seen",
    "last_seen",
    "mark",
)


def _with(parts: Sequence[Columns], moved: list):  # type: ignore[no-untyped-def,type-arg]
    return zip(parts, moved, strict=True)


def _last(numbers: Words, table: Words) -> npt.NDArray[np.int64]:
    return np.where(numbers == NONE, len(table), numbers).astype(np.int64)


def _all(parts: Sequence[Columns], name: str):  # type: ignore[no-untyped-def]
    return np.concatenate([getattr(part, name) for part in parts])


def form_of(stated: StatedDemand) -> Form:
    """Answer a stated demand without what does not change its outcome.

    Args:
        stated: a stated demand.
    """
    demand = stated.demand
    return (demand.channel, demand.within_pct, demand.within_peak_pct, demand.error_pct, stated.asked)


def _hours(hours: HoursPerWeek) -> tuple[str, str]:
    return _plain(hours.least), _plain(hours.most)


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")


def marks_of(ids: Iterable[str]) -> Marks:
    """Answer 64 bits of a hash per id: the order of equals, and the key by which a row is found.

    Args:
        ids: ids of vacancies.
    """
    digests = b"".join(hashlib.blake2b(each.encode("utf-8"), digest_size=8).digest() for each in ids)
    return np.frombuffer(digests, ">u8").astype(np.uint64)


def day_number(day: date) -> int:
    """Answer a day as a small whole number: days since the first of January 2000.

    Args:
        day: the day; one outside the range of a row counts as the nearest one inside.

    Example:
        >>> day_number(date(2000, 1, 2))
        1
    """
    return min(max((day - _FIRST_DAY).days, 0), NO_DAY - 1)


def day_of(number: int) -> date | None:
    """Answer the day of a number; None for `NO_DAY`.

    Example:
        >>> day_of(1)
        datetime.date(2000, 1, 2)
    """
    return None if number == NO_DAY else _FIRST_DAY + timedelta(days=number)
