"""What needs no route: the very same asked again within seconds with the same key, and a person who was made ready.

By here the key was checked and the body was measured; the audit log is written every time, as for every answer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from matcher_service.access import Caller
from matcher_service.middleware.given import given
from matcher_service.middleware.observe import request_id_of
from matcher_service.state import Made, State

MADE = "made"
Version = Callable[[State, str], str]
"""Answers, for a bureau, what an answer depends on beside what was asked, such as the generation of an index."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a request brought.

    Attributes:
        caller: who asks.
        query: as it stands in the address.
        kind: media type of the body.
        body: the bytes.
    """

    caller: Caller
    query: bytes
    kind: str
    body: bytes


Quick = Callable[[State, Sent], Made | None]
"""Answers a plain request at once, or None: then the usual route says what it has to say, refusals included."""


class HandOver:
    """Hands over an answer that was just made, or makes it at once where that is quicker than finding its route.

    Args:
        app: the next layer.
        state: for what is held and the audit log.
        versions: the addresses whose answers are held; other addresses are left alone.
        quick: the addresses among them that can be answered at once.
    """

    def __init__(self, app: ASGIApp, state: State, versions: Mapping[str, Version], quick: Mapping[str, Quick]) -> None:
        self._app = app
        self._state = state
        self._versions = versions
        self._quick = quick

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"] not in self._versions:
            await self._app(scope, receive, send)
            return
        body = await receive()
        kind = given(scope, b"content-type") or ""
        sent = Sent(scope["state"]["caller"], scope["query_string"], kind, body.get("body", b""))
        mark = self._mark(scope["path"], sent) if self._state.answers.holds else None
        made = None if mark is None else self._state.answers.find(mark)
        if made is None:
            quick = self._quick.get(scope["path"])
            made = None if quick is None else quick(self._state, sent)
            self._hold(mark, made)
        if made is not None:
            scope["route"] = made.route
            caller = sent.caller
            await self._state.audited(made.entry.by(caller.key_id, caller.bureau, request_id_of(scope)))
            await made.content.answer(given(scope, b"accept-encoding"))(scope, receive, send)
            return
        await self._app(scope, _again(body, receive), send)
        made = scope["state"].get(MADE)
        self._hold(mark, None if made is None else made.by(scope.get("route")))

    def _hold(self, mark: bytes | None, made: Made | None) -> None:
        if mark is not None and made is not None:
            self._state.answers.hold(mark, made, len(made.content.data))

    def _mark(self, path: str, sent: Sent) -> bytes:
        caller = sent.caller
        version = self._versions[path](self._state, caller.bureau)
        parts = (caller.key_id, caller.bureau, path, str(sent.query), sent.kind, version)
        return self._state.answers.mark(repr((*parts, self._state.today())), sent.body)


def _again(first: Message, receive: Receive) -> Receive:
    waiting = [first]

    async def again() -> Message:
        return waiting.pop() if waiting else await receive()

    return again
