"""Demands known only as means on a scale: from an index over Dutch employment to a share of jobs."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import erf, sqrt
from typing import Any

import numpy as np

from matcher.catalogue.compiling.channels import Channel
from matcher.catalogue.compiling.estimate import GROUP_MEAN, MODELLED, Estimate, Floats, levels
from matcher.catalogue.compiling.links import Links
from matcher.catalogue.compiling.sources import Sources, number

_TABLES = {
    "context": "onet_context",
    "ability": "onet_abilities",
    "skill": "onet_skills",
    "knowledge": "onet_knowledge",
    "style": "onet_styles",
}
_SOC = 7
_ISCO = 4
NDArrayBool = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True)
class Profiles:
    """Every measure of a scale, per SOC 2018 occupation (or per unit group for OaSIS)."""

    by_soc: dict[str, dict[str, dict[str, float]]]
    oasis: dict[str, dict[str, float]]

    def of_group(self, measure: str, links: Links) -> dict[str, float]:
        """Answer one measure for every unit group that has it: the mean over its linked occupations."""
        table, element = measure.split(":", 1)
        if table == "oasis":
            kept = {code: row[element] for code, row in self.oasis.items() if element in row}
            usable = {code: value for code, value in kept.items() if code not in links.corrected}
            return {unit: usable[unit[:_ISCO]] for unit in links.weights if unit[:_ISCO] in usable}
        column = self.by_soc[table].get(element, {})
        result = {}
        for group, weights in links.weights.items():
            found = [(column.get(code, column.get(code[:_SOC])), weight) for code, weight in weights.items()]
            known = [(value, weight) for value, weight in found if value is not None]
            if known:
                result[group] = sum(v * w for v, w in known) / sum(w for _, w in known)
        return result


def read_profiles(sources: Sources) -> Profiles:
    """Read the O*NET, ORS and OaSIS measures that are means or percentages."""
    by_soc = {table: _by_soc(sources, source) for table, source in _TABLES.items()}
    flags: dict[str, dict[str, list[float]]] = {}
    rated: set[str] = set()
    for row in sources.rows("onet_activities"):
        rated.add(row["onet_soc_code"][:_SOC])
        flags.setdefault(row["element_id"], {}).setdefault(row["onet_soc_code"][:_SOC], []).append(1.0)
    by_soc["activity"] = {
        element: {soc: 1.0 if soc in found else 0.0 for soc in rated} for element, found in flags.items()
    }
    by_soc["ors"] = _ors(sources)
    oasis: dict[str, dict[str, float]] = {}
    for row in sources.rows("oasis_isco"):
        cells = {name: number(text) for name, text in row.items() if name not in {"isco08", "title_en"}}
        oasis[row["isco08"]] = {name: value for name, value in cells.items() if value is not None}
    return Profiles(by_soc, oasis)


def _by_soc(sources: Sources, source: str) -> dict[str, dict[str, float]]:
    collected: dict[str, dict[str, list[float]]] = {}
    for row in sources.rows(source):
        soc = row["onet_soc_code"][:_SOC]
        for element, text in row.items():
            if element[:1] not in {"1", "2", "4"}:
                continue
            value = number(text)
            if soc and value is not None:
                column = collected.setdefault(element, {})
                column.setdefault(soc, []).append(value)
                column.setdefault(row["onet_soc_code"], []).append(value)
    return {
        element: {soc: sum(values) / len(values) for soc, values in column.items()}
        for element, column in collected.items()
    }


def _ors(sources: Sources) -> dict[str, dict[str, float]]:
    columns: dict[str, dict[str, float]] = {}
    for row in sources.rows("ors_wide"):
        for name, text in row.items():
            if name.endswith(("_pct", "_pct_workers")):
                value = number(text)
                if value is not None and row["level"] == "detailed":
                    columns.setdefault(name, {})[row["soc2018"]] = value
    return columns


def index_channel(
    channel: Channel,
    rules: Mapping[str, Any],
    profiles: Profiles,
    links: Links,
    employed: Mapping[str, float],
) -> dict[str, Estimate]:
    """Answer the estimates of one channel that is known as an index.

    Args:
        channel: the demand channel.
        rules: the rules file.
        profiles: the measures.
        links: unit groups to SOC.
        employed: thousands employed per unit group, the weights of the lines.

    Returns:
        One estimate per unit group; groups without their own measure get the mean of their neighbours, marked so.
    """
    rule = rules["channels"].get(channel.name)
    if rule is None:
        return {}
    groups = tuple(links.weights)
    weights = np.array([employed[group] for group in groups])
    score, count = _score(rule, profiles, links, groups, weights)
    filled, borrowed = _borrow(score, groups)
    spread = float(rule.get("spread", rules["spread"]))
    rest = float(rules["rest"])
    least = float(rule.get("least", rest))
    asks = [least + (1 - least - rest) * _shares(filled, weights, spread, asked) for asked in rule["asked"]]
    if channel.name == "II.8":
        asks[0] = asks[1] * _face_to_face(groups, rules["conflict_face_to_face"])
    result = {}
    for place, group in enumerate(groups):
        if np.isnan(filled[place]):
            continue
        within = levels(1.0, *(1.0 - float(share[place]) for share in asks))
        error = rules["error"] if count[place] > 1 else rules["error_one_source"]
        mark = MODELLED
        if borrowed[place]:
            error, mark = rules["error_group_mean"], GROUP_MEAN
        source = "onet_context" if any(name.startswith("context") for name in rule["measures"]) else "onet_abilities"
        result[group] = Estimate(within, within.copy(), error, mark, source)
    return result


def _score(
    rule: Mapping[str, Any], profiles: Profiles, links: Links, groups: tuple[str, ...], weights: Floats
) -> tuple[Floats, Floats]:
    columns, signed = [], []
    for measure, weight in rule["measures"].items():
        found = profiles.of_group(measure, links)
        values = np.array([found.get(group, np.nan) for group in groups])
        columns.append(_standardise(values, weights) * np.sign(weight))
        signed.append(abs(weight))
    table, importance = np.array(columns), np.array(signed)[:, None]
    known = ~np.isnan(table)
    zero = np.where(known, table, 0.0)
    total = np.where(known, importance, 0.0).sum(axis=0)
    half = 0.5 * importance.sum()
    mean = np.where(total >= half, (zero * importance).sum(axis=0) / np.maximum(total, 1e-9), np.nan)
    combine = rule.get("combine", "mean")
    if combine != "mean":
        scaled = np.where(known, table * np.sqrt(importance), -np.inf)
        top = np.where(total >= half, scaled.max(axis=0), np.nan)
        mean = top if combine == "max" else 0.5 * mean + 0.5 * top
    return _standardise(mean, weights), known.sum(axis=0).astype(float)


def _standardise(values: Floats, weights: Floats) -> Floats:
    known = ~np.isnan(values) & (weights > 0)
    if not known.any():
        return values
    mean = float(np.average(values[known], weights=weights[known]))
    deviation = float(np.sqrt(np.average((values[known] - mean) ** 2, weights=weights[known])))
    return np.asarray((values - mean) / max(deviation, 1e-9))


def _borrow(score: Floats, groups: tuple[str, ...]) -> tuple[Floats, NDArrayBool]:
    filled, borrowed = score.copy(), np.zeros(len(groups), dtype=bool)
    for place, group in enumerate(groups):
        if not np.isnan(score[place]):
            continue
        for digits in (3, 2):
            near = [
                score[i]
                for i, other in enumerate(groups)
                if other[:digits] == group[:digits] and not np.isnan(score[i])
            ]
            if near:
                filled[place], borrowed[place] = float(np.mean(near)), True
                break
    return filled, borrowed


def _shares(score: Floats, weights: Floats, spread: float, asked: float) -> Floats:
    """Answer the share of jobs above the line that leaves `asked` of all employment above it."""
    known = ~np.isnan(score) & (weights > 0)
    low, high = -6.0, 6.0
    for _ in range(60):
        line = (low + high) / 2
        share = float(np.average(_above(score[known], line, spread), weights=weights[known]))
        low, high = (line, high) if share > asked else (low, line)
    return _above(score, (low + high) / 2, spread)


def _above(score: Floats, line: float, spread: float) -> Floats:
    return np.array([0.5 * (1.0 + erf((value - line) / spread / sqrt(2.0))) for value in score])


def _face_to_face(groups: tuple[str, ...], rule: Mapping[str, Any]) -> Floats:
    return np.array(
        [rule["by_phone"] if group[:_ISCO] in rule["by_phone_groups"] else rule["usual"] for group in groups]
    )
