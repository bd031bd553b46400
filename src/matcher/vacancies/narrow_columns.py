"""What a pass looks at for every row of a segment, one column after another, so that a processor reads many at a time.

They follow from the rows alone and hold nothing of a person: made once per segment, kept for as long as its rows are.
"""

import weakref
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from matcher.errors import FileUnreadable
from matcher.vacancies.closing_bits import WORD
from matcher.vacancies.gates import EDUCATION_LEVELS
from matcher.vacancies.segment import (
    COUNT,
    EDUCATION,
    EXPIRES,
    FIRST_SEEN,
    HOURS,
    LAST_SEEN,
    OCCUPATION,
    WAGE_LEAST,
    WAGE_MOST,
    Segment,
)

LEVELS = len(EDUCATION_LEVELS) + 1
WORK_SHIFT = (2 * LEVELS).bit_length() - 1
"""A number of work shifted by this is the occupation; LEVELS is a power of two."""

# Demands that a row states itself, in classes: each class counts as its highest.
_CLASSES = (1, 2, 3, 5)
_HALF = 16  # bits of a number in a row
_FEW = 1 << 22  # so many combinations are numbered by a list of all of them

Column = npt.NDArray[np.uint16]
Numbers = npt.NDArray[np.int64]


class Narrow(NamedTuple):
    """The columns, each filled up to whole words of rows, and where places begin.

    Attributes:
        work: occupation, education level and, in the lowest bit, whether no wage is stated.
        hours: place in the table of hours; the number after the last one where none are stated.
        wage_least: lowest stated wage in cents.
        wage_most: highest stated wage in cents.
        requirement: place in the table of requirements.
        expires: last day.
        first_seen: first day on which a feed had it.
        last_seen: last such day.
        place_start: first row of each place, with one more at the end.
        code: place in `code_work` and `code_count`: what a bound on a row's score needs, each combination that occurs.
        code_work: number of work per code.
        code_count: at most how many demands a row of the code states.
        choice: place in `choice_hours` and `choice_requirement`.
        choice_hours: as `hours`, per choice.
        choice_requirement: as `requirement`, per choice.
    """

    work: Column
    hours: Column
    wage_least: Column
    wage_most: Column
    requirement: npt.NDArray[np.uint32]
    expires: Column
    first_seen: Column
    last_seen: Column
    place_start: Numbers
    code: Column
    code_work: Numbers
    code_count: Numbers
    choice: npt.NDArray[np.uint32]
    choice_hours: Numbers
    choice_requirement: Numbers


_made: dict[int, tuple[Any, Narrow]] = {}
_lock = Lock()


def narrow(segment: Segment) -> Narrow:
    """Answer the columns of a segment, made when they are first asked for.

    Args:
        segment: rows of an index.

    Raises:
        FileUnreadable: rows point outside the segment, or hold more kinds of work than can be numbered.
    """
    number = id(segment.rows)
    known = _made.get(number)
    if known is not None and known[0]() is segment.rows:
        return known[1]
    with _lock:
        made = _narrow(segment)
        # They go with the rows: a ranking of vacancies that are not kept leaves nothing behind.
        _made[number] = (weakref.ref(segment.rows, lambda _gone: _made.pop(number, None)), made)
        return made


def _sound(segment: Segment) -> bool:
    """Answer whether nothing in a segment points outside it: compiled passes read what rows point at unchecked."""
    rows, tables = segment.rows, segment.tables
    last = segment.start().astype(np.int64) + rows[:, COUNT]
    return (
        int(rows[:, OCCUPATION].max(initial=0)) < 1 << (_HALF - WORK_SHIFT)
        and int(rows[:, EDUCATION].max(initial=0)) < LEVELS
        and int(last.max(initial=0)) <= len(segment.stated)
        and int(segment.stated.max(initial=0)) < max(1, len(tables.forms))
        and int(segment.requirement().max(initial=0)) < max(1, len(tables.requirements))
        and not bool(((rows[:, WAGE_LEAST] > 0) & (rows[:, WAGE_MOST] == 0)).any())
        and segment.bits.bits.shape[1] * WORD >= len(rows)
        and len(segment.mark) == len(rows) == int(segment.place_start[-1])
    )


def _narrow(segment: Segment) -> Narrow:
    if not _sound(segment):
        raise FileUnreadable("De index is beschadigd. Bouw hem opnieuw: matcher index build.")
    rows = segment.rows
    short = -len(rows) % WORD

    def column(number: int) -> Column:
        return np.append(rows[:, number], np.zeros(short, np.uint16))

    occupation, education, most = column(OCCUPATION), column(EDUCATION), column(WAGE_MOST)
    work = (occupation << WORK_SHIFT | education << 1 | (most == 0)).astype(np.uint16)
    hours = np.minimum(column(HOURS), len(segment.tables.hours)).astype(np.uint16)
    requirement = np.append(segment.requirement(), np.zeros(short, np.uint32))
    count = column(COUNT)
    classes = np.array([*_CLASSES, max(_CLASSES[-1], int(count.max(initial=0)))])
    code, codes = _numbered(work.astype(np.int64) * len(classes) + np.searchsorted(classes, count))
    if len(codes) > 1 << _HALF:
        raise FileUnreadable("De index heeft te veel verschillende soorten werk. Splits hem: matcher index shard.")
    sets = len(segment.tables.requirements)
    choice, choices = _numbered(hours.astype(np.int64) * sets + requirement)
    return Narrow(
        work=work,
        hours=hours,
        wage_least=column(WAGE_LEAST),
        wage_most=most,
        requirement=requirement,
        expires=column(EXPIRES),
        first_seen=column(FIRST_SEEN),
        last_seen=column(LAST_SEEN),
        place_start=segment.place_start.astype(np.int64),
        code=code.astype(np.uint16),  # there are some thousands of numbers of work and five classes
        code_work=codes // len(classes),
        code_count=classes[codes % len(classes)],
        choice=choice.astype(np.uint32),
        choice_hours=choices // sets,
        choice_requirement=choices % sets,
    )


def _numbered(keys: Numbers) -> tuple[Numbers, Numbers]:
    """Answer for every key its place among those that occur, and these."""
    if int(keys.max(initial=0)) >= _FEW:
        found, places = np.unique(keys, return_inverse=True)
        return places.reshape(-1), found
    there = np.zeros(int(keys.max(initial=0)) + 1, np.bool_)
    there[keys] = True
    return (np.cumsum(there) - 1)[keys], np.flatnonzero(there)
