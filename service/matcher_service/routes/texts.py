"""A case in: the profile text or an explanation for one reader. Every reader gets what is theirs and no more."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from matcher import match
from matcher.dossier import decided
from matcher.prose import (
    Audience,
    compose_text,
    explain,
    explanation_json,
    explanation_markdown,
    explanation_text,
    lint_text,
)
from matcher_service.answers import json_answer, text_answer
from matcher_service.deps import CaseDep, CoachDesk, OnDep
from matcher_service.routes.described import answers, case_body
from matcher_service.routes.forms_of_answers import TEXTS

router = APIRouter(prefix="/v1", tags=["texts"])

TextReader = Literal["worker", "coach", "labour-expert", "current-employer", "new-employer"]
Reader = Literal["worker", "coach", "labour-expert", "doctor"]


@router.post("/texts", responses=answers("TextAnswer", body=True), openapi_extra=case_body())
def write_text(
    desk: CoachDesk,
    audience: Annotated[TextReader, Query(description="Who reads. No default.")],
    on: OnDep,
    read: CaseDep,
) -> Response:
    """Answer the two-paragraph profile text for one reader, with what the linter found."""
    result = decided(match(read.case, on, desk.state.catalogue), read.case, desk.state.catalogue)
    desk.matched(f"text.{audience}", read.case, result)
    text = compose_text(result, read.case, Audience(audience))
    found = [{"code": f.code, "where": f.where, "problem_nl": f.problem_nl} for f in lint_text(text, text.audience)]
    paragraphs = [" ".join(sentence.text for sentence in paragraph) for paragraph in text.paragraphs]
    data = {"audience": audience, "on": on, "words": text.words, "paragraphs_nl": paragraphs, "findings": found}
    return json_answer({"schema": "matcher/text/1", **data})


@router.post("/explanations", responses=answers("ExplanationAnswer", body=True, also=TEXTS), openapi_extra=case_body())
def explain_result(
    desk: CoachDesk,
    reader: Annotated[Reader, Query(description="Who reads. No default.")],
    on: OnDep,
    read: CaseDep,
    language: Annotated[Literal["nl", "en"], Query(description="en for the worker only.")] = "nl",
    form: Annotated[Literal["json", "text", "md"], Query(alias="format")] = "json",
) -> Response:
    """Answer what the result means, for one reader."""
    result = decided(match(read.case, on, desk.state.catalogue), read.case, desk.state.catalogue)
    explanation = explain(result, read.case, Audience(reader), language)
    desk.matched(f"explanation.{reader}", read.case, result)
    if form == "json":
        return json_answer(explanation_json(explanation))
    if form == "md":
        return text_answer(explanation_markdown(explanation), "text/markdown")
    return text_answer(explanation_text(explanation))
