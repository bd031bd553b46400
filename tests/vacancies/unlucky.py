"""Answers that go wrong on purpose, of a caseload and of a shard. Apart from the tests: a worker then loads little."""

import os
import signal
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from matcher import Case
from matcher.vacancies.errands import Errand, Question, answer
from matcher.vacancies.index import Index
from matcher.vacancies.ray_shards import answer_share
from matcher.vacancies.share import Share, Wanted


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


@dataclass(frozen=True)
class Fragile:
    """Answers as always, but the first actor that has one shard dies under its question.

    Attributes:
        folder: where the death leaves a mark, so that it happens once.
        shard: name of the shard.
    """

    folder: Path
    shard: str

    @property
    def death(self) -> Path:
        return self.folder / "death"

    def __call__(self, index: Index, case: Case, on: date, wanted: Wanted) -> Share:
        share = answer_share(index, case, on, wanted)
        if index.name == self.shard and not self.death.exists():
            self.death.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return share
