"""A refusal as a page, for a person in a browser."""

from fastapi import Request
from starlette.responses import Response

from matcher_service.middleware.observe import request_id_of
from matcher_service.pages.rendering import page
from matcher_service.problems import Problem

_API = ("/v1/", "/health", "/ready", "/metrics")


def wants_page(request: Request) -> bool:
    """Answer whether a refusal goes to a person in a browser."""
    return not request.url.path.startswith(_API) and "text/html" in request.headers.get("accept", "")


def fault_page(request: Request, problem: Problem) -> Response:
    """Answer a refusal as a page.

    Args:
        request: the request that is refused.
        problem: why.
    """
    request_id = request_id_of(request.scope)
    return page(request, "fout.html", status=problem.status, problem=problem, request_id=request_id)
