"""Labour-market size in the score: the more jobs of a kind that the person can do, the more chance of one nearby."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from matcher.catalogue import Catalogue
from matcher.domain.contribution import Contribution
from matcher.fit import Screening
from matcher.ranking.part import Part

PERCENT = 100


def market_part(catalogue: Catalogue, screening: Screening, weights: Mapping[str, Any]) -> Part:
    """Answer the points for the number of jobs in the occupation that the tightest limit leaves open.

    A large occupation of which one job in ten stays within the capacity is a small one for this person. An item that
    is not scored counts at its strictest level, so not knowing never adds points.

    Args:
        catalogue: occupations with their employment, shared out within the BRC group.
        screening: the share of jobs that the limits leave.
        weights: the `market` weights.
    """
    top, full = int(weights["max_points"]), float(weights["full_at_x1000"])
    # A piece of a unit group has no count of its own: the market is that of its unit group.
    employed = [catalogue.occupations[int(group)].employed_x1000 for group in catalogue.parents]
    open_to = [e * int(pct) / PERCENT for e, pct in zip(employed, screening.reachable, strict=True)]
    points = np.array([int(top * _scale(e, full)) for e in open_to], np.int32)

    def explain(row: int) -> Contribution:
        # The size that is said is that of the whole occupation: it is the same for everybody, the points are not.
        level, level_nl = _level(_scale(employed[row], full))
        workers = round(employed[row] * 1000, -2)
        why = (
            f"Ongeveer {workers:.0f} werkenden in 2023 (schatting binnen de beroepsgroep, bron: CBS); "
            f"de strengste grens laat daarvan minstens {int(screening.reachable[row])}% over."
        )
        return Contribution("market", "omvang van het beroep", level, level_nl, int(points[row]), top, why)

    return Part(points, explain)


def _scale(jobs_x1000: float, full: float) -> float:
    return min(math.log1p(jobs_x1000) / math.log1p(full), 1.0)


def _level(share: float) -> tuple[str, str]:
    if share >= 2 / 3:
        return "large", "groot beroep"
    if share >= 1 / 3:
        return "medium", "middelgroot beroep"
    return "small", "klein beroep"
