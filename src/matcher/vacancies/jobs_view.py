"""What a jobhunter sees of ranked vacancies: verdicts and questions; never an item, a level, a finding or a wage.

Built up field by field from what may be seen, so that a field that is added elsewhere stays out of here.
"""

from typing import Any

from matcher.report.sentences import verdict_nl
from matcher.vacancies.model import RankedVacancy
from matcher.vacancies.search import Ranked

_TOLD = frozenset({"travel", "education", "law", "requirement"})
"""Limits whose reason says nothing about capacity or wage."""


def jobs_vacancies_json(ranked: Ranked) -> dict[str, Any]:
    """Answer ranked vacancies for a jobhunter as plain values.

    Args:
        ranked: what `rank_vacancies` answered.

    Returns:
        Per vacancy the verdict, the questions for the employer, and of a closed one only reasons that lie in the
        vacancy or the journey. Which limit of the capacity list closes one, and how many each closes, stays out.
    """
    return {
        "schema": "matcher/jobs-vacancies/1",
        "audience": "jobhunter",
        "case": ranked.case_id,
        "on": ranked.on.isoformat(),
        "counts": {"open": ranked.open_count, "listed": ranked.listed_count},
        "open": [_plain(each) for each in ranked.shown],
        "closed": [_plain(each) for each in ranked.closed],
    }


def _plain(each: RankedVacancy) -> dict[str, Any]:
    record = each.vacancy.record
    return {
        "id": record.id,
        "rank": each.rank,
        "title": record.title,
        "employer": record.employer,
        "place": each.vacancy.place.name if each.vacancy.place is not None else record.place,
        "url": record.url,
        "verdict": each.verdict.kind.value,
        "verdict_nl": verdict_nl(each.verdict),
        "points": each.verdict.points,
        "opens_at": each.opens_at,
        "closed_nl": [closer.text_nl for closer in each.closed_by if closer.limit in _TOLD],
        "questions_nl": list(each.questions_nl),
    }
