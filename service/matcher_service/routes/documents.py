"""A case in: one document for one reader, as a finished and checked file."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from matcher import match
from matcher.documents import FileFormat, Kind, build_document, write_document
from matcher.prose import Audience
from matcher_service.answers import MEDIA_TYPES, file_answer
from matcher_service.deps import CaseDep, CoachDesk, OnDep
from matcher_service.routes.described import answers, case_body

router = APIRouter(prefix="/v1", tags=["documents"])


@router.post(
    "/documents/{kind}",
    responses=answers(None, body=True, also=tuple(MEDIA_TYPES.values())),
    openapi_extra=case_body(),
)
def make_document(
    desk: CoachDesk,
    kind: Kind,
    audience: Annotated[Audience, Query(description="Who reads. No default.")],
    on: OnDep,
    read: CaseDep,
    form: Annotated[FileFormat, Query(alias="format", description="docx, pdf, html or md.")] = FileFormat.DOCX,
    work: Annotated[
        list[str] | None, Query(max_length=3, description="Profile only: ids of the work that it is written for.")
    ] = None,
    consent: Annotated[
        str | None, Query(max_length=200, description="Profile only: the vacancy that the worker's consent is for.")
    ] = None,
) -> Response:
    """Answer a document for one reader as a file, without names; what this reader may not see is not in it."""
    result = match(read.case, on, desk.state.catalogue)
    built = build_document(kind, result, read.case, desk.state.catalogue, audience, work=work or (), consent=consent)
    made = write_document(built, read.case, form)
    desk.matched(f"document.{kind.value}.{audience.value}.{form.value}", read.case, result)
    return file_answer(made, form, kind.value)
