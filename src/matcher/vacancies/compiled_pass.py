"""The pass over a segment, compiled by numba: the same answers as in numpy, row by row and without copies.

Stretches of rows in reach are read 64 at a time from the closing bits; only rows that no limit closes are looked at,
and only the best are kept. Several threads share the stretches of one person; each keeps its own best.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
from llvmlite import ir
from numba import njit, types
from numba.extending import intrinsic

from matcher.vacancies.asked import Asked
from matcher.vacancies.columns import NO_DAY, NONE
from matcher.vacancies.person_tables import DOUBTFUL, FIGURES, FITS, LOST, NOT_FITTING, PersonTables
from matcher.vacancies.plain_pass import Window
from matcher.vacancies.segment import (
    COUNT,
    EDUCATION,
    EXPIRES,
    FIRST_SEEN,
    HOURS,
    LAST_SEEN,
    OCCUPATION,
    REQUIREMENT_HIGH,
    REQUIREMENT_LOW,
    START_HIGH,
    START_LOW,
    WAGE_LEAST,
    WAGE_MOST,
)
from matcher.vacancies.store import Part

# Below this many rows in reach one thread is quicker than handing work out.
_ROWS_PER_THREAD = 60_000
_EIGHT = 0xFF

Numbers = npt.NDArray[np.int64]


@intrinsic
def _lowest_bit(typing_context: Any, word: Any) -> Any:  # noqa: ARG001 numba's signature
    def build(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.cttz(arguments[0], ir.Constant(ir.IntType(1), 1))

    return types.uint64(types.uint64), build


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
def _best(  # type: ignore[no-untyped-def]  # noqa: C901, PLR0912, PLR0915 one loop, compiled as a whole
    stretches,
    bits,
    closing,
    gone,
    rows,
    stated,
    mark,
    base,
    base_hours,
    cells,
    points,
    usual_wage,
    gate,
    wage_gate,
    wage_lines,
    wage_points,
    wage_floor,
    forms,
    form_channel,
    hours_packed,
    hours_points,
    requirement_closed,
    place_points,
    figures_points,
    lost_points,
    open_points,
    doubt_waits,
    day,
    open_days,
    new_since,
    top,
):
    keys = np.empty(top, np.int64)
    marks = np.empty(top, np.uint64)
    found = np.empty(top, np.int64)
    kept = 0
    opened = 0
    levels = len(wage_lines)
    for stretch in range(len(stretches)):
        first, end = stretches[stretch, 0], stretches[stretch, 1]
        near = place_points[stretches[stretch, 2]]
        for word in range(first >> 6, ((end - 1) >> 6) + 1):
            closed = gone[word]
            for number in range(len(closing)):
                closed |= bits[closing[number], word]
            left = ~closed
            start = word << 6
            if start < first:
                left &= ~np.uint64(0) << np.uint64(first - start)
            if start + 64 > end:
                left &= ~np.uint64(0) >> np.uint64(start + 64 - end)
            while left:
                row = start + np.int64(_lowest_bit(left))  # type: ignore[call-arg]  # numba adds the first argument
                left &= left - np.uint64(1)
                held = rows[row]
                occupation, education = held[OCCUPATION], held[EDUCATION]
                if gate[occupation, education]:
                    continue
                expires, seen = held[EXPIRES], held[FIRST_SEEN]
                if seen > day or seen < new_since:
                    continue
                if expires == NO_DAY:
                    if held[LAST_SEEN] + open_days < day:
                        continue
                elif expires < day:
                    continue
                least = held[WAGE_LEAST]
                if held[WAGE_MOST]:
                    if held[WAGE_MOST] < wage_floor:
                        continue
                elif wage_gate[occupation]:
                    continue
                requirement = np.int64(held[REQUIREMENT_LOW]) | (np.int64(held[REQUIREMENT_HIGH]) << 16)
                if requirement and requirement_closed[requirement]:
                    continue
                key = np.int64(points[occupation, education]) + near
                hours = held[HOURS]
                if hours != NONE:
                    if hours_packed[hours] & _EIGHT:
                        continue
                    counts = base_hours[occupation] + hours_packed[hours]
                    key += hours_points[hours]
                else:
                    counts = base[occupation]
                begin = np.int64(held[START_LOW]) | (np.int64(held[START_HIGH]) << 16)
                for place in range(begin, begin + held[COUNT]):
                    form = stated[place]
                    counts += forms[form] - cells[occupation, form_channel[form]]
                if least:
                    level = 0
                    while level < levels and least < wage_lines[level]:
                        level += 1
                    key += wage_points[level] if levels else wage_points[-1]
                else:
                    key += usual_wage[occupation]
                key += max(figures_points[(counts >> FIGURES) & _EIGHT] - lost_points[counts >> LOST], 0)
                if (counts >> FITS) & _EIGHT:
                    key += open_points[(counts >> NOT_FITTING) & _EIGHT]
                key -= doubt_waits[(counts >> DOUBTFUL) & _EIGHT]
                opened += 1
                if kept < top:
                    keys[kept], marks[kept], found[kept] = key, mark[row], row
                    _rise(keys, marks, found, kept)
                    kept += 1
                elif key >= keys[0] and _worse(keys[0], marks[0], key, mark[row]):
                    keys[0], marks[0], found[0] = key, mark[row], row
                    _sink(keys, marks, found, kept)
    return keys[:kept], marks[:kept], found[:kept], opened


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
    segment = part.segment
    arguments = (
        segment.bits.bits,
        asked.bits,
        part.gone,
        segment.rows,
        segment.stated,
        segment.mark,
        person.base,
        person.base_hours,
        asked.cells,
        person.lookups.key_points,
        person.usual_wage,
        person.gate,
        person.wage_gate,
        person.wage_lines,
        person.wage_points,
        person.wage_floor,
        asked.forms,
        asked.form_channel,
        asked.hours.packed,
        asked.hours.points,
        asked.requirement_closed,
        asked.place_points,
        person.lookups.figures,
        person.lookups.lost,
        person.lookups.opened,
        person.lookups.doubt,
        window.day,
        window.open_days,
        window.new_since,
        top,
    )
    shares = _shared(asked.stretches, threads or os.cpu_count() or 1)
    if len(shares) == 1:
        results = [_best(shares[0], *arguments)]
    else:
        results = list(_threads().map(lambda share: _best(share, *arguments), shares))
    keys, marks, rows = (np.concatenate([result[n] for result in results]) for n in range(3))
    order = np.lexsort((marks, -keys))[:top]
    return rows[order], keys[order], sum(result[3] for result in results)


def _shared(stretches: Numbers, threads: int) -> Sequence[Numbers]:
    """Answer the stretches in shares of about as many rows, in no more parts than is worth it."""
    rows = np.cumsum(stretches[:, 1] - stretches[:, 0])
    if not len(rows):
        return [stretches]
    parts = max(min(threads, int(rows[-1]) // _ROWS_PER_THREAD), 1)
    cuts = np.searchsorted(rows, rows[-1] * np.arange(1, parts) // parts)
    return np.split(stretches, cuts)


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="vacancies")
