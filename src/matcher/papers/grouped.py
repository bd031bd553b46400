"""Items below a heading of a degree: may that heading be taken as their score? Only when their values agree with it."""

from collections.abc import Sequence
from dataclasses import replace

from matcher.papers.figures import confirms, contradicts
from matcher.papers.grammar import Score, score_at_start
from matcher.papers.shown import Shown
from matcher.papers.vocabulary import doubt_number
from matcher.papers.weighing import Evidence, Place, weighed

_HEADINGS_FROM = 2  # one heading may stand above everything for another reason


def with_scores_of_headings(seen: Sequence[Shown]) -> list[Shown]:
    """Answer the items with the score of the heading above them, when the whole form shows that it is their score.

    The values that stand beside the items must agree with the heading above them: often enough, below more than one
    heading, and never otherwise. Else the items keep their heading as a proposal only.

    Args:
        seen: the items of a form.
    """
    below = [each for each in seen if each.block.group]
    if not _agree(below):
        return list(seen)
    return [_scored(each) if each.block.group and not each.block.group_left else each for each in seen]


def _agree(below: Sequence[Shown]) -> bool:
    headings, confirmed = set(), 0
    for each in below:
        found = _of_heading(each)
        if each.meaning.old or each.meaning.option or found is None or len(found.levels) != 1:
            continue
        level = found.levels[0]
        if contradicts(each.texts, each.meaning.item, level, exact=False):
            return False
        if level and confirms(each.texts, each.meaning.item, level):
            confirmed += 1
            headings.add(each.block.group)
    return confirmed >= doubt_number("confirmed_from") and len(headings) >= _HEADINGS_FROM


def _of_heading(each: Shown) -> Evidence | None:
    """Answer the score in the heading above an item as its own, with the words of the item behind it."""
    score = score_at_start(each.block.group)
    if score is None or not score.word:
        return None
    return weighed(Score(score.numbers, score.word, " ".join(each.texts)), Place.COLUMN, each.meaning)


def _scored(each: Shown) -> Shown:
    found = _of_heading(each)
    if found is None:
        return each
    each.block.group = ""
    return replace(each, evidence=(*each.evidence, found))
