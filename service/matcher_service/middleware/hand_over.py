"""Who asks the very same again within seconds, with the same key, gets the same answer; it is audited every time."""

from collections.abc import Callable, Mapping

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from matcher_service.access import Caller
from matcher_service.middleware.observe import request_id_of
from matcher_service.state import Made, State

MADE = "made"
Version = Callable[[State, str], str]
"""Answers, for a bureau, what an answer depends on beside what was asked, such as the generation of an index."""


class HandOver:
    """Hands over an answer that was just made. By here the key was checked and the body was measured.

    Args:
        app: the next layer.
        state: for what is held and the audit log.
        versions: the addresses whose answers are held; other addresses are left alone.
    """

    def __init__(self, app: ASGIApp, state: State, versions: Mapping[str, Version]) -> None:
        self._app = app
        self._state = state
        self._versions = versions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"] not in self._versions:
            await self._app(scope, receive, send)
            return
        body = await receive()
        caller: Caller = scope["state"]["caller"]
        mark = self._mark(scope, caller, body.get("body", b""))
        found = self._state.answers.find(mark)
        if found is not None:
            scope["route"] = found.route
            await self._state.audited(found.entry.by(caller.key_id, caller.bureau, request_id_of(scope)))
            await found.content.answer(Headers(scope=scope))(scope, receive, send)
            return
        await self._app(scope, _again(body, receive), send)
        made: Made | None = scope["state"].get(MADE)
        if made is not None:
            made = made.by(scope.get("route"))
            self._state.answers.hold(mark, made, len(made.content.data))

    def _mark(self, scope: Scope, caller: Caller, body: bytes) -> bytes:
        kind = Headers(scope=scope).get("content-type", "")
        version = self._versions[scope["path"]](self._state, caller.bureau)
        parts = (caller.key_id, caller.bureau, scope["path"], str(scope["query_string"]), kind, version)
        return self._state.answers.mark(repr((*parts, self._state.today())), body)


def _again(first: Message, receive: Receive) -> Receive:
    waiting = [first]

    async def again() -> Message:
        return waiting.pop() if waiting else await receive()

    return again
