"""One person against one segment: what depends on its tables, and which stretches of its rows are in reach."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.domain.capacity import CapacityStatus
from matcher.domain.finding import Outcome
from matcher.domain.vacancy import HoursPerWeek
from matcher.places import distances_km, minutes_by_km
from matcher.vacancies.closing_bits import demand_of_form, stated_of_form
from matcher.vacancies.demands import comparable, speaks, unsettled
from matcher.vacancies.judged import Judge
from matcher.vacancies.person_tables import EXCEEDS, FITS, HoursTable, Packer, PersonTables, confront_one, hours_table
from matcher.vacancies.requirements import closes
from matcher.vacancies.rules import vacancy_rules
from matcher.vacancies.segment import Segment

_TENTHS = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """One person against one segment.

    Attributes:
        forms: packed counts per stated demand; 0 where it says nothing about the person's level.
        form_channel: column of `cells` per stated demand.
        cells: packed counts per occupation, only for channels that some vacancy states: small enough for a near cache.
            After those comes a column of 0, for demands that say nothing about the person's level, and then a column
            per demand that makes a question of the profile: what it takes from the profile.
        hours: what hours a week mean.
        requirement_closed: per set of requirements, whether it closes.
        place_points: points for distance per place.
        in_reach: per place, whether it is not too far; a place that is not known is in reach.
        stretches: first row, end and place of every place in reach that has rows.
        bits: rows of bits that close, of the segment.
        kept: what passes work out of the above and keep for the next pass.
    """

    forms: npt.NDArray[np.int64]
    form_channel: npt.NDArray[np.int64]
    cells: npt.NDArray[np.int64]
    hours: HoursTable
    requirement_closed: npt.NDArray[np.uint8]
    place_points: npt.NDArray[np.int32]
    in_reach: npt.NDArray[np.bool_]
    stretches: npt.NDArray[np.int64]
    bits: npt.NDArray[np.int64]
    kept: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)


def ask(person: PersonTables, segment: Segment) -> Asked:
    """Answer one person against the tables of one segment.

    Args:
        person: the person as tables.
        segment: rows of an index.
    """
    judge, tables = person.judge, segment.tables
    index = judge.seeker.catalogue.channel_index
    pack = Packer.of(judge)
    limits = judge.seeker.story.profile.channels
    demands = [demand_of_form(form) for form in tables.forms]
    spoken = np.array([speaks(demand, limits[demand.channel]) for demand in demands], np.bool_)
    forms = [pack(confront_one(judge, each.channel, comparable(each, limits[each.channel]))) for each in demands]
    limited = [limits[each.channel].status is CapacityStatus.LIMITED for each in demands]
    untold = np.flatnonzero(~spoken & np.array(limited, np.bool_))
    turned = [unsettled(stated_of_form(tables.forms[n])) for n in untold]
    columns = np.array([index[form[0]] for form in tables.forms], np.int64)
    used = np.unique(columns)
    silent = np.zeros((len(person.cells), 1), np.int64)
    usual = person.cells[:, columns[untold]]
    fits, exceeds = (
        np.array([outcome in each for each in turned], np.bool_) for outcome in (Outcome.FITS, Outcome.EXCEEDS)
    )
    questioned = (((usual >> FITS) & 1) & fits) | (((usual >> EXCEEDS) & 1) & exceeds)
    taken = np.where(questioned, usual - np.array([forms[n] for n in untold], np.int64), 0)
    cells = np.concatenate([person.cells[:, used], silent, taken], axis=1)
    places = np.where(spoken, np.searchsorted(used, columns), len(used))
    places[untold] = len(used) + 1 + np.arange(len(untold))
    asked = {each for group in tables.requirements for each in group}
    closing = {each for each in asked if closes(each, judge.seeker.case, judge.seeker.on)}
    points, in_reach = _places(judge, np.array(tables.places, np.float64).reshape(-1, 2))
    start = segment.place_start.astype(np.int64)
    filled = np.flatnonzero(in_reach & (start[1:] > start[:-1]))
    rows = [segment.bits.place[key] for key in person.keys]
    return Asked(
        forms=np.where(spoken, forms, 0).astype(np.int64),
        form_channel=places,
        cells=cells,
        hours=hours_table(judge, _hours(tables.hours)),
        requirement_closed=np.array([not closing.isdisjoint(group) for group in tables.requirements], np.uint8),
        place_points=points,
        in_reach=in_reach,
        stretches=np.stack([start[filled], start[filled + 1], filled], axis=1).astype(np.int64),
        bits=np.array(sorted({row for row in rows if row >= 0}), np.int64),
    )


def _hours(stored: Sequence[tuple[str, str]]) -> list[HoursPerWeek]:
    return [HoursPerWeek(Decimal(least), Decimal(most)) for least, most in stored]


def _places(judge: Judge, points: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.bool_]]:
    """Answer points and reach per place, the same as the judge gives one by one."""
    reach, count = judge.seeker.reach, len(points)
    if reach.start is None:
        return np.zeros(count, np.int32), np.ones(count, np.bool_)
    km = distances_km(reach.start, points[:, 0], points[:, 1])
    known = ~np.isnan(km)
    best, low, _ = minutes_by_km(reach.transport)
    tenths = np.minimum(np.round(np.where(known, km, 0.0) * _TENTHS).astype(np.int64), len(best) - 1)
    levels = vacancy_rules(judge.seeker.on)["distance"]["levels"]
    lines = np.array([int(level["up_to_minutes"]) for level in levels])
    by_level = np.array([int(level["points"]) for level in levels], np.int32)
    found = np.where(known, by_level[np.searchsorted(lines, best[tenths])], 0).astype(np.int32)
    return found, ~known | (low[tenths] * 2 <= reach.minutes_per_day)
