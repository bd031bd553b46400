"""The rows of a segment in shares: words of 64 rows in reach, divided over threads."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import pairwise
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from matcher.vacancies.closing_bits import WORD

# Below this many rows in reach one thread is quicker than handing work out.
_ROWS_PER_THREAD = 60_000
_WORD_SHIFT = 6
_NO_WORDS = np.zeros((1, 2), np.int64)

Numbers = npt.NDArray[np.int64]
S = TypeVar("S")
T = TypeVar("T")


def spans_of(stretches: Numbers) -> Numbers:
    """Answer the words that stretches of rows lie in, each word once: first word and end of each span of them.

    Args:
        stretches: first row and end of each, in order.
    """
    first, end = stretches[:, 0] >> _WORD_SHIFT, (stretches[:, 1] + WORD - 1) >> _WORD_SHIFT
    apart = first[1:] > end[:-1]
    spans = np.stack([first[np.append(True, apart)], end[np.append(apart, True)]], axis=1) if len(first) else _NO_WORDS
    return np.ascontiguousarray(spans)


def every_word(rows: int) -> Numbers:
    """Answer all words as one span.

    Args:
        rows: number of rows.
    """
    return np.array([[0, (rows + WORD - 1) // WORD]], np.int64)


def cuts_of(spans: Numbers, threads: int | None) -> Sequence[Numbers]:
    """Answer shares of about as many words of spans, in no more parts than is worth it.

    Args:
        spans: first word and end of each.
        threads: how many may work at once; as many as there are processors when not given.
    """
    lengths = spans[:, 1] - spans[:, 0]
    total = int(lengths.sum())
    parts = min(threads or _processors(), total * WORD // _ROWS_PER_THREAD)
    if parts <= 1:
        return [spans]
    begins, cuts = np.cumsum(lengths) - lengths, []
    for low, high in pairwise(total * part // parts for part in range(parts + 1)):
        held = np.stack([np.clip(low - begins, 0, lengths), np.clip(high - begins, 0, lengths)], axis=1)
        cuts.append((spans[:, :1] + held)[held[:, 1] > held[:, 0]])
    return cuts


def side_by_side(work: Callable[[S], T], shares: Sequence[S], threads: int | None = None) -> list[T]:
    """Do the work for each share, in threads beside each other when there are more shares and more threads than one.

    Args:
        work: what is done; compiled code lets other threads go on.
        shares: of what.
        threads: how many may work at once; as many as there are processors when not given.
    """
    if len(shares) == 1 or threads == 1:
        return [work(share) for share in shares]
    return list(_threads().map(work, shares))


@cache
def _processors() -> int:
    return os.cpu_count() or 1


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_processors(), thread_name_prefix="vacancies")
