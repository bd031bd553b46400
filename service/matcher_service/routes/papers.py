"""A document in: what it is, what was read, how sure, and what must be asked. Who it is about is never answered."""

from collections.abc import Sequence
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Header, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from matcher import Case, InputError
from matcher.domain.case import Numbering
from matcher.intake import read_case_bytes
from matcher.papers import (
    Correction,
    DocumentReading,
    case_id_of,
    case_part,
    confirm,
    correction_of,
    pass_on,
    taken_back,
)
from matcher.report import paper_json
from matcher_service.answers import json_answer
from matcher_service.audit import Entry
from matcher_service.deps import CoachDesk, Desk
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
_MOST_ANSWERS = 300
_LIST = "nummering"


class CarriedIn(BaseModel):
    """A reading that `POST /v1/papers` handed over, unchanged."""

    model_config = ConfigDict(extra="forbid")

    content: Annotated[str, Field(min_length=2)]
    seal: Annotated[str, Field(max_length=100)]


class AnswerIn(BaseModel):
    """One answer of a person who looked at the paper."""

    model_config = ConfigDict(extra="forbid")

    key: Annotated[str, Field(max_length=40, pattern="^[^=;]+$", description="Key of a question, or an item.")]
    value: Annotated[str, Field(max_length=100, pattern="^[^;]+$", description="For example 2, norm or 12-10-2026.")]
    reason: Annotated[str, Field(min_length=1, max_length=500, description="What the answer rests on.")]


class AnswersIn(BaseModel):
    """Answers to the questions about a document."""

    model_config = ConfigDict(extra="forbid")

    reading: CarriedIn
    answers: Annotated[list[AnswerIn], Field(max_length=_MOST_ANSWERS)]
    case: Annotated[dict[str, Any] | None, Field(description="The case that it comes on top of.")] = None
    case_id: Annotated[str, Field(max_length=60, description="Mark of a fresh case: no name.")] = _CASE_ID


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
    return json_answer(_report(desk, reading, (), _CASE_ID, None))


@router.post("/papers/answers", responses=answers("PaperAnswer", body=True))
async def answer_questions(desk: CoachDesk, asked: AnswersIn) -> Response:
    """Answer the reading with a person's answers in it, the questions that are left, and the case that this makes."""
    return await run_in_threadpool(_answered, desk, asked)


def _answered(desk: Desk, asked: AnswersIn) -> Response:
    carried = asked.reading
    if not desk.state.sessions.seal_fits(_owner(desk), carried.content, carried.seal):
        raise InputError("De lezing is niet zoals zij is meegegeven. Lees het document opnieuw: /v1/papers.")
    reading = taken_back(carried.content)
    if any(each.key.strip() == _LIST for each in asked.answers):
        raise InputError("De lijst van de nummers kiest u bij het lezen: /v1/papers?numbering=current of legacy.")
    if asked.answers and reading.leading is None:
        raise InputError("In dit document staat geen formulier van de arts. Vul de rest aan in de casus zelf.")
    if case_id_of(asked.case_id) != asked.case_id:
        raise InputError("Gebruik in case_id alleen letters, cijfers en streepjes. Geen naam.")
    corrections = [correction_of(f"{each.key}={each.value}; {each.reason}") for each in asked.answers]
    base = None if asked.case is None else read_case_bytes(orjson.dumps(asked.case), "json").case
    answer = _report(desk, reading, corrections, asked.case_id, base)
    desk.write(Entry("paper.confirm"))
    return json_answer(answer)


def _name(request: Request, given: str | None) -> str:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in ENDINGS:
        return f"stuk{ENDINGS[kind]}"
    if kind == ANY_KIND and given:
        return given
    raise WrongKindOfBody(
        f"Stuur het document met zijn eigen soort ({', '.join(ENDINGS)}), of als {ANY_KIND} met de kop X-Filename."
    )


def _owner(desk: Desk) -> str:
    return f"key {desk.caller.key_id}"


def _report(
    desk: Desk, reading: DocumentReading, corrections: Sequence[Correction], case_id: str, base: Case | None
) -> dict[str, Any]:
    confirmed = [confirm(form, () if place else corrections) for place, form in enumerate(reading.forms)]
    leading = confirmed[0] if confirmed else None
    about_form = reading.leading.questions if reading.leading is not None else ()
    other = [question for question in reading.questions() if question not in about_form]
    part, content = case_part(case_id, [reading], confirmed, base), pass_on(reading)
    return {
        "schema": "matcher/paper/1",
        "audience": "coach",
        **paper_json(reading, leading, [*(leading.form.questions if leading else ()), *other]),
        "case": part.case.model_dump(mode="json", by_alias=True, exclude_defaults=True),
        "forms_left_out": len(part.incomplete),
        "reading": {"content": content, "seal": desk.state.sessions.seal(_owner(desk), content)},
    }
