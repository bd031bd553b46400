"""How long it takes to explain the best vacancies for a person: everything that was compared, and the same as JSON."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.domain.vacancy import Vacancy
from matcher.vacancies.bench.persons import bench_cases, bench_rules
from matcher.vacancies.index import Index, memory_index
from matcher.vacancies.made_up import make_up
from matcher.vacancies.prepared import prepare
from matcher.vacancies.records import decode
from matcher.vacancies.search import Ranked
from matcher.vacancies.views import vacancies_json

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ExplainLine:
    """Times of explaining the best vacancies for one person, by the clock: the least of the rounds.

    Attributes:
        person: `typical` or `wide`.
        vacancies: how many were explained.
        occupations: of how many occupations they are.
        fetch_ms: reading their records.
        first_ms: explaining them to a person to whom no vacancy was explained before: every finding and contribution,
            the verdict, what closes it, the stage and the journey, as values that a caller can read.
        again_ms: the same for a person to whom vacancies of these occupations were explained before.
        json_ms: wording notes and questions, which no one asked for until then, and making the JSON of everything.
    """

    person: str
    vacancies: int
    occupations: int
    fetch_ms: float
    first_ms: float
    again_ms: float
    json_ms: float


def explain_bench(rows: int, seed: int, rounds: int, catalogue: Catalogue) -> list[ExplainLine]:
    """Answer how long explaining takes, for each person of the benchmark.

    Args:
        rows: number of made-up vacancies of the benchmark; the best are taken of no more than its rules say, as these
            need their texts.
        seed: seed of the draw.
        rounds: how often.
        catalogue: occupations.
    """
    on, most = bench_rules()["day"], int(bench_rules()["explained_of"])
    index = memory_index(make_up(min(rows, most), seed, on, catalogue).vacancies(), on)
    return [_measured(name, case, index, rounds) for name, case in bench_cases().items()]


def _measured(name: str, case: Case, index: Index, rounds: int) -> ExplainLine:
    on, top = bench_rules()["day"], int(bench_rules()["explained"])
    fetched, first, again, made = [], [], [], []
    occupations: set[str | None] = set()
    for _ in range(rounds):
        person = prepare(case, on, index.catalogue)
        order = person.order(index, top=top)
        rows = [place.row for place in order.places]
        fetched.append(_timed(partial(_fetched, index, rows))[0])
        explain = partial(person.explain, index, order.places)
        first.append(_timed(explain)[0])
        took, shown = _timed(explain)
        again.append(took)
        made.append(_timed(partial(_as_json, person.told(index, order, shown)))[0])
        occupations = {each.vacancy.occupation_id for each in shown}
    return ExplainLine(name, len(order.places), len(occupations), min(fetched), min(first), min(again), min(made))


def _fetched(index: Index, rows: Sequence[int]) -> list[Vacancy]:
    records = index.parts[0].segment.records
    return [] if records is None else [decode(line) for line in records.taken(rows)]


def _as_json(ranked: Ranked) -> str:
    return json.dumps(vacancies_json(ranked))


def _timed(action: Callable[[], T]) -> tuple[float, T]:
    """Answer the milliseconds that something took, and what came out."""
    begin = time.perf_counter()
    found = action()
    return 1000 * (time.perf_counter() - begin), found
