"""The processes that this one started, and theirs, and what they hold."""

import os
from pathlib import Path


def processes_below() -> dict[int, str]:
    """Answer number and command of every process that this one started, and of theirs."""
    parents, words = {}, {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(path.name)] = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            words[int(path.name)] = (path / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:  # it ended while we looked
            continue
    found: set[int] = set()
    latest = {os.getpid()}
    while latest := {child for child, parent in parents.items() if parent in latest} - found:
        found |= latest
    return {number: words[number] for number in found if number in words}


def processes_of_ray() -> set[int]:
    """Answer the numbers of those of them that are Ray's; a browser or a database of other tests starts its own."""
    return {number for number, words in processes_below().items() if "ray::" in words or "/ray/" in words}


def works(number: int) -> bool:
    """Answer whether a process still runs; one that ended and was not collected by its parent does not."""
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def own_megabytes(number: int) -> int:
    """Answer the memory that a process has for itself, without what it maps from disk; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{number}/status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) // 1024
