"""Labour-market size in the score: more jobs of a kind, more chance that one is open and near."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from matcher.catalogue import Catalogue
from matcher.domain.contribution import Contribution
from matcher.ranking.part import Part


def market_part(catalogue: Catalogue, weights: Mapping[str, Any]) -> Part:
    """Answer the points for the number of workers in the occupation.

    Args:
        catalogue: occupations with their employment, shared out within the BRC group.
        weights: the `market` weights.
    """
    top, full = int(weights["max_points"]), float(weights["full_at_x1000"])
    employed = [occupation.employed_x1000 for occupation in catalogue.occupations]
    scale = [0.0 if e is None else min(math.log1p(e) / math.log1p(full), 1.0) for e in employed]
    points = np.array([int(top * share) for share in scale], np.int32)

    def explain(row: int) -> Contribution:
        count = employed[row]
        if count is None:
            level, level_nl, why = "unknown", "niet bekend", "Het aantal werkenden is niet bekend."
        else:
            level, level_nl = _level(scale[row])
            workers = round(count * 1000, -2)
            why = f"Ongeveer {workers:.0f} werkenden in 2023 (schatting binnen de beroepsgroep, bron: CBS)."
        return Contribution("market", "omvang van het beroep", level, level_nl, int(points[row]), top, why)

    return Part(points, explain)


def _level(share: float) -> tuple[str, str]:
    if share >= 2 / 3:
        return "large", "groot beroep"
    if share >= 1 / 3:
        return "medium", "middelgroot beroep"
    return "small", "klein beroep"
