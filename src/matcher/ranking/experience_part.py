"""Experience in the score: how close an occupation lies to what the person has done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.ranking.facts import PersonFacts
from matcher.ranking.part import Labelled, Part, Points
from matcher.reference.letters import spoken_title

LEVELS = ("same", "adjacent", "same_sector", "transferable", "far", "unknown")
# Closeness comes from the occupation tables; no word here claims a fact about the person beyond the linked titles.
LEVELS_NL = (
    "in de beroepentabellen hetzelfde als eerder werk",
    "in de beroepentabellen verwant aan eerder werk",
    "in de beroepentabellen dicht bij eerder werk",
    "in de beroepentabellen een beetje als eerder werk",
    "in de beroepentabellen anders dan eerder werk",
    "niet bekend",
)
_SAME, _ADJACENT, _SECTOR, _TRANSFERABLE, _FAR, _UNKNOWN = range(6)
FAR = (_FAR, _UNKNOWN)
PERCENT = 100


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close each occupation lies to the nearest work that the person has done.

    Attributes:
        codes: int8 [occupations], index into `LEVELS`.
        closeness: int32 [occupations], 0-100 after recency.
        nearest: int16 [occupations], number of the held work, -1 when none.
    """

    codes: npt.NDArray[np.int8]
    closeness: Points
    nearest: npt.NDArray[np.int16]


def closeness_to(facts: PersonFacts, catalogue: Catalogue, weights: Mapping[str, Any]) -> Closeness:
    """Answer how close every occupation lies to what the person has done.

    Args:
        facts: the person's linked work.
        catalogue: occupations with their closeness to one another.
        weights: the `experience` weights.

    Returns:
        Level `unknown` everywhere when no work could be linked.
    """
    count = len(catalogue.occupations)
    best = np.zeros(count, np.int32)
    nearest = np.full(count, -1, np.int16)
    same = np.zeros(count, np.bool_)
    sector = np.zeros(count, np.bool_)
    segments = np.array([occupation.brc_segment for occupation in catalogue.occupations])
    for number, held in enumerate(facts.held):
        if held.occupation_id is None:
            continue
        row = catalogue.index[held.occupation_id]
        here = catalogue.closeness_from(held.occupation_id).astype(np.int32) * held.percent // PERCENT
        nearest = np.where(here > best, np.int16(number), nearest).astype(np.int16)
        best = np.maximum(best, here)
        same[row] = True
        sector |= segments == segments[row]
    if not (nearest >= 0).any():
        return Closeness(np.full(count, _UNKNOWN, np.int8), best, nearest)
    lines = weights["closeness_levels"]
    codes = np.select(
        [
            same,
            best >= lines["adjacent"],
            best >= lines["related"],
            sector | (best >= lines["transferable"]),
        ],
        [_SAME, _ADJACENT, _SECTOR, _TRANSFERABLE],
        default=_FAR,
    ).astype(np.int8)
    return Closeness(codes, best, nearest)


def experience_part(
    facts: PersonFacts, catalogue: Catalogue, close: Closeness, weights: Mapping[str, Any], stage: str
) -> Part:
    """Answer the points for experience.

    Args:
        facts: the person's linked work.
        catalogue: occupations.
        close: closeness over all occupations.
        weights: the `experience` weights.
        stage: code of the stage.
    """
    table = weights["points"][stage]
    labelled = Labelled("experience", "ervaring", LEVELS, LEVELS_NL, tuple(int(table[level]) for level in LEVELS))
    bonus_max = int(weights["closeness_bonus_max"])
    bonus = (close.closeness * bonus_max // PERCENT).astype(np.int32)

    def why(row: int) -> str:
        number = int(close.nearest[row])
        if number < 0 or facts.held[number].occupation_id is None:
            return "Er is geen werkervaring bekend die vergeleken kan worden."
        held_id = facts.held[number].occupation_id
        name = spoken_title(catalogue.occupation(str(held_id)).title_nl)
        alike = int(close.closeness[row])
        return f"Vergeleken in de beroepentabellen met eerder werk: {name} (overeenkomst {alike} van 100)."

    return labelled.build(close.codes, why, bonus, bonus_max)
