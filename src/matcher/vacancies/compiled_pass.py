"""The pass over a segment, compiled by numba: the same answers as in numpy, row by row and without copies.

Stretches of rows in reach are read 64 at a time from the closing bits; only rows that no limit closes are looked at,
and only the best are kept. Several threads share the stretches of one person; each keeps its own best.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from llvmlite import ir
from numba import njit, types
from numba.extending import intrinsic

from matcher.vacancies.asked import Asked
from matcher.vacancies.closing_bits import WORD
from matcher.vacancies.columns import NO_DAY
from matcher.vacancies.demands import HOURS_CHANNELS
from matcher.vacancies.narrow_columns import WORK_SHIFT, narrow
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
from matcher.vacancies.plain_pass import Counted, Window
from matcher.vacancies.segment import COUNT, START_HIGH, START_LOW
from matcher.vacancies.store import Part

# Below this many rows in reach one thread is quicker than handing work out.
_ROWS_PER_THREAD = 60_000
_EIGHT = 0xFF
_WHOLE = 100  # percent

# What closes a row by itself, after the gates by law, education and stage; several may hold.
_WAGE_BIT, _REQUIREMENT_BIT = 3, 6
_WAGE, _HOURS_A_DAY, _HOURS_A_WEEK, _REQUIREMENT, _LIMITS_IN_ROW = 1 << _WAGE_BIT, 16, 32, 1 << _REQUIREMENT_BIT, 128
_IN_ROW = {
    _HOURS_A_DAY: HOURS_CHANNELS[0],
    _HOURS_A_WEEK: HOURS_CHANNELS[1],
    _WAGE: "wage",
    BY_EDUCATION: "education",
    BY_LAW: "law",
    _REQUIREMENT: "requirement",
    BY_STAGE: "stage",
}

Numbers = npt.NDArray[np.int64]


def _cttz(typing_context: Any, word: Any) -> Any:  # noqa: ARG001 numba's signature
    def build(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.cttz(arguments[0], ir.Constant(ir.IntType(1), 1))

    return types.uint64(types.uint64), build


def _ctpop(typing_context: Any, word: Any) -> Any:  # noqa: ARG001 numba's signature
    def build(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.ctpop(arguments[0])

    return types.uint64(types.uint64), build


# Numba adds the first argument of these by itself.
_lowest_bit: Any = intrinsic(_cttz)
_ones: Any = intrinsic(_ctpop)


@njit(cache=True, nogil=True)
def _worse(key_a: int, mark_a: int, key_b: int, mark_b: int) -> bool:
    return key_a < key_b or (key_a == key_b and mark_a > mark_b)


@njit(cache=True, nogil=True)
def _sink(keys, marks, rows, count):  # type: ignore[no-untyped-def]  # compiled
    """Let the first of a heap sink to its place; the worst of all stands first."""
    place = 0
    while True:
        child = 2 * place + 1
        if child >= count:
            return
        if child + 1 < count and _worse(keys[child + 1], marks[child + 1], keys[child], marks[child]):
            child += 1
        if not _worse(keys[child], marks[child], keys[place], marks[place]):
            return
        keys[child], keys[place] = keys[place], keys[child]
        marks[child], marks[place] = marks[place], marks[child]
        rows[child], rows[place] = rows[place], rows[child]
        place = child


@njit(cache=True, nogil=True)
def _rise(keys, marks, rows, place):  # type: ignore[no-untyped-def]  # compiled
    while place > 0:
        above = (place - 1) // 2
        if not _worse(keys[place], marks[place], keys[above], marks[above]):
            return
        keys[above], keys[place] = keys[place], keys[above]
        marks[above], marks[place] = marks[place], marks[above]
        rows[above], rows[place] = rows[place], rows[above]
        place = above


@njit(cache=True, nogil=True)
def _passed(  # type: ignore[no-untyped-def]  # noqa: C901, PLR0912, PLR0915 one loop, compiled as a whole
    first_word,
    end_word,
    keys,
    marks,
    found,
    alone,
    alone_in_row,
    counting,
    place_start,
    in_reach,
    bits,
    closing,
    gone,
    work,
    hours,
    wage_least,
    wage_most,
    requirement,
    expires,
    first_seen,
    last_seen,
    rows,
    stated,
    mark,
    base,
    base_hours,
    cells,
    points,
    usual_wage,
    gate,
    wage_lines,
    wage_points,
    wage_floor,
    forms,
    form_channel,
    hours_packed,
    hours_points,
    hours_limits,
    requirement_closed,
    place_points,
    figures_points,
    lost_points,
    open_points,
    doubt_waits,
    capacity_most,
    channels,
    day,
    open_days,
    new_since,
):
    closes, live_rows = np.zeros(WORD, np.uint8), np.zeros(WORD, np.uint8)
    kept, top = 0, len(keys)
    opened, listed = np.int64(0), np.int64(0)
    levels = len(wage_lines)
    place = np.searchsorted(place_start, first_word << 6, side="right") - 1
    for word in range(first_word, end_word):
        start = word << 6
        end = min(start + WORD, len(rows))
        here = ~gone[word]
        if end - start < WORD:
            here &= ~np.uint64(0) >> np.uint64(WORD - (end - start))
        reach = np.uint64(0)
        while place_start[place + 1] <= start:
            place += 1
        near = place
        while near < len(in_reach) and place_start[near] < end:
            if in_reach[near]:
                low, high = max(place_start[near], start) - start, min(place_start[near + 1], end) - start
                if high > low:
                    reach |= (~np.uint64(0) >> np.uint64(WORD - (high - low))) << np.uint64(low)
            near += 1
        once, more = here & ~reach, np.uint64(0)
        for number in range(len(closing)):
            closed = bits[closing[number], word] & here
            more |= once & closed
            once |= closed
        if not counting and not here & ~once:
            continue
        begins = np.uint64(start)  # a number that could be negative would cost a jump at every look
        # Plain loops over 64 neighbours, without a jump per row: the processor does many of them at a time.
        for at in range(WORD):
            ends, seen = expires[begins + np.uint64(at)], first_seen[begins + np.uint64(at)]
            until = np.uint32(last_seen[begins + np.uint64(at)]) + open_days if ends == NO_DAY else np.uint32(ends)
            live_rows[at] = (until >= day) & (seen <= day) & (seen >= new_since)
        for at in range(WORD):
            closes[at] = gate[work[begins + np.uint64(at)]]
        for at in range(WORD):
            closes[at] |= hours_limits[hours[begins + np.uint64(at)]]
        for at in range(WORD):
            closes[at] |= requirement_closed[requirement[begins + np.uint64(at)]] << _REQUIREMENT_BIT
        for at in range(WORD):
            most = wage_most[begins + np.uint64(at)]
            closes[at] |= ((most != 0) & (most < wage_floor)) << _WAGE_BIT
        live, clean = np.uint64(0), np.uint64(0)
        for at in range(WORD):
            live |= np.uint64(live_rows[at]) << np.uint64(at)
            clean |= np.uint64(closes[at] == 0) << np.uint64(at)
        live &= here
        listed += np.int64(_ones(live))
        only = live & clean & once & ~more
        if only:
            alone[-1] += np.int64(_ones(only & ~reach))
            for number in range(len(closing)):
                alone[number] += np.int64(_ones(bits[closing[number], word] & only))
        left = live & ~once & ~clean if counting else np.uint64(0)
        while left:
            alone_in_row[closes[np.int64(_lowest_bit(left))]] += 1
            left &= left - np.uint64(1)
        left = live & ~once & clean
        opened += np.int64(_ones(left))
        near = place
        while left:
            row = begins + _lowest_bit(left)
            left &= left - np.uint64(1)
            while place_start[near + 1] <= row:
                near += 1
            key = np.int64(points[work[row] >> 1]) + place_points[near] + hours_points[hours[row]]
            least = wage_least[row]
            level = 0 if levels else len(wage_points) - 1
            for line in range(levels):
                level += least < wage_lines[line]
            occupation = work[row] >> WORK_SHIFT
            key += wage_points[level] if least else usual_wage[occupation]
            if kept == top and key + capacity_most < keys[0]:
                continue  # not even with every point for capacity
            stated_hours = hours[row] < len(hours_packed)
            counts = base_hours[occupation] + hours_packed[hours[row]] if stated_hours else base[occupation]
            if kept == top:
                # Each stated demand corrects one channel: at best it fits with figures and loses no room.
                corrected = np.int64(rows[row, COUNT])
                most = figures_points[min(((counts >> FIGURES) & _EIGHT) + corrected, channels)]
                most -= lost_points[max((counts >> LOST) - _WHOLE * corrected, 0)]
                most = max(most, 0) + open_points[max(((counts >> NOT_FITTING) & _EIGHT) - corrected, 0)]
                if key + most < keys[0]:
                    continue
            begin = np.int64(rows[row, START_LOW]) | (np.int64(rows[row, START_HIGH]) << 16)
            for demand in range(begin, begin + rows[row, COUNT]):
                form = stated[demand]
                counts += forms[form] - cells[occupation, form_channel[form]]
            key += max(figures_points[(counts >> FIGURES) & _EIGHT] - lost_points[counts >> LOST], 0)
            if (counts >> FITS) & _EIGHT:
                key += open_points[(counts >> NOT_FITTING) & _EIGHT]
            key -= doubt_waits[(counts >> DOUBTFUL) & _EIGHT]
            if kept < top:
                keys[kept], marks[kept], found[kept] = key, mark[row], row
                _rise(keys, marks, found, kept)
                kept += 1
            elif key >= keys[0] and _worse(keys[0], marks[0], key, mark[row]):
                keys[0], marks[0], found[0] = key, mark[row], row
                _sink(keys, marks, found, kept)
    return kept, opened, listed


def compiled_best(
    part: Part, person: PersonTables, asked: Asked, window: Window, top: int, threads: int | None = None
) -> tuple[Numbers, Numbers, int]:
    """Answer the best rows of one segment, best first, with their keys and how many are open.

    Args:
        part: a segment with its rows that are gone.
        person: the person as tables.
        asked: the person against this segment.
        window: which vacancies are looked at.
        top: how many.
        threads: how many may work at once; as many as there are processors when not given.
    """
    results = _run(part, person, asked, window, top, threads, counting=False)
    return _first(results, top)


def compiled_counted(part: Part, person: PersonTables, asked: Asked, window: Window, top: int) -> Counted:
    """Answer the same with how many rows each limit alone closes, in one pass over all rows.

    Args:
        part: a segment with its rows that are gone.
        person: the person as tables.
        asked: the person against this segment.
        window: which vacancies are looked at.
        top: how many.
    """
    results = _run(part, person, asked, window, top, None, counting=True)
    rows, keys, opened = _first(results, top)
    in_bits = [code for code, _ in _limits_in_bits(part, person)]
    alone = np.sum([result.alone for result in results], axis=0).tolist()
    in_row = np.sum([result.alone_in_row for result in results], axis=0)[list(_IN_ROW)].tolist()
    only_by = dict.fromkeys((*in_bits, *_IN_ROW.values(), "travel"), 0)
    for limit, count in zip((*in_bits, "travel", *_IN_ROW.values()), (*alone, *in_row), strict=True):
        only_by[limit] += count
    return Counted(rows, keys, opened, sum(result.listed for result in results), only_by)


def _limits_in_bits(part: Part, person: PersonTables) -> list[tuple[str, int]]:
    """Answer the limits of a person that close rows of a segment by its bits, with their rows of bits."""
    places = ((key[0], part.segment.bits.place[key]) for key in person.keys)
    return [(code, place) for code, place in places if place >= 0]


@dataclass(frozen=True, slots=True)
class _Found:
    """What one pass over a share of the rows found."""

    keys: Numbers
    marks: npt.NDArray[np.uint64]
    rows: Numbers
    opened: int
    listed: int
    alone: Numbers
    alone_in_row: Numbers


def _first(results: Sequence[_Found], top: int) -> tuple[Numbers, Numbers, int]:
    keys = np.concatenate([result.keys for result in results])
    rows = np.concatenate([result.rows for result in results])
    order = np.lexsort((np.concatenate([result.marks for result in results]), -keys))[:top]
    return rows[order], keys[order], sum(result.opened for result in results)


def _run(
    part: Part,
    person: PersonTables,
    asked: Asked,
    window: Window,
    top: int,
    threads: int | None,
    *,
    counting: bool,
) -> "list[_Found]":
    segment = part.segment
    closing = np.array([place for _, place in _limits_in_bits(part, person)], np.int64) if counting else asked.bits
    per_day, per_week = asked.hours.exceeds
    arguments = (
        counting,
        segment.place_start.astype(np.int64),
        asked.in_reach,
        np.asarray(segment.bits.bits),
        closing,
        part.gone,
        *narrow(segment),
        np.asarray(segment.rows),
        np.asarray(segment.stated),
        np.asarray(segment.mark),
        person.base,
        person.base_hours,
        asked.cells,
        person.lookups.key_points.reshape(-1),
        person.usual_wage,
        np.stack([person.gate, person.gate | (person.wage_gate * np.uint8(BY_STAGE))[:, None]], axis=2).reshape(-1),
        person.wage_lines,
        person.wage_points,
        person.wage_floor,
        asked.forms,
        asked.form_channel,
        asked.hours.packed,
        np.append(asked.hours.points, 0),
        np.append(per_day * _HOURS_A_DAY + per_week * _HOURS_A_WEEK, 0).astype(np.uint8),
        asked.requirement_closed,
        asked.place_points,
        person.lookups.figures,
        person.lookups.lost,
        person.lookups.opened,
        person.lookups.doubt,
        person.weights.margin_max + person.weights.open_max,
        person.weights.channels,
        np.uint32(window.day),
        np.uint32(window.open_days),
        np.uint32(window.new_since),
    )

    def passed(share: tuple[int, int]) -> _Found:
        # Arrays that a compiled function makes itself cost more to hand back than all of this.
        keys, marks, rows = np.empty(top, np.int64), np.empty(top, np.uint64), np.empty(top, np.int64)
        alone, alone_in_row = np.zeros(len(closing) + 1, np.int64), np.zeros(_LIMITS_IN_ROW, np.int64)
        kept, opened, listed = _passed(*share, keys, marks, rows, alone, alone_in_row, *arguments)
        return _Found(keys[:kept], marks[:kept], rows[:kept], opened, listed, alone, alone_in_row)

    shares = _shared(len(segment), threads or _processors())
    return [passed(shares[0])] if len(shares) == 1 else list(_threads().map(passed, shares))


def _shared(rows: int, threads: int) -> Sequence[tuple[int, int]]:
    """Answer words of rows in shares of about as many, in no more parts than is worth it."""
    parts, words = max(min(threads, rows // _ROWS_PER_THREAD), 1), (rows + WORD - 1) // WORD
    cuts = [words * part // parts for part in range(parts + 1)]
    return list(pairwise(cuts))


@cache
def _processors() -> int:
    return os.cpu_count() or 1


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_processors(), thread_name_prefix="vacancies")
