"""Code lists of the SUWI chain for levels of education, against the levels of a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from matcher.domain.case import EducationLevel
from matcher.reference.tables import read_yaml


@dataclass(frozen=True, slots=True)
class LevelList:
    """One code list.

    Attributes:
        name: name of the data element.
        source: where the list was found.
        codes: name of each code, as the list has it.
        means: levels of a case that a code may stand for; none when it does not say a level.
        written: code by which a level of a case goes out; a level that is not in it does not.
    """

    name: str
    source: str
    codes: Mapping[int, str]
    means: Mapping[int, tuple[EducationLevel, ...]]
    written: Mapping[EducationLevel, int]


@cache
def level_lists() -> Mapping[str, LevelList]:
    """Answer every code list by our own short name.

    Example:
        >>> level_lists()["sgr_client"].codes[5]
        'hbo-niveau'
        >>> [str(level) for level in level_lists()["vum_education"].means[3]]
        ['havo', 'vwo']
    """
    rows = read_yaml("suwi_levels.yaml")["lists"]
    return MappingProxyType(
        {
            short: LevelList(
                name=row["name"],
                source=row["source"],
                codes=MappingProxyType(row["codes"]),
                means=MappingProxyType(
                    {code: tuple(map(EducationLevel, names)) for code, names in row["means"].items()}
                ),
                written=MappingProxyType({EducationLevel(name): code for name, code in row["written"].items()}),
            )
            for short, row in rows.items()
        }
    )
