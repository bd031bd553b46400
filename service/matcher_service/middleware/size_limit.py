"""No body over the limit is read, and none is parsed before its size is known."""

from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from matcher_service.errors import TooLarge
from matcher_service.middleware.given import given
from matcher_service.middleware.observe import request_id_of
from matcher_service.problems import problem_of


class SizeLimit:
    """Takes in a body of limited size and hands it on whole.

    Args:
        app: the next layer.
        most_bytes: largest body.
        elsewhere: largest body per path that has a limit of its own.
    """

    def __init__(self, app: ASGIApp, most_bytes: int, elsewhere: Mapping[str, int]) -> None:
        self._app = app
        self._most = most_bytes
        self._elsewhere = elsewhere

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._elsewhere.get(scope["path"], self._most)
        body = await self._read(scope, receive, most)
        if body is None:
            await problem_of(TooLarge(most)).response(request_id_of(scope))(scope, receive, send)
            return
        handed = False

        async def again() -> Message:
            nonlocal handed
            if handed:
                return await receive()
            handed = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self._app(scope, again, send)

    async def _read(self, scope: Scope, receive: Receive, most: int) -> bytes | None:
        """Answer the body, or None as soon as it is known to be too large."""
        announced = given(scope, b"content-length") or ""
        if announced.isdecimal() and int(announced) > most:
            return None
        parts: list[bytes] = []
        size = 0
        while True:
            message = await receive()
            if message["type"] != "http.request":
                return b""  # the caller went away; nobody reads the answer
            part = message.get("body", b"")
            size += len(part)
            if size > most:
                return None
            parts.append(part)
            if not message.get("more_body", False):
                return b"".join(parts)
