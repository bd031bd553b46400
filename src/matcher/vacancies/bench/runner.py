"""Run the job side by side: every rival in turn, round after round, so that a busy machine slows all of them alike."""

import os
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from matcher.catalogue import Catalogue
from matcher.vacancies.bench.duck import DuckJob
from matcher.vacancies.bench.panda import PandasJob
from matcher.vacancies.bench.persons import bench_persons, bench_rules
from matcher.vacancies.bench.polar import PolarsJob
from matcher.vacancies.bench.postgres import PostgresJob
from matcher.vacancies.bench.rows import rival_rows
from matcher.vacancies.bench.ways import OURS, POSTGRES, full_scan, ways_of
from matcher.vacancies.columns import Columns, taken
from matcher.vacancies.made_up import make_up
from matcher.vacancies.segment import Segment, segment_of
from matcher.vacancies.store import Part

RIVALS = ("polars", "DuckDB", "pandas")


@dataclass(frozen=True, slots=True)
class BenchLine:
    """One way of doing the job, for one person.

    Attributes:
        person: `typical`, `wide`, or `all` for every row.
        name: which way.
        milliseconds: median over the rounds, by the clock.
        core_milliseconds: the same in time of processors of this process; a server works outside it.
        ratio: median of the ratio to ours, round by round.
    """

    person: str
    name: str
    milliseconds: float
    core_milliseconds: float
    ratio: float


@dataclass(frozen=True, slots=True)
class BenchReport:
    """What was measured, with what is needed to measure it again.

    Attributes:
        rows: number of vacancies.
        seed: seed of the made-up vacancies.
        threads: how many each way could use.
        rounds: rounds, all ways in turn in each.
        open_pct: share of vacancies that stay open, per person.
        lines: the medians.
        seconds_made: time to make the vacancies up.
        seconds_built: time to build the segment from columns.
        bytes_per_vacancy: what ranking may read.
        equal: whether every way gave the same vacancies with the same keys.
    """

    rows: int
    seed: int
    threads: int
    rounds: int
    open_pct: dict[str, float]
    lines: tuple[BenchLine, ...]
    seconds_made: float
    seconds_built: float
    bytes_per_vacancy: float
    equal: bool


def run_bench(
    rows: int,
    seed: int,
    rounds: int,
    catalogue: Catalogue,
    threads: int | None = None,
    *,
    rivals: Sequence[str] = RIVALS,
    postgres: str | None = None,
) -> BenchReport:
    """Answer how long the same job takes, side by side.

    The vacancies are made up as columns: their texts would only be thrown away.

    Args:
        rows: number of made-up vacancies.
        seed: seed of the draw.
        rounds: how often every way does the job, in turn.
        catalogue: occupations.
        threads: how many each way may use; as many as there are processors when not given.
        rivals: which of `RIVALS`.
        postgres: address of an empty database of a PostgreSQL with pgvector; without one it does not take part.

    Raises:
        DataError: two ways gave different answers, so that their times say nothing.
    """
    count = threads or len(os.sched_getaffinity(0))
    rules = bench_rules()
    on, top = rules["day"], int(rules["top"])
    begin = time.perf_counter()
    made = _with_place(make_up(rows, seed, on, catalogue).columns)
    made_in = time.perf_counter() - begin
    begin = time.perf_counter()
    segment, _ = segment_of(made, catalogue)
    built_in = time.perf_counter() - begin
    part = _part_of(segment)
    lines: list[BenchLine] = []
    shares: dict[str, float] = {}
    with ExitStack() as held:
        jobs = _jobs(segment, rivals, postgres, count, held)
        for person in bench_persons(catalogue, segment, on):
            ways, opened = ways_of(part, person, jobs, on, top, count)
            shares[person.name] = 100 * opened / len(segment)
            lines += _measured(person.name, ways, rounds)
    lines += _measured("all", full_scan(part, bench_persons(catalogue, segment, on)[1], on), rounds)
    size = segment.nbytes() / len(segment)
    return BenchReport(rows, seed, count, rounds, shares, tuple(lines), made_in, built_in, size, equal=True)


def made_up_part(rows: int, seed: int, on: date, catalogue: Catalogue) -> Part:
    """Answer made-up vacancies as a segment of which no row is gone.

    Args:
        rows: number of made-up vacancies.
        seed: seed of the draw.
        on: the day of matching.
        catalogue: occupations.
    """
    return _part_of(segment_of(_with_place(make_up(rows, seed, on, catalogue).columns), catalogue)[0])


def _part_of(segment: Segment) -> Part:
    return Part("", segment, np.zeros(segment.bits.bits.shape[1], np.uint64))


def _jobs(
    segment: Segment, rivals: Sequence[str], postgres: str | None, threads: int, held: ExitStack
) -> dict[str, Any]:
    """Answer the rivals with the rows in their hands."""
    if not rivals and postgres is None:
        return {}
    columns = rival_rows(segment)
    known: dict[str, Callable[[], Any]] = {
        "polars": lambda: PolarsJob(columns),
        "DuckDB": lambda: DuckJob(columns, threads),
        "pandas": lambda: PandasJob(columns),
    }
    jobs = {name: known[name]() for name in rivals}
    if postgres is not None:
        jobs[POSTGRES] = held.enter_context(closing(PostgresJob(columns, threads, postgres)))
    return jobs


def _with_place(columns: Columns) -> Columns:
    """Leave out vacancies without a place: a table engine can then skip by its bounding box, which it does best."""
    return taken(columns, np.flatnonzero(columns.place < len(columns.tables.places) - 1))


def _measured(person: str, ways: dict[str, Callable[[], Any]], rounds: int) -> list[BenchLine]:
    clock: dict[str, list[float]] = {name: [] for name in ways}
    cores: dict[str, list[float]] = {name: [] for name in ways}
    for action in ways.values():
        action()
    for _ in range(rounds):
        for name, action in ways.items():
            begin, busy = time.perf_counter(), time.process_time()
            action()
            cores[name].append(time.process_time() - busy)
            clock[name].append(time.perf_counter() - begin)
    return [
        BenchLine(
            person,
            name,
            1000 * statistics.median(clock[name]),
            1000 * statistics.median(cores[name]),
            statistics.median(mine / ours for mine, ours in zip(clock[name], clock[OURS], strict=True)),
        )
        for name in ways
    ]
