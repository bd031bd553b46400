"""Computer skill in the score: whether the person has what the work usually asks. One level short is a question."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.ranking.codes import named_by
from matcher.ranking.part import Labelled, Part
from matcher.reference.tables import read_yaml

LEVELS = ("enough", "not_asked", "short", "unknown")
LEVELS_NL = ("genoeg", "niet gevraagd", "vraag na", "niet bekend")
_ENOUGH, _NOT_ASKED, _SHORT, _UNKNOWN = range(4)


@cache
def digital_asked(isco08: str) -> int:
    """Answer how much computer skill work usually asks: a place in the levels of digital_demand.yaml.

    Args:
        isco08: the unit group.

    Example:
        >>> digital_asked("9112"), digital_asked("4311")
        (0, 2)
    """
    rules = read_yaml("digital_demand.yaml")
    return max((rules["levels"].index(name) for name in named_by(isco08, rules["groups"])), default=0)


def digital_short(case: Case, catalogue: Catalogue) -> npt.NDArray[np.int8]:
    """Answer how many levels the person falls short per occupation; 0 when it is enough or not known.

    Args:
        case: digital skills.
        catalogue: occupations.
    """
    asked = np.array([digital_asked(o.isco08) for o in catalogue.occupations], np.int8)
    held = _held(case)
    short: npt.NDArray[np.int8] = np.maximum(asked - np.int8(held), 0) if held is not None else np.zeros_like(asked)
    return short.astype(np.int8)


def digital_part(case: Case, catalogue: Catalogue, weights: Mapping[str, Any]) -> Part:
    """Answer the points for computer skill; not known adds nothing where the work asks any.

    Args:
        case: digital skills.
        catalogue: occupations.
        weights: the `digital` weights.
    """
    rules = read_yaml("digital_demand.yaml")
    names, words, held = rules["names_nl"], rules["labels_nl"], _held(case)
    asked = [digital_asked(o.isco08) for o in catalogue.occupations]

    def code(wanted: int) -> int:
        if wanted == 0:
            return _NOT_ASKED
        if held is None:
            return _UNKNOWN
        return _ENOUGH if held >= wanted else _SHORT

    codes = np.array([code(wanted) for wanted in asked], np.int8)
    points = tuple(int(weights["points"][level]) for level in LEVELS)

    def why(row: int) -> str:
        has = "" if held is None else names[rules["levels"][held]]
        level = rules["levels"][asked[row]]
        return str(words[LEVELS[int(codes[row])]]).format(asked=names[level], held=has)

    return Labelled("digital", "computervaardigheid", LEVELS, LEVELS_NL, points).build(codes, why)


def _held(case: Case) -> int | None:
    skill = case.person.digital_skills
    levels: list[str] = read_yaml("digital_demand.yaml")["levels"]
    return levels.index(str(skill)) if skill is not None and str(skill) in levels else None
