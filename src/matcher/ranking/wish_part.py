"""Wishes in the score: they order the list, they never decide (a profile that only follows wishes is sanctioned)."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import numpy as np
from rapidfuzz import fuzz

from matcher.catalogue import Catalogue, Occupation
from matcher.ranking.facts import PersonFacts
from matcher.ranking.part import Labelled, Part

LEVELS = ("occupation", "sector", "interests", "none", "unknown")
LEVELS_NL = ("gewenst beroep", "gewenste branche", "past bij interesses", "geen wens", "niet bekend")
_OCCUPATION, _SECTOR, _INTERESTS, _NONE, _UNKNOWN = range(5)
_LETTER = {
    "realistic": "R",
    "investigative": "I",
    "artistic": "A",
    "social": "S",
    "enterprising": "E",
    "conventional": "C",
}


def wish_part(facts: PersonFacts, catalogue: Catalogue, weights: Mapping[str, Any]) -> Part:
    """Answer the points for wishes and interests.

    Args:
        facts: wished occupations, branches and interests.
        catalogue: occupations.
        weights: the `wishes` weights.
    """

    @cache  # for this person only: wishes are in a person's own words
    def sector_wished(names: tuple[str, ...]) -> bool:
        alike = int(weights["sector_score_min"])
        return any(fuzz.partial_ratio(wish.lower(), name.lower()) >= alike for wish in facts.sectors for name in names)

    @cache
    def interesting(letters: str) -> bool:
        shared = sum(1 for interest in facts.interests if _LETTER[interest] in letters)
        return shared >= min(int(weights["interests_shared_min"]), len(facts.interests) or 9)

    found = [_code(facts, occupation, sector_wished, interesting) for occupation in catalogue.occupations]
    codes = np.array(found, np.int8)
    labelled = Labelled("wishes", "wensen", LEVELS, LEVELS_NL, tuple(int(weights["points"][level]) for level in LEVELS))

    def why(row: int) -> str:
        return _WHY[int(codes[row])]

    return labelled.build(codes, why)


_WHY = (
    "De persoon noemt dit werk als wens.",
    "De persoon noemt deze branche als wens.",
    "Het werk past bij de genoemde interesses.",
    "Het werk komt niet voor in de wensen.",
    "Er zijn geen wensen bekend.",
)


def _code(
    facts: PersonFacts,
    occupation: Occupation,
    sector_wished: Callable[[tuple[str, ...]], bool],
    interesting: Callable[[str], bool],
) -> int:
    if not (facts.wished or facts.sectors or facts.interests):
        return _UNKNOWN
    if occupation.id in facts.wished or occupation.parent in facts.wished:
        return _OCCUPATION
    names = (occupation.brc_class_title, occupation.brc_segment_title, occupation.brc_group_title)
    if sector_wished(names):
        return _SECTOR
    return _INTERESTS if interesting(occupation.interests) else _NONE
