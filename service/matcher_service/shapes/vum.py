"""The VUM profile, in and out."""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from matcher_service.shapes.base import Shape, Texts


class VumReadingAnswer(Shape):
    """The start of a case, as a profile tells it."""

    schema_id: Literal["matcher/vum-reading/1"] = Field(alias="schema")
    audience: Literal["coach"]
    case: dict[str, Any]
    questions_nl: Texts
    left_out_nl: Texts


class VumProfileAnswer(Shape):
    """A profile that is ready to be shared; what is not in it and why is for the coach."""

    schema_id: Literal["matcher/vum-profile/1"] = Field(alias="schema")
    audience: Literal["new-employer"]
    on: date
    profile: dict[str, Any]
    notes_nl: Texts
