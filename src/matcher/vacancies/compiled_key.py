"""The key of a row in compiled code: made from tables of one person against one segment."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from numba import njit

from matcher.vacancies.asked import Asked
from matcher.vacancies.compiled_bits import fetch, int_at, long_at, short_at
from matcher.vacancies.narrow_columns import LEVELS
from matcher.vacancies.person_tables import DOUBTFUL, FIGURES, FITS, LOST, NOT_FITTING, PersonTables
from matcher.vacancies.segment import (
    COUNT,
    EDUCATION,
    HOURS,
    OCCUPATION,
    ROW,
    START_HIGH,
    START_LOW,
    WAGE_LEAST,
    Segment,
)

Numbers = npt.NDArray[np.int64]
_EIGHT = 0xFF
_WHOLE = 100  # percent

NEVER = np.iinfo(np.int64).min
"""Instead of the key of a row that stands behind all that are kept."""


class Tables(NamedTuple):
    """Where the tables begin in memory, and sizes: one person against one segment, and the rows of the segment.

    A row lies in half a line of the cache, so reading it whole costs one wait for memory.
    """

    rows: int
    stated: int
    base: int
    base_hours: int
    cells: int
    cells_width: int
    points: int
    usual_wage: int
    wage_lines: int
    wage_levels: int
    wage_points: int
    wage_unknown: int
    forms: int
    form_channel: int
    hours_packed: int
    hours_points: int
    hours_count: int
    place_points: int
    figures_points: int
    lost_points: int
    open_points: int
    doubt_waits: int
    capacity_most: int
    channels: int


@dataclass(frozen=True, slots=True)
class KeyTables:
    """Addresses with the arrays that they are of: these live as long as this does.

    Attributes:
        tables: for compiled code.
        mark: 64 bits of a hash of the id of every row.
        place_start: first row of each place, with one more at the end.
    """

    tables: Tables
    mark: npt.NDArray[np.uint64]
    place_start: Numbers
    _held: tuple[npt.NDArray[Any], ...]


def key_tables(segment: Segment, person: PersonTables, asked: Asked) -> KeyTables:
    """Answer the tables that the keys of a segment's rows are made of; made once for many passes.

    Args:
        segment: rows of an index.
        person: the person as tables.
        asked: the person against this segment.
    """
    lookups, weights, held = person.lookups, person.weights, list[npt.NDArray[Any]]()

    def at(array: npt.NDArray[Any], kind: type) -> int:
        held.append(np.ascontiguousarray(array, kind))
        return int(held[-1].ctypes.data)

    levels = len(person.wage_lines)
    tables = Tables(
        rows=at(segment.rows, np.uint16),
        stated=at(segment.stated, np.uint16),
        base=at(person.base, np.int64),
        base_hours=at(person.base_hours, np.int64),
        cells=at(asked.cells, np.int64),
        cells_width=asked.cells.shape[1],
        points=at(lookups.key_points, np.int32),
        usual_wage=at(person.usual_wage, np.int32),
        wage_lines=at(person.wage_lines, np.int32),
        wage_levels=levels,
        wage_points=at(person.wage_points, np.int32),
        wage_unknown=0 if levels else len(person.wage_points) - 1,
        forms=at(asked.forms, np.int64),
        form_channel=at(asked.form_channel, np.int64),
        hours_packed=at(asked.hours.packed, np.int64),
        hours_points=at(np.append(asked.hours.points, 0), np.int32),
        hours_count=len(asked.hours.packed),
        place_points=at(asked.place_points, np.int32),
        figures_points=at(lookups.figures, np.int64),
        lost_points=at(lookups.lost, np.int64),
        open_points=at(lookups.opened, np.int64),
        doubt_waits=at(lookups.doubt, np.int64),
        capacity_most=weights.margin_max + weights.open_max,
        channels=weights.channels,
    )
    return KeyTables(tables, np.asarray(segment.mark), segment.place_start.astype(np.int64), tuple(held))


@njit(inline="always")
def start_of(row):  # type: ignore[no-untyped-def]  # compiled
    """Answer the first stated demand of a row; `row` is the address of the row."""
    return short_at(row, START_LOW) | (short_at(row, START_HIGH) << np.uint64(16))


@njit(inline="always")
def fetch_row(row, tables):  # type: ignore[no-untyped-def]  # compiled
    """Let memory bring a row."""
    fetch(np.uint64(tables.rows) + row * np.uint64(2 * ROW))


@njit(inline="always")
def fetch_stated(row, tables):  # type: ignore[no-untyped-def]  # compiled
    """Let memory bring the stated demands of a row that is there."""
    at = np.uint64(tables.rows) + row * np.uint64(2 * ROW)
    fetch(np.uint64(tables.stated) + np.uint64(2) * start_of(at))


@njit(inline="always")
def key_of(row, near, full, line, tables):  # type: ignore[no-untyped-def]  # compiled
    """Answer the key of a row, or `NEVER` where all room is taken and it cannot reach the line.

    Args:
        row: row number, without a sign.
        near: points for its place.
        full: whether all room is taken.
        line: key of the worst that is kept.
        tables: one person against the segment.
    """
    here = np.uint64(tables.rows) + row * np.uint64(2 * ROW)
    occupation, told, least = short_at(here, OCCUPATION), short_at(here, HOURS), np.int64(short_at(here, WAGE_LEAST))
    states, count = told < np.uint64(tables.hours_count), short_at(here, COUNT)
    key = near + int_at(tables.points, occupation * np.uint64(LEVELS) + short_at(here, EDUCATION))
    key += int_at(tables.hours_points, told if states else np.uint64(tables.hours_count))
    if least:
        level = np.int64(tables.wage_unknown)
        for step in range(tables.wage_levels):
            level += least < int_at(tables.wage_lines, step)
        key += int_at(tables.wage_points, level)
    else:
        key += int_at(tables.usual_wage, occupation)
    if full and key + tables.capacity_most < line:
        return NEVER  # not even with every point for capacity
    counts = long_at(tables.base_hours if states else tables.base, occupation)
    if states:
        counts += long_at(tables.hours_packed, told)
    if full:
        # Each stated demand corrects one channel: at best it fits with figures and loses no room.
        corrected = np.int64(count)
        most = long_at(tables.figures_points, min(((counts >> FIGURES) & _EIGHT) + corrected, tables.channels))
        most -= long_at(tables.lost_points, max((counts >> LOST) - _WHOLE * corrected, 0))
        most = max(most, 0) + long_at(tables.open_points, max(((counts >> NOT_FITTING) & _EIGHT) - corrected, 0))
        if key + most < line:
            return NEVER
    begin = start_of(here)
    for demand in range(begin, begin + count):
        form = short_at(tables.stated, demand)
        channel = np.uint64(long_at(tables.form_channel, form))
        counts += long_at(tables.forms, form)
        counts -= long_at(tables.cells, occupation * np.uint64(tables.cells_width) + channel)
    figures = long_at(tables.figures_points, (counts >> FIGURES) & _EIGHT)
    key += max(figures - long_at(tables.lost_points, counts >> LOST), 0)
    if (counts >> FITS) & _EIGHT:
        key += long_at(tables.open_points, (counts >> NOT_FITTING) & _EIGHT)
    return key - long_at(tables.doubt_waits, (counts >> DOUBTFUL) & _EIGHT)
