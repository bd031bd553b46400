"""What every shape is made with, and a refusal."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Percent = Annotated[int, Field(ge=0, le=100)]
Texts = list[str]


class Shape(BaseModel):
    """A shape without other fields than those named."""

    model_config = ConfigDict(extra="forbid")


class Fault(Shape):
    """One fault with its place."""

    field: str
    line: int | None
    problem_nl: str


class Problem(Shape):
    """A refusal (RFC 9457). It never repeats a value that was sent."""

    type: str
    title: str
    status: int
    detail: str
    request_id: str
    errors: list[Fault]


class Page(Shape):
    """Where a part stands in a list."""

    offset: int
    limit: int
    total: int
    next_offset: int | None
