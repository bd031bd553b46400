"""Figures in the words beside a score, and whether they ask less than the norm, the level or the figure scored."""

from decimal import Decimal

from matcher.domain.capacity import Capacity
from matcher.intake.lines import Line
from matcher.intake.texts import hours_in, quantities_in, written_units
from matcher.intake.values import Figure, Standing, standing
from matcher.reference.channels import channels
from matcher.reference.fml import items
from matcher.reference.form_rules import form_rules

HOURS = {"VI.2": "day", "VI.3": "week"}
_ABOUT = Decimal("0.8")  # our choice: a figure from here still explains "about" the figure of the level


def figures_of(code: str, words: str, *, bare_hours: bool) -> tuple[Decimal, ...]:
    """Answer the figures in words that have the unit of a channel, in that unit."""
    channel = channels()[code]
    if not channel.quantity or code.startswith(("III.", "VI.1")):
        return ()
    if code in HOURS:
        named = hours_in(words)
        bare = quantities_in(words, _writings("h", "")) if bare_hours and not named else ()
        return (*(hours for hours, per in named if per == HOURS[code]), *bare)
    if channel.unit == "x":
        return quantities_in(words, _writings("x", "hour"))
    figures = quantities_in(words, _writings(channel.unit, ""))
    if channel.unit == "min":
        figures += tuple(value * 60 for value in quantities_in(words, _writings("h", "")))
    return figures


def _writings(unit: str, per: str) -> frozenset[str]:
    known = form_rules().units.items()
    return frozenset(written for written, each in known if each.code == unit and each.per == per and each.factor == 1)


def below_norm(code: str, value: Decimal) -> bool:
    """Answer whether a figure asks less than the normal value of a channel."""
    return standing(code, 0, Figure(value, channels()[code].unit)) is Standing.STRICTER_THAN_NORM


def stricter_than_scored(capacity: Capacity, value: Decimal) -> bool:
    """Answer whether a figure asks less than the figure or the level that was scored."""
    if capacity.level is None or capacity.channel not in items():
        return False
    scored = capacity.value
    if scored is None:
        scored = items()[capacity.channel].levels[capacity.level].value
    return scored is not None and value < scored


def stricter_than_line(line: Line, value: Decimal) -> bool:
    """Answer whether a figure in the words asks clearly less than the figure of the line, or else of its level."""
    if line.figure is not None:
        return value < line.figure.value
    scored = items()[line.item].levels[line.levels[0]]
    if scored.value is None or scored.operator == "<":
        return False
    return value < scored.value * (_ABOUT if channels()[line.item].peak_allowed else 1)


def all_writings(code: str) -> str | None:
    """Answer every writing of the unit of a channel as the part of a pattern; None when it has no quantity."""
    unit = channels()[code].unit
    if not unit or not channels()[code].quantity:
        return None
    wanted = {unit, "h"} if unit == "min" else {unit}
    per = {"VI.2": {"", "day"}, "VI.3": {"", "week"}}.get(code, {"hour"} if unit == "x" else {"", "day"})
    known = form_rules().units.items()
    return written_units(frozenset(written for written, each in known if each.code in wanted and each.per in per))


def degree_is_in_words(code: str) -> bool:
    """Answer whether the list gives a limit on this channel no figure and asks for words."""
    levels = [
        level for level in items()[channels()[code].item].levels.values() if level.channel == code and level.level
    ]
    return bool(levels) and all(level.needs_text and level.value is None for level in levels)
