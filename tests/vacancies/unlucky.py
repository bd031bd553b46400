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
    """Answers as always, but one person kills the first worker that has it, and one waits until all others are done.

    Attributes:
        folder: where a death leaves a mark, so that it happens once.
        killer: the person that kills.
        slow: the person that waits.
        written: folder in which the files of the others must appear.
        others: how many of them.
    """

    folder: Path
    killer: int
    slow: int
    written: Path
    others: int

    @property
    def death(self) -> Path:
        return self.folder / "death"

    def __call__(self, errand: Errand, index: Index, question: Question) -> dict[str, Any]:
        if errand.number == self.killer and not self.death.exists():
            self.death.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        until = time.monotonic() + 120
        while errand.number == self.slow and len(list(self.written.glob("*.json"))) < self.others:
            assert time.monotonic() < until, "the others wait for the slow one"
            time.sleep(0.02)
        return answer(errand, index, question)
