"""Many titles at once, on every core; the answer is the same as one by one."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from typing import TypeVar

_FEW = 4000
_CHUNK = 500
Answer = TypeVar("Answer")


def in_parallel(
    work: Callable[[Sequence[str]], list[Answer]], texts: Sequence[str], *, few: int = _FEW
) -> Iterator[Answer]:
    """Answer the work on each text, in order.

    Other processes are copies of this one (fork), so that a model that is loaded stays loaded; where that does not
    exist, the work is done here.

    Args:
        work: answers a list of texts; a method or function of a module, since other processes run it.
        texts: the texts.
        few: up to so many texts no other process is started.

    Example:
        >>> list(in_parallel(lambda texts: [len(text) for text in texts], ["kok", "ober"]))
        [3, 4]
    """
    chunks = [texts[begin : begin + _CHUNK] for begin in range(0, len(texts), _CHUNK)]
    cores = os.cpu_count() or 1
    if len(texts) <= few or cores == 1 or "fork" not in get_all_start_methods():
        for chunk in chunks:
            yield from work(chunk)
        return
    with ProcessPoolExecutor(cores, mp_context=get_context("fork")) as pool:
        for answers in pool.map(work, chunks):
            yield from answers
