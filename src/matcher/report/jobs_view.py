"""What a jobhunter sees: conditions, kinds of work and verdicts; never an item, a level, a finding or a wage.

Built up field by field from what may be seen. Nothing is taken out of a fuller view, so a field that is added
elsewhere stays out of here until somebody puts it in.
"""

from typing import Any

from matcher.domain.zoekprofiel import KindOfWork, RankedOccupation, Zoekprofiel
from matcher.matching import Match
from matcher.report.paging import RankingPage
from matcher.report.sentences import verdict_nl

AUDIENCE = "jobhunter"


def jobs_zoekprofiel_json(result: Match) -> dict[str, Any]:
    """Answer the zoekprofiel for a jobhunter as plain data.

    Args:
        result: what `match` answered.

    Returns:
        Kinds of work with their verdict and the questions for an employer, the conditions in positive words, hours,
        branches and region. No capacity, no figures of the form, no notices about the form, no wage, no score.
    """
    profile = result.zoekprofiel
    return {
        "schema": "matcher/jobs-zoekprofiel/1",
        **_head(result),
        "sufficient": profile.sufficient,
        "kinds": [_kind(kind) for kind in profile.kinds],
        "branches_nl": [*profile.branches_nl, *profile.coach_branches_nl],
        **_conditions(profile),
        "region_nl": profile.region_nl,
    }


def jobs_ranking_json(result: Match, page: RankingPage) -> dict[str, Any]:
    """Answer one page of the ranked occupations for a jobhunter as plain data.

    Args:
        result: what `match` answered, with `top` at least up to the end of the page.
        page: which group and which part of it; a jobhunter never gets the findings.
    """
    rows = {"shown": result.shown, "own_work": result.own_work, "later": result.later, "exceeding": result.exceeding}
    part = rows[page.group][page.offset : page.offset + page.limit]
    return {
        "schema": "matcher/jobs-ranking/1",
        **_head(result),
        "group": page.group,
        "occupations": [_occupation(occupation) for occupation in part],
        "page": page.place(result.counts[page.group]),
    }


def jobs_check_json(occupation: RankedOccupation) -> dict[str, Any]:
    """Answer one checked occupation for a jobhunter as plain data: the verdict and nothing under it.

    Args:
        occupation: what `check` answered.
    """
    return {"schema": "matcher/jobs-check/1", "audience": AUDIENCE, "occupation": _occupation(occupation)}


def _head(result: Match) -> dict[str, Any]:
    stage = result.stage.stage
    return {
        "audience": AUDIENCE,
        "case_id": result.case_id,
        "on": result.on.isoformat(),
        "stage": {"code": stage.code, "label_nl": stage.label_nl},
    }


def _conditions(profile: Zoekprofiel) -> dict[str, Any]:
    hours = profile.hours
    return {
        "conditions_nl": list(profile.conditions_nl),
        "hours": {"text_nl": hours.text_nl, "no_evenings": hours.no_evenings, "no_nights": hours.no_nights},
    }


def _kind(kind: KindOfWork) -> dict[str, Any]:
    return {
        "kind_nl": kind.kind_nl,
        "tasks_nl": list(kind.tasks_nl),
        "employer_questions_nl": list(kind.employer_questions_nl),
        "occupation": _occupation(kind.occupation),
    }


def _occupation(occupation: RankedOccupation) -> dict[str, Any]:
    return {
        "id": occupation.id,
        "title_nl": occupation.title_nl,
        "rank": occupation.rank,
        "verdict": occupation.verdict.kind.value,
        "verdict_nl": verdict_nl(occupation.verdict),
        "points": occupation.verdict.points,
        "opens_at": occupation.opens_at,
        "legal_requirement_nl": occupation.legal_requirement_nl,
    }
