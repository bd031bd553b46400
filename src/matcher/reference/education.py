"""Directions of education: one vocabulary for what work usually asks and for what a person has done."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from matcher.reference.tables import read_yaml


@dataclass(frozen=True, slots=True)
class Direction:
    """One direction of education.

    Attributes:
        code: its name in the tables.
        name_nl: what a coach calls it.
        isced_f: fields of ISCED-F 2013 that it stands for.
        words: beginnings of words that name it, lower case.
    """

    code: str
    name_nl: str
    isced_f: tuple[str, ...]
    words: tuple[str, ...]


@cache
def directions() -> Mapping[str, Direction]:
    """Answer every direction by code.

    Example:
        >>> directions()["care"].name_nl
        'verpleging en verzorging'
    """
    rows = read_yaml("education_directions.yaml")["directions"]
    return MappingProxyType(
        {
            code: Direction(code, row["name_nl"], tuple(row["isced_f"]), tuple(row["words"]))
            for code, row in rows.items()
        }
    )


def directions_in(text: str) -> tuple[str, ...]:
    """Answer which directions a text names, such as the direction of an education in a case file.

    Args:
        text: free Dutch text; case does not matter.

    Returns:
        Codes in the order of the vocabulary; empty when none is recognised, which says nothing about the person.

    Example:
        >>> directions_in("helpende zorg en welzijn")
        ('care', 'welfare')
        >>> directions_in("iets anders")
        ()
    """
    plain = text.casefold()
    return tuple(
        one.code
        for one in directions().values()
        if any(re.search(rf"\b{re.escape(word)}", plain) for word in one.words)
    )
