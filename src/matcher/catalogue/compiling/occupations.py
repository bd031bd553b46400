"""What the unit groups are: names, groups, level, wage, employment, interests, branches, tasks, legal requirements."""

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.catalogue.compiling.activities import Activities
from matcher.catalogue.compiling.dutch import DutchOccupation
from matcher.catalogue.compiling.esco import EscoOccupation
from matcher.catalogue.compiling.facts import read_sbc
from matcher.catalogue.compiling.links import Links
from matcher.catalogue.compiling.own import own_table
from matcher.catalogue.compiling.sources import Sources, number
from matcher.catalogue.errors import SourceError
from matcher.catalogue.records import COLUMNS
from matcher.reference.education import work_directions

_LETTERS = {
    "Realistic": "R",
    "Investigative": "I",
    "Artistic": "A",
    "Social": "S",
    "Enterprising": "E",
    "Conventional": "C",
}
_SOC = 7


@dataclass(frozen=True)
class Groups:
    """The unit groups with what CBS and we know of them, in order of code."""

    rows: tuple[dict[str, str], ...]
    written: dict[str, dict[str, str]]
    employed: dict[str, float]
    weights: dict[str, float]

    @property
    def codes(self) -> tuple[str, ...]:
        """The ISCO-08 codes in order."""
        return tuple(row["isco08"] for row in self.rows)

    @property
    def classes(self) -> dict[str, str]:
        """The BRC class of each unit group."""
        return {row["isco08"]: row["brc_class"] for row in self.rows}


def read_groups(sources: Sources) -> Groups:
    """Read the unit groups and share the employment of each BRC group out over its unit groups.

    The share follows a relative size (0-10) that we wrote by hand per unit group, since no open source counts
    the Netherlands per unit group; the sum over a BRC group is exactly its published employment.

    Returns:
        The unit groups; `weights` equals `employed` but is never zero, so that averages over employment stay defined.
    """
    titles = {row["code"]: row for row in sources.rows("isco_titles") if row["level"] == "4"}
    written = {row["isco08"]: row for row in own_table("unit_groups.csv")}
    brc = {row["ISCO2008unitgroup"]: row for row in sources.rows("isco_brc")}
    missing = sorted(set(titles) - (set(brc) & set(written)))
    if missing:
        raise SourceError(f"Deze ISCO-groepen missen een BRC-groep of onze eigen gegevens: {', '.join(missing)}.")
    wages = {row["brc2014"]: row for row in sources.rows("wages")}
    codes = sorted(titles)
    sizes: dict[str, float] = {}
    for code in codes:
        group = brc[code]["BRC2014beroepsgroep"]
        sizes[group] = sizes.get(group, 0.0) + float(written[code]["size"])
    employed = {code: _share(code, brc[code]["BRC2014beroepsgroep"], wages, written, sizes) for code in codes}
    rows = tuple(_row(code, titles[code], brc[code], wages, written[code], employed[code]) for code in codes)
    return Groups(rows, written, employed, {code: max(value, 0.05) for code, value in employed.items()})


def finish(groups: Groups, sources: Sources, links: Links, activities: Activities) -> tuple[dict[str, str], ...]:
    """Answer the rows of occupations.csv, with interests, kinds of tasks, SBC codes and directions of education."""
    interests, sbc = read_interests(sources, links), read_sbc(sources)
    return tuple(
        {
            **row,
            "interests": interests.get(row["isco08"], ""),
            "education_directions": ";".join(work_directions(row["isco08"]).usual),
            "sbc_codes": sbc.get(row["isco08"], ""),
            "activities": ";".join(activities.best([(links.weights[row["isco08"]], 1.0)])),
        }
        for row in groups.rows
    )


def share_inside(employed: Mapping[str, float], inside: list[EscoOccupation | DutchOccupation]) -> dict[str, float]:
    """Share a unit group's employment equally over its occupations: no source counts them.

    Nobody is counted twice.
    """
    count: dict[str, int] = {}
    for occupation in inside:
        count[occupation.isco08] = count.get(occupation.isco08, 0) + 1
    return {code: employed[code] / number for code, number in count.items()}


def esco_rows(
    occupations: tuple[EscoOccupation, ...],
    shares: Mapping[str, float],
    tasks: Mapping[str, str],
    interests: Mapping[str, str],
    activities: Mapping[str, str],
) -> list[dict[str, str]]:
    """Answer the rows of the ESCO occupations; an empty cell has the value of the unit group."""
    return [
        {
            **dict.fromkeys(COLUMNS, ""),
            "isco08": occupation.isco08,
            "id": f"esco:{occupation.uuid}",
            "title_nl": occupation.title_nl,
            "title_en": occupation.title_en,
            "employed_x1000": f"{shares[occupation.isco08]:.3f}",
            "interests": interests.get(occupation.unit, ""),
            "tasks_nl": tasks.get(occupation.unit, ""),
            "activities": activities.get(occupation.unit, ""),
            "kind": "esco",
            "parent": f"isco:{occupation.isco08}",
        }
        for occupation in occupations
    ]


def dutch_rows(
    occupations: tuple[DutchOccupation, ...], shares: Mapping[str, float], activities: Mapping[str, str]
) -> list[dict[str, str]]:
    """Answer the rows of the Dutch occupations; an empty cell has the value of the unit group, a dash is none."""
    legal = _legal()
    return [
        {
            **dict.fromkeys(COLUMNS, ""),
            "isco08": occupation.isco08,
            "id": f"nl:{occupation.slug}",
            "title_nl": occupation.title_nl,
            "title_en": "",
            "education_level": occupation.education_level,
            "employed_x1000": f"{shares[occupation.isco08]:.3f}",
            "tasks_nl": occupation.tasks_nl,
            "kind_nl": occupation.kind_nl,
            "sectors": occupation.sectors,
            "activities": activities.get(occupation.unit, ""),
            "legal_requirement": occupation.legal,
            "legal_requirement_text": legal[occupation.legal] if len(occupation.legal) > 1 else occupation.legal,
            "kind": "nl",
            "parent": f"isco:{occupation.isco08}",
        }
        for occupation in occupations
    ]


def _share(
    code: str,
    group: str,
    wages: Mapping[str, Mapping[str, str]],
    written: Mapping[str, Mapping[str, str]],
    sizes: Mapping[str, float],
) -> float:
    total = number(wages[group]["employed_x1000_2023"]) or 0.0 if group in wages else 0.0
    whole = sizes[group]
    return total * float(written[code]["size"]) / whole if whole else 0.0


def _row(
    code: str,
    title: Mapping[str, str],
    brc: Mapping[str, str],
    wages: Mapping[str, Mapping[str, str]],
    written: Mapping[str, str],
    employed: float,
) -> dict[str, str]:
    group, segment = brc["BRC2014beroepsgroep"], brc["BRC2014beroepssegment"]
    wage = wages.get(group)
    single = sum(key.startswith(segment) and len(key) == len(group) for key in wages) == 1
    parent = wage is not None and wage["equals_parent"] == "1" and not single
    legal = written["legal"]
    return {
        "id": f"isco:{code}",
        "isco08": code,
        "title_nl": brc["ISCO2008unitgrouplabel"],
        "title_en": title["preferredLabel_en"],
        "isco_level": brc["ISCO2008niveau"],
        "brc_group": group,
        "brc_group_title": brc["BRC2014beroepsgroep_label"],
        "brc_segment": segment,
        "brc_segment_title": brc["BRC2014beroepssegment_label"],
        "brc_class": brc["BRC2014beroepsklasse"],
        "brc_class_title": brc["BRC2014beroepsklasse_label"],
        "education_level": written["education_level"],
        "wage_eur_per_hour_2023": "" if wage is None else wage["median_hourly_wage_eur_2023"],
        "wage_basis": "parent" if parent else "group",
        "employed_x1000": f"{employed:.2f}",
        "interests": "",
        "sectors": written["sectors"],
        "legal_requirement": legal,
        "legal_requirement_text": _legal()[legal] if legal else "",
        "tasks_nl": written["tasks_nl"],
        "kind_nl": written["kind_nl"],
        "education_directions": "",
        "sbc_codes": "",
        "activities": "",
        "kind": "unit_group",
        "parent": "",
    }


def _legal() -> dict[str, str]:
    return {row["code"]: row["text_nl"] for row in own_table("legal_requirements.csv")}


def read_interests(sources: Sources, links: Links) -> dict[str, str]:
    """Answer the three strongest interests of every unit."""
    scores: dict[str, dict[str, list[float]]] = {}
    for row in sources.rows("onet_interests"):
        for name, letter in _LETTERS.items():
            value = number(row[name])
            if value is not None:
                scores.setdefault(row["onet_soc_code"][:_SOC], {}).setdefault(letter, []).append(value)
    result = {}
    for group, codes in links.weights.items():
        known = {code[:_SOC]: weight for code, weight in codes.items() if code[:_SOC] in scores}
        if not known:
            continue
        mean = {
            letter: sum(w * sum(scores[soc][letter]) / len(scores[soc][letter]) for soc, w in known.items())
            for letter in _LETTERS.values()
        }
        result[group] = "".join(sorted(mean, key=lambda letter: (-mean[letter], letter))[:3])
    return result


def activities_inside(
    esco: tuple[EscoOccupation, ...], dutch: tuple[DutchOccupation, ...], links: Links, activities: Activities
) -> dict[str, str]:
    """Answer the kinds of tasks of the occupations inside the unit groups.

    An ESCO occupation has those of its own O*NET occupations, a Dutch one those of the groups that it starts from.

    Args:
        esco: the ESCO occupations.
        dutch: the Dutch occupations.
        links: the American occupations behind each unit.
        activities: kinds of tasks per American occupation.

    Returns:
        Unit -> codes split by a semicolon; a unit that is left out has those of its unit group.
    """
    own = {one.unit: activities.best([(links.weights[one.unit], 1.0)]) for one in esco if one.unit in links.weights}
    own |= {one.unit: activities.best([(links.weights[g], weight) for g, weight in one.base.items()]) for one in dutch}
    return {unit: ";".join(codes) for unit, codes in own.items()}
