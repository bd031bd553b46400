"""The proof of reach: a caseload over Ray gives the files of one process, also when a worker is killed under it.

`python -m tests.vacancies.reach [--persons 500] [--vacancies 1000000] [--rounds 3] [--workers 3]`

Local and Ray take turns, round after round, so that a busy machine slows both alike. The ratio is that of one worker to
this process itself, person by person, so it tells what the handing out costs; starting Ray is told apart.
"""

import argparse
import json
import os
import signal
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np

from matcher import load_catalogue
from matcher.vacancies import Engine, on_ray, one_by_one, open_index, run_batch
from matcher.vacancies.columns import day_number
from matcher.vacancies.index import Index, catalogue_mark, index_info
from matcher.vacancies.made_up import make_up
from matcher.vacancies.ray_engine import ray_started
from matcher.vacancies.records import encode, records_of
from matcher.vacancies.segment import segment_of
from matcher.vacancies.store import Generation, Part, write_generation, write_segment, writing
from tests.vacancies.processes import own_megabytes, processes_below
from tests.vacancies.world import DAY, random_person

MOST_TIMES = 1.5


@dataclass(frozen=True)
class Took:
    """Seconds until the first person was done, per person after that, and of a processor in this process for each."""

    first: float
    each: float
    busy: float


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.vacancies.reach")
    parser.add_argument("--persons", type=int, default=500)
    parser.add_argument("--vacancies", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=3)
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        begin = time.perf_counter()
        write_index(asked.vacancies, place / "index")
        index = open_index(place / "index")
        _tell(
            f"{asked.vacancies} made-up vacancies written in {time.perf_counter() - begin:.0f} s; "
            f"{index_info(index, DAY).bytes_per_vacancy} bytes a vacancy to rank, "
            f"{_size(place / 'index') // asked.vacancies} on disk"
        )
        _tell(f"{value_bytes(min(asked.vacancies, 2000))} bytes a vacancy while it is a value, before it is written")
        cases = write_cases(asked.persons, place / "casussen")
        return _prove(index, cases, place, asked.rounds, asked.workers)


def _prove(index: Index, cases: list[Path], place: Path, rounds: int, workers: int) -> int:
    begin = time.perf_counter()
    with ray_started(workers, DAY):
        _tell(f"Ray started in {time.perf_counter() - begin:.1f} s")
        pairs = []
        for number in range(rounds):
            here = _timed(index, cases, place / f"local-{number}", one_by_one)
            there = _timed(index, cases, place / f"ray-{number}", on_ray(1))
            pairs.append((here, there))
        several = _timed(index, cases, place / "several", on_ray(workers))
        held: list[int] = []
        killed = _killed(index, cases, place / "killed", on_ray(workers), held)
    expected = _files(place / "local-0")
    runs = [path for path in sorted(place.iterdir()) if (path / "personen").is_dir()]
    different = [path.name for path in runs if _files(path) != expected]
    ratio = statistics.median(there.each / here.each for here, there in pairs)
    _tell(
        f"{len(cases)} persons, seconds each (median of {rounds} rounds): "
        f"here {statistics.median(here.each for here, _ in pairs):.3f}, "
        f"one worker {statistics.median(there.each for _, there in pairs):.3f}: {ratio:.2f} times; "
        f"{workers} workers {several.each:.3f}"
    )
    _tell(f"seconds of one core for each person, here: {statistics.median(here.busy for here, _ in pairs):.3f}")
    _tell(f"memory of a worker's own, at most when looked at after each person: {max(held, default=0)} MB")
    _tell(f"a worker that starts: first person after {statistics.median(there.first for _, there in pairs):.1f} s")
    _tell(f"killed under the work: {killed or 'nobody'}; files that differ: {', '.join(different) or 'none'}")
    return int(bool(different) or not killed or ratio > MOST_TIMES)


def write_index(count: int, directory: Path) -> None:
    """Write an index of made-up vacancies; as columns, for a million values would not fit in memory."""
    catalogue = load_catalogue()
    made = make_up(count, 1, DAY, catalogue)
    segment, order = segment_of(made.columns, catalogue)
    segment = replace(segment, records=records_of([encode(made.vacancy(row)) for row in order.tolist()]))
    with writing(directory):
        part = Part(write_segment(directory, segment), segment, np.zeros(segment.bits.bits.shape[1], np.uint64))
        notes = {"changed": day_number(DAY), "sources": ["verzonnen"]}
        write_generation(directory, Generation(1, catalogue_mark(catalogue), (part,), notes))


def value_bytes(count: int) -> int:
    """Answer the memory that a vacancy takes as a value, which is what a build holds of every vacancy."""
    made = make_up(count, 1, DAY, load_catalogue())
    made.vacancy(0)
    tracemalloc.start()
    values = made.vacancies()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held // len(values)


def write_cases(count: int, directory: Path) -> list[Path]:
    """Write random, invented cases."""
    directory.mkdir()
    rng, found = Random(9), []  # noqa: S311 only invented cases
    for number in range(count):
        plain = json.loads(random_person(rng).model_dump_json(by_alias=True, exclude_unset=True))
        found.append(directory / f"persoon-{number:04d}.json")
        found[-1].write_text(json.dumps({**plain, "id": f"verzonnen-{number:04d}"}), encoding="utf-8")
    return found


def _timed(index: Index, cases: list[Path], out: Path, engine: Engine) -> Took:
    begin, moments, busy = time.perf_counter(), [], []
    for _ in run_batch(cases, index, out, DAY, new_since=DAY, top=20, engine=engine):
        moments.append(time.perf_counter())
        busy.append(time.process_time())
    count = max(len(moments) - 1, 1)
    return Took(moments[0] - begin, (moments[-1] - moments[0]) / count, (busy[-1] - busy[0]) / count)


def _killed(index: Index, cases: list[Path], out: Path, engine: Engine, held: list[int]) -> str:
    """Do the caseload and kill a worker when a third is done; answer what it was doing, and what workers hold."""
    killed = ""
    for done, _ in enumerate(run_batch(cases, index, out, DAY, new_since=DAY, top=20, engine=engine)):
        words = processes_below()
        at_work = [number for number, word in words.items() if word.startswith("ray::Worker.answer")]
        held += [own_megabytes(number) for number in at_work]
        if not killed and done >= len(cases) // 3 and at_work:
            killed = words[at_work[0]].strip()
            os.kill(at_work[0], signal.SIGKILL)
    return killed


def _files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (out / "personen").iterdir()}


def _size(directory: Path) -> int:
    return sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
