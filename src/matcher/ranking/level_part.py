"""Education in the score: how far the usual level of the work lies from the person's own level."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.ranking.experience_part import FAR, Closeness
from matcher.ranking.facts import PersonFacts
from matcher.ranking.part import Labelled, Part
from matcher.reference.tables import read_yaml

LEVELS = ("own", "own_other_field", "one_lower", "two_lower", "three_lower", "higher", "unknown")
LEVELS_NL = (
    "eigen niveau",
    "eigen niveau, andere richting",
    "één stap lager",
    "twee stappen lager",
    "drie stappen lager",
    "hoger dan het eigen niveau",
    "niet bekend",
)
_OTHER_FIELD, HIGHER, UNKNOWN = 1, 5, 6
_UNKNOWN = 127


def steps_down(facts: PersonFacts, catalogue: Catalogue) -> npt.NDArray[np.int8]:
    """Answer how many of the four steps each occupation lies below the person's level; negative is higher.

    Args:
        facts: the person's level.
        catalogue: occupations with their usual level.

    Returns:
        int8 [occupations]; 127 when the person's level is unknown.
    """
    if facts.level is None:
        return np.full(len(catalogue.occupations), _UNKNOWN, np.int8)
    step = read_yaml("education.yaml")["step_of_level"]
    asked = np.array([step[occupation.education_level] for occupation in catalogue.occupations], np.int8)
    # On the same step the finer scale still counts: hbo does not open work that asks a university degree.
    finer = np.array([occupation.education_level for occupation in catalogue.occupations], np.int8)
    higher = finer > facts.level
    down = (np.int8(step[facts.level]) - asked).astype(np.int8)
    return np.where(higher, np.minimum(down, np.int8(-1)), down).astype(np.int8)


def below_level_waits(facts: PersonFacts, catalogue: Catalogue, waits: Mapping[str, int]) -> npt.NDArray[np.int64]:
    """Answer how long each occupation waits in the order because it lies far below the person's level.

    Args:
        facts: the person's level.
        catalogue: occupations.
        waits: points per level name, e.g. `three_lower`.
    """
    down = steps_down(facts, catalogue)
    known = down != _UNKNOWN
    return (
        np.where(known & (down == 2), int(waits["two_lower"]), 0)  # noqa: PLR2004 steps
        + np.where(known & (down >= 3), int(waits["three_lower"]), 0)  # noqa: PLR2004 steps
    ).astype(np.int64)


def education_part(
    facts: PersonFacts, catalogue: Catalogue, close: Closeness, weights: Mapping[str, Any], stage: str
) -> Part:
    """Answer the points for education.

    Args:
        facts: the person's level.
        catalogue: occupations.
        close: closeness to what the person has done: own level in a far field counts less.
        weights: the `education` weights.
        stage: code of the stage.
    """
    down = steps_down(facts, catalogue)
    codes = np.where(down < 0, HIGHER, np.where(down == 0, 0, np.minimum(down, 3) + 1))
    asked = np.array([occupation.education_level for occupation in catalogue.occupations])
    far = np.isin(close.codes, FAR) & (asked >= int(weights["other_field_from_level"]))
    codes = np.where((codes == 0) & far, _OTHER_FIELD, codes)
    codes = np.where(down == _UNKNOWN, UNKNOWN, codes).astype(np.int8)
    table = weights["points"][stage]
    labelled = Labelled("education", "opleiding", LEVELS, LEVELS_NL, tuple(int(table[level]) for level in LEVELS))
    names = read_yaml("education.yaml")["level_name_nl"]

    def why(row: int) -> str:
        asked = names[catalogue.occupations[row].education_level]
        return f"Gebruikelijk niveau van dit werk: {asked}. {facts.level_basis_nl}"

    return labelled.build(codes, why)
