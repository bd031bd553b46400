"""From ISCO-08 unit groups to the American occupations whose figures stand for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from matcher.catalogue.compiling.own import own_table
from matcher.catalogue.compiling.sources import Sources
from matcher.catalogue.errors import SourceError

_LEADERS = ("first-line supervisor", "gaming supervisors", "slot supervisors", "aircraft cargo handling supe")
_LEADING_GROUPS = frozenset({"3121", "3122", "3123", "3341", "5151", "5222", "0210"})


@dataclass(frozen=True)
class Links:
    """For each ISCO-08 unit group the SOC 2018 occupations with their weights, and how they were found."""

    weights: dict[str, dict[str, float]]
    corrected: frozenset[str]
    dropped: int


def read_links(sources: Sources, groups: tuple[str, ...], partial_weight: float) -> Links:
    """Link every unit group to SOC 2018, with our corrections and without stray supervisors and managers.

    Args:
        sources: the raw sources.
        groups: the unit groups wanted.
        partial_weight: weight of a link that BLS marks as partial, beside full links.

    Returns:
        The links; every group has at least one.

    Raises:
        SourceError: a group has no link at all.
    """
    versions: dict[str, list[str]] = {}
    for row in sources.rows("soc_versions"):
        versions.setdefault(row["soc2010_code"].strip(), []).append(row["soc2018_code"].strip())
    found: dict[str, dict[str, float]] = {group: {} for group in groups}
    spare: dict[str, dict[str, float]] = {group: {} for group in groups}
    dropped = 0
    for row in sources.rows("isco_soc"):
        group = row["isco08"]
        if group not in found:
            continue
        weight = partial_weight if row["part"] == "*" else 1.0
        leader = _leads(group, row["soc2010"], row["soc2010_title"])
        dropped += leader
        target = spare if leader else found
        for code in versions.get(row["soc2010"], [row["soc2010"]]):
            target[group][code] = max(weight, target[group].get(code, 0.0))
    ours = _corrections()
    weights = {group: ours.get(group) or found[group] or spare[group] for group in groups}
    empty = sorted(group for group, codes in weights.items() if not codes)
    if empty:
        raise SourceError(f"Deze ISCO-groepen hebben geen koppeling met SOC: {', '.join(empty)}.")
    return Links(weights, frozenset(set(ours) & set(groups)), dropped)


def _leads(group: str, soc: str, title: str) -> bool:
    """Answer whether a link goes to a leader of the occupation instead of the occupation itself."""
    if group[0] == "1" or group in _LEADING_GROUPS:
        return False
    return soc.startswith("11-") or title.lower().startswith(_LEADERS)


def _corrections() -> dict[str, dict[str, float]]:
    ours: dict[str, dict[str, float]] = {}
    for row in own_table("isco_soc_overrides.csv"):
        ours.setdefault(row["isco08"], {})[row["soc2018"]] = float(row["weight"])
    return ours


def with_occupations(links: Links, occupations: Iterable[tuple[str, tuple[str, ...]]]) -> Links:
    """Answer the links with units inside the unit groups added, each with its own O*NET occupations."""
    weights = dict(links.weights)
    weights.update({unit: dict.fromkeys(codes, 1.0) for unit, codes in occupations if codes})
    return Links(weights, links.corrected, links.dropped)
