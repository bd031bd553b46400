"""In which form an answer is written: data, plain text or Markdown."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import Depends, Query
from starlette.responses import Response

from matcher import InputError
from matcher.report import Block, render_markdown, render_text
from matcher_service.answers import text_answer
from matcher_service.deps import View, ViewedDesk

Form = Literal["json", "text", "md"]
TEXTS = ("text/plain", "text/markdown")


async def form_of(
    desk: ViewedDesk,
    form: Annotated[Form, Query(alias="format", description="json, text or md; with view jobs only json.")] = "json",
) -> Form:
    """Answer the form that is asked; the view of a jobhunter is there as data only."""
    if desk.view is View.JOBS and form != "json":
        raise InputError("Met view=jobs is er alleen format=json.")
    return form


FormDep = Annotated[Form, Depends(form_of)]


def written(blocks: Sequence[Block], form: Form) -> Response:
    """Answer blocks as plain text or Markdown.

    Args:
        blocks: what a view answered.
        form: text or md.
    """
    if form == "md":
        return text_answer(render_markdown(blocks), "text/markdown")
    return text_answer(render_text(blocks))
