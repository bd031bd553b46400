"""Hold one person against every occupation at once. The fast twin of `confront`; both must agree (a test does)."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.capacity import CapacityProfile, CapacityStatus
from matcher.domain.finding import Outcome
from matcher.fit.bounds import Bounds, bounds_of
from matcher.fit.effective import effective_level
from matcher.fit.rules import FitRules
from matcher.reference.channels import channels

OUTCOMES: tuple[Outcome, ...] = tuple(Outcome)
_CODE = {outcome: number for number, outcome in enumerate(OUTCOMES)}
_OPEN = np.array([outcome.is_open_point for outcome in OUTCOMES])

Ints = npt.NDArray[np.int16]
Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Screening:
    """Outcomes of one person against every occupation.

    Attributes:
        outcomes: uint8 [occupations, channels], index into `OUTCOMES`.
        share_low: int16 [occupations, channels], lower end of the share of jobs within capacity; -1 when unknown.
        points: int16 [occupations], points to explain or ask.
        not_fitting: int16 [occupations], channels that are open or exceed, each unscored item counted.
        compared: int16 [occupations], channels that were compared and came out.
        doubtful: int16 [occupations], limited channels of which it is not sure that a tenth of the jobs stays within.
        weakest: int16 [occupations], lowest share of jobs (lower end) over the limited channels that were compared.
        reachable: int16 [occupations], the same, with every unscored item read at its strictest level.
        exceeds: bool [occupations], whether any channel exceeds.
        fits_any: bool [occupations], whether any channel was compared and fits.
    """

    outcomes: Bytes
    share_low: Ints
    points: Ints
    not_fitting: Ints
    compared: Ints
    doubtful: Ints
    weakest: Ints
    reachable: Ints
    exceeds: npt.NDArray[np.bool_]
    fits_any: npt.NDArray[np.bool_]

    def within(self) -> npt.NDArray[np.bool_]:
        """Answer for which occupations the verdict is "within capacity"."""
        within: npt.NDArray[np.bool_] = (self.points == 0) & ~self.exceeds & self.fits_any
        return within


def screen(catalogue: Catalogue, profile: CapacityProfile, rules: FitRules, *, peaks: bool) -> Screening:
    """Answer the outcome per occupation and channel, without building findings.

    Args:
        catalogue: occupations with their demands.
        profile: what the person can do.
        rules: thresholds in force.
        peaks: whether the incidental-peak rule is on for this case.

    Returns:
        Arrays over all occupations, in the order of the catalogue.
    """
    count = len(catalogue.occupations)
    bounds = bounds_of(catalogue)
    outcomes = np.zeros((len(catalogue.channels), count), np.uint8)
    share_low = np.full(outcomes.shape, -1, np.int16)
    asked = np.zeros(count, np.int16)
    weakest = np.full(count, 100, np.int16)
    unscored = np.full(count, 100, np.int16)
    doubtful = np.zeros(count, np.int16)
    for column, code in enumerate(catalogue.channels):
        capacity, channel = profile.channels[code], channels()[code]
        if capacity.status is CapacityStatus.UNKNOWN:
            outcomes[column] = _CODE[Outcome.CAPACITY_UNKNOWN]
            strictest = bounds.low[channel.levels, column] < rules.within_pct
            asked += bounds.known[channel.levels, column] & strictest
            unscored = np.minimum(unscored, _at_strictest(bounds, channel.levels, column))
            continue
        level = effective_level(capacity, channel)
        share = _Column.at(bounds, level.level, column, with_peaks=peaks and channel.peak_allowed)
        if capacity.status is CapacityStatus.LIMITED:
            mildest = None
            if not (channel.degree_in_text or level.degree_known):
                mildest = _Column.at(bounds, 1, column, with_peaks=peaks and channel.peak_allowed)
            outcomes[column] = _limited(share, mildest, rules, degree_known=level.degree_known, beyond=level.beyond)
            if level.beyond:
                continue
            weakest = np.minimum(weakest, np.where(share.known, share.low, 100))
            doubtful += share.known & (share.low < rules.exceeds_pct)
        else:
            outcomes[column] = _norm(share, rules)
        share_low[column] = np.where(share.known, share.low, -1)
    reachable = np.minimum(weakest, unscored)
    return _added_up(outcomes.T, share_low.T, asked, doubtful, (weakest, reachable), len(profile.remarks))


def _at_strictest(bounds: Bounds, strictest: int, column: int) -> Ints:
    """The share of jobs for who can do least; none where only milder levels are known, all where nothing is known."""
    share = np.where(bounds.known[strictest, column], bounds.low[strictest, column], 0)
    return np.where(bounds.known[1, column], share, 100).astype(np.int16)


@dataclass(frozen=True, slots=True)
class _Column:
    """The shares of one channel at one level over all occupations."""

    known: npt.NDArray[np.bool_]
    low: Ints
    high: Ints
    peak_low: Ints
    peak_high: Ints

    @classmethod
    def at(cls, bounds: Bounds, level: int, column: int, *, with_peaks: bool) -> "_Column":
        known, low, high = bounds.known[level, column], bounds.low[level, column], bounds.high[level, column]
        if not with_peaks:
            return cls(known, low, high, low, high)
        return cls(known, low, high, bounds.peak_low[level, column], bounds.peak_high[level, column])


def _norm(share: _Column, rules: FitRules) -> Bytes:
    """Without a limit: fits, is a signal above the norm, or is not compared."""
    outcome = np.full(len(share.low), _CODE[Outcome.NOT_COMPARED], np.uint8)
    outcome[share.known & (share.high < rules.within_pct)] = _CODE[Outcome.SIGNAL]
    outcome[share.known & (np.maximum(share.low, share.peak_low) >= rules.within_pct)] = _CODE[Outcome.FITS]
    return outcome


def _limited(share: _Column, mildest: _Column | None, rules: FitRules, *, degree_known: bool, beyond: bool) -> Bytes:
    """With a limit: later lines win over earlier ones, the same order as in `confront`."""
    outcome = np.full(len(share.low), _CODE[Outcome.QUESTION], np.uint8)
    if degree_known:
        if not beyond:
            outcome[share.known] = _CODE[Outcome.POSSIBLE]
            outcome[share.known & (share.peak_low >= rules.within_pct)] = _CODE[Outcome.SIGNAL]
        outcome[share.peak_high < rules.exceeds_pct] = _CODE[Outcome.EXCEEDS]
    elif mildest is not None:
        outcome[mildest.peak_high < rules.exceeds_pct] = _CODE[Outcome.EXCEEDS]
    if not beyond:
        outcome[share.known & (share.low >= rules.within_pct)] = _CODE[Outcome.FITS]
    return outcome


def _added_up(
    outcomes: Bytes, share_low: Ints, asked: Ints, doubtful: Ints, least: tuple[Ints, Ints], remarks: int
) -> Screening:
    unknown = (outcomes == _CODE[Outcome.CAPACITY_UNKNOWN]).sum(axis=1).astype(np.int16)
    opened = _OPEN[outcomes].sum(axis=1).astype(np.int16)
    exceeding = outcomes == _CODE[Outcome.EXCEEDS]
    unasked = unknown - asked
    points = opened - unasked + np.minimum(unasked, 1) + np.int16(remarks)
    return Screening(
        outcomes=outcomes,
        share_low=share_low,
        points=points.astype(np.int16),
        not_fitting=(opened + exceeding.sum(axis=1)).astype(np.int16),
        compared=((share_low >= 0) & (outcomes != _CODE[Outcome.NOT_COMPARED])).sum(axis=1).astype(np.int16),
        doubtful=doubtful,
        weakest=least[0].astype(np.int16),
        reachable=least[1].astype(np.int16),
        exceeds=exceeding.any(axis=1),
        fits_any=(outcomes == _CODE[Outcome.FITS]).any(axis=1),
    )
