"""The bureau's own index of vacancies: fill it, empty it, and rank it for one case. Never persons for a vacancy."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from matcher.intake import ReadCase
from matcher.matching import notices_nl
from matcher.vacancies import (
    Index,
    index_info,
    jobs_vacancies_json,
    look_at,
    look_json,
    rank_vacancies,
    signals,
    vacancies_json,
)
from matcher_service.answers import JSON, Packed, json_answer
from matcher_service.audit import Entry
from matcher_service.deps import CaseDep, Desk, IndexDesk, OnDep, View, ViewedDesk, looked_at
from matcher_service.errors import WrongKindOfBody
from matcher_service.incoming import read_vacancies
from matcher_service.routes.described import answers, case_body, files_body
from matcher_service.state import Made

router = APIRouter(prefix="/v1", tags=["index"])

_MOST_REMOVED = 1000
ENDINGS = {JSON: ".json", "application/x-ndjson": ".jsonl", "text/csv": ".csv"}


class RemovalsIn(BaseModel):
    """Vacancies to take out, by their id."""

    model_config = ConfigDict(extra="forbid")

    ids: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=300)]], Field(min_length=1, max_length=_MOST_REMOVED)
    ]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a ranking.

    Attributes:
        top: how many vacancies.
        closed: also closed ones.
        explained: with every finding.
        new_since: only vacancies first seen on this day or later.
    """

    top: int
    closed: bool
    explained: bool
    new_since: date | None


async def asked_of(
    top: Annotated[int, Query(ge=1, le=100, description="How many open ones, and how many closed ones.")] = 20,
    new_since: Annotated[date | None, Query(description="Only those first seen on this day or later.")] = None,
    *,
    closed: Annotated[bool, Query(description="Also closed ones, with the reason.")] = False,
    explained: Annotated[bool, Query(description="With every finding and every part of the score.")] = False,
) -> Asked:
    """Answer what is asked of a ranking."""
    return Asked(top, closed, explained, new_since)


@router.get("/index", responses=answers("IndexAnswer", more=(404,)))
def show_index(desk: IndexDesk, on: OnDep) -> Response:
    """Answer how many vacancies the bureau's index holds, how many are open, and from which feeds."""
    info = index_info(desk.indexes.index(desk.caller.bureau), on)
    return json_answer({"schema": "matcher/index/1", "on": on, **asdict(info)})


@router.get("/index/drift", responses=answers("DriftAnswer", more=(404,)))
def show_drift(desk: IndexDesk, on: OnDep) -> Response:
    """Answer shares of what is not known, how feeds were read, titles and verdicts of invented persons; no person."""
    look = look_at(desk.indexes.index(desk.caller.bureau), on)
    return json_answer(look_json(look, signals(look, None)))


@router.post(
    "/index/vacancies",
    responses=answers("IndexChange", body=True, more=(404, 409)),
    openapi_extra=files_body(tuple(ENDINGS), "Vacancies: a list or JSON-LD, a line of JSON each, or CSV."),
)
async def add_vacancies(desk: IndexDesk, on: OnDep, request: Request) -> Response:
    """Store vacancies in the bureau's index; one that was there keeps its first day. On disk when answered."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ENDINGS:
        raise WrongKindOfBody(f"Stuur de vacatures als {', '.join(ENDINGS)}.")
    return await run_in_threadpool(_added, desk, on, await request.body(), f"vacatures{ENDINGS[kind]}")


def _added(desk: Desk, on: date, body: bytes, name: str) -> Response:
    indexes, feed = desk.indexes, read_vacancies(desk.state, body, name)
    done = indexes.add(desk.caller.bureau, feed.vacancies, on, feed.report)
    desk.write(Entry("index.add"))
    return json_answer({"schema": "matcher/index-change/1", **asdict(done), "feed_nl": feed.notes_nl})


@router.post("/index/removals", responses=answers("IndexChange", body=True, more=(404, 409)))
def remove_vacancies(desk: IndexDesk, on: OnDep, asked: RemovalsIn) -> Response:
    """Erase vacancies from the bureau's index by their id; an id that is not there changes nothing."""
    done = desk.indexes.remove(desk.caller.bureau, asked.ids, on)
    desk.write(Entry("index.remove"))
    return json_answer({"schema": "matcher/index-change/1", **asdict(done), "feed_nl": []})


@router.post(
    "/index/rankings", responses=answers("IndexRankingAnswer", body=True, more=(404,)), openapi_extra=case_body()
)
async def rank_index(
    desk: ViewedDesk, request: Request, asked: Annotated[Asked, Depends(asked_of)], on: OnDep, read: CaseDep
) -> Response:
    """Answer the vacancies of the bureau's index in order for a case, short or with every reason."""
    index = desk.indexes.index(desk.caller.bureau)
    return await desk.answered(request, lambda: _ranked(desk, index, asked, on, read))


def _ranked(desk: Desk, index: Index, asked: Asked, on: date, read: ReadCase) -> Made:
    ranked = rank_vacancies(read.case, index, on, top=asked.top, new_since=asked.new_since, closed=asked.closed)
    if desk.view is View.JOBS:
        answer = jobs_vacancies_json(ranked)
    else:
        notes = (*notices_nl(read.case, on), *read.report.notes_nl())
        answer = {**vacancies_json(ranked, explained=asked.explained), "notices_nl": notes}
    return Made(Packed.of({**answer, "feed_nl": ()}), looked_at("index.ranking", read.case, on))
