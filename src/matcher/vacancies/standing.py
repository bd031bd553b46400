"""What of a segment stays open for a person, and in which order its rows can hold the best: worked out once.

A row is closed by the person, the segment and the window of days alone, and none of these changes. So which rows are
open, and how many each limit alone closes, is found once, and 64 rows together (a word) get their place by their best
row. A list of the best N then looks at the open rows of the first N words only: each of these has a row that stands
before every row of all words after them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import numpy.typing as npt

from matcher.vacancies.asked import Asked
from matcher.vacancies.closing_bits import WORD, packed_bits, unpacked_bits
from matcher.vacancies.person_tables import PersonTables
from matcher.vacancies.plain_pass import Window, open_rows, score_rows
from matcher.vacancies.share import compiles, counted_limits, first_of
from matcher.vacancies.store import Part

Numbers = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint32]
Bits = npt.NDArray[np.uint64]
Best = Callable[[Words, Bits, int], tuple[Numbers, Numbers]]
"""Answers the rows and keys of the best among the open rows of some words, best first."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One person against one segment in a window of days.

    Attributes:
        words: the words that hold an open row, in the order of their best row.
        bits: the open rows of each of them.
        opened: how many rows are open in all.
        listed: how many rows are vacancies on the day.
        only_by: per limit, how many rows nothing else closes.
    """

    words: Words
    bits: Bits
    opened: int
    listed: int
    only_by: Mapping[str, int]
    _best: Best = field(repr=False)

    def best(self, top: int) -> tuple[Numbers, Numbers]:
        """Answer the best rows, best first, with their keys; each is scored here and put in order afresh.

        Args:
            top: how many.
        """
        return self._best(self.words[:top], self.bits[:top], top)


Stand = Callable[[Part, PersonTables, Asked, Window], Standing]
"""Works out what stays open."""


def stand_of(rows: int) -> Stand:
    """Answer the compiled way to work it out for many rows where numba is installed, else the one in numpy.

    Args:
        rows: number of rows of the whole index.
    """
    if not compiles(rows):
        return plain_standing
    from matcher.vacancies.compiled_standing import compiled_standing  # noqa: PLC0415 as for the compiled pass

    return compiled_standing


def plain_standing(part: Part, person: PersonTables, asked: Asked, window: Window) -> Standing:
    """Answer what of a segment stays open for a person, in numpy.

    Args:
        part: a segment with its rows that are gone.
        person: the person as tables.
        asked: the person against this segment.
        window: which vacancies are looked at.
    """
    only_by, listed = counted_limits(part, person, asked, window)
    rows = open_rows(part.segment, person, asked, window, part.gone)
    scored = score_rows(part.segment, person, asked, rows)
    is_open = np.zeros(len(part.segment), np.bool_)
    is_open[rows] = True
    order = np.lexsort((np.asarray(part.segment.mark[rows]), -scored.key))
    words, first = np.unique(rows[order] // WORD, return_index=True)
    words = words[np.argsort(first)]
    best = partial(_plain_best, part, person, asked)
    return Standing(words.astype(np.uint32), packed_bits(is_open)[words], len(rows), listed, only_by, best)


def _plain_best(
    part: Part, person: PersonTables, asked: Asked, words: Words, bits: Bits, top: int
) -> tuple[Numbers, Numbers]:
    open_here = unpacked_bits(bits, len(bits) * WORD).reshape(len(bits), WORD)
    word, place = np.nonzero(open_here)
    scored = score_rows(part.segment, person, asked, words.astype(np.int64)[word] * WORD + place)
    kept = first_of(part, scored, top)
    return scored.row[kept], scored.key[kept]
