"""Dutch occupations that the international lists miss or name oddly, with their own profile where it differs."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from matcher.catalogue.compiling.channels import Channel
from matcher.catalogue.compiling.estimate import JUDGED, Estimate, Floats, levels
from matcher.catalogue.errors import SourceError

_NORMAL = 1.0


@dataclass(frozen=True)
class DutchOccupation:
    """One Dutch occupation, written by hand.

    Attributes:
        slug: its name in an id.
        title_nl: the title.
        isco08: its unit group (CBS).
        base: unit group -> weight: whose profile it starts from.
        education_level: usual minimum, empty for that of its unit group.
        kind_nl: plain collective name, empty for that of its unit group.
        tasks_nl: typical tasks, empty for those of its unit group.
        sectors: usual NACE sections, empty for those of its unit group.
        legal: code of a legal entry requirement, `-` for none, empty for that of its unit group.
        profile: channel -> percentage of jobs within each level, where it differs.
        reason: why it differs.
    """

    slug: str
    title_nl: str
    isco08: str
    base: Mapping[str, float]
    education_level: str
    kind_nl: str
    tasks_nl: str
    sectors: str
    legal: str
    profile: Mapping[str, tuple[int, ...]]
    reason: str

    @property
    def unit(self) -> str:
        """The name of this occupation among the units."""
        return f"{self.isco08}/nl:{self.slug}"


def read_dutch(
    path: Path, channels: tuple[Channel, ...], groups: frozenset[str], bundles: Mapping[str, Any]
) -> tuple[DutchOccupation, ...]:
    """Read and check the Dutch occupations, sorted by slug.

    Args:
        path: the CSV file; a missing file means none.
        channels: the channels.
        groups: the known unit groups; occupations of other groups are left out.
        bundles: named parts of a profile.

    Raises:
        SourceError: names the line and what is wrong with it.
    """
    if not path.is_file():
        return ()
    known = {channel.name: channel for channel in channels}
    result = []
    with path.open(encoding="utf-8", newline="") as stream:
        for line, row in enumerate(csv.DictReader(stream), start=2):
            if row["isco08"] in groups:
                result.append(_read(row, known, groups, bundles, f"{path.name}, regel {line}"))
    return tuple(sorted(result, key=lambda occupation: occupation.slug))


def _read(
    row: dict[str, str], known: dict[str, Channel], groups: frozenset[str], bundles: Mapping[str, Any], where: str
) -> DutchOccupation:
    profile: dict[str, tuple[int, ...]] = {}
    for name in row["bundles"].split():
        if name not in bundles:
            raise SourceError(f"{where}: het bouwdeel {name!r} bestaat niet.")
        profile.update({channel: tuple(within) for channel, within in bundles[name].items()})
    for part in row["profile"].split():
        channel, _, text = part.partition("=")
        within = tuple(int(share) for share in text.split("/"))
        if channel not in known or len(within) != known[channel].levels + 1:
            raise SourceError(f"{where}: {part!r} past niet bij een kanaal.")
        profile[channel] = within
    base = dict(_weight(part) for part in row["base"].split()) or {row["isco08"]: _NORMAL}
    missing = sorted(set(base) - groups)
    if missing:
        raise SourceError(f"{where}: deze groepen zijn onbekend: {', '.join(missing)}.")
    return DutchOccupation(
        row["slug"],
        row["title_nl"],
        row["isco08"],
        base,
        row["education_level"],
        row["kind_nl"],
        row["tasks_nl"],
        row["sectors"],
        row["legal"],
        profile,
        row["reason"],
    )


def _weight(part: str) -> tuple[str, float]:
    code, _, weight = part.partition(":")
    return code, float(weight or _NORMAL)


def add_dutch(
    found: dict[str, dict[str, Estimate]],
    occupations: tuple[DutchOccupation, ...],
    channels: tuple[Channel, ...],
    error: float,
    extra: float,
) -> None:
    """Give every Dutch occupation its estimates: those of its base, and our own judgement where it differs.

    Args:
        found: channel -> unit -> estimate; changed in place.
        occupations: the occupations.
        channels: the channels.
        error: uncertainty (0-1) of a judgement at a share of one half.
        extra: what the base is less sure of for one occupation in it.
    """
    for occupation in occupations:
        for channel in channels:
            units = found[channel.name]
            base = _base(units, occupation.base)
            if channel.name in occupation.profile:
                share = levels(*(value / 100 for value in occupation.profile[channel.name]))
                judged = Estimate(share, share.copy(), error, JUDGED, "judgement")
                units[occupation.unit] = judged.tidy(tolerant=channel.tolerance == "peak")
            elif base is not None:
                units[occupation.unit] = replace(base, error=base.error + extra)


def _base(units: Mapping[str, Estimate], weights: Mapping[str, float]) -> Estimate | None:
    parts = [(units[code], weight) for code, weight in weights.items() if code in units]
    if len(parts) < len(weights):
        return None
    if len(parts) == 1:
        return parts[0][0]
    total = sum(weight for _, weight in parts)
    first = max(parts, key=lambda part: part[1])[0]
    return Estimate(
        _mean([(one.within, weight) for one, weight in parts], total),
        _mean([(one.peak, weight) for one, weight in parts], total),
        max(one.error for one, _ in parts),
        max(one.mark for one, _ in parts),
        first.source,
        sum(one.typical * weight for one, weight in parts) / total,
        max(one.rule_error for one, _ in parts),
        _mean([(one.spared, weight) for one, weight in parts], total),
    )


def _mean(parts: list[tuple[Floats, float]], total: float) -> Floats:
    return np.asarray(np.sum([values * weight for values, weight in parts], axis=0) / total)
