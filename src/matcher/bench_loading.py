"""`python -m matcher.bench_loading`: what the first load of the catalogue takes, each level in a process of its own."""

import csv
import json
import subprocess  # nosec
import sys
import time
from dataclasses import asdict, dataclass
from statistics import median
from typing import get_args

from matcher.catalogue import Level, load_catalogue
from matcher.resources import data_path

RUNS = 7
_BYTES = 1024 if sys.platform == "linux" else 1  # the unit in which the system tells the most memory that was used


@dataclass(frozen=True, slots=True)
class Loading:
    """One first load.

    Attributes:
        cpu_ms: processor time of the load.
        csv_ms: processor time of reading occupations.csv with the csv module, in the same process afterwards.
        memory_mb: growth of the most memory that the process used.
        occupations: how many occupations were loaded.
    """

    cpu_ms: float
    csv_ms: float
    memory_mb: float
    occupations: int


def measure_loading(level: Level) -> Loading:
    """Answer what the first load in this process takes. Numpy is already there: who loads a catalogue uses it.

    Args:
        level: which occupations.
    """
    import resource  # noqa: PLC0415 - not on every system; only measuring needs it

    import numpy as np  # noqa: F401, PLC0415 - see above

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    count = len(load_catalogue(level=level).occupations)
    loaded = time.process_time()
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.process_time()
    with data_path("occupations/occupations.csv").open(encoding="utf-8", newline="") as stream:
        list(csv.reader(stream))
    plain = time.process_time() - begin
    return Loading((loaded - start) * 1000, plain * 1000, (after - before) * _BYTES / 1e6, count)


def loading_lines() -> list[tuple[str, float, str]]:
    """Answer a line per level: what it is, the median milliseconds of processor time, and the rest in words."""
    lines = []
    for level in get_args(Level):
        runs = [_in_own_process(level) for _ in range(RUNS)]
        cpu = median(run.cpu_ms for run in runs)
        ratio = median(run.cpu_ms / run.csv_ms for run in runs)
        memory = max(run.memory_mb for run in runs)
        words = f"{memory:.0f} MB; {ratio:.1f}x the time to read the whole csv; {runs[0].occupations} occupations"
        lines.append((f"catalogue loaded, {level} (processor)", cpu, words))
    return lines


def _in_own_process(level: str) -> Loading:
    command = [sys.executable, "-m", "matcher.bench_loading", level]
    said = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 our own command
    return Loading(**json.loads(said.stdout))


def main(levels: list[str]) -> int:
    """Print the line of every level; with one level, measure it here and print the figures as JSON."""
    for level in get_args(Level):
        if level in levels:
            sys.stdout.write(json.dumps(asdict(measure_loading(level))))
    if not levels:
        for label, milliseconds, words in loading_lines():
            sys.stdout.write(f"{label:<40} {milliseconds:>9.1f} ms  {words}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
