"""Files of titles: id, tab, text on each line; and the runs that answer them."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from matcher.errors import FileUnreadable

_MAX_BYTES = 1024 * 1024 * 1024
_LONGEST_LINE = 100_000  # bytes; a file without line ends is no list of titles


@dataclass(frozen=True, slots=True)
class TitleLine:
    """One line of a file of titles."""

    line_id: str
    text: str


def read_titles(path: Path) -> tuple[TitleLine, ...]:
    """Answer the lines of a file without header: id, tab, text, in UTF-8.

    Args:
        path: the file. Empty lines are passed over.

    Raises:
        FileUnreadable: when the file is missing, too large, not UTF-8 or empty, or when a line lacks its tab or repeats
            an id. The message names the line, never its content.
    """
    return tuple(iter_titles(path))


def iter_titles(path: Path) -> Iterator[TitleLine]:
    """Answer the same lines one by one, so that a long file is never whole in memory; of the ids a print is kept.

    Args:
        path: the file.

    Raises:
        FileUnreadable: as `read_titles`, when the line that is wrong is read.
    """
    seen: set[bytes] = set()
    for number, raw in enumerate(_lines(path), start=1):
        line = _text(path, number, raw)
        if not line.strip():
            continue
        line_id, tab, text = line.partition("\t")
        if "\0" in line or not tab or not line_id.strip():
            raise FileUnreadable(f"{path.name}, regel {number}: verwacht wordt id, tab, titel. Zet een tab na het id.")
        print_of_id = blake2b(line_id.encode(), digest_size=16).digest()
        if print_of_id in seen:
            raise FileUnreadable(
                f"{path.name}, regel {number}: dit id kwam al eerder voor. Geef elke regel een eigen id."
            )
        seen.add(print_of_id)
        yield TitleLine(line_id, " ".join(text.split()))
    if not seen:
        raise FileUnreadable(f"{path.name} is leeg. Verwacht wordt per regel: id, tab, titel.")


def check_titles(path: Path) -> None:
    """Check a whole file before work on it starts, so that an error late in a long file costs no time.

    Raises:
        FileUnreadable: as `read_titles`.
    """
    for _ in iter_titles(path):
        pass


def _lines(path: Path) -> Iterator[bytes]:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise FileUnreadable(f"{path.name} is groter dan {_MAX_BYTES // 1024 // 1024} MB. Splits het bestand.")
        with path.open("rb") as handle:
            while line := handle.readline(_LONGEST_LINE + 1):
                yield line
    except OSError as error:
        raise FileUnreadable(f"{path.name} is niet te lezen. Bestaat het bestand?") from error


def _text(path: Path, number: int, raw: bytes) -> str:
    if len(raw) > _LONGEST_LINE:
        raise FileUnreadable(
            f"{path.name}, regel {number}: deze regel is langer dan {_LONGEST_LINE} tekens. Zet elke titel op een eigen"
            " regel."
        )
    try:
        return raw.decode("utf-8-sig" if number == 1 else "utf-8").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError as error:
        raise FileUnreadable(
            f"{path.name}, regel {number}: dit is geen tekst in UTF-8. Sla het bestand op als UTF-8."
        ) from error
