"""One part of the score over all occupations: a level per occupation, and points per level."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.domain.contribution import Contribution

Points = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the score over all occupations.

    Attributes:
        points: int32 [occupations], never negative.
        explain: turns a row number into the contribution with the same points.
    """

    points: Points
    explain: Callable[[int], Contribution]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A part whose points come from a table of levels.

    Attributes:
        part: stable name.
        label_nl: Dutch name.
        levels: level names, in order.
        levels_nl: the same in Dutch.
        table: points per level.
    """

    part: str
    label_nl: str
    levels: tuple[str, ...]
    levels_nl: tuple[str, ...]
    table: tuple[int, ...]

    def build(
        self,
        codes: npt.NDArray[np.int8],
        why_nl: Callable[[int], str],
        bonus: Points | None = None,
        bonus_max: int = 0,
    ) -> Part:
        """Answer the part for level codes over all occupations.

        Args:
            codes: int8 [occupations], index into `levels`.
            why_nl: the sentence for a row.
            bonus: int32 [occupations], extra points within a level; none where missing.
            bonus_max: the most that `bonus` can add.
        """
        points = np.array(self.table, np.int32)[codes]
        if bonus is not None:
            points = points + bonus
        top = max(self.table) + bonus_max

        def explain(row: int) -> Contribution:
            code = int(codes[row])
            return Contribution(
                part=self.part,
                label_nl=self.label_nl,
                level=self.levels[code],
                level_nl=self.levels_nl[code],
                points=int(points[row]),
                max_points=top,
                why_nl=why_nl(row),
            )

        return Part(points, explain)
