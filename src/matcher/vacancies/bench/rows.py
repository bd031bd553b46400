"""The rows of a segment as the columns that a table engine would keep, and one person's tables beside them.

The rivals get what helps them: the same order of rows, a bounding box, a column per channel with the level from which
it closes, and the person's points worked out per occupation. Only the pass itself is measured.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.vacancies.bench.persons import BenchPerson
from matcher.vacancies.closing_bits import Key, unpacked_bits
from matcher.vacancies.columns import NONE
from matcher.vacancies.segment import (
    EDUCATION,
    EXPIRES,
    FIRST_SEEN,
    HOURS,
    LAST_SEEN,
    OCCUPATION,
    WAGE_LEAST,
    WAGE_MOST,
    Segment,
)

NEVER = 255


@dataclass(frozen=True, slots=True)
class RivalRows:
    """Rows as columns, in the order of the segment.

    Attributes:
        columns: name to values, one per row.
        start: first stated demand of each row, with one more at the end.
        stated: stated demands, one after another.
    """

    columns: dict[str, npt.NDArray[Any]]
    start: npt.NDArray[np.int64]
    stated: npt.NDArray[np.uint16]


def rival_rows(segment: Segment) -> RivalRows:
    """Answer the rows of a segment as columns for a table engine.

    Args:
        segment: the rows.
    """
    rows, place = segment.rows, segment.place()
    points = np.array(segment.tables.places, np.float64).reshape(-1, 2)
    columns: dict[str, npt.NDArray[Any]] = {
        "row": np.arange(len(segment), dtype=np.uint32),
        "mark": np.asarray(segment.mark),
        "lat": np.nan_to_num(points[place, 0], nan=0.0).astype(np.float32),
        "lon": np.nan_to_num(points[place, 1], nan=0.0).astype(np.float32),
        "place": place.astype(np.uint32),
        "occupation": np.array(rows[:, OCCUPATION]),
        "education": rows[:, EDUCATION].astype(np.uint8),
        "hours": np.array(rows[:, HOURS]),
        "wage_least": np.array(rows[:, WAGE_LEAST]),
        "wage_most": np.array(rows[:, WAGE_MOST]),
        "requirement": segment.requirement(),
        "expires": np.array(rows[:, EXPIRES]),
        "first_seen": np.array(rows[:, FIRST_SEEN]),
        "last_seen": np.array(rows[:, LAST_SEEN]),
    }
    keys = sorted({(code, peaks) for code, _, peaks in segment.bits.place})
    for code, peaks in keys:
        levels = sorted(level for other, level, p in segment.bits.place if (other, p) == (code, peaks) and level)
        closes_at = np.full(len(segment), NEVER, np.uint8)
        for level in reversed(levels):
            number = segment.bits.place[code, level, peaks]
            if number >= 0:
                closes_at[unpacked_bits(segment.bits.bits[number], len(segment))] = level
        columns[closing_column((code, 0, peaks))] = closes_at
    start = np.append(segment.start(), len(segment.stated)).astype(np.int64)
    return RivalRows(columns, start, np.asarray(segment.stated))


def closing_column(key: Key) -> str:
    """Answer the name of the column that says from which level a channel closes.

    Args:
        key: a limit of a person.

    Example:
        >>> closing_column(("IV.13", 2, True))
        'closes_iv_13_peak'
    """
    return f"closes_{key[0].lower().replace('.', '_')}{'_peak' if key[2] else ''}"


@dataclass(frozen=True, slots=True)
class RivalPerson:
    """One person's tables for a table engine.

    Attributes:
        limits: column and level per limit that can close.
        box: lowest and highest latitude and longitude of the places in reach.
        in_reach: per place.
        place_points: per place.
        gate: per occupation and level (occupation x 8 + level): whether it stays open.
        points: the same, for points less wait.
        base: counts per occupation, with and without the hours channels.
        base_hours: counts per occupation without the hours channels.
        usual_wage: points per occupation.
        wage_gate: per occupation.
        hours: counts per hours; the last one for not stated.
        hours_points: points per hours; the last one for not stated.
        hours_open: per hours, whether they stay possible.
        requirement_open: per set of requirements.
        delta: what a stated demand adds, per occupation and demand (occupation x demands + demand).
        forms: number of stated demands.
    """

    limits: tuple[tuple[str, int], ...]
    box: tuple[float, float, float, float]
    in_reach: npt.NDArray[np.bool_]
    place_points: npt.NDArray[np.int32]
    gate: npt.NDArray[np.bool_]
    points: npt.NDArray[np.int32]
    base: npt.NDArray[np.int64]
    base_hours: npt.NDArray[np.int64]
    usual_wage: npt.NDArray[np.int32]
    wage_gate: npt.NDArray[np.bool_]
    hours: npt.NDArray[np.int64]
    hours_points: npt.NDArray[np.int32]
    hours_open: npt.NDArray[np.bool_]
    requirement_open: npt.NDArray[np.bool_]
    delta: npt.NDArray[np.int64]
    forms: int


def rival_person(person: BenchPerson, segment: Segment) -> RivalPerson:
    """Answer one person's tables for a table engine.

    Args:
        person: the person, made ready.
        segment: the rows.
    """
    tables, asked = person.tables, person.asked
    places = np.array(segment.tables.places, np.float64).reshape(-1, 2)
    near = places[asked.in_reach & ~np.isnan(places[:, 0])]
    cells = asked.cells[:, asked.form_channel]
    return RivalPerson(
        limits=tuple((closing_column(key), key[1]) for key in tables.keys if segment.bits.place[key] >= 0),
        box=(float(near[:, 0].min()), float(near[:, 0].max()), float(near[:, 1].min()), float(near[:, 1].max())),
        in_reach=asked.in_reach,
        place_points=asked.place_points,
        gate=(tables.gate == 0).ravel(),
        points=tables.lookups.key_points.ravel(),
        base=tables.base,
        base_hours=tables.base_hours,
        usual_wage=tables.usual_wage,
        wage_gate=tables.wage_gate > 0,
        hours=np.append(asked.hours.packed, 0),
        hours_points=np.append(asked.hours.points, 0),
        hours_open=np.append(~asked.hours.exceeds.any(axis=0), True),
        requirement_open=asked.requirement_closed == 0,
        delta=(asked.forms[np.newaxis, :] - cells).ravel(),
        forms=len(asked.forms),
    )


def person_columns(person: RivalPerson) -> dict[str, dict[str, npt.NDArray[Any]]]:
    """Answer one person's small tables for an engine that joins: per table its columns, one row per number.

    Args:
        person: the person for a table engine.
    """
    return {
        "place_of": {"in_reach": person.in_reach, "place_points": person.place_points},
        "gate_of": {"is_open": person.gate, "key_points": person.points},
        "work_of": {
            "base": person.base,
            "base_hours": person.base_hours,
            "usual_wage": person.usual_wage,
            "wage_gate": person.wage_gate,
        },
        "hours_of": {"packed": person.hours, "hours_points": person.hours_points, "possible": person.hours_open},
        "requirement_of": {"is_met": person.requirement_open},
        "delta_of": {"delta": person.delta},
    }


def hours_number(hours: npt.NDArray[Any], count: int) -> npt.NDArray[np.int64]:
    """Answer places in the tables of hours; the last one stands for not stated.

    Args:
        hours: numbers of a row.
        count: number of different hours.
    """
    return np.where(hours == NONE, count, hours).astype(np.int64)
