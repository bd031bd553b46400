"""What a person and a vacancy cost, for docs/reach.md: `python -m tests.vacancies.reach_costs [ROWS...]`.

Seconds of one core, not of the clock, so that other work on the machine counts little. The rows have no record: that is
read for the shown vacancies only, and does not grow with the index. The same rows in shards are asked of all shards in
one process, as a worker of `matcher batch` does, and of one shard, as an actor of a question does.
"""

import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import numpy as np

from matcher import Case, Catalogue, load_catalogue
from matcher.vacancies.columns import taken
from matcher.vacancies.index import Index, catalogue_mark
from matcher.vacancies.judged import Judge
from matcher.vacancies.made_up import make_up
from matcher.vacancies.parts import whole_part
from matcher.vacancies.person_tables import person_tables
from matcher.vacancies.search import count_open, rank_for
from matcher.vacancies.seeker import make_seeker
from matcher.vacancies.segment import Segment, segment_of
from matcher.vacancies.store import Generation
from tests.vacancies.world import DAY, random_person

ROWS = (100_000, 1_000_000, 2_000_000)
PERSONS = 12
SHARDS = (4, 16)


def main(words: Sequence[str]) -> int:
    rng = Random(9)  # noqa: S311 only invented cases
    cases = [random_person(rng) for _ in range(PERSONS)]
    found = [_costs(int(word), cases) for word in words or ROWS]
    rows, seconds = ([each[n] for each in found] for n in (0, 1))
    slope, start = np.polyfit(np.array(rows) / 1e6, seconds, 1)
    sys.stdout.write(f"{value_bytes(2000)} bytes a vacancy while it is a value, before it is written\n")
    sys.stdout.write(f"a person: {start:.3f} s of a core, and {slope:.3f} s for every million vacancies\n")
    return 0


def value_bytes(count: int) -> int:
    """Answer the memory that a vacancy takes as a value, which is what a build holds of every vacancy."""
    made = make_up(count, 1, DAY, load_catalogue())
    made.vacancy(0)
    tracemalloc.start()
    values = made.vacancies()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held // len(values)


def _costs(rows: int, cases: Sequence[Case]) -> tuple[int, float]:
    begin = time.process_time()
    catalogue = load_catalogue()
    columns = make_up(rows, 1, DAY, catalogue).columns
    segment, _ = segment_of(columns, catalogue)
    built = time.process_time() - begin
    seconds, told = _persons((segment,), catalogue, cases)
    sys.stdout.write(
        f"{rows} vacancies: {segment.nbytes() / rows:.0f} bytes each, made up and sorted in {built:.0f} s; {told}\n"
    )
    for shards in SHARDS:
        split = [
            segment_of(taken(columns, np.flatnonzero(columns.mark % np.uint64(shards) == shard)), catalogue)[0]
            for shard in range(shards)
        ]
        sys.stdout.write(f"  in {shards} shards, all in one process: {_persons(split, catalogue, cases)[1]}\n")
        sys.stdout.write(f"  in {shards} shards, one of them: {_persons(split[:1], catalogue, cases)[1]}\n")
    sys.stdout.flush()
    return rows, seconds


def _persons(segments: Sequence[Segment], catalogue: Catalogue, cases: Sequence[Case]) -> tuple[float, str]:
    """Answer the seconds of a core for one person, and the same in words, with the memory that it takes."""
    parts = tuple(whole_part("", segment) for segment in segments)
    index = Index(Generation(0, catalogue_mark(catalogue), parts, {}), catalogue, "")
    _asked(index, cases[0])
    seconds = statistics.mean(_timed(lambda case=case: _asked(index, case)) for case in cases)
    tracemalloc.start()
    for case in cases[:3]:
        _asked(index, case)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return seconds, (
        f"a person {seconds:.3f} s of a core (mean of {len(cases)}), {peak / 1e6:.0f} MB while it is at work"
    )


def _asked(index: Index, case: Case) -> None:
    judge = Judge(make_seeker(case, DAY, index.catalogue))
    tables = person_tables(judge)
    rank_for(judge, tables, index)
    count_open(tables, index, DAY)


def _timed(action: Callable[[], Any]) -> float:
    begin = time.process_time()
    action()
    return time.process_time() - begin


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
