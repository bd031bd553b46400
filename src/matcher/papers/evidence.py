"""Every score that one item shows, wherever it stands: column, box, cell, behind or before the name."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from matcher.papers.blocks import Block, is_tick
from matcher.papers.choices import (
    Choice,
    choices_in,
    conditions_in,
    has_boxes,
    level_of_label,
    lone_tick,
    narrowed,
    without_sides,
)
from matcher.papers.columns import Column, Role
from matcher.papers.found import Doubt
from matcher.papers.grammar import (
    Score,
    is_norm_word,
    is_option,
    level_word,
    levels_of_word,
    means_something_else,
    names_a_side,
    score_at_start,
    whole_score,
)
from matcher.papers.vocabulary import pattern
from matcher.reference.fml import items
from matcher.reference.form_rules import form_rules
from matcher.reference.text_signals import plain

SIDE_ITEMS = frozenset({"IV.1", "IV.2"})


class Kind(StrEnum):
    """How a score was written."""

    BOTH = "both"  # a number and the word that belongs to it
    NUMBER = "number"
    WORD = "word"
    BOX = "box"


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
    """

    levels: tuple[int, ...]
    kind: Kind
    place: Place
    doubt: Doubt | None = None
    rest: str = ""


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


def evidence_of(block: Block, meaning: Meaning) -> tuple[list[Evidence], list[str]]:
    """Answer every score that an item shows, and the words that are no score.

    Args:
        block: the item.
        meaning: how its levels are to be read.
    """
    found: list[Evidence] = []
    texts: list[str] = []
    ticked = list(_columns_ticked(block, meaning))
    found += ticked
    boxes = [line for line in block.lines if is_option(line) or has_boxes(line)]
    plain_lines = [line for line in block.lines if line not in boxes]
    rest = block.anchor.rest
    if has_boxes(rest):
        boxes.insert(0, rest)
        rest = ""
    for column, cell in block.cells:
        role = column.role if column is not None else None
        if role is Role.LEVEL and (ticked or lone_tick(cell.text) is not None or not cell.text.strip(" -")):
            continue
        if role in (Role.TEXT, Role.SIDE, Role.NUMBER):
            if role is Role.TEXT:
                texts.append(cell.text)
            continue
        if has_boxes(cell.text) and lone_tick(cell.text) is None:
            boxes.append(cell.text)
            continue
        if lone_tick(cell.text) is not None:
            boxes.append(cell.text)
            continue
        evidence = _in_cell(cell.text, column, meaning)
        if evidence is None:
            texts.append(cell.text)
        else:
            found.append(evidence)
            texts.append(evidence.rest)
    found += _in_boxes(boxes, meaning, texts, bool(found))
    found, left = _behind_and_before(block, meaning, rest, found)
    texts[:0] = [left] if left else []
    for line in plain_lines:
        score = score_at_start(line)
        if score is not None and score.numbers and score.word:
            found.append(weighed(score, Place.BEHIND, meaning))
            texts.append(found[-1].rest)
        else:
            texts.append(line)
    return found, [text for text in texts if text.strip(" .:;,-()|")]


def _columns_ticked(block: Block, meaning: Meaning) -> Iterator[Evidence]:
    """Yield the columns of levels with a mark, or with their own number, in them."""
    marked: list[Column] = []
    lost = False
    for column, cell in block.cells:
        own = column is not None and column.level is not None and cell.text.strip() == str(column.level)
        if column is not None and column.role is Role.LEVEL and (is_tick(cell.text) or own):
            marked.append(column)
        elif is_tick(cell.text) and block.heading is not None and block.heading.levels and column is None:
            lost = True
    if lost:
        yield Evidence((), Kind.BOX, Place.COLUMN, Doubt.UNKNOWN_LEVEL)
        return
    if not marked:
        return
    levels: list[int] = []
    for column in marked:
        level = _level_of_column(column, meaning)
        if level is None:
            yield Evidence((), Kind.BOX, Place.COLUMN, Doubt.UNKNOWN_LEVEL)
            return
        levels.append(level)
    if len(levels) > 1 and not meaning.many:
        yield Evidence((), Kind.BOX, Place.COLUMN, Doubt.SEVERAL_SCORES)
        return
    yield Evidence(tuple(sorted(levels)), Kind.BOX, Place.COLUMN)


def _level_of_column(column: Column, meaning: Meaning) -> int | None:
    if column.level is not None:
        return column.level if _exists(column.level, meaning) else None
    if meaning.old and not is_norm_word(column.word, None):
        return None
    known = levels_of_word(column.word, meaning.item)
    return known[0] if len(known) == 1 else None


def _in_cell(text: str, column: Column | None, meaning: Meaning) -> Evidence | None:
    """Answer the score in a cell of its own, or None when the cell says something else."""
    place = Place.COLUMN if column is not None and column.role in (Role.SCORE, Role.WORD) else Place.CELL
    score = score_at_start(text) if place is Place.COLUMN else whole_score(text)
    if place is Place.COLUMN and score is None and text.strip(" -\u2013.") and column is not None:
        many = _conditions(text, Kind.WORD, place, meaning)
        if many is not None:
            return many
        return Evidence((), Kind.WORD, place, Doubt.WORD_UNKNOWN, text) if column.role is Role.SCORE else None
    if score is None and place is Place.CELL:
        score = score_at_start(text)
        if score is None or not (score.numbers or score.word):
            return None
        if not (score.numbers and score.word) and not _clearly_ends(score):
            return None
    if score is None or (names_a_side(score) and meaning.item not in SIDE_ITEMS):
        return None
    return weighed(score, place, meaning)


def _clearly_ends(score: Score) -> bool:
    return score.rest.lstrip()[:1] in {",", ";", ":", ".", "(", "-", "\u2013"} or not score.rest.strip()


def weighed(score: Score, place: Place, meaning: Meaning) -> Evidence:
    """Answer what a written score means for an item, with a doubt when its parts do not agree.

    Args:
        score: the score as written.
        place: where it stood.
        meaning: how the levels of the item are to be read.
    """
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
    if not all(_exists(number, meaning) for number in numbers):
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
    return Evidence(numbers, kind, place, None, rest)


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
    return Evidence(known, Kind.WORD, place, None, score.rest)


def _conditions(text: str, kind: Kind, place: Place, meaning: Meaning) -> Evidence | None:
    if meaning.old or meaning.option or not meaning.many:
        return None
    levels, left, clear = conditions_in(text, meaning.item)
    return Evidence(levels, kind, place, None, left) if levels and (clear or starts_as_words(left)) else None


def _exists(number: int, meaning: Meaning) -> bool:
    if meaning.old:
        return meaning.many or number <= form_rules().legacy_highest_level
    return number in items()[meaning.item].levels


def _in_boxes(texts: list[str], meaning: Meaning, left: list[str], has_score: bool) -> Iterator[Evidence]:  # noqa: FBT001
    """Yield what ticked boxes say; a lone box without a label only says something for a condition."""
    lone = [lone_tick(text) for text in texts]
    if texts and all(state is not None for state in lone):
        if meaning.option and len(lone) == 1:
            yield Evidence((1 if lone[0] else 0,), Kind.BOX, Place.CELL)
        elif any(lone) and not has_score:
            yield Evidence((), Kind.BOX, Place.CELL, Doubt.UNKNOWN_LEVEL)
        return
    choices, clear = choices_in(texts)
    if meaning.item not in SIDE_ITEMS:
        choices, side = without_sides(choices)
        left += [side] if side else []
    ticked = [choice for choice in choices if choice.ticked]
    if not choices:
        return
    if not clear:
        yield Evidence((), Kind.BOX, Place.BEHIND, Doubt.SEVERAL_SCORES)
        return
    if not ticked:
        return
    yield _ticked(ticked, meaning, left)


def _ticked(ticked: list[Choice], meaning: Meaning, left: list[str]) -> Evidence:
    levels: list[int] = []
    for choice in ticked:
        if meaning.option or meaning.old:
            score = score_at_start(choice.label)
            found = weighed(score, Place.BEHIND, meaning) if score is not None else None
            if found is None or found.doubt is not None or len(found.levels) != 1:
                doubt = found.doubt if found is not None and found.doubt is not None else Doubt.UNKNOWN_LEVEL
                return Evidence(found.levels if found else (), Kind.BOX, Place.BEHIND, doubt)
            levels.append(found.levels[0])
            left.append(found.rest)
            continue
        level = level_of_label(choice.label, meaning.item)
        if level is None:
            return Evidence((), Kind.BOX, Place.BEHIND, Doubt.UNKNOWN_LEVEL, choice.label)
        levels.append(level)
        score = score_at_start(choice.label)
        if score is not None and starts_as_words(score.rest):
            left.append(score.rest)
    distinct = tuple(sorted(set(levels)))
    if len(distinct) > 1 and (not meaning.many or 0 in distinct):
        return Evidence((), Kind.BOX, Place.BEHIND, Doubt.SEVERAL_SCORES)
    return Evidence(distinct, Kind.BOX, Place.BEHIND)


def _behind_and_before(block: Block, meaning: Meaning, rest: str, found: list[Evidence]) -> tuple[list[Evidence], str]:
    """Answer the scores with the one behind the name, else the one before it, and the words that are left."""
    score = score_at_start(rest) if rest.strip() else None
    if score is not None and not (names_a_side(score) and meaning.item not in SIDE_ITEMS):
        behind = weighed(score, Place.BEHIND, meaning)
        return [*found, behind], behind.rest
    conditions = _conditions(rest.strip(" :.-"), Kind.WORD, Place.BEHIND, meaning) if rest.strip(" :.-") else None
    if conditions is not None:
        return [*found, conditions], conditions.rest
    before = block.anchor.before
    state = lone_tick(before) if before else None
    if state is not None:
        if meaning.option:
            return [*found, Evidence((1 if state else 0,), Kind.BOX, Place.BEFORE)], rest
        return found, rest
    score = whole_score(before) if before else None
    if score is not None:
        return [*found, weighed(score, Place.BEFORE, meaning)], rest
    return found, rest
