"""The full proof: `python -m tests.papers.prove [DOCUMENTS] [FIRST]`. 5,000 hostile documents, none of them wins.

Every document ends in a reading or a refusal in Dutch, within ten seconds by the clock and 500 MB, without the network.
"""

import resource
import shutil
import socket
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NoReturn
from unittest.mock import patch

from matcher.errors import MatcherError
from matcher.papers import read_document
from tests.papers.hostile import hostile, seeds
from tests.papers.samples import HARD, LAYOUTS, STRANGE, WAYS, made_up, write_samples
from tests.papers.score import Result, report, score_file, score_folder

_SECONDS = 10.0
_MEGABYTES = 500


def no_network(*_: object, **__: object) -> NoReturn:
    """Stand in for every socket."""
    raise AssertionError("a reader of documents opened a socket")


def attack(folder: Path, count: int, first: int = 0) -> tuple[Counter, list[str], float]:
    """Answer how the documents ended, what went wrong, and the longest time by the clock in seconds."""
    with patch.object(socket.socket, "connect", no_network):
        return _attack(folder, count, first)


def _attack(folder: Path, count: int, first: int) -> tuple[Counter, list[str], float]:
    healthy = seeds(folder / "healthy")
    ends: Counter = Counter()
    wrong: list[str] = []
    longest = 0.0
    for number in range(first, first + count):
        what, content, suffix = hostile(number, healthy)
        path = folder / f"document{suffix}"
        path.write_bytes(content)
        begin = time.perf_counter()
        try:
            read_document(path)
            ends["read"] += 1
        except MatcherError as refused:
            ends["refused"] += 1
            if not str(refused).endswith("."):
                wrong.append(f"{number} {what}: a refusal without a sentence")
        except Exception as fault:  # noqa: BLE001 the proof is that this never happens
            wrong.append(f"{number} {what}: {type(fault).__name__}: {fault}")
        seconds = time.perf_counter() - begin
        longest = max(longest, seconds)
        if seconds > _SECONDS:
            wrong.append(f"{number} {what}: {seconds:.1f} s")
        path.unlink()
        if number % 250 == 249:
            sys.stderr.write(
                f"{number + 1} {dict(ends)} wrong {len(wrong)} longest {longest:.1f} s peak {peak_mb()} MB\n"
            )
    return ends, wrong, longest


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


def main() -> int:
    """Run the proof and answer the exit code."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scored = []
        for layouts, each in ((LAYOUTS, 20), (HARD, 5)):
            write_samples(folder / "forms", each, 9000, layouts)
            found = score_folder(folder / "forms")
            sys.stdout.write(report(found, verbose=False).splitlines()[-2] + "\n")
            scored += found
            shutil.rmtree(folder / "forms")
        unseen = strange(folder, 93)
        sys.stdout.write(report(unseen, verbose=False).splitlines()[-2] + "\n")
        scored += unseen
        ends, wrong, longest = attack(folder, count, first)
    sys.stdout.write(
        f"{count} hostile documents: {dict(ends)}, wrong {len(wrong)}, longest {longest:.1f} s, peak {peak_mb()} MB\n"
    )
    sys.stdout.write("\n".join(wrong[:40]) + "\n")
    return 1 if wrong or peak_mb() > _MEGABYTES or any(result.counts["wrong"] for result in scored) else 0


if __name__ == "__main__":
    sys.exit(main())
