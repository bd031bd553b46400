"""Do the boxes beside an item offer its own levels? Boxes for "limited or not" say nothing about how much."""

from collections.abc import Set

from matcher.papers.grammar import level_word
from matcher.papers.weighing import Meaning
from matcher.reference.fml import items


def offers_all(meaning: Meaning, ticked: tuple[int, ...], numbers: Set[int], words: Set[str]) -> bool:
    """Answer whether the boxes offer every level of an item, so that the ticked one can mean only that level.

    Args:
        meaning: how the levels of the item are to be read.
        ticked: the levels that the ticked boxes seem to stand for.
        numbers: the numbers beside all boxes, or above their columns.
        words: the words there.

    Returns:
        True when nothing is limited, or when numbers or words together name every limited level of the item.

    Example:
        >>> tillen = Meaning("IV.13", option=False, old=False, many=False)
        >>> offers_all(tillen, (2,), set(), {"niet beperkt", "beperkt"})
        False
        >>> offers_all(tillen, (2,), {0, 1, 2, 3}, set())
        True
    """
    if ticked == (0,) or meaning.option:
        return True
    if meaning.old:
        return len(set(numbers) - {0}) > 1
    limited = {number: level_word(level.name_nl) for number, level in items()[meaning.item].levels.items() if number}
    return limited.keys() <= set(numbers) or set(limited.values()) <= set(words)
