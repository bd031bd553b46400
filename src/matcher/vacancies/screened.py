"""Findings as the arrays that the parts of a score read, as `fit.screen` makes them for occupations."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from matcher.domain.capacity import CapacityStatus, Remark
from matcher.domain.finding import Finding, Outcome, Verdict, VerdictKind
from matcher.fit import Screening, fit_rules
from matcher.fit.screen import OUTCOMES
from matcher.fit.verdict import UNASKED

_CODES = {outcome: number for number, outcome in enumerate(OUTCOMES)}
_OPENED = np.array([outcome.is_open_point for outcome in OUTCOMES])
_EXCEEDS = _CODES[Outcome.EXCEEDS]
_CODE, _LOW, _LIMITED, _UNASKED = range(4)


def figures_of(finding: Finding) -> tuple[int, int, bool, bool]:
    """Answer a finding as figures: outcome, lower end of the share, whether limited, whether asked of nobody yet.

    Args:
        finding: of one channel.
    """
    low = -1 if finding.share_low_pct is None else finding.share_low_pct
    limited = finding.capacity.status is CapacityStatus.LIMITED
    return _CODES[finding.outcome], low, limited, finding.rule == UNASKED


def screening_of(figures: npt.NDArray[np.int16], remarks: int) -> Screening:
    """Answer findings as the arrays that the parts of the score read.

    Args:
        figures: [pieces of work, channels, figures], as `figures_of` answers them.
        remarks: texts of the form that no channel can answer.
    """
    outcomes, low = figures[:, :, _CODE].astype(np.uint8), figures[:, :, _LOW]
    limited, unasked = figures[:, :, _LIMITED] > 0, figures[:, :, _UNASKED].sum(axis=1)
    opened, exceeding, known = _OPENED[outcomes], outcomes == _EXCEEDS, low >= 0
    points = opened.sum(axis=1) - unasked + np.minimum(unasked, 1) + remarks
    weakest = np.where(limited & known, low, 100).min(axis=1).astype(np.int16)
    return Screening(
        outcomes=outcomes,
        share_low=low,
        points=points.astype(np.int16),
        not_fitting=(opened | exceeding).sum(axis=1).astype(np.int16),
        compared=(known & (outcomes != _CODES[Outcome.NOT_COMPARED])).sum(axis=1).astype(np.int16),
        doubtful=(limited & known & (low < fit_rules().exceeds_pct)).sum(axis=1).astype(np.int16),
        weakest=weakest,
        reachable=weakest,  # read only by the size of an occupation, which a vacancy does not have
        exceeds=exceeding.any(axis=1),
        fits_any=(outcomes == _CODES[Outcome.FITS]).any(axis=1),
    )


def verdicts_of(screening: Screening, codes: Sequence[str], remarks: Sequence[Remark]) -> list[Verdict]:
    """Answer the verdict on each piece of work: the same as `fit.judge` answers of its findings.

    Args:
        screening: the findings as arrays.
        codes: the channels, in the order of the list.
        remarks: texts of the form that no channel can answer.
    """
    texts, found = tuple(remarks), []
    outcomes, points, fits = screening.outcomes, screening.points.tolist(), screening.fits_any.tolist()
    exceeding, opened = columns_that_hold(outcomes == _EXCEEDS, codes), columns_that_hold(_OPENED[outcomes], codes)
    for number in range(len(points)):
        kind = VerdictKind.WITHIN
        if exceeding[number]:
            kind = VerdictKind.EXCEEDS
        elif points[number] or not fits[number]:
            kind = VerdictKind.POSSIBLE
        found.append(Verdict(kind, points[number], exceeding[number], opened[number], texts))
    return found


def columns_that_hold(mask: npt.NDArray[np.bool_], codes: Sequence[str]) -> list[tuple[str, ...]]:
    """Answer the channels that hold in each row of a mask.

    Args:
        mask: [rows, channels].
        codes: the channels.
    """
    rows, columns = np.nonzero(mask)
    ends = np.cumsum(np.bincount(rows, minlength=len(mask))).tolist()
    held = [codes[column] for column in columns.tolist()]
    return [tuple(held[first:end]) for first, end in pairwise((0, *ends))]
