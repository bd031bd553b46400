"""What an index, or one shard of it, answers of a person's question. Shares together are the answer of the whole.

Nothing here depends on which rows lie together in a segment or a shard: a row has its place by a whole number and the
hash of its id, and counts are sums. So a whole index is one share, and `search` puts shares together in one way only.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

import numpy as np
import numpy.typing as npt

from matcher.vacancies.asked import Asked, ask
from matcher.vacancies.columns import day_number
from matcher.vacancies.person_tables import PersonTables
from matcher.vacancies.plain_pass import Mask, Scored, Window, closers, listed_rows, open_rows, score_rows
from matcher.vacancies.rules import vacancy_rules
from matcher.vacancies.segment import FIRST_SEEN
from matcher.vacancies.store import Part

TOP = 20
_COMPILED_FROM = 50_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for a person.

    Attributes:
        top: how many to explain.
        new_since: only vacancies that were first seen on this day or later; all when not given.
        closed: whether to list closed ones too, as many as open ones.
    """

    top: int = TOP
    new_since: date | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be among the best, with what is shown of it.

    Attributes:
        order: whole numbers, the lowest first; equal only for equal hashes of an id.
        record: the vacancy as stored.
        first_seen: day number on which a feed first had it.
    """

    order: tuple[int, ...]
    record: bytes = field(repr=False)
    first_seen: int


@dataclass(frozen=True, slots=True)
class Share:
    """What one shard answers of a person's question.

    Attributes:
        best: its open ones, best first.
        closed: its closed ones, those that the fewest limits close first; empty unless asked.
        open_count: how many are open in all.
        listed_count: how many of its vacancies are open to anyone on that day.
        only_by: per limit, how many vacancies nothing else closes.
    """

    best: tuple[Candidate, ...]
    closed: tuple[Candidate, ...]
    open_count: int
    listed_count: int
    only_by: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Best:
    """The best rows over all segments.

    Attributes:
        rows: segment number and row, best first.
        orders: what each of these is ordered by.
        count: how many rows are open in all.
    """

    rows: tuple[tuple[int, int], ...]
    orders: tuple[tuple[int, ...], ...]
    count: int


def share_of(person: PersonTables, parts: Sequence[Part], wanted: Wanted) -> Share:
    """Answer the share of some segments in the answer for a person.

    Args:
        person: the person as tables.
        parts: segments with their rows that are gone.
        wanted: what is asked.
    """
    return shares_of([person], parts, wanted)[0]


def shares_of(persons: Sequence[PersonTables], parts: Sequence[Part], wanted: Wanted) -> list[Share]:
    """Answer the same for several persons on one day, who look for their best rows together.

    Args:
        persons: the persons as tables; at least one.
        parts: segments with their rows that are gone.
        wanted: what is asked for each of them.
    """
    window = window_on(persons[0].judge.seeker.on, wanted.new_since)
    asked = [[ask(person, part.segment) for part in parts] for person in persons]
    best = best_rows_of_many(parts, persons, asked, window, wanted.top)
    return [
        _share(person, parts, against, window, wanted, found)
        for person, against, found in zip(persons, asked, best, strict=True)
    ]


def _share(
    person: PersonTables, parts: Sequence[Part], asked: Sequence[Asked], window: Window, wanted: Wanted, best: Best
) -> Share:
    count = fastest_count(sum(len(part.segment) for part in parts))
    counted, listed = Counter[str](), 0
    for part, against in zip(parts, asked, strict=True):
        only_by, here = count(part, person, against, window)
        counted.update(only_by)
        listed += here
    shut = _closed_rows(parts, person, asked, window, wanted.top) if wanted.closed else Best((), (), 0)
    return Share(_candidates(parts, best), _candidates(parts, shut), best.count, listed, counted)


def _candidates(parts: Sequence[Part], best: Best) -> tuple[Candidate, ...]:
    """Answer rows with what is shown of them; an index without records shows nothing."""
    found = []
    for order, (number, row) in zip(best.orders, best.rows, strict=True):
        segment = parts[number].segment
        if segment.records is not None:
            found.append(Candidate(order, segment.records.taken([row])[0], int(segment.rows[row, FIRST_SEEN])))
    return tuple(found)


def window_on(on: date, new_since: date | None = None) -> Window:
    """Answer which vacancies are looked at.

    Args:
        on: the day of matching.
        new_since: only those first seen on this day or later; all when not given.
    """
    open_days = int(vacancy_rules(on)["open_days_without_expiry"]["value"])
    return Window(day_number(on), open_days, 0 if new_since is None else day_number(new_since))


Found = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], int]
"""The rows and keys of the best of one segment, best first, and how many are open."""
PassOfMany = Callable[[Part, Sequence[PersonTables], Sequence[Asked], Window, int], list[Found]]
Count = Callable[[Part, PersonTables, Asked, Window], tuple[Mapping[str, int], int]]
"""Answers how many vacancies each limit alone closes, and how many there are on the day."""


def plain_best(part: Part, person: PersonTables, asked: Asked, window: Window, top: int) -> Found:
    """Answer the best rows of one segment, in numpy.

    Args:
        part: a segment with its rows that are gone.
        person: the person as tables.
        asked: the person against this segment.
        window: which vacancies are looked at.
        top: how many.
    """
    scored = score_rows(part.segment, person, asked, open_rows(part.segment, person, asked, window, part.gone))
    kept = first_of(part, scored, top)
    return scored.row[kept], scored.key[kept], len(scored.row)


def best_rows(parts: Sequence[Part], person: PersonTables, asked: Sequence[Asked], window: Window, top: int) -> Best:
    """Answer the best open rows over all segments; equals stand in the order of their mark, the same on every machine.

    Args:
        parts: segments.
        person: the person as tables.
        asked: the person against each segment.
        window: which vacancies are looked at.
        top: how many.
    """
    return best_rows_of_many(parts, [person], [asked], window, top)[0]


def best_rows_of_many(
    parts: Sequence[Part],
    persons: Sequence[PersonTables],
    asked: Sequence[Sequence[Asked]],
    window: Window,
    top: int,
) -> list[Best]:
    """Answer the same for several persons, who share passes over the rows; each gets the answer that one alone gets.

    Args:
        parts: segments.
        persons: the persons as tables.
        asked: each of them against each segment.
        window: which vacancies are looked at.
        top: how many.
    """
    run = fastest_pass_of_many(sum(len(part.segment) for part in parts))
    by_part = [run(part, persons, [each[number] for each in asked], window, top) for number, part in enumerate(parts)]
    return [_best_of(parts, [found[person] for found in by_part], top) for person in range(len(persons))]


def _best_of(parts: Sequence[Part], by_part: Sequence[Found], top: int) -> Best:
    found, count = [], 0
    for number, (part, (rows, keys, opened)) in enumerate(zip(parts, by_part, strict=True)):
        count += opened
        found += [
            (-key, int(part.segment.mark[row]), number, row)
            for row, key in zip(rows.tolist(), keys.tolist(), strict=True)
        ]
    found = sorted(found)[:top]
    return Best(tuple((number, row) for *_, number, row in found), tuple(each[:2] for each in found), count)


def plain_best_of_many(
    part: Part, persons: Sequence[PersonTables], asked: Sequence[Asked], window: Window, top: int
) -> list[Found]:
    """Answer the best rows of one segment for several persons, one after another, in numpy.

    Args:
        part: a segment with its rows that are gone.
        persons: the persons as tables.
        asked: each of them against this segment.
        window: which vacancies are looked at.
        top: how many.
    """
    return [plain_best(part, person, each, window, top) for person, each in zip(persons, asked, strict=True)]


def fastest_pass_of_many(rows: int) -> PassOfMany:
    """Answer the compiled pass for several persons for many rows where numba is installed, else the one in numpy.

    Args:
        rows: number of rows to pass over.
    """
    if not compiles(rows):
        return plain_best_of_many
    from matcher.vacancies.compiled_many import compiled_best_of_many  # noqa: PLC0415 as for the pass for one

    return compiled_best_of_many


def fastest_count(rows: int) -> Count:
    """Answer the compiled count of what each limit closes for many rows where numba is installed, else that in numpy.

    Args:
        rows: number of rows to pass over.
    """
    if not compiles(rows):
        return counted_limits
    from matcher.vacancies.compiled_pass import compiled_limits  # noqa: PLC0415 as for the passes

    return compiled_limits


def compiles(rows: int) -> bool:
    """Answer whether compiled passes do the work: numba is installed, and loading it takes less than it saves.

    Args:
        rows: number of rows to pass over.
    """
    return rows >= _COMPILED_FROM and _has_numba()


@lru_cache(maxsize=1)
def _has_numba() -> bool:
    """Answer whether the compiled passes can be used: numba is there, and is one that they can be compiled with."""
    if find_spec("numba") is None:
        return False
    try:
        import_module("matcher.vacancies.compiled_best")
    except Exception:  # noqa: BLE001 whatever another version of numba says, numpy gives the same answers
        return False
    return True


def first_of(part: Part, scored: Scored, top: int) -> npt.NDArray[np.int64]:
    """Answer the places of the best in their order.

    Args:
        part: the segment of the rows.
        scored: some rows with what they come to.
        top: how many.
    """
    if len(scored.row) > top:
        line = np.partition(scored.key, len(scored.key) - top)[len(scored.key) - top]
        kept = np.flatnonzero(scored.key >= line)
    else:
        kept = np.arange(len(scored.row))
    marks = np.asarray(part.segment.mark[scored.row[kept]])
    return kept[np.lexsort((marks, -scored.key[kept]))[:top]]


def _closed_rows(parts: Sequence[Part], person: PersonTables, asked: Sequence[Asked], window: Window, top: int) -> Best:
    """Answer the closed rows that the fewest limits close, best score first."""
    found = []
    for number, (part, against) in enumerate(zip(parts, asked, strict=True)):
        rows = np.flatnonzero(listed_rows(part.segment, window, part.gone))
        reasons = _reasons(part, person, against, rows)
        closing = _how_many(reasons.values())
        scored = score_rows(part.segment, person, against, rows)
        marks = np.asarray(part.segment.mark[rows])
        order = np.lexsort((marks, -scored.key, closing))
        found += [
            (int(closing[place]), -int(scored.key[place]), int(marks[place]), number, int(rows[place]))
            for place in order[closing[order] > 0][:top].tolist()
        ]
    found = sorted(found)[:top]
    return Best(tuple((number, row) for *_, number, row in found), tuple(each[:3] for each in found), 0)


def _reasons(part: Part, person: PersonTables, asked: Asked, rows: npt.NDArray[np.int64] | slice) -> dict[str, Mask]:
    """Answer per limit, travel among them, which rows it closes."""
    too_far = ~asked.in_reach[part.segment.place()[rows]]
    return {**closers(part.segment, person, asked, rows), "travel": too_far}


def counted_limits(part: Part, person: PersonTables, asked: Asked, window: Window) -> tuple[dict[str, int], int]:
    """Answer how many vacancies of a segment each limit alone closes, and how many there are on the day.

    Args:
        part: a segment with its rows that are gone.
        person: the person as tables.
        asked: the person against this segment.
        window: which vacancies are looked at.
    """
    listed = listed_rows(part.segment, window, part.gone)
    masks = _reasons(part, person, asked, slice(None))
    only = (_how_many(masks.values()) == 1) & listed
    counted = {limit: int(np.count_nonzero(mask & only)) for limit, mask in masks.items()}
    return counted, int(np.count_nonzero(listed))


def _how_many(masks: Collection[Mask]) -> npt.NDArray[np.uint8]:
    """Answer how many limits close each row; there are far fewer limits than a byte can count."""
    total = np.zeros(len(next(iter(masks))), np.uint8)
    for mask in masks:
        total += mask.view(np.uint8)
    return total
