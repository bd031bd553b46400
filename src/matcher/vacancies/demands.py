"""What a vacancy itself asks, per channel: its own words, its hours and its times. These beat the profile."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from matcher.domain.capacity import Capacity, CapacityStatus
from matcher.domain.demand import Demand, Mark
from matcher.domain.finding import Outcome
from matcher.domain.vacancy import Evidence, HoursPerWeek, Vacancy
from matcher.fit.effective import effective_level
from matcher.reference.channels import channels
from matcher.reference.fml import items
from matcher.reference.reading_error import denial_error_pct
from matcher.vacancies.rules import vacancy_rules
from matcher.zoekprofiel import possible_hours

STATED = "vacancy"
"""Source of a demand that a vacancy states itself."""

PER_DAY, PER_WEEK = "VI.2", "VI.3"
HOURS_CHANNELS = (PER_DAY, PER_WEEK)
_PATTERN_CHANNELS = {"evening": "VI.1.evening", "night": "VI.1.night"}
_ALL, _NONE = 100, 0


@dataclass(frozen=True, slots=True)
class StatedDemand:
    """A demand in the vacancy's own words.

    Attributes:
        demand: shares of 0 and 100 per level; all None where the words are in doubt.
        evidence: where it stands.
        asked: whether the vacancy asks this; else it denies it, or its words are in doubt.
    """

    demand: Demand
    evidence: Evidence
    asked: bool = True


def stated_demands(vacancy: Vacancy) -> Mapping[str, StatedDemand]:
    """Answer what a vacancy asks itself, per channel, hours apart.

    Two statements about one channel count as the stricter one. An evening or night that the vacancy names counts where
    its demands say nothing about it. A demand on hours counts only when the vacancy names no hours. A channel of which
    the words are in doubt says nothing about any level.

    Args:
        vacancy: as understood.
    """
    found: dict[str, StatedDemand] = {}
    for stated in vacancy.demands:
        demand = stated.value
        if (
            demand.channel in channels()
            and demand.is_known
            and not (demand.channel in HOURS_CHANNELS and vacancy.hours)
        ):
            before = found.get(demand.channel)
            if before is None or _room(demand) < _room(before.demand):
                asked = demand.channel not in vacancy.eased
                found[demand.channel] = StatedDemand(_spread(demand), stated.evidence, asked=asked)
    for name, pattern in vacancy.patterns:
        channel = _PATTERN_CHANNELS.get(name)
        if channel is not None and channel not in found:
            shares, error = ((_ALL, _NONE), 0) if pattern.value else ((_ALL, _ALL), denial_error_pct())
            demand = _of_shares(channel, shares, error)
            found[channel] = StatedDemand(demand, pattern.evidence, asked=pattern.value)
    for doubt in vacancy.in_doubt:
        settled = doubt.value in found or (doubt.value in HOURS_CHANNELS and vacancy.hours is not None)
        if doubt.value in channels() and not settled:
            untold = (None,) * (channels()[doubt.value].levels + 1)
            found[doubt.value] = StatedDemand(_of_shares(doubt.value, untold), doubt.evidence, asked=False)
    return found


def _spread(demand: Demand) -> Demand:
    """Answer a demand with what follows from it: beyond a level is beyond every stricter one, and the reverse."""
    if None not in demand.within_pct and None not in demand.within_peak_pct:
        return demand
    return replace(demand, within_pct=_followed(demand.within_pct), within_peak_pct=_followed(demand.within_peak_pct))


def _followed(shares: tuple[int | None, ...]) -> tuple[int | None, ...]:
    beyond = next((n for n, share in enumerate(shares) if share == _NONE), len(shares))
    within = max((n for n, share in enumerate(shares[:beyond]) if share == _ALL), default=-1)
    return tuple(_NONE if n >= beyond else _ALL if n <= within else share for n, share in enumerate(shares))


def _room(demand: Demand) -> tuple[int, ...]:
    return tuple(_ALL if share is None else share for share in demand.within_pct)


def comparable(demand: Demand, capacity: Capacity) -> Demand:
    """Answer a stated demand as it may be held against a capacity.

    A text often says something about one level only ("more than 10 kilo"). What it leaves open about milder levels does
    not matter for a limit at a level that it does speak about; what it leaves open at that level stays open.

    Args:
        demand: in the vacancy's own words.
        capacity: what the person can do on that channel.

    Example:
        >>> from matcher.domain.capacity import CapacityStatus
        >>> beyond_ten = Demand("IV.13", (None, 0, 0, 0), (None, 0, 0, 0), (0, 0, 0, 0), Mark.STATED, STATED)
        >>> comparable(beyond_ten, Capacity("IV.13", CapacityStatus.LIMITED, 2)).within_pct
        (100, 0, 0, 0)
        >>> comparable(beyond_ten, Capacity("IV.13", CapacityStatus.NORM, 0)).within_pct
        (None, 0, 0, 0)
    """
    level = _level(capacity)
    if demand.within_pct[level] is None or None not in demand.within_pct[:level]:
        return demand
    return replace(
        demand,
        within_pct=tuple(_ALL if n < level and s is None else s for n, s in enumerate(demand.within_pct)),
        within_peak_pct=tuple(_ALL if n < level and s is None else s for n, s in enumerate(demand.within_peak_pct)),
    )


def speaks(demand: Demand, capacity: Capacity) -> bool:
    """Answer whether a stated demand says anything about the level of a capacity; else the profile still counts.

    Args:
        demand: in the vacancy's own words.
        capacity: what the person can do on that channel.
    """
    return demand.within_pct[_level(capacity)] is not None


def unsettled(stated: StatedDemand) -> tuple[Outcome, ...]:
    """Answer which outcomes of the profile become a question by words that do not reach the level of a limit.

    Most jobs of an occupation may stay within a limit; a vacancy that names the very thing may be one of the others, so
    the profile cannot say that it fits. And a vacancy that says that its work is lighter, is not closed by the profile.

    Args:
        stated: what the vacancy says.
    """
    in_doubt = not any(share is not None for share in stated.demand.within_pct)
    names = (Outcome.FITS,) if stated.asked or in_doubt else ()
    return names if stated.asked else (*names, Outcome.EXCEEDS)


def _level(capacity: Capacity) -> int:
    channel = channels()[capacity.channel]
    unknown = capacity.status is CapacityStatus.UNKNOWN
    return channel.levels if unknown else effective_level(capacity, channel).level


def hours_demand(channel: str, hours: HoursPerWeek, capacity: Capacity, on: date) -> Demand:
    """Answer what hours a week ask on an hours channel, held against this capacity.

    The doctor's own figure counts exactly here, without rounding to a step of the list. Hours a week say that a day is
    too long only when even the most working days a week would not do; else the hours a day are not known.

    Args:
        channel: `VI.2` or `VI.3`.
        hours: at least and at most.
        capacity: capacity on that channel.
        on: the day of matching.

    Example:
        >>> from matcher.domain.capacity import CapacityStatus
        >>> twenty = Capacity("VI.3", CapacityStatus.LIMITED, 3)
        >>> hours_demand("VI.3", HoursPerWeek(Decimal(24), Decimal(24)), twenty, date(2026, 12, 1)).within_pct[3]
        0
    """
    limit = possible_hours(capacity)
    days = int(vacancy_rules(on)["hours"]["days_a_week_most"]["value"])
    limits = [limit] * len(_figures(channel)) if limit is not None else list(_figures(channel))
    if channel == PER_DAY:
        return _of_shares(channel, tuple(_share(hours.least > each * days, hours.most <= each) for each in limits))
    return _of_shares(channel, tuple(_share(hours.least > each, hours.most <= each) for each in limits))


def _share(above: bool, within: bool) -> int | None:  # noqa: FBT001 two facts, three answers
    if above:
        return _NONE
    return _ALL if within else None


@cache
def _figures(channel: str) -> tuple[Decimal, ...]:
    """Answer the hours of every level; the norm is the figure of the list."""
    levels = {level.level: level.value for level in items()[channel].levels.values() if level.channel == channel}
    return tuple(levels[number] or Decimal(0) for number in sorted(levels))


def _of_shares(channel: str, shares: tuple[int | None, ...], error_pct: int = 0) -> Demand:
    return Demand(channel, shares, shares, (error_pct,) * len(shares), Mark.STATED, STATED)
