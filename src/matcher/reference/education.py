"""Directions of education: one vocabulary for what work usually asks and for what a person has done."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from matcher.errors import DataError
from matcher.reference.tables import read_csv, read_yaml

_TABLE = "education_of_work.csv"
_NONE = "-"
_ASKED = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Direction:
    """One direction of education.

    Attributes:
        code: its name in the tables.
        name_nl: what a coach calls it.
        fields: broad fields; two directions that share one count as the same direction.
        isced_f: fields of ISCED-F 2013 that it stands for.
        words: words that name it, lower case; a star stands for the rest of a word.
    """

    code: str
    name_nl: str
    fields: tuple[str, ...]
    isced_f: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkDirections:
    """The directions that go with one kind of work.

    Attributes:
        usual: directions that people in this work usually have, the most usual first; empty for none.
        asked: whether an employer usually asks one of them.
    """

    usual: tuple[str, ...]
    asked: bool


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
            code: Direction(code, row["name_nl"], *(tuple(row[name]) for name in ("fields", "isced_f", "words")))
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
    return tuple(code for code, pattern in _patterns().items() if pattern.search(plain))


def fields_of(codes: Iterable[str]) -> frozenset[str]:
    """Answer the broad fields of directions.

    Args:
        codes: directions.

    Example:
        >>> sorted(fields_of(["care", "medicine"]))
        ['health']
    """
    return frozenset(field for code in codes for field in directions()[code].fields)


@cache
def work_directions(isco08: str) -> WorkDirections:
    """Answer which directions go with the work of a unit group; no source has them, the table is our judgement.

    Args:
        isco08: the unit group; the longest beginning of its code in the table counts.

    Raises:
        DataError: the table leaves the unit group out.

    Example:
        >>> work_directions("4323")
        WorkDirections(usual=('logistics',), asked=True)
    """
    table = _work_table()
    for length in range(len(isco08), 0, -1):
        if (found := table.get(isco08[:length])) is not None:
            return found
    raise DataError(f"{_TABLE}: geen richting voor groep {isco08}.")


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {one.code: re.compile("|".join(map(_pattern, one.words))) for one in directions().values()}


def _pattern(word: str) -> str:
    start = r"\w*" if word.startswith("*") else r"\b"
    end = r"\w*" if word.endswith("*") else r"\b"
    return f"{start}{re.escape(word.strip('*'))}{end}"


@cache
def _work_table() -> Mapping[str, WorkDirections]:
    rows = read_csv(_TABLE)
    named = {row["prefix"]: () if row["directions"] == _NONE else tuple(row["directions"].split()) for row in rows}
    wrong = sorted({code for codes in named.values() for code in codes} - set(directions()))
    if wrong:
        raise DataError(f"{_TABLE}: deze richtingen bestaan niet: {', '.join(wrong)}.")
    return {row["prefix"]: WorkDirections(named[row["prefix"]], _ASKED[row["asked"]]) for row in rows}
