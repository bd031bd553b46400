"""Which answers a coach can give about an item: the levels of its list that the intake accepts, with their names."""

from dataclasses import dataclass
from itertools import combinations

from matcher.domain.case import Numbering
from matcher.intake import level_problem
from matcher.papers.shown import meaning_of
from matcher.reference.fml import items
from matcher.reference.legacy import legacy_items

_HIGHEST_SIGN = 9


@dataclass(frozen=True, slots=True)
class PossibleLevels:
    """The levels that may be answered for one item.

    Attributes:
        levels: number and Dutch name of each; the name of the old list's levels is not known.
        several: whether more than one may hold.
    """

    levels: tuple[tuple[int, str], ...]
    several: bool


def possible_levels(code: str, numbering: Numbering) -> PossibleLevels:
    """Answer which levels a coach can choose for an item.

    Args:
        code: code in the list of the form.
        numbering: that list.

    Example:
        >>> [level for level, _ in possible_levels("IV.13", Numbering.CURRENT).levels][:2]
        [0, 1]
    """
    targets = legacy_items()[code].targets if numbering is Numbering.LEGACY else ()
    meaning = meaning_of(code, numbering)
    option = 1 if meaning.option else None

    def fits(*levels: int) -> bool:
        return level_problem(targets, meaning.item, option, levels) is None

    singles = [level for level in range(_HIGHEST_SIGN + 1) if fits(level)]
    limited = [level for level in singles if level]
    known = items().get(code) if numbering is Numbering.CURRENT else None
    named = tuple(
        (level, known.levels[level].name_nl if known is not None and level in known.levels else "") for level in singles
    )
    return PossibleLevels(named, any(fits(*pair) for pair in combinations(limited, 2)))
