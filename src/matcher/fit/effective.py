"""Turn what a form says on a channel into the level that may be compared. In doubt the stricter level counts."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from matcher.domain.capacity import Capacity, CapacityStatus
from matcher.reference.channels import Channel
from matcher.reference.fml import items


@dataclass(frozen=True, slots=True)
class EffectiveLevel:
    """The level at which a capacity is compared.

    Attributes:
        level: index into a demand's shares.
        degree_known: False when the form leaves the degree open; then only work that hardly asks it fits.
        beyond: True when the doctor's figure is stricter than the strictest level of the list.
    """

    level: int
    degree_known: bool
    beyond: bool = False


_NO_LIMIT = EffectiveLevel(0, degree_known=True)


def effective_level(capacity: Capacity, channel: Channel) -> EffectiveLevel:
    """Answer at which level a known capacity is compared.

    A figure of the doctor that lies between two levels is read as the stricter one: the shares of jobs are known per
    level only, and a wrong "fits" is worse than a question.

    Args:
        capacity: a known capacity.
        channel: its channel.

    Example:
        >>> from matcher.domain.capacity import Capacity, CapacityStatus
        >>> from matcher.reference.channels import channels
        >>> seven_kg = Capacity("IV.13", CapacityStatus.LIMITED, 1, value=Decimal("7"), unit="kg")
        >>> effective_level(seven_kg, channels()["IV.13"]).level
        2
    """
    if capacity.status is not CapacityStatus.LIMITED:
        return _NO_LIMIT
    level = channel.levels if capacity.level is None else min(capacity.level, channel.levels)
    figures = _figures(channel.code)
    if capacity.value is None or not figures:
        return EffectiveLevel(level, degree_known=capacity.degree_known and capacity.level is not None)
    able = [number for number, figure in figures if figure <= capacity.value]
    if not able:
        return EffectiveLevel(channel.levels, degree_known=True, beyond=True)
    return EffectiveLevel(max(level, min(able)), degree_known=True)


@cache
def _figures(channel: str) -> tuple[tuple[int, Decimal], ...]:
    """Answer level numbers with their figures, where more of the quantity is more capacity."""
    item = items().get(channel)
    if item is None:
        return ()
    levels = [level for level in item.levels.values() if level.channel == channel and level.value is not None]
    if len({level.unit for level in levels}) > 1:
        return ()
    return tuple((level.level, level.value) for level in levels if level.value is not None)
