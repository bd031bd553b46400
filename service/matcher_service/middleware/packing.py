"""Answers packed by gzip for who can unpack them. Who cannot is told that the answer differs for others, no more."""

from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from matcher_service.middleware.given import given

_VARY, _KIND, _ENCODING = b"vary", b"content-type", b"content-encoding"
_ACCEPT_ENCODING = "Accept-Encoding"
_PART = 206


class Packing:
    """Packs answers that are worth it.

    The layer of Starlette does so for who asked; for everybody else it costs a tenth of a short answer only to add one
    header, so that is done here, in the same cases.

    Args:
        app: the next layer.
        least_bytes: smaller answers are never packed.
        level: how hard to pack, 1 to 9.
    """

    def __init__(self, app: ASGIApp, least_bytes: int, level: int) -> None:
        self._app = app
        self._least = least_bytes
        self._packed = GZipMiddleware(app, minimum_size=least_bytes, compresslevel=level)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or "gzip" in (given(scope, b"accept-encoding") or ""):
            await self._packed(scope, receive, send)
            return
        start: Message | None = None

        async def told(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message  # whether it is worth packing shows in the body
                return
            if start is not None:
                first, start = start, None
                if len(message.get("body", b"")) >= self._least or message.get("more_body", False):
                    _say_that_it_varies(first)
                await send(first)
            await send(message)

        await self._app(scope, receive, told)


def _say_that_it_varies(start: Message) -> None:
    headers = start["headers"]
    names = {name.lower() for name, _ in headers}
    if start["status"] == _PART or _ENCODING in names or _never_packed(headers):
        return
    if _VARY in names:
        MutableHeaders(raw=headers).add_vary_header(_ACCEPT_ENCODING)
    else:
        headers.append((_VARY, _ACCEPT_ENCODING.encode()))


def _never_packed(headers: list[tuple[bytes, bytes]]) -> bool:
    kind = next((value for name, value in headers if name.lower() == _KIND), b"").decode("latin-1")
    kind = kind.partition(";")[0].strip().lower()
    return kind in _NEVER or f"{kind.partition('/')[0]}/*" in _NEVER


_NEVER = frozenset(DEFAULT_EXCLUDED_CONTENT_TYPES)
