"""A bit per vacancy for every limit that could close it: "the work goes beyond level l of this channel".

A person's limits pick a few of these rows of bits; their union closes vacancies, 64 at a time, without reading them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.capacity import Capacity, CapacityStatus
from matcher.domain.demand import Demand, Mark
from matcher.domain.finding import Outcome
from matcher.domain.vacancy import Evidence
from matcher.fit import confront, fit_rules
from matcher.fit.bounds import bounds_of
from matcher.fit.effective import effective_level
from matcher.reference.channels import channels
from matcher.vacancies.columns import NONE, Columns, Form
from matcher.vacancies.demands import HOURS_CHANNELS, STATED, StatedDemand, comparable, speaks, unsettled

WORD = 64
_SILENT = -1
_NO_WORDS = Evidence("", 0, 0, "")

Key = tuple[str, int, bool]
"""Channel, level (0: limited, degree not known), and whether peaks are tolerated."""


@dataclass(frozen=True, slots=True)
class ClosingBits:
    """Bits per vacancy for every limit that could close it; equal rows of bits are kept once.

    Attributes:
        bits: uint64 [kept rows of bits, words].
        place: per key the row of bits; -1 when the limit closes nothing here.
    """

    bits: npt.NDArray[np.uint64]
    place: Mapping[Key, int]


def key_of(capacity: Capacity, *, peaks: bool) -> Key | None:
    """Answer which bits a limit picks; None when it can close nothing.

    Args:
        capacity: capacity on a channel.
        peaks: whether the incidental-peak rule is on for the case.
    """
    if capacity.status is not CapacityStatus.LIMITED:
        return None
    channel = channels()[capacity.channel]
    level = effective_level(capacity, channel)
    with_peaks = peaks and channel.peak_allowed
    if level.degree_known:
        return (channel.code, level.level, with_peaks)
    return None if channel.degree_in_text else (channel.code, 0, with_peaks)


def all_keys() -> Iterator[Key]:
    """Answer every key that a limit can pick."""
    for channel in channels().values():
        for with_peaks in (False, True) if channel.peak_allowed else (False,):
            for level in range(0 if not channel.degree_in_text else 1, channel.levels + 1):
                yield (channel.code, level, with_peaks)


def closing_bits(columns: Columns, catalogue: Catalogue) -> ClosingBits:
    """Answer the bits of rows.

    Args:
        columns: rows, in the order of the segment.
        catalogue: occupations.
    """
    by_occupation = _by_occupation(catalogue)
    owner = np.repeat(np.arange(len(columns)), columns.lengths())
    code_of_form = np.array([form[0] for form in columns.tables.forms])
    stated_on = {
        code: np.flatnonzero(np.isin(columns.stated, np.flatnonzero(code_of_form == code)))
        for code in dict.fromkeys(code_of_form.tolist())
    }
    with_hours = columns.hours != NONE
    kept: dict[bytes, int] = {}
    rows: list[npt.NDArray[np.uint64]] = []
    place: dict[Key, int] = {}
    for key in all_keys():
        closed = by_occupation[key][columns.occupation]
        stated = stated_on.get(key[0])
        if stated is not None:
            by_form = np.array([_answer(form, key) for form in columns.tables.forms], np.int8)[columns.stated[stated]]
            closed[owner[stated]] = np.where(by_form == _SILENT, closed[owner[stated]], by_form > 0)
        if key[0] in HOURS_CHANNELS:
            closed &= ~with_hours
        if not closed.any():
            place[key] = -1
            continue
        packed = packed_bits(closed)
        number = kept.setdefault(packed.tobytes(), len(rows))
        if number == len(rows):
            rows.append(packed)
        place[key] = number
    words = (len(columns) + WORD - 1) // WORD
    return ClosingBits(np.array(rows, np.uint64).reshape(len(rows), words), place)


def packed_bits(closed: npt.NDArray[np.bool_]) -> npt.NDArray[np.uint64]:
    """Answer booleans as words of 64 bits, the first one in the lowest bit.

    Args:
        closed: one per row.
    """
    padded = np.zeros((len(closed) + WORD - 1) // WORD * WORD, np.bool_)
    padded[: len(closed)] = closed
    return np.packbits(padded, bitorder="little").view("<u8").astype(np.uint64)


def unpacked_bits(words: npt.NDArray[np.uint64], count: int) -> npt.NDArray[np.bool_]:
    """Answer words of 64 bits as booleans.

    Args:
        words: as `packed_bits` made them.
        count: number of rows.
    """
    return np.unpackbits(words.astype("<u8").view(np.uint8), count=count, bitorder="little").view(np.bool_)


@lru_cache(maxsize=4)
def _by_occupation(catalogue: Catalogue) -> Mapping[Key, npt.NDArray[np.bool_]]:
    """Answer per key which occupations the limit closes; the last one stands for an occupation that is not known."""
    bounds, below = bounds_of(catalogue), fit_rules().exceeds_pct
    found = {}
    for code, level, peaks in all_keys():
        column, high = catalogue.channel_index[code], bounds.peak_high if peaks else bounds.high
        known = bounds.known[level or channels()[code].levels, column]
        found[code, level, peaks] = np.append(known & (high[level or 1, column] < below), False)
    return found


def _answer(form: Form, key: Key) -> int:
    """Answer by the comparison itself whether a limit closes a stated demand; silent when it does not speak of it."""
    code, level, peaks = key
    if form[0] != code:
        return _SILENT
    limit = Capacity(code, CapacityStatus.LIMITED, level or None, degree_known=level > 0)
    demand = demand_of_form(form)
    if not speaks(demand, limit):
        return 0 if Outcome.EXCEEDS in unsettled(stated_of_form(form)) else _SILENT
    found = confront(limit, comparable(demand, limit), channels()[code], fit_rules(), peaks=peaks)
    return int(found.outcome is Outcome.EXCEEDS)


def stated_of_form(form: Form) -> StatedDemand:
    """Answer what a vacancy states, without its words, from its place in the tables.

    Args:
        form: a row of the tables.
    """
    return StatedDemand(demand_of_form(form), _NO_WORDS, asked=form[4])


def demand_of_form(form: Form) -> Demand:
    """Answer a stated demand from its place in the tables.

    Args:
        form: a row of the tables.
    """
    return Demand(form[0], form[1], form[2], form[3], Mark.STATED, STATED)
