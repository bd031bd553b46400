"""The layer that packs answers exactly what the layer of Starlette answers, whoever asks and whatever the answer is."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from matcher_service.middleware import Packing

_LEAST, _LEVEL = 1000, 4
_PACKED = b"\x1f\x8b"
_HEADERS = [
    (b"content-type", b"application/json"),
    (b"Content-Type", b"text/html; charset=utf-8"),
    (b"content-type", b"Image/PNG"),
    (b"content-type", b"video/mp4"),
    (b"content-encoding", b"gzip"),
    (b"vary", b"Cookie"),
    (b"Vary", b"Accept-Encoding"),
    (b"x-other", b"1"),
]


def _answer(layer: Any, status: int, headers: list[tuple[bytes, bytes]], parts: list[bytes], asked: str) -> list[Any]:
    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": status, "headers": list(headers)})
        for number, part in enumerate(parts, start=1):
            body: Message = {"type": "http.response.body", "body": part}
            await send(body | ({"more_body": True} if number < len(parts) else {}))

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    layered: ASGIApp = layer(app)
    scope = {"type": "http", "headers": [(b"accept-encoding", asked.encode())] if asked else []}
    # In a thread of its own: another test of this process may have left a loop at work in this one.
    with ThreadPoolExecutor(1) as beside:
        beside.submit(lambda: asyncio.run(layered(scope, receive, send))).result()
    return [
        {
            **each,
            "headers": [(name.lower(), value) for name, value in each.get("headers", [])],
            "body": _without_moment(each.get("body", b"")),
            "more_body": each.get("more_body", False),
        }
        for each in sent
    ]


def _without_moment(body: bytes) -> bytes:
    """Answer a body without the moment at which it was packed, which stands in the head of packed bytes."""
    return body[:4] + body[8:] if body.startswith(_PACKED) else body


@given(
    st.sampled_from([200, 206, 404, 304]),
    st.lists(st.sampled_from(_HEADERS), unique_by=lambda each: each[0].lower(), max_size=4),
    st.lists(st.sampled_from([b"", b"kort", b"lang " * 400]), min_size=1, max_size=3),
    st.sampled_from(["", "identity", "br", "gzip", "gzip, deflate"]),
)
def test_an_answer_is_packed_and_told_as_before(
    status: int, headers: list[tuple[bytes, bytes]], parts: list[bytes], asked: str
):
    ours = _answer(lambda app: Packing(app, _LEAST, _LEVEL), status, headers, parts, asked)
    theirs = _answer(lambda app: GZipMiddleware(app, _LEAST, _LEVEL), status, headers, parts, asked)
    assert ours == theirs
