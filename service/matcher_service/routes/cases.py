"""A case in: the zoekprofiel, occupations in order, or one occupation out. Nothing is kept."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response

from matcher import check, match
from matcher.dossier import decided
from matcher.intake import ReadCase
from matcher.matching import notices_nl
from matcher.report import (
    Group,
    RankingPage,
    check_json,
    check_view,
    jobs_check_json,
    jobs_ranking_json,
    jobs_zoekprofiel_json,
    ranking_json,
    zoekprofiel_json,
    zoekprofiel_view,
)
from matcher_service.answers import Packed, json_answer
from matcher_service.deps import CaseDep, Desk, OnDep, View, ViewedDesk, matched
from matcher_service.routes.described import answers, case_body
from matcher_service.routes.forms_of_answers import TEXTS, FormDep, written
from matcher_service.state import Made

router = APIRouter(prefix="/v1", tags=["cases"])

MOST_AT_ONCE = 100
LAST = 1000
OccupationId = Annotated[str, Path(max_length=60, description="For example isco:4226.")]


async def page_of(
    group: Annotated[Group, Query(description="shown, own_work, later or exceeding.")] = "shown",
    offset: Annotated[int, Query(ge=0, le=LAST, description="How many come before this part.")] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_AT_ONCE, description="How many at most.")] = 20,
    *,
    explained: Annotated[bool, Query(description="With every finding and every part of the score.")] = False,
) -> RankingPage:
    """Answer which part of the ranked occupations is asked for."""
    return RankingPage(group, offset, limit, explained)


@router.post("/zoekprofiel", responses=answers("ZoekprofielAnswer", body=True, also=TEXTS), openapi_extra=case_body())
def make_zoekprofiel(desk: ViewedDesk, form: FormDep, on: OnDep, read: CaseDep) -> Response:
    """Answer which work fits a case on a day: kinds of work, conditions, questions and what opens next."""
    result = decided(match(read.case, on, desk.state.catalogue), read.case, desk.state.catalogue)
    desk.matched("zoekprofiel", read.case, result)
    notes = read.report.notes_nl()
    if desk.view is View.JOBS:
        return json_answer(jobs_zoekprofiel_json(result))
    if form == "json":
        return json_answer(zoekprofiel_json(result, desk.state.catalogue, notes))
    return written(zoekprofiel_view(result, desk.state.catalogue, reading=notes), form)


@router.post("/rankings", responses=answers("RankingAnswer", body=True), openapi_extra=case_body())
async def rank_occupations(
    desk: ViewedDesk, request: Request, page: Annotated[RankingPage, Depends(page_of)], on: OnDep, read: CaseDep
) -> Response:
    """Answer the occupations in order of fit, one group and one page at a time. What exceeds is a group of its own."""
    return await desk.answered(request, lambda: _ranked(desk, page, on, read))


def _ranked(desk: Desk, page: RankingPage, on: date, read: ReadCase) -> Made:
    result = match(read.case, on, desk.state.catalogue, top=page.offset + page.limit)
    if desk.view is View.JOBS:
        answer = jobs_ranking_json(result, page)
    else:
        answer = ranking_json(result, desk.state.catalogue, page, read.report.notes_nl())
    return Made(Packed.of(answer), matched("ranking", read.case, result))


@router.post(
    "/occupations/{occupation_id}/check",
    responses=answers("CheckAnswer", body=True, also=TEXTS, more=(404,)),
    openapi_extra=case_body(),
)
def check_occupation(
    desk: ViewedDesk, form: FormDep, occupation_id: OccupationId, on: OnDep, read: CaseDep
) -> Response:
    """Answer everything about one named occupation for a case: every finding with its source, and the verdict."""
    found, notices = check(read.case, occupation_id, on, desk.state.catalogue), notices_nl(read.case, on)
    desk.looked_at("check", read.case, on)
    if desk.view is View.JOBS:
        return json_answer(jobs_check_json(found))
    notices = (*notices, *read.report.notes_nl())
    if form == "json":
        return json_answer(check_json(found, desk.state.catalogue, notices))
    return written(check_view(found, desk.state.catalogue, explain=True, notices=notices), form)
