"""The best rows of a segment for several persons in one compiled pass: the answers that each gets alone.

Sixteen persons read a row together: the bytes of all of them for a code lie beside each other, so one look answers for
all. Columns, dates and bits of 64 rows are read once, while they are near. It pays for persons who reach many of the
same rows; a word that few of them reach is looked at for each apart.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from numba import njit

from matcher.vacancies.asked import Asked
from matcher.vacancies.closing_bits import WORD
from matcher.vacancies.compiled_best import MOST, WAIT, Ready, byte_of, compiled_best, days_of, ready
from matcher.vacancies.compiled_bits import (
    LANES,
    int_at,
    listed_word,
    lower_word,
    lowest_bit,
    ones,
    small_at,
    together,
    together_by_two,
)
from matcher.vacancies.compiled_heap import compiled, keep, put_in_order
from matcher.vacancies.compiled_key import NEVER, Tables, fetch_row, fetch_stated, key_of
from matcher.vacancies.compiled_shares import side_by_side, spans_of
from matcher.vacancies.person_tables import PersonTables
from matcher.vacancies.plain_pass import Window
from matcher.vacancies.share import Found
from matcher.vacancies.store import Part

_PLACE_POINTS = Tables._fields.index("place_points")
_TOGETHER = 2  # persons with an open row in a word from which a look of all together is quicker
_SHARED_FROM = 20_000  # rows in reach from which a person shares a pass


@njit(inline="always")
def _tables(at):  # type: ignore[no-untyped-def]  # compiled
    """Answer a person's addresses and sizes from a row of them."""
    return Tables(
        at[0],
        at[1],
        at[2],
        at[3],
        at[4],
        at[5],
        at[6],
        at[7],
        at[8],
        at[9],
        at[10],
        at[11],
        at[12],
        at[13],
        at[14],
        at[15],
        at[16],
        at[17],
        at[18],
        at[19],
        at[20],
        at[21],
        at[22],
        at[23],
    )


@compiled()
def _kept(person, waits, points, waiting, keys, marks, found, kept, mark, told):  # type: ignore[no-untyped-def]  # compiled
    """Score the rows of a person that waited, and keep those that are among the best so far."""
    tables, held = _tables(told[person]), kept[person]
    for number in range(waiting[person]):
        fetch_stated(waits[person, number], tables)
    for number in range(waiting[person]):
        row = waits[person, number]
        key = key_of(row, points[person, number], held == keys.shape[1], keys[person, 0], tables)
        if key != NEVER:
            held = keep(keys[person], marks[person], found[person], held, key, mark[row], row)
    kept[person], waiting[person] = held, 0


@compiled()
def _best_of_many(  # type: ignore[no-untyped-def]  # noqa: C901, PLR0912, PLR0915 one loop, compiled as a whole
    spans,
    persons,
    keys,
    marks,
    found,
    kept,
    opened,
    left,
    opens,
    able,
    lines,
    needs,
    asked_at,
    asked_for,
    waits,
    points,
    waiting,
    reach,
    first,
    bits,
    closing,
    closing_from,
    gone,
    dates,
    window,
    wage_most,
    wage_floor,
    code,
    code_bytes,
    code_at,
    low,
    step,
    choice,
    choice_bytes,
    choice_at,
    choosing,
    place_start,
    all_rows,
    mark,
    told,
):
    """Keep the best rows of each person, best first, and how many are open for each."""
    top = keys.shape[1]
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
                last, anyone = place, reach[place]
                while place_start[last + 1] < end:
                    last += 1
                    anyone |= reach[last]
                if not anyone:
                    continue
                begins = np.uint64(start)
                live = ~gone[word] & listed_word(dates[0], dates[1], dates[2], begins, window[0], window[1], window[2])
                if end - start < WORD:
                    live &= ~np.uint64(0) >> np.uint64(WORD - (end - start))
                floor, enough, here = np.uint16(0), live, 0
                for person in range(persons):
                    left[person] = np.uint64(0)
                    if not (anyone >> person) & 1:
                        continue
                    if wage_floor[person] != floor:
                        floor = wage_floor[person]
                        enough = live & ~lower_word(wage_most, begins, floor)
                    rest = enough
                    if place != last:
                        in_reach = np.uint64(0)
                        for near in range(place, last + 1):
                            if (reach[near] >> person) & 1:
                                begin = max(place_start[near], start) - start
                                behind = min(place_start[near + 1], end) - start
                                if behind > begin:
                                    in_reach |= (~np.uint64(0) >> np.uint64(WORD - (behind - begin))) << np.uint64(
                                        begin
                                    )
                        rest &= in_reach
                    for number in range(closing_from[person], closing_from[person + 1]):
                        rest &= ~bits[closing[number], word]
                    if not rest:
                        continue
                    left[person] = rest
                    here += 1
                    line = keys[person, 0] if kept[person] == top else NEVER
                    if place == last and asked_at[person] == place and asked_for[person] == line:
                        continue  # nothing changed since the last look
                    needs[person] = 1
                    if line != NEVER:
                        most = int_at(told[person, _PLACE_POINTS], place)
                        for near in range(place + 1, last + 1):
                            most = max(most, int_at(told[person, _PLACE_POINTS], near))
                        needs[person] = byte_of(low[person], step[person], line - most)
                    asked_at[person], asked_for[person] = place if place == last else -1, line
                    lines[person] = min(needs[person], MOST)
                if here >= _TOGETHER:
                    if choosing:
                        can = together_by_two(code, code_bytes, choice, choice_bytes, begins, lines, opens, able)
                    else:
                        can = together(code, code_bytes, choice, choice_bytes, begins, lines, opens, able)
                    who = 0
                    for person in range(persons):
                        rest = left[person] & opens[person]
                        left[person] = rest
                        opened[person] += np.int64(ones(rest))
                        who |= (rest != 0 and needs[person] <= MOST) << person
                    while can:
                        at = lowest_bit(can)
                        can &= can - np.uint64(1)
                        those = np.uint64(able[at] & who)
                        while those:
                            person = int(lowest_bit(those))
                            those &= those - np.uint64(1)
                            if (left[person] >> at) & np.uint64(1):
                                row = begins + at
                                near = place
                                while place_start[near + 1] <= row:
                                    near += 1
                                waits[person, waiting[person]] = row
                                points[person, waiting[person]] = int_at(told[person, _PLACE_POINTS], near)
                                waiting[person] += 1
                                fetch_row(row, _tables(told[person]))
                elif here:
                    for person in range(persons):
                        rest = left[person]
                        near = place
                        while rest:
                            row = begins + lowest_bit(rest)
                            rest &= rest - np.uint64(1)
                            value = np.int64(small_at(code_at[person], np.uint64(code[row])))
                            if not value or (choosing and not small_at(choice_at[person], np.uint64(choice[row]))):
                                continue
                            opened[person] += 1
                            if value < needs[person]:
                                continue
                            while place_start[near + 1] <= row:
                                near += 1
                            waits[person, waiting[person]] = row
                            points[person, waiting[person]] = int_at(told[person, _PLACE_POINTS], near)
                            waiting[person] += 1
                            fetch_row(row, _tables(told[person]))
                for person in range(persons):
                    if waiting[person] >= WAIT:
                        _kept(person, waits, points, waiting, keys, marks, found, kept, mark, told)
    for person in range(persons):
        _kept(person, waits, points, waiting, keys, marks, found, kept, mark, told)
        put_in_order(keys[person], marks[person], found[person], kept[person])


def compiled_best_of_many(
    part: Part,
    persons: Sequence[PersonTables],
    asked: Sequence[Asked],
    window: Window,
    top: int,
    threads: int | None = None,
) -> list[Found]:
    """Answer for each of several persons the best rows of one segment, as `compiled_best` does for one.

    Args:
        part: a segment with its rows that are gone.
        persons: the persons as tables.
        asked: each of them against this segment.
        window: which vacancies are looked at.
        top: how many.
        threads: how many may work at once; as many as there are processors when not given.
    """
    against = [ready(part.segment, person, each) for person, each in zip(persons, asked, strict=True)]
    groups = _groups(against)

    def best(group: Sequence[int]) -> list[Found]:
        if len(group) == 1:
            return [compiled_best(part, persons[group[0]], asked[group[0]], window, top, 1)]
        return _together(part, [against[each] for each in group], [asked[each] for each in group], window, top)

    answers = dict[int, Found]()
    for group, found in zip(groups, side_by_side(best, groups, threads), strict=True):
        answers.update(zip(group, found, strict=True))
    return [answers[number] for number in range(len(persons))]


def _groups(against: Sequence[Ready]) -> list[list[int]]:
    """Answer who share a pass: those who reach many rows, neighbours together; everybody else alone."""
    wide = sorted((each.middle, number) for number, each in enumerate(against) if each.rows >= _SHARED_FROM)
    order = [number for _, number in wide]
    alone = [[number] for number, each in enumerate(against) if each.rows < _SHARED_FROM]
    return [order[first : first + LANES] for first in range(0, len(order), LANES)] + alone


def _together(part: Part, against: Sequence[Ready], asked: Sequence[Asked], window: Window, top: int) -> list[Found]:
    """Answer a group of persons in one pass over the rows that any of them reaches."""
    segment = part.segment
    columns, count, room = against[0].columns, len(against), min(top, len(segment))
    reach = np.zeros(len(asked[0].in_reach), np.uint16)
    for number, each in enumerate(asked):
        reach |= each.in_reach.astype(np.uint16) << np.uint16(number)
    start = columns.place_start
    filled = np.flatnonzero((reach > 0) & (start[1:] > start[:-1]))
    spans = spans_of(np.stack([start[filled], start[filled + 1]], axis=1))
    keys, found = np.empty((count, room), np.int64), np.empty((count, room), np.int64)
    marks, kept, opened = np.empty((count, room), np.uint64), np.zeros(count, np.int64), np.zeros(count, np.int64)
    if room and len(filled):
        _best_of_many(
            spans,
            count,
            keys,
            marks,
            found,
            kept,
            opened,
            np.zeros(LANES, np.uint64),
            np.zeros(LANES, np.uint64),
            np.zeros(WORD, np.uint16),
            np.zeros(LANES, np.uint8),
            np.zeros(LANES, np.int64),
            np.full(LANES, -1),
            np.zeros(LANES, np.int64),
            np.empty((count, WAIT + WORD), np.uint64),
            np.empty((count, WAIT + WORD), np.int64),
            np.zeros(count, np.int64),
            reach,
            (2 * np.sum([each.first for each in against], axis=0) > count).astype(np.uint8),
            np.asarray(segment.bits.bits),
            np.concatenate([each.bits for each in asked]),
            np.cumsum([0, *(len(each.bits) for each in asked)]),
            part.gone,
            (columns.expires, columns.first_seen, columns.last_seen),
            days_of(window),
            columns.wage_most,
            np.array([each.floor for each in against], np.uint16),
            columns.code,
            _beside([each.bounds.code for each in against]),
            np.array([each.bytes_at[0] for each in against]),
            np.array([each.bounds.low for each in against]),
            np.array([each.bounds.step for each in against]),
            columns.choice,
            _beside([each.bounds.choice for each in against]),
            np.array([each.bytes_at[1] for each in against]),
            any(each.choosing for each in against),
            start,
            len(segment),
            against[0].tables.mark,
            np.stack([each.numbers for each in against]),
        )
    return [(found[n, : kept[n]], keys[n, : kept[n]], int(opened[n])) for n in range(count)]


def _beside(tables: Sequence[npt.NDArray[np.uint8]]) -> npt.NDArray[np.uint8]:
    """Answer the bytes of several persons for a code beside each other, for every code."""
    found = np.zeros((len(tables[0]), LANES), np.uint8)
    for number, table in enumerate(tables):
        found[:, number] = table
    return found.reshape(-1)
