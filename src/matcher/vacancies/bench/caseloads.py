"""A whole caseload in shared passes beside the same persons one after another: time per person, equal answers."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matcher.catalogue import Catalogue
from matcher.errors import DataError
from matcher.vacancies.bench.persons import BenchPerson, bench_rules, caseload
from matcher.vacancies.bench.runner import made_up_part
from matcher.vacancies.compiled_best import compiled_best
from matcher.vacancies.compiled_many import compiled_best_of_many
from matcher.vacancies.share import Found, window_on
from matcher.vacancies.store import Part


@dataclass(frozen=True, slots=True)
class CaseloadLine:
    """One caseload, in time of processors of this process: neither way can use more than one thread.

    Attributes:
        person: whom the persons are like.
        persons: how many.
        alone_ms: a person by itself, median over the rounds.
        together_ms: a person of the caseload, likewise.
        times: how many times less together, median of the ratios of the rounds.
        open_count: vacancies that stay open per person, median.
    """

    person: str
    persons: int
    alone_ms: float
    together_ms: float
    times: float
    open_count: float


def caseload_bench(rows: int, seed: int, rounds: int, catalogue: Catalogue) -> list[CaseloadLine]:
    """Answer how long finding the best takes per person, together and one after another, in turn.

    Args:
        rows: number of made-up vacancies.
        seed: seed of the draw.
        rounds: how often either way does the whole caseload.
        catalogue: occupations.

    Raises:
        DataError: a person gets another answer together than alone, so that the times say nothing.
    """
    rules = bench_rules()
    part = made_up_part(rows, seed, rules["day"], catalogue)
    return [
        _measured(part, name, caseload(catalogue, part.segment, rules["day"], name), rounds)
        for name in rules["persons"]
    ]


def _measured(part: Part, name: str, persons: list[BenchPerson], rounds: int) -> CaseloadLine:
    rules = bench_rules()
    window, top = window_on(rules["day"]), int(rules["top"])
    tables, asked = [each.tables for each in persons], [each.asked for each in persons]

    def alone() -> list[Found]:
        pairs = zip(tables, asked, strict=True)
        return [compiled_best(part, person, against, window, top, 1) for person, against in pairs]

    def together() -> list[Found]:
        return compiled_best_of_many(part, tables, asked, window, top, 1)

    expected = alone()
    for one, other in zip(expected, together(), strict=True):
        if one[2] != other[2] or not all(np.array_equal(one[n], other[n]) for n in (0, 1)):
            raise DataError("Samen krijgt een persoon een ander antwoord dan alleen. De meting zegt dan niets.")
    pairs = [(_busy(alone) / len(persons), _busy(together) / len(persons)) for _ in range(rounds)]
    return CaseloadLine(
        person=name,
        persons=len(persons),
        alone_ms=statistics.median(one for one, _ in pairs),
        together_ms=statistics.median(many for _, many in pairs),
        times=statistics.median(one / many for one, many in pairs),
        open_count=statistics.median(each[2] for each in expected),
    )


def _busy(action: Callable[[], object]) -> float:
    begin = time.process_time()
    action()
    return 1000 * (time.process_time() - begin)
