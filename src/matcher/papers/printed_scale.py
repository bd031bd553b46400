"""A whole scale printed on the row, with the number that was chosen between brackets; and signs of footnotes."""

import re
from dataclasses import dataclass
from functools import cache

from matcher.papers.found import Doubt
from matcher.papers.grammar import without_raised
from matcher.papers.weighing import Evidence, Kind, Meaning, Place
from matcher.reference.fml import items

_NUMBER = r"(?:\[\s*\d\s*\]|\(\s*\d\s*\)|<\s*\d\s*>|\d)"
_SCALE = re.compile(
    rf"^[\s:.=\-\u2013]*(?P<scale>{_NUMBER}(?:\s*[|/]?\s*{_NUMBER})+)(?=$|[\s;,.])(?P<rest>.*)$", re.DOTALL
)
_EACH = re.compile(_NUMBER)
_ONLY_NUMBERS = re.compile(r"[\s\d\[\]()<>|/]+")
_SIGN = r"(?:\d{1,2}|[a-z]|[*\u2020\u2021])\)"


@dataclass(frozen=True, slots=True)
class Printed:
    """The numbers of a printed scale, the ones between brackets, and the words behind it."""

    numbers: tuple[int, ...]
    chosen: tuple[int, ...]
    rest: str


def printed_in(text: str) -> Printed | None:
    """Answer the scale that a text starts with, or None when it starts with something else.

    Args:
        text: words behind the name of an item, or the cells of its row.

    Example:
        >>> printed_in("0 [1] 2").chosen, printed_in("0 1 2").chosen, printed_in("2")
        ((1,), (), None)
    """
    found = _SCALE.match(text)
    if found is None:
        return None
    signs = _EACH.findall(found["scale"])
    numbers = tuple(int(re.sub(r"\D", "", sign)) for sign in signs)
    if numbers != tuple(range(numbers[0], numbers[0] + len(numbers))) or numbers[0] > 1:
        return None
    chosen = tuple(number for number, sign in zip(numbers, signs, strict=True) if not sign.isdigit())
    return Printed(numbers, chosen, found["rest"])


def chosen_of(printed: Printed, place: Place, meaning: Meaning) -> Evidence:
    """Answer the level between brackets; in doubt when there is not one, or when the scale is not that of the item.

    Args:
        printed: the scale on the row.
        place: where it stands.
        meaning: how the levels of the item are to be read.
    """
    several = len(printed.chosen) > 1 and not (meaning.many and 0 not in printed.chosen)
    if not printed.chosen or several or len(printed.chosen) == len(printed.numbers):
        return Evidence((), Kind.BOX, place, Doubt.SEVERAL_SCORES, printed.rest)
    own = tuple(items()[meaning.item].levels)
    free = meaning.old or meaning.option or printed.chosen == (0,)
    whole = printed.numbers[0] == 0 if free else printed.numbers == own
    doubt = None if whole else Doubt.UNKNOWN_LEVEL
    return Evidence(printed.chosen, Kind.BOX, place, doubt, printed.rest)


def holds_only_numbers(text: str) -> bool:
    """Answer whether a cell may be a part of a printed scale."""
    return bool(text.strip()) and _ONLY_NUMBERS.fullmatch(text) is not None and not is_footnote(text)


def is_footnote(text: str) -> bool:
    """Answer whether a cell holds only signs of footnotes, which are never a score.

    Example:
        >>> [is_footnote(text) for text in ("1)", "1) 2)", "(1)", "2", "\u00b9")]
        [True, True, False, False, True]
    """
    rest = without_raised(text).strip()
    return bool(text.strip()) and re.fullmatch(rf"(?:{_SIGN}[\s,]*)*", rest) is not None


def without_footnotes(text: str) -> str:
    """Answer a text without the signs of footnotes at its end.

    Example:
        >>> without_footnotes("2 1)"), without_footnotes("X \u00b2"), without_footnotes("(score 1)")
        ('2', 'X', '(score 1)')
    """
    plain_signs = without_raised(text)
    kept = _behind().sub("", plain_signs).rstrip()
    return kept if kept.count("(") <= kept.count(")") else plain_signs  # "(score 2)" closes what it opened


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+{_SIGN})+\s*$")
