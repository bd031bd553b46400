"""Ways towards a job, such as a trial placement, a secondment or a training. They are steps, not results."""

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.domain.capacity import CapacityStatus
from matcher.domain.citation import Citation
from matcher.dossier.rules import cite, rules_on
from matcher.matching import Match

_RULES = "routes.yaml"
_FAR = frozenset({"far", "transferable", "unknown"})
_CONDITION_NL = {
    "track_started": "het tweede spoor is nog niet begonnen",
    "kinds_found": "er zijn nog geen soorten werk gevonden",
    "points_open": "er zijn geen open punten bij de gevonden soorten werk",
    "new_field": "de gevonden soorten werk liggen dicht bij de ervaring",
    "hours_limited": "de uren zijn niet beperkt",
    "training_helps": "geen van de soorten werk vraagt een hoger niveau of een diploma",
    "field_narrow": "het zoekveld is niet smal",
}


@dataclass(frozen=True, slots=True)
class Route:
    """One way towards a job.

    Attributes:
        code: stable name, e.g. `trial_placement`.
        label_nl: name in Dutch.
        what_nl: what it is.
        weeks_max: how long at most; None when no source says so.
        fits: whether it fits this case now.
        why_nl: when it fits, and what is missing when it does not.
        citation: source and standing.
    """

    code: str
    label_nl: str
    what_nl: str
    weeks_max: int | None
    fits: bool
    why_nl: str
    citation: Citation


def routes(match: Match) -> tuple[Route, ...]:
    """Answer every known route, with whether it fits this case on this day.

    Args:
        match: what `match` answered.

    Returns:
        All routes in the order of the data; a route that does not fit says what is missing.
    """
    holds = conditions_of(match)
    found = []
    for raw in rules_on(_RULES, match.on)["routes"]:
        missing = [_CONDITION_NL[name] for name in raw["fits"] if not holds[name]]
        why = raw["when_nl"] if not missing else f"{raw['when_nl']} Nu niet: {'; '.join(missing)}."
        found.append(
            Route(
                raw["code"],
                raw["label_nl"],
                raw["what_nl"],
                raw["weeks_max"],
                not missing,
                why,
                cite(raw["citation"]),
            )
        )
    return tuple(found)


def conditions_of(match: Match) -> Mapping[str, bool]:
    """Answer which conditions for a route hold.

    Args:
        match: what `match` answered.
    """
    profile = match.zoekprofiel
    kinds = [kind.occupation for kind in profile.kinds]
    experience = [c.level for o in kinds for c in o.contributions if c.part == "experience"]
    hours = [match.profile.channels[code].status for code in ("VI.2", "VI.3")]
    barred = any(o.legal_requirement_nl for o in kinds) or match.counts.get("barred", 0) > 0
    return {
        "track_started": match.stage.stage.code != "S0",
        "kinds_found": bool(kinds),
        "points_open": any(o.verdict.points for o in kinds),
        "new_field": bool(experience) and any(level in _FAR for level in experience),
        "hours_limited": CapacityStatus.LIMITED in hours,
        "training_helps": barred,
        "field_narrow": profile.narrow or not profile.sufficient,
    }
