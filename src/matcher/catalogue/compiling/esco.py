"""ESCO occupations: each with the American profile and the skills that ESCO gives it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from typing import Any

from matcher.catalogue.compiling.own import own_table
from matcher.catalogue.compiling.sources import Sources

_BEST_FIRST = ("exactMatch", "closeMatch", "narrowMatch", "broadMatch")
_TASKS = 4
_LONGEST_TASK = 48
_OWN = 0.2


@dataclass(frozen=True)
class EscoOccupation:
    """One ESCO occupation.

    Attributes:
        uuid: the last part of its address.
        code: the ESCO code, which starts with the unit group.
        isco08: the unit group.
        title_nl: preferred Dutch name.
        title_en: preferred English name.
        match: match type of its O*NET occupations, empty without any.
        onet: the O*NET occupations of that match type.
        skills: skill -> 1 for essential, less for optional.
    """

    uuid: str
    code: str
    isco08: str
    title_nl: str
    title_en: str
    match: str
    onet: tuple[str, ...]
    skills: Mapping[str, float]

    @property
    def unit(self) -> str:
        """The name of this occupation among the units: its unit group, then itself."""
        return f"{self.isco08}/{self.uuid}"


def read_esco(sources: Sources, groups: frozenset[str], optional: float) -> tuple[EscoOccupation, ...]:
    """Read the ESCO occupations of the known unit groups, sorted by their address.

    Args:
        sources: the raw sources.
        groups: the unit groups.
        optional: weight of an optional skill beside an essential one.
    """
    onet: dict[str, dict[str, list[str]]] = {}
    for row in sources.rows("esco_onet"):
        uuid = row["esco_or_isco_uri"].rsplit("/", 1)[-1]
        onet.setdefault(uuid, {}).setdefault(row["match_type"], []).append(row["onet_soc_code"])
    skills: dict[str, dict[str, float]] = {}
    for row in sources.rows("esco_skills"):
        own = skills.setdefault(row["occupation_code"], {})
        own[row["skill_id"]] = max(own.get(row["skill_id"], 0.0), 1.0 if row["relation"] == "E" else optional)
    english = {row["conceptUri"]: row["preferredLabel"] for row in sources.rows("esco_titles_en")}
    found = []
    for row in sources.rows("esco_occupations"):
        if row["iscoGroup"] not in groups:
            continue
        uuid = row["conceptUri"].rsplit("/", 1)[-1]
        match = next((kind for kind in _BEST_FIRST if kind in onet.get(uuid, {})), "")
        found.append(
            EscoOccupation(
                uuid,
                row["code"],
                row["iscoGroup"],
                row["preferredLabel"],
                english.get(row["conceptUri"], ""),
                match,
                tuple(sorted(onet[uuid][match])) if match else (),
                skills.get(row["code"], {}),
            )
        )
    return tuple(sorted(found, key=lambda occupation: occupation.uuid))


@dataclass(frozen=True)
class Evidence:
    """What one ESCO skill says of one channel: the share of jobs with this skill within each level."""

    channel: str
    within: tuple[float, ...]


def read_evidence(sources: Sources) -> dict[str, list[Evidence]]:
    """Answer, per skill, what it says of the demands."""
    ids = {row["label_en"]: row["skill_id"] for row in sources.rows("esco_skill_names")}
    evidence: dict[str, list[Evidence]] = {}
    for row in own_table("esco_skill_evidence.csv"):
        if row["skill"] in ids:
            within = tuple(int(part) / 100 for part in row["within"].split(";"))
            evidence.setdefault(ids[row["skill"]], []).append(Evidence(row["channel"], within))
    return evidence


def skill_tasks(sources: Sources, occupations: tuple[EscoOccupation, ...]) -> dict[str, str]:
    """Answer typical tasks per occupation: Dutch names of its most telling essential skills.

    A skill tells most when its sisters in the unit group have it too and other groups do not. Only short names that
    start with a verb in English are taken; without at least three the occupation keeps the tasks of its unit group.
    """
    verbs = {row["verb_en"] for row in own_table("task_verbs.csv")}
    names = {row["skill_id"]: row["label_nl"] for row in sources.rows("esco_skill_names") if _task_like(row, verbs)}
    used: dict[str, int] = {}
    in_group: dict[tuple[str, str], int] = {}
    size: dict[str, int] = {}
    for occupation in occupations:
        size[occupation.isco08] = size.get(occupation.isco08, 0) + 1
        for skill in occupation.skills:
            used[skill] = used.get(skill, 0) + 1
            in_group[occupation.isco08, skill] = in_group.get((occupation.isco08, skill), 0) + 1
    tasks = {}
    for occupation in occupations:
        group = occupation.isco08

        def telling(skill: str, group: str = group) -> tuple[float, str]:
            shared = in_group[group, skill] / size[group]
            return -(shared + _OWN) * log(len(occupations) / used[skill] + 1.0), names[skill]

        own = [skill for skill, weight in occupation.skills.items() if weight >= 1.0 and skill in names]
        best = sorted(own, key=telling)[:_TASKS]
        if len(best) >= 3:  # noqa: PLR2004 - three is what a reader expects
            tasks[occupation.unit] = "; ".join(names[skill] for skill in best)
    return tasks


def _task_like(row: Mapping[str, Any], verbs: set[str]) -> bool:
    name = row["label_nl"]
    words = name.split()
    return (
        bool(name)
        and row["label_en"].split()[0] in verbs
        and name[0].islower()
        and 2 <= len(words) <= 6  # noqa: PLR2004 - a short phrase
        and len(name) <= _LONGEST_TASK
        and words[-1].endswith("n")
        and ";" not in name
    )
