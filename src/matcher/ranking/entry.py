"""Entry requirements: those set by law, and the own direction that work at hbo level and up asks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.ranking.experience_part import LEVELS
from matcher.ranking.facts import PersonFacts
from matcher.reference.tables import read_yaml

_NEAR = tuple(LEVELS.index(level) for level in ("same", "adjacent", "same_sector"))


@dataclass(frozen=True, slots=True)
class Entry:
    """Which occupations are barred by an entry requirement, whatever the stage.

    Attributes:
        by_law: bool [occupations], a diploma, register or licence that the person is not known to have.
        by_direction: bool [occupations], level hbo or higher in a direction other than what the person has done.
        not_offered: bool [occupations], never offered, or hardly any jobs in the Netherlands.
    """

    by_law: npt.NDArray[np.bool_]
    by_direction: npt.NDArray[np.bool_]
    not_offered: npt.NDArray[np.bool_]

    def barred(self) -> npt.NDArray[np.bool_]:
        """Answer which occupations are barred by any of these."""
        return self.by_law | self.by_direction | self.not_offered


def entry(
    case: Case,
    facts: PersonFacts,
    catalogue: Catalogue,
    experience_codes: npt.NDArray[np.int8],
    weights: Mapping[str, Any],
) -> Entry:
    """Answer which occupations are barred by an entry requirement.

    Not known is not evidence: without a sign of the diploma or licence the work is barred, and the result says so.

    Args:
        case: licences, certificates and education directions.
        facts: linked work.
        catalogue: occupations with their requirement.
        experience_codes: experience level per occupation.
        weights: the `education` weights.
    """
    codes = read_yaml("legal_entry.yaml")["codes"]
    held = {catalogue.occupation(h.occupation_id).legal_requirement for h in facts.held if h.occupation_id is not None}
    by_law = [not _has(case, o.legal_requirement, codes, held) for o in catalogue.occupations]
    rules = read_yaml("not_offered.yaml")
    unfit = [
        o.isco08 in rules["groups"] or o.employed_x1000 < float(rules["employed_from_x1000"])
        for o in catalogue.occupations
    ]
    high = np.array([o.education_level >= int(weights["direction_from_level"]) for o in catalogue.occupations])
    return Entry(np.array(by_law, np.bool_), high & ~np.isin(experience_codes, _NEAR), np.array(unfit, np.bool_))


def _has(case: Case, code: str, codes: Mapping[str, Any], held: set[str]) -> bool:
    rule = codes.get(code)
    if not code or rule is None or rule["kind"] == "note" or code in held:
        return True
    if rule["kind"] == "licence":
        licences = {word for text in case.person.licences for word in re.split(r"[^a-z0-9/]+", text.lower())}
        return bool(licences & set(rule["words"]))
    finished = [edu.direction for edu in case.person.education if edu.finished and edu.direction]
    texts = " ".join((*case.person.certificates, *finished)).lower()
    return any(word in texts for word in rule["words"])
