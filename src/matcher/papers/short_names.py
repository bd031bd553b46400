"""Names that a form writes shorter: with abbreviations (`Freq. reiken t.w.`), or cut off at the end of a column."""

import re
from collections.abc import Sequence
from functools import cache

from matcher.domain.case import Numbering
from matcher.intake import known_names
from matcher.papers.vocabulary import doubt_number
from matcher.papers.words import Named, tokens

_NAME = re.compile(r"^[^:(\[\d\u2610\u2612\u2013\u2014]*")
_SHORTENED = re.compile(r"[^\W\d_]\.|[^\W\d_]/[^\W\d_]")
_CUT = re.compile(r"\w(?:\u2026|(?<!\.)\.{3})\s*$")


def abbreviated(text: str, code: str, numbering: Numbering) -> Named | None:
    """Answer where an abbreviated name of one code ends at the start of a text, or None.

    Every written word must be the start of a word of the name, in the same order, and the words may fit no other item
    of the list.

    Args:
        text: the words behind the code.
        code: code in its own list.
        numbering: which list.

    Example:
        >>> abbreviated("Lopen t.w. - score 1", "IV.17", Numbering.CURRENT).end
        10
        >>> abbreviated("Lopen t.w. - score 1", "IV.16", Numbering.CURRENT) is None
        True
    """
    found = _NAME.match(text.split(" - ", maxsplit=1)[0].split("score", maxsplit=1)[0])
    written = found.group() if found is not None else ""
    words = tokens(written)
    if not words or _SHORTENED.search(written) is None:
        return None
    if _fitting([word.word for word in words], numbering) != {code}:
        return None
    end = words[-1].end
    return Named({numbering: (code,)}, end + 1 if text[end : end + 1] == "." else end, exact=False)


def short_for(words: Sequence[str], numbering: Numbering) -> set[str]:
    """Answer the codes of which every word may be a short form of a word of the name, in the same order.

    Args:
        words: words in small letters.
        numbering: which list.

    Example:
        >>> short_for(["vasth", "aandacht"], Numbering.CURRENT)
        {'I.1'}
    """
    if len(words[0]) < doubt_number("short_word_signs_least"):
        return set()
    return _fitting(words, numbering)


def cut_off(text: str) -> Named | None:
    """Answer the one name that a cut-off text starts, or None when it is whole or could be several names.

    Args:
        text: a cell.

    Example:
        >>> cut_off("Specifieke voorwaarden voor het persoonli\u2026").codes[Numbering.CURRENT]
        ('I.8',)
        >>> cut_off("Specifieke voorwaarden\u2026") is None
        True
    """
    if _CUT.search(text) is None or len(text) < doubt_number("cut_name_signs_least"):
        return None
    words = [word.word for word in tokens(text)]
    codes = {}
    for numbering in Numbering:
        fitting = _fitting(words, numbering, whole=True)
        if len(fitting) == 1:
            codes[numbering] = tuple(fitting)
    return Named(codes, len(text.rstrip()), exact=False) if codes and words else None


def _fitting(words: Sequence[str], numbering: Numbering, *, whole: bool = False) -> set[str]:
    fits = _is_start if whole else _is_short
    return {code for code, name in _named_words(numbering) if fits(words, name)}


@cache
def _named_words(numbering: Numbering) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Answer every name of an item as its words; taken apart once, as every short cell is held against all."""
    return tuple(
        (code, tuple(token.word for token in tokens(name)))
        for code, names in known_names(numbering).items()
        if code.count(".") == 1
        for name in dict.fromkeys(names)
    )


def _is_short(words: Sequence[str], name: Sequence[str]) -> bool:
    """Answer whether every word starts a word of the name, the first one the first."""
    if not name or not name[0].startswith(words[0]):
        return False
    place = 0
    for word in words:
        while place < len(name) and not name[place].startswith(word):
            place += 1
        if place == len(name):
            return False
        place += 1
    return True


def _is_start(words: Sequence[str], name: Sequence[str]) -> bool:
    before, last = list(words[:-1]), words[-1]
    return len(name) > len(before) and list(name[: len(before)]) == before and name[len(before)].startswith(last)
