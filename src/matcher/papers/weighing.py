"""What a written score means for an item, with a doubt when its parts do not agree."""

from dataclasses import dataclass, replace
from enum import StrEnum

from matcher.papers.choices import conditions_in, narrowed
from matcher.papers.found import Doubt
from matcher.papers.grammar import (
    Score,
    is_norm_word,
    level_word,
    levels_of_word,
    means_something_else,
    starts_with_a_side,
)
from matcher.papers.vocabulary import pattern
from matcher.reference.fml import items
from matcher.reference.form_rules import form_rules
from matcher.reference.text_signals import plain

SIDE_ITEMS = frozenset({"IV.1", "IV.2"})  # their score is a side of the body itself


class Kind(StrEnum):
    """How a score was written."""

    BOTH = "both"  # a number and the word that belongs to it
    NUMBER = "number"
    WORD = "word"
    BOX = "box"
    VALUE = "value"  # the value of one level, or that of the norm, in a column for what the person can do


class Place(StrEnum):
    """Where a score stood."""

    COLUMN = "column"  # under a heading that says what it is
    CELL = "cell"  # a cell of its own
    BEHIND = "behind"  # behind the name
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One score that an item shows.

    Attributes:
        levels: the levels; empty when there is a score that cannot be understood.
        kind: how it was written.
        place: where it stood.
        doubt: why it may not be taken as it is.
        rest: words behind it.
        word: the word of the score, when it is of one degree.
    """

    levels: tuple[int, ...]
    kind: Kind
    place: Place
    doubt: Doubt | None = None
    rest: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """How the levels of one item are to be read.

    Attributes:
        item: item of the current list.
        option: True when the line is one condition of an item: yes or no.
        old: True for the list of 2002-2013, whose level words are not verified.
        many: True when several levels may be ticked.
    """

    item: str
    option: bool
    old: bool
    many: bool


def weighed(score: Score, place: Place, meaning: Meaning) -> Evidence:
    """Answer what a written score means for an item, with a doubt when its parts do not agree.

    A side of the body in the score ("links 2, rechts 0") goes with the words behind it, so that it is not lost.

    Args:
        score: the score as written.
        place: where it stood.
        meaning: how the levels of the item are to be read.
    """
    found = _weighed(score, place, meaning)
    if meaning.item in SIDE_ITEMS or not starts_with_a_side(score):
        return found
    rest = found.rest.lstrip()
    return replace(found, rest=f"{score.word} {rest}" if rest[:1].isalnum() else score.word + rest)


def _weighed(score: Score, place: Place, meaning: Meaning) -> Evidence:
    kind = Kind.BOTH if score.numbers and score.word else Kind.NUMBER if score.numbers else Kind.WORD
    if meaning.option:
        return _yes_or_no(score, kind, place)
    if score.word == "ja" and not score.numbers and not meaning.old and len(items()[meaning.item].levels) > 2:  # noqa: PLR2004
        levels, rest, clear = conditions_in(score.rest, meaning.item)
        if levels and clear:
            return Evidence(levels, Kind.BOTH, place)
        if levels and rest and starts_as_words(rest):
            return Evidence(levels, Kind.BOTH, place, None, rest)
        return Evidence((), kind, place, Doubt.DEGREE_UNKNOWN, score.rest)
    if score.numbers:
        return _by_number(score, kind, place, meaning)
    return _by_word(score, place, meaning)


def starts_as_words(text: str) -> bool:
    """Answer whether a text starts as the words beside a score do ("namelijk")."""
    return pattern("text_starts").match(plain(text).lstrip(" (,;:-")) is not None


def _yes_or_no(score: Score, kind: Kind, place: Place) -> Evidence:
    words = {"ja": 1, "beperkt": 1, "nee": 0, "neen": 0}
    by_word = words.get(score.word, 0 if score.word and is_norm_word(score.word, None) else None)
    by_number = score.numbers[0] if len(score.numbers) == 1 and score.numbers[0] in (0, 1) else None
    if score.numbers and by_number is None:
        return Evidence((), kind, place, Doubt.UNKNOWN_LEVEL, score.rest)
    if by_word is not None and by_number is not None and by_word != by_number:
        return Evidence((), kind, place, Doubt.NUMBER_AND_WORD, score.rest)
    level = by_number if by_number is not None else by_word
    if level is None:
        return Evidence((), kind, place, Doubt.WORD_UNKNOWN, score.rest)
    return Evidence((level,), kind, place, None, score.rest)


def _by_number(score: Score, kind: Kind, place: Place, meaning: Meaning) -> Evidence:
    numbers = tuple(sorted(set(score.numbers)))
    if len(numbers) > 1 and (not meaning.many or 0 in numbers):
        return Evidence((), kind, place, Doubt.SEVERAL_SCORES, score.rest)
    if not all(exists(number, meaning) for number in numbers):
        return Evidence((), kind, place, Doubt.UNKNOWN_LEVEL, score.rest)
    if score.word and not _word_fits(score.word, numbers, meaning):
        return Evidence(numbers, kind, place, Doubt.NUMBER_AND_WORD, score.rest)
    rest = score.rest
    if meaning.many and not meaning.old and numbers != (0,):
        more, left, _ = conditions_in(rest, meaning.item)
        if more:
            named_only = [n for n in more if n not in numbers]
            rest = left
            if named_only and not _numbered(score.rest, named_only):
                return Evidence(numbers, kind, place, Doubt.NUMBER_AND_WORD, score.rest)
            numbers = tuple(sorted({*numbers, *more}))
    if meaning.many and set(numbers) == {n for n in items()[meaning.item].levels if n} and len(numbers) > 2:  # noqa: PLR2004
        return Evidence(numbers, kind, place, Doubt.SEVERAL_SCORES, rest)  # the whole scale is printed
    return Evidence(numbers, kind, place, None, rest, score.word)


def _numbered(text: str, numbers: list[int]) -> bool:
    return all(any(part.strip().startswith(str(n)) for part in text.replace(",", ";").split(";")) for n in numbers)


def _word_fits(word: str, numbers: tuple[int, ...], meaning: Meaning) -> bool:
    norm = is_norm_word(word, None) or is_norm_word(word, meaning.item)
    if numbers == (0,) or norm:
        return norm and numbers == (0,)
    if meaning.old:
        return True
    if word == "ja" and meaning.many:
        return True
    return all(level_word(items()[meaning.item].levels[number].name_nl) == word for number in numbers)


def _by_word(score: Score, place: Place, meaning: Meaning) -> Evidence:
    if is_norm_word(score.word, None if meaning.old else meaning.item) or (
        meaning.old and is_norm_word(score.word, meaning.item)
    ):
        return Evidence((0,), Kind.WORD, place, None, score.rest)
    known = narrowed(levels_of_word(score.word, meaning.item), score.rest, meaning.item)
    if meaning.old:
        return Evidence(known, Kind.WORD, place, Doubt.OLD_LIST_WORD, score.rest)
    if not known:
        return Evidence((), Kind.WORD, place, Doubt.WORD_UNKNOWN, score.rest)
    if len(known) > 1:
        levels, left, clear = conditions_in(score.rest, meaning.item) if meaning.many else ((), score.rest, False)
        if levels and (clear or starts_as_words(left)):
            return Evidence(levels, Kind.BOTH, place, None, left)
        return Evidence(known, Kind.WORD, place, Doubt.DEGREE_UNKNOWN, score.rest)
    if means_something_else(score.rest, score):
        return Evidence(known, Kind.WORD, place, Doubt.OTHER_DEGREE_IN_TEXT, score.rest)
    return Evidence(known, Kind.WORD, place, None, score.rest, score.word)


def conditions_named(text: str, kind: Kind, place: Place, meaning: Meaning) -> Evidence | None:
    """Answer the conditions that a text names, or None when it names none or something else as well.

    Args:
        text: words behind the name of an item.
        kind: how they were written.
        place: where they stood.
        meaning: how the levels of the item are to be read.
    """
    if meaning.old or meaning.option or not meaning.many:
        return None
    levels, left, clear = conditions_in(text, meaning.item)
    return Evidence(levels, kind, place, None, left) if levels and (clear or starts_as_words(left)) else None


def exists(number: int, meaning: Meaning) -> bool:
    """Answer whether an item has a level with this number."""
    if meaning.old:
        return meaning.many or number <= form_rules().legacy_highest_level
    return number in items()[meaning.item].levels
