"""A byte per code of a row: whether it closes for a person, and at most what its key can come to.

A row has one code for its work and how much it states, and one for its hours and requirements. So a pass that looks
for the best needs a byte per row to know nearly always that a row is not one of them.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.vacancies.asked import Asked
from matcher.vacancies.narrow_columns import LEVELS, WORK_SHIFT, narrow
from matcher.vacancies.person_tables import BY_STAGE, FIGURES, LOST, NOT_FITTING, PersonTables
from matcher.vacancies.segment import Segment

Bytes = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.int64]
_EIGHT = 0xFF
_HIGHEST = 255
# Differences of packed counts may be negative: half of each eight bits is added, so that none borrows from the next.
_HALF = 128
_HALVES = sum(_HALF << shift for shift in range(0, LOST, 8))


@dataclass(frozen=True, slots=True)
class Bounds:
    """One person against the codes of one segment.

    Attributes:
        code: per code 0 where it closes, else 1 and the steps from `low` to the most that a row can reach, its place
            apart; never below that.
        choice: per choice 255, and 0 where its hours or requirements close.
        low: the key of byte 1.
        step: how many points a step is.
    """

    code: Bytes
    choice: Bytes
    low: int
    step: int


def bounds_of_codes(segment: Segment, person: PersonTables, asked: Asked) -> Bounds:
    """Answer the bytes of a person.

    Args:
        segment: rows of an index.
        person: the person as tables.
        asked: the person against the segment.
    """
    columns = narrow(segment)
    work = columns.code_work
    occupation, level, without_wage = work >> WORK_SHIFT, (work >> 1) & (LEVELS - 1), (work & 1).astype(np.bool_)
    usual = person.usual_wage[occupation]
    wage = np.where(without_wage, usual, np.maximum(usual, person.wage_points.max()))
    most = person.lookups.key_points[occupation, level] + wage + asked.hours.points.max(initial=0)
    most = most + _capacity(segment, person, asked, occupation, columns.code_count)
    closed = (person.gate[occupation, level] > 0) | (without_wage & (person.wage_gate[occupation] * BY_STAGE > 0))
    low, high = int(most.min(initial=0)), int(most.max(initial=0))
    step = (high - low) // (_HIGHEST - 1) + 1
    exceeds = np.append(asked.hours.exceeds.any(axis=0), False)
    shut = exceeds[columns.choice_hours] | (asked.requirement_closed[columns.choice_requirement] > 0)
    return Bounds(
        code=np.where(closed, 0, 1 + (most - low) // step).astype(np.uint8),
        choice=np.where(shut, 0, _HIGHEST).astype(np.uint8),
        low=low,
        step=step,
    )


def _capacity(segment: Segment, person: PersonTables, asked: Asked, occupation: Numbers, count: Numbers) -> Numbers:
    """Answer the most points for capacity: what an occupation has, with the best that so many stated demands change."""
    usual, rest, hours, lookups = person.base, person.base_hours, asked.hours.packed, person.lookups
    gains = _gains(segment, asked)

    def best(shift: int, mask: int, *, most: bool) -> Numbers:
        told = (hours >> shift) & mask
        with_hours = ((rest >> shift) & mask) + ((told.max() if most else told.min()) if len(told) else 0)
        without = (usual >> shift) & mask
        found = np.maximum(with_hours, without) if most else np.minimum(with_hours, without)
        gained = gains[shift][occupation, np.minimum(count, gains[shift].shape[1] - 1)]
        return np.asarray(found[occupation] + gained if most else np.maximum(found[occupation] - gained, 0), np.int64)

    figures = np.minimum(best(FIGURES, _EIGHT, most=True), person.weights.channels)
    lost, not_fitting = best(LOST, -1, most=False), best(NOT_FITTING, _EIGHT, most=False)
    points = np.maximum(lookups.figures[figures] - lookups.lost[lost], 0) + lookups.opened[not_fitting]
    return np.asarray(points, np.int64)


def _gains(segment: Segment, asked: Asked) -> dict[int, Numbers]:
    """Answer the most that 0, 1, 2, ... stated demands add to figures or take from the rest, per occupation.

    A vacancy states a channel once, so of the demands on one channel the best one counts.
    """
    numbers = {code: n for n, code in enumerate(dict.fromkeys(form[0] for form in segment.tables.forms))}
    channel = np.array([numbers[form[0]] for form in segment.tables.forms], np.int64)
    order = np.argsort(channel, kind="stable")
    begins = np.searchsorted(channel[order], np.arange(len(numbers)))
    changed = (asked.forms - asked.cells[:, asked.form_channel] + _HALVES)[:, order]
    found = {}
    for shift, mask, half, sign in ((FIGURES, _EIGHT, _HALF, 1), (NOT_FITTING, _EIGHT, _HALF, -1), (LOST, -1, 0, -1)):
        gained = np.zeros((len(changed), len(numbers) + 1), np.int64)
        if numbers:
            best = np.maximum.reduceat(sign * (((changed >> shift) & mask) - half), begins, axis=1)
            gained[:, 1:] = np.sort(np.maximum(best, 0), axis=1)[:, ::-1]
        found[shift] = gained.cumsum(axis=1)
    return found
