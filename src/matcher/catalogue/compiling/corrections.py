"""Corrections by hand: what an expert knows better than the sources, in a file that needs no Python."""

import csv
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from matcher.catalogue.compiling.channels import Channel
from matcher.catalogue.errors import SourceError

COLUMNS = ("occupation", "channel", "within", "error", "reason", "source", "date")


@dataclass(frozen=True)
class Correction:
    """One judgement that wins over the sources.

    Attributes:
        occupation: an id, or a pattern such as `isco:832*`; several patterns are split by a space.
        channel: the demand channel.
        within: percentage of jobs within each level, norm first.
        error: points of uncertainty at a share of one half.
        reason: why, in Dutch.
        source: whose judgement or which text.
        date: when, as yyyy-mm-dd.
    """

    occupation: str
    channel: str
    within: tuple[int, ...]
    error: int
    reason: str
    source: str
    date: str

    def covers(self, occupation: str) -> bool:
        """Answer whether this correction is about an occupation.

        Example:
            >>> one = Correction("isco:832* isco:8331", "II.11", (100, 0), 3, "rijdt", "ons oordeel", "2026-11-22")
            >>> one.covers("isco:8322"), one.covers("isco:8332")
            (True, False)
        """
        return any(fnmatchcase(occupation, pattern) for pattern in self.occupation.split())


def read_corrections(path: Path, channels: tuple[Channel, ...]) -> tuple[Correction, ...]:
    """Read and check the corrections.

    Args:
        path: the CSV file; a missing file means no corrections.
        channels: the known channels.

    Returns:
        The corrections in the order of the file; a later line wins.

    Raises:
        SourceError: names the line and what is wrong with it.
    """
    if not path.is_file():
        return ()
    known = {channel.name: channel for channel in channels}
    result = []
    with path.open(encoding="utf-8", newline="") as stream:
        for line, row in enumerate(csv.DictReader(stream), start=2):
            result.append(_read(row, known, f"{path.name}, regel {line}"))
    return tuple(result)


def _read(row: dict[str, str], known: dict[str, Channel], where: str) -> Correction:
    missing = [name for name in COLUMNS if not (row.get(name) or "").strip()]
    if missing:
        raise SourceError(f"{where}: deze kolommen zijn leeg: {', '.join(missing)}.")
    channel = known.get(row["channel"])
    if channel is None:
        raise SourceError(f"{where}: het kanaal {row['channel']!r} bestaat niet.")
    try:
        within = tuple(int(part) for part in row["within"].split(";"))
        error = int(row["error"])
    except ValueError as fault:
        raise SourceError(f"{where}: 'within' en 'error' zijn hele percentages, zoals 100;20.") from fault
    if len(within) != channel.levels + 1:
        raise SourceError(
            f"{where}: {channel.name} vraagt {channel.levels + 1} percentages, er staan er {len(within)}."
        )
    if any(not 0 <= share <= 100 for share in (*within, error)):  # noqa: PLR2004 - percentages
        raise SourceError(f"{where}: een percentage ligt tussen 0 en 100.")
    if list(within) != sorted(within, reverse=True):
        raise SourceError(f"{where}: een strenger niveau kan niet meer banen toelaten dan een milder niveau.")
    return Correction(row["occupation"], row["channel"], within, error, row["reason"], row["source"], row["date"])
