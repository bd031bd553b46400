"""What a server kept, looked through for what was sent, with what stands around each find.

Every figure of four digits is reached by something that counts, so a figure that the server counted itself is taken
away first: only where it is known to be one, never by its digits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.service.personal import PERSONAL, pattern_of

_AROUND = 60
_AUDIT = "audit.jsonl"
_NUMBER = re.compile(rb'"number":(\d+)(?=[,}])')
# What the log measures or counts, and only as a number: the same digits as text are a find.
_MEASURED = re.compile(rb'"(?:ms|pid|port|status|workers|count|body_bytes|audit_lines)":\d+(?:\.\d+)?(?=[,}])')
_COUNTER = re.compile(rb"^([a-z_]+(?:\{[^\n]*\})?) [0-9.e+-]+$", re.MULTILINE)
_NOTHING = b"-"


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that was sent and was found back.

    Attributes:
        place: name of the file, or what else was looked through.
        word: what was sent.
        around: what stands around it.
    """

    place: str
    word: str
    around: str

    def __str__(self) -> str:
        """Answer it in one line."""
        return f"{self.place}: {self.word!r} in {self.around}"


def traces(place: str, content: bytes) -> list[Trace]:
    """Answer the first find of each thing that was sent.

    Args:
        place: what is looked through.
        content: its bytes.
    """
    lower = content.lower()
    return [
        Trace(place, word, repr(lower[max(0, found.start() - _AROUND) : found.end() + _AROUND])[1:])
        for word in PERSONAL
        if (found := re.search(pattern_of(word), lower)) is not None
    ]


def left_behind(folder: Path) -> list[Trace]:
    """Answer what is found in the files of a folder.

    Args:
        folder: where the server kept everything it wrote.
    """
    return [found for path in folder.rglob("*") if path.is_file() for found in traces(path.name, _told(path))]


def in_counters(page: bytes) -> list[Trace]:
    """Answer what is found in the names and labels of the counters.

    Args:
        page: the counters as text.
    """
    return traces("counters", _COUNTER.sub(rb"\1", page))


def _told(path: Path) -> bytes:
    content = path.read_bytes()
    if path.name == _AUDIT:
        return b"\n".join(_unnumbered(content))
    return _MEASURED.sub(_NOTHING, content) if path.suffix == ".log" else content


def _unnumbered(content: bytes) -> Iterator[bytes]:
    """Answer the lines of the audit log, each without its number when that is the number of the line."""
    for place, line in enumerate(content.split(b"\n"), start=1):
        found = _NUMBER.search(line)
        own = found is not None and int(found[1]) == place
        yield line[: found.start()] + _NOTHING + line[found.end() :] if found is not None and own else line
