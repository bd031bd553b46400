"""The best rows of a segment for one person in one compiled pass: the same answers as in numpy, without copies.

Stretches of rows in reach are read 64 at a time: bits and columns that are compared together say which rows are there
at all, and a byte per code which of these are open and can still be among the best. Only those are scored.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numba import njit

from matcher.vacancies.asked import Asked
from matcher.vacancies.bounds import Bounds, bounds_of_codes
from matcher.vacancies.closing_bits import WORD
from matcher.vacancies.compiled_bits import at_least_word, int_at, listed_word, lower_word, lowest_bit, ones
from matcher.vacancies.compiled_heap import compiled, keep, put_in_order
from matcher.vacancies.compiled_key import NEVER, KeyTables, Numbers, fetch_row, fetch_stated, key_of, key_tables
from matcher.vacancies.compiled_shares import cuts_of, side_by_side, spans_of
from matcher.vacancies.narrow_columns import Narrow, narrow
from matcher.vacancies.person_tables import PersonTables
from matcher.vacancies.plain_pass import Window
from matcher.vacancies.segment import Segment
from matcher.vacancies.store import Part

FEW = 8  # open rows of a word up to which a look at each is quicker than one at all 64
WAIT = 32  # rows that can be among the best are looked at so many at a time: memory brings them meanwhile
MOST = 255
_SHORT = 65535
_FIRST = 20  # one row in so many is looked at first, or fewer


@njit(inline="always")
def byte_of(low, step, key):  # type: ignore[no-untyped-def]  # compiled
    """Answer the byte that a row needs to reach a key; one more than there is when no row can."""
    return min(max(1 + (key - low) // step, 1), MOST + 1)


@njit(inline="always")
def reach_of(in_reach, place_start, place, start, end):  # type: ignore[no-untyped-def]  # compiled
    """Answer which rows of a word lie in reach, from the place of its first row on."""
    reach, near = np.uint64(0), place
    while near < len(in_reach) and place_start[near] < end:
        if in_reach[near]:
            low, high = max(place_start[near], start) - start, min(place_start[near + 1], end) - start
            if high > low:
                reach |= (~np.uint64(0) >> np.uint64(WORD - (high - low))) << np.uint64(low)
        near += 1
    return reach


@njit(inline="always")
def _kept(waits, points, waiting, keys, marks, found, kept, mark, tables):  # type: ignore[no-untyped-def]  # compiled
    """Score rows that waited, keep those that are among the best so far, and answer how many are kept."""
    for number in range(waiting):
        fetch_stated(waits[number], tables)
    for number in range(waiting):
        row = waits[number]
        key = key_of(row, points[number], kept == len(keys), keys[0], tables)
        if key != NEVER:
            kept = keep(keys, marks, found, kept, key, mark[row], row)
    return kept


@compiled()
def _best(  # type: ignore[no-untyped-def]  # noqa: C901, PLR0912, PLR0915 one loop, compiled as a whole
    spans,
    keys,
    marks,
    found,
    look,
    waits,
    points,
    in_reach,
    first,
    bits,
    closing,
    gone,
    dates,
    window,
    wage_most,
    wage_floor,
    code,
    code_bytes,
    low,
    step,
    choice,
    choice_bytes,
    choosing,
    place_start,
    all_rows,
    mark,
    tables,
):
    """Answer how many are kept, best first, and how many are open."""
    kept, opened, top = 0, np.int64(0), len(keys)
    waiting = 0
    for turn in range(2):
        place = np.searchsorted(place_start, spans[0, 0] << 6, side="right") - 1
        for span in range(len(spans)):
            for word in range(spans[span, 0], spans[span, 1]):
                start = word << 6
                end = min(start + WORD, all_rows)
                while place_start[place + 1] <= start:
                    place += 1
                if first[place] == turn:
                    continue
                left = ~gone[word]
                if place_start[place + 1] < start + WORD:
                    left &= reach_of(in_reach, place_start, place, start, end)
                elif not in_reach[place]:
                    continue
                for number in range(len(closing)):
                    left &= ~bits[closing[number], word]
                if not left:
                    continue
                begins = np.uint64(start)  # a number that could be negative would cost a jump at every look
                left &= listed_word(dates[0], dates[1], dates[2], begins, window[0], window[1], window[2])
                if wage_floor:
                    left &= ~lower_word(wage_most, begins, wage_floor)
                line = 1
                if kept == top:
                    last, most = place, int_at(tables.place_points, place)
                    while place_start[last + 1] < end:
                        last += 1
                        most = max(most, int_at(tables.place_points, last))
                    line = byte_of(low, step, keys[0] - most)
                if ones(left) <= FEW:
                    able, rest = np.uint64(0), left
                    while rest:
                        row, bit = begins + lowest_bit(rest), rest & (~rest + np.uint64(1))
                        rest &= rest - np.uint64(1)
                        value = code_bytes[code[row]]
                        if value and (not choosing or choice_bytes[choice[row]]):
                            opened += 1
                            if value >= line:
                                able |= bit
                else:
                    # A plain loop over 64 neighbours, without a jump per row.
                    for at in range(WORD):
                        look[at] = code_bytes[code[begins + np.uint64(at)]]
                    if choosing:
                        for at in range(WORD):
                            look[at] &= choice_bytes[choice[begins + np.uint64(at)]]
                    left &= at_least_word(look, np.uint8(1))
                    opened += np.int64(ones(left))
                    able = left & at_least_word(look, np.uint8(min(line, MOST))) if line <= MOST else np.uint64(0)
                near = place
                while able:
                    row = begins + lowest_bit(able)
                    able &= able - np.uint64(1)
                    while place_start[near + 1] <= row:
                        near += 1
                    waits[waiting], points[waiting] = row, int_at(tables.place_points, near)
                    waiting += 1
                    fetch_row(row, tables)
                if waiting >= WAIT:
                    kept = _kept(waits, points, waiting, keys, marks, found, kept, mark, tables)
                    waiting = 0
    kept = _kept(waits, points, waiting, keys, marks, found, kept, mark, tables)
    put_in_order(keys, marks, found, kept)
    return kept, opened


@dataclass(frozen=True, slots=True)
class Ready:
    """One person against one segment, as compiled passes read it.

    Attributes:
        person: whose.
        segment: which.
        columns: of the segment.
        tables: for the keys of rows.
        numbers: addresses and sizes of these as an array.
        bounds: bytes per code.
        bytes_at: addresses of these bytes, per code and per choice.
        choosing: whether a choice closes.
        floor: lowest stated wage that counts.
        first: 1 for places to look at first: the nearest, so that the worst of the kept is soon a good one.
        rows: how many rows are in reach.
        middle: about where they lie.
    """

    person: PersonTables
    segment: Segment
    columns: Narrow
    tables: KeyTables
    numbers: Numbers
    bounds: Bounds
    bytes_at: tuple[int, int]
    choosing: bool
    floor: int
    first: npt.NDArray[np.uint8]
    rows: int
    middle: int


def ready(segment: Segment, person: PersonTables, asked: Asked) -> Ready:
    """Answer a person as passes read it; worked out once, and kept with the person against the segment.

    Args:
        segment: rows of an index.
        person: the person as tables.
        asked: the person against this segment.
    """
    known: Ready | None = asked.kept.get("ready")
    if known is None or known.person is not person or known.segment is not segment:
        bounds, tables = bounds_of_codes(segment, person, asked), key_tables(segment, person, asked)
        sizes = asked.stretches[:, 1] - asked.stretches[:, 0]
        rows = int(sizes.sum())
        known = Ready(
            person=person,
            segment=segment,
            columns=narrow(segment),
            tables=tables,
            numbers=np.array(tables.tables, np.int64),
            bounds=bounds,
            bytes_at=(bounds.code.ctypes.data, bounds.choice.ctypes.data),
            choosing=not bounds.choice.all(),
            floor=min(person.wage_floor, _SHORT),  # no wage of a row is higher
            first=_first(asked, sizes),
            rows=rows,
            middle=int((sizes * asked.stretches[:, 0]).sum()) // max(rows, 1),
        )
        asked.kept["ready"] = known
    return known


def _first(asked: Asked, sizes: Numbers) -> npt.NDArray[np.uint8]:
    """Answer the places that are looked at first: those with the most points, while they hold few of the rows."""
    points = asked.place_points[asked.stretches[:, 2]]
    order = np.argsort(-points, kind="stable")
    few = np.searchsorted(np.cumsum(sizes[order]) * _FIRST, sizes.sum(), side="right")
    line = points[order[few]] if few < len(order) else 0
    return (asked.place_points > line).astype(np.uint8)


def days_of(window: Window) -> tuple[np.uint16, np.uint16, np.uint16]:
    """Answer a window as the numbers of a row: the day, how long without a last day, and since when."""
    return tuple(np.uint16(min(number, _SHORT)) for number in (window.day, window.open_days, window.new_since))  # type: ignore[return-value]


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
    segment, against = part.segment, ready(part.segment, person, asked)
    columns, bounds = against.columns, against.bounds
    arguments = (
        asked.in_reach,
        against.first,
        np.asarray(segment.bits.bits),
        asked.bits,
        part.gone,
        (columns.expires, columns.first_seen, columns.last_seen),
        days_of(window),
        columns.wage_most,
        np.uint16(against.floor),
        columns.code,
        bounds.code,
        bounds.low,
        bounds.step,
        columns.choice,
        bounds.choice,
        against.choosing,
        columns.place_start,
        len(segment),
        against.tables.mark,
        against.tables.tables,
    )
    room = min(top, len(segment))

    def best(spans: Numbers) -> tuple[Numbers, Numbers, int]:
        keys, marks, rows = np.empty(room, np.int64), np.empty(room, np.uint64), np.empty(room, np.int64)
        look, waits = np.empty(WORD, np.uint8), np.empty(WAIT + WORD, np.uint64)
        points = np.empty(WAIT + WORD, np.int64)
        kept, opened = _best(spans, keys, marks, rows, look, waits, points, *arguments) if room else (0, 0)
        return rows[:kept], keys[:kept], opened

    found = side_by_side(best, cuts_of(spans_of(asked.stretches), threads))
    if len(found) == 1:
        return found[0]
    rows, keys = (np.concatenate([each[number] for each in found]) for number in (0, 1))
    order = np.lexsort((segment.mark[rows], -keys))[:top]
    return rows[order], keys[order], sum(each[2] for each in found)
