"""Run a coroutine in a thread of its own: a browser that is still open keeps the loop of the main thread running."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Answer = TypeVar("Answer")


def run_apart(work: Coroutine[Any, Any, Answer]) -> Answer:
    """Answer what a coroutine answers, whichever tests ran before."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
