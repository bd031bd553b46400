"""Shares of jobs widened by the source's error, as arrays over all occupations; made once per catalogue."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.fit.demands import UNKNOWN_SHARE

Ints = npt.NDArray[np.int16]
_ALL = np.int16(100)  # per cent of the jobs: a level without a share sets no bound


@dataclass(frozen=True, slots=True)
class Bounds:
    """Lower and upper shares per level; a stricter level never holds more jobs than a milder one.

    A milder level without a share says nothing: "zwaar tilwerk" leaves open whether the work goes beyond the norm, and
    yet it goes beyond 10 kg.

    Attributes:
        known: bool [levels, channels, occupations], whether this level has a share of its own.
        low: int16 [levels, channels, occupations], lowest known share so far after the error; 100 while none is known.
        peak_low: the same when an incidental peak is tolerated.
        high: highest share that this level and the milder ones leave.
        peak_high: the same when an incidental peak is tolerated.
    """

    known: npt.NDArray[np.bool_]
    low: Ints
    peak_low: Ints
    high: Ints
    peak_high: Ints


@lru_cache(maxsize=4)
def bounds_of(catalogue: Catalogue) -> Bounds:
    """Answer the widened shares of a catalogue.

    Args:
        catalogue: occupations with their demands; kept by identity.
    """
    strict = catalogue.within.transpose(2, 1, 0).astype(np.int16)
    error = catalogue.error_by_level.transpose(2, 1, 0).astype(np.int16)
    peak = catalogue.within_peak.transpose(2, 1, 0).astype(np.int16)
    peak = np.where(peak == UNKNOWN_SHARE, strict, peak)
    known = (strict != UNKNOWN_SHARE) & (catalogue.mark.T[np.newaxis] != 0)
    return Bounds(
        known=known,
        low=_lowest(np.maximum(strict - error, 0), known),
        peak_low=_lowest(np.maximum(peak - error, 0), known),
        high=_lowest(np.minimum(strict + error, 100), known),
        peak_high=_lowest(np.minimum(peak + error, 100), known),
    )


def _lowest(shares: Ints, known: npt.NDArray[np.bool_]) -> Ints:
    counted = np.where(known, shares, _ALL)
    lowest: Ints = np.ascontiguousarray(np.minimum.accumulate(counted, axis=0)).astype(np.int16)
    return lowest
