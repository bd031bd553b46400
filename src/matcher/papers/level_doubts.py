"""Why one clear level may not hold: other words, its figure, its column, or how few signs say it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from matcher.papers.coarse import lighter_words
from matcher.papers.columns import Role
from matcher.papers.every_option import holds_more_phrases, others_named
from matcher.papers.figures import confirms, contradicts, holds_other_figure
from matcher.papers.found import Doubt
from matcher.papers.grammar import level_word, levels_of_word, names_a_side, score_at_start
from matcher.papers.printed_scale import is_footnote, without_footnotes
from matcher.papers.shown import Shown
from matcher.papers.told_options import all_told, options_told
from matcher.papers.traits import Traits
from matcher.papers.vocabulary import doubt_pattern
from matcher.papers.weighing import SIDE_ITEMS, Evidence, Kind, Place, weighed
from matcher.reference.fml import items
from matcher.reference.text_signals import plain

_HOURS = frozenset({"VI.2", "VI.3"})
_IN_WORDS = frozenset({Kind.BOTH, Kind.WORD, Kind.VALUE})  # not by a number of a scale that may be another one


def doubt_about(each: Shown, traits: Traits, levels: tuple[int, ...], evidence: list[Evidence]) -> Doubt | None:
    """Answer why one clear level may not hold: other words, its figure, its column, or how few signs say it.

    Args:
        each: the item with what it shows.
        traits: how its form writes.
        levels: the levels that its scores agree on.
        evidence: the scores that count.
    """
    said = _said_beside(each, traits, levels, evidence)
    if said is not None:
        return said
    telling = [found for found in each.evidence if found.doubt is None]  # "ja" beside a word adds nothing to it
    single = len(telling) == 1 and telling[0].kind is Kind.WORD
    by_value = any(found.kind is Kind.VALUE for found in evidence)
    if _figure_says_otherwise(each, levels, exact=single, everywhere=by_value):
        return Doubt.FIGURE_ELSEWHERE
    if traits.coarse and _is_open(each, levels, evidence):
        return Doubt.COARSE_WORD
    if traits.other_scale and not any(
        found.word or found.kind in (Kind.BOTH, Kind.WORD, Kind.VALUE) for found in each.evidence
    ):
        return Doubt.SCALE_UNKNOWN
    if traits.crooked and all(is_loose_mark(each, found) for found in evidence):
        return Doubt.COLUMN_UNKNOWN
    strong = any(found.kind in (Kind.BOTH, Kind.BOX, Kind.VALUE) for found in each.evidence)
    strong = strong or (len(each.evidence) > 1 and not single)
    first = telling[0] if single else each.evidence[0]
    return None if strong else _doubt_about_single(each, first, levels, traits)


def _said_beside(each: Shown, traits: Traits, levels: tuple[int, ...], evidence: list[Evidence]) -> Doubt | None:
    """Answer the doubt that the words beside a score give: another score, another degree, or one more option."""
    if (traits.whole_scales and not _is_chosen(each, evidence)) or _other_score_in(" ".join(each.texts), each, levels):
        return Doubt.SEVERAL_SCORES
    if _scored_below(each, levels):
        return Doubt.SEVERAL_SCORES
    if _other_degree_in(each, levels):
        return Doubt.OTHER_DEGREE_IN_TEXT
    if doubt_pattern("compared").match(each.block.anchor.rest):
        return Doubt.UNKNOWN_LEVEL
    return Doubt.MORE_OPTIONS if _holds_more(each, levels) else None


def _scored_below(each: Shown, levels: tuple[int, ...]) -> bool:
    """Answer whether a line below an item is a score too, and another one: "beperkt: ..." below "normaal"."""
    if each.meaning.option or each.meaning.old:
        return False
    scores = [score for line in each.block.lines if (score := score_at_start(line)) is not None and score.word]
    ended = [score for score in scores if not score.rest.strip() or score.rest.lstrip()[0] in ":,;.("]
    found = [weighed(score, Place.BEHIND, each.meaning).levels for score in ended if not names_a_side(score)]
    return any(other and set(other).isdisjoint(levels) for other in found)


def _is_chosen(each: Shown, evidence: Sequence[Evidence]) -> bool:
    """Answer whether every score of an item on a form with whole scales is a choice, and not a line of its scale."""
    if all(found.kind is Kind.BOX for found in evidence):
        return True
    placed = all(found.kind is Kind.BOX or found.place is Place.COLUMN for found in evidence)
    return bool(each.block.options) and (placed or _is_labelled(each))


def _is_labelled(each: Shown) -> bool:
    """Answer whether the word "score" stands in front of the number beside the name of an item."""
    beside = (each.block.anchor.rest, *(cell.text for _, cell in each.block.cells))
    return any(doubt_pattern("labelled_score").search(plain(text)) for text in beside)


def _holds_more(each: Shown, levels: tuple[int, ...]) -> bool:
    """Answer whether an item with several options shows more of them than were read."""
    item = each.meaning.item
    if each.meaning.old or each.meaning.option or not each.meaning.many or levels == (0,):
        return False
    written = written_beside(each)
    if any(doubt_pattern("mixed_options").search(plain(text)) for text in written):
        return True
    more = not all_told(each.texts, item, levels) and holds_more_phrases(each.texts, item, levels)
    return more or bool(others_named(written, item, levels))


def written_beside(each: Shown) -> tuple[str, ...]:
    """Answer everything beside the name of an item; with boxes only the words that are no label of a box.

    Args:
        each: the item with what it shows.
    """
    if any(found.kind is Kind.BOX for found in each.evidence):
        return each.texts
    aside = (Role.SIDE, Role.NUMBER, Role.PAST, Role.REFERENCE)
    cells = [
        cell.text
        for column, cell in each.block.cells
        if (column is None or column.role not in aside) and not is_footnote(cell.text)
    ]
    return (without_footnotes(each.block.anchor.rest), *map(without_footnotes, cells), *each.block.lines)


def _is_open(each: Shown, levels: tuple[int, ...], evidence: list[Evidence]) -> bool:
    """Answer whether only a word says which of several degrees it is, and no figure of the list agrees."""
    if each.meaning.old or each.meaning.option or each.meaning.many or len(levels) != 1 or levels == (0,):
        return False
    degrees = [number for number in items()[each.meaning.item].levels if number]
    if len(degrees) < 2 or any(found.kind in (Kind.BOTH, Kind.NUMBER, Kind.VALUE) for found in evidence):  # noqa: PLR2004
        return False
    return each.meaning.item not in SIDE_ITEMS and not confirms(each.texts, each.meaning.item, levels[0])


def is_loose_mark(each: Shown, found: Evidence) -> bool:
    """Answer whether a score is a mark under a heading without drawn lines, so that only its place tells the level.

    Args:
        each: the item with what it shows.
        found: one of its scores.
    """
    ruled = each.block.heading is not None and each.block.heading.table is not None
    return found.kind is Kind.BOX and found.place is Place.COLUMN and not ruled


def _other_score_in(text: str, each: Shown, levels: tuple[int, ...]) -> bool:
    """Answer whether the words beside a score hold another number with the word of its level."""
    if each.meaning.old or each.meaning.option:
        return False
    known = items()[each.meaning.item].levels
    small = plain(text)
    return any(
        re.search(rf"(?<![\d.,]){number}\s*[:=)\-\u2013]?\s*\(?{re.escape(level_word(level.name_nl))}(?!\w)", small)
        for number, level in known.items()
        if number not in levels
    )


def _other_degree_in(each: Shown, levels: tuple[int, ...]) -> bool:
    """Answer whether the words beside a score name a degree that is none of the levels that were read."""
    if each.meaning.old or each.meaning.option:
        return False
    named = [found for text in each.texts for found in doubt_pattern("degree_named").findall(plain(text))]
    meant = [levels_of_word(" ".join(word.split()), each.meaning.item) for word in named]
    return any(set(levels).isdisjoint(found) for found in meant if found)


def is_confirmed(found: Evidence, each: Shown) -> bool:
    """Answer whether the figure of the list beside a score says which of the degrees is meant.

    Args:
        found: one score of an item.
        each: the item with what it shows.
    """
    if found.doubt is not Doubt.DEGREE_UNKNOWN or len(found.levels) != 1 or each.meaning.old or each.meaning.option:
        return False
    return confirms(each.texts, each.meaning.item, found.levels[0])


def _figure_says_otherwise(each: Shown, levels: tuple[int, ...], *, exact: bool, everywhere: bool) -> bool:
    if each.meaning.old or each.meaning.option or len(levels) != 1:
        return False
    if everywhere and holds_other_figure(each.texts, each.meaning.item, levels[0]):
        return True
    return contradicts(each.texts, each.meaning.item, levels[0], exact=exact and levels != (0,))


def with_options_told(found: Evidence, each: Shown, traits: Traits) -> Evidence:
    """Answer a score that leaves open which options hold with the ones that the words beside it tell, if they do.

    On a form with boxes for its options the words only explain what is ticked.

    Args:
        found: one score of an item.
        each: the item with what it shows.
        traits: how its form writes.
    """
    if found.doubt is not Doubt.DEGREE_UNKNOWN or not each.meaning.many or each.meaning.old or each.meaning.option:
        return found
    if traits.boxed or any(other is not found and other.kind is Kind.BOX for other in each.evidence):
        return found
    told = {levels for text in each.texts if (levels := options_told(text, each.meaning.item)) is not None}
    if len(told) != 1 or (found.levels and not set(next(iter(told))) <= set(found.levels)):
        return found
    return replace(found, levels=next(iter(told)), kind=Kind.BOTH, doubt=None)


def is_settled(found: Evidence, others: list[Evidence]) -> bool:
    """Answer whether a word with several levels is settled by a number elsewhere on the line that is one of them.

    Args:
        found: the score with the word.
        others: the scores of the same item without a doubt.
    """
    open_word = found.doubt is Doubt.DEGREE_UNKNOWN and found.kind is Kind.WORD
    if open_word and not found.levels:  # "ja" beside the boxes of its conditions
        return any(other.kind is Kind.BOX and any(other.levels) for other in others)
    several = found.doubt is Doubt.DEGREE_UNKNOWN and len(found.levels) > 1
    return several and any(other.levels and set(other.levels) <= set(found.levels) for other in others)


def _doubt_about_single(each: Shown, found: Evidence, levels: tuple[int, ...], traits: Traits) -> Doubt | None:
    item, old = each.meaning.item, each.meaning.old
    labelled = found.place is Place.COLUMN or _is_labelled(each)
    if found.kind is Kind.NUMBER:
        if is_row_number(found, each) or (found.place is Place.BEFORE and traits.counted):
            return Doubt.ROW_NUMBER
        if item in _HOURS and not labelled and not (traits.bare_numbers and levels == (0,)):
            return Doubt.NUMBER_OR_HOURS
        return None
    if found.kind is Kind.WORD and found.place is Place.BEFORE and re.match(r"\s*\w", each.block.anchor.rest):
        return Doubt.MENTIONED  # the end of one sentence and the start of the next
    if levels == (0,) or each.meaning.option or old:
        return None
    if found.kind is Kind.WORD and doubt_pattern("limited_to").match(plain(found.rest)):
        return None if confirms(each.texts, item, levels[0]) else Doubt.DEGREE_UNKNOWN
    degrees = [number for number in items()[item].levels if number]
    generic = len(degrees) > 1 and not each.meaning.many
    first = levels and found.kind is Kind.WORD and _is_plain_beperkt(item, levels[0])
    if not (generic and first) or confirms(each.texts, item, levels[0]):
        return None
    lighter = lighter_words(item)
    told = traits.numbered or (bool(traits.words & lighter) if lighter else traits.graded)
    return None if told else Doubt.DEGREE_UNKNOWN


def is_row_number(found: Evidence, each: Shown) -> bool:
    """Answer whether a number stands in front of a name without a sign that makes it more than that of its row.

    Args:
        found: one score of an item.
        each: the item with what it shows.
    """
    if found.place is not Place.BEFORE or found.kind is not Kind.NUMBER or each.block.anchor.written is not None:
        return False
    return re.search(r"[()\[\]<>:=]|[a-z]", each.block.anchor.before.casefold()) is None


def _is_plain_beperkt(item: str, level: int) -> bool:
    return plain(items()[item].levels[level].name_nl) == "beperkt"
