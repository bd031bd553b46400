"""The published schemas of the files that are read here."""

from functools import cache
from typing import Any

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
    return json_answer(_case_schema())


@cache
def _case_schema() -> dict[str, Any]:
    """Answer the schema, made once: it never changes while the service runs."""
    return case_schema()
