"""Boxes to tick and conditions to choose: which level does each one stand for?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from matcher.intake import UnitWrong, figure_for, takes_many
from matcher.papers.grammar import is_norm_word, is_tick, level_word, levels_of_word, score_at_start
from matcher.papers.told_options import names_a_number, one_option_told, options_told
from matcher.papers.vocabulary import pattern, patterns
from matcher.papers.words import closest, tokens
from matcher.reference.fml import items
from matcher.reference.text_signals import plain
from matcher.sheets import TICKED, UNTICKED

_TICK = re.compile(r"[☒☑✓✔✗✘●■]|[☐○□]|\[[xX✓]\]|\[ ?\]|\([xX✓]\)|\( ?\)")
_EMPTY = re.compile(r"[☐○□]|\[ ?\]|\( ?\)")
_PARTS = re.compile(r"\s*[;\n\u2022\u00b7\u25aa\u25e6\u2023]\s*|\s+[/|+]\s+|,\s*(?=[a-z\d])|\s+en\s+(?=\d\b)")
_NUMBERED = re.compile(r"^\W*(\d)(?![\d.,])\s*[.:)\-\u2013]*\s*(.*)$")
_FIGURE = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z°%]+(?:\s?per\s?\w+)?)")
_LEAST_LABEL = 78.0
_MORE_WORDS = 3
_AND = re.compile(r"\s+(?:en|&)\s+|,\s+")


@dataclass(frozen=True, slots=True)
class Choice:
    """One box with its label."""

    ticked: bool
    label: str


def choices_in(texts: list[str]) -> tuple[list[Choice], bool]:
    """Answer the boxes in some lines with their labels, and whether it is clear which label belongs to which box.

    Args:
        texts: the lines, each read from left to right.

    Example:
        >>> [choice.label for choice in choices_in(["☐ norm ☒ licht beperkt"])[0] if choice.ticked]
        ['licht beperkt']
    """
    found: list[Choice] = []
    clear = True
    for text in texts:
        marks = list(_TICK.finditer(text))
        if not marks:
            continue
        first = _side_head().fullmatch(plain(text[: marks[0].start()])) is not None
        last = not text[marks[-1].end() :].strip(" .:-|")
        if first and not last:
            ends = [*(mark.start() for mark in marks[1:]), len(text)]
            labels = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
        elif last and not first:
            starts = [0, *(mark.end() for mark in marks[:-1])]
            labels = [text[start : mark.start()] for mark, start in zip(marks, starts, strict=True)]
        else:
            clear = False
            labels = ["" for _ in marks]
        found += [
            Choice(_EMPTY.fullmatch(mark.group()) is None, _own_label(label))
            for mark, label in zip(marks, labels, strict=True)
        ]
    return found, clear


@cache
def _side_head() -> re.Pattern[str]:
    return re.compile(rf"[\s.:|-]*(?:{pattern('side_heads').pattern}[\s.:|-]*)*")


@cache
def _side_head_behind() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{pattern('side_heads').pattern}[\s.:|-]*)+$")


def _own_label(label: str) -> str:
    """Answer the label of a box without the words that start the boxes for a side behind it."""
    small = plain(label)
    head = _side_head_behind().search(small) if len(small) == len(label) else None
    return (label[: head.start()] if head else label).strip(" .:;-|,")


def without_sides(choices: list[Choice]) -> tuple[list[Choice], str]:
    """Answer the boxes that are about a level, and the side that the other boxes tick.

    Args:
        choices: the boxes of an item that is no side itself.

    Example:
        >>> without_sides([Choice(True, "beperkt"), Choice(False, "links"), Choice(True, "rechts")])
        ([Choice(ticked=True, label='beperkt')], 'rechts')
    """
    names = {choice.label: name for choice in choices if (name := _side_named(choice.label))}
    ticked = {names[choice.label] for choice in choices if choice.ticked and choice.label in names}
    side = {"left": "links", "right": "rechts"}.get(next(iter(ticked)), "beiderzijds") if len(ticked) == 1 else ""
    return [choice for choice in choices if choice.label not in names], "beiderzijds" if len(ticked) > 1 else side


def _side_named(label: str) -> str:
    small = plain(label)
    return next((name for name, words in patterns("sides").items() if words.fullmatch(small)), "")


def level_of_label(label: str, item: str) -> int | None:
    """Answer the level of an item that the label of a box stands for, or None when it is not certain.

    Args:
        label: words beside the box.
        item: item of the current list.

    Example:
        >>> level_of_label("ongeveer 5 kg", "IV.13"), level_of_label("2 - beperkt", "IV.13")
        (2, 2)
    """
    levels = items()[item].levels
    score = score_at_start(label)
    if score is not None and len(score.numbers) == 1:
        number = score.numbers[0]
        fits = (
            not score.word or score.word in _words_of(item, number) or (not number and is_norm_word(score.word, item))
        )
        if number not in levels or not fits:
            return None
        return number
    if score is not None and score.word and not score.numbers:
        known = levels_of_word(score.word, item)
        known = narrowed(known, score.rest, item)
        if len(known) == 1:
            return known[0]
    named = option_named(label, item)
    return named if named is not None else _by_figure(label, item)


def _words_of(item: str, number: int) -> set[str]:
    own = level_word(items()[item].levels[number].name_nl)
    return (
        {own, "norm", "niet beperkt", "normaal", "geen beperking", "geen beperkingen", "nee"} if not number else {own}
    )


def narrowed(levels: tuple[int, ...], words: str, item: str) -> tuple[int, ...]:
    """Answer the levels whose own detail the words name, as `hitte` beside `beperkt`; all when none does.

    Example:
        >>> narrowed((1, 2), "voor koude", "III.1")
        (2,)
    """
    if len(levels) < 2:  # noqa: PLR2004 nothing to choose
        return levels
    small = plain(words)
    details = {n: re.findall(r"\(([^)]*)\)", plain(items()[item].levels[n].name_nl)) for n in levels}
    named = tuple(n for n, found in details.items() if any(re.search(rf"\b{re.escape(d)}", small) for d in found if d))
    return named or levels


def option_named(label: str, item: str) -> int | None:
    """Answer the one option of an item that a label names, or None.

    Args:
        label: a few words.
        item: item of the current list.

    Example:
        >>> option_named("geen hoog handelingstempo", "I.8"), option_named("geen hoog tempo lopen", "IV.13")
        (5, None)
    """
    names = [(n, _option_names(item, n)) for n in items()[item].levels if n]
    if not takes_many(items()[item]):
        return None
    if names_a_number(label):
        numbered = options_told(label, item)
        return numbered[0] if numbered is not None and len(numbered) == 1 else None
    told = one_option_told(label, item)
    if told is not None:
        return told
    found = closest(label, names, _LEAST_LABEL)
    return found[0] if found else None


def _is_part_of(label: str, item: str, number: int) -> bool:
    """Answer whether a label is a shortened name of the condition with its number."""
    said = {token.word for token in tokens(label)}
    names = [{token.word for token in tokens(name)} for name in _option_names(item, number)]
    return len(said) > 1 and any(said <= name for name in names)


def _option_names(item: str, number: int) -> tuple[str, ...]:
    name = items()[item].levels[number].name_nl
    inner = re.findall(r"\(([^)]*)\)", name)
    behind = name.partition(":")[2].strip()
    return tuple(part for part in (behind, *(inner if not behind else ())) if part)


def _by_figure(label: str, item: str) -> int | None:
    """Answer the one level whose own figure a label names."""
    found = set()
    figures = [_figure(match, item) for match in _FIGURE.finditer(plain(label))]
    for figure in figures:
        if figure is None:
            continue
        value, unit = figure
        found |= {n for n, level in items()[item].levels.items() if level.value == value and level.unit == unit}
    return (
        found.pop()
        if len(found) == 1 and not re.search(r"\b(?:minder|korter|onder|meer|langer)\b|<|>", label)
        else None
    )


def _figure(match: re.Match[str], item: str) -> tuple[Decimal, str] | None:
    try:
        figure = figure_for(item, Decimal(match.group(1).replace(",", ".")), match.group(2).strip())
    except UnitWrong:
        return None
    return figure.value, figure.unit


def conditions_in(text: str, item: str) -> tuple[tuple[int, ...], str, bool]:
    """Answer the conditions that a text names by number or name, what is left, and whether all of it was understood.

    Args:
        text: words behind the name of an item with conditions, e.g. `4 geen veelvuldige deadlines; 6`.
        item: item of the current list.

    Example:
        >>> conditions_in("4 geen veelvuldige deadlines; 6", "I.8")
        ((4, 6), '', True)
        >>> conditions_in("geen hoog handelingstempo", "I.8")
        ((5,), '', True)
    """
    levels: list[int] = []
    left: list[str] = []
    rest = ""
    known = items()[item].levels
    for words, start in _parts(text):
        numbered = _NUMBERED.match(words)
        if numbered is not None and int(numbered[1]) in known:
            label = numbered[2]
            named = option_named(label, item) if label else int(numbered[1])
            if named is None and _is_part_of(label, item, int(numbered[1])):
                named = int(numbered[1])
            if named == int(numbered[1]):
                levels.append(named)
                continue
            if named is not None:
                return (), text, False  # number and name of a condition do not agree
        together = _together(words, item)
        named = option_named(words, item)
        if together:
            levels += together
        elif named is not None and not _says_more(words, item, named):
            levels.append(named)
        else:
            rest = rest or text[start:].strip()
            left.append(words)
    several = levels and rest and _named_after(rest, item, levels)
    return tuple(sorted(set(levels))), "; ".join(left) if several else rest, not left


def _together(words: str, item: str) -> list[int]:
    """Answer the options that a part names with "en" between them, when every one of its words names one."""
    named = [option_named(each, item) for each in _AND.split(words)]
    found = [number for number in named if number is not None]
    return found if len(found) == len(named) and len(set(found)) > 1 else []


def _says_more(label: str, item: str, number: int) -> bool:
    """Answer whether a label holds so many words beside the name of an option that it may name another one too."""
    if one_option_told(label, item) is not None:
        return False
    longest = max((len(tokens(name)) for name in _option_names(item, number)), default=0)
    return len(tokens(label)) > longest + _MORE_WORDS


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """Yield the parts of a text that may each name a condition, with where they start."""
    start = 0
    for end, after in [*((found.start(), found.end()) for found in _PARTS.finditer(text)), (len(text), len(text))]:
        words = text[start:end].strip(" .:;,-")
        if words:
            yield words, start
        start = after


def _named_after(rest: str, item: str, levels: list[int]) -> bool:
    """Answer whether a condition was named after the first words that are none."""
    return any(option_named(words, item) in levels for words, start in _parts(rest) if start)


def lone_tick(text: str) -> bool | None:
    """Answer whether a text is one box: True when ticked, False when empty, None when it is something else."""
    if is_tick(text):
        return True
    return False if _EMPTY.fullmatch(text.strip()) else None


def has_own_box(text: str) -> bool:
    """Answer whether a line starts with a box, ticked or empty, so that the box says whether the line holds.

    Example:
        >>> [has_own_box(text) for text in ("( ) 1 een werkplek", "\u2612 normaal", "> 1 beperkt")]
        [True, True, False]
    """
    return _TICK.match(text.lstrip()) is not None


def has_boxes(text: str) -> bool:
    """Answer whether a text holds a box to tick."""
    return TICKED in text or UNTICKED in text or _TICK.search(text) is not None
