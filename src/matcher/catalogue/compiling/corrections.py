"""Corrections by hand: what an expert knows better than the sources, in a file that needs no Python."""

import csv
import io
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

from matcher.catalogue.compiling.channels import Channel
from matcher.catalogue.errors import SourceError

_WHOLE = 100
INSIDE = "+"
COLUMNS = ("occupation", "channel", "within", "error", "reason", "source", "date")


@dataclass(frozen=True)
class Correction:
    """One judgement that wins over the sources.

    Attributes:
        occupation: an id, or a pattern such as `isco:832*`; several patterns are split by a space. A `+` behind it says
            that the judgement holds for every ESCO occupation in the unit group too (see `holds_inside`).
        channel: the demand channel.
        within: percentage of jobs within each level, norm first.
        error: points of uncertainty at a share of one half.
        reason: why, in Dutch.
        source: whose judgement or which text.
        date: when, as yyyy-mm-dd.
        line: line number in the file, counted from 1.
    """

    occupation: str
    channel: str
    within: tuple[int, ...]
    error: int
    reason: str
    source: str
    date: str
    line: int = 0

    def covers(self, occupation: str) -> bool:
        """Answer whether this correction is about an occupation.

        Example:
            >>> one = Correction("isco:832* isco:8331", "II.11", (100, 0), 3, "rijdt", "ons oordeel", "2026-11-22")
            >>> one.covers("isco:8322"), one.covers("isco:8332")
            (True, False)
        """
        return any(fnmatchcase(occupation, pattern.removesuffix(INSIDE)) for pattern in self.occupation.split())

    def holds_inside(self, group: str) -> bool:
        """Answer whether it holds for all work in a unit group, so that an occupation's own sources weigh nothing.

        Example:
            >>> one = Correction("isco:4311+ isco:5223", "IV.8", (100, 99, 98), 4, "bureau", "wij", "2026-11-22")
            >>> one.holds_inside("isco:4311"), one.holds_inside("isco:5223")
            (True, False)
        """
        whole = (pattern for pattern in self.occupation.split() if pattern.endswith(INSIDE))
        return any(fnmatchcase(group, pattern.removesuffix(INSIDE)) for pattern in whole)


def read_corrections(path: Path, channels: tuple[Channel, ...]) -> tuple[Correction, ...]:
    """Read and check the corrections. A file that a spreadsheet saved with semicolons between the cells reads too.

    Args:
        path: the CSV file; a missing file means no corrections.
        channels: the known channels.

    Returns:
        The corrections in the order of the file; a later line wins.

    Raises:
        SourceError: names the line, the column and what is wrong with it.
    """
    if not path.is_file():
        return ()
    known = {channel.name: channel for channel in channels}
    rows = csv.DictReader(io.StringIO(_text(path), newline=""), delimiter=_delimiter(path))
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise SourceError(
            f"{path.name}, regel 1: deze kolommen ontbreken: {', '.join(missing)}. De kop is: {','.join(COLUMNS)}."
        )
    result, last = [], rows.line_num
    for row in rows:
        if any(cell for cell in row.values()):
            result.append(_read(row, known, last + 1, path.name))
        last = rows.line_num
    return tuple(result)


def check_covered(corrections: Iterable[Correction], ids: Collection[str], name: str) -> None:
    """Refuse a correction about work that does not exist: a slip in a code would else be silent.

    Args:
        corrections: the corrections.
        ids: the id of every occupation.
        name: name of the file, for the message.

    Raises:
        SourceError: names the line and the part that covers nothing.
    """
    empty: dict[str, bool] = {}
    for correction in corrections:
        for pattern in (part.removesuffix(INSIDE) for part in correction.occupation.split()):
            if pattern not in empty:
                empty[pattern] = not (pattern in ids or any(fnmatchcase(one, pattern) for one in ids))
            if empty[pattern]:
                raise SourceError(
                    f"{name}, regel {correction.line}, kolom occupation: {pattern!r} past op geen enkel beroep. "
                    "Zoek de code op met: matcher occupation TITEL."
                )


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise SourceError(
            f"{path.name}: dit bestand is niet als UTF-8 opgeslagen. Kies bij opslaan: CSV UTF-8."
        ) from fault


def _delimiter(path: Path) -> str:
    head = _text(path).partition("\n")[0]
    return ";" if head.count(";") > head.count(",") else ","


def _read(row: dict[str, str], known: dict[str, Channel], line: int, name: str) -> Correction:
    where = f"{name}, regel {line}"
    if None in row:
        raise SourceError(
            f"{where}: er staan meer cellen dan de kop heeft. "
            "Zet een tekst met een komma tussen dubbele aanhalingstekens."
        )
    missing = [name for name in COLUMNS if not (row.get(name) or "").strip()]
    if missing:
        raise SourceError(f"{where}: deze kolommen zijn leeg: {', '.join(missing)}.")
    cells = {name: row[name].strip() for name in COLUMNS}
    channel = known.get(cells["channel"])
    if channel is None:
        raise SourceError(
            f"{where}, kolom channel: het kanaal {cells['channel']!r} bestaat niet. Kies bijvoorbeeld IV.13."
        )
    within = tuple(_percentage(part, f"{where}, kolom within") for part in cells["within"].split(";"))
    error = _percentage(cells["error"], f"{where}, kolom error")
    if len(within) != channel.levels + 1:
        raise SourceError(
            f"{where}, kolom within: {channel.name} vraagt {channel.levels + 1} percentages, norm eerst; "
            f"er staan er {len(within)}."
        )
    if list(within) != sorted(within, reverse=True):
        raise SourceError(
            f"{where}, kolom within: een strenger niveau kan niet meer banen toelaten dan een milder niveau."
        )
    _check_date(cells["date"], where)
    return Correction(
        cells["occupation"], channel.name, within, error, cells["reason"], cells["source"], cells["date"], line
    )


def _percentage(text: str, where: str) -> int:
    if not text.strip().isdecimal() or int(text) > _WHOLE:
        raise SourceError(f"{where}: {text.strip()[:20]!r} is geen heel percentage van 0 tot 100, zoals in 100;20.")
    return int(text)


def _check_date(text: str, where: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as fault:
        raise SourceError(f"{where}, kolom date: {text[:20]!r} is geen datum zoals 2026-11-22.") from fault
