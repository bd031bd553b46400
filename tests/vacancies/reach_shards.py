"""The proof of shards: one actor a shard answers what one index answers, also when actors are killed under it.

`python -m tests.vacancies.reach_shards [--persons 100] [--vacancies 1000000] [--shards 3] [--keep FOLDER]`

Every person is asked of the whole index here and of the shards over Ray, in turn. Now and then an actor is killed while
it is at work. `--keep` takes the folder of `tests.vacancies.reach`, so that the index need not be written twice.
"""

import argparse
import contextlib
import os
import signal
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from matcher.vacancies import Wanted, open_index, rank_vacancies, shard_index
from matcher.vacancies.ray_shards import open_shards
from tests.vacancies.processes import own_megabytes, processes_below
from tests.vacancies.reach import write_index
from tests.vacancies.test_shards import told
from tests.vacancies.world import DAY, random_person

_KILL_EVERY = 10
_AT_WORK = "ray::Shard.answer"


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.vacancies.reach_shards")
    parser.add_argument("--persons", type=int, default=100)
    parser.add_argument("--vacancies", type=int, default=1_000_000)
    parser.add_argument("--shards", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="folder with an index of tests.vacancies.reach")
    asked = parser.parse_args(words)
    with contextlib.ExitStack() as opened:
        place = asked.keep or Path(opened.enter_context(tempfile.TemporaryDirectory()))
        if not (place / "index").is_dir():
            write_index(asked.vacancies, place / "index")
        begin = time.perf_counter()
        split = shard_index(place / "index", place / "shards", asked.shards)
        _tell(f"{sum(split.counts)} vacancies split in {split.counts} in {time.perf_counter() - begin:.0f} s")
        return _prove(place, asked.persons)


def _prove(place: Path, persons: int) -> int:
    rng = Random(9)  # noqa: S311 only invented cases
    index, wanted = open_index(place / "index"), Wanted(closed=True)
    here, there, after_death, different = [], [], [], 0
    held, killed = 0, 0
    begin = time.perf_counter()
    with open_shards(place / "shards", DAY) as ranks:
        _tell(f"Ray and its actors were ready in {time.perf_counter() - begin:.1f} s")
        for number in range(persons):
            case = random_person(rng)
            begin = time.perf_counter()
            expected = told(rank_vacancies(case, index, DAY, closed=True))
            here.append(time.perf_counter() - begin)
            death = Death() if number % _KILL_EVERY == _KILL_EVERY - 1 else None
            begin = time.perf_counter()
            found = told(ranks(case, DAY, wanted))
            (after_death if death and death.came() else there).append(time.perf_counter() - begin)
            different += found != expected
            actors = [number for number, words in processes_below().items() if words.startswith("ray::Shard")]
            held = max([held, *(own_megabytes(actor) for actor in actors)])
        killed = len(after_death)
    local, shared = statistics.median(here), statistics.median(there)
    _tell(
        f"{persons} persons, with the closed ones listed, median: here {local:.3f} s, "
        f"over the shards {shared:.3f} s ({shared / local:.2f} times)"
    )
    _tell(f"memory of an actor's own, at most when looked at: {held} MB")
    slow = f", those questions took {statistics.median(after_death):.1f} s" if after_death else ""
    _tell(f"actors killed under a question: {killed}{slow}; answers that differ: {different}")
    return int(bool(different) or not killed)


class Death:
    """Kills one actor as soon as it is seen at work."""

    def __init__(self) -> None:
        self._killed, self._over = False, threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def _watch(self) -> None:
        while not self._over.is_set() and not self._killed:
            for number, words in processes_below().items():
                if words.startswith(_AT_WORK):
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(number, signal.SIGKILL)
                        self._killed = True
                    break

    def came(self) -> bool:
        """Answer whether an actor was killed, and stop looking for one."""
        self._over.set()
        self._thread.join()
        return self._killed


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
