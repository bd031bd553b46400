"""What was read: a form of a case, and documents that came in."""

from typing import Any, Literal

from pydantic import Field

from matcher_service.shapes.base import Shape, Texts


class FormAnswer(Shape):
    """What was read on a form, for the coach."""

    format: Literal["matcher/form/1"]
    audience: Literal["coach"]
    form: dict[str, Any]
    marginal: Texts
    rubrieken: list[dict[str, Any]]
    remarks: list[dict[str, Any]]
    notices: list[dict[str, Any]]
    reading: dict[str, Any]


class PaperQuestion(Shape):
    """Something that a person must answer before it may be used."""

    key: str
    text_nl: str
    page: int | None


class CarriedReading(Shape):
    """What was read, to send back unchanged with answers: the service keeps nothing."""

    content: str
    seal: str


class PaperAnswer(Shape):
    """What was read in a document, for the coach; never who it is about."""

    schema_id: Literal["matcher/paper/1"] = Field(alias="schema")
    audience: Literal["coach"]
    kind: Literal["capacity_form", "labour_expert_report", "cv", "unknown"]
    pages: int
    notes: Texts
    questions: list[PaperQuestion]
    form: dict[str, Any] = Field(default={}, description="The newest form; absent when there is none.")
    corrections: list[dict[str, Any]] = Field(default=[])
    older_forms: list[dict[str, Any]] = Field(default=[])
    labour_expert: dict[str, Any] = Field(default={})
    person: dict[str, Any] = Field(default={})
    case: dict[str, Any] = Field(description="A case with what is sure; what is doubtful is unknown in it.")
    forms_left_out: int
    reading: CarriedReading = Field(description="Send it back unchanged to /v1/papers/answers.")
