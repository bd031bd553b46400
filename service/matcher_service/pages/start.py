"""The first page, the page about the method, and the shipped example."""

from datetime import date
from importlib.resources import files

from fastapi import APIRouter, Request
from starlette.responses import Response

from matcher_service.pages.carried import carry
from matcher_service.pages.guard import CoachVisitorDep, FormSenderDep, VisitorDep
from matcher_service.pages.rendering import page
from matcher_service.pages.result import result_page

router = APIRouter()

_EXAMPLE = "thuishulp.yaml"
_EXAMPLE_DAY = date(2026, 10, 12)


@router.get("/")
def start(request: Request, visitor: VisitorDep) -> Response:
    """Show where to begin."""
    return page(request, "start.html", visitor, today=visitor.state.today())


@router.get("/methode")
def method(request: Request, visitor: VisitorDep) -> Response:
    """Show how it works, with which data, how sure, and which rights the worker has."""
    return page(request, "methode.html", visitor, catalogue=visitor.state.catalogue)


@router.post("/voorbeeld")
def example(request: Request, visitor: CoachVisitorDep, _sender: FormSenderDep) -> Response:
    """Show the result of the shipped, invented example."""
    content = (files("matcher") / "examples" / _EXAMPLE).read_bytes()
    return result_page(request, carry(request, visitor, content, _EXAMPLE_DAY))
