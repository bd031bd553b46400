"""A case in: the stage that holds, or the Poortwachter calendar out."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from matcher import find_stage
from matcher.poortwachter import calendar_for, to_ics, to_records, to_svg, to_text
from matcher.report import stage_json
from matcher.stage_moments import stage_moments
from matcher_service.answers import json_answer, text_answer
from matcher_service.deps import CaseDep, CoachDesk, OnDep
from matcher_service.routes.described import answers, case_body

router = APIRouter(prefix="/v1", tags=["calendar"])

_WRITERS = {"text": (to_text, "text/plain"), "ics": (to_ics, "text/calendar"), "svg": (to_svg, "image/svg+xml")}
_KINDS = tuple(kind for _, kind in _WRITERS.values())


@router.post("/stages", responses=answers("StageAnswer", body=True), openapi_extra=case_body())
def find_stage_of_case(desk: CoachDesk, on: OnDep, read: CaseDep) -> Response:
    """Answer which stage of suitability holds for a case on a day, what it allows and by which authority."""
    view = find_stage(read.case, on)
    desk.looked_at("stage", read.case, on)
    return json_answer({"schema": "matcher/stage/1", "stage": stage_json(view), "notices_nl": view.notices})


@router.post("/calendar", responses=answers("CalendarAnswer", body=True, also=_KINDS), openapi_extra=case_body())
def make_calendar(
    desk: CoachDesk,
    on: OnDep,
    read: CaseDep,
    form: Annotated[Literal["json", "text", "ics", "svg"], Query(alias="format")] = "json",
) -> Response:
    """Answer what was done, what is due and what is late, from the first sick day to week 104, and why."""
    calendar = calendar_for(read.case, on, stage_moments(read.case, on))
    desk.looked_at("calendar", read.case, on)
    if form == "json":
        return json_answer(to_records(calendar))
    write, kind = _WRITERS[form]
    return text_answer(write(calendar), kind)
