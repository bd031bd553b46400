"""Work looked up: occupations and titles."""

from typing import Annotated, Any, Literal

from pydantic import Field

from matcher_service.shapes.base import Page, Shape, Texts


class ListedOccupation(Shape):
    """One occupation in a list."""

    id: str
    title_nl: str
    kind_nl: str
    kind: Literal["unit_group", "esco", "nl"]
    parent: str | None


class OccupationsAnswer(Shape):
    """A part of the catalogue."""

    schema_id: Literal["matcher/occupations/1"] = Field(alias="schema")
    occupations: list[ListedOccupation]
    page: Page


class OccupationAnswer(Shape):
    """One occupation and what its jobs ask."""

    schema_id: Literal["matcher/occupation/1"] = Field(alias="schema")
    occupation: dict[str, Any]
    demands: list[dict[str, Any]]
    not_known: Texts


class TitleMatch(Shape):
    """One occupation that a title may stand for."""

    occupation_id: str
    isco08: str
    title: str
    matched_label: str
    probability: Annotated[float, Field(ge=0, le=1)]
    why: str


class TitleLink(Shape):
    """What a title was read as."""

    query: str
    normalised: str
    matches: list[TitleMatch]
    sure: bool
    why_not: str | None


class TitlesAnswer(Shape):
    """Titles with the occupations they may stand for."""

    schema_id: Literal["matcher/titles/1"] = Field(alias="schema")
    links: list[TitleLink]
