"""The words beside a score: what is kept of them, the side of the body and the one figure that they name."""

import re

from matcher.domain.case import Side
from matcher.intake import Figure, names_something_medical
from matcher.papers.columns import Role
from matcher.papers.figures import only_figure
from matcher.papers.shown import Shown
from matcher.papers.vocabulary import pattern, patterns
from matcher.papers.weighing import SIDE_ITEMS
from matcher.reference.text_signals import plain

_LEAD = re.compile(r"^[\s.:;,)\-\u2013\u2014|=]+")
_LONGEST_TEXT = 1900
_LONGEST_WORDS = 300
_LOOKED_AT = 600


def kept_words(words: str) -> str:
    """Answer words for the reading report: shortened, and not at all when they name something medical."""
    if names_something_medical(words[:_LOOKED_AT]):  # what is further on is not kept
        return "(tekst niet bewaard)"
    return words if len(words) <= _LONGEST_WORDS else words[: _LONGEST_WORDS - 1].rstrip() + "\u2026"


def beside(each: Shown) -> tuple[str | None, Side | None, Figure | None]:
    """Answer the words beside the score, the side that they name and the one figure that they are.

    Args:
        each: an item with what it shows.
    """
    parts = []
    for text in each.texts:
        words = _LEAD.sub("", text)
        label = pattern("text_starts").match(plain(words))
        if label is not None and len(plain(words)) == len(words):
            words = _LEAD.sub("", words[label.end() :])
        words = words.strip(" ;,|").removesuffix("(").strip()
        if words.startswith("(") and words.endswith(")"):
            words = words[1:-1].strip()
        if words and words not in parts:
            parts.append(words)
    text = "; ".join(parts)[:_LONGEST_TEXT].strip()
    side_words = " ".join(cell.text for column, cell in each.block.cells if column and column.role is Role.SIDE)
    side = None if each.meaning.item in SIDE_ITEMS else side_in(f"{side_words} {text}", column=bool(side_words))
    return text or None, side, only_figure(text, each.meaning.item) if text else None


def side_in(text: str, *, column: bool = False) -> Side | None:
    """Answer the one side of the body that a text names; None when it names none or each apart.

    Args:
        text: words beside the score.
        column: True when the words stand in a column for the side, where one letter is enough.

    Example:
        >>> side_in("alleen de rechter arm"), side_in("rechts sterk, links licht") is None
        (<Side.RIGHT: 'right'>, True)
    """
    small = plain(text)
    if column and (short := {"l": Side.LEFT, "r": Side.RIGHT, "b": Side.BOTH, "l+r": Side.BOTH}.get(small.strip(" ."))):
        return short
    found = {name for name, words in patterns("sides").items() if re.search(rf"(?<!\w){words.pattern}(?!\w)", small)}
    if "both" in found:
        return Side.BOTH
    return Side(found.pop()) if len(found) == 1 else None
