"""All demands of all unit groups: measured, modelled, judged or honestly unknown."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.catalogue.compiling.channels import LEVELS, Channel
from matcher.catalogue.compiling.corrections import Correction
from matcher.catalogue.compiling.estimate import (
    GROUP_MEAN,
    JUDGED,
    MODELLED,
    UNKNOWN,
    Estimate,
    Floats,
    error_at,
    levels,
    rule_error_at,
    unknown,
)
from matcher.catalogue.compiling.index import index_channel, read_profiles
from matcher.catalogue.compiling.links import Links
from matcher.catalogue.compiling.ors import read_survey
from matcher.catalogue.compiling.physical import read_physical
from matcher.catalogue.compiling.sources import Sources, number
from matcher.catalogue.demand_model import load_demand_model
from matcher.reference.yaml_text import yaml_value

NOT_KNOWN = 255


@dataclass(frozen=True)
class Demands:
    """The demand tables as they are shipped; the first axis is the occupation, the second the channel."""

    occupations: tuple[str, ...]
    channels: tuple[str, ...]
    within: NDArray[np.uint8]
    within_peak: NDArray[np.uint8]
    error_by_level: NDArray[np.uint8]
    mark: NDArray[np.uint8]
    source: NDArray[np.uint8]
    typical: NDArray[np.float32]


def read_rules(name: str) -> dict[str, Any]:
    """Read one file of dated rules that ships with the package.

    Example:
        >>> read_rules("demand_physical.yaml")["partial_link_weight"]
        0.25
    """
    text = files("matcher.catalogue").joinpath(f"data/{name}").read_text(encoding="utf-8")
    rules: dict[str, Any] = yaml_value(text)
    return rules


def estimate_units(
    sources: Sources,
    channels: tuple[Channel, ...],
    links: Links,
    employed: Mapping[str, float],
    classes: Mapping[str, str],
) -> dict[str, dict[str, Estimate]]:
    """Answer what the sources say of every unit on every channel.

    A unit is a unit group, named by its code, or an occupation inside it, named `code/id`; the lines of the
    scales are drawn over the employment of the unit groups only.

    Args:
        sources: the raw sources.
        channels: the demand channels.
        links: the American occupations behind each unit.
        employed: thousands employed per unit, 0 for units inside a unit group.
        classes: the BRC class of each unit group.

    Returns:
        channel -> unit -> estimate.
    """
    physical_rules, index_rules = read_rules("demand_physical.yaml"), read_rules("demand_psychosocial.yaml")
    survey = read_survey(sources, wanted_estimates(physical_rules))
    profiles = read_profiles(sources)
    model = load_demand_model(profiles.by_soc)
    physical = read_physical(sources, survey, physical_rules, model)
    found: dict[str, dict[str, Estimate]] = {}
    for channel in channels:
        estimates = physical.channel(channel, links) or index_channel(channel, index_rules, profiles, links, employed)
        tolerant = channel.tolerance == "peak"
        found[channel.name] = {unit: estimate.tidy(tolerant=tolerant) for unit, estimate in estimates.items()}
    found["V.8"] = _head(found["IV.4"], physical_rules["head"], physical_rules["errors"]["rule"])
    found["VI.1.night"] = _night(sources, classes)
    return found


def correct(
    found: dict[str, dict[str, Estimate]],
    corrections: tuple[Correction, ...],
    units: Mapping[str, str],
    channels: tuple[Channel, ...],
) -> int:
    """Let our own dated judgement win over the sources, in the order of the file.

    Args:
        found: channel -> unit -> estimate; changed in place.
        corrections: the corrections.
        units: the id of each unit that may be corrected now.
        channels: the channels.

    Returns:
        The number of values replaced.
    """
    tolerant = {channel.name: channel.tolerance == "peak" for channel in channels}
    done = 0
    for correction in corrections:
        for unit, occupation_id in units.items():
            if correction.covers(occupation_id):
                share = levels(*(value / 100.0 for value in correction.within))
                before = found[correction.channel].get(unit, unknown())
                judged = Estimate(share, share.copy(), correction.error / 100.0, JUDGED, "judgement", before.typical)
                judged.holds_inside = correction.holds_inside(occupation_id)
                found[correction.channel][unit] = judged.tidy(tolerant=tolerant[correction.channel])
                done += 1
    return done


def tables(
    found: Mapping[str, Mapping[str, Estimate]],
    units: Mapping[str, str],
    channels: tuple[Channel, ...],
    source_index: Mapping[str, int],
) -> Demands:
    """Pack the estimates into the arrays that ship; `units` gives the id of each unit, in order."""
    shape = (len(units), len(channels))
    within = np.full((*shape, LEVELS), NOT_KNOWN, dtype=np.uint8)
    peak, by_level = within.copy(), np.zeros((*shape, LEVELS), dtype=np.uint8)
    mark, source = (np.zeros(shape, dtype=np.uint8) for _ in range(2))
    typical = np.full(shape, np.nan, dtype=np.float32)
    for column, channel in enumerate(channels):
        for row, unit in enumerate(units):
            estimate = found.get(channel.name, {}).get(unit)
            if estimate is None or estimate.mark == UNKNOWN or np.isnan(estimate.within).all():
                continue
            estimate = _cut(estimate, channel.levels)
            known = ~np.isnan(estimate.within)
            within[row, column, known] = _percent(estimate.within[known])
            peak[row, column, known] = np.maximum(_percent(estimate.peak[known]), within[row, column, known])
            by_level[row, column, known] = _percent(_error(estimate, known, within[row, column, known] / 100.0))
            mark[row, column] = estimate.mark
            source[row, column] = source_index[estimate.source]
            typical[row, column] = round(estimate.typical, 2)
    return Demands(
        tuple(units.values()),
        tuple(channel.name for channel in channels),
        within,
        peak,
        by_level,
        mark,
        source,
        typical,
    )


def _error(estimate: Estimate, known: NDArray[np.bool_], share: Floats) -> Floats:
    by_rule = rule_error_at(estimate.rule_error, estimate.spared[known], share)
    return np.asarray(np.hypot(error_at(estimate.error, share), by_rule))


def _cut(estimate: Estimate, top: int) -> Estimate:
    within, peak = estimate.within.copy(), estimate.peak.copy()
    within[top + 1 :] = np.nan
    peak[top + 1 :] = np.nan
    return replace(estimate, within=within, peak=peak)


def _percent(share: NDArray[np.float64]) -> NDArray[np.uint8]:
    return np.clip(np.rint(share * 100.0), 0, 100).astype(np.uint8)


def wanted_estimates(rules: Mapping[str, Any]) -> frozenset[str]:
    """Answer the survey estimates that the rules use."""
    codes = {code for bands in rules["lifted"].values() for code, _ in bands}
    for element in rules["elements"].values():
        codes.update(element["classes"], {element["required"]})
    return frozenset(codes)


def _head(keyboard: Mapping[str, Estimate], rule: Mapping[str, Any], extra: float) -> dict[str, Estimate]:
    """The head in one position: the screen stands in, only where the screen is a real part of the day."""
    result = {}
    for group, estimate in keyboard.items():
        if estimate.typical >= rule["from_typical_h"] and estimate.mark != GROUP_MEAN:
            error = float(np.hypot(estimate.error, extra))
            result[group] = replace(estimate, error=error, mark=max(estimate.mark, MODELLED))
    return result


def _night(sources: Sources, classes: Mapping[str, str]) -> dict[str, Estimate]:
    """Night work per Dutch occupational class, where CBS figures lie here."""
    shares: dict[str, float] = {}
    for row in sources.rows("cbs_night"):
        any_night = number(row["night_any_pct"])
        if row["group"][:2].isdigit() and any_night is not None:
            shares[row["group"][:2]] = any_night / 100.0
    return {
        group: Estimate(levels(1.0, 1.0 - shares[brc]), levels(1.0, 1.0 - shares[brc]), 0.10, GROUP_MEAN, "cbs_night")
        for group, brc in classes.items()
        if brc in shares
    }
