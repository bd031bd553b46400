"""Answers of a caseload that go wrong on purpose. Apart from the tests, so that a worker process loads little."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matcher.vacancies.errands import Errand, Question, answer
from matcher.vacancies.index import Index


@dataclass(frozen=True)
class Unlucky:
    """Answers as always, but some persons kill the worker that has them, and one waits until all the others are done.

    Attributes:
        folder: where a death leaves a mark, so that it happens as often as it should.
        deaths: how many workers each person kills.
        slow: the person that waits.
        written: folder in which the files of the others must appear.
        others: how many of them.
    """

    folder: Path
    deaths: tuple[tuple[int, int], ...]
    slow: int
    written: Path
    others: int

    def __call__(self, errand: Errand, index: Index, question: Question) -> dict[str, Any]:
        died = len(list(self.folder.glob(f"{errand.number}-*")))
        if died < dict(self.deaths).get(errand.number, 0):
            (self.folder / f"{errand.number}-{died}").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        until = time.monotonic() + 120
        while errand.number == self.slow and len(list(self.written.glob("*.json"))) < self.others:
            assert time.monotonic() < until, "the others wait for the slow one"
            time.sleep(0.02)
        return answer(errand, index, question)
