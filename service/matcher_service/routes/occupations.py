"""Looking up work: occupations and what their jobs ask, and which occupation a title means. No case is needed."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from matcher import link_title, load_catalogue
from matcher.dossier import plain
from matcher.report import occupation_facts_json, occupation_list_json
from matcher_service.answers import json_answer
from matcher_service.deps import OpenDesk
from matcher_service.routes.described import answers

router = APIRouter(prefix="/v1", tags=["occupations"])

_MOST_TITLES = 100
_MOST_MATCHES = 20
_LAST = 10_000
Title = Annotated[str, Field(min_length=1, max_length=200)]


class TitlesIn(BaseModel):
    """Titles to link. They go in the body, as an address is kept in many logs."""

    model_config = ConfigDict(extra="forbid")

    titles: Annotated[list[Title], Field(min_length=1, max_length=_MOST_TITLES)]
    top: Annotated[int, Field(ge=1, le=_MOST_MATCHES)] = 5


@router.get("/occupations", responses=answers("OccupationsAnswer"))
def list_occupations(
    desk: OpenDesk,
    offset: Annotated[int, Query(ge=0, le=_LAST)] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    *,
    inside: Annotated[bool, Query(description="Also occupations inside the unit groups.")] = False,
) -> Response:
    """Answer the occupations in the order of the catalogue, one page at a time."""
    del desk
    catalogue = load_catalogue(level="all") if inside else load_catalogue()
    return json_answer(occupation_list_json(catalogue, offset, limit))


@router.get("/occupations/{occupation_id}", responses=answers("OccupationAnswer", more=(404,)))
def look_up_occupation(
    desk: OpenDesk, occupation_id: Annotated[str, Path(max_length=60, description="For example isco:4226.")]
) -> Response:
    """Answer what an occupation is and what its jobs ask, with the source of every figure."""
    del desk
    return json_answer(occupation_facts_json(load_catalogue(level="all"), occupation_id))


@router.post("/titles/links", responses=answers("TitlesAnswer", body=True))
def link_titles(desk: OpenDesk, asked: TitlesIn) -> Response:
    """Answer which occupations Dutch job titles may stand for, most likely first, and whether one is sure."""
    del desk
    links = [plain(link_title(title, asked.top)) for title in asked.titles]
    return json_answer({"schema": "matcher/titles/1", "links": links})
