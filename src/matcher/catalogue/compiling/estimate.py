"""The share of jobs within each capacity level, per occupation, with error, mark and source."""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from matcher.catalogue.compiling.channels import LEVELS

Floats = NDArray[np.float64]

UNKNOWN, MEASURED, MIXED, MODELLED, GROUP_MEAN, JUDGED = range(6)
"""Marks of a value; 0 says that nothing is known."""


@dataclass
class Estimate:
    """What we think of one occupation on one channel.

    Attributes:
        within: share of jobs (0-1) within each level, nan where unknown.
        peak: the same when an incidental peak is tolerated.
        error: points (0-1) of uncertainty that hold at a share of one half.
        mark: how it was found.
        source: short name of the main source.
        typical: typical demand in the channel's unit, nan if none.
        rule_error: points (0-1) that a rule of thumb between measure and level adds, at a share of one half of the
            jobs that it speaks about.
        spared: per level the share of jobs (0-1) that do it so little that no rule of thumb can misjudge them.
        holds_inside: whether it is a judgement on all work of a unit group, also on each occupation in it.
    """

    within: Floats
    peak: Floats
    error: float
    mark: int
    source: str
    typical: float = field(default=float("nan"))
    rule_error: float = 0.0
    spared: Floats = field(default_factory=lambda: np.zeros(LEVELS))
    holds_inside: bool = False

    def tidy(self, *, tolerant: bool) -> "Estimate":
        """Answer the estimate with shares that never rise with a stricter level and a peak that never lowers them."""
        within = _falling(np.clip(self.within, 0.0, 1.0))
        peak = within.copy()
        if tolerant:
            known = ~np.isnan(within)
            peak[known] = np.maximum(within[known], np.clip(self.peak[known], 0.0, 1.0))
            peak = _falling(peak)
        return replace(self, within=within, peak=peak)


def unknown() -> Estimate:
    """Answer an estimate that says nothing.

    Example:
        >>> unknown().mark
        0
    """
    empty = np.full(LEVELS, np.nan)
    return Estimate(empty, empty.copy(), 0.0, UNKNOWN, "")


def levels(*shares: float) -> Floats:
    """Answer a vector over all levels with the given shares first and unknown after.

    Example:
        >>> levels(1.0, 0.4).tolist()[:2]
        [1.0, 0.4]
    """
    vector = np.full(LEVELS, np.nan)
    vector[: len(shares)] = shares
    return vector


def _falling(shares: Floats) -> Floats:
    result = shares.copy()
    known = ~np.isnan(result)
    result[known] = np.minimum.accumulate(result[known])
    return result


def error_at(error: float, share: Floats) -> Floats:
    """Answer the error at a share: it shrinks towards none and all, as errors of shares do.

    Example:
        >>> error_at(0.2, np.array([0.5, 1.0])).tolist()
        [0.2, 0.0]
    """
    return np.asarray(error * 2.0 * np.sqrt(np.clip(share * (1.0 - share), 0.0, 0.25)))


def rule_error_at(error: float, spared: Floats, share: Floats) -> Floats:
    """Answer what a rule of thumb adds to the error at a share; jobs that hardly do it are right whatever the rule.

    Args:
        error: points (0-1) at a share of one half of the jobs that the rule speaks about.
        spared: shares of jobs (0-1) that hardly do it, per level.
        share: shares of jobs (0-1) within a level.

    Example:
        >>> rule_error_at(0.2, np.array([0.9, 0.9]), np.array([0.95, 1.0])).round(2).tolist()
        [0.02, 0.0]
    """
    at_most = np.minimum(spared, share)
    spoken = np.maximum(1.0 - at_most, 1e-9)
    return np.asarray(spoken * error_at(error, (share - at_most) / spoken))
