"""Education in the score: how far the usual level of the work lies from the person's own level."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.ranking.facts import PersonFacts
from matcher.ranking.part import Labelled, Part
from matcher.reference.tables import read_yaml

LEVELS = ("own", "one_lower", "two_lower", "three_lower", "higher", "unknown")
LEVELS_NL = (
    "eigen niveau",
    "één stap lager",
    "twee stappen lager",
    "drie stappen lager",
    "hoger dan het eigen niveau",
    "niet bekend",
)
HIGHER, UNKNOWN = 4, 5


def steps_down(facts: PersonFacts, catalogue: Catalogue) -> npt.NDArray[np.int8]:
    """Answer how many of the four steps each occupation lies below the person's level; negative is higher.

    Args:
        facts: the person's level.
        catalogue: occupations with their usual level.

    Returns:
        int8 [occupations]; 127 when the person's level is unknown.
    """
    if facts.level is None:
        return np.full(len(catalogue.occupations), 127, np.int8)
    step = read_yaml("education.yaml")["step_of_level"]
    asked = np.array([step[occupation.education_level] for occupation in catalogue.occupations], np.int8)
    # On the same step the finer scale still counts: hbo does not open work that asks a university degree.
    finer = np.array([occupation.education_level for occupation in catalogue.occupations], np.int8)
    higher = finer > facts.level
    down = (np.int8(step[facts.level]) - asked).astype(np.int8)
    return np.where(higher, np.minimum(down, np.int8(-1)), down).astype(np.int8)


def education_part(facts: PersonFacts, catalogue: Catalogue, weights: Mapping[str, Any], stage: str) -> Part:
    """Answer the points for education.

    Args:
        facts: the person's level.
        catalogue: occupations.
        weights: the `education` weights.
        stage: code of the stage.
    """
    down = steps_down(facts, catalogue)
    codes = np.where(down < 0, HIGHER, np.minimum(down, 3))
    codes = np.where(down == 127, UNKNOWN, codes).astype(np.int8)  # noqa: PLR2004 documented sentinel
    table = weights["points"][stage]
    labelled = Labelled("education", "opleiding", LEVELS, LEVELS_NL, tuple(int(table[level]) for level in LEVELS))
    names = read_yaml("education.yaml")["level_name_nl"]

    def why(row: int) -> str:
        asked = names[catalogue.occupations[row].education_level]
        return f"Gebruikelijk niveau van dit werk: {asked}. {facts.level_basis_nl}"

    return labelled.build(codes, why)
