"""A case and vacancies in: the vacancies in order for that person, with reasons. Never persons for a vacancy."""

from datetime import date
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from matcher import InputError
from matcher.errors import FileUnreadable
from matcher.intake import ReadCase, read_case_bytes
from matcher.matching import notices_nl
from matcher.vacancies import jobs_vacancies_json, memory_index, rank_vacancies, vacancies_json
from matcher_service.answers import JSON, json_answer
from matcher_service.deps import Desk, OnDep, View, ViewedDesk
from matcher_service.errors import WrongKindOfBody
from matcher_service.incoming import read_vacancies
from matcher_service.routes.described import answers, ref

router = APIRouter(prefix="/v1", tags=["vacancies"])

_BODY = {
    "requestBody": {
        "required": True,
        "description": "A case, and the vacancies to rank for it: a list, or JSON-LD with JobPosting. Nothing is kept.",
        "content": {
            JSON: {
                "schema": {
                    "type": "object",
                    "required": ["case", "vacancies"],
                    "properties": {
                        "case": ref("Case"),
                        "vacancies": {"oneOf": [{"type": "array", "items": {"type": "object"}}, {"type": "object"}]},
                    },
                }
            }
        },
    }
}


@router.post("/vacancies/rank", responses=answers("VacanciesAnswer", body=True), openapi_extra=_BODY)
async def rank_posted(
    desk: ViewedDesk,
    on: OnDep,
    request: Request,
    top: Annotated[int, Query(ge=1, le=100, description="How many open ones, and how many closed ones.")] = 20,
    *,
    closed: Annotated[bool, Query(description="Also closed ones, with the reason.")] = True,
) -> Response:
    """Answer the posted vacancies in order for the case, with reasons and with questions for each employer."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        raise WrongKindOfBody("Stuur de casus en de vacatures als application/json.")
    return await run_in_threadpool(_ranked, desk, on, await request.body(), top, closed)


def _ranked(desk: Desk, on: date, body: bytes, top: int, closed: bool) -> Response:  # noqa: FBT001 as sent
    read, posted = _parts(body)
    feed = read_vacancies(desk.state, posted, "vacatures.json")
    index = memory_index(feed.vacancies, on, desk.state.catalogue, "vacatures")
    ranked = rank_vacancies(read.case, index, on, top=top, closed=closed)
    desk.looked_at("vacancies", read.case, on)
    if desk.view is View.JOBS:
        return json_answer({**jobs_vacancies_json(ranked), "feed_nl": feed.notes_nl})
    notes = (*notices_nl(read.case, on), *read.report.notes_nl())
    return json_answer({**vacancies_json(ranked), "notices_nl": notes, "feed_nl": feed.notes_nl})


def _parts(body: bytes) -> tuple[ReadCase, bytes]:
    """Answer the case and the vacancies of a body, each as their own reader takes them."""
    try:
        sent: Any = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise FileUnreadable("De inhoud is geen geldige JSON. Stuur {case: ..., vacancies: [...]}.") from None
    if not isinstance(sent, dict) or not {"case", "vacancies"} <= set(sent):
        raise InputError("Stuur een object met case (de casus) en vacancies (de vacatures).")
    if not isinstance(sent["vacancies"], list | dict) or not sent["vacancies"]:
        raise InputError("In vacancies staat niets. Stuur een lijst met vacatures, of een JobPosting.")
    try:
        case, vacancies = orjson.dumps(sent["case"]), orjson.dumps(sent["vacancies"])
    except orjson.JSONEncodeError:
        raise InputError("De onderdelen zijn te diep in elkaar gezet.") from None
    return read_case_bytes(case, "json"), vacancies
