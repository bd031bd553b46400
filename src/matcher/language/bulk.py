"""Many titles at once, block by block and on every core; the answer is the same as one by one."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

_FEW = 4000
_CHUNK = 500
_AHEAD = 3  # blocks handed out for each core before the first answer is asked back
Answer = TypeVar("Answer")
_WORK: list[Callable[[Sequence[str]], list[Any]]] = []  # filled in copied processes only


def in_parallel(
    work: Callable[[Sequence[str]], list[Answer]], texts: Iterable[str], *, few: int = _FEW
) -> Iterator[Answer]:
    """Answer the work on each text, in order; equal texts of a block are worked on once.

    Other processes are copies of this one (fork), so that a model that is loaded stays loaded; where that does not
    exist, the work is done here. No more than a few blocks are in memory at a time.

    Args:
        work: answers a list of texts; its answers go from process to process, itself it does not.
        texts: the texts.
        few: up to so many texts no other process is started.

    Example:
        >>> list(in_parallel(lambda texts: [len(text) for text in texts], ["kok", "ober"]))
        [3, 4]
    """
    rest = iter(texts)
    first = list(islice(rest, few + 1))
    blocks = _blocks(chain(first, rest))
    cores = os.cpu_count() or 1
    if len(first) <= few or cores == 1 or "fork" not in get_all_start_methods():
        for block in blocks:
            yield from _once(work, block)
        return
    with ProcessPoolExecutor(cores, get_context("fork"), _take_over, (work,)) as pool:
        asked: deque[Future[list[Answer]]] = deque()
        for block in blocks:
            asked.append(pool.submit(_taken_over, block))
            if len(asked) >= _AHEAD * cores:
                yield from asked.popleft().result()
        for one in asked:
            yield from one.result()


def _take_over(work: Callable[[Sequence[str]], list[Any]]) -> None:
    """Keep the work in a copied process: it came along with the copy, so that a large model is never sent."""
    _WORK[:] = [work]


def _taken_over(block: Sequence[str]) -> list[Any]:
    return _once(_WORK[0], block)


def _blocks(texts: Iterator[str]) -> Iterator[list[str]]:
    while block := list(islice(texts, _CHUNK)):
        yield block


def _once(work: Callable[[Sequence[str]], list[Answer]], block: Sequence[str]) -> list[Answer]:
    """Answer the work on each text of a block, where equal texts share their answer."""
    distinct = list(dict.fromkeys(block))
    answers = dict(zip(distinct, work(distinct), strict=True))
    return [answers[text] for text in block]
