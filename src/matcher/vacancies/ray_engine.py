"""A caseload over worker processes on Ray, on this machine or on a cluster.

Persons are handed out one by one to whoever is free, so a slow worker slows its own person only. A worker that dies is
replaced, and its person is done again by another. The text of a case travels, not its path: the folder with health data
need not be on every machine, and what stamp and answer belong to is one and the same text. The index travels as a path:
it holds no personal data and is mapped from disk.
"""

import logging
import os
import secrets
import tempfile
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import ray
from ray.exceptions import RayError, RayTaskError

from matcher.errors import FileUnreadable, InputError
from matcher.vacancies.engines import Answer
from matcher.vacancies.errands import Errand, Question
from matcher.vacancies.index import Index, open_index
from matcher.vacancies.rules import batch_rules


@dataclass(frozen=True, slots=True)
class Place:
    """Where workers find the index.

    Attributes:
        directory: its folder, the same path on every machine.
        name: how it is called in the answers.
        generation: which generation the caseload is about.
    """

    directory: Path
    name: str
    generation: int


class Worker:
    """One worker process: it opens the index once and answers one person after another."""

    def __init__(self, place: Place, question: Question, answered: Answer) -> None:
        self._place, self._question, self._answered = place, question, answered
        self._index: Index | None = None

    def ready(self) -> str:
        """Answer why this worker cannot begin; empty when the index is open."""
        try:
            index = open_index(self._place.directory)
        except InputError as error:
            return str(error)
        if index.generation.number != self._place.generation:
            return f"De index {self._place.name} is onder het werk bijgewerkt. Begin opnieuw, in een andere map."
        self._index = replace(index, name=self._place.name)
        return ""

    def answer(self, errand: Errand) -> dict[str, Any]:
        """Answer one person.

        Args:
            errand: the person.
        """
        assert self._index is not None, "nobody is handed to a worker that is not ready"  # noqa: S101 for the types
        return self._answered(errand, self._index, self._question)


@dataclass(frozen=True, slots=True)
class RayEngine:
    """Hands a caseload out to worker processes.

    Attributes:
        workers: how many.
        answered: answers one person.
    """

    workers: int
    answered: Answer

    def __call__(
        self, errands: Iterable[Errand], index: Index, question: Question
    ) -> Iterator[tuple[Errand, dict[str, Any]]]:
        """Yield each errand once with its answer, in the order in which they are done.

        Args:
            errands: the persons.
            index: vacancies, opened from a folder.
            question: what is asked for each of them.

        Raises:
            FileUnreadable: workers cannot open the index, or do not start.
        """
        if index.directory is None:
            raise FileUnreadable("Werkers lezen de index uit een map. Maak er eerst een: matcher index build.")
        place = Place(index.directory.absolute(), index.name, index.generation.number)
        with ray_started(self.workers, question.on):
            kind = ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(Worker)
            team = Team(lambda: kind.remote(place, question, self.answered), batch_rules(question.on), self.workers)
            try:
                yield from team.answers(errands)
            finally:
                team.dismiss()


@dataclass(slots=True)
class Team:
    """The workers, and who is at work for whom.

    Ray could restart a worker by itself, but a person who is handed to a worker that is just restarting fails at once
    and would use up a try. So the one that died is replaced by a worker that gets a person only when it is ready.
    """

    hire: Callable[[], Any]
    rules: Mapping[str, Any]
    size: int
    free: list[Any] = field(default_factory=list)
    at_work: dict[Any, tuple[Any, Errand | None]] = field(default_factory=dict)
    again: deque[Errand] = field(default_factory=deque)
    tries: Counter[int] = field(default_factory=Counter)
    starts_lost: int = 0

    def answers(self, errands: Iterable[Errand]) -> Iterator[tuple[Errand, dict[str, Any]]]:
        """Yield each errand with its answer; files are written while the workers are busy with the next ones."""
        waiting = iter(errands)
        coming = next(waiting, None)
        done: list[tuple[Errand, dict[str, Any]]] = []
        while coming is not None or any(errand is not None for _, errand in self.at_work.values()):
            while coming is not None and self.free:
                worker = self.free.pop()
                self.at_work[worker.answer.remote(coming)] = worker, coming
                coming = self._next(waiting)
            while coming is not None and len(self.at_work) < self.size:
                worker = self.hire()
                self.at_work[worker.ready.remote()] = worker, None
            yield from done
            done = list(self._finished())
            coming = coming or self._next(waiting)
        yield from done

    def dismiss(self) -> None:
        """Stop every worker, also one that is at work."""
        for worker in (*self.free, *(worker for worker, _ in self.at_work.values())):
            ray.kill(worker)

    def _next(self, waiting: Iterator[Errand]) -> Errand | None:
        return self.again.popleft() if self.again else next(waiting, None)

    def _finished(self) -> Iterator[tuple[Errand, dict[str, Any]]]:
        for asked in ray.wait(list(self.at_work))[0]:
            worker, errand = self.at_work.pop(asked)
            try:
                said = ray.get(asked)
            except RayTaskError:  # a fault of ours: it stops the run here as it does without Ray
                self.free.append(worker)
                raise
            except RayError:
                ray.kill(worker)
                yield from self._lost(errand)
                continue
            self.free.append(worker)
            if errand is not None:
                yield errand, said
            elif said:
                raise FileUnreadable(said)
            else:
                self.starts_lost = 0

    def _lost(self, errand: Errand | None) -> Iterator[tuple[Errand, dict[str, Any]]]:
        """Give the person of a worker that died to another, but not for ever."""
        if errand is None:
            self.starts_lost += 1
            if self.starts_lost >= self.rules["starts_most"]["value"]:
                raise FileUnreadable(self.rules["no_start_nl"])
        else:
            self.tries[errand.number] += 1
            if self.tries[errand.number] >= self.rules["tries_most"]["value"]:
                # No stamp: the next run tries this person again.
                yield errand, {"case_file": None, "fault": self.rules["lost_nl"]}
            else:
                self.again.append(errand)


@contextmanager
def ray_started(workers: int, on: date) -> Iterator[None]:
    """Have Ray while this lasts: the one that runs already, the cluster of `RAY_ADDRESS`, or one on this machine.

    The one on this machine lets in only who has its token, which is made for it and is written nowhere. It has no
    dashboard, sends no usage figures, and spills nothing to disk. Its folder, with logs in which no person stands, goes
    at the end.

    Args:
        workers: how many processes there may be on this machine.
        on: the day of matching.

    Raises:
        FileUnreadable: Ray does not start, or the cluster cannot be reached.
    """
    if ray.is_initialized():
        yield
        return
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    address = os.environ.get("RAY_ADDRESS")
    if not address:  # Ray asks for a token, and without one of its own it would write one in the user's home
        os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))
    quiet = {"log_to_driver": False, "logging_level": logging.ERROR}
    with tempfile.TemporaryDirectory(prefix="ray-", ignore_cleanup_errors=True) as folder:
        here = {
            "address": "local",
            "num_cpus": workers,
            "include_dashboard": False,
            "object_store_memory": batch_rules(on)["object_store_bytes"]["value"],
            "_temp_dir": folder,
            "_system_config": {"automatic_object_spilling_enabled": False},
        }
        try:
            ray.init(**({"address": address} if address else here), **quiet)
        except Exception as error:  # Ray has no error of its own for a start that fails or takes too long
            raise FileUnreadable(batch_rules(on)["no_ray_nl"]) from error
        try:
            yield
        finally:
            ray.shutdown()
