"""A number and guarding headers for every answer, a line in the log, the counters, the catch of an unforeseen error."""

import logging
import re
import time
import uuid

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from matcher_service.logs import log, where
from matcher_service.middleware.given import given
from matcher_service.middleware.headers import Guarding
from matcher_service.problems import problem_of
from matcher_service.settings import API_VERSION
from matcher_service.state import State

REQUEST_ID = "X-Request-Id"
_REQUEST_ID = REQUEST_ID.lower().encode()
# NL API Design Rules: the full version in every answer, the major one in the path.
_VERSION = (b"api-version", API_VERSION.encode())
_API = "/v1/"
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_BUG = 500


def request_id_of(scope: Scope) -> str:
    """Answer the number of a request."""
    return str(scope.get("state", {}).get("request_id", ""))


def route_of(scope: Scope) -> str:
    """Answer the template of the route that answered, or `none`: never the path itself, which holds marks."""
    return str(getattr(scope.get("route"), "path", "none"))


class Observe:
    """Numbers, counts and logs requests.

    Args:
        app: the next layer.
        state: for the counters and the settings.
    """

    def __init__(self, app: ASGIApp, state: State) -> None:
        self._app = app
        self._state = state
        self._guarding = Guarding(https=state.settings.https)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        # A number from outside is taken over only in a shape that cannot hold anything personal.
        proposed = given(scope, _REQUEST_ID) or ""
        request_id = proposed if _UUID.fullmatch(proposed) else str(uuid.uuid4())
        scope.setdefault("state", {})["request_id"] = request_id
        answered, began = 0, time.perf_counter()

        async def numbered(message: Message) -> None:
            nonlocal answered
            if message["type"] == "http.response.start":
                answered = message["status"]
                headers = self._guarding.around(scope["path"], list(message.get("headers", ())))
                headers.append((_REQUEST_ID, request_id.encode()))
                if scope["path"].startswith(_API):
                    headers.append(_VERSION)
                message["headers"] = headers
            await send(message)

        self._state.metrics.began()
        try:
            await self._app(scope, receive, numbered)
        except Exception as error:  # noqa: BLE001 the server would write the error's text, which may be personal
            problem = problem_of(error)
            event = "bug" if problem.status == _BUG else "failed"
            log(event, logging.ERROR, request_id=request_id, route=route_of(scope), error=where(error))
            if not answered:
                await problem.response(request_id)(scope, receive, numbered)
            answered = problem.status
        finally:
            self._tell(scope, answered, time.perf_counter() - began)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        method = scope["method"] if scope["method"] in _METHODS else "other"
        route = route_of(scope)
        self._state.metrics.ended(method, route, status, seconds)
        caller = scope["state"].get("caller")
        log(
            "request",
            request_id=request_id_of(scope),
            method=method,
            route=route,
            status=status,
            ms=round(seconds * 1000, 1),
            key_id=None if caller is None else caller.key_id,
        )
