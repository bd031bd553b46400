"""What can be chosen about a person, for every page that asks it."""

from functools import cache
from typing import Any

from matcher import load_catalogue
from matcher.domain.case import EducationLevel, Transport

_TRANSPORT = {
    Transport.CAR: "auto", Transport.BICYCLE: "fiets", Transport.E_BIKE: "elektrische fiets",
    Transport.PUBLIC: "openbaar vervoer", Transport.WALKING: "lopend", Transport.TAXI: "taxi",
}  # fmt: skip
_SKILLS = {"none": "geen", "basic": "basis", "good": "goed", "native": "moedertaal"}
_DIGITAL = {"none": "geen", "basic": "basis", "good": "goed", "advanced": "ruim"}


def person_choices() -> dict[str, Any]:
    """Answer the choices by the name that the templates use."""
    return {
        "levels": [level.value for level in EducationLevel],
        "transport": {means.value: name for means, name in _TRANSPORT.items()},
        "skills": _SKILLS,
        "digital": _DIGITAL,
        "titles": _titles(),
    }


@cache
def _titles() -> tuple[str, ...]:
    """Answer names of work to choose from; any other name may be typed too."""
    names = {occupation.title_nl for occupation in load_catalogue(level="dutch").occupations}
    return tuple(sorted(names, key=str.casefold))
