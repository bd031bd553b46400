"""Which line of its printed scale holds for an item? Only a way of choosing that the whole form keeps to counts."""

from collections.abc import Sequence

from matcher.papers.block import Block
from matcher.papers.choices import option_named
from matcher.papers.figures import contradicts
from matcher.papers.found import Doubt
from matcher.papers.grammar import Score, score_at_start
from matcher.papers.option_lines import OptionLine
from matcher.papers.scales import offers_all
from matcher.papers.vocabulary import doubt_number, doubt_pattern, pattern
from matcher.papers.weighing import Evidence, Kind, Meaning, Place, weighed
from matcher.reference.fml import items
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_SEVERAL = 2  # so many lines make a scale


def choose_lines(blocks: Sequence[Block], others: Sequence[Row]) -> None:
    """Set for every item which lines of its printed scale are chosen, by a sign or by bold print.

    Args:
        blocks: the items of a form; the ones with a printed scale are changed.
        others: the rows that belong to no item, where the form may say what a sign or bold print means.
    """
    if any(_means_something_else(plain(row.text)) for row in others):
        return
    scales = [block for block in blocks if len(block.options) >= _SEVERAL]
    by_sign = _is_habit(scales, [_pointed(block.options) for block in scales], doubt_number("signs_share"))
    by_print = _is_habit(scales, [_strong(block.options) for block in scales], doubt_number("strong_share"))
    for block in blocks:
        if not (by_sign or by_print):
            continue
        lines = block.options if block.own_line is None else [block.own_line]
        ways = [_pointed(lines)] * by_sign + [_strong(lines)] * by_print
        block.chosen = ways[0] if all(way == ways[0] for way in ways) else None


def _means_something_else(text: str) -> bool:
    """Answer whether a form says that a sign or bold print stands at the usual or the earlier level."""
    return doubt_pattern("sign_of_other").search(text) is not None and "afwijk" not in text


def _is_habit(scales: Sequence[Block], chosen: Sequence[Sequence[OptionLine]], least: float) -> bool:
    """Answer whether nearly every scale has some lines, and not all, that stand out: not always the same one."""
    first = {block.options.index(lines[0]) for block, lines in zip(scales, chosen, strict=True) if lines}
    if len(first) < _SEVERAL:
        return False  # it may be a way of printing the norm
    some = sum(0 < len(lines) < len(block.options) for block, lines in zip(scales, chosen, strict=True))
    return some >= doubt_number("chosen_from") and some >= least * len(scales)


def _pointed(lines: Sequence[OptionLine]) -> tuple[OptionLine, ...]:
    return tuple(line for line in lines if line.pointed)


def _strong(lines: Sequence[OptionLine]) -> tuple[OptionLine, ...]:
    return tuple(line for line in lines if line.strong)


def line_evidence(block: Block, meaning: Meaning) -> tuple[Evidence | None, list[str]]:
    """Answer what the chosen line of a printed scale says about an item, and the words that were filled in on it.

    Args:
        block: the item.
        meaning: how its levels are to be read.

    Returns:
        None when the item has no printed scale, or when the form chooses in another way.
    """
    if block.chosen is None:
        return (Evidence((), Kind.BOX, Place.BEHIND, Doubt.SEVERAL_SCORES) if block.loose_sign else None), []
    if meaning.option:
        if block.own_line is None:
            return None, []
        return Evidence((int(bool(block.chosen)),), Kind.BOX, Place.BEHIND), []
    if len(block.options) < _SEVERAL:
        return None, []
    if not block.chosen or block.loose_sign:
        return Evidence((), Kind.BOX, Place.BEHIND, Doubt.SEVERAL_SCORES), []
    return _chosen(block, meaning)


def _chosen(block: Block, meaning: Meaning) -> tuple[Evidence, list[str]]:
    assert block.chosen is not None  # noqa: S101 for the type checker: the caller looked
    levels: list[int] = []
    texts: list[str] = []
    for line in block.chosen:
        level = _level(line, meaning)
        if level is None:
            return Evidence((), Kind.BOX, Place.BEHIND, Doubt.UNKNOWN_LEVEL), []
        levels.append(level)
        filled = pattern("filled_in").search(line.words)
        texts += [line.words[filled.end() :]] if filled is not None else []
    found = tuple(sorted(set(levels)))
    if len(found) < len(levels) or (len(found) > 1 and (not meaning.many or 0 in found)):
        return Evidence((), Kind.BOX, Place.BEHIND, Doubt.SEVERAL_SCORES), []
    numbers = [line.number for line in block.options if line.number is not None]
    printed = [score.word for line in block.options if (score := score_at_start(line.words)) is not None]
    doubt = None
    if len(set(numbers)) < len(numbers) or not _is_own_scale(numbers, meaning):
        doubt = Doubt.UNKNOWN_LEVEL
    elif not offers_all(meaning, found, set(numbers), set(printed)):
        doubt = Doubt.DEGREE_UNKNOWN
    elif not meaning.old and len(found) == 1 and _says_otherwise(block.chosen[0], meaning.item, found[0]):
        doubt = Doubt.FIGURE_ELSEWHERE
    return Evidence(found, Kind.BOX, Place.BEHIND, doubt), texts


def _is_own_scale(numbers: Sequence[int], meaning: Meaning) -> bool:
    """Answer whether the numbers of a scale all exist on the list, so that it is no scale of another list."""
    return meaning.old or set(numbers) <= set(items()[meaning.item].levels)


def _level(line: OptionLine, meaning: Meaning) -> int | None:
    """Answer the level that a line stands for; None when its number and words do not agree on one."""
    score = score_at_start(line.words)
    word = score.word if score is not None else ""
    if line.number is None:
        found = weighed(Score((), word, score.rest if score is not None else ""), Place.BEHIND, meaning)
        return found.levels[0] if found.doubt is None and len(found.levels) == 1 else None
    named = None if meaning.old else option_named(line.words, meaning.item)
    if named not in (None, line.number):
        return None
    if not word and plain(line.words).split(maxsplit=1)[0] not in _BARE_NORMS.get(line.number, frozenset()):
        return None
    found = weighed(Score((line.number,), word, ""), Place.BEHIND, meaning)
    return line.number if found.doubt is None and found.levels == (line.number,) else None


_BARE_NORMS = {0: frozenset({"geen", "niet", "norm", "normaal", "nee"})}  # "0 geen specifieke voorwaarden"


def _says_otherwise(line: OptionLine, item: str, level: int) -> bool:
    """Answer whether the figure that is printed on a line belongs to another level of the item."""
    score = score_at_start(line.words)
    return contradicts((score.rest if score is not None else line.words,), item, level, exact=False)
