"""Rows of a form that prints whole scales: which of them are options of the item above?"""

from dataclasses import replace

from matcher.papers.anchors import Anchor, anchor_in
from matcher.papers.block import Block
from matcher.papers.choices import has_own_box
from matcher.papers.grammar import is_norm_word, score_at_start
from matcher.papers.option_lines import OptionLine, is_only_sign, is_strong, option_in, without_sign
from matcher.sheets import Row


def starts_scale(block: Block, row: Row) -> bool:
    """Answer whether the row of an item holds the first option of its scale, and keep it; or the line of a condition.

    Args:
        block: the item.
        row: the row that it starts on.
    """
    written = block.anchor.written
    if written is not None and written.option is not None:
        words, pointed = without_sign(row)
        block.own_line = OptionLine(written.option, words, pointed, is_strong(row))
    first = _first_option(block.anchor, row)
    if first is None:
        return False
    block.anchor, block.options = replace(block.anchor, rest=""), [first]
    return True


def take_of_scale(row: Row, block: Block | None) -> bool:
    """Answer whether a row is a line of the scale printed below an item, or a sign beside one, and keep it.

    Args:
        row: the row.
        block: the item above it; None when there is none.
    """
    if block is None or (has_own_box(row.text) and not block.options):
        return False  # every line with a box of its own says by itself whether it holds
    option = option_in(row)
    item = anchor_in(row, None) if option is not None else None
    if item is not None and item.is_sure and item.written is not None:
        return False  # a score in front of the name of the next item
    if option is not None:
        block.options.append(option)
        return True
    if block.options and is_only_sign(row):
        block.loose_sign = True
        return True
    return False


def _first_option(anchor: Anchor, row: Row) -> OptionLine | None:
    """Answer the first option of a printed scale when it stands on the line of its item, behind the name."""
    rest = replace(row.cells[anchor.name_cell], text=anchor.rest, strong=False)
    behind = (rest, *row.cells[max(anchor.name_cell, anchor.code_cell) + 1 :])
    option = option_in(row.with_cells(tuple(cell for cell in behind if cell.text.strip())))
    score = score_at_start(option.words) if option is not None else None
    return option if score is not None and is_norm_word(score.word, None) else None
