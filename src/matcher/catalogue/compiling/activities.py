"""Kinds of tasks (werkzaamheden): the detailed activities of O*NET, gathered into common kinds in our own words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from matcher.catalogue.compiling.own import own_table
from matcher.catalogue.compiling.sources import Sources
from matcher.catalogue.errors import SourceError

_SOC = 7
_SHOWN = 5
_USUAL = 0.5
_PREFIX = "4.A."


@dataclass(frozen=True)
class Activities:
    """Which kinds of tasks each American occupation has.

    Attributes:
        of_soc: SOC code -> how many of its detailed activities fall in each kind.
        telling: kind -> how much it tells; a kind that everybody has tells little.
        share_read: share of all detailed activities that fall in one of our kinds.
    """

    of_soc: Mapping[str, Mapping[str, int]]
    telling: Mapping[str, float]
    share_read: float

    def best(self, units: Iterable[tuple[Mapping[str, float], float]]) -> tuple[str, ...]:
        """Answer the five most telling kinds of a unit, most telling first.

        A kind tells more with every detailed activity in it, and less when every occupation has it.

        Args:
            units: SOC weights of the unit with the weight of these; several when a unit starts from several groups.

        Returns:
            Codes of kinds that at least half of the linked occupations have; empty when none is known.
        """
        usual: dict[str, float] = {}
        depth: dict[str, float] = {}
        whole = 0.0
        for links, weight in units:
            known = {soc: share for soc, share in links.items() if soc[:_SOC] in self.of_soc}
            total = sum(known.values())
            whole += weight if total else 0.0
            for soc, share in known.items():
                for kind, count in self.of_soc[soc[:_SOC]].items():
                    usual[kind] = usual.get(kind, 0.0) + weight * share / total
                    depth[kind] = depth.get(kind, 0.0) + weight * share / total * count
        kinds = [kind for kind, share in usual.items() if share >= _USUAL * whole]
        order = sorted(kinds, key=lambda kind: (-round(depth[kind] * self.telling[kind], 9), kind))
        return tuple(order[:_SHOWN])


def read_activities(sources: Sources) -> Activities:
    """Answer the kinds of tasks of every American occupation.

    Raises:
        SourceError: our table names one group of activities twice.
    """
    kinds: dict[str, str] = {}
    for row in own_table("work_activities.csv"):
        for group in row["iwas"].split():
            if group in kinds:
                raise SourceError(f"work_activities.csv: {group} staat bij {kinds[group]} en bij {row['code']}.")
            kinds[group] = row["code"]
    found: dict[str, dict[str, int]] = {}
    read = rows = 0
    for row in sources.rows("onet_dwas"):
        rows += 1
        kind = kinds.get(row["dwa_id"].removeprefix(_PREFIX).rsplit(".", 1)[0])
        own = found.setdefault(row["onet_soc_code"][:_SOC], {})
        if kind is not None:
            read += 1
            own[kind] = own.get(kind, 0) + 1
    count: dict[str, int] = {}
    for own in found.values():
        for kind in own:
            count[kind] = count.get(kind, 0) + 1
    telling = {kind: log((1 + len(found)) / number) for kind, number in count.items()}
    return Activities(found, telling, read / rows if rows else 0.0)
