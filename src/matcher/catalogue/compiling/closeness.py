"""How much experience in one unit group carries over to another."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.catalogue.compiling.index import Profiles
from matcher.catalogue.compiling.links import Links
from matcher.catalogue.compiling.sources import Sources

Floats = NDArray[np.float64]
_SOC = 7
_NEAREST_TIERS = ("Primary-Short", "Primary-Long")


@dataclass(frozen=True)
class Closeness:
    """The matrix and its check.

    Attributes:
        values: 0-100, from row to column, 100 on the diagonal.
        auc: chance that a related pair scores above an unrelated pair of the same major group.
        pairs: related pairs in the check.
    """

    values: NDArray[np.uint8]
    auc: float
    pairs: int


def measure_closeness(
    sources: Sources,
    groups: tuple[str, ...],
    brc: tuple[str, ...],
    links: Links,
    profiles: Profiles,
    rules: Mapping[str, Any],
) -> Closeness:
    """Blend shared skills, knowledge, activities and classification into one number per pair.

    Args:
        sources: the raw sources.
        groups: the unit groups in order.
        brc: the BRC group of each.
        links: unit groups to SOC.
        profiles: O*NET measures.
        rules: weights of the blend.

    Returns:
        The matrix with its check against O*NET's related occupations.
    """
    level = _levels(groups, links, profiles)
    parts = {
        "profile": _cosine(_standard(level)),
        "coverage": _coverage(level),
        "activities": _cosine(_activities(sources, groups, links)),
        "esco_skills": _cosine(_esco(sources, groups)),
        "isco": _shared_prefix(groups, (0.0, 0.3, 0.6, 0.85, 1.0)),
        "brc": _shared_prefix(brc, (0.0, 0.0, 0.35, 0.65, 1.0)),
    }
    blend = np.zeros((len(groups), len(groups)))
    weight = np.zeros_like(blend)
    for name, share in rules["weights"].items():
        known = ~np.isnan(parts[name])
        blend += np.where(known, np.clip(np.nan_to_num(parts[name]), 0.0, 1.0) * share, 0.0)
        weight += np.where(known, share, 0.0)
    blend = np.round(blend / weight, 6)  # the last bits differ between processors
    off = ~np.eye(len(groups), dtype=bool)
    top = float(np.quantile(blend[off], rules["top_quantile"])) if off.any() else 1.0
    values = np.clip(np.rint(blend / max(top, 1e-9) * rules["top"]), 0, 99).astype(np.uint8)
    np.fill_diagonal(values, 100)
    auc, pairs = _check(sources, groups, links, blend)
    return Closeness(values, auc, pairs)


def _levels(groups: tuple[str, ...], links: Links, profiles: Profiles) -> Floats:
    names = [f"skill:{name}" for name in sorted(profiles.by_soc["skill"])]
    names += [f"knowledge:{name}" for name in sorted(profiles.by_soc["knowledge"])]
    found = [profiles.of_group(name, links) for name in names]
    return np.array([[column.get(group, np.nan) for column in found] for group in groups])


def _standard(level: Floats) -> Floats:
    if level.size == 0:
        return level
    known = ~np.isnan(level).any(axis=1)
    centre = level[known].mean(axis=0) if known.any() else 0.0
    spread = level[known].std(axis=0) + 1e-9 if known.any() else 1.0
    return np.asarray((level - centre) / spread)


def _cosine(rows: Floats) -> Floats:
    if rows.shape[1] == 0:
        return np.full((len(rows), len(rows)), np.nan)
    size = np.linalg.norm(rows, axis=1, keepdims=True)
    unit = rows / np.where(size > 0, size, np.nan)
    return np.asarray(unit @ unit.T)


def _coverage(level: Floats) -> Floats:
    """How much of what the column asks the row already has, on what the column asks most."""
    count = len(level)
    result = np.full((count, count), np.nan)
    for column in range(count):
        asked = level[column]
        if asked.size == 0 or np.isnan(asked).any():
            continue
        weight = np.maximum(asked - np.median(asked), 0.0)
        had = np.minimum(level, asked) / np.maximum(asked, 1e-9)
        result[:, column] = (had * weight).sum(axis=1) / max(float(weight.sum()), 1e-9)
    return result


def _activities(sources: Sources, groups: tuple[str, ...], links: Links) -> Floats:
    by_soc: dict[str, set[str]] = {}
    for row in sources.rows("onet_dwas"):
        kinds = {row["dwa_id"], row["dwa_id"].rsplit(".", 1)[0]}
        by_soc.setdefault(row["onet_soc_code"][:_SOC], set()).update(kinds)
    names = sorted(set().union(*by_soc.values())) if by_soc else []
    place = {name: index for index, name in enumerate(names)}
    table = np.zeros((len(groups), len(names)))
    for row_number, group in enumerate(groups):
        for soc, weight in links.weights[group].items():
            for name in by_soc.get(soc, ()):
                table[row_number, place[name]] += weight
    return _weigh(table)


def _esco(sources: Sources, groups: tuple[str, ...]) -> Floats:
    unit = {row["code"]: row["iscoGroup"] for row in sources.rows("esco_occupations")}
    index = {group: number for number, group in enumerate(groups)}
    cells: dict[tuple[int, str], float] = {}
    for row in sources.rows("esco_skills"):
        group = unit.get(row["occupation_code"])
        if group in index:
            key = (index[group], row["skill_id"])
            cells[key] = cells.get(key, 0.0) + (1.0 if row["relation"] == "E" else 0.4)
    skills = sorted({skill for _, skill in cells})
    place = {skill: number for number, skill in enumerate(skills)}
    table = np.zeros((len(groups), len(skills)))
    for (row_number, skill), value in cells.items():
        table[row_number, place[skill]] = value
    return _weigh(table)


def _weigh(table: Floats) -> Floats:
    """Term weights: rare skills say more, and many occupations in a group say only a little more."""
    used = (table > 0).sum(axis=0)
    return np.asarray(np.log1p(table) * np.log((1 + len(table)) / (1 + used)))


def _shared_prefix(codes: tuple[str, ...], worth: tuple[float, ...]) -> Floats:
    result = np.zeros((len(codes), len(codes)))
    for digits, value in enumerate(worth):
        heads = np.array([code[:digits] for code in codes])
        result = np.where(heads[:, None] == heads[None, :], np.maximum(result, value), result)
    return result


def _check(sources: Sources, groups: tuple[str, ...], links: Links, blend: Floats) -> tuple[float, int]:
    by_soc: dict[str, list[int]] = {}
    for row_number, group in enumerate(groups):
        for soc in links.weights[group]:
            by_soc.setdefault(soc, []).append(row_number)
    related: set[tuple[int, int]] = set()
    for row in sources.rows("onet_related"):
        if row["relatedness_tier"] not in _NEAREST_TIERS:
            continue
        for one in by_soc.get(row["onet_soc_code"][:_SOC], ()):
            for other in by_soc.get(row["related_onet_soc_code"][:_SOC], ()):
                if one != other and groups[one][0] == groups[other][0]:
                    related.add((one, other))
    yes = np.array([blend[pair] for pair in sorted(related)])
    no = np.array(
        [
            blend[one, other]
            for one in range(len(groups))
            for other in range(len(groups))
            if one != other and groups[one][0] == groups[other][0] and (one, other) not in related
        ]
    )
    if not len(yes) or not len(no):
        return float("nan"), len(yes)
    order = np.sort(no)
    below = np.searchsorted(order, yes, side="left") + np.searchsorted(order, yes, side="right")
    return float(below.mean() / 2 / len(order)), len(yes)
