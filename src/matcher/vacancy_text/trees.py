"""Small decision trees, all of one depth, walked side by side in plain arrays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.vacancy_text.clause_model import Floats


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees that add to the outcomes in turn.

    Attributes:
        base: what each outcome begins with.
        signs: a row per tree: the sign that each fork looks at, the root first, then level by level.
        bars: the same shape: a figure above the bar goes right.
        leaves: a row per tree: what each leaf adds, from left to right.
    """

    base: Floats
    signs: NDArray[np.int64]
    bars: Floats
    leaves: Floats

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Trees":
        """Answer the trees as the training keeps them.

        Args:
            stored: lists of `base`, `signs`, `bars` and `leaves`.
        """
        return cls(
            np.array(stored["base"], dtype=np.float32),
            np.array(stored["signs"], dtype=np.int64),
            np.array(stored["bars"], dtype=np.float32),
            np.array(stored["leaves"], dtype=np.float32),
        )

    def raw(self, table: Floats) -> Floats:
        """Answer a raw figure per row and outcome.

        Args:
            table: a row of signs each.
        """
        count, forks = self.signs.shape
        first_sign = np.arange(len(table), dtype=np.int64)[:, None] * table.shape[1]
        first_fork = np.arange(count, dtype=np.int64)[None, :] * forks
        flat, signs, bars = table.ravel(), self.signs.ravel(), self.bars.ravel()
        at = np.zeros((len(table), count), dtype=np.int64)
        for _ in range((forks + 1).bit_length() - 1):
            fork = first_fork + at
            at = 2 * at + 1 + (flat.take(first_sign + signs.take(fork)) > bars.take(fork))
        added = self.leaves.ravel().take(np.arange(count, dtype=np.int64) * (forks + 1) + at - forks)
        outcomes = len(self.base)
        summed = added.reshape(len(table), -1, outcomes).sum(axis=1)
        return np.asarray(self.base + summed, dtype=np.float32)
