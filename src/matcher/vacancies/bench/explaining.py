"""How long it takes to explain the best vacancies for a person: everything that was compared, and the same as JSON."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median
from typing import Any

import orjson

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.vacancies.bench.persons import bench_cases, bench_rules
from matcher.vacancies.index import Index, memory_index
from matcher.vacancies.made_up import make_up
from matcher.vacancies.model import RankedVacancy
from matcher.vacancies.prepared import Place, Prepared, prepare
from matcher.vacancies.views import vacancies_json


@dataclass(frozen=True, slots=True)
class ExplainLine:
    """Times of explaining a list of vacancies to one person, of the processor: medians.

    No list was explained before, to anybody: each is another draw of the best for the person.

    Attributes:
        person: `typical` or `wide`.
        vacancies: how many were explained in a list.
        lists: how many lists.
        occupations: of how many occupations the vacancies of all lists are.
        first_ms: explaining the first list to a person who was just made ready: of each vacancy the verdict, which
            channels are open, the score, what closes it, the stage and the journey.
        next_ms: the same for another list.
        findings_ms: making the finding on every channel of those: what was compared, with which source, how sure.
        parts_ms: reading their records, and making the parts of the score with a sentence each.
        json_ms: wording notes and questions, and making the JSON of everything.
    """

    person: str
    vacancies: int
    lists: int
    occupations: int
    first_ms: float
    next_ms: float
    findings_ms: float
    parts_ms: float
    json_ms: float


def explain_bench(rows: int, seed: int, rounds: int, catalogue: Catalogue) -> list[ExplainLine]:
    """Answer how long explaining takes, for each person of the benchmark.

    Args:
        rows: number of made-up vacancies of the benchmark; the best are taken of no more than its rules say, as these
            need their texts.
        seed: seed of the draw.
        rounds: how often a person is made ready.
        catalogue: occupations.
    """
    on, most = bench_rules()["day"], int(bench_rules()["explained_of"])
    index = memory_index(make_up(min(rows, most), seed, on, catalogue).vacancies(), on)
    return [_measured(name, case, index, seed, rounds) for name, case in bench_cases().items()]


def _measured(name: str, case: Case, index: Index, seed: int, rounds: int) -> ExplainLine:
    rules, draw = bench_rules(), Random(seed)  # noqa: S311 which lists are explained is no secret
    first, taken, occupations, size = [], [], set[str | None](), 0
    for _ in range(rounds):
        person = prepare(case, rules["day"], index.catalogue)
        best = person.order(index, top=int(rules["explained_from"])).places
        size = min(int(rules["explained"]), len(best))
        for number in range(int(rules["explained_lists"])):
            places = sorted(draw.sample(best, size))
            times, shown = _times(person, index, places)
            occupations |= {each.vacancy.occupation_id for each in shown}
            if number:
                taken.append(times)
            else:
                first.append(times[0])
    later = [median(column) for column in zip(*taken, strict=True)]
    return ExplainLine(name, size, len(first) + len(taken), len(occupations), median(first), *later)


def _times(person: Prepared, index: Index, places: Sequence[Place]) -> tuple[list[float], Sequence[RankedVacancy]]:
    shown: list[RankedVacancy] = []
    order = person.order(index, top=1)
    steps: tuple[Callable[[], Any], ...] = (
        lambda: shown.extend(person.explain(index, places)),
        lambda: [each.findings for each in shown],
        lambda: [(each.vacancy, each.contributions) for each in shown],
        lambda: orjson.dumps(vacancies_json(person.told(index, order, tuple(shown)))),
    )
    return [_timed(step) for step in steps], shown


def _timed(action: Callable[[], Any]) -> float:
    """Answer the milliseconds of the processor that something took."""
    begin = time.process_time()
    action()
    return 1000 * (time.process_time() - begin)
