"""Findings as the arrays that the parts of a score read, as `fit.screen` makes them for occupations."""

from collections.abc import Sequence

import numpy as np

from matcher.domain.capacity import CapacityStatus
from matcher.domain.finding import Finding, Outcome
from matcher.fit import Screening, fit_rules
from matcher.fit.screen import OUTCOMES
from matcher.fit.verdict import UNASKED

_CODES = {outcome: number for number, outcome in enumerate(OUTCOMES)}
_OPENED = np.array([outcome.is_open_point for outcome in OUTCOMES])


def screening_of(rows: Sequence[Sequence[Finding]], remarks: int) -> Screening:
    """Answer findings as the arrays that the parts of the score read.

    Args:
        rows: the findings of each piece of work, one per channel.
        remarks: texts of the form that no channel can answer.
    """
    code = _CODES
    outcomes = np.array([[code[f.outcome] for f in row] for row in rows], np.uint8)
    low = np.array([[-1 if f.share_low_pct is None else f.share_low_pct for f in row] for row in rows], np.int16)
    limited = np.array([[f.capacity.status is CapacityStatus.LIMITED for f in row] for row in rows])
    opened = _OPENED[outcomes]
    unasked = np.array([sum(f.rule == UNASKED for f in row) for row in rows])
    exceeding = outcomes == code[Outcome.EXCEEDS]
    points = opened.sum(axis=1) - unasked + np.minimum(unasked, 1) + remarks
    known = low >= 0
    weakest = np.where(limited & known, low, 100).min(axis=1).astype(np.int16)
    return Screening(
        outcomes=outcomes,
        share_low=low,
        points=points.astype(np.int16),
        not_fitting=(opened | exceeding).sum(axis=1).astype(np.int16),
        compared=(known & (outcomes != code[Outcome.NOT_COMPARED])).sum(axis=1).astype(np.int16),
        doubtful=(limited & known & (low < fit_rules().exceeds_pct)).sum(axis=1).astype(np.int16),
        weakest=weakest,
        reachable=weakest,  # read only by the size of an occupation, which a vacancy does not have
        exceeds=exceeding.any(axis=1),
        fits_any=(outcomes == code[Outcome.FITS]).any(axis=1),
    )
