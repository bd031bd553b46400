"""The full proof: `python -m tests.papers.prove [DOCUMENTS] [FIRST]`. 5,000 hostile documents, none of them wins.

Every document ends in a reading or a refusal in Dutch, within ten seconds by the clock and 500 MB, without the network
and without another file. With a FIRST the forms are not scored again, so that the documents can be taken in parts.
"""

import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from matcher.errors import MatcherError
from matcher.papers import read_document
from tests.papers.hostile import Made, hostile, seeds
from tests.papers.preloaded import forked_children, watched_here
from tests.papers.samples import HARD, LAYOUTS, STRANGE, WAYS, made_up, write_samples
from tests.papers.score import Result, report, score_file, score_folder

_SECONDS = 10.0
_MEGABYTES = 500


@dataclass
class Attack:
    """How hostile documents ended.

    Attributes:
        ends: how many were read and refused.
        wrong: what went wrong, in words.
        longest: the longest time for one document, in seconds by the clock.
        peak_mb: the most memory of this process or of a child that opened a document.
    """

    ends: Counter = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    longest: float = 0.0
    peak_mb: int = 0


def attack(folder: Path, count: int, first: int = 0) -> Attack:
    """Answer how the documents from a number on ended."""
    found = Attack()
    healthy = seeds(folder / "healthy")
    with forked_children() as children, watched_here(str(folder)) as tried:
        for number in range(first, first + count):
            _one(folder, number, healthy, found)
            found.wrong += [f"{number} tried {what}" for what in (*tried, *children.tried)]
            tried.clear()
            children.tried.clear()
            found.peak_mb = max(children.peak_kb // 1000, peak_mb())
            if number % 250 == 249:
                sys.stderr.write(f"{number + 1} {said(found)}\n")
    return found


def said(found: Attack) -> str:
    """Answer the figures in one line."""
    ends = ", ".join(f"{count} {how}" for how, count in sorted(found.ends.items()))
    return f"{ends}; wrong {len(found.wrong)}, longest {found.longest:.1f} s, peak {found.peak_mb} MB"


def _one(folder: Path, number: int, healthy: list[Made], found: Attack) -> None:
    what, content, suffix = hostile(number, healthy)
    path = folder / f"document{suffix}"
    path.write_bytes(content)
    begin = time.perf_counter()
    try:
        read_document(path)
        found.ends["read"] += 1
    except MatcherError as refused:
        found.ends["refused"] += 1
        if not str(refused).endswith("."):
            found.wrong.append(f"{number} {what}: a refusal without a sentence")
    except Exception as fault:  # noqa: BLE001 the proof is that this never happens
        found.wrong.append(f"{number} {what}: {type(fault).__name__}: {fault}")
    seconds = time.perf_counter() - begin
    found.longest = max(found.longest, seconds)
    if seconds > _SECONDS:
        found.wrong.append(f"{number} {what}: {seconds:.1f} s")
    path.unlink()


def strange(folder: Path, seed: int) -> list[Result]:
    """Answer what was read in layouts with another scale, other words or another place for the score, in every way."""
    found = []
    for name, (ending, write) in STRANGE.items():
        for way in WAYS:
            for kind in ("fml", "kfml"):
                made = made_up(seed + len(name), kind)
                path = folder / f"{name}-{way}-{kind}.{ending}"
                write(made, path, way)
                found.append(score_file(path, made.truth()))
                path.unlink()
    return found


def peak_mb() -> int:
    """Answer the most memory that this process or a child of it has used, in MB."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1000


def _forms(folder: Path) -> list[Result]:
    """Answer what was read on our own forms, after writing the figures of each group of layouts."""
    scored: list[Result] = []
    for layouts, each in ((LAYOUTS, 20), (HARD, 5)):
        write_samples(folder / "forms", each, 9000, layouts)
        scored += _told(score_folder(folder / "forms"))
        shutil.rmtree(folder / "forms")
    return scored + _told(strange(folder, 93))


def _told(found: list[Result]) -> list[Result]:
    sys.stdout.write(report(found, verbose=False).splitlines()[-2] + "\n")
    return found


def main() -> int:
    """Run the proof and answer the exit code."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as name:
        with forked_children():
            scored = _forms(Path(name)) if first is None else []
        found = attack(Path(name), count, first or 0)
    sys.stdout.write(f"{count} hostile documents: {said(found)}\n")
    sys.stdout.write("".join(f"{line}\n" for line in found.wrong[:40]))
    return 1 if found.wrong or found.peak_mb > _MEGABYTES or any(each.counts["wrong"] for each in scored) else 0


if __name__ == "__main__":
    sys.exit(main())
