"""`python -m matcher.bench`: how long the main steps take, side by side in one run. Ratios travel; seconds do not."""

import statistics
import subprocess  # nosec
import sys
import time
from collections.abc import Callable
from datetime import date
from importlib.resources import as_file, files
from typing import Any

from matcher import load_catalogue, match, read_case
from matcher.bench_loading import loading_lines
from matcher.fit import fit_rules, screen
from matcher.intake import understand_capacity
from matcher.matching import read_story
from matcher.policy import stage_views
from matcher.ranking import rank

RUNS = 15
DAY = date(2026, 10, 12)


def _median_ms(action: Callable[[], Any], runs: int = RUNS) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def _process_ms(code: list[str], runs: int = 5) -> float:
    return _median_ms(lambda: subprocess.run(code, check=True, capture_output=True), runs)  # noqa: S603 our own command


def main() -> int:
    """Print the medians and the ratios to the naive way."""
    catalogue = load_catalogue()
    with as_file(files("matcher.examples") / "thuishulp.yaml") as path:
        case = read_case(path).case
    story = read_story(case, DAY, catalogue)
    rows = range(len(catalogue.occupations))
    fast = _median_ms(lambda: screen(catalogue, story.profile, fit_rules(), peaks=True))
    slow = _median_ms(lambda: [story.findings(row) for row in rows], 3)
    reading = _median_ms(lambda: read_story(case, DAY, catalogue))
    stages = stage_views(case.policy, DAY)
    known = (case, story.facts, story.profile, catalogue)

    def ranked() -> None:
        screening = screen(catalogue, story.profile, fit_rules(), peaks=True)
        rank(*known, screening, stages, story.view, DAY, rejected=story.rulings.rejected)

    python = _process_ms([sys.executable, "-c", "pass"])
    lines = (
        ("capacity understood", _median_ms(lambda: understand_capacity(case, DAY)), None),
        ("all occupations screened", fast, f"{slow / fast:.0f}x faster than one by one ({slow:.0f} ms)"),
        (
            "all occupations screened and ranked",
            _median_ms(ranked),
            f"{len(catalogue.occupations)} occupations, {len(catalogue.channels)} channels",
        ),
        ("the same, with reading form and person", reading, None),
        *loading_lines(),
        ("match with zoekprofiel, 20 explained", _median_ms(lambda: match(case, DAY, catalogue)), None),
        ("python alone, whole process", python, None),
        ("import matcher, whole process", _process_ms([sys.executable, "-c", "import matcher"]), None),
        ("matcher demo, whole process", _process_ms([sys.executable, "-m", "matcher.cli", "demo"]), None),
    )
    for label, milliseconds, note in lines:
        sys.stdout.write(f"{label:<40} {milliseconds:>9.1f} ms  {note or ''}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
