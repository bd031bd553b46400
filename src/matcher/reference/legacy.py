"""The list of 2002-2013 and what its items are in the current list."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from matcher.reference.tables import read_csv


class Relation(StrEnum):
    """How an item of the old list relates to an item of the current list."""

    LEVELS_SAME = "levels_same"  # the same steps
    LEVELS_UNVERIFIED = "levels_unverified"  # the same question; the value of a level is not verified
    LIMITED_OR_NOT = "limited_or_not"  # the same question; which kind of limit a number means is not verified
    LEVEL = "level"  # a condition that is one level of a current item
    OPTION = "option"  # a condition that is one option of a current item
    OPTIONS = "options"  # the same question, with these options
    UNCLEAR_OPTION = "unclear_option"  # one of these options, but the order is not verified
    PARENT = "parent"  # a heading: level n stands for the item .n below it
    NOTE = "note"  # free text only
    FREQUENCY = "frequency"  # no item of its own any more; frequency of lifting
    SIDE = "side"  # dominance or side


@dataclass(frozen=True, slots=True)
class LegacyTarget:
    """What one item of the old list says about one item of the current list.

    Attributes:
        item: item of the current list.
        relation: how they relate.
        options: options of the current item that it covers.
        level: level of the current item, for `Relation.LEVEL`.
    """

    item: str
    relation: Relation
    options: tuple[int, ...]
    level: int | None


@dataclass(frozen=True, slots=True)
class LegacyItem:
    """One item of the old list."""

    code: str
    name_nl: str
    targets: tuple[LegacyTarget, ...]
    note: str


@cache
def legacy_items() -> Mapping[str, LegacyItem]:
    """Answer the items of the old list by code.

    Example:
        >>> [target.item for target in legacy_items()["4.14"].targets]
        ['IV.13', 'IV.14']
    """
    found: dict[str, LegacyItem] = {}
    for row in read_csv("fml_legacy.csv"):
        code, target = row["legacy_code"], _target(row)
        before = found[code].targets if code in found else ()
        found[code] = LegacyItem(code, row["legacy_name"], (*before, target), row["note"])
    return MappingProxyType(found)


def _target(row: Mapping[str, str]) -> LegacyTarget:
    return LegacyTarget(
        item=row["item"],
        relation=Relation(row["relation"]),
        options=tuple(int(option) for option in row["options"].split()),
        level=int(row["level"]) if row["level"] else None,
    )
