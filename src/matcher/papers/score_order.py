"""Does a score stand below or behind its item, or above and in front of it? Where both may be, it is no score."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from matcher.papers.anchors import anchor_in
from matcher.papers.choices import has_boxes
from matcher.papers.grammar import score_at_start, whole_score
from matcher.papers.shown import Shown
from matcher.papers.vocabulary import doubt_number
from matcher.papers.weighing import Place, weighed
from matcher.sheets import Row

_BEHIND_A_SCORE = ("", ":", ",", ";", ".", "(", "-", "\u2013")
_ITEM, _SCORED, _SCORE, _OTHER = "item", "scored", "score", "other"


def scores_may_stand_above(rows: Sequence[Row]) -> bool:
    """Answer whether scores on lines of their own may belong to the item below them.

    They belong to the item above them where the items at the start of each part have one below them, and the items at
    the end too. A few scores that a page break took from their items do not turn the order of the others.

    Args:
        rows: the rows of a form in reading order.

    Example:
        >>> from matcher.sheets import Cell
        >>> lines = ("IV.13 Tillen", "beperkt", "IV.14 Dragen", "licht beperkt")
        >>> rows = [Row(1, (Cell(line, 0, 9),)) for line in lines]
        >>> scores_may_stand_above(rows), scores_may_stand_above([rows[3], *rows[:3]])
        (False, True)
    """
    kinds = [_OTHER, *map(_kind, rows), _OTHER]
    above = below = 0
    for at in range(1, len(kinds) - 1):
        before, kind, after = kinds[at - 1 : at + 2]
        if kind == _ITEM and before == _SCORE:
            above += kinds[at - 2] != _ITEM or after != _SCORE  # nothing else that the score could belong to
        elif kind == _ITEM:
            below += after == _SCORE
        elif kind == _SCORE and before == _ITEM:
            below += after != _ITEM
    return above > doubt_number("scores_above_most") * below


def has_no_score_of_its_own(row: Row) -> bool:
    """Answer whether a row starts an item and holds nothing that may be its score.

    Args:
        row: a row of a form.

    Example:
        >>> from matcher.sheets import Cell
        >>> in_front = [Cell(text, 9 * at, 8) for at, text in enumerate(("0", "I.2", "Verdelen van de aandacht"))]
        >>> has_no_score_of_its_own(Row(1, tuple(in_front))), has_no_score_of_its_own(Row(1, tuple(in_front[1:])))
        (False, True)
    """
    return _kind(row) == _ITEM


def _kind(row: Row) -> str:
    anchor = anchor_in(row, None)
    if anchor is not None and anchor.is_sure:
        first, last = sorted((anchor.code_cell, anchor.name_cell))
        around = (*row.cells[:first], *row.cells[last + 1 :])  # a column of scores may stand on either side
        beside = (anchor.rest, anchor.before, *(cell.text for cell in around))
        told = any(text.strip() and (score_at_start(text) is not None or has_boxes(text)) for text in beside)
        return _SCORED if told else _ITEM
    score = score_at_start(row.text) if row.text.strip() else None
    ends = score is not None and score.rest.strip()[:1] in _BEHIND_A_SCORE
    return _SCORE if score is not None and (score.word or score.numbers) and ends else _OTHER


def with_scores_in_front(seen: Sequence[Shown]) -> list[Shown]:
    """Answer the items; a score in front of a name counts beside the one behind it, so that two that differ are asked.

    Numbers that go up by one number the rows and are no scores.

    Args:
        seen: the items of a form.
    """
    scores = [whole_score(each.block.anchor.before) if each.block.anchor.before else None for each in seen]
    numbers = [score.numbers[0] for score in scores if score is not None and len(score.numbers) == 1 and not score.word]
    up = sum(two == one + 1 for one, two in pairwise(numbers))
    counted = len(numbers) >= doubt_number("counted_from") and up >= doubt_number("counted_share") * (len(numbers) - 1)
    found = []
    for each, score in zip(seen, scores, strict=True):
        behind = any(own.place is Place.BEHIND for own in each.evidence)
        tells = score is not None and (score.word or (each.block.anchor.written is not None and not counted))
        if score is None or not behind or not tells:
            found.append(each)
            continue
        found.append(replace(each, evidence=(*each.evidence, weighed(score, Place.BEFORE, each.meaning))))
    return found
