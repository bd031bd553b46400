"""Run the job side by side: every rival in turn, round after round, so that a busy machine slows all of them alike."""

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from matcher.catalogue import Catalogue
from matcher.errors import DataError
from matcher.vacancies.asked import Asked
from matcher.vacancies.bench.duck import DuckJob
from matcher.vacancies.bench.panda import PandasJob
from matcher.vacancies.bench.persons import BenchPerson, bench_persons, bench_rules
from matcher.vacancies.bench.polar import PolarsJob
from matcher.vacancies.bench.rows import rival_person, rival_rows
from matcher.vacancies.columns import Columns, taken
from matcher.vacancies.compiled_pass import compiled_best
from matcher.vacancies.made_up import make_up
from matcher.vacancies.segment import segment_of
from matcher.vacancies.share import plain_best, window_on
from matcher.vacancies.store import Part

OURS = "matcher (numba)"


@dataclass(frozen=True, slots=True)
class BenchLine:
    """One way of doing the job, for one person.

    Attributes:
        person: `typical`, `wide`, or `all` for every row.
        name: which way.
        milliseconds: median over the rounds.
        ratio: median of the ratio to ours, round by round.
    """

    person: str
    name: str
    milliseconds: float
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


def run_bench(rows: int, seed: int, rounds: int, catalogue: Catalogue, threads: int | None = None) -> BenchReport:
    """Answer how long the same job takes, side by side.

    Args:
        rows: number of made-up vacancies.
        seed: seed of the draw.
        rounds: how often every way does the job, in turn.
        catalogue: occupations.
        threads: how many each way may use; as many as there are processors when not given.

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
    part = Part("", segment, np.zeros(segment.bits.bits.shape[1], np.uint64))
    columns = rival_rows(segment)
    jobs = {"polars": PolarsJob(columns), "DuckDB": DuckJob(columns, count), "pandas": PandasJob(columns)}
    lines: list[BenchLine] = []
    shares: dict[str, float] = {}
    for person in bench_persons(catalogue, segment, on):
        ways, opened = _ways(part, person, jobs, on, top, count)
        shares[person.name] = 100 * opened / len(segment)
        lines += _measured(person.name, ways, rounds)
    lines += _measured("all", _full_scan(part, bench_persons(catalogue, segment, on)[1], on, count), rounds)
    size = segment.nbytes() / len(segment)
    return BenchReport(rows, seed, count, rounds, shares, tuple(lines), made_in, built_in, size, equal=True)


def _with_place(columns: Columns) -> Columns:
    """Leave out vacancies without a place: a table engine can then skip by its bounding box, which it does best."""
    return taken(columns, np.flatnonzero(columns.place < len(columns.tables.places) - 1))


def _ways(
    part: Part, person: BenchPerson, jobs: dict[str, Any], on: date, top: int, threads: int
) -> tuple[dict[str, Callable[[], Any]], int]:
    """Answer the ways of doing the job for a person, after checking that they answer the same."""
    window, tables = window_on(on), person.tables
    rows, keys, opened = plain_best(part, tables, person.asked, window, top)
    expected = list(zip(rows.tolist(), keys.tolist(), strict=True))
    other = rival_person(person, part.segment)
    ways: dict[str, Callable[[], Any]] = {
        OURS: lambda: compiled_best(part, tables, person.asked, window, top, threads),
        "matcher (numpy)": lambda: plain_best(part, tables, person.asked, window, top),
    }
    ours = compiled_best(part, tables, person.asked, window, top, threads)
    answers = {OURS: list(zip(ours[0].tolist(), ours[1].tolist(), strict=True))}
    for name, job in jobs.items():
        job.prepare(other, tables, window, top)
        answers[name] = job.run()
    ways |= {name: _prepared(job, other, person, window, top) for name, job in jobs.items()}
    different = [name for name, answer in answers.items() if answer != expected]
    if different:
        raise DataError(f"Deze manieren geven een ander antwoord: {', '.join(different)}. De meting zegt dan niets.")
    return ways, opened


def _prepared(job: Any, other: Any, person: BenchPerson, window: Any, top: int) -> Callable[[], Any]:
    job.prepare(other, person.tables, window, top)
    run: Callable[[], Any] = job.run
    return run


def _full_scan(part: Part, person: BenchPerson, on: date, threads: int) -> dict[str, Callable[[], Any]]:
    """Answer our pass without any filter beside the plain read of the same rows: what memory allows."""
    from dataclasses import replace  # noqa: PLC0415 only here

    segment = part.segment
    start = segment.place_start.astype(np.int64)
    filled = np.flatnonzero(start[1:] > start[:-1])
    everywhere = np.stack([start[filled], start[filled + 1], filled], axis=1)
    asked: Asked = replace(
        person.asked,
        stretches=everywhere,
        bits=np.zeros(0, np.int64),
        requirement_closed=np.zeros_like(person.asked.requirement_closed),
    )
    tables = replace(
        person.tables,
        gate=np.zeros_like(person.tables.gate),
        wage_gate=np.zeros_like(person.tables.wage_gate),
        wage_floor=0,
    )
    window = window_on(on)
    words = np.ascontiguousarray(segment.rows).view(np.uint64).ravel()
    return {
        OURS: lambda: compiled_best(part, tables, asked, window, 20, threads),
        "plain read": lambda: int(words.sum()),
    }


def _measured(person: str, ways: dict[str, Callable[[], Any]], rounds: int) -> list[BenchLine]:
    times: dict[str, list[float]] = {name: [] for name in ways}
    for action in ways.values():
        action()
    for _ in range(rounds):
        for name, action in ways.items():
            begin = time.perf_counter()
            action()
            times[name].append(time.perf_counter() - begin)
    return [
        BenchLine(
            person,
            name,
            1000 * statistics.median(took),
            statistics.median(mine / ours for mine, ours in zip(took, times[OURS], strict=True)),
        )
        for name, took in times.items()
    ]
