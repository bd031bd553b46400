"""From the scores that an item shows to one reading: sure, doubtful or without a score. In doubt it asks."""

from dataclasses import replace

from matcher.domain.case import Entry
from matcher.intake import without_medical_text
from matcher.papers.beside import beside, kept_words
from matcher.papers.every_option import others_named
from matcher.papers.found import Doubt, ItemReading, Sureness
from matcher.papers.grammar import score_at_start
from matcher.papers.level_doubts import (
    doubt_about,
    is_confirmed,
    is_row_number,
    is_settled,
    with_options_told,
    written_beside,
)
from matcher.papers.shown import Shown
from matcher.papers.suspicion import suspicion
from matcher.papers.traits import Traits
from matcher.papers.vocabulary import doubt_pattern
from matcher.papers.weighing import Kind, Place, weighed
from matcher.reference.text_signals import plain


def judge(each: Shown, traits: Traits) -> ItemReading:
    """Answer the reading of one item.

    Args:
        each: what it shows.
        traits: how its form writes.
    """
    text, side, figure = beside(each)
    kept = without_medical_text(Entry(item=each.code, text=text))
    base = ItemReading(
        code=each.code, name=each.block.anchor.name.strip(), levels=(), sureness=Sureness.DOUBTFUL,
        page=each.block.page, words=kept_words(each.block.words()), side=side,
        value=figure.value if figure else None, unit=figure.unit if figure else None,
        text=kept.text, withheld=kept.withheld,
    )  # fmt: skip
    levels, doubt = _levels(each, traits)
    if any(doubt_pattern("open_score").search(plain(text)) for text in each.texts):
        doubt = doubt or Doubt.NO_SCORE
    if doubt is None and levels is not None:
        doubt = each.block.aside or suspicion(each.evidence, each.texts)
    elif each.block.aside is not None:
        doubt = each.block.aside
    if doubt is None and traits.recognised and not any(e.kind is Kind.BOTH for e in each.evidence):
        doubt = Doubt.RECOGNISED
    if doubt is None and levels is not None:
        return replace(base, levels=levels, sureness=Sureness.SURE)
    proposed = levels or next((e.levels for e in each.evidence if e.levels), ())
    if doubt is Doubt.MORE_OPTIONS:
        proposed = tuple(sorted({*proposed, *others_named(written_beside(each), each.meaning.item, proposed)}))
    return replace(base, proposed=proposed, doubt=doubt or Doubt.NO_SCORE)


def _levels(each: Shown, traits: Traits) -> tuple[tuple[int, ...] | None, Doubt | None]:
    if each.block.group:
        return _in_group(each), Doubt.GROUPED
    if not each.evidence:
        if each.meaning.option and traits.deviations_only and not each.texts and not traits.whole_scales:
            return (1,), None  # a condition that is listed holds
        return None, Doubt.NO_SCORE
    each = replace(each, evidence=tuple(with_options_told(found, each, traits) for found in each.evidence))
    numbers = [found for found in each.evidence if found.doubt is None and not is_row_number(found, each)]
    evidence = [found for found in each.evidence if not is_settled(found, numbers)]
    for found in evidence:
        if found.doubt is not None and not is_confirmed(found, each):
            return found.levels or None, found.doubt
    sets = {found.levels for found in evidence}
    levels = next(iter(sets))
    if len(sets) > 1:
        apart = each.meaning.many and (0,) not in sets and all(found.kind is Kind.BOTH for found in evidence)
        if not apart:
            return None, Doubt.SEVERAL_SCORES
        levels = tuple(sorted({level for found in evidence for level in found.levels}))
    return levels, doubt_about(each, traits, levels, evidence)


def _in_group(each: Shown) -> tuple[int, ...] | None:
    """Answer the level that the heading above an item means for it, only to propose it."""
    score = score_at_start(each.block.group)
    own = weighed(score, Place.BEFORE, each.meaning).levels if score is not None else ()
    return own if all(found.levels == own for found in each.evidence) else None
