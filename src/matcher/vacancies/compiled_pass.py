"""The pass over a segment, compiled by numba: the same answers as in numpy, row by row and without copies.

Stretches of rows in reach are read 64 at a time from the closing bits; what nothing closes is written down as bits
again, and only those rows are scored. Several threads share the rows of one person; each keeps its own best.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numba import njit

from matcher.vacancies.asked import Asked
from matcher.vacancies.closing_bits import WORD
from matcher.vacancies.columns import NO_DAY
from matcher.vacancies.compiled_bits import lowest_bit, ones
from matcher.vacancies.compiled_score import Bits, Numbers, best_of_words, key_tables
from matcher.vacancies.demands import HOURS_CHANNELS
from matcher.vacancies.narrow_columns import narrow
from matcher.vacancies.person_tables import BY_EDUCATION, BY_LAW, BY_STAGE, PersonTables
from matcher.vacancies.plain_pass import Window
from matcher.vacancies.store import Part

# Below this many rows in reach one thread is quicker than handing work out.
_ROWS_PER_THREAD = 60_000
_WORD_SHIFT = 6
_NO_WORDS = np.zeros((1, 2), np.int64)

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

T = TypeVar("T")


@njit(cache=True, nogil=True)
def _passed(  # type: ignore[no-untyped-def]  # noqa: C901, PLR0912 one loop, compiled as a whole
    spans,
    words,
    alone,
    alone_in_row,
    counting,
    in_reach,
    bits,
    closing,
    gone,
    wage_most,
    requirement,
    expires,
    first_seen,
    last_seen,
    gate,
    wage_floor,
    hours_limits,
    requirement_closed,
    place_start,
    work,
    hours,
    all_rows,
    day,
    open_days,
    new_since,
):
    closes, live_rows = np.zeros(WORD, np.uint8), np.zeros(WORD, np.uint8)
    opened, listed = np.int64(0), np.int64(0)
    first_word = spans[0, 0]
    place = np.searchsorted(place_start, first_word << 6, side="right") - 1
    for span in range(len(spans)):
        for word in range(spans[span, 0], spans[span, 1]):
            start = word << 6
            end = min(start + WORD, all_rows)
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
            listed += np.int64(ones(live))
            only = live & clean & once & ~more
            if only:
                alone[-1] += np.int64(ones(only & ~reach))
                for number in range(len(closing)):
                    alone[number] += np.int64(ones(bits[closing[number], word] & only))
            left = live & ~once & ~clean if counting else np.uint64(0)
            while left:
                alone_in_row[closes[np.int64(lowest_bit(left))]] += 1
                left &= left - np.uint64(1)
            left = live & ~once & clean
            opened += np.int64(ones(left))
            words[word - first_word] = left
    return opened, listed


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
    tables = key_tables(part.segment, person, asked)

    def best(share: _Share) -> tuple[Numbers, Numbers]:
        words = np.flatnonzero(share.words)
        return best_of_words(tables, (words + share.first_word).astype(np.uint32), share.words[words], top)

    found = _passed_over(part, person, asked, window, best, threads, counting=False)
    rows, keys = (np.concatenate(each) for each in zip(*(best for _, best in found), strict=True))
    order = np.lexsort((tables.mark[rows], -keys))[:top]
    return rows[order], keys[order], sum(share.opened for share, _ in found)


@dataclass(frozen=True, slots=True)
class OpenWords:
    """Which rows of a segment nothing closes, and what stands between the person and the other rows.

    Attributes:
        words: a bit per row, 64 rows a word.
        opened: how many rows are open in all.
        listed: how many rows are vacancies on the day.
        only_by: per limit, how many rows nothing else closes.
    """

    words: Bits
    opened: int
    listed: int
    only_by: Mapping[str, int]


def open_words(part: Part, person: PersonTables, asked: Asked, window: Window) -> OpenWords:
    """Answer which rows nothing closes and how many rows each limit alone closes, in one pass over all rows.

    Args:
        part: a segment with its rows that are gone.
        person: the person as tables.
        asked: the person against this segment.
        window: which vacancies are looked at.
    """
    results = [share for share, _ in _passed_over(part, person, asked, window, lambda _: None, None, counting=True)]
    words = np.concatenate([share.words for share in results])
    in_bits = [code for code, _ in _limits_in_bits(part, person)]
    alone = np.sum([result.alone for result in results], axis=0).tolist()
    in_row = np.sum([result.alone_in_row for result in results], axis=0)[list(_IN_ROW)].tolist()
    only_by = dict.fromkeys((*in_bits, *_IN_ROW.values(), "travel"), 0)
    for limit, count in zip((*in_bits, "travel", *_IN_ROW.values()), (*alone, *in_row), strict=True):
        only_by[limit] += count
    return OpenWords(words, sum(each.opened for each in results), sum(each.listed for each in results), only_by)


def _limits_in_bits(part: Part, person: PersonTables) -> list[tuple[str, int]]:
    """Answer the limits of a person that close rows of a segment by its bits, with their rows of bits."""
    places = ((key[0], part.segment.bits.place[key]) for key in person.keys)
    return [(code, place) for code, place in places if place >= 0]


@dataclass(frozen=True, slots=True)
class _Share:
    """What the pass over a share of the rows found: the open ones as bits, and counts."""

    first_word: int
    words: Bits
    opened: int
    listed: int
    alone: Numbers
    alone_in_row: Numbers


def _passed_over(
    part: Part,
    person: PersonTables,
    asked: Asked,
    window: Window,
    then: Callable[[_Share], T],
    threads: int | None,
    *,
    counting: bool,
) -> list[tuple[_Share, T]]:
    """Pass over the rows in shares, and do what follows with each share in the same thread."""
    segment, columns = part.segment, narrow(part.segment)
    every = np.array([[0, (len(segment) + WORD - 1) // WORD]], np.int64)
    closing = np.array([place for _, place in _limits_in_bits(part, person)], np.int64) if counting else asked.bits
    per_day, per_week = asked.hours.exceeds
    arguments = (
        counting,
        asked.in_reach,
        np.asarray(segment.bits.bits),
        closing,
        part.gone,
        columns.wage_most,
        columns.requirement,
        columns.expires,
        columns.first_seen,
        columns.last_seen,
        np.stack([person.gate, person.gate | (person.wage_gate * np.uint8(BY_STAGE))[:, None]], axis=2).reshape(-1),
        person.wage_floor,
        np.append(per_day * _HOURS_A_DAY + per_week * _HOURS_A_WEEK, 0).astype(np.uint8),
        asked.requirement_closed,
        columns.place_start,
        columns.work,
        columns.hours,
        len(segment),
        np.uint32(window.day),
        np.uint32(window.open_days),
        np.uint32(window.new_since),
    )

    def passed(spans: Numbers) -> tuple[_Share, T]:
        # Arrays that a compiled function makes itself cost more to hand back than all of this.
        first, end = int(spans[0, 0]), int(spans[-1, 1])
        words = np.zeros(end - first, np.uint64)
        alone, alone_in_row = np.zeros(len(closing) + 1, np.int64), np.zeros(_LIMITS_IN_ROW, np.int64)
        opened, listed = _passed(spans, words, alone, alone_in_row, *arguments)
        share = _Share(first, words, opened, listed, alone, alone_in_row)
        return share, then(share)

    cuts = _cuts(every if counting else _spans(asked.stretches), threads or _processors())
    return [passed(cuts[0])] if len(cuts) == 1 else list(_threads().map(passed, cuts))


def _spans(stretches: Numbers) -> Numbers:
    """Answer the words that stretches of rows lie in, each word once: first word and end of each span of them."""
    first, end = stretches[:, 0] >> _WORD_SHIFT, (stretches[:, 1] + WORD - 1) >> _WORD_SHIFT
    apart = first[1:] > end[:-1]
    spans = np.stack([first[np.append(True, apart)], end[np.append(apart, True)]], axis=1) if len(first) else _NO_WORDS
    return np.ascontiguousarray(spans)


def _cuts(spans: Numbers, threads: int) -> Sequence[Numbers]:
    """Answer shares of about as many words of spans, in no more parts than is worth it."""
    lengths = spans[:, 1] - spans[:, 0]
    total = int(lengths.sum())
    parts = min(threads, total * WORD // _ROWS_PER_THREAD)
    if parts <= 1:
        return [spans]
    begins, cuts = np.cumsum(lengths) - lengths, []
    for low, high in pairwise(total * part // parts for part in range(parts + 1)):
        held = np.stack([np.clip(low - begins, 0, lengths), np.clip(high - begins, 0, lengths)], axis=1)
        cuts.append((spans[:, :1] + held)[held[:, 1] > held[:, 0]])
    return cuts


@cache
def _processors() -> int:
    return os.cpu_count() or 1


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_processors(), thread_name_prefix="vacancies")
