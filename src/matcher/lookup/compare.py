"""Two occupations side by side: where their work really differs, beyond the error of the sources."""

from dataclasses import dataclass
from math import hypot

from matcher.lookup.card import OccupationCard
from matcher.lookup.demand_line import DemandLine
from matcher.lookup.wording import rules


@dataclass(frozen=True, slots=True)
class Difference:
    """One channel of two occupations.

    Attributes:
        a: what the first asks.
        b: what the second asks.
        gap_points: largest difference in share of jobs over the levels; None when either is unknown.
        error_points: uncertainty of that difference.
        more: `a` or `b`, which asks more; empty when equal or unknown.
    """

    a: DemandLine
    b: DemandLine
    gap_points: int | None
    error_points: float
    more: str

    @property
    def is_clear(self) -> bool:
        """Answer whether the two differ for sure: a large gap, and larger than its error."""
        gap = self.gap_points
        return gap is not None and gap >= rules()["clear_gap_points"] and gap > self.error_points


def compare_cards(a: OccupationCard, b: OccupationCard) -> tuple[Difference, ...]:
    """Answer every channel of two occupations, the clearest differences first, unknown last.

    Args:
        a: the first.
        b: the second.

    Returns:
        One difference per channel; of equal gaps the order of the list holds.
    """
    found = [difference(one, other) for one, other in zip(a.lines, b.lines, strict=True)]
    return tuple(sorted(found, key=lambda one: (not one.is_clear, one.gap_points is None, -(one.gap_points or 0))))


def difference(a: DemandLine, b: DemandLine) -> Difference:
    """Answer one channel of two occupations.

    Args:
        a: what the first asks.
        b: what the second asks on the same channel.
    """
    if a.demand is None or b.demand is None:
        return Difference(a, b, None, 0.0, "")
    levels = [
        (abs(one - other), hypot(error, other_error), one - other)
        for one, other, error, other_error in zip(
            a.demand.within_pct, b.demand.within_pct, a.demand.error_pct, b.demand.error_pct, strict=True
        )
        if one is not None and other is not None
    ]
    gap, error, sign = max(levels, key=lambda level: level[0] - level[1])
    return Difference(a, b, gap, error, "a" if sign < 0 else "b" if sign > 0 else "")
