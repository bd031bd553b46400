"""The bureau's own index of vacancies: fill it, empty it, and rank it for one case. Never persons for a vacancy."""

import re
from dataclasses import asdict, dataclass
from datetime import date
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from matcher.errors import MatcherError
from matcher.intake import ReadCase
from matcher.vacancies import (
    Index,
    index_info,
    jobs_vacancies_json,
    look_at,
    look_json,
    signals,
    vacancies_json,
)
from matcher_service.access import Caller, Scope
from matcher_service.answers import JSON, Packed, json_answer
from matcher_service.audit import Entry
from matcher_service.deps import CaseDep, Desk, IndexDesk, OnDep, View, ViewedDesk, case_format
from matcher_service.errors import WrongKindOfBody
from matcher_service.incoming import read_vacancies
from matcher_service.middleware import Sent
from matcher_service.persons import Person, person_bytes, person_of
from matcher_service.routes.described import answers, case_body, files_body
from matcher_service.state import Made, State

router = APIRouter(prefix="/v1", tags=["index"])

_MOST_REMOVED = 1000
_TOP = 20
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
    top: Annotated[int, Query(ge=1, le=100, description="How many open ones, and how many closed ones.")] = _TOP,
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
    body = await request.body()
    mark = _mark(desk.state, desk.caller, request.headers.get("content-type", ""), on, body)
    return await desk.answered(request, lambda: _ranked(desk, asked, on, read, mark))


def _ranked(desk: Desk, asked: Asked, on: date, read: ReadCase, mark: bytes) -> Made:
    index = desk.indexes.index(desk.caller.bureau)
    person = desk.state.persons.find(mark)
    if person is None:
        person = person_of(read, on, desk.state.catalogue)
        desk.state.persons.hold(mark, person, person_bytes(index))
    if desk.view is View.COACH and not asked.closed:
        return _made(person, index, asked)
    ranked = person.prepared.rank(index, top=asked.top, new_since=asked.new_since, closed=asked.closed)
    if desk.view is View.JOBS:
        answer = jobs_vacancies_json(ranked)
    else:
        answer = {**vacancies_json(ranked, explained=asked.explained), "notices_nl": person.notes_nl}
    return Made(Packed.plainly({**answer, "feed_nl": ()}), person.entry)


def _made(person: Person, index: Index, asked: Asked) -> Made:
    answer = person.ranking(index, top=asked.top, new_since=asked.new_since, explained=asked.explained)
    return Made(Packed.plainly(answer), person.entry)


def _mark(state: State, caller: Caller, content_type: str, on: date, body: bytes) -> bytes:
    """Answer by what a person is found back: never by another bureau."""
    return state.persons.mark(f"{caller.bureau} {case_format(content_type)} {on}", body)


def ranked_at_once(state: State, sent: Sent) -> Made | None:
    """Answer the open vacancies of an index for a person who was just made ready, without the way through the routes.

    Only for a request that is plain in every respect; the route above answers all others, and says what is wrong.

    Args:
        state: what the application holds.
        sent: the request; its key was checked.
    """
    plain = _READ_BEFORE.get(sent.query) or _read_plainly(sent.query)
    if plain is None or not sent.caller.may(Scope.MATCH) or state.indexes is None:
        return None
    try:
        on = state.today() if plain.on is None else date.fromisoformat(plain.on)
        person = state.persons.find(_mark(state, sent.caller, sent.kind, on, sent.body))
        index = None if person is None else state.indexes.at_hand(sent.caller.bureau)
    except (ValueError, MatcherError):
        return None
    if person is None or index is None:
        return None
    if sum(len(part.segment) for part in index.parts) > _AT_ONCE_MOST and not person.prepared.knows(index):
        return None
    return _made(person, index, plain.asked).by(_RANKING)


@dataclass(frozen=True, slots=True)
class _Plainly:
    """What a plain query asks.

    Attributes:
        on: the day as it stands there; None for today.
        asked: the rest.
    """

    on: str | None
    asked: Asked


_READ_BEFORE: dict[bytes, _Plainly] = {}
"""Queries that were read before. Only plain ones: a few words of our own and a day, nothing of a person."""


def _read_plainly(query: bytes) -> _Plainly | None:
    """Answer what a query asks, or None where it is not plain in every respect."""
    words = dict(parse_qsl(query.decode("latin-1"), keep_blank_values=True))
    if words.pop("view", "") != View.COACH or not words.keys() <= _PLAIN_WORDS.keys():
        return None
    if query.count(b"=") != len(words) + 1 or not all(
        _PLAIN_WORDS[name].fullmatch(value) for name, value in words.items()
    ):
        return None
    explained = words.get("explained") == "true"
    read = _Plainly(
        words.get("on"), Asked(int(words.get("top", _TOP)), closed=False, explained=explained, new_since=None)
    )
    if len(_READ_BEFORE) < _PLAIN_MOST:
        _READ_BEFORE[query] = read
    return read


_AT_ONCE_MOST = 200_000  # rows of an index: above, going over them once takes so long that others would wait for it
_PLAIN_MOST = 100  # queries that are kept
_DAY = re.compile(r"20\d\d-\d\d-\d\d")
_PLAIN_WORDS = {
    "on": _DAY,
    "top": re.compile(r"[1-9]\d?|100"),
    "explained": re.compile(r"true|false"),
    "closed": re.compile(r"false"),
}
_RANKING = next(route for route in router.routes if getattr(route, "name", "") == rank_index.__name__)
