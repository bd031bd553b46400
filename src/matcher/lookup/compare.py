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
        gap_points: difference in the share of jobs that really ask it, or that lie above the norm, whichever is
            clearer; None when either is unknown.
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
    """Answer one channel of two occupations, at the two levels that a reader sees in words.

    Args:
        a: what the first asks.
        b: what the second asks on the same channel.
    """
    if a.demand is None or b.demand is None:
        return Difference(a, b, None, 0.0, "")
    shown = (a.channel.asking_level, 0)
    shares = [(one.demand.within_pct, one.demand.error_pct) for one in (a, b) if one.demand is not None]
    gaps = [
        (abs(one - other), hypot(shares[0][1][level], shares[1][1][level]), one - other)
        for level in shown
        if (one := shares[0][0][level]) is not None and (other := shares[1][0][level]) is not None
    ]
    if not gaps:
        return Difference(a, b, None, 0.0, "")
    gap, error, sign = max(gaps, key=lambda found: found[0] - found[1])
    return Difference(a, b, gap, error, "a" if sign < 0 else "b" if sign > 0 else "")
