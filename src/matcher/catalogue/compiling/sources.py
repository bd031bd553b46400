"""The raw sources: which files there are, whether they are the ones we know, and how to read them."""

import csv
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from matcher.catalogue.compiling.own import own_table
from matcher.catalogue.errors import SourceError

_ENCODINGS = "utf-8-sig"


@dataclass(frozen=True)
class Source:
    """One raw file that the catalogue is compiled from.

    Attributes:
        id: short name used in rules and reports.
        path: place below the folder of sources.
        title: what the file is.
        version: release or date of the data.
        licence: terms of use.
        attribution: the line to show.
        sha256: hash of the file we compiled from.
        used_for: `demands`, or `facts` for what stands beside them.
    """

    id: str
    path: str
    title: str
    version: str
    licence: str
    attribution: str
    sha256: str
    used_for: str


class _Row(dict[str, str]):
    """One row of a source; a column that a later release lacks is named."""

    def __init__(self, path: str, cells: Mapping[str, str]) -> None:
        super().__init__(cells)
        self.path = path

    def __missing__(self, column: str) -> str:
        raise SourceError(f"{self.path}: de kolom {column!r} ontbreekt. Is dit een andere uitgave van de bron?")


@dataclass(frozen=True)
class Sources:
    """A folder of raw sources together with the table of what should lie in it."""

    folder: Path
    table: tuple[Source, ...]

    def check(self) -> None:
        """Refuse a folder where a file is missing or is not the file we know.

        Raises:
            SourceError: names every missing or altered file and what to do.
        """
        wrong: list[str] = []
        for source in self.table:
            path = self.folder / source.path
            if not path.is_file():
                wrong.append(f"{source.path}: ontbreekt")
            elif hashlib.sha256(path.read_bytes()).hexdigest() != source.sha256:
                wrong.append(f"{source.path}: is veranderd (de controlesom klopt niet)")
        if wrong:
            lines = "\n  ".join(wrong)
            raise SourceError(
                f"De bronnen in deze map zijn niet de bronnen die wij kennen:\n  {lines}\n"
                "Zet het juiste bestand terug. Is de nieuwe versie bedoeld? Pas dan de controlesom in sources.csv aan."
            )

    def rows(self, source_id: str) -> Iterator[dict[str, str]]:
        """Yield the rows of one source as text; nothing is turned into a number here.

        Args:
            source_id: the short name in the table of sources.

        Yields:
            One mapping per row.

        Raises:
            SourceError: the file is no text in UTF-8, or a column that is asked is not there.
        """
        path = self.folder / self[source_id].path
        try:
            with path.open(encoding=_ENCODINGS, newline="") as stream:
                for row in csv.DictReader(stream):
                    yield _Row(self[source_id].path, row)
        except (UnicodeDecodeError, csv.Error) as fault:
            raise SourceError(f"{self[source_id].path}: dit is geen leesbare tabel (CSV in UTF-8).") from fault

    def __getitem__(self, source_id: str) -> Source:
        for source in self.table:
            if source.id == source_id:
                return source
        raise SourceError(f"De bron {source_id!r} staat niet in sources.csv.")

    def index(self, source_id: str) -> int:
        """Answer the place of a source in the shipped sources table, counted from 1 (0 is: no source)."""
        for number, source in enumerate(self.table, start=1):
            if source.id == source_id:
                return number
        raise SourceError(f"De bron {source_id!r} staat niet in sources.csv.")


def known_sources() -> tuple[Source, ...]:
    """Answer the committed table of sources.

    Example:
        >>> known_sources()[0].id
        'ors'
    """
    return tuple(Source(**row) for row in own_table("sources.csv"))


def number(text: str | None) -> float | None:
    """Read one number from a source; empty text is unknown, never zero.

    Example:
        >>> number("1.5"), number(""), number(None)
        (1.5, None, None)
    """
    if text is None or not text.strip():
        return None
    try:
        return float(text)
    except ValueError as fault:
        raise SourceError(f"Dit is geen getal: {text[:40]!r}.") from fault
