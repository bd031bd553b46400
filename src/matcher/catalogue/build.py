"""Compile the occupation catalogue from raw sources: one function, one report."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from matcher.catalogue.compiling.activities import read_activities
from matcher.catalogue.compiling.blend import blend_occupations
from matcher.catalogue.compiling.channels import Channel, read_channels
from matcher.catalogue.compiling.closeness import measure_closeness
from matcher.catalogue.compiling.corrections import check_covered, read_corrections
from matcher.catalogue.compiling.demands import Demands, correct, estimate_units, read_rules, tables
from matcher.catalogue.compiling.dutch import DutchOccupation, add_dutch, read_dutch
from matcher.catalogue.compiling.esco import EscoOccupation, read_esco, read_evidence, skill_tasks
from matcher.catalogue.compiling.facts import check_sections
from matcher.catalogue.compiling.index import read_profiles
from matcher.catalogue.compiling.links import read_links, with_occupations
from matcher.catalogue.compiling.occupations import (
    activities_inside,
    dutch_rows,
    esco_rows,
    finish,
    read_groups,
    read_interests,
    share_inside,
)
from matcher.catalogue.compiling.sources import Source, Sources, known_sources
from matcher.catalogue.compiling.vectors import skill_vectors
from matcher.catalogue.compiling.write import write_csv, write_npz
from matcher.catalogue.demand_table import DEMANDS, order_mark, pack
from matcher.catalogue.errors import SourceError
from matcher.catalogue.records import COLUMNS
from matcher.resources import data_path

_SOURCE_COLUMNS = ("index", "id", "title", "version", "licence", "attribution", "sha256")
_MADE = (
    "occupations.csv",
    "demands.npz",
    "demands_inside.npz",
    "closeness.npz",
    "vectors.npz",
    "sources.csv",
    "build.json",
)
_FACTS = {
    "wage_eur_per_hour_2023": "uurloon 2023",
    "interests": "interesse (RIASEC)",
    "sectors": "branches",
    "education_directions": "richting van opleiding",
    "sbc_codes": "SBC-codes",
    "activities": "werkzaamheden",
    "tasks_nl": "taken",
    "legal_requirement": "wettelijke eis",
}
_WORDS = ("onbekend", "gemeten", "deels gemeten", "gemodelleerd", "groepsgemiddelde", "eigen oordeel")
_MARKS = ("unknown", "measured", "mixed", "modelled", "group_mean", "judged")


@dataclass(frozen=True)
class BuildReport:
    """What a build made.

    Attributes:
        occupations: number of unit groups.
        esco: number of ESCO occupations inside them.
        dutch: number of Dutch occupations inside them.
        channels: number of channels.
        marks: per channel, the number of unit groups per mark.
        marks_inside: the same for the occupations inside them.
        corrections: values that our own judgement replaced.
        dropped_links: stray links to supervisors and managers that were dropped.
        closeness_auc: check of closeness against related pairs, negatives of the same major group.
        closeness_pairs: related pairs in that check.
        facts: per fact, the number of unit groups and of occupations inside them that have it.
        activities_read: share of the detailed activities that fall in one of our kinds of tasks.
        files: name and size in bytes of each table.
    """

    occupations: int
    esco: int
    dutch: int
    channels: int
    marks: Mapping[str, Mapping[str, int]]
    marks_inside: Mapping[str, Mapping[str, int]]
    corrections: int
    dropped_links: int
    closeness_auc: float
    closeness_pairs: int
    facts: Mapping[str, tuple[int, int]]
    activities_read: float
    files: Mapping[str, int] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """Answer the report as Dutch lines for a terminal."""
        return [
            f"{self.occupations} beroepsgroepen, {self.esco} ESCO-beroepen, {self.dutch} eigen beroepen",
            f"beroepsgroepen: {_words(self.marks)}",
            f"beroepen daarbinnen: {_words(self.marks_inside)}",
            f"correcties: {self.corrections} waarden; vervallen koppelingen met leidinggevenden: {self.dropped_links}",
            f"nabijheid: AUC {self.closeness_auc:.3f} op {self.closeness_pairs} verwante paren (zelfde hoofdgroep)",
            f"werkzaamheden: {self.activities_read:.0%} van de O*NET-activiteiten valt in een van onze soorten",
            *(
                f"{_FACTS[name]}: {groups} beroepsgroepen" + (f", eigen waarde bij {inside} beroepen" if inside else "")
                for name, (groups, inside) in self.facts.items()
            ),
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
    links = read_links(folder, groups.codes, float(read_rules("demand_physical.yaml")["partial_link_weight"]))
    finer = read_rules("finer.yaml")
    bundles = read_rules("work_bundles.yaml")
    known = frozenset(groups.codes)
    esco = read_esco(folder, known, float(finer["skill_optional"]))
    dutch = read_dutch(_ours(out, "dutch_occupations.csv"), channels, known, bundles["bundles"])
    corrections = read_corrections(_ours(out, "corrections.csv"), channels)
    inside = {one.unit: f"esco:{one.uuid}" for one in esco} | {one.unit: f"nl:{one.slug}" for one in dutch}
    units = {code: f"isco:{code}" for code in groups.codes}
    check_covered(corrections, {*units.values(), *inside.values()}, "corrections.csv")
    all_links = with_occupations(links, [(occupation.unit, occupation.onet) for occupation in esco])

    employed = {unit: groups.weights.get(unit, 0.0) for unit in all_links.weights}
    found = estimate_units(folder, channels, all_links, employed, groups.classes)
    corrected = correct(found, corrections, units, channels)
    blend_occupations(found, esco, channels, read_evidence(folder), finer)
    add_dutch(found, dutch, channels, bundles["error"] / 100, float(finer["extra_error"]))
    corrected += correct(found, corrections, inside, channels)

    index = {row["id"]: int(row["index"]) for row in _source_rows(folder)}
    demands = tables(found, units, channels, index)
    demands_inside = tables(found, inside, channels, index)
    brc = tuple(row["brc_group"] for row in groups.rows)
    closeness = measure_closeness(folder, groups.codes, brc, links, read_profiles(folder), read_rules("closeness.yaml"))

    activities = read_activities(folder)
    rows = finish(groups, folder, links, activities)
    shares = share_inside(groups.employed, [*esco, *dutch])
    tasks, interests = skill_tasks(folder, esco), read_interests(folder, all_links)
    doing = activities_inside(esco, dutch, all_links, activities)
    rows_inside = [*esco_rows(esco, shares, tasks, interests, doing), *dutch_rows(dutch, shares, doing)]
    check_sections(folder, ((row["id"], row["sectors"]) for row in (*rows, *rows_inside)))
    write_csv(out / "occupations.csv", COLUMNS, [*rows, *rows_inside])
    write_npz(out / "demands.npz", _arrays(demands))
    write_npz(out / "demands_inside.npz", _arrays(demands_inside))
    write_npz(out / "closeness.npz", {"occupations": order_mark(demands.occupations), "closeness": closeness.values})
    write_npz(out / "vectors.npz", _vectors(esco, dutch, groups.codes, int(finer["vector_size"])))
    write_csv(out / "sources.csv", _SOURCE_COLUMNS, _source_rows(folder))
    figures = {
        "corrections": corrected,
        "dropped_links": links.dropped,
        "closeness_auc": round(closeness.auc, 4),
        "closeness_pairs": closeness.pairs,
    }
    (out / "build.json").write_bytes((json.dumps(figures, indent=2) + "\n").encode("utf-8"))
    return BuildReport(
        len(groups.codes),
        len(esco),
        len(dutch),
        len(channels),
        _count(demands, channels),
        _count(demands_inside, channels),
        corrected,
        links.dropped,
        closeness.auc,
        closeness.pairs,
        {name: (_filled(rows, name), _filled(rows_inside, name)) for name in _FACTS},
        activities.share_read,
        {name: (out / name).stat().st_size for name in _MADE},
    )


def _filled(rows: Iterable[Mapping[str, str]], name: str) -> int:
    return sum(bool(row[name]) for row in rows)


def _ours(out: Path, name: str) -> Path:
    path = out / name
    return path if path.is_file() else data_path(f"occupations/{name}")


def _vectors(
    esco: tuple[EscoOccupation, ...], dutch: tuple[DutchOccupation, ...], codes: tuple[str, ...], size: int
) -> dict[str, np.ndarray[Any, Any]]:
    own, by_group = skill_vectors(esco, codes, size)
    place = {code: number for number, code in enumerate(codes)}
    borrowed = by_group[[place[one.isco08] for one in dutch]]
    names = (
        [f"isco:{code}" for code in codes] + [f"esco:{one.uuid}" for one in esco] + [f"nl:{one.slug}" for one in dutch]
    )
    return {"occupations": order_mark(names), "vectors": np.concatenate([by_group, own, borrowed])}


def _words(marks: Mapping[str, Mapping[str, int]]) -> str:
    known = [sum(counts.get(mark, 0) for counts in marks.values()) for mark in _MARKS]
    return ", ".join(f"{word} {count}" for word, count in zip(_WORDS, known, strict=True))


def _arrays(demands: Demands) -> dict[str, np.ndarray[Any, Any]]:
    return pack({name: getattr(demands, name) for name in DEMANDS}, demands.occupations, demands.channels)


def _count(demands: Demands, channels: tuple[Channel, ...]) -> dict[str, dict[str, int]]:
    return {
        channel.name: {word: int((demands.mark[:, column] == mark).sum()) for mark, word in enumerate(_MARKS)}
        for column, channel in enumerate(channels)
    }


def _source_rows(sources: Sources) -> list[dict[str, str]]:
    """Number the sources: those of the demands, our own judgement, then those of facts that no demand cites."""
    listed = [{name: getattr(source, name) for name in _SOURCE_COLUMNS[1:]} for source in sources.table]
    cited = [row for row, source in zip(listed, sources.table, strict=True) if source.used_for == "demands"]
    beside = [row for row, source in zip(listed, sources.table, strict=True) if source.used_for != "demands"]
    own = {
        "id": "judgement",
        "title": "Eigen oordeel, corrections.csv",
        "version": "per regel gedateerd",
        "licence": "Apache-2.0",
        "attribution": "",
        "sha256": "",
    }
    return [{"index": str(number), **row} for number, row in enumerate([*cited, own, *beside], start=1)]
