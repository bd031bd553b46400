"""A VUM profile in as the start of a case, and a case out as a profile: work only, and only what may be shared."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from matcher import InputError, load_catalogue, match
from matcher.lookup import find_occupation
from matcher.papers import case_id_of
from matcher.vum import read_vum, vum_profile
from matcher_service.answers import JSON, json_answer
from matcher_service.audit import Entry
from matcher_service.deps import CaseDep, CoachDesk, Desk, OnDep
from matcher_service.errors import WrongKindOfBody
from matcher_service.routes.described import answers, case_body, files_body

router = APIRouter(prefix="/v1", tags=["vum"])

_MOST_WORK = 10
_WORK_SIGNS = 200
_CASE_ID = "casus"


@router.post(
    "/vum/readings",
    responses=answers("VumReadingAnswer", body=True),
    openapi_extra=files_body((JSON,), "One werkzoekendeProfiel, as VUM exchanges it."),
)
async def read_profile(
    desk: CoachDesk,
    request: Request,
    case_id: Annotated[str, Query(max_length=60, description="Mark of the case: no name, no BSN.")] = _CASE_ID,
) -> Response:
    """Answer a profile as the start of a case, with what it leaves open; who it is about and health are not read."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        raise WrongKindOfBody("Stuur het profiel als application/json.")
    return await run_in_threadpool(_read, desk, await request.body(), case_id)


def _read(desk: Desk, content: bytes, case_id: str) -> Response:
    if case_id_of(case_id) != case_id:
        raise InputError("Gebruik in case_id alleen letters, cijfers en streepjes. Geen naam.")
    found = read_vum(content, case_id)
    desk.write(Entry("vum.read"))
    case = found.case.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    told = {"questions_nl": found.questions_nl, "left_out_nl": found.left_out_nl}
    return json_answer({"schema": "matcher/vum-reading/1", "audience": "coach", "case": case, **told})


@router.post("/vum/profiles", responses=answers("VumProfileAnswer", body=True, more=(404,)), openapi_extra=case_body())
def write_profile(
    desk: CoachDesk,
    own_id: Annotated[str, Query(min_length=1, max_length=200, description="Mark that it is shared under.")],
    agreed: Annotated[date, Query(description="Day on which the worker agreed to share this. No default.")],
    work: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=_WORK_SIGNS)]],
        Query(min_length=1, max_length=_MOST_WORK, description="The work chosen with the worker: ids or titles."),
    ],
    on: OnDep,
    read: CaseDep,
) -> Response:
    """Answer a case as a profile to share with who helps to find work: nothing about health, nothing from a limit."""
    every = load_catalogue(level="all")
    chosen = [find_occupation(each, every).occupation for each in work]
    result = match(read.case, on, desk.state.catalogue)
    made = vum_profile(read.case, result, own_id=own_id, agreed_on=agreed, work=chosen, on=on)
    desk.matched("vum.profile", read.case, result)
    answer = {"audience": "new-employer", "on": on, "profile": made.profile, "notes_nl": made.notes_nl}
    return json_answer({"schema": "matcher/vum-profile/1", **answer})
