"""Hold one person against every occupation at once. The fast twin of `confront`; both must agree (a test does)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.capacity import CapacityProfile, CapacityStatus
from matcher.domain.finding import Outcome
from matcher.fit.effective import effective_level
from matcher.fit.rules import FitRules
from matcher.reference.channels import channels

OUTCOMES: tuple[Outcome, ...] = tuple(Outcome)
_CODE = {outcome: number for number, outcome in enumerate(OUTCOMES)}
UNKNOWN_SHARE = 255

Ints = npt.NDArray[np.int16]
Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Screening:
    """Outcomes of one person against every occupation.

    Attributes:
        outcomes: uint8 [occupations, channels], index into `OUTCOMES`.
        share_low: int16 [occupations, channels], lower end of the share of jobs within capacity; -1 when unknown.
        points: int16 [occupations], points to explain or ask.
        exceeds: bool [occupations], whether any channel exceeds.
        fits_any: bool [occupations], whether any channel was compared and fits.
    """

    outcomes: Bytes
    share_low: Ints
    points: Ints
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
        exceeds=(outcomes == _CODE[Outcome.EXCEEDS]).any(axis=1),
        fits_any=(outcomes == _CODE[Outcome.FITS]).any(axis=1),
    )


def _column(
    catalogue: Catalogue, column: int, code: str, profile: CapacityProfile, rules: FitRules, *, peaks: bool
) -> tuple[Bytes, Ints, Ints]:
    """Answer outcome codes, lower shares and "asks an unscored item" for one channel."""
    channel = channels()[code]
    capacity = profile.channels[code]
    error = catalogue.error[:, column].astype(np.int16)
    known = catalogue.mark[:, column] != 0
    nothing = np.full(len(known), -1, np.int16)
    if capacity.status is CapacityStatus.UNKNOWN:
        strict = catalogue.within[:, column, channel.levels].astype(np.int16)
        asks = known & (strict != UNKNOWN_SHARE) & (np.maximum(strict - error, 0) < rules.within_pct)
        return np.full(len(known), _CODE[Outcome.CAPACITY_UNKNOWN], np.uint8), nothing, asks.astype(np.int16)
    level = effective_level(capacity, channel)
    strict = catalogue.within[:, column, level.level].astype(np.int16)
    with_peaks = peaks and channel.peak_allowed
    peak = catalogue.within_peak[:, column, level.level].astype(np.int16) if with_peaks else strict
    peak = np.where(peak == UNKNOWN_SHARE, strict, peak)
    known &= strict != UNKNOWN_SHARE
    low, peak_low = np.maximum(strict - error, 0), np.maximum(peak - error, 0)
    peak_high = np.minimum(peak + error, 100)
    limited = capacity.status is CapacityStatus.LIMITED
    if limited:
        fits = low >= rules.within_pct if not level.beyond else np.zeros(len(known), np.bool_)
        tests: Sequence[tuple[npt.NDArray[np.bool_], Outcome]] = _limited_tests(
            fits, peak_low, peak_high, rules, degree_known=level.degree_known, beyond=level.beyond
        )
        rest, silent = Outcome.POSSIBLE, Outcome.QUESTION
    else:
        tests = ((peak_low >= rules.within_pct, Outcome.FITS), (peak_high < rules.within_pct, Outcome.SIGNAL))
        rest, silent = Outcome.NOT_COMPARED, Outcome.NOT_COMPARED
    chosen = np.select([test for test, _ in tests], [_CODE[o] for _, o in tests], default=_CODE[rest])
    outcome = np.where(known, chosen, _CODE[silent]).astype(np.uint8)
    return outcome, np.where(known, low, nothing).astype(np.int16), np.zeros(len(known), np.int16)


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
