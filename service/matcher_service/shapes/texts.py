"""Texts for people, the stage and the calendar."""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from matcher_service.shapes.base import Shape, Texts
from matcher_service.shapes.reasons import Stage


class TextFinding(Shape):
    """What the linter found in a text."""

    code: str
    where: str
    problem_nl: str


class TextAnswer(Shape):
    """The profile text for one reader."""

    schema_id: Literal["matcher/text/1"] = Field(alias="schema")
    audience: Literal["worker", "coach", "labour-expert", "current-employer", "new-employer"]
    on: date
    words: int
    paragraphs_nl: Texts
    findings: list[TextFinding]


class ExplanationAnswer(Shape):
    """An explanation for one reader: titles, texts, points and tables in reading order."""

    schema_id: Literal["matcher/explanation/1"] = Field(alias="schema")
    audience: Literal["worker", "coach", "labour-expert", "doctor"]
    language: Literal["nl", "en"]
    on: date
    blocks: list[dict[str, Any]]


class StageAnswer(Shape):
    """The stage of a case."""

    schema_id: Literal["matcher/stage/1"] = Field(alias="schema")
    stage: Stage
    notices_nl: Texts


class CalendarAnswer(Shape):
    """The Poortwachter calendar."""

    schema_id: Literal["matcher/calendar/1"] = Field(alias="schema")
    case_id: str
    on: date
    first_sick_day: date | None
    end_of_waiting: date | None
    moments: list[dict[str, Any]]
    notices: list[dict[str, Any]]
    conflicts: list[dict[str, Any]]
