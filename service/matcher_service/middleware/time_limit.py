"""No answer takes longer than the limit. Work in a thread cannot be stopped: it ends by itself and is not heard."""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from matcher_service.errors import TooSlow
from matcher_service.middleware.observe import request_id_of
from matcher_service.problems import problem_of


class TimeLimit:
    """Answers for a route that takes too long, also when the body comes in too slowly.

    Args:
        app: the next layer.
        seconds: longest time until the answer begins.
    """

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = late = False

        async def in_time(message: Message) -> None:
            nonlocal began
            if late:
                return
            began = True
            await send(message)

        task = asyncio.ensure_future(self._app(scope, receive, in_time))
        try:
            await asyncio.wait({task}, timeout=self._seconds)
            if began or task.done():
                await task
                return
        except asyncio.CancelledError:
            task.cancel()
            raise
        late = True
        task.add_done_callback(_ended_unheard)
        await problem_of(TooSlow()).response(request_id_of(scope))(scope, receive, send)


def _ended_unheard(task: "asyncio.Future[None]") -> None:
    if not task.cancelled():
        task.exception()
