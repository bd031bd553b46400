"""A document in: what it is, what was read, how sure, and what must be asked. Who it is about is never answered."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from matcher.domain.case import Numbering
from matcher.papers import DocumentReading, case_part, confirm
from matcher.report import paper_json
from matcher_service.answers import json_answer
from matcher_service.audit import Entry
from matcher_service.deps import CoachDesk
from matcher_service.errors import WrongKindOfBody
from matcher_service.incoming import read_paper
from matcher_service.routes.described import answers, files_body

router = APIRouter(prefix="/v1", tags=["papers"])

_OFFICE = "application/vnd.openxmlformats-officedocument"
ENDINGS = {
    "application/pdf": ".pdf",
    f"{_OFFICE}.wordprocessingml.document": ".docx",
    f"{_OFFICE}.spreadsheetml.sheet": ".xlsx",
    "text/plain": ".txt",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/tiff": ".tif",
}
ANY_KIND = "application/octet-stream"
_CASE_ID = "casus"


@router.post(
    "/papers",
    responses=answers("PaperAnswer", body=True),
    openapi_extra=files_body((*ENDINGS, ANY_KIND), "A document."),
)
async def read_one(
    desk: CoachDesk,
    request: Request,
    numbering: Annotated[
        Numbering | None, Query(description="The list of a form's numbers, when a person knows it; else recognised.")
    ] = None,
    x_filename: Annotated[
        str | None, Header(max_length=200, description="Name of the file, with application/octet-stream.")
    ] = None,
) -> Response:
    """Answer what was read in a document, how sure and what must be asked, and the case that the sure part makes."""
    name, content = _name(request, x_filename), await request.body()
    reading = await run_in_threadpool(read_paper, desk.state, content, name, numbering)
    await run_in_threadpool(desk.write, Entry("paper.read"))
    return json_answer(_report(reading))


def _name(request: Request, given: str | None) -> str:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in ENDINGS:
        return f"stuk{ENDINGS[kind]}"
    if kind == ANY_KIND and given:
        return given
    raise WrongKindOfBody(
        f"Stuur het document met zijn eigen soort ({', '.join(ENDINGS)}), of als {ANY_KIND} met de kop X-Filename."
    )


def _report(reading: DocumentReading) -> dict[str, Any]:
    confirmed = [confirm(form, ()) for form in reading.forms]
    part = case_part(_CASE_ID, [reading], confirmed)
    return {
        "schema": "matcher/paper/1",
        "audience": "coach",
        **paper_json(reading, confirmed[0] if confirmed else None, reading.questions()),
        "case": part.case.model_dump(mode="json", by_alias=True, exclude_defaults=True),
        "forms_left_out": len(part.incomplete),
    }
