"""Figures on ranks, each with an interval."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_DRAWS = 500
_PERSISTENCE = 0.9
Ranks = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its 95% interval.

    Attributes:
        value: the figure on all queries.
        low: lower end, by drawing queries again 500 times.
        high: upper end.
    """

    value: float
    low: float
    high: float


def figure(ranks: Ranks, of: Callable[[Ranks], float]) -> Figure:
    """Answer a figure on ranks with its interval; the same ranks give the same interval.

    Args:
        ranks: rank of the right answer per query, infinite where it was not found.
        of: turns ranks into the figure.

    Example:
        >>> figure(np.array([1.0, 1.0]), mrr)
        Figure(value=1.0, low=1.0, high=1.0)
    """
    rng = np.random.default_rng(20261122)
    drawn = [of(ranks[rng.integers(0, len(ranks), len(ranks))]) for _ in range(_DRAWS)]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Figure(of(ranks), float(low), float(high))


def mrr(ranks: Ranks) -> float:
    """Answer the mean of 1 / rank.

    Example:
        >>> mrr(np.array([1.0, 2.0]))
        0.75
    """
    return float((1 / ranks).mean())


def hit_at(k: int) -> Callable[[Ranks], float]:
    """Answer the figure "right answer among the first k".

    Example:
        >>> hit_at(1)(np.array([1.0, 2.0]))
        0.5
    """
    return lambda ranks: float((ranks <= k).mean())


def rank_of(scores: NDArray[np.floating], right: NDArray[np.bool_]) -> float:
    """Answer the rank of the best right item; items with an equal score share their mean rank.

    Example:
        >>> rank_of(np.array([3.0, 2.0, 2.0]), np.array([False, True, False]))
        2.5
    """
    if not right.any():
        return float("inf")
    best = scores[right].max()
    others = scores[~right]
    return float(1 + (others > best).sum() + (others == best).sum() / 2)


def rank_biased_overlap(left: Sequence[str], right: Sequence[str]) -> float:
    """Answer how alike two rankings are, the top counting most (p = 0.9, equal depth).

    Example:
        >>> rank_biased_overlap(["a", "b"], ["a", "b"])
        1.0
    """
    depth = max(len(left), len(right), 1)
    total = sum(_PERSISTENCE**at * len(set(left[: at + 1]) & set(right[: at + 1])) / (at + 1) for at in range(depth))
    return round(total * (1 - _PERSISTENCE) / (1 - _PERSISTENCE**depth), 6)
