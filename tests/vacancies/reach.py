"""The proof of reach: a caseload over Ray gives the files of one process, also when a worker is killed under it.

`python -m tests.vacancies.reach [--persons 500] [--vacancies 1000000] [--piece 50] [--workers 3] [--keep FOLDER]`

Local and Ray take turns, piece after piece of the caseload, so that a busy machine slows both alike. The ratio is that
of one worker to this process itself, person by person, so it tells what the handing out costs; starting is told apart.
With `--keep` a proof that was stopped goes on where it was.
"""

import argparse
import contextlib
import json
import os
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from matcher import load_catalogue
from matcher.vacancies import Engine, on_ray, one_by_one, open_index, run_batch, write_whole
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
WAYS = ("local", "ray", "killed")


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
    parser.add_argument("--piece", type=int, default=50, help="persons at a time")
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="folder in which a proof that was stopped goes on")
    parser.add_argument("--pieces", type=int, default=sys.maxsize, help="how many pieces this time, with --keep")
    asked = parser.parse_args(words)
    with contextlib.ExitStack() as opened:
        place = asked.keep or Path(opened.enter_context(tempfile.TemporaryDirectory()))
        place.mkdir(exist_ok=True)
        proof = Proof(place, asked.persons, asked.vacancies, asked.piece, asked.workers)
        proof.prepare()
        waiting = [number for number in proof.numbers() if str(number) not in proof.measured()]
        if waiting:
            begin = time.perf_counter()
            with ray_started(asked.workers, DAY):
                _tell(f"Ray started in {time.perf_counter() - begin:.1f} s")
                for number in waiting[: asked.pieces]:
                    proof.do(number)
        if len(proof.measured()) < len(proof.numbers()):
            _tell("not finished: the same command goes on")
            return 1
        return proof.report()


@dataclass(frozen=True)
class Proof:
    """A caseload in pieces, each done here, by one worker, and by several of which one is killed.

    Attributes:
        place: folder with everything; what is there already is not done again.
        persons: how many.
        vacancies: how many.
        piece: persons at a time.
        workers: how many, where one is killed.
    """

    place: Path
    persons: int
    vacancies: int
    piece: int
    workers: int

    def prepare(self) -> None:
        """Write the index and the cases; an index of another size is refused."""
        if not (self.place / "index").is_dir():
            begin = time.perf_counter()
            write_index(self.vacancies, self.place / "next")
            (self.place / "next").rename(self.place / "index")
            _tell(f"{self.vacancies} made-up vacancies written in {time.perf_counter() - begin:.0f} s")
        index = open_index(self.place / "index")
        assert len(index) == self.vacancies, "this folder holds a proof of another size"
        _tell(
            f"{self.vacancies} vacancies: {index_info(index, DAY).bytes_per_vacancy} bytes a vacancy to rank, "
            f"{_size(self.place / 'index') // self.vacancies} on disk"
        )
        if not (self.place / "casussen").is_dir():
            write_cases(self.persons, self.place / "casussen")

    def numbers(self) -> range:
        """Answer the numbers of the pieces."""
        return range(-(-self.persons // self.piece))

    def measured(self) -> dict[str, Any]:
        """Answer what was measured of the pieces that are done."""
        path = self.place / "measured.json"
        return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}

    def do(self, number: int) -> None:
        """Do one piece in all three ways and keep what was measured; a piece that was stopped begins again."""
        index = open_index(self.place / "index")
        every = sorted((self.place / "casussen").iterdir())[: self.persons]
        cases = every[number * self.piece : (number + 1) * self.piece]
        for way in WAYS:
            for case in cases:
                (self.place / way / "personen" / f"{case.stem}.json").unlink(missing_ok=True)
        here = _timed(index, cases, self.place / "local", one_by_one)
        there = _timed(index, cases, self.place / "ray", on_ray(1))
        held: list[int] = []
        killed = _killed(index, cases, self.place / "killed", on_ray(self.workers), held)
        found = {"here": asdict(here), "there": asdict(there), "killed": killed, "held": max(held, default=0)}
        write_whole(self.place / "measured.json", json.dumps({**self.measured(), number: found}).encode())
        _tell(
            f"piece {number + 1} of {len(self.numbers())}, {len(cases)} persons, seconds each: here {here.each:.3f}, "
            f"one worker {there.each:.3f}; killed under the work: {killed or 'nobody'}"
        )

    def report(self) -> int:
        """Tell what was found; 1 when files differ, when nobody was killed, or when the handing out costs too much."""
        pieces = list(self.measured().values())
        expected = _files(self.place / "local")
        different = [way for way in WAYS if _files(self.place / way) != expected]
        ratio = statistics.median(each["there"]["each"] / each["here"]["each"] for each in pieces)
        here, there = (statistics.median(each[way]["each"] for each in pieces) for way in ("here", "there"))
        killed = [each["killed"] for each in pieces if each["killed"]]
        _tell(
            f"{len(expected)} persons x {self.vacancies} vacancies, seconds each (median of {len(pieces)} pieces): "
            f"here {here:.3f}, one worker {there:.3f}: {ratio:.2f} times"
        )
        _tell(f"seconds of one core for each person, here: {statistics.median(p['here']['busy'] for p in pieces):.3f}")
        _tell(f"memory of a worker's own, at most when looked at: {max(each['held'] for each in pieces)} MB")
        _tell(
            f"a worker that starts: first person after {statistics.median(p['there']['first'] for p in pieces):.1f} s"
        )
        _tell(f"workers killed under the work: {len(killed)}; files that differ: {', '.join(different) or 'none'}")
        whole = len(expected) == self.persons
        return int(bool(different) or not whole or not killed or ratio > MOST_TIMES)


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
