"""The best of the open rows of a segment, compiled by numba: scored from tables of the person and the segment."""

import numpy as np
import numpy.typing as npt
from numba import njit

from matcher.vacancies.compiled_bits import int_at, lowest_bit
from matcher.vacancies.compiled_heap import keep, put_in_order, worse
from matcher.vacancies.compiled_key import NEVER, KeyTables, Numbers, key_of

Words = npt.NDArray[np.uint32]
Bits = npt.NDArray[np.uint64]


@njit(cache=True, nogil=True)
def _scored(words, bits, each, keys, marks, found, place_start, mark, tables):  # type: ignore[no-untyped-def]  # compiled
    """Keep the best rows over all words, best first, or the best one of each word."""
    kept, near, first = 0, np.int64(0), 0
    top = 1 if each else len(keys)
    for number in range(len(words)):
        begins, left = np.uint64(words[number]) << np.uint64(6), bits[number]
        if each:
            first, kept = number, 0
        if place_start[near + 1] <= begins or begins < place_start[near]:
            near = np.searchsorted(place_start, np.int64(begins), side="right") - 1
        while left:
            row = begins + lowest_bit(left)
            left &= left - np.uint64(1)
            while place_start[near + 1] <= row:
                near += 1
            key = key_of(row, int_at(tables.place_points, near), kept == top, keys[first], tables)
            if key == NEVER:
                continue
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
        _scored(words, bits, False, keys, marks, rows, tables.place_start, tables.mark, tables.tables)  # noqa: FBT003 compiled: no names
    return rows, keys


def best_of_each_word(tables: KeyTables, words: Words, bits: Bits) -> tuple[Numbers, Numbers]:
    """Answer the row and key of the best of each word, in the order of the words.

    Args:
        tables: one person against one segment.
        words: numbers of words of 64 rows.
        bits: the open rows of each of them; at least one.
    """
    keys, marks, rows = np.empty(len(words), np.int64), np.empty(len(words), np.uint64), np.empty(len(words), np.int64)
    _scored(words, bits, True, keys, marks, rows, tables.place_start, tables.mark, tables.tables)  # noqa: FBT003 compiled: no names
    return rows, keys
