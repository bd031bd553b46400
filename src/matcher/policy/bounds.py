"""What the stage asks of hours and travel, in this person's own hours and minutes. Each vacancy is held against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from matcher.domain.case import Region
from matcher.policy.stage import Stage, policy_on

_HALF_HOUR = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class TravelBound:
    """How long the way to work and back may be.

    Attributes:
        minutes_per_day: both ways together; None when neither person nor stage sets a bound.
        basis: `person`, `old_commute` or `stage`: where the bound comes from.
    """

    minutes_per_day: int | None
    basis: str


def least_hours(stage: Stage, old_hours: Decimal | None, possible_hours: Decimal | None) -> Decimal | None:
    """Answer from how many hours a week work counts in a stage: a share of what the person worked and can work.

    Args:
        stage: the stage that applies.
        old_hours: hours a week of the old work, or None.
        possible_hours: hours a week within capacity, or None when they are not limited or not known.

    Returns:
        Hours a week, rounded to half an hour; None when the stage sets no share or no hours are known.

    Example:
        >>> from matcher.domain.case import PolicyChoice
        >>> from matcher.policy import stage_views
        >>> first = stage_views(PolicyChoice(), date(2026, 1, 1))["S1"]
        >>> least_hours(first, Decimal(36), Decimal(20))
        Decimal('16.0')
    """
    share = Decimal(stage.value("hours_share_min") or 0)
    hours = [known for known in (old_hours, possible_hours) if known is not None]
    if not share or not hours:
        return None
    return (share * min(hours) / _HALF_HOUR).quantize(Decimal(1), ROUND_HALF_UP) * _HALF_HOUR


def travel_bound(stage: Stage, region: Region, on: date) -> TravelBound:
    """Answer how long the way to work and back may be: the person's own bound, else the stage's.

    A longer old commute stays reasonable where the policy says so.

    Args:
        stage: the stage that applies.
        region: the person's own bound and the old commute.
        on: the day of matching.

    Example:
        >>> from matcher.domain.case import PolicyChoice
        >>> from matcher.policy import stage_views
        >>> first = stage_views(PolicyChoice(), date(2026, 1, 1))["S1"]
        >>> travel_bound(first, Region(old_commute_minutes_per_day=150), date(2026, 1, 1))
        TravelBound(minutes_per_day=150, basis='old_commute')
    """
    if region.travel_minutes_per_day is not None:
        return TravelBound(region.travel_minutes_per_day, "person")
    written = stage.value("travel_minutes_max")
    if written is None:
        return TravelBound(None, "stage")
    policy: Mapping[str, Any] = policy_on(on)
    longer_is_ok = policy["travel_exception"]["value"] == "old_commute_longer_is_ok"
    old = region.old_commute_minutes_per_day
    if longer_is_ok and old is not None and old > int(written):
        return TravelBound(old, "old_commute")
    return TravelBound(int(written), "stage")
