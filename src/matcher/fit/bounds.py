"""Shares of jobs widened by the source's error, as arrays over all occupations; made once per catalogue."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.fit.demands import UNKNOWN_SHARE

Ints = npt.NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Lower and upper shares per level; a stricter level never holds more jobs than a milder one.

    Attributes:
        known: bool [levels, channels, occupations], whether this level and every milder one has a share.
        low: int16 [levels, channels, occupations], lowest share so far after the error.
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
        known=np.logical_and.accumulate(known, axis=0),
        low=_lowest(np.maximum(strict - error, 0)),
        peak_low=_lowest(np.maximum(peak - error, 0)),
        high=_lowest(np.minimum(strict + error, 100)),
        peak_high=_lowest(np.minimum(peak + error, 100)),
    )


def _lowest(shares: Ints) -> Ints:
    lowest: Ints = np.ascontiguousarray(np.minimum.accumulate(shares, axis=0)).astype(np.int16)
    return lowest
