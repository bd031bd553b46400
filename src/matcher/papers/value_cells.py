"""A cell under the heading of what the person can do: the value of one level, or the words of the norm."""

from matcher.papers.block import Block
from matcher.papers.columns import Column, Role
from matcher.papers.grammar import is_norm_word, levels_of_word, score_at_start
from matcher.papers.value_levels import level_of_value
from matcher.papers.vocabulary import pattern
from matcher.papers.weighing import Evidence, Kind, Meaning, Place
from matcher.reference.fml import items
from matcher.reference.text_signals import plain
from matcher.sheets import Cell

_NOTHING = frozenset({"geen", "nee", "geen bijzonderheden"})  # beside an item that asks whether there is something


def level_in_cell(block: Block, column: Column | None, cell: Cell, meaning: Meaning) -> Evidence | None:
    """Answer the level of a cell that gives the value of one level, or that of the norm, in place of a score.

    Args:
        block: the item that the cell stands beside.
        column: the column of the cell; None when that is not known.
        cell: the cell.
        meaning: how the levels of the item are to be read.
    """
    if column is None or column.role is not Role.SCORE or meaning.old or meaning.option or not cell.text.strip():
        return None
    own = level_of_value(cell.text, meaning.item)
    score = score_at_start(cell.text)
    if score is not None and score.word and not score.numbers and score.rest.strip(" .,:;"):
        own = level_of_value(score.rest.strip(" .,:;("), meaning.item)
        own = own if own in levels_of_word(score.word, meaning.item) else None
    if own is not None:
        return Evidence((own,), Kind.VALUE, Place.COLUMN)
    small = plain(cell.text).strip(" .:;-")
    usual = [plain(other.text).strip(" .:;-") for at, other in block.cells if at and at.role is Role.REFERENCE]
    same = small in usual and not any(level.value for level in items()[meaning.item].levels.values())
    nothing = small in _NOTHING and is_norm_word("nee", meaning.item)
    if same or nothing or pattern("value_norm").match(small):
        return Evidence((0,), Kind.VALUE, Place.COLUMN)
    return None
