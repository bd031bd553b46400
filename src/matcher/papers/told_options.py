"""Options told in words beside a score: taken only when every phrase of the list names one option and nothing else."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from matcher.reference.fml import items
from matcher.reference.tables import read_yaml
from matcher.reference.text_signals import plain

_DIGITS = re.compile(r"\d(?:\s*(?:,|;|\+|&|/|\ben\b)\s*\d)*(?![\d.]*\d)")


def options_told(text: str, item: str) -> tuple[int, ...] | None:
    """Answer the options that a text names, or None when one word of the list names something else.

    A list of numbers counts with or without the words behind it; a number with the words of another option makes it no
    answer. What stands behind the first sentence is a remark, and names nothing here.

    Args:
        text: the words behind "ja" or "beperkt".
        item: item of the current list of which several options may hold.

    Example:
        >>> options_told("een voorspelbare werksituatie; geen veelvuldige deadlines. Vaste taken.", "I.8")
        (2, 4)
        >>> options_told("opties 3 en 4: geen veelvuldige storingen", "I.8"), options_told("optie 3: pengreep", "IV.3")
        ((3, 4), None)
        >>> options_told("pengreep; een beetje stijf", "IV.3") is None
        True
    """
    if item not in _rules()["items"]:
        return None
    listed = _remark().split(plain(text), maxsplit=1)[0].strip(" .:;,-|")
    listed = _words("leads").sub("", listed, count=1) if _words("leads").match(listed) else listed
    numbered = _words("numbers").match(listed)
    digits = _DIGITS.match(listed, numbered.end()) if numbered is not None else None
    if digits is not None:
        return _numbered(digits.group(), listed[digits.end() :].strip(" .:;,-|"), item)
    return _phrases(listed, item)


def one_option_told(label: str, item: str) -> int | None:
    """Answer the one option that a label names, or None.

    Example:
        >>> one_option_told("werk waarin geen hoog handelingstempo nodig is", "I.8")
        5
    """
    if item not in _rules()["items"]:
        return None
    found = _phrases(plain(label).strip(" .:;,-|"), item)
    return found[0] if found is not None and len(found) == 1 else None


def names_a_number(label: str) -> bool:
    """Answer whether a label starts with the number of an option, as in "optie 3: pengreep".

    Example:
        >>> names_a_number("optie 3: pengreep"), names_a_number("3 pengreep")
        (True, False)
    """
    found = _words("numbers").match(plain(label).strip())
    return found is not None and _DIGITS.match(plain(label).strip(), found.end()) is not None


def all_told(texts: Iterable[str], item: str, levels: tuple[int, ...]) -> bool:
    """Answer whether one of the texts names exactly the options that were read.

    Args:
        texts: the words beside a score.
        item: item of the current list.
        levels: the options that were read.
    """
    return any(options_told(text, item) == levels for text in texts)


def _numbered(digits: str, behind: str, item: str) -> tuple[int, ...] | None:
    numbers = tuple(sorted({int(each) for each in re.findall(r"\d", digits)}))
    known = all(number and number in items()[item].levels for number in numbers)
    named = {found for part in re.split(r"[;,]|\ben\b", behind) if (found := one_option_told(part, item)) is not None}
    return numbers if known and named <= set(numbers) and not re.search(r"(?<![\d.,:])\d(?![\d.,:])", behind) else None


def _phrases(text: str, item: str) -> tuple[int, ...] | None:
    """Answer the options of a list of phrases; every sign of it must belong to one of them."""
    levels: set[int] = set()
    at = 0
    while at < len(text):
        number, end = _next(text, at, item)
        if number is None:
            return None
        levels.add(number)
        at = end
        if at < len(text):
            gap = _words("between").match(text, at)
            if gap is None:
                return None
            at = gap.end()
    return tuple(sorted(levels)) or None


def _next(text: str, at: int, item: str) -> tuple[int | None, int]:
    """Answer the option with the longest phrase at a place, and where what belongs to it ends."""
    while (skipped := _words("around").match(text, at)) is not None:
        if any(words.match(text, at) for _, words in _options(item)):
            break
        at = skipped.end()
    found = [(match.end(), number) for number, words in _options(item) if (match := words.match(text, at))]
    if not found:
        return None, at
    longest = max(end for end, _ in found)
    numbers = {number for end, number in found if end == longest}
    if len(numbers) > 1:
        return None, at
    end = longest
    for name in ("behind", "times", "behind"):
        more = _words(name).match(text, end)
        end = more.end() if more is not None else end
    return numbers.pop(), end


@cache
def _options(item: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    words = _rules()["items"][item]
    return tuple((int(number), re.compile(rf"(?:{each})(?!\w)")) for number, each in words.items())


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(str(_rules()[name]))


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(str(_rules()["remark"]))


@cache
def _rules() -> Any:
    return read_yaml("paper_options.yaml")
