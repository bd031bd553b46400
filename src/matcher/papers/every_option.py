"""An item that may hold several options is only sure when every number and phrase beside it was taken."""

import re
from collections.abc import Iterable

from matcher.intake import only_names_a_side
from matcher.papers.choices import option_named
from matcher.papers.grammar import without_raised
from matcher.papers.vocabulary import doubt_pattern
from matcher.reference.fml import items
from matcher.reference.text_signals import plain

_BULLET = r"(?:^|\s)[\u2022\u00b7\u25aa\u25e6\u2023*\u2013\u2014-]\s+"
_APART = re.compile(rf"{_BULLET}|\s*[;\n|/]\s*|,\s+|\.\s+|\s+(?:en|of|alsmede|evenals|plus|ook)\s+|\s*[+&]\s*")
_STEM = 3  # "kou" is "koude"
_LISTED = re.compile(rf"{_BULLET}|\s*;\s*|\n")


def others_named(texts: Iterable[str], item: str, levels: tuple[int, ...]) -> tuple[int, ...]:
    """Answer the options that the words beside a score name by number or name, while they were not read.

    Args:
        texts: the words beside the score.
        item: item of the current list that may hold several options.
        levels: the options that were read.

    Example:
        >>> others_named(("(neemt geen initiatief) en 5 (merkt het niet)",), "I.6", (1,))
        (5,)
        >>> others_named(("geen nachtwerk",), "VI.1", (1,))
        (2,)
    """
    known = {number for number in items()[item].levels if number}
    found: set[int] = set()
    for text in texts:
        small = plain(without_raised(text))
        found |= {int(each.group()) for each in doubt_pattern("loose_number").finditer(small)} & known
        found |= {named for part in _APART.split(text) if part and (named := option_named(part, item)) is not None}
        found |= {number for number in known if any(detail in small for detail in _details(item, number))}
    return tuple(sorted(found - set(levels)))


def holds_more_phrases(texts: Iterable[str], item: str, levels: tuple[int, ...]) -> bool:
    """Answer whether more phrases are listed beside a score than options were read.

    Args:
        texts: the words beside the score.
        item: item of the current list that may hold several options.
        levels: the options that were read.

    Example:
        >>> holds_more_phrases(("\u2022 neemt geen initiatief", "\u2022 merkt het niet"), "I.6", (1,))
        True
        >>> holds_more_phrases(("Beperkt (nacht) (niveau 2); nl. links",), "VI.1", (2,))
        False
        >>> holds_more_phrases(("neemt geen initiatief; nl. merkt het niet",), "I.6", (1,))
        True
    """
    phrases = 0
    told: set[int | None] = set(levels)
    for text in texts:
        if _explanation(text) is not None:
            continue
        parts = [part for part in _LISTED.split(text) if re.search(r"[^\W\d]{3}", part)]
        listed = len(parts) > 1 or _LISTED.match(text) is not None
        named = [option_named(part, item) for part in parts if not _tells_a_side(part)] if listed else []
        phrases += named.count(None)
        told -= set(named)  # a phrase that names its own option is none of the other options that were read
    return phrases > len(told)


def _explanation(words: str) -> str | None:
    """Answer what follows a word that announces an explanation; None where the words announce none."""
    small = plain(words).lstrip(" (,;:.-")
    announced = doubt_pattern("explains").match(small)
    return small[announced.end() :] if announced else None


def _tells_a_side(part: str) -> bool:
    """Answer whether a listed part explains which side is meant, and so is no option of its own."""
    told = _explanation(part)
    return told is not None and only_names_a_side(told)


def _details(item: str, number: int) -> list[str]:
    """Answer the start of the one word between brackets by which an option differs from the next, as in `nacht`."""
    words: list[str] = re.findall(r"\((\w+)\)", plain(items()[item].levels[number].name_nl))
    return [word[: max(_STEM, len(word) - 2)] for word in words]
