"""The person's part of a case that came from documents: filled in with what was read, completed by the coach."""

import json
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import Response

from matcher import CaseInvalid
from matcher.domain.case import Person
from matcher_service.pages.carried import Carried, CarriedDep, carry
from matcher_service.pages.form_fields import JOBS, SCHOOLS, person_from, place_of
from matcher_service.pages.person_choices import person_choices
from matcher_service.pages.person_fields import fields_of, merged
from matcher_service.pages.rendering import page
from matcher_service.pages.result import result_page

router = APIRouter()


def is_known(person: Person) -> bool:
    """Answer whether enough is known about the person to rank work: experience or an education, and a place.

    Args:
        person: the person's part of a case.
    """
    return bool(person.experience or person.education) and person.region.place is not None


def person_page(
    request: Request,
    carried: Carried,
    *,
    unknown: tuple[str, ...] = (),
    fields: FormData | None = None,
    faults: dict[str, str] | None = None,
) -> Response:
    """Answer the page with the person's part of a case.

    Args:
        request: the request.
        carried: the case.
        unknown: items of the form that nobody answered and that stay unknown.
        fields: what the browser sent; what was read when not given.
        faults: what is wrong, by field.
    """
    person = carried.case.person
    content: dict[str, Any] = {
        **person_choices(),
        "carried": carried,
        "unknown": unknown,
        "fields": fields_of(person) if fields is None else fields,
        "faults": faults or {},
        "jobs": range(max(JOBS, len(person.experience) + 1)),
        "schools": range(max(SCHOOLS, len(person.education) + 1)),
    }
    return page(request, "persoon.html", carried.visitor, status=422 if faults else 200, **content)


@router.post("/formulier/persoon")
async def send_person(request: Request, carried: CarriedDep) -> Response:
    """Show the result of the case with the person in it, or the page again with what is wrong beside each field."""
    fields = await request.form()
    return await run_in_threadpool(_answer, request, carried, fields)


def _answer(request: Request, carried: Carried, fields: FormData) -> Response:
    raw = json.loads(carried.text)
    raw["person"] = merged(raw.get("person", {}), person_from(fields))
    try:
        whole = carry(request, carried.visitor, json.dumps(raw).encode(), carried.on, yaml=False)
    except CaseInvalid as invalid:
        faults: dict[str, str] = {}
        for fault in invalid.faults:
            place = place_of(fault.field, raw) if fault.field.startswith("person.") else ""
            faults.setdefault(place or fault.field, fault.problem)
        return person_page(request, carried, fields=fields, faults=faults)
    return result_page(request, whole)
