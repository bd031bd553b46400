"""Who asks? Asked of everything under /v1 before anything of the request is looked at. The API takes no cookies."""

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from matcher_service.errors import KeyMissing, TooManyRequests
from matcher_service.middleware.observe import request_id_of
from matcher_service.problems import problem_of
from matcher_service.state import State

_BEHIND_A_KEY = ("/v1/", "/metrics")
_OPEN = frozenset({"/v1/openapi.json"})
_BEARER = "bearer "


class Authenticate:
    """Finds the caller of a request, or refuses it.

    Args:
        app: the next layer.
        state: for the keys.
    """

    def __init__(self, app: ASGIApp, state: State) -> None:
        self._app = app
        self._state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and scope["path"].startswith(_BEHIND_A_KEY) and scope["path"] not in _OPEN:
            request_id = request_id_of(scope)
            try:
                scope["state"]["caller"] = self._state.caller(_key(Headers(scope=scope)))
            except (KeyMissing, TooManyRequests) as error:
                await run_in_threadpool(self._state.refused, error, "door", request_id, None)
                await problem_of(error).response(request_id)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _key(headers: Headers) -> str | None:
    """Answer the key in a request, or None; something that is no bearer key counts as a wrong key."""
    given = headers.get("authorization")
    if given is None:
        return None
    return given[len(_BEARER) :].strip() if given.lower().startswith(_BEARER) else ""
