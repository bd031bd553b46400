"""Physical demands per unit group: survey shares where measured, neighbours by mean where not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np

from matcher.catalogue.compiling.channels import LEVELS, Channel
from matcher.catalogue.compiling.estimate import (
    GROUP_MEAN,
    MEASURED,
    MIXED,
    MODELLED,
    Estimate,
    Floats,
    levels,
    unknown,
)
from matcher.catalogue.compiling.links import Links
from matcher.catalogue.compiling.ors import Survey, fraction_within, quantile_within
from matcher.catalogue.compiling.sources import Sources, number
from matcher.catalogue.demand_model import DemandModel

_PERCENTILES = np.array([0.10, 0.25, 0.50, 0.75, 0.90])
_NAMES = ("p10", "p25", "p50", "p75", "p90")
_MARK_FROM = 0.99
_SOC = 7


@dataclass(frozen=True)
class Measured:
    """One occupation's shares within each level, without and with incidental peaks, and its typical demand.

    `spared` is per level the share of workers who do it so little that no rule of thumb can misjudge them.
    """

    within: Floats
    peak: Floats
    typical: float
    spared: Floats = field(default_factory=lambda: np.zeros(LEVELS))


@dataclass(frozen=True)
class Physical:
    """The sources of physical demands, read once.

    Attributes:
        rules: the rules file.
        survey: shares of workers per estimate.
        wide: percentiles and percentages per SOC.
        means: measured or modelled means per SOC.
        mean_error: cross-validated error of each modelled mean.
        walking: share of standing and walking that is walking, per SOC.
        model: the trained model for occupations that the survey did not measure, if there is one.
    """

    rules: Mapping[str, Any]
    survey: Survey
    wide: dict[str, dict[str, str]]
    means: dict[str, dict[str, str]]
    mean_error: dict[str, float]
    walking: dict[str, float]
    model: DemandModel | None

    def channel(self, channel: Channel, links: Links) -> dict[str, Estimate]:
        """Answer the estimate of every unit on one channel, unknown where no rule speaks."""
        found = self.rule(channel)
        if found is not None:
            return self._spread(channel.name, *found, links)
        if channel.name in self.rules["bounds"]:
            return self._bound(channel, self.rules["bounds"][channel.name], links)
        return {}

    def rule(self, channel: Channel) -> tuple[Callable[[str], Measured | None], Mapping[str, Any]] | None:
        """Answer how one occupation is measured on a channel, and the rule behind it; None without a survey."""
        rules = self.rules
        if channel.name in rules["time_shares"]:
            rule = rules["time_shares"][channel.name]
            return partial(self._time, channel, rule), rule
        if channel.name in rules["percentiles"]:
            rule = rules["percentiles"][channel.name]
            return partial(self._percentile, channel, rule), rule
        if channel.name in rules["shares"]:
            rule = rules["shares"][channel.name]
            return partial(self._share, rule), rule
        special: dict[str, tuple[Callable[[str], Measured | None], Mapping[str, Any]]] = {
            "IV.19": (self._climb, rules["climbing"]),
            "IV.12": (self._force, {"key": "max_lift_kg_mean", "rule": True}),
            "V.9": (self._posture, {"key": rules["posture_choice"]["column"], "rule": True}),
        }
        return special.get(channel.name)

    def _time(self, channel: Channel, rule: Mapping[str, Any], soc: str) -> Measured | None:
        edges = np.array(self.rules["duration_classes"]["edges"])
        parts = []
        for name in rule["elements"]:
            element = self.rules["elements"][name]
            shares = self.survey.classes(soc, element["classes"], element["required"])
            if shares is None:
                if name == rule["elements"][0]:
                    return None
                continue
            parts.append(shares)
        fractions = rule.get("fractions") or [
            channel.limits.get(level, rule["full"]) / rule["full"] for level in range(channel.levels + 1)
        ]
        classes = self.rules["duration_classes"]
        incidental, part, marginal = (classes[name] for name in ("incidental", "incidental_part", "marginal"))

        def within(limit: float) -> float:
            return min(fraction_within(shares, edges, limit) for shares in parts)

        return Measured(
            levels(*(within(limit) for limit in fractions)),
            levels(*(_towards(within(limit * marginal), within(max(limit, incidental)), part) for limit in fractions)),
            _median(parts[0], edges) * rule["typical"] * 8 / 60 if "typical" in rule else float("nan"),
            np.nan_to_num(levels(*(within(limit / classes["rule_factor"]) for limit in fractions))),
        )

    def _percentile(self, channel: Channel, rule: Mapping[str, Any], soc: str) -> Measured | None:
        row = self.wide.get(soc, {})
        values = [number(row.get(f"{rule['column']}_{name}")) for name in _NAMES]
        known = np.array([value is not None for value in values])
        if known.sum() < 3:  # noqa: PLR2004 - three percentiles are the least that show a spread
            return None
        points = np.array([value for value in values if value is not None], dtype=float)
        part = self._part(rule["part"], soc)
        if part is None:
            return None
        at, top, marginal = (
            _PERCENTILES[known],
            self.rules["percentile_top"],
            self.rules["duration_classes"]["marginal"],
        )
        lifting = rule["column"] == "max_lift_kg"

        def within(limit: float) -> float:
            return quantile_within(points * part, at, limit, top)

        limits = [channel.limits.get(level, 24.0) for level in range(channel.levels + 1)]
        shares = levels(*(within(limit) for limit in limits))
        if lifting:
            truly = self.rules["duration_classes"]["incidental_part"]
            peaks = levels(
                *(_towards(within(limit * marginal), self._lifted_often(soc, limit), truly) for limit in limits)
            )
        else:
            peaks = levels(*(within(limit * marginal) for limit in limits))
        return Measured(shares, peaks, float(np.interp(0.5, at, points * part)))

    def _part(self, part: str, soc: str) -> float | None:
        if part == "whole":
            return 1.0
        walking = self.walking.get(soc)
        if walking is None:
            return None
        return walking if part == "walking" else 1.0 - walking

    def _lifted_often(self, soc: str, limit: float) -> float:
        """Answer the share of workers who lift at most this weight more often than seldom, 0 where not printed."""
        found = 0.0
        for name, bands in self.rules["lifted"].items():
            share = self._lifted(soc, bands, limit)
            if share is not None:
                found = share if name == "occasionally" else min(found, share)
        return found

    def _lifted(self, soc: str, bands: list[tuple[str, float]], limit: float) -> float | None:
        for wave in ("2020", "2018"):
            cells = self.survey.percent.get((soc, wave), {})
            printed = sorted((upper, cells[code]) for code, upper in bands if code in cells)
            if sum(share for _, share in printed) < 85.0:  # noqa: PLR2004 - most of the workers must be printed
                continue
            edges = np.array([upper for upper, _ in printed])
            shares = np.cumsum([share for _, share in printed]) / 100.0
            return float(np.interp(limit, np.concatenate([[-1e-6], edges]), np.concatenate([[0.0], shares])))
        return None

    def _share(self, rule: Mapping[str, Any], soc: str) -> Measured | None:
        asked = number(self.wide.get(soc, {}).get(rule["column"]))
        if asked is None:
            return None
        shares = levels(*(1.0 - kept * asked / 100.0 for kept in rule["kept"]))
        return Measured(shares, shares.copy(), float("nan"), np.full(LEVELS, 1.0 - asked / 100.0))

    def _climb(self, soc: str) -> Measured | None:
        """Ladders and heights together: a job on heights asks more than household steps."""
        rule, row = self.rules["climbing"], self.wide.get(soc, {})
        ladders, heights = number(row.get(rule["ladders"])), number(row.get(rule["heights"]))
        if ladders is None:
            return None
        low, high = ladders / 100.0, (ladders * rule["unknown_heights"] if heights is None else heights) / 100.0
        pairs = zip(rule["kept_ladders"], rule["kept_heights"], strict=True)
        shares = levels(*(1.0 - max(one * low, other * high) for one, other in pairs))
        return Measured(shares, shares.copy(), float("nan"), np.full(LEVELS, 1.0 - max(low, high)))

    def _force(self, soc: str) -> Measured | None:
        element = self.rules["elements"][self.rules["force"]["element"]]
        pushing = self.survey.classes(soc, element["classes"], element["required"])
        row = self.wide.get(soc, {})
        values = [number(row.get(f"max_lift_kg_{name}")) for name in _NAMES]
        if pushing is None or any(value is None for value in values):
            return None
        often = float(pushing[2:].sum())
        points = np.array(values, dtype=float)
        shares = levels(
            *(
                1.0 - often * (1.0 - quantile_within(points, _PERCENTILES, kg, self.rules["percentile_top"]))
                for _, kg in self.rules["force"]["newton_kg"]
            )
        )
        return Measured(shares, shares.copy(), float("nan"), np.full(LEVELS, 1.0 - often))

    def _posture(self, soc: str) -> Measured | None:
        rule = self.rules["posture_choice"]
        choice = number(self.wide.get(soc, {}).get(rule["column"]))
        sitting = number(self.wide.get(soc, {}).get("sitting_pct_day_mean"))
        if choice is None or sitting is None:
            return None
        low, high = rule["mixed_day"]
        mixed = float(np.interp(sitting, [low - 10, low + 10, high - 10, high + 10], [0.0, 1.0, 1.0, 0.0]))
        shares = levels(1.0, 1.0 - (1.0 - choice / 100.0) * (1.0 - 0.8 * mixed))
        return Measured(shares, shares.copy(), float("nan"))

    def _bound(self, channel: Channel, rule: Mapping[str, Any], links: Links) -> dict[str, Estimate]:
        """A bout is at most the day total: known only for the levels that nearly all jobs pass."""
        total = {"sitting": "V.2", "standing": "V.4", "walking": "IV.17"}[rule["total"]]
        base = self.rules["percentiles"][total]
        hours = {level: limit / rule["unit"] for level, limit in channel.limits.items()}
        day = Channel(channel.name, channel.kind, channel.levels, channel.tolerance, channel.quantity, hours)
        found = self._spread("", partial(self._percentile, day, base), base, links)
        sure = self.rules["bounds"]["known_from"]
        for group, estimate in found.items():
            within = np.where(estimate.within >= sure, estimate.within, np.nan)
            if np.isnan(within).all():
                found[group] = unknown()
                continue
            mark = max(estimate.mark, MODELLED)
            found[group] = Estimate(within, within.copy(), estimate.error, mark, estimate.source)
        return found

    def _spread(
        self, name: str, measure: Callable[[str], Measured | None], rule: Mapping[str, Any], links: Links
    ) -> dict[str, Estimate]:
        """Answer the estimates of all units: measured first, then the trained model, then neighbours by mean."""
        measured = {soc: value for soc in self.means if (value := measure(soc)) is not None}
        keys = self._keys(rule)
        near = _Neighbours(measured, keys, int(self.rules["neighbours"]["count"]))
        errors = self.rules["errors"]
        fitted = near.error(self.mean_error.get(rule["key"], 0.0)) + errors["transfer"]

        def known(code: str) -> tuple[Measured | None, float, bool]:
            soc = code[:_SOC]
            if soc in measured:
                return measured[soc], errors["measured"], True
            guess = near.at(keys.get(soc))
            shares = self.model.shares(name, code) if self.model is not None else None
            if shares is None:
                return guess, fitted, False
            if guess is None:
                return Measured(shares.within, shares.peak, float("nan")), shares.error + errors["transfer"], False
            modelled = Measured(shares.within, shares.peak, guess.typical, guess.spared)
            return modelled, shares.error + errors["transfer"], False

        result: dict[str, Estimate] = {}
        for unit, weights in links.weights.items():
            parts = [(known(code), weight) for code, weight in weights.items()]
            kept = [(value, error, own, weight) for (value, error, own), weight in parts if value is not None]
            if not kept:
                continue
            total = sum(weight for *_, weight in kept)
            share = sum(weight for _, _, own, weight in kept if own) / total
            error = sum(error * weight for _, error, _, weight in kept) / total
            mark = MEASURED if share > _MARK_FROM else MIXED if share > 0 else MODELLED
            result[unit] = Estimate(
                sum((value.within * weight for value, _, _, weight in kept), np.zeros(LEVELS)) / total,
                sum((value.peak * weight for value, _, _, weight in kept), np.zeros(LEVELS)) / total,
                error,
                mark,
                "ors" if share > 0 else "physical_soc",
                sum(value.typical * weight for value, _, _, weight in kept) / total,
                errors["rule"] if rule.get("rule") else 0.0,
                sum((value.spared * weight for value, _, _, weight in kept), np.zeros(LEVELS)) / total,
            )
        return _fill(result, tuple(links.weights), errors["group_mean"])

    def _keys(self, rule: Mapping[str, Any]) -> dict[str, float]:
        part = rule.get("part", "whole")
        keys = {}
        for soc, row in self.means.items():
            value = number(row.get(rule["key"]))
            share = self._part(part, soc)
            if value is not None and share is not None:
                keys[soc] = value * share
        return keys


class _Neighbours:
    """Shares of the measured occupations, smoothed over their means."""

    def __init__(self, measured: Mapping[str, Measured], keys: Mapping[str, float], count: int) -> None:
        known = [(soc, value) for soc, value in measured.items() if soc in keys]
        self._keys = np.log1p(np.maximum(0.0, np.array([keys[soc] for soc, _ in known])))
        self._raw = np.array([keys[soc] for soc, _ in known])
        self._values = [value for _, value in known]
        self._count = min(count, len(known))

    def at(self, key: float | None, skip: int | None = None) -> Measured | None:
        """Answer the weighted mean of the nearest measured occupations, or None without a key."""
        if key is None or self._count == 0:
            return None
        away = np.abs(self._keys - np.log1p(max(0.0, key)))
        order = np.argsort(away, kind="stable")
        order = order[order != skip][: self._count] if skip is not None else order[: self._count]
        if not len(order):
            return None
        width = away[order[-1]] + 1e-9
        weight = np.maximum(1e-3, 1.0 - away[order] / width)
        weight = weight / weight.sum()
        near = [self._values[place] for place in order]
        return Measured(
            np.sum([value.within * w for value, w in zip(near, weight, strict=True)], axis=0),
            np.sum([value.peak * w for value, w in zip(near, weight, strict=True)], axis=0),
            float(np.sum([value.typical * w for value, w in zip(near, weight, strict=True)])),
            np.sum([value.spared * w for value, w in zip(near, weight, strict=True)], axis=0),
        )

    def error(self, mean_error: float) -> float:
        """Answer the mean error at a share of one half, leaving each out and shifting its mean by the model's error."""
        away, scale = [], []
        for place, value in enumerate(self._values):
            for shift in (-mean_error, mean_error):
                guess = self.at(max(0.0, float(self._raw[place]) + shift), skip=place)
                if guess is None:
                    continue
                away.append(np.abs(guess.within - value.within))
                scale.append(2 * np.sqrt(np.clip(guess.within * (1 - guess.within), 0, 0.25)))
        if not away:
            return 0.0
        gaps, scales = np.array(away), np.array(scale)
        total = np.nansum(scales, axis=0)
        asked = total > 0.05 * len(scales)  # levels that all jobs pass say nothing
        level = np.nansum(gaps, axis=0)[asked] / total[asked]
        return float(level.mean()) if asked.any() else 0.0


def _fill(result: dict[str, Estimate], groups: tuple[str, ...], error: float) -> dict[str, Estimate]:
    known = dict(result)
    for group in groups:
        if group in known:
            continue
        for digits in (4, 3, 2, 1):
            near = [value for key, value in known.items() if key[:digits] == group[:digits]]
            if near:
                result[group] = Estimate(
                    np.mean([value.within for value in near], axis=0),
                    np.mean([value.peak for value in near], axis=0),
                    error,
                    GROUP_MEAN,
                    near[0].source,
                    float(np.mean([value.typical for value in near])),
                    near[0].rule_error,
                    np.mean([value.spared for value in near], axis=0),
                )
                break
    return result


def _towards(share: float, tolerant: float, part: float) -> float:
    """Answer a share moved a part of the way to the share that tolerates every peak, never down."""
    return share + part * max(0.0, tolerant - share)


def _median(shares: Floats, edges: Floats) -> float:
    return float(np.interp(0.5, np.cumsum(shares), edges))


def read_physical(
    sources: Sources, survey: Survey, rules: Mapping[str, Any], model: DemandModel | None = None
) -> Physical:
    """Read the tables of physical demands."""
    context = {row["onet_soc_code"]: row for row in sources.rows("onet_context")}
    scores: dict[str, list[float]] = {}
    for code, row in context.items():
        walk, stand = number(row["4.C.2.d.1.d"]), number(row["4.C.2.d.1.b"])
        if walk is not None and stand is not None and walk + stand > 2:  # noqa: PLR2004 - both scales start at 1
            scores.setdefault(code[:7], []).append((walk - 1) / (walk + stand - 2))
    errors: dict[str, float] = {name: float(error) for name, error in rules["key_errors"].items()}
    for row in sources.rows("physical_quality"):
        error = number(row["cv10_mean_abs_error"])
        if row["used_for_fill"] == "True" and error is not None:
            errors[row["ors_variable"]] = min(error, errors.get(row["ors_variable"], error))
    means = {row["soc2018"]: row for row in sources.rows("physical_soc")}
    common = float(np.mean([np.mean(values) for values in scores.values()])) if scores else 0.4
    return Physical(
        rules=rules,
        survey=survey,
        wide={row["soc2018"]: row for row in sources.rows("ors_wide")},
        means=means,
        mean_error=errors,
        walking={soc: float(np.mean(scores[soc])) if soc in scores else common for soc in means},
        model=model,
    )
