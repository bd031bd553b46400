"""Does the form count as the list does? Another scale, or one turned round, makes every number on it doubtful."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from matcher.papers.anchors import anchor_in
from matcher.papers.choices import has_boxes
from matcher.papers.found import Doubt
from matcher.papers.vocabulary import doubt_list, doubt_number, doubt_pattern
from matcher.papers.weighing import Evidence, Kind
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_ONLY_FIGURE = re.compile(r"\W*\d[\d.,]*\W*")


def legend_is_strange(rows: Iterable[Row]) -> bool:
    """Answer whether a legend gives numbers another meaning than the list: 0 is the norm, and more is worse.

    Args:
        rows: the rows of a form; those of an item and its boxes say nothing here.

    Example:
        >>> from matcher.sheets import Cell
        >>> texts = ("0 = norm, 1 = beperkt", "0 beperkt, 1 norm")
        >>> [legend_is_strange([Row(1, (Cell(text, 0, 9),))]) for text in texts]
        [False, True]
    """
    pairs: set[tuple[int, int]] = set()
    turned = False
    for row in rows:
        anchor = anchor_in(row, None)
        if not (anchor is not None and anchor.is_sure) and not has_boxes(row.text):
            pairs.update(_pairs(plain(row.text)))
            told = ("scale_turned", "scale_told")
            turned = turned or any(doubt_pattern(each).search(plain(row.text)) for each in told)
    if turned:
        return True
    if len({number for number, _ in pairs}) < doubt_number("legend_numbers_least"):
        return False
    heavy: dict[int, set[int]] = {}
    for number, weight in pairs:
        heavy.setdefault(number, set()).add(weight)
    if any((number == 0) != (weight == 0) for number, weight in pairs):
        return True
    rising = [max(heavy[number]) for number in sorted(heavy)]
    return rising != sorted(rising)


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers of a legend with how much the word beside each limits; 0 is not at all."""
    if doubt_pattern("legend_words_first").search(text):
        for found in _word_first().finditer(text):
            yield int(found["number"]), _weight(found["word"])
        return
    for found in _number_first().finditer(text):
        yield int(found["number"]), _weight(found["word"])


def _weight(word: str) -> int:
    return next(at for at, each in enumerate(doubt_list("legend_weights")) if re.fullmatch(each, word))


@cache
def _word() -> str:
    return "(?P<word>" + "|".join(doubt_list("legend_weights")) + r")(?!\w)"


@cache
def _number_first() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,])(?P<number>\d)\s*(?:[=:)\-\u2013.]|is|betekent|staat voor)?\s*[('\"]*\s*{_word()}")


@cache
def _word_first() -> re.Pattern[str]:
    return re.compile(rf"{_word()}\s*(?:=|:|\(|is)\s*(?P<number>\d)(?![\d.,])")


def scores_are_strange(evidence: Sequence[Sequence[Evidence]], texts: Sequence[Sequence[str]], *, full: bool) -> bool:
    """Answer whether the numbers of a form do not behave as scores of the list.

    Args:
        evidence: per item the scores that it shows.
        texts: per item the words that are no score.
        full: True when the form lists every item, so that some must not be limited.
    """
    every = [each for own in evidence for each in own]
    numbers = [each for each in every if each.kind is Kind.NUMBER and each.doubt is None]
    outside = sum(each.kind is Kind.NUMBER and each.doubt is Doubt.UNKNOWN_LEVEL for each in every)
    figures = sum(
        bool(own) and not shown and all(_ONLY_FIGURE.fullmatch(text) for text in own)
        for shown, own in zip(evidence, texts, strict=True)
    )
    if _is_many(outside + figures, len(numbers)):
        return True
    both = sum(each.kind is Kind.BOTH and each.doubt is None for each in every)
    clashes = sum(each.doubt is Doubt.NUMBER_AND_WORD for each in every)
    if _is_many(clashes, both):
        return True
    limited = sum(any(each.levels) for each in numbers)
    return full and len(numbers) >= doubt_number("scale_from") and limited > doubt_number("limited_most") * len(numbers)


def _is_many(odd: int, others: int) -> bool:
    least = doubt_number("odd_scores_least")
    return odd >= least and odd > doubt_number("odd_scores_most") * (odd + others)
