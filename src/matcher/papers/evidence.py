"""Every score that one item shows, wherever it stands: column, box, cell, behind or before the name."""

from collections.abc import Iterator
from dataclasses import replace

from matcher.papers.block import Block
from matcher.papers.choices import Choice, choices_in, has_boxes, level_of_label, lone_tick, without_sides
from matcher.papers.chosen_lines import line_evidence
from matcher.papers.columns import Column, Role
from matcher.papers.found import Doubt
from matcher.papers.grammar import (
    Score,
    is_norm_word,
    is_option,
    is_tick,
    level_word,
    levels_of_word,
    names_a_side,
    score_at_start,
    whole_score,
)
from matcher.papers.limited import is_no_or_yes, limited_or_not
from matcher.papers.printed_scale import (
    Printed,
    chosen_of,
    holds_only_numbers,
    is_footnote,
    printed_in,
    without_footnotes,
)
from matcher.papers.scales import offers_all
from matcher.papers.value_cells import level_in_cell
from matcher.papers.vocabulary import doubt_pattern
from matcher.papers.weighing import (
    SIDE_ITEMS,
    Evidence,
    Kind,
    Meaning,
    Place,
    conditions_named,
    exists,
    starts_as_words,
    weighed,
)
from matcher.reference.fml import items
from matcher.reference.text_signals import plain
from matcher.sheets import Cell


def evidence_of(block: Block, meaning: Meaning) -> tuple[list[Evidence], list[str]]:
    """Answer every score that an item shows, and the words that are no score.

    Args:
        block: the item.
        meaning: how its levels are to be read.
    """
    scale = _scale_on_row(block)
    found = list(_columns_ticked(block, meaning)) if scale is None else [chosen_of(scale, Place.CELL, meaning)]
    found += limited_or_not(block, meaning)
    boxes = [line for line in block.lines if is_option(line) or has_boxes(line)]
    plain_lines = [line for line in block.lines if line not in boxes]
    rest = block.anchor.rest
    if has_boxes(rest):
        boxes.insert(0, rest)
        rest = ""
    texts: list[str] = []
    for column, cell in _telling_cells(block, is_ticked=bool(found)):
        if is_footnote(cell.text) or (scale is not None and holds_only_numbers(cell.text)):
            continue
        is_text = column is not None and column.role is Role.TEXT
        if not is_text and (has_boxes(cell.text) or lone_tick(cell.text) is not None):
            if _is_under_unknown(block, column) and is_no_or_yes(cell.text):
                found.append(Evidence((), Kind.BOX, Place.COLUMN, Doubt.COLUMN_UNKNOWN))
            else:
                boxes.append(cell.text)
            continue
        value = None if is_text else level_in_cell(block, column, cell, meaning)
        evidence = value
        if value is None and not is_text:
            evidence = _in_cell(without_footnotes(cell.text), column, meaning)
        if evidence is None:
            texts.append(cell.text)
        else:
            found.append(_placed(evidence, block, column, cell))
            texts.append(evidence.rest if value is None else cell.text if any(value.levels) else "")
    found += _in_boxes(boxes, meaning, texts, bool(found))
    found, left = _behind_and_before(block, meaning, rest, found)
    chosen, filled_in = line_evidence(block, meaning)
    found += [chosen] if chosen is not None else []
    texts += filled_in
    texts[:0] = [left] if left else []
    for line in plain_lines:
        score = score_at_start(line)
        if score is not None and score.numbers and score.word:
            found.append(weighed(score, Place.BEHIND, meaning))
            texts.append(found[-1].rest)
        else:
            texts.append(line)
    return found, [text for text in texts if text.strip(" .:;,-()|")]


def _scale_on_row(block: Block) -> Printed | None:
    """Answer the scale that is printed in the cells of a row together, as in `0 | 1 [2] | 3`."""
    cells = [
        cell.text
        for column, cell in block.cells
        if (column is None or column.role is Role.LEVEL) and holds_only_numbers(cell.text)
    ]
    return printed_in(" ".join(cells)) if len(cells) > 1 or (cells and " " in cells[0].strip()) else None


def _telling_cells(block: Block, *, is_ticked: bool) -> Iterator[tuple[Column | None, Cell]]:
    """Yield the cells that may hold a score or words about it."""
    for column, cell in block.cells:
        role = column.role if column is not None else None
        if role is Role.LEVEL and (is_ticked or lone_tick(cell.text) is not None or not cell.text.strip(" -")):
            continue
        if role is Role.NAME and cell.text.strip().isdigit():
            continue  # the number of the item, in a column of its own
        if role not in (Role.SIDE, Role.NUMBER, Role.PAST, Role.REFERENCE, Role.LIMITED):
            yield column, cell


def _placed(evidence: Evidence, block: Block, column: Column | None, cell: Cell) -> Evidence:
    """Answer the score of a cell with what its place says about it."""
    if _is_under_unknown(block, column):
        return replace(evidence, doubt=evidence.doubt or Doubt.COLUMN_UNKNOWN)
    if column is None and cell.right <= block.anchor.left:
        return replace(evidence, place=Place.BEFORE)
    return evidence


def _is_under_unknown(block: Block, column: Column | None) -> bool:
    """Answer whether a score stands under a heading that does not say what it is."""
    if column is not None:
        return column.role is Role.OTHER
    return block.heading is not None and any(each.role is Role.PAST for each in block.heading.columns)


def _columns_ticked(block: Block, meaning: Meaning) -> Iterator[Evidence]:
    """Yield the columns of levels with a mark, or with their own number, in them."""
    marked: list[Column] = []
    lost = False
    for column, cell in block.cells:
        text = without_footnotes(cell.text).strip()
        own = column is not None and column.level is not None and text == str(column.level)
        if column is not None and column.role is Role.LEVEL and (is_tick(text) or own):
            marked.append(column)
        elif is_tick(text) and block.heading is not None and block.heading.levels and column is None:
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
            yield _open_column(marked, meaning)
            return
        levels.append(level)
    if len(levels) > 1 and not meaning.many:
        yield Evidence((), Kind.BOX, Place.COLUMN, Doubt.SEVERAL_SCORES)
        return
    scale = block.heading.levels if block.heading is not None else ()
    numbers = {column.level for column in scale if column.level is not None}
    whole = offers_all(meaning, tuple(levels), numbers, {column.word for column in scale})
    word = marked[0].word if len(marked) == 1 else ""
    doubt = None if whole else Doubt.DEGREE_UNKNOWN
    yield Evidence(tuple(sorted(levels)), Kind.BOX, Place.COLUMN, doubt, word=word)


def _open_column(marked: list[Column], meaning: Meaning) -> Evidence:
    """Answer a mark below the word of several options, which the words beside it may tell; else it is not known."""
    word = marked[0].word if len(marked) == 1 and not (meaning.old or meaning.option) else ""
    limited = tuple(number for number in items()[meaning.item].levels if number)
    yes = word == "beperkt" and all(
        level_word(items()[meaning.item].levels[number].name_nl) == "ja" for number in limited
    )
    known = limited if yes else levels_of_word(word, meaning.item) if word else ()
    if len(known) == 1:
        return Evidence(known, Kind.BOX, Place.COLUMN, word=word)
    doubt = Doubt.DEGREE_UNKNOWN if known and meaning.many else Doubt.UNKNOWN_LEVEL
    return Evidence(known if doubt is Doubt.DEGREE_UNKNOWN else (), Kind.BOX, Place.COLUMN, doubt)


def _level_of_column(column: Column, meaning: Meaning) -> int | None:
    if column.level is not None:
        return column.level if exists(column.level, meaning) else None
    if meaning.old and not is_norm_word(column.word, None):
        return None
    known = levels_of_word(column.word, meaning.item)
    return known[0] if len(known) == 1 else None


def _in_cell(text: str, column: Column | None, meaning: Meaning) -> Evidence | None:
    """Answer the score in a cell of its own, or None when the cell says something else."""
    place = Place.COLUMN if column is not None and column.role in (Role.SCORE, Role.WORD) else Place.CELL
    scale = printed_in(text)
    if scale is not None:
        return chosen_of(scale, place, meaning)
    if place is Place.COLUMN and doubt_pattern("none_with_number").fullmatch(plain(text).strip()):
        return Evidence((0,), Kind.BOTH, place) if not meaning.option else None
    score = score_at_start(text) if place is Place.COLUMN else whole_score(text)
    if place is Place.COLUMN and score is None and text.strip(" -\u2013.") and column is not None:
        many = conditions_named(text, Kind.WORD, place, meaning)
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
    left += _behind_last(choices[-1])
    if not clear:
        yield Evidence((), Kind.BOX, Place.BEHIND, Doubt.SEVERAL_SCORES)
        return
    if not ticked:
        return
    yield _ticked(ticked, [choice.label for choice in choices], meaning, left)


def _behind_last(choice: Choice) -> list[str]:
    """Answer the words about the whole item that stand behind the last box, when that one is empty."""
    score = score_at_start(choice.label)
    behind = score is not None and not choice.ticked and starts_as_words(score.rest)
    return [score.rest] if score is not None and behind else []


def _ticked(ticked: list[Choice], labels: list[str], meaning: Meaning, left: list[str]) -> Evidence:
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
    scores = [score for label in labels if (score := score_at_start(label)) is not None]
    numbers = {score.numbers[0] for score in scores if len(score.numbers) == 1}
    named = all(_names_its_level(choice.label, meaning) for choice in ticked)
    if not named and not offers_all(meaning, distinct, numbers, {score.word for score in scores}):
        return Evidence(distinct, Kind.BOX, Place.BEHIND, Doubt.DEGREE_UNKNOWN)
    return Evidence(distinct, Kind.BOX, Place.BEHIND)


def _names_its_level(label: str, meaning: Meaning) -> bool:
    """Answer whether a label says by itself which level it is: a number with its word, a condition, a figure."""
    score = score_at_start(label)
    if score is None or score.is_graded or (score.numbers and score.word):
        return True
    return meaning.many and bool(score.rest.strip(" .:;,-"))


def _behind_and_before(block: Block, meaning: Meaning, rest: str, found: list[Evidence]) -> tuple[list[Evidence], str]:
    """Answer the scores with the one behind the name, else the one before it, and the words that are left."""
    rest = without_footnotes(rest)
    scale = printed_in(rest)
    if scale is not None:
        return [*found, chosen_of(scale, Place.BEHIND, meaning)], scale.rest
    score = score_at_start(rest) if rest.strip() else None
    if score is not None and not (names_a_side(score) and meaning.item not in SIDE_ITEMS):
        behind = weighed(score, Place.BEHIND, meaning)
        return [*found, behind], behind.rest
    conditions = conditions_named(rest.strip(" :.-"), Kind.WORD, Place.BEHIND, meaning) if rest.strip(" :.-") else None
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
        evidence = weighed(score, Place.BEFORE, meaning)
        if evidence.kind is Kind.NUMBER and doubt_pattern("ordinal").match(before):
            evidence = replace(evidence, doubt=evidence.doubt or Doubt.ROW_NUMBER)
        return [*found, evidence], rest
    return found, rest
