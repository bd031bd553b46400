"""Who does the work of a caseload: this process, one person after another, or several processes on Ray."""

from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from typing import Any, Protocol

from matcher.errors import FileUnreadable
from matcher.vacancies.errands import Errand, Question, answer
from matcher.vacancies.index import Index

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


def one_by_one(errands: Iterable[Errand], index: Index, question: Question) -> Iterator[tuple[Errand, dict[str, Any]]]:
    """Yield each errand with its answer, made in this process.

    Args:
        errands: the persons.
        index: vacancies, open for reading.
        question: what is asked for each of them.
    """
    for errand in errands:
        yield errand, answer(errand, index, question)


def on_ray(workers: int, answered: Answer = answer) -> Engine:
    """Answer the engine that hands persons out to worker processes on Ray.

    Args:
        workers: how many processes.
        answered: answers one person; it is sent to the workers by its name.

    Raises:
        FileUnreadable: the extra `ray` is not installed.
    """
    if find_spec("ray") is None:
        raise FileUnreadable("Voor deze manier van werken ontbreekt: ray. Installeer: pip install 'matcher[ray]'")
    from matcher.vacancies.ray_engine import RayEngine  # noqa: PLC0415 optional, and it takes a second to load

    return RayEngine(workers, answered)
