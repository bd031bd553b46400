"""Compile the occupation catalogue from raw sources: one function, one report."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from matcher.catalogue.build_report import FACTS, BuildReport
from matcher.catalogue.compiling.activities import read_activities
from matcher.catalogue.compiling.blend import blend_occupations
from matcher.catalogue.compiling.channels import Channel, read_channels
from matcher.catalogue.compiling.closeness import measure_closeness
from matcher.catalogue.compiling.corrections import check_covered, read_corrections
from matcher.catalogue.compiling.demands import Demands, correct, estimate_units, read_rules, tables
from matcher.catalogue.compiling.dutch import DutchOccupation, add_dutch, read_dutch
from matcher.catalogue.compiling.esco import EscoOccupation, Evidence, read_esco, read_evidence, skill_tasks
from matcher.catalogue.compiling.facts import check_sections
from matcher.catalogue.compiling.index import read_profiles
from matcher.catalogue.compiling.links import Links, read_links, with_occupations
from matcher.catalogue.compiling.occupations import (
    activities_inside,
    dutch_rows,
    esco_rows,
    finish,
    read_groups,
    read_interests,
    share_inside,
)
from matcher.catalogue.compiling.own import own_table
from matcher.catalogue.compiling.sources import Source, Sources, known_sources
from matcher.catalogue.compiling.vectors import skill_vectors
from matcher.catalogue.compiling.write import write_csv, write_npz
from matcher.catalogue.demand_table import DEMANDS, order_mark, pack
from matcher.catalogue.errors import SourceError
from matcher.catalogue.model import MARKS
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
    evidence = read_evidence(folder)
    blend_occupations(found, esco, channels, evidence, finer)
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
        _dropped(folder, links, esco, tasks, evidence),
        closeness.auc,
        closeness.pairs,
        {name: (_filled(rows, name), _filled(rows_inside, name)) for name in FACTS},
        activities.share_read,
        {name: (out / name).stat().st_size for name in _MADE},
    )


def _dropped(
    folder: Sources,
    links: Links,
    esco: tuple[EscoOccupation, ...],
    tasks: Mapping[str, str],
    evidence: Mapping[str, list[Evidence]],
) -> dict[str, int]:
    listed, used = len(own_table("esco_skill_evidence.csv")), sum(map(len, evidence.values()))
    return {
        "koppelingen met leidinggevenden (die doen ander werk)": links.dropped,
        "groepen met een eigen koppeling (die van BLS past niet bij Nederlands werk)": len(links.corrected),
        "ESCO-beroepen in een onbekende ISCO-groep": sum(1 for _ in folder.rows("esco_occupations")) - len(esco),
        "ESCO-beroepen zonder koppeling met O*NET (die houden de waarden van hun groep)": sum(
            not one.onet for one in esco
        ),
        "ESCO-beroepen met minder dan drie bruikbare taken (die houden de taken van hun groep)": len(esco) - len(tasks),
        "eigen regels over een vaardigheid die ESCO niet kent": listed - used,
    }


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


def _arrays(demands: Demands) -> dict[str, np.ndarray[Any, Any]]:
    return pack({name: getattr(demands, name) for name in DEMANDS}, demands.occupations, demands.channels)


def _count(demands: Demands, channels: tuple[Channel, ...]) -> dict[str, dict[str, int]]:
    return {
        channel.name: {word: int((demands.mark[:, column] == mark).sum()) for mark, word in enumerate(MARKS)}
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
