"""Forms that give a value for every item (`10 kg`, `minder dan 5 minuten`): the level with exactly that value."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from matcher.intake import Figure, UnitWrong, figure_for
from matcher.papers.vocabulary import pattern, word_list
from matcher.reference.fml import Level, items
from matcher.reference.text_signals import plain

_FIGURE = re.compile(r"(?<![\d.,/\-])(\d{1,4}(?:[.,]\d{1,2})?)\s*([a-z\u00b0%]+(?:/[a-z]+| (?:per|in de) \w+)?\.?)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


class _Bound(StrEnum):
    ABOUT = "about"
    MOST = "most"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class _Value:
    figure: Figure
    bound: _Bound
    others: frozenset[str]


def level_of_value(text: str, item: str) -> int | None:
    """Answer the one level of an item whose own value a text is, or None.

    Every word must be understood: a value between two levels, a second value that the list does not give beside it,
    or one more word makes it no answer.

    Args:
        text: the words in the column of the value.
        item: item of the current list.

    Example:
        >>> [level_of_value(text, "IV.13") for text in ("ca. 5 kg", "7 kg", "5 kg, niet rechts", "5 kg tot 50x/u")]
        [2, None, None, 2]
        >>> level_of_value("minder dan 5 minuten aaneen", "IV.16"), level_of_value("5 minuten", "IV.16")
        (3, None)
        >>> [level_of_value(text, "VI.2") for text in ("8 uur", "max. 8 uur", "max. 6 uur")]
        [None, None, 2]
    """
    value = _value_in(text, item)
    if value is None:
        return None
    levels = items()[item].levels
    fitting = [number for number, level in levels.items() if _has(level, value)]
    if value.bound is _Bound.MOST and levels[0].value == value.figure.value:
        fitting = [number for number in fitting if levels[number].operator == "<="]
    return fitting[0] if len(fitting) == 1 else None


def _has(level: Level, value: _Value) -> bool:
    """Answer whether a level has a value as its own: with the same bound, and the other numbers that stand there."""
    if level.value != value.figure.value or level.unit != value.figure.unit:
        return False
    beside = set(_NUMBER.findall(level.per))
    if not value.others <= beside:
        return False
    if value.bound is _Bound.LESS:
        return level.operator == "<"
    if value.bound is _Bound.MOST and not level.level:
        return False  # "at most" the usual value may be less than usual
    return level.operator in {"~", "<=", ">=", "="}


def _value_in(text: str, item: str) -> _Value | None:
    small = _with_numbers(plain(text))
    for found in _FIGURE.finditer(small):
        figure = _figure(found.group(1), found.group(2), item)
        if figure is None:
            continue
        before, behind = small[: found.start()], small[found.end() :]
        bound = next((bound for bound in _Bound if _lead(bound).fullmatch(before)), None)
        if bound is None:
            return None
        others = frozenset(_NUMBER.findall(behind))
        words = set(re.findall(r"[a-z\u00b0<>%+?!]+", _NUMBER.sub(" ", behind)))
        return _Value(figure, bound, others) if words <= _known_words() else None
    return None


def _with_numbers(text: str) -> str:
    """Answer a text with figures for a quarter and half an hour in words."""
    for words, figure in _in_words():
        text = words.sub(figure, text)
    return text


@cache
def _in_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b(?:{words})\b"), figure) for words, figure in word_list("value_words").items())


@cache
def _lead(bound: _Bound) -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:(?:{pattern('value_leads', bound.value).pattern})[\s.:]*)*$")


@cache
def _known_words() -> frozenset[str]:
    return frozenset(word_list("value_beside"))


def _figure(number: str, unit: str, item: str) -> Figure | None:
    written = unit.rstrip(".")
    for each in dict.fromkeys((written, written.split(maxsplit=1)[0], written.split("/")[0])):
        try:
            return figure_for(item, Decimal(number.replace(",", ".")), each)
        except UnitWrong:
            continue
    return None
