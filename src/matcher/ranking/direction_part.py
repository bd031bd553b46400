"""Direction in the score: whether work asks the direction of education or earlier work that the person has."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.ranking.experience_part import FAR, Closeness
from matcher.ranking.facts import PersonFacts
from matcher.ranking.part import Labelled, Part
from matcher.reference.education import directions_in, fields_of, work_directions
from matcher.reference.tables import read_yaml

LEVELS = ("own", "open", "other", "unknown")
LEVELS_NL = (
    "eigen richting volgens de beroepentabellen",
    "geen richting nodig",
    "andere richting",
    "niet bekend",
)
OWN, OPEN, OTHER, UNKNOWN = range(4)


def person_fields(case: Case, facts: PersonFacts) -> frozenset[str]:
    """Answer the fields of the directions that a person has: from finished education, and from work done long enough.

    A direction that is not recognised is not known; it is never guessed.

    Args:
        case: education with its directions.
        facts: work done, linked to unit groups.
    """
    texts = [edu.direction for edu in case.person.education if edu.finished and edu.direction]
    found = {field for text in texts for field in fields_of(directions_in(text))}
    enough = read_yaml("direction_rules.yaml")["from_work"]
    for held in facts.held:
        if held.occupation_id is None or not held.sure or (held.years or 0) < enough["years_min"]:
            continue
        fields = work_fields(held.occupation_id.removeprefix("isco:"))
        if len(fields) <= enough["fields_max"]:
            found.update(fields)
    return frozenset(found)


@cache
def work_fields(isco08: str) -> frozenset[str]:
    """Answer the fields of the directions that work usually asks; empty when it asks none of the known ones.

    Args:
        isco08: the unit group.

    Example:
        >>> sorted(work_fields("4323"))
        ['logistics']
    """
    work = work_directions(isco08)
    return fields_of(work.usual) if work.asked else frozenset()


def direction_codes(case: Case, facts: PersonFacts, catalogue: Catalogue) -> npt.NDArray[np.int8]:
    """Answer per occupation whether the person has the direction that it usually asks.

    Args:
        case: education with its directions.
        facts: work done.
        catalogue: occupations.

    Returns:
        int8 [occupations], index into `LEVELS`.
    """
    mine = person_fields(case, facts)
    open_to = int(read_yaml("direction_rules.yaml")["open_to_level"])

    def code(isco08: str, level: int) -> int:
        fields = work_fields(isco08)
        if mine & fields:
            return OWN
        if not fields and level <= open_to:
            return OPEN
        return OTHER if mine else UNKNOWN

    return np.array([code(o.isco08, o.education_level) for o in catalogue.occupations], np.int8)


def direction_part(codes: npt.NDArray[np.int8], weights: Mapping[str, Any]) -> Part:
    """Answer the points for direction.

    Args:
        codes: per occupation, see `direction_codes`.
        weights: the `direction` weights.
    """
    labelled = Labelled("direction", "richting", LEVELS, LEVELS_NL, tuple(int(weights["points"][x]) for x in LEVELS))
    words = read_yaml("direction_rules.yaml")["labels_nl"]
    return labelled.build(codes, lambda row: str(words[LEVELS[int(codes[row])]]))


def far_without_direction(
    catalogue: Catalogue, close: Closeness, codes: npt.NDArray[np.int8], rules: Mapping[str, Any]
) -> npt.NDArray[np.bool_]:
    """Answer which work asks a direction that the person is not known to have, while the experience lies far too.

    Args:
        catalogue: occupations.
        close: closeness to what the person has done.
        codes: per occupation, see `direction_codes`.
        rules: the `spread` weights: from which level an employer asks the direction.
    """
    asked = np.array([o.education_level >= int(rules["other_direction_from_level"]) for o in catalogue.occupations])
    far: npt.NDArray[np.bool_] = asked & (codes >= OTHER) & np.isin(close.codes, FAR)
    return far
