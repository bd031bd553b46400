"""The published schemas of the files that are read here."""

from fastapi import APIRouter
from starlette.responses import Response

from matcher.intake import case_schema
from matcher_service.answers import json_answer
from matcher_service.deps import OpenDesk
from matcher_service.routes.described import answers

router = APIRouter(prefix="/v1", tags=["schemas"])


@router.get("/schemas/case", responses=answers("AnyObject"))
def show_case_schema(desk: OpenDesk) -> Response:
    """Answer the JSON Schema (2020-12) of a case."""
    del desk
    return json_answer(case_schema())
