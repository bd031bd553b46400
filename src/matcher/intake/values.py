"""A figure that the doctor names: its unit, and how it stands to the level."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from matcher.reference.channels import channels
from matcher.reference.fml import Level, items
from matcher.reference.form_rules import Unit, form_rules

_MINUTES_AN_HOUR = Decimal(60)
_PER = {"VI.2": "day", "VI.3": "week"}
_UNIT_NL = {"h": "uur", "x": "x per uur", "deg": "graden", "C": "graden Celsius"}


class UnitWrong(Exception):
    """A unit that cannot be used with this item; the text says in Dutch which one can. Stays in `intake`."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the unit of its item."""

    value: Decimal
    unit: str


class Standing(StrEnum):
    """How a figure stands to the level that was ticked."""

    AGREES = "agrees"
    STRICTER_THAN_NORM = "stricter_than_norm"  # the score says norm, the figure does not
    DISAGREES = "disagrees"  # the figure belongs to another level


def figure_for(item: str, value: Decimal, unit: str | None) -> Figure:
    """Answer a figure in the unit of an item.

    Args:
        item: item of the current list.
        value: the number on the form.
        unit: the unit as it was written.

    Raises:
        UnitWrong: the item has no figures, or the unit is missing, refused, unknown or of another quantity.

    Example:
        >>> figure_for("V.1", Decimal("0.5"), "uur")
        Figure(value=Decimal('30.0'), unit='min')
    """
    allowed = units_of(item) or _degrees(item)
    if not allowed:
        raise UnitWrong("bij dit punt hoort geen getal. Zet het getal in de toelichting (text) en haal value weg.")
    wanted = " of ".join(_UNIT_NL.get(each, each) for each in allowed)
    if unit is None:
        raise UnitWrong(f"bij dit getal ontbreekt de eenheid. Vul unit in, bijvoorbeeld {wanted}.")
    written = " ".join(unit.casefold().split())
    refused = form_rules().refused_units.get(written)
    if refused:
        raise UnitWrong(refused)
    known = form_rules().units.get(written)
    if known is None:
        raise UnitWrong(f"deze eenheid is niet bekend. Gebruik {wanted}.")
    converted = _converted(item, value, known, allowed)
    if converted is None:
        raise UnitWrong(f"deze eenheid past niet bij dit punt. Gebruik {wanted}.")
    return converted


def units_of(item: str) -> tuple[str, ...]:
    """Answer the units that figures of an item may have; empty when the list has no figures for it.

    Example:
        >>> units_of("IV.19")
        ('m', 'opstap')
    """
    channel = channels().get(item)
    if channel is None or not channel.quantity:
        return ()
    return tuple(dict.fromkeys(level.unit for level in items()[item].levels.values() if level.unit))


def _degrees(item: str) -> tuple[str, ...]:
    """Answer the unit of temperature, whose levels are two channels apart."""
    return ("C",) if any(level.unit == "C" for level in items()[item].levels.values()) else ()


def _converted(item: str, value: Decimal, unit: Unit, allowed: tuple[str, ...]) -> Figure | None:
    per = _PER.get(item, "day" if allowed == ("h",) else "hour" if allowed == ("x",) else "")
    if unit.per and unit.per != per:
        return None
    value = value * unit.factor
    if unit.code in allowed:
        return Figure(value, unit.code)
    if unit.code == "h" and "min" in allowed:
        return Figure(value * _MINUTES_AN_HOUR, "min")
    if unit.code == "min" and "h" in allowed and not _PER.get(item):
        return Figure(value / _MINUTES_AN_HOUR, "h")
    if unit.code == "m" and "cm" in allowed:
        return Figure(value * 100, "cm")
    if unit.code == "cm" and "m" in allowed:
        return Figure(value / 100, "m")
    return None


def standing(item: str, level: int, figure: Figure) -> Standing:
    """Answer how a figure stands to the ticked level of an item.

    A figure between the neighbouring levels is the doctor's own nuance and agrees.

    Args:
        item: item of the current list.
        level: the ticked level.
        figure: the doctor's figure.

    Example:
        >>> standing("IV.13", 2, Figure(Decimal(7), "kg")).value
        'agrees'
        >>> standing("IV.13", 2, Figure(Decimal(15), "kg")).value
        'disagrees'
        >>> standing("IV.13", 0, Figure(Decimal(5), "kg")).value
        'stricter_than_norm'
    """
    levels = items()[item].levels
    own = _value(levels.get(level), figure.unit)
    if level == 0:
        return Standing.STRICTER_THAN_NORM if _below_norm(item, own, figure) else Standing.AGREES
    milder = [value for number in range(level) if (value := _value(levels.get(number), figure.unit)) is not None]
    if milder and (figure.value > min(milder) or (figure.value == min(milder) and own != min(milder))):
        return Standing.DISAGREES
    if figure.value != own and _in_stricter(item, level, figure):
        return Standing.DISAGREES
    return Standing.AGREES


def _below_norm(item: str, own: Decimal | None, figure: Figure) -> bool:
    """Answer whether a figure is less than the norm; without a figure for the norm the first limit counts."""
    return figure.value < own if own is not None else _in_stricter(item, 0, figure)


def _in_stricter(item: str, level: int, figure: Figure) -> bool:
    for number, each in items()[item].levels.items():
        value = _value(each, figure.unit)
        if number <= level or value is None:
            continue
        if figure.value < value or (figure.value == value and each.operator != "<"):
            return True
    return False


def level_for(item: str, figure: Figure) -> int | None:
    """Answer the mildest limited level whose own figure a figure reaches; the strictest level when it reaches none.

    Used for the old list, where a level number has no verified value, and where level and figure disagree. A figure
    that is below every figure in its own unit is the strictest level of the item: less than 3 m may be no step at all.

    Example:
        >>> level_for("IV.13", Figure(Decimal(7), "kg"))
        2
    """
    figures = {number: _value(level, figure.unit) for number, level in items()[item].levels.items() if number}
    known = {number: value for number, value in figures.items() if value is not None}
    if not known:
        return None
    reached = [number for number, value in known.items() if value <= figure.value]
    return min(reached) if reached else max(items()[item].levels)


def below_its_unit(item: str, figure: Figure) -> bool:
    """Answer whether a figure is below every figure in its unit while stricter levels use another unit.

    Then the degree is not known: climbing has levels in metres and, below those, in steps.

    Example:
        >>> below_its_unit("IV.19", Figure(Decimal(1), "m"))
        True
        >>> below_its_unit("IV.13", Figure(Decimal(1), "kg"))
        False
    """
    levels = items()[item].levels
    known = {number: value for number, level in levels.items() if (value := _value(level, figure.unit)) is not None}
    if not known or figure.value >= min(known.values()):
        return False
    return any(number > max(known) and level.value is not None for number, level in levels.items())


def own_value(item: str, level: int, unit: str) -> Decimal | None:
    """Answer the figure of a level in a unit, or None when the level has none in that unit."""
    return _value(items()[item].levels.get(level), unit)


def _value(level: Level | None, unit: str) -> Decimal | None:
    return level.value if level is not None and level.unit == unit else None
