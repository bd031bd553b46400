"""What closes the rows of a segment, counted in one pass compiled by numba: the same answers as in numpy.

All rows are read 64 at a time from the closing bits; what nothing closes is written down as bits again. Several threads
share the rows of one person.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numba import njit

from matcher.vacancies.asked import Asked
from matcher.vacancies.closing_bits import WORD
from matcher.vacancies.compiled_best import days_of, reach_of
from matcher.vacancies.compiled_bits import listed_word, lowest_bit, ones
from matcher.vacancies.compiled_shares import cuts_of, every_word, side_by_side
from matcher.vacancies.demands import HOURS_CHANNELS
from matcher.vacancies.narrow_columns import narrow
from matcher.vacancies.person_tables import BY_EDUCATION, BY_LAW, BY_STAGE, PersonTables
from matcher.vacancies.plain_pass import Window
from matcher.vacancies.store import Part

Numbers = npt.NDArray[np.int64]
Bits = npt.NDArray[np.uint64]

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


@njit(cache=True, nogil=True)
def _passed(  # type: ignore[no-untyped-def]  # noqa: C901, PLR0912 one loop, compiled as a whole
    spans,
    words,
    alone,
    alone_in_row,
    in_reach,
    bits,
    closing,
    gone,
    wage_most,
    requirement,
    dates,
    window,
    gate,
    wage_floor,
    hours_limits,
    requirement_closed,
    place_start,
    work,
    hours,
    all_rows,
):
    closes = np.zeros(WORD, np.uint8)
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
            while place_start[place + 1] <= start:
                place += 1
            reach = reach_of(in_reach, place_start, place, start, end)
            once, more = here & ~reach, np.uint64(0)
            for number in range(len(closing)):
                closed = bits[closing[number], word] & here
                more |= once & closed
                once |= closed
            begins = np.uint64(start)  # a number that could be negative would cost a jump at every look
            # Plain loops over 64 neighbours, without a jump per row: the processor does many of them at a time.
            live = here & listed_word(dates[0], dates[1], dates[2], begins, window[0], window[1], window[2])
            for at in range(WORD):
                closes[at] = gate[work[begins + np.uint64(at)]]
            for at in range(WORD):
                closes[at] |= hours_limits[hours[begins + np.uint64(at)]]
            for at in range(WORD):
                closes[at] |= requirement_closed[requirement[begins + np.uint64(at)]] << _REQUIREMENT_BIT
            for at in range(WORD):
                most = wage_most[begins + np.uint64(at)]
                closes[at] |= ((most != 0) & (most < wage_floor)) << _WAGE_BIT
            clean = np.uint64(0)
            for at in range(WORD):
                clean |= np.uint64(closes[at] == 0) << np.uint64(at)
            listed += np.int64(ones(live))
            only = live & clean & once & ~more
            if only:
                alone[-1] += np.int64(ones(only & ~reach))
                for number in range(len(closing)):
                    alone[number] += np.int64(ones(bits[closing[number], word] & only))
            left = live & ~once & ~clean
            while left:
                alone_in_row[closes[np.int64(lowest_bit(left))]] += 1
                left &= left - np.uint64(1)
            left = live & ~once & clean
            opened += np.int64(ones(left))
            words[word - first_word] = left
    return opened, listed


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
    limits = _limits_in_bits(part, person)
    results = _passed_over(part, person, asked, window, np.array([place for _, place in limits], np.int64))
    words = np.concatenate([share.words for share in results])
    in_bits = [code for code, _ in limits]
    alone = np.sum([result.alone for result in results], axis=0).tolist()
    in_row = np.sum([result.alone_in_row for result in results], axis=0)[list(_IN_ROW)].tolist()
    only_by = dict.fromkeys((*in_bits, *_IN_ROW.values(), "travel"), 0)
    for limit, count in zip((*in_bits, "travel", *_IN_ROW.values()), (*alone, *in_row), strict=True):
        only_by[limit] += count
    return OpenWords(words, sum(each.opened for each in results), sum(each.listed for each in results), only_by)


def compiled_limits(part: Part, person: PersonTables, asked: Asked, window: Window) -> tuple[Mapping[str, int], int]:
    """Answer how many vacancies of a segment each limit alone closes, and how many there are on the day.

    Args:
        part: a segment with its rows that are gone.
        person: the person as tables.
        asked: the person against this segment.
        window: which vacancies are looked at.
    """
    found = open_words(part, person, asked, window)
    return found.only_by, found.listed


def _limits_in_bits(part: Part, person: PersonTables) -> list[tuple[str, int]]:
    """Answer the limits of a person that close rows of a segment by its bits, with their rows of bits."""
    places = ((key[0], part.segment.bits.place[key]) for key in person.keys)
    return [(code, place) for code, place in places if place >= 0]


@dataclass(frozen=True, slots=True)
class _Share:
    """What the pass over a share of the rows found: the open ones as bits, and counts."""

    words: Bits
    opened: int
    listed: int
    alone: Numbers
    alone_in_row: Numbers


def _passed_over(part: Part, person: PersonTables, asked: Asked, window: Window, closing: Numbers) -> list[_Share]:
    """Pass over all rows in shares."""
    segment, columns = part.segment, narrow(part.segment)
    per_day, per_week = asked.hours.exceeds
    arguments = (
        asked.in_reach,
        np.asarray(segment.bits.bits),
        closing,
        part.gone,
        columns.wage_most,
        columns.requirement,
        (columns.expires, columns.first_seen, columns.last_seen),
        days_of(window),
        np.stack([person.gate, person.gate | (person.wage_gate * np.uint8(BY_STAGE))[:, None]], axis=2).reshape(-1),
        person.wage_floor,
        np.append(per_day * _HOURS_A_DAY + per_week * _HOURS_A_WEEK, 0).astype(np.uint8),
        asked.requirement_closed,
        columns.place_start,
        columns.work,
        columns.hours,
        len(segment),
    )

    def passed(spans: Numbers) -> _Share:
        # Arrays that a compiled function makes itself cost more to hand back than all of this.
        first, end = int(spans[0, 0]), int(spans[-1, 1])
        words = np.zeros(end - first, np.uint64)
        alone, alone_in_row = np.zeros(len(closing) + 1, np.int64), np.zeros(_LIMITS_IN_ROW, np.int64)
        opened, listed = _passed(spans, words, alone, alone_in_row, *arguments)
        return _Share(words, opened, listed, alone, alone_in_row)

    return side_by_side(passed, cuts_of(every_word(len(segment)), None))
