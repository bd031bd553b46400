"""Figures beside what work asks (kilos, hours, minutes, metres) and what they mean for the levels of a channel."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from matcher.reference.channels import channels
from matcher.reference.fml import items
from matcher.vacancy_text.demand_words import highest_kg
from matcher.vacancy_text.passage import Passage

_NUMBER = (
    r"(?P<low>\d{1,3}(?:[.,]\d)?)"
    r"(?: ?(?:kg|kilo|lbs|uur|meter|m)?\b ?(?:-|a|tot|en|tot en met|t/m|of|/) ?(?P<high>\d{1,3}(?:[.,]\d)?))?"
)
_KILOS = re.compile(
    rf"(?<![\d.,]){_NUMBER} ?(?:kgs?\b|kilo(?:'s|gram|s)?\b|(?P<unit>lbs?|pounds?|pond)\b)(?! per (?:week|maand))"
)
_HOURS = re.compile(
    rf"(?<![\d.,]){_NUMBER} ?(?:uur|uren|u|hours) (?:per|op een|van de|op de|a|in de) (?:dag|werkdag|dienst)"
)
_MINUTES = re.compile(
    rf"(?<![\d.,]){_NUMBER} ?(?P<unit>minuten|min|uur|uren) (?:lang )?(?:achter elkaar|achtereen|aaneen|aan een stuk)"
)
_METRES = re.compile(rf"(?<![\d.,]){_NUMBER} ?(?:m|meter) ?(?:hoog|hoogte)?\b")
_PATTERNS = {
    "lift_kg": _KILOS,
    "carry_kg": _KILOS,
    "stand_h": _HOURS,
    "walk_h": _HOURS,
    "sit_h": _HOURS,
    "keyboard_h": _HOURS,
    "stand_min": _MINUTES,
    "walk_min": _MINUTES,
    "sit_min": _MINUTES,
    "climb_m": _METRES,
}
_UNITS = {"uur": Decimal(60), "uren": Decimal(60), "pond": Decimal("0.5")}  # an hour in minutes; a Dutch pound in kg
_POUND_KG = Decimal("0.45359237")  # avoirdupois, NIST SP 811
_AT_MOST = re.compile(r"(?:boven|meer|zwaarder|langer|hoger|minder) (?:dan )?(?:de )?$|(?:boven|vanaf) (?:de )?$")


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure in the text.

    Attributes:
        value: the highest figure, in the unit of the quantity.
        start: first sign of the figure.
        end: one past the last sign.
        is_bound: whether the words before it make it a bound ("boven de 10 kg").
    """

    value: Decimal
    start: int
    end: int
    is_bound: bool


def amount_near(part: Passage, quantity: str, start: int, end: int) -> Amount | None:
    """Answer the figure of a quantity that stands nearest to a statement in its sentence, or None.

    Args:
        part: the part of the vacancy.
        quantity: e.g. `lift_kg`.
        start: first sign of the statement.
        end: one past its last sign.
    """
    pattern = _PATTERNS.get(quantity)
    if pattern is None:
        return None
    sentence = part.sentence_at(start)
    first, last = part.starts[sentence], part.ends[sentence]
    found = [hit for hit in pattern.finditer(part.plain, first, last) if _plausible(quantity, hit)]
    if not found:
        return None
    hit = min(found, key=lambda each: max(each.start() - end, start - each.end(), 0))
    before = part.plain[max(first, hit.start() - 20) : hit.start()]
    return Amount(_value(hit), hit.start(), hit.end(), _AT_MOST.search(before) is not None)


def _plausible(quantity: str, hit: re.Match[str]) -> bool:
    return not quantity.endswith("_kg") or _value(hit) <= highest_kg()


def _value(hit: re.Match[str]) -> Decimal:
    value = max(Decimal(hit[name].replace(",", ".")) for name in ("low", "high") if hit[name])
    unit = hit.groupdict().get("unit") or ""
    if unit.startswith(("lb", "pound")):
        return round(value * _POUND_KG, 1)
    return value * _UNITS.get(unit, Decimal(1))


@cache
def shares_of(channel: str, value: Decimal) -> tuple[int, ...]:
    """Answer which levels of a channel stay within a figure: 100 when the work asks no more than the level, else 0.

    Args:
        channel: a channel with figures in the list.
        value: what the work asks, in the unit of the channel.

    Example:
        >>> shares_of("IV.13", Decimal(12))
        (100, 0, 0, 0)
    """
    levels = items()[channels()[channel].item].levels
    found = []
    for number in range(channels()[channel].levels + 1):
        limit = levels[number].value
        found.append(100 if limit is None or value <= limit else 0)
    return tuple(found)
