"""The best of the open rows of a segment, compiled by numba: scored from tables of the person and the segment."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from numba import njit

from matcher.vacancies.asked import Asked
from matcher.vacancies.closing_bits import WORD
from matcher.vacancies.compiled_bits import lowest_bit, ones
from matcher.vacancies.compiled_heap import keep, put_in_order, worse
from matcher.vacancies.narrow_columns import WORK_SHIFT, Column, narrow
from matcher.vacancies.person_tables import DOUBTFUL, FIGURES, FITS, LOST, NOT_FITTING, PersonTables
from matcher.vacancies.segment import COUNT, START_HIGH, START_LOW, Segment

Numbers = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint32]
Bits = npt.NDArray[np.uint64]
_EIGHT = 0xFF
_WHOLE = 100  # percent
_MANY = 12  # open rows of a word from which a look at all 64 is quicker than one at each


class KeyTables(NamedTuple):
    """What the key of a row is made of: columns of the segment, then one person against them."""

    rows: npt.NDArray[np.uint16]
    stated: npt.NDArray[np.uint16]
    mark: npt.NDArray[np.uint64]
    place_start: Numbers
    work: Column
    hours: Column
    wage_least: Column
    base: Numbers
    base_hours: Numbers
    cells: Numbers
    points: npt.NDArray[np.int32]
    usual_wage: npt.NDArray[np.int32]
    wage_lines: npt.NDArray[np.int32]
    wage_points: npt.NDArray[np.int32]
    forms: Numbers
    form_channel: Numbers
    hours_packed: Numbers
    hours_points: npt.NDArray[np.int32]
    place_points: npt.NDArray[np.int32]
    figures_points: Numbers
    lost_points: Numbers
    open_points: Numbers
    doubt_waits: Numbers
    capacity_most: int
    channels: int


def key_tables(segment: Segment, person: PersonTables, asked: Asked) -> KeyTables:
    """Answer the tables that the keys of a segment's rows are made of; made once for many passes.

    Args:
        segment: rows of an index.
        person: the person as tables.
        asked: the person against this segment.
    """
    columns, lookups, weights = narrow(segment), person.lookups, person.weights
    return KeyTables(
        rows=np.asarray(segment.rows),
        stated=np.asarray(segment.stated),
        mark=np.asarray(segment.mark),
        place_start=columns.place_start,
        work=columns.work,
        hours=columns.hours,
        wage_least=columns.wage_least,
        base=person.base,
        base_hours=person.base_hours,
        cells=asked.cells,
        points=lookups.key_points.reshape(-1),
        usual_wage=person.usual_wage,
        wage_lines=person.wage_lines,
        wage_points=person.wage_points,
        forms=asked.forms,
        form_channel=asked.form_channel,
        hours_packed=asked.hours.packed,
        hours_points=np.append(asked.hours.points, 0).astype(np.int32),
        place_points=asked.place_points,
        figures_points=lookups.figures,
        lost_points=lookups.lost,
        open_points=lookups.opened,
        doubt_waits=lookups.doubt,
        capacity_most=weights.margin_max + weights.open_max,
        channels=weights.channels,
    )


@njit(cache=True, nogil=True)
def _scored(  # type: ignore[no-untyped-def]  # noqa: C901, PLR0912, PLR0915 one loop, compiled as a whole
    words,
    bits,
    each,
    keys,
    marks,
    found,
    rows,
    stated,
    mark,
    place_start,
    work,
    hours,
    wage_least,
    base,
    base_hours,
    cells,
    points,
    usual_wage,
    wage_lines,
    wage_points,
    forms,
    form_channel,
    hours_packed,
    hours_points,
    place_points,
    figures_points,
    lost_points,
    open_points,
    doubt_waits,
    capacity_most,
    channels,
):
    """Keep the best rows over all words, best first, or the best one of each word."""
    levels, kept, near = len(wage_lines), 0, np.int64(0)
    top = 1 if each else len(keys)
    first = 0
    most_of, steps = np.empty(WORD, np.int32), np.empty(WORD, np.int32)
    for number in range(len(words)):
        begins, left = np.uint64(words[number]) << np.uint64(6), bits[number]
        if each:
            first, kept = number, 0
        if place_start[near + 1] <= begins or begins < place_start[near]:
            near = np.searchsorted(place_start, np.int64(begins), side="right") - 1
        if kept == top and ones(left) >= _MANY:
            # Plain loops over 64 neighbours, without a jump per row: rows that stay below the best even with every
            # point for capacity are left out, most of them.
            last, near_most = near, place_points[near]
            while place_start[last + 1] < np.int64(begins) + WORD and last + 1 < len(place_points):
                last += 1
                near_most = max(near_most, place_points[last])
            for at in range(WORD):
                row = begins + np.uint64(at)
                most_of[at] = points[np.uint64(work[row]) >> np.uint64(1)] + hours_points[np.uint64(hours[row])]
            for at in range(WORD):
                steps[at] = 0 if levels else len(wage_points) - 1
            for line in range(levels):
                for at in range(WORD):
                    steps[at] += wage_least[begins + np.uint64(at)] < wage_lines[line]
            for at in range(WORD):
                row = begins + np.uint64(at)
                usual = usual_wage[np.uint64(work[row]) >> np.uint64(WORK_SHIFT)]
                told = wage_points[np.uint64(steps[at])]
                most_of[at] += told if wage_least[row] != 0 else usual
            able, line_of_best = np.uint64(0), keys[first] - capacity_most - near_most
            for at in range(WORD):
                able |= np.uint64(most_of[at] >= line_of_best) << np.uint64(at)
            left &= able
        while left:
            row = begins + lowest_bit(left)
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
            if kept == top and key + capacity_most < keys[first]:
                continue  # not even with every point for capacity
            stated_hours = hours[row] < len(hours_packed)
            counts = base_hours[occupation] + hours_packed[hours[row]] if stated_hours else base[occupation]
            if kept == top:
                # Each stated demand corrects one channel: at best it fits with figures and loses no room.
                corrected = np.int64(rows[row, COUNT])
                most = figures_points[min(((counts >> FIGURES) & _EIGHT) + corrected, channels)]
                most -= lost_points[max((counts >> LOST) - _WHOLE * corrected, 0)]
                most = max(most, 0) + open_points[max(((counts >> NOT_FITTING) & _EIGHT) - corrected, 0)]
                if key + most < keys[first]:
                    continue
            begin = np.int64(rows[row, START_LOW]) | (np.int64(rows[row, START_HIGH]) << 16)
            for demand in range(begin, begin + rows[row, COUNT]):
                form = stated[demand]
                counts += forms[form] - cells[occupation, form_channel[form]]
            key += max(figures_points[(counts >> FIGURES) & _EIGHT] - lost_points[counts >> LOST], 0)
            if (counts >> FITS) & _EIGHT:
                key += open_points[(counts >> NOT_FITTING) & _EIGHT]
            key -= doubt_waits[(counts >> DOUBTFUL) & _EIGHT]
            if not each:
                kept = keep(keys, marks, found, kept, key, mark[row], row)
            elif not kept or worse(keys[first], marks[first], key, mark[row]):
                keys[first], marks[first], found[first], kept = key, mark[row], row, 1
    if not each:
        put_in_order(keys, marks, found, kept)


def best_of_words(tables: KeyTables, words: Words, bits: Bits, top: int) -> tuple[Numbers, Numbers]:
    """Answer the rows and keys of the best of some open rows, best first.

    Args:
        tables: one person against one segment.
        words: numbers of words of 64 rows.
        bits: the open rows of each of them; at least one.
        top: how many.
    """
    room = top if len(words) >= top else min(top, int(np.bitwise_count(bits).sum()))
    # Arrays that a compiled function makes itself cost more to hand back than all of this.
    keys, marks, rows = np.empty(room, np.int64), np.empty(room, np.uint64), np.empty(room, np.int64)
    if room:
        _scored(words, bits, False, keys, marks, rows, *tables)  # noqa: FBT003 a compiled function has no names
    return rows, keys


def best_of_each_word(tables: KeyTables, words: Words, bits: Bits) -> tuple[Numbers, Numbers]:
    """Answer the row and key of the best of each word, in the order of the words.

    Args:
        tables: one person against one segment.
        words: numbers of words of 64 rows.
        bits: the open rows of each of them; at least one.
    """
    keys, marks, rows = np.empty(len(words), np.int64), np.empty(len(words), np.uint64), np.empty(len(words), np.int64)
    _scored(words, bits, True, keys, marks, rows, *tables)  # noqa: FBT003 a compiled function has no names
    return rows, keys
