"""A column that asks `Beperkt?`: "nee" is the norm, "ja" says that there is a limit and not which."""

from collections.abc import Iterator

from matcher.papers.block import Block
from matcher.papers.choices import choices_in, has_boxes
from matcher.papers.columns import Role
from matcher.papers.found import Doubt
from matcher.papers.vocabulary import pattern
from matcher.papers.weighing import Evidence, Kind, Meaning, Place
from matcher.reference.fml import items
from matcher.reference.text_signals import plain

_NO_AND_YES = 2
_NO_LIMIT = frozenset({"IV.1", "IV.2"})  # a side of the body is no limit


def is_no_or_yes(text: str) -> bool:
    """Answer whether the boxes in a text offer only "nee" and "ja", so that the heading must say what is asked.

    Args:
        text: the text of a cell.
    """
    choices, _ = choices_in([text])
    words = [plain(choice.label) for choice in choices]
    told = [pattern("no_words").fullmatch(each) or pattern("yes_words").fullmatch(each) for each in words]
    return bool(told) and all(told)


def _ticked(text: str) -> str:
    """Answer the label of the one ticked box among "nee" and "ja"; empty when it is not clear which one that is."""
    choices, clear = choices_in([text])
    ticked = [plain(choice.label) for choice in choices if choice.ticked]
    return ticked[0] if clear and len(choices) == _NO_AND_YES and len(ticked) == 1 else ""


def limited_or_not(block: Block, meaning: Meaning) -> Iterator[Evidence]:
    """Yield what "ja" or "nee" in a column that asks whether an item is limited says about its level.

    Args:
        block: the item.
        meaning: how its levels are to be read.
    """
    for column, cell in block.cells:
        if column is None or column.role is not Role.LIMITED or not cell.text.strip():
            continue
        word = _ticked(cell.text) if has_boxes(cell.text) else plain(cell.text).strip(" .:;")
        told = not (meaning.old or meaning.option or meaning.item in _NO_LIMIT)
        if told and pattern("no_words").fullmatch(word):
            yield Evidence((0,), Kind.WORD, Place.COLUMN)
        elif told and pattern("yes_words").fullmatch(word):
            limited = tuple(number for number in items()[meaning.item].levels if number)
            yield Evidence(limited, Kind.WORD, Place.COLUMN, Doubt.DEGREE_UNKNOWN if len(limited) > 1 else None)
        else:
            yield Evidence((), Kind.WORD, Place.COLUMN, Doubt.WORD_UNKNOWN, cell.text)
