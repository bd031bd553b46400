"""The two invented persons of the benchmark, made ready once: reading a case is not what is measured."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.reference.tables import read_yaml
from matcher.vacancies.asked import Asked, ask
from matcher.vacancies.judged import Judge
from matcher.vacancies.person_tables import PersonTables, person_tables
from matcher.vacancies.seeker import make_seeker
from matcher.vacancies.segment import Segment


@dataclass(frozen=True, slots=True)
class BenchPerson:
    """One person of the benchmark against the rows of the benchmark."""

    name: str
    case: Case
    tables: PersonTables
    asked: Asked


def bench_rules() -> Mapping[str, Any]:
    """Answer the persons, the day and the number of vacancies asked."""
    rules: Mapping[str, Any] = read_yaml("vacancy_bench.yaml")
    return rules


def bench_cases() -> dict[str, Case]:
    """Answer the cases of the persons of the benchmark."""
    return {name: _case(name, person) for name, person in bench_rules()["persons"].items()}


def bench_persons(catalogue: Catalogue, segment: Segment, on: date) -> list[BenchPerson]:
    """Answer the persons of the benchmark.

    Args:
        catalogue: occupations.
        segment: the rows.
        on: the day of matching.
    """
    found = []
    for name, case in bench_cases().items():
        tables = person_tables(Judge(make_seeker(case, on, catalogue)))
        found.append(BenchPerson(name, case, tables, ask(tables, segment)))
    return found


def caseload(catalogue: Catalogue, segment: Segment, on: date, name: str) -> list[BenchPerson]:
    """Answer a caseload of different persons like one of the benchmark, in one region.

    Args:
        catalogue: occupations.
        segment: the rows.
        on: the day of matching.
        name: which person they are drawn from.
    """
    rules = bench_rules()
    drawn, like = rules["caseload"], rules["persons"][name]
    rng = Random(int(drawn["seed"]))  # noqa: S311 invented persons
    found = []
    for number in range(int(drawn["persons"])):
        more = rng.sample(drawn["items"], rng.randint(0, int(drawn["items_most"])))
        person = {
            "entries": {**dict.fromkeys(more, 1), **like["entries"]},
            "place": rng.choice(drawn["places"]),
            "travel_minutes_per_day": like["travel_minutes_per_day"] + rng.choice(drawn["minutes"]),
            "education": rng.choice(drawn["education"]),
            "wage_eur_per_hour": rng.choice(drawn["wages"]),
        }
        case = _case(f"{name}-{number}", person)
        tables = person_tables(Judge(make_seeker(case, on, catalogue)))
        found.append(BenchPerson(name, case, tables, ask(tables, segment)))
    return found


def _case(name: str, person: Mapping[str, Any]) -> Case:
    return Case.model_validate(
        {
            "schema": "matcher/case/1",
            "id": f"bench-{name}",
            "forms": [
                {
                    "kind": "FML",
                    "date": "2026-10-05",
                    "author_role": "bedrijfsarts",
                    "numbering": "current",
                    "completeness": "deviations_only",
                    "completeness_confirmed": True,
                    "entries": [{"item": item, "levels": [level]} for item, level in person["entries"].items()],
                }
            ],
            "person": {
                "education": [{"level": person["education"], "finished": True}],
                "licences": ["B"],
                "old_job": {
                    "title": "magazijnmedewerker",
                    "occupation": "isco:9333",
                    "wage_eur_per_hour": person["wage_eur_per_hour"],
                    "hours_per_week": "36",
                },
                "region": {
                    "place": person["place"],
                    "travel_minutes_per_day": person["travel_minutes_per_day"],
                    "transport": ["car"],
                },
                "dates": {"first_sick_day": "2025-06-02", "track_start": "2026-06-01"},
            },
        }
    )
