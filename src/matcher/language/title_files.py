"""Files of titles: id, tab, text on each line; and the runs that answer them."""

from dataclasses import dataclass
from pathlib import Path

from matcher.errors import FileUnreadable

_MAX_BYTES = 64 * 1024 * 1024


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
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise FileUnreadable(f"{path.name} is groter dan {_MAX_BYTES // 1024 // 1024} MB. Splits het bestand.")
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileUnreadable(f"{path.name} is geen tekst in UTF-8. Sla het bestand op als UTF-8.") from error
    except OSError as error:
        raise FileUnreadable(f"{path.name} is niet te lezen. Bestaat het bestand?") from error
    lines: dict[str, TitleLine] = {}
    for number, line in enumerate(content.replace("\r\n", "\n").split("\n"), start=1):
        if not line.strip():
            continue
        line_id, tab, text = line.partition("\t")
        if "\0" in line or not tab or not line_id.strip():
            raise FileUnreadable(f"{path.name}, regel {number}: verwacht wordt id, tab, titel. Zet een tab na het id.")
        if line_id in lines:
            raise FileUnreadable(
                f"{path.name}, regel {number}: dit id kwam al eerder voor. Geef elke regel een eigen id."
            )
        lines[line_id] = TitleLine(line_id, " ".join(text.split()))
    if not lines:
        raise FileUnreadable(f"{path.name} is leeg. Verwacht wordt per regel: id, tab, titel.")
    return tuple(lines.values())
