"""How long whole commands take: python -m tests.documents.whole_commands [ROUNDS] [OTHER CHECKOUT] [COMMAND...].

Every document as PDF, and reading a PDF of ten pages with four forms in it. Each command is a process of its own, its
bytecode compiled before. With the folder of another checkout each round runs both, in turn, and the ratio is that of
the pairs: seconds are of this machine at this moment, ratios travel.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pypdfium2

from tests.documents.golden import READERS
from tests.papers.samples import write_samples

HERE = Path(__file__).parents[2]
CASE = HERE / "src/matcher/examples/thuishulp.yaml"
DAY = "2026-11-23"
FORMS = ("lines-0", "table-1", "ticks-0", "lines-2")
PAGES = 10


class Took(NamedTuple):
    """Seconds that one command took: by the clock, and of the processor with the processes that it started."""

    clock: float
    processor: float


def ten_pages(folder: Path) -> Path:
    """Answer a PDF of ten pages with four forms, of different days, as a dossier holds them."""
    write_samples(folder, each=3, seed=5)
    joined = pypdfium2.PdfDocument.new()
    for name in FORMS:
        with pypdfium2.PdfDocument(folder / f"{name}.pdf") as form:
            joined.import_pages(form)
    assert len(joined) == PAGES
    path = folder / "dossier.pdf"
    joined.save(path)
    return path


def commands(folder: Path) -> dict[str, list[str]]:
    """Answer the commands by name."""
    told = {"read": ["read", str(ten_pages(folder)), "--format", "json"]}
    for kind, reader in READERS.items():
        made = ["-o", str(folder / f"{kind.value}.pdf"), "--force", "--on", DAY, "--audience", reader.value]
        told[kind.value] = ["document", kind.value, str(CASE), *made]
    return told


def run(checkout: Path, command: list[str], bytecode: Path) -> Took:
    """Answer how long one command of a checkout took.

    Args:
        checkout: the folder with `src` in it.
        command: the words behind `matcher`.
        bytecode: where its compiled modules are kept.
    """
    places = os.pathsep.join(str(checkout / part) for part in ("src", "service"))
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "matcher.cli", *command],
        check=True, stdout=subprocess.DEVNULL, cwd=checkout,
        env={**kept, "PYTHONPATH": places, "PYTHONPYCACHEPREFIX": str(bytecode)},
    )  # fmt: skip
    clock = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(clock, used)


def main(rounds: int, other: Path | None, names: list[str]) -> None:
    """Print the medians of every command, and of the other checkout beside it."""
    checkouts = [HERE, *([other] if other else [])]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name, command in commands(folder).items():
            if names and name not in names:
                continue
            times: list[list[Took]] = [[] for _ in checkouts]
            for turn in range(rounds + 1):
                for place, checkout in enumerate(checkouts):
                    took = run(checkout, command, folder / f"bytecode{place}")
                    if turn:  # the first compiles the modules
                        times[place].append(took)
            told = [_told(each) for each in times]
            if other:
                clock, processor = (median(a[at] / b[at] for a, b in zip(*times, strict=True)) for at in (0, 1))
                told.append(f"{clock:.2f} times, processor {processor:.2f} times")
            sys.stdout.write(f"{name:<16} {' | beside '.join(told)}\n")
            sys.stdout.flush()


def _told(times: list[Took]) -> str:
    clock = [each.clock for each in times]
    return (
        f"{median(clock):.2f} s ({min(clock):.2f} to {max(clock):.2f}), "
        f"processor {median(each.processor for each in times):.2f} s"
    )


if __name__ == "__main__":
    given = sys.argv[1:]
    main(
        int(given[0]) if given else 8,
        Path(given[1]).resolve() if len(given) > 1 else None,
        given[2:],
    )
