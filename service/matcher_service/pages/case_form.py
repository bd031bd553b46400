"""The form page: the capacity form by rubriek and the person, filled in by hand."""

import json
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import Response

from matcher import CaseInvalid
from matcher.domain.case import AuthorRole, FormKind
from matcher_service.pages.carried import carry, day_from
from matcher_service.pages.form_fields import (
    JOBS,
    RUBRIEKEN,
    SCHOOLS,
    case_from,
    place_of,
    rubriek_items,
    ticked_together,
)
from matcher_service.pages.guard import CoachVisitorDep, FormSenderDep, Visitor
from matcher_service.pages.person_choices import person_choices
from matcher_service.pages.rendering import page
from matcher_service.pages.result import result_page

router = APIRouter()


@router.get("/formulier")
def empty_form(request: Request, visitor: CoachVisitorDep) -> Response:
    """Show the empty form."""
    return _form(request, visitor, FormData(), {})


@router.post("/formulier")
async def send_form(request: Request, visitor: CoachVisitorDep, _sender: FormSenderDep) -> Response:
    """Show the result of the filled-in form, or the form again with what is wrong beside each field."""
    fields = await request.form()
    return await run_in_threadpool(_answer, request, visitor, fields)


def _answer(request: Request, visitor: Visitor, fields: FormData) -> Response:
    raw = case_from(fields)
    try:
        day = day_from(str(fields.get("peildatum", "")), visitor)
        carried = carry(request, visitor, json.dumps(raw).encode(), day, yaml=False)
    except CaseInvalid as invalid:
        faults: dict[str, str] = {}
        for fault in invalid.faults:
            faults.setdefault(place_of(fault.field, raw) or fault.field, fault.problem)
        return _form(request, visitor, fields, faults)
    return result_page(request, carried)


def _form(request: Request, visitor: Visitor, fields: FormData, faults: dict[str, str]) -> Response:
    content: dict[str, Any] = {
        **person_choices(),
        "rubrieken": RUBRIEKEN,
        "items_of": rubriek_items(),
        "ticked_together": ticked_together,
        "fields": fields,
        "faults": faults,
        "kinds": [kind.value for kind in FormKind],
        "roles": [role.value for role in AuthorRole],
        "jobs": range(JOBS),
        "schools": range(SCHOOLS),
        "today": visitor.state.today().isoformat(),
    }
    return page(request, "formulier.html", visitor, status=422 if faults else 200, **content)
