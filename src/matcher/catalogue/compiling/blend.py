"""An occupation inside a unit group: its own profile beside the group's, and what its skills add."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from matcher.catalogue.compiling.channels import Channel
from matcher.catalogue.compiling.esco import EscoOccupation, Evidence
from matcher.catalogue.compiling.estimate import GROUP_MEAN, JUDGED, Estimate

_ISCO = 4


def blend_occupations(
    found: dict[str, dict[str, Estimate]],
    occupations: Iterable[EscoOccupation],
    channels: tuple[Channel, ...],
    evidence: Mapping[str, list[Evidence]],
    rules: Mapping[str, Any],
) -> None:
    """Replace the raw own estimates by a blend with the (corrected) unit group, then apply what skills say.

    Args:
        found: channel -> unit -> estimate; changed in place.
        occupations: the occupations inside the unit groups.
        channels: the channels.
        evidence: what each skill says.
        rules: the weights.
    """
    for occupation in occupations:
        for channel in channels:
            units = found[channel.name]
            group = units.get(occupation.isco08)
            if group is None:
                units.pop(occupation.unit, None)
                continue
            own = units.get(occupation.unit) if occupation.match else None
            blended = _blend(own, group, occupation, rules)
            units[occupation.unit] = _with_skills(blended, channel, occupation, evidence)


def _blend(own: Estimate | None, group: Estimate, occupation: EscoOccupation, rules: Mapping[str, Any]) -> Estimate:
    if group.holds_inside:
        return replace(group, error=group.error + rules["extra_error"])
    if own is None or own.mark == GROUP_MEAN:
        error = group.error + rules["inherited_error"]
        return replace(group, error=error, mark=group.mark if group.mark == JUDGED else GROUP_MEAN)
    weight = float(rules["own_weight"][occupation.match])
    judged = group.mark == JUDGED
    if judged:
        weight = min(weight, rules["mixed_group"] if occupation.isco08.endswith("9") else rules["beside_judgement"])
    both = ~np.isnan(own.within) & ~np.isnan(group.within)
    within = np.where(both, weight * own.within + (1 - weight) * group.within, group.within)
    peak = np.where(both, weight * own.peak + (1 - weight) * group.peak, group.peak)
    typical = own.typical if np.isnan(group.typical) else weight * own.typical + (1 - weight) * group.typical
    return Estimate(
        within,
        peak,
        weight * own.error + (1 - weight) * group.error + rules["extra_error"],
        JUDGED if judged else own.mark,
        group.source if judged else own.source,
        group.typical if np.isnan(typical) else typical,
        weight * own.rule_error + (1 - weight) * group.rule_error,
        weight * own.spared + (1 - weight) * group.spared,
    )


def _with_skills(
    estimate: Estimate, channel: Channel, occupation: EscoOccupation, evidence: Mapping[str, list[Evidence]]
) -> Estimate:
    """The strongest skill speaks; that a skill is not listed says nothing."""
    factor = np.ones_like(estimate.within)
    for skill, weight in occupation.skills.items():
        for one in evidence.get(skill, ()):
            if one.channel == channel.name:
                asked = weight * (1.0 - np.array(one.within))
                factor[: len(asked)] = np.minimum(factor[: len(asked)], 1.0 - asked)
    if (factor == 1.0).all():
        return estimate
    within, peak = estimate.within * factor, estimate.peak * factor
    source = "esco_skills" if estimate.mark != JUDGED else estimate.source
    changed = replace(estimate, within=within, peak=peak, source=source, spared=estimate.spared * factor)
    return changed.tidy(tolerant=channel.tolerance == "peak")
