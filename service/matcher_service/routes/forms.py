"""A case in: what was read on its capacity form, item by item."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from matcher import understand_capacity
from matcher.report import form_json, form_view
from matcher_service.answers import json_answer
from matcher_service.deps import CaseDep, CoachDesk, OnDep
from matcher_service.routes.described import answers, case_body
from matcher_service.routes.forms_of_answers import TEXTS, written

router = APIRouter(prefix="/v1", tags=["forms"])


@router.post("/forms/check", responses=answers("FormAnswer", body=True, also=TEXTS), openapi_extra=case_body())
def check_form(
    desk: CoachDesk,
    on: OnDep,
    read: CaseDep,
    form: Annotated[Literal["json", "text", "md"], Query(alias="format")] = "json",
) -> Response:
    """Answer what was read per rubriek: limited, norm or unknown, and what a person must judge."""
    profile = understand_capacity(read.case, on)
    desk.looked_at("form_check", read.case, on)
    if form == "json":
        return json_answer(form_json(profile, read.report))
    return written(form_view(profile, read.report), form)
