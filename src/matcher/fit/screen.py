"""Hold one person against every occupation at once. The fast twin of `confront`; both must agree (a test does)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.capacity import CapacityProfile, CapacityStatus
from matcher.domain.finding import Outcome
from matcher.fit.demands import UNKNOWN_SHARE
from matcher.fit.effective import effective_level
from matcher.fit.rules import FitRules
from matcher.reference.channels import channels

OUTCOMES: tuple[Outcome, ...] = tuple(Outcome)
_CODE = {outcome: number for number, outcome in enumerate(OUTCOMES)}

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
        exceeds: bool [occupations], whether any channel exceeds.
        fits_any: bool [occupations], whether any channel was compared and fits.
    """

    outcomes: Bytes
    share_low: Ints
    points: Ints
    not_fitting: Ints
    exceeds: npt.NDArray[np.bool_]
    fits_any: npt.NDArray[np.bool_]

    def within(self) -> npt.NDArray[np.bool_]:
        """Answer for which occupations the verdict is "within capacity"."""
        return (self.points == 0) & ~self.exceeds & self.fits_any


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
    outcomes = np.zeros((count, len(catalogue.channels)), np.uint8)
    share_low = np.full(outcomes.shape, -1, np.int16)
    asked = np.zeros(count, np.int16)
    for column, code in enumerate(catalogue.channels):
        outcome, low, asked_here = _column(catalogue, column, code, profile, rules, peaks=peaks)
        outcomes[:, column] = outcome
        share_low[:, column] = low
        asked += asked_here
    unknown = (outcomes == _CODE[Outcome.CAPACITY_UNKNOWN]).sum(axis=1).astype(np.int16)
    open_codes = [number for number, outcome in enumerate(OUTCOMES) if outcome.is_open_point]
    opened = np.isin(outcomes, open_codes).sum(axis=1).astype(np.int16)
    unasked = unknown - asked
    points = opened - unasked + np.minimum(unasked, 1) + np.int16(len(profile.remarks))
    return Screening(
        outcomes=outcomes,
        share_low=share_low,
        points=points.astype(np.int16),
        not_fitting=(opened + (outcomes == _CODE[Outcome.EXCEEDS]).sum(axis=1)).astype(np.int16),
        exceeds=(outcomes == _CODE[Outcome.EXCEEDS]).any(axis=1),
        fits_any=(outcomes == _CODE[Outcome.FITS]).any(axis=1),
    )


def _column(
    catalogue: Catalogue, column: int, code: str, profile: CapacityProfile, rules: FitRules, *, peaks: bool
) -> tuple[Bytes, Ints, Ints]:
    """Answer outcome codes, lower shares and "asks an unscored item" for one channel."""
    channel = channels()[code]
    capacity = profile.channels[code]
    known = catalogue.mark[:, column] != 0
    nothing = np.full(len(known), -1, np.int16)
    none_asked = np.zeros(len(known), np.int16)
    if capacity.status is CapacityStatus.UNKNOWN:
        strict = _bounds(catalogue, column, channel.levels, with_peaks=False)
        asks = known & strict.known & (strict.low < rules.within_pct)
        return np.full(len(known), _CODE[Outcome.CAPACITY_UNKNOWN], np.uint8), nothing, asks.astype(np.int16)
    level = effective_level(capacity, channel)
    share = _bounds(catalogue, column, level.level, with_peaks=peaks and channel.peak_allowed)
    known &= share.known
    if capacity.status is CapacityStatus.LIMITED:
        fits = share.low >= rules.within_pct if not level.beyond else np.zeros(len(known), np.bool_)
        tests: Sequence[tuple[npt.NDArray[np.bool_], Outcome]] = _limited_tests(
            fits, share.peak_low, share.peak_high, rules, degree_known=level.degree_known, beyond=level.beyond
        )
        rest, silent = Outcome.POSSIBLE, Outcome.QUESTION
    else:
        tests = (
            (share.peak_low >= rules.within_pct, Outcome.FITS),
            (share.low >= rules.within_pct, Outcome.FITS),
            (share.peak_high < rules.within_pct, Outcome.SIGNAL),
        )
        rest, silent = Outcome.NOT_COMPARED, Outcome.NOT_COMPARED
    chosen = np.select([test for test, _ in tests], [_CODE[o] for _, o in tests], default=_CODE[rest])
    outcome = np.where(known, chosen, _CODE[silent]).astype(np.uint8)
    return outcome, np.where(known, share.low, nothing).astype(np.int16), none_asked


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Shares at a level over all occupations, widened by the error; the lowest of this level and the milder ones."""

    known: npt.NDArray[np.bool_]
    low: Ints
    peak_low: Ints
    peak_high: Ints


def _bounds(catalogue: Catalogue, column: int, level: int, *, with_peaks: bool) -> _Bounds:
    strict = catalogue.within[:, column, : level + 1].astype(np.int16)
    error = catalogue.error_by_level[:, column, : level + 1].astype(np.int16)
    known = (strict != UNKNOWN_SHARE).all(axis=1)
    peak = strict
    if with_peaks:
        peak = catalogue.within_peak[:, column, : level + 1].astype(np.int16)
        peak = np.where(peak == UNKNOWN_SHARE, strict, peak)
    return _Bounds(
        known=known,
        low=np.maximum(strict - error, 0).min(axis=1).astype(np.int16),
        peak_low=np.maximum(peak - error, 0).min(axis=1).astype(np.int16),
        peak_high=np.minimum(peak + error, 100).min(axis=1).astype(np.int16),
    )


def _limited_tests(
    fits: npt.NDArray[np.bool_],
    peak_low: Ints,
    peak_high: Ints,
    rules: FitRules,
    *,
    degree_known: bool,
    beyond: bool,
) -> Sequence[tuple[npt.NDArray[np.bool_], Outcome]]:
    everything = np.ones(len(fits), np.bool_)
    if not degree_known:
        return ((fits, Outcome.FITS), (everything, Outcome.QUESTION))
    exceeds = (peak_high < rules.exceeds_pct, Outcome.EXCEEDS)
    if beyond:
        return (exceeds, (everything, Outcome.QUESTION))
    return ((fits, Outcome.FITS), exceeds, (peak_low >= rules.within_pct, Outcome.SIGNAL))
