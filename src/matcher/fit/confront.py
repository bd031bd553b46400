"""Hold one capacity against one demand. The slow, clear twin of `screen`."""

from matcher.domain.capacity import Capacity, CapacityStatus
from matcher.domain.demand import Demand
from matcher.domain.finding import Finding, Outcome
from matcher.fit.effective import EffectiveLevel, effective_level
from matcher.fit.rules import FitRules
from matcher.reference.channels import Channel


def confront(capacity: Capacity, demand: Demand | None, channel: Channel, rules: FitRules, *, peaks: bool) -> Finding:
    """Answer what comes out of one capacity against one demand (decisions 3 and 4).

    Args:
        capacity: what the person can do on this channel.
        demand: what the jobs of the occupation ask; None or an unknown demand when no source says anything.
        channel: the channel.
        rules: thresholds in force.
        peaks: whether the incidental-peak rule is on for this case; channels without tolerance ignore it.

    Returns:
        A finding. An unknown capacity never fits; an unknown demand never fits a limited capacity.

    Example:
        >>> from matcher.domain.demand import Mark
        >>> from matcher.fit.rules import fit_rules
        >>> from matcher.reference.channels import channels
        >>> five_kg = Capacity("IV.13", CapacityStatus.LIMITED, 2)
        >>> desk = Demand("IV.13", (99, 98, 96, 80), (99, 99, 98, 90), (3, 3, 3, 3), Mark.MEASURED, "ors")
        >>> str(confront(five_kg, desk, channels()["IV.13"], fit_rules(), peaks=True).outcome)
        'fits'
    """
    known = demand if demand is not None and demand.is_known else None
    if capacity.status is CapacityStatus.UNKNOWN:
        return _capacity_unknown(capacity, known, channel, rules)
    if known is None:
        if capacity.status is CapacityStatus.LIMITED:
            return _without_share(capacity, demand, Outcome.QUESTION, "limited_no_demand")
        return _without_share(capacity, demand, Outcome.NOT_COMPARED, "norm_no_demand")
    with_peaks = peaks and channel.peak_allowed
    level = effective_level(capacity, channel)
    share = _Share.at(known, level.level, with_peaks=with_peaks)
    if share is None:
        limited = capacity.status is CapacityStatus.LIMITED
        outcome = Outcome.QUESTION if limited else Outcome.NOT_COMPARED
        return _without_share(capacity, demand, outcome, "limited_no_demand" if limited else "norm_no_demand")
    if capacity.status is CapacityStatus.LIMITED:
        mildest = None if channel.degree_in_text else _Share.at(known, 1, with_peaks=with_peaks)
        outcome, rule, peak_used = _limited(share, mildest, level, rules)
        if level.beyond or not share.own:  # these shares are those of another level
            return _without_share(capacity, demand, outcome, rule)
    else:
        outcome, rule, peak_used = _norm(share, rules)
    return Finding(
        channel=channel.code,
        outcome=outcome,
        capacity=capacity,
        demand=demand,
        share_pct=share.strict,
        share_low_pct=share.low,
        share_high_pct=share.high,
        peak_used=peak_used,
        rule=rule,
    )


class _Share:
    """Shares of jobs within a level: strict, with peaks, and both widened by the source's error.

    A stricter level never holds more jobs than a milder one, whatever the errors say: the bounds are the lowest so far.
    A level without a share sets no bound.
    """

    __slots__ = ("high", "low", "own", "peak_high", "peak_low", "strict")

    def __init__(self, demand: Demand, level: int, *, with_peaks: bool) -> None:
        within, errors = demand.within_pct, demand.error_pct
        peaks = demand.within_peak_pct if with_peaks else within
        self.strict: int | None = None
        self.low = self.high = self.peak_low = self.peak_high = 100
        last = min(level, len(within) - 1)
        # One plain loop: this runs a thousand times for every person that asks.
        for number in range(last + 1):
            strict = within[number]
            if strict is None:
                continue
            peak, error = peaks[number], errors[number]
            if peak is None:
                peak = strict
            self.strict = strict
            self.low = min(self.low, max(strict - error, 0))
            self.high = min(self.high, strict + error)
            self.peak_low = min(self.peak_low, max(peak - error, 0))
            self.peak_high = min(self.peak_high, peak + error)
        self.own = within[last] is not None

    @classmethod
    def at(cls, demand: Demand, level: int, *, with_peaks: bool) -> "_Share | None":
        """Answer the share at a level; without one of its own, what the milder levels leave (`own` is then False)."""
        share = cls(demand, level, with_peaks=with_peaks)
        return None if share.strict is None else share


def _norm(share: _Share, rules: FitRules) -> tuple[Outcome, str, bool]:
    if share.low >= rules.within_pct:
        return Outcome.FITS, "norm_fits", False
    if share.peak_low >= rules.within_pct:
        return Outcome.FITS, "norm_fits", True
    if share.high < rules.within_pct:
        return Outcome.SIGNAL, "norm_above", False
    # The source's error spans the line: not known well enough to call it fit or above the norm.
    return Outcome.NOT_COMPARED, "norm_uncertain", False


def _limited(
    share: _Share, mildest: _Share | None, level: EffectiveLevel, rules: FitRules
) -> tuple[Outcome, str, bool]:
    fits = share.own and share.low >= rules.within_pct and not level.beyond
    if fits:
        return Outcome.FITS, "limited_fits", False
    if not level.degree_known:
        # Whatever the degree, it is at least the mildest limit of the list.
        if mildest is not None and mildest.peak_high < rules.exceeds_pct:
            return Outcome.EXCEEDS, "limited_exceeds", False
        return Outcome.QUESTION, "degree_unknown", False
    if share.peak_high < rules.exceeds_pct:
        return Outcome.EXCEEDS, "limited_exceeds", False
    if level.beyond:
        return Outcome.QUESTION, "beyond_list", False
    if not share.own:
        return Outcome.QUESTION, "limited_no_demand", False
    if share.peak_low >= rules.within_pct:
        return Outcome.SIGNAL, "limited_peak", True
    only_peaks = share.high < rules.exceeds_pct
    return Outcome.POSSIBLE, "limited_part_peak" if only_peaks else "limited_part", only_peaks


def _capacity_unknown(capacity: Capacity, demand: Demand | None, channel: Channel, rules: FitRules) -> Finding:
    strictest = None if demand is None else _Share.at(demand, channel.levels, with_peaks=False)
    asked = strictest is not None and strictest.own and strictest.low < rules.within_pct
    rule = "capacity_unknown_asked" if asked else "capacity_unknown"
    return _without_share(capacity, demand, Outcome.CAPACITY_UNKNOWN, rule)


def _without_share(capacity: Capacity, demand: Demand | None, outcome: Outcome, rule: str) -> Finding:
    return Finding(capacity.channel, outcome, capacity, demand, None, None, None, peak_used=False, rule=rule)
