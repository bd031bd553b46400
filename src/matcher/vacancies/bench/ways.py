"""The ways of doing the job for one person: ours, the rivals, and how fast the rows can be read at all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from matcher.errors import DataError
from matcher.language.encoder import shipped_encoder
from matcher.vacancies.asked import Asked
from matcher.vacancies.bench.persons import BenchPerson
from matcher.vacancies.bench.postgres import PostgresJob, TitleVectors
from matcher.vacancies.bench.rows import RivalPerson, rival_person
from matcher.vacancies.compiled_best import compiled_best
from matcher.vacancies.judged import Judge
from matcher.vacancies.person_tables import person_tables
from matcher.vacancies.plain_pass import open_rows
from matcher.vacancies.seeker import make_seeker
from matcher.vacancies.segment import OCCUPATION
from matcher.vacancies.share import Wanted, plain_best, share_of, window_on
from matcher.vacancies.store import Part

OURS, PLAIN, WHOLE = "matcher (numba)", "matcher (numpy)", "matcher, whole"
POSTGRES, PGVECTOR = "PostgreSQL", "pgvector"
_ALIKE = 1e-4


def ways_of(
    part: Part, person: BenchPerson, jobs: dict[str, Any], on: date, top: int, threads: int
) -> tuple[dict[str, Callable[[], Any]], int]:
    """Answer the ways of doing the job for a person, after checking that they answer the same.

    Args:
        part: the rows.
        person: the person, made ready.
        jobs: the rivals.
        on: the day of matching.
        top: how many vacancies.
        threads: how many each way may use.

    Returns:
        The ways by name, and how many vacancies stay open.

    Raises:
        DataError: two ways gave different answers, so that their times say nothing.
    """
    window, tables = window_on(on), person.tables
    rows, keys, opened = plain_best(part, tables, person.asked, window, top)
    expected = list(zip(rows.tolist(), keys.tolist(), strict=True))
    other = rival_person(person, part.segment)
    ways: dict[str, Callable[[], Any]] = {
        OURS: lambda: compiled_best(part, tables, person.asked, window, top, threads),
        PLAIN: lambda: plain_best(part, tables, person.asked, window, top),
        WHOLE: lambda: _whole_answer(part, person, on, top),
    }
    ours = compiled_best(part, tables, person.asked, window, top, threads)
    answers = {OURS: list(zip(ours[0].tolist(), ours[1].tolist(), strict=True))}
    for name, job in jobs.items():
        job.prepare(other, tables, window, top)
        answers[name] = job.run()
    ways |= {name: _prepared(job, other, person, window, top) for name, job in jobs.items()}
    if POSTGRES in jobs:
        ways[PGVECTOR], alike = _by_vectors(jobs[POSTGRES], part, person, other, on, top)
        answers |= {} if alike else {PGVECTOR: []}
    different = [name for name, answer in answers.items() if answer != expected]
    if different:
        raise DataError(f"Deze manieren geven een ander antwoord: {', '.join(different)}. De meting zegt dan niets.")
    return ways, opened


def _by_vectors(
    job: PostgresJob, part: Part, person: BenchPerson, other: RivalPerson, on: date, top: int
) -> tuple[Callable[[], Any], bool]:
    """Answer the way by vectors, and whether its distances are those that numpy finds over the same vacancies."""
    window, segment = window_on(on), part.segment
    catalogue = person.tables.judge.seeker.catalogue
    old = person.case.person.old_job
    vectors = shipped_encoder().encode([*(o.title_nl for o in catalogue.occupations), old.title if old else ""])
    titles = TitleVectors(np.vstack([vectors[:-1], np.zeros_like(vectors[:1])]), vectors[-1])
    ask = job.by_vectors(other, person.tables, window, top, titles)
    rows = open_rows(segment, person.tables, person.asked, window, part.gone)
    far = np.linalg.norm(titles.works[segment.rows[rows, OCCUPATION]] - titles.own, axis=1)
    found = [distance for _, distance in ask()]
    return ask, len(found) == min(top, len(rows)) and bool(np.allclose(found, np.sort(far)[:top], atol=_ALIKE))


def _whole_answer(part: Part, person: BenchPerson, on: date, top: int) -> None:
    """Do all that grows with nobody's list: the person made ready, the best, and what every limit closes."""
    catalogue = person.tables.judge.seeker.catalogue
    share_of(person_tables(Judge(make_seeker(person.case, on, catalogue))), (part,), Wanted(top))


def _prepared(job: Any, other: Any, person: BenchPerson, window: Any, top: int) -> Callable[[], Any]:
    job.prepare(other, person.tables, window, top)
    run: Callable[[], Any] = job.run
    return run


def full_scan(part: Part, person: BenchPerson, on: date) -> dict[str, Callable[[], Any]]:
    """Answer our pass without any filter beside the plain read of the same rows: what memory allows; one thread each.

    Args:
        part: the rows.
        person: the person, made ready.
        on: the day of matching.
    """
    segment = part.segment
    start = segment.place_start.astype(np.int64)
    filled = np.flatnonzero(start[1:] > start[:-1])
    everywhere = np.stack([start[filled], start[filled + 1], filled], axis=1)
    asked: Asked = replace(
        person.asked,
        stretches=everywhere,
        in_reach=np.ones_like(person.asked.in_reach),
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
        OURS: lambda: compiled_best(part, tables, asked, window, 20, 1),
        "plain read": lambda: int(words.sum()),
    }
