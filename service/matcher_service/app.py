"""The application: layers, routes and pages put together. Nothing happens at import."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from matcher.errors import MatcherError
from matcher_service.answers import PACKING, WORTH_PACKING_BYTES
from matcher_service.errors import DossierNotHere, KeyMissing, NotAllowed, TooManyRequests
from matcher_service.logs import log, where
from matcher_service.middleware import Door, HandOver, Observe, Packing, Quick, SizeLimit, TimeLimit, Version
from matcher_service.middleware.observe import request_id_of, route_of
from matcher_service.openapi import describe
from matcher_service.pages import ROUTERS, STATIC, NotLetIn, fault_page, to_entrance, wants_page
from matcher_service.problems import problem_of
from matcher_service.routes import API, OPEN, ranked_at_once
from matcher_service.settings import API_VERSION, Settings
from matcher_service.state import State

_PURGE_EVERY_S = 3600
_FORGET_EVERY_S = 5
_LOOK_EVERY_S = 0.5
# A telemetry library in the environment would otherwise get what people sent, validation failures included.
_NO_TELEMETRY: Any = dict.fromkeys(("tracing", "metrics", "logs", "operation_spans", "auto_configure"), False)


def _index_version(state: State, bureau: str) -> str:
    return "" if state.indexes is None else state.indexes.version(bureau)


_HELD: dict[str, Version] = {
    "/v1/rankings": lambda _state, _bureau: "",
    "/v1/index/rankings": _index_version,
}
_QUICK: dict[str, Quick] = {"/v1/index/rankings": ranked_at_once}


def create_app(
    settings: Settings, *, today: Callable[[], date] = date.today, opened: Callable[[], None] = lambda: None
) -> FastAPI:
    """Answer the application for these settings. Files open and tables load when it starts.

    Args:
        settings: how the service runs.
        today: answers the day of today, for answers without a day of matching.
        opened: what is done once, when everything is open and loaded.
    """
    state = State(settings, today)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        del app
        await run_in_threadpool(state.open)
        opened()
        chores = [asyncio.create_task(chore(state)) for chore in _CHORES]
        yield
        for chore in chores:
            chore.cancel()
        await asyncio.gather(*chores, return_exceptions=True)  # what one does in a thread ends before files close
        await run_in_threadpool(state.close)

    app = FastAPI(
        title="matcher",
        version=API_VERSION,
        openapi_url="/v1/openapi.json",
        docs_url=None,  # the ready-made pages fetch scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
        telemetry=_NO_TELEMETRY,
    )
    app.state.matcher = state
    _add_routes(app)
    _add_layers(app, state)
    for error in (MatcherError, RequestValidationError, HTTPException):
        app.add_exception_handler(error, _refuse)
    app.add_exception_handler(NotLetIn, to_entrance)
    app.openapi = lambda: describe(app)  # type: ignore[method-assign] # FastAPI's own way to give another description
    return app


async def _purge_now_and_then(state: State) -> None:
    while True:
        await asyncio.sleep(_PURGE_EVERY_S)
        try:
            await run_in_threadpool(state.purge)
        except Exception as error:  # noqa: BLE001 the next round tries again; a dossier past its day is never shown
            log("purge_failed", logging.ERROR, error=where(error))


async def _forget_now_and_then(state: State) -> None:
    while True:
        await asyncio.sleep(_FORGET_EVERY_S)
        state.cases.forget_old()
        state.persons.forget_old()
        state.answers.forget_old()


async def _look_now_and_then(state: State) -> None:
    while True:
        await asyncio.sleep(_LOOK_EVERY_S)
        try:
            await run_in_threadpool(state.keeping.look_at_keys)
        except Exception as error:  # noqa: BLE001 the next round tries again; keys that are too old let nobody in
            log("look_failed", logging.ERROR, error=where(error))


async def _follow_now_and_then(state: State) -> None:
    """Apart from the keys: making a copy of many vacancies takes long."""
    while True:
        await asyncio.sleep(_LOOK_EVERY_S)
        try:
            await run_in_threadpool(state.follow)
        except Exception as error:  # noqa: BLE001 the next round tries again; a request waits for a copy that is behind
            log("follow_failed", logging.ERROR, error=where(error))


_CHORES = (_purge_now_and_then, _forget_now_and_then, _look_now_and_then, _follow_now_and_then)


def _add_routes(app: FastAPI) -> None:
    """Put every route in the application itself: a router within it would be searched twice for each request."""
    for routers, in_schema in (((*OPEN, *API), True), (ROUTERS, False)):
        for route in (route for router in routers for route in router.routes if isinstance(route, APIRoute)):
            route.unique_id = _operation_id(route)
            route.include_in_schema = in_schema
            app.router.routes.append(route)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")


def _add_layers(app: FastAPI, state: State) -> None:
    """Put the layers around the routes; the last one added is the outermost.

    The key comes before the size: who has none makes the service read nothing, however much is sent.
    """
    settings = state.settings
    app.add_middleware(HandOver, state=state, versions=_HELD, quick=_QUICK)
    app.add_middleware(SizeLimit, most_bytes=settings.max_body_bytes, elsewhere=_larger(settings))
    app.add_middleware(TimeLimit, seconds=settings.max_seconds)
    app.add_middleware(Door, state=state)
    app.add_middleware(Packing, least_bytes=WORTH_PACKING_BYTES, level=PACKING)
    app.add_middleware(Observe, state=state)


def _larger(settings: Settings) -> dict[str, int]:
    """Answer the addresses where a whole document or a list of vacancies comes in, each with its own limit."""
    papers, vacancies = settings.max_paper_bytes, settings.max_vacancies_bytes
    return {
        "/v1/papers": papers,
        "/v1/papers/answers": papers,
        "/inlezen": papers,
        "/v1/vacancies/rank": vacancies,
        "/v1/index/vacancies": vacancies,
        "/vacatures/lijst": vacancies,
        "/caseload/overzicht": vacancies,
    }


def _refuse(request: Request, error: Exception) -> Response:
    """Translate an error; a refusal at the door is told to log and audit log too."""
    request_id = request_id_of(request.scope)
    if isinstance(error, KeyMissing | NotAllowed | TooManyRequests | DossierNotHere):
        state: State = request.app.state.matcher
        state.refused(error, route_of(request.scope), request_id, getattr(request.state, "caller", None))
    problem = problem_of(error)
    return fault_page(request, problem) if wants_page(request) else problem.response(request_id)


def _operation_id(route: APIRoute) -> str:
    return f"{route.tags[0]}_{route.name}" if route.tags else route.name
