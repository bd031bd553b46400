"""Compile the occupation catalogue from raw sources: one function, one report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from matcher.catalogue.compiling.channels import Channel, read_channels
from matcher.catalogue.compiling.closeness import measure_closeness
from matcher.catalogue.compiling.corrections import read_corrections
from matcher.catalogue.compiling.demands import Demands, correct, estimate_groups, read_rules, tables
from matcher.catalogue.compiling.index import read_profiles
from matcher.catalogue.compiling.occupations import COLUMNS, finish, read_groups
from matcher.catalogue.compiling.sources import Source, Sources, known_sources
from matcher.catalogue.compiling.write import write_csv, write_npz
from matcher.catalogue.errors import SourceError
from matcher.resources import data_path

_SOURCE_COLUMNS = ("index", "id", "title", "version", "licence", "attribution", "sha256")
_MARKS = ("unknown", "measured", "mixed", "modelled", "group_mean", "judged")


@dataclass(frozen=True)
class BuildReport:
    """What a build made.

    Attributes:
        occupations: number of unit groups.
        channels: number of channels.
        marks: per channel, the number of occupations per mark.
        corrections: values that our own judgement replaced.
        dropped_links: stray links to supervisors and managers that were dropped.
        closeness_auc: check of closeness against related pairs, negatives of the same major group.
        closeness_pairs: related pairs in that check.
        files: name and size in bytes of each table.
    """

    occupations: int
    channels: int
    marks: Mapping[str, Mapping[str, int]]
    corrections: int
    dropped_links: int
    closeness_auc: float
    closeness_pairs: int
    files: Mapping[str, int] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """Answer the report as Dutch lines for a terminal."""
        known = {mark: sum(counts.get(mark, 0) for counts in self.marks.values()) for mark in _MARKS}
        return [
            f"{self.occupations} beroepen x {self.channels} kanalen",
            "waarden: "
            + ", ".join(
                f"{word} {known[mark]}"
                for mark, word in zip(
                    _MARKS,
                    ("onbekend", "gemeten", "deels gemeten", "gemodelleerd", "groepsgemiddelde", "eigen oordeel"),
                    strict=True,
                )
            ),
            f"correcties: {self.corrections} waarden; vervallen koppelingen met leidinggevenden: {self.dropped_links}",
            f"nabijheid: AUC {self.closeness_auc:.3f} op {self.closeness_pairs} verwante paren (zelfde hoofdgroep)",
            *(f"{name}: {size} bytes" for name, size in self.files.items()),
        ]


def build_catalogue(sources: Path, out: Path, *, table: tuple[Source, ...] | None = None) -> BuildReport:
    """Compile the tables of data/occupations from a folder of raw sources.

    Args:
        sources: the folder with the raw files, laid out as in the table of sources.
        out: where the tables go; it must exist. Its corrections.csv, else the shipped one, is applied.
        table: the expected sources; the committed table by default.

    Returns:
        What was made. The same sources give the same bytes.

    Raises:
        SourceError: a source is missing, altered or unreadable.
    """
    folder = Sources(sources, table if table is not None else known_sources())
    folder.check()
    if not out.is_dir():
        raise SourceError(f"De map voor de tabellen bestaat niet: {out.name}.")
    channels = read_channels()
    groups = read_groups(folder)
    found, links = estimate_groups(folder, channels, groups.weights, groups.classes)
    path = out / "corrections.csv"
    corrections = read_corrections(path if path.is_file() else data_path("occupations/corrections.csv"), channels)
    corrected = correct(found, corrections, groups.codes, channels)
    index = {source.id: number for number, source in enumerate(folder.table, start=1)}
    demands = tables(found, groups.codes, channels, {**index, "judgement": len(index) + 1})
    closeness = measure_closeness(
        folder,
        groups.codes,
        tuple(row["brc_group"] for row in groups.rows),
        links,
        read_profiles(folder),
        read_rules("closeness.yaml"),
    )
    write_csv(out / "occupations.csv", COLUMNS, finish(groups, folder, links))
    write_npz(out / "demands.npz", _arrays(demands))
    names = np.array(demands.occupations)
    write_npz(out / "closeness.npz", {"occupations": names, "closeness": closeness.values})
    write_csv(out / "sources.csv", _SOURCE_COLUMNS, _source_rows(folder))
    made = ("occupations.csv", "demands.npz", "closeness.npz", "sources.csv")
    return BuildReport(
        len(groups.codes),
        len(channels),
        _count(demands, channels),
        corrected,
        links.dropped,
        closeness.auc,
        closeness.pairs,
        {name: (out / name).stat().st_size for name in made},
    )


def _arrays(demands: Demands) -> dict[str, np.ndarray[Any, Any]]:
    return {
        "occupations": np.array(demands.occupations),
        "channels": np.array(demands.channels),
        "within": demands.within,
        "within_peak": demands.within_peak,
        "error": demands.error,
        "error_by_level": demands.error_by_level,
        "mark": demands.mark,
        "source": demands.source,
        "typical": demands.typical,
    }


def _count(demands: Demands, channels: tuple[Channel, ...]) -> dict[str, dict[str, int]]:
    return {
        channel.name: {word: int((demands.mark[:, column] == mark).sum()) for mark, word in enumerate(_MARKS)}
        for column, channel in enumerate(channels)
    }


def _source_rows(sources: Sources) -> list[dict[str, str]]:
    rows = [
        {
            "index": str(number),
            "id": source.id,
            "title": source.title,
            "version": source.version,
            "licence": source.licence,
            "attribution": source.attribution,
            "sha256": source.sha256,
        }
        for number, source in enumerate(sources.table, start=1)
    ]
    own = {
        "index": str(len(rows) + 1),
        "id": "judgement",
        "title": "Eigen oordeel, corrections.csv",
        "version": "per regel gedateerd",
        "licence": "Apache-2.0",
        "attribution": "",
        "sha256": "",
    }
    return [*rows, own]
