"""From a template to a page. Templates escape what they show, and a name that is not given is an error."""

from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from matcher_service.pages.guard import Visitor

TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(
    request: Request, template: str, visitor: Visitor | None = None, status: int = 200, **content: Any
) -> HTMLResponse:
    """Answer a page.

    A template always has `path` (of this page), `visitor` (or None) and `form_token` (for `_form_token.html`).

    Args:
        request: the request that is answered.
        template: name of a file in `templates`.
        visitor: who looks, when somebody is let in.
        status: HTTP status.
        content: what the template shows.
    """
    token = "" if visitor is None else visitor.form_token()
    known = {"path": request.url.path, "visitor": visitor, "form_token": token}
    return HTMLResponse(_environment().get_template(template).render(**known, **content), status)
