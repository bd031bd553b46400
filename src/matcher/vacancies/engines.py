"""Who does the work: this process, or several processes on Ray, each for a person or each for a shard of the index."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from matcher.domain.case import Case
from matcher.errors import FileUnreadable
from matcher.vacancies.errands import Errand, Question, answer, answers
from matcher.vacancies.index import Index
from matcher.vacancies.search import Ranked
from matcher.vacancies.share import Wanted

_TOGETHER = 16  # persons made ready before the first of them gets an answer: what a stop can lose

Answer = Callable[[Errand, Index, Question], dict[str, Any]]
"""Answers one person; the same in every process."""


class Engine(Protocol):
    """Does the errands of a caseload, in any order; whoever asks writes the files."""

    def __call__(
        self, errands: Iterable[Errand], index: Index, question: Question
    ) -> Iterator[tuple[Errand, dict[str, Any]]]:
        """Yield each errand once with its answer, as soon as it is there.

        Args:
            errands: the persons, read one by one as they are handed out.
            index: vacancies, open for reading.
            question: what is asked for each of them.
        """


class Ranks(Protocol):
    """Ranks the vacancies of an index that others hold open."""

    def __call__(self, case: Case, on: date, wanted: Wanted = ...) -> Ranked:
        """Answer which vacancies suit a case: the same answer as `rank_vacancies` gives over the whole index.

        Args:
            case: the case.
            on: the day of matching.
            wanted: how many, since when, and whether closed ones too.
        """


def one_by_one(errands: Iterable[Errand], index: Index, question: Question) -> Iterator[tuple[Errand, dict[str, Any]]]:
    """Yield each errand with its answer, made in this process; a few persons at a time share a pass over the index.

    Args:
        errands: the persons.
        index: vacancies, open for reading.
        question: what is asked for each of them.
    """
    waiting = iter(errands)
    while group := list(islice(waiting, _TOGETHER)):
        yield from zip(group, answers(group, index, question), strict=True)


def on_ray(workers: int, answered: Answer = answer) -> Engine:
    """Answer the engine that hands persons out to worker processes on Ray.

    Args:
        workers: how many processes.
        answered: answers one person; it is sent to the workers by its name.

    Raises:
        FileUnreadable: the extra `ray` is not installed.
    """
    _need_ray()
    from matcher.vacancies.ray_engine import RayEngine  # noqa: PLC0415 optional, and it takes a second to load

    return RayEngine(workers, answered)


def shards_on_ray(directory: Path, on: date) -> AbstractContextManager[Ranks]:
    """Hold the shards of an index open on Ray, one actor a shard, and answer who ranks over all of them.

    Args:
        directory: folder of the shards, the same path on every machine.
        on: the day whose rules say how often a shard is tried again.

    Raises:
        FileUnreadable: the extra `ray` is not installed, there are no shards, or Ray does not start.
    """
    _need_ray()
    from matcher.vacancies.ray_shards import open_shards  # noqa: PLC0415 optional, and it takes a second to load

    return open_shards(directory, on)


def _need_ray() -> None:
    if find_spec("ray") is None:
        raise FileUnreadable("Voor deze manier van werken ontbreekt: ray. Installeer: pip install 'matcher[ray]'")
