"""The capacity list: 64 items and 220 levels, as dated and cited data with units."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from matcher.reference.tables import read_csv


@dataclass(frozen=True, slots=True)
class Level:
    """One level of an item.

    Attributes:
        item: item code of the current list, e.g. `IV.13`.
        level: number on the form; 0 is the norm.
        name_nl: name of the level on the form.
        channel: channel that this level belongs to, or empty for a note (dominance, side, "other").
        operator: how the value states capacity: `>=` at least, `~` about (an upper bound), `<=`, `<`, `>`, `=`.
        value: figure of the list, or None when the list gives words only or a clock window.
        window: clock window of rubriek VI.1, or empty.
        unit: unit of the value.
        per: frequency or duration that belongs to the value.
        kind: `ordinal`, `multi-select flag` or `note`, as on the list.
        needs_text: True when the level asks for a text.
        meaning_en: our own English wording.
    """

    item: str
    level: int
    name_nl: str
    channel: str
    operator: str
    value: Decimal | None
    window: str
    unit: str
    per: str
    kind: str
    needs_text: bool
    meaning_en: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the capacity list with all its levels."""

    code: str
    name_nl: str
    levels: Mapping[int, Level]


@cache
def items() -> Mapping[str, Item]:
    """Answer the 64 items by code, in the order of the list.

    Example:
        >>> items()["IV.13"].levels[2].value
        Decimal('5')
    """
    found: dict[str, dict[int, Level]] = {}
    names: dict[str, str] = {}
    for row in read_csv("fml_levels.csv"):
        level = _level(row)
        found.setdefault(level.item, {})[level.level] = level
        names[level.item] = row["name_nl"]
    return MappingProxyType({code: Item(code, names[code], MappingProxyType(levels)) for code, levels in found.items()})


def _level(row: Mapping[str, str]) -> Level:
    is_window = row["quantity"] == "clock_window"
    return Level(
        item=row["item"],
        level=int(row["level"]),
        name_nl=row["level_name_nl"],
        channel=row["channel"],
        operator=row["operator"],
        value=Decimal(row["value"]) if row["value"] and not is_window else None,
        window=row["value"] if is_window else "",
        unit=row["unit"],
        per=row["per"],
        kind=row["kind"],
        needs_text=row["needs_text"] == "1",
        meaning_en=row["meaning_en"],
    )
