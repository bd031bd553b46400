"""The pass over a segment in numpy: which rows stay open, and their score. The compiled pass gives the same answers."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.vacancies.asked import Asked
from matcher.vacancies.closing_bits import unpacked_bits
from matcher.vacancies.columns import NONE
from matcher.vacancies.demands import HOURS_CHANNELS
from matcher.vacancies.person_tables import (
    BY_EDUCATION,
    BY_LAW,
    BY_STAGE,
    DOUBTFUL,
    FIGURES,
    FITS,
    LOST,
    NOT_FITTING,
    PersonTables,
)
from matcher.vacancies.segment import (
    COUNT,
    EDUCATION,
    FIRST_SEEN,
    HOURS,
    OCCUPATION,
    WAGE_LEAST,
    WAGE_MOST,
    Segment,
    is_listed,
)

_EIGHT = 0xFF

Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Window:
    """Which vacancies are looked at.

    Attributes:
        day: day number of matching.
        open_days: how long a vacancy without a last day counts after a feed last had it.
        new_since: only rows first seen on this day number or later; 0 for all.
    """

    day: int
    open_days: int
    new_since: int = 0


@dataclass(frozen=True, slots=True)
class Scored:
    """Rows with what they come to.

    Attributes:
        row: row numbers.
        key: score less the wait: the order.
        score: sum of the parts.
    """

    row: Numbers
    key: Numbers
    score: Numbers


def listed_rows(segment: Segment, window: Window, gone: npt.NDArray[np.uint64]) -> Mask:
    """Answer which rows are vacancies on the day: not removed, not expired, and new enough.

    Args:
        segment: the rows.
        window: which vacancies are looked at.
        gone: bits of rows that were removed or replaced.
    """
    return _listed(segment, window, gone, slice(None))


def _listed(segment: Segment, window: Window, gone: npt.NDArray[np.uint64], rows: Numbers | slice) -> Mask:
    """Answer the same for some rows only."""
    held = segment.rows[rows]
    listed = is_listed(held, window.day, window.open_days) & ~unpacked_bits(gone, len(segment))[rows]
    if window.new_since:
        listed &= held[:, FIRST_SEEN] >= window.new_since
    return listed


def places_of(segment: Segment, rows: Numbers) -> Numbers:
    """Answer the place of some rows.

    Args:
        segment: the rows.
        rows: row numbers.
    """
    return np.searchsorted(segment.place_start, rows, side="right") - 1


def closers(segment: Segment, person: PersonTables, asked: Asked, rows: Numbers | slice) -> dict[str, Mask]:
    """Answer per limit which rows it closes, travel apart.

    Args:
        segment: the rows.
        person: the person as tables.
        asked: the person against this segment.
        rows: the rows to look at; `slice(None)` for all, which copies nothing.
    """
    found: dict[str, Mask] = {}
    for key in person.keys:
        place = segment.bits.place[key]
        if place >= 0:
            found[key[0]] = unpacked_bits(segment.bits.bits[place], len(segment))[rows]
    for limit, closed in row_closers(segment, person, asked, rows).items():
        found[limit] = found[limit] | closed if limit in found else closed
    return found


def row_closers(segment: Segment, person: PersonTables, asked: Asked, rows: Numbers | slice) -> dict[str, Mask]:
    """Answer the same for what stands in the rows themselves: hours, wage, level, law, requirements and stage.

    Args:
        segment: the rows.
        person: the person as tables.
        asked: the person against this segment.
        rows: the rows to look at; `slice(None)` for all.
    """
    found: dict[str, Mask] = {}
    held = segment.rows[rows]
    hours = held[:, HOURS]
    known = hours != NONE
    for code, exceeds in zip(HOURS_CHANNELS, asked.hours.exceeds, strict=True):
        if exceeds.any():
            found[code] = np.append(exceeds, False)[np.where(known, hours, len(exceeds))]
    gate = person.gate[held[:, OCCUPATION], held[:, EDUCATION]]
    stated_wage = held[:, WAGE_MOST] > 0
    late_wage = ~stated_wage & (person.wage_gate[held[:, OCCUPATION]] > 0)
    found |= {
        "wage": stated_wage & (held[:, WAGE_MOST] < person.wage_floor),
        "education": (gate & BY_EDUCATION) > 0,
        "law": (gate & BY_LAW) > 0,
        "requirement": asked.requirement_closed[segment.requirement(rows)] > 0,
        "stage": ((gate & BY_STAGE) > 0) | late_wage,
    }
    return found


def open_rows(
    segment: Segment, person: PersonTables, asked: Asked, window: Window, gone: npt.NDArray[np.uint64]
) -> Numbers:
    """Answer which rows nothing closes.

    Args:
        segment: the rows.
        person: the person as tables.
        asked: the person against this segment.
        window: which vacancies are looked at.
        gone: bits of rows that were removed or replaced.
    """
    keep = np.zeros(len(segment), np.bool_)
    for first, end, _ in asked.stretches.tolist():
        keep[first:end] = True
    if len(asked.bits):
        keep &= ~unpacked_bits(np.bitwise_or.reduce(segment.bits.bits[asked.bits], axis=0), len(segment))
    rows = np.flatnonzero(keep)
    rows = rows[_listed(segment, window, gone, rows)]
    left = np.ones(len(rows), np.bool_)
    for closed in row_closers(segment, person, asked, rows).values():
        left &= ~closed
    return rows[left]


def score_rows(segment: Segment, person: PersonTables, asked: Asked, rows: Numbers) -> Scored:
    """Answer the score and the place in the order of some rows.

    Args:
        segment: the rows.
        person: the person as tables.
        asked: the person against this segment.
        rows: row numbers.
    """
    occupation = segment.rows[rows, OCCUPATION].astype(np.int64)
    counts = person.base[occupation] + _corrections(segment, person, asked, rows)
    return scored(segment, person, asked, rows, counts)


def scored(segment: Segment, person: PersonTables, asked: Asked, rows: Numbers, counts: Numbers) -> Scored:
    """Answer the score and the place in the order of rows of which the counts are known.

    Args:
        segment: the rows.
        person: the person as tables.
        asked: the person against this segment.
        rows: row numbers.
        counts: packed counts of each of these rows.
    """
    held = segment.rows[rows].astype(np.int64)
    occupation, education = held[:, OCCUPATION], held[:, EDUCATION]
    weights = person.weights
    score = sum(capacity_points(person, counts)) + person.points[occupation, education] + _wage_points(person, held)
    hours, points = held[:, HOURS], asked.hours.points
    score += np.append(points, 0)[np.where(hours == NONE, len(points), hours)]
    score += asked.place_points[places_of(segment, rows)]
    doubt = ((counts >> DOUBTFUL) & _EIGHT) * weights.doubt_wait
    wait = person.wait[occupation, education] + np.minimum(doubt, weights.doubt_most)
    return Scored(rows, score - wait, score)


def capacity_points(person: PersonTables, counts: Numbers) -> tuple[Numbers, Numbers]:
    """Answer the points for room in the capacity, and those for channels that simply fit.

    Args:
        person: the person as tables.
        counts: packed counts of some rows.
    """
    weights = person.weights
    margin = weights.margin_max * ((counts >> FIGURES) & _EIGHT) // weights.channels
    margin = np.maximum(margin - weights.margin_max * (counts >> LOST) // weights.loss, 0)
    room = np.maximum(weights.open_zero - ((counts >> NOT_FITTING) & _EIGHT), 0)
    fits = ((counts >> FITS) & _EIGHT) > 0
    return margin, np.where(fits, weights.open_max * room // weights.open_zero, 0)


def stated_forms(segment: Segment, rows: Numbers) -> tuple[Numbers, Numbers]:
    """Answer what rows state themselves: for each demand the place of its row in `rows`, and its row of `tables.forms`.

    Args:
        segment: the rows.
        rows: row numbers.
    """
    count = segment.rows[rows, COUNT].astype(np.int64)
    owner = np.repeat(np.arange(len(rows)), count)
    first = np.cumsum(count) - count
    places = np.arange(len(owner)) - first[owner] + segment.start(rows).astype(np.int64)[owner]
    return owner, np.asarray(segment.stated[places], np.int64)


def _corrections(segment: Segment, person: PersonTables, asked: Asked, rows: Numbers) -> Numbers:
    """Answer what the stated channels of each row add to the counts of its occupation."""
    held = segment.rows[rows]
    occupation = held[:, OCCUPATION].astype(np.int64)
    owner, forms = stated_forms(segment, rows)
    added = np.zeros(len(rows), np.int64)
    if len(forms):
        np.add.at(added, owner, asked.forms[forms] - asked.cells[occupation[owner], asked.form_channel[forms]])
    hours = held[:, HOURS]
    known = np.flatnonzero(hours != NONE)
    if len(known):
        usual = person.base[occupation[known]] - person.base_hours[occupation[known]]
        added[known] += asked.hours.packed[hours[known]] - usual
    return added


def _wage_points(person: PersonTables, held: Numbers) -> Numbers:
    least = held[:, WAGE_LEAST]
    level = np.full(len(held), len(person.wage_points) - 1)
    for number in reversed(range(len(person.wage_lines))):
        level[least >= person.wage_lines[number]] = number
    return np.where(least > 0, person.wage_points[level], person.usual_wage[held[:, OCCUPATION]]).astype(np.int64)
