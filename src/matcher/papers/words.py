"""Texts as plain words with their places, so that names are found whatever the capitals, accents and small words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from matcher.domain.case import Numbering
from matcher.intake import known_names, name_agrees, name_of
from matcher.papers.grammar import whole_score, without_raised
from matcher.reference.form_rules import form_rules
from matcher.reference.text_signals import plain

_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = frozenset({"de", "het", "een", "en", "of", "van", "te", "in", "op", "voor", "aan", "bij", "ten", "t"})
_LONGEST = 14
_NAME_SIGNS = 200  # no name is longer
_HOLDS_ALL = 95.0  # every word of the name is in the text
_SEEN_FROM = 3  # a prefix of so few letters names nothing


@dataclass(frozen=True, slots=True)
class Token:
    """A word in small letters without accents, with its place in the text."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the list at the start of a text.

    Attributes:
        codes: the codes with this name, per list.
        end: where the name ends in the text.
        exact: True when every word of the name is there.
    """

    codes: dict[Numbering, tuple[str, ...]]
    end: int
    exact: bool = True


def tokens(text: str) -> list[Token]:
    """Answer the words of a text without the smallest ones.

    Example:
        >>> [token.word for token in tokens("Lopen tijdens het werk")]
        ['lopen', 'tijdens', 'werk']
    """
    found = []
    for match in _WORD.finditer(without_raised(text)):
        word = plain(match.group())
        if word not in _SMALL_WORDS:
            found.append(Token(word, match.start(), match.end()))
    return found


def names_in(text: str) -> set[str]:
    """Answer the items of the current list whose name stands anywhere in a text.

    Example:
        >>> sorted(names_in("beperkt is hij bij het verdelen van de aandacht"))
        ['I.2']
    """
    words = tokens(text)
    found: set[str] = set()
    place = 0
    while place < len(words):
        start = words[place].start
        named = named_at_start(text[start : start + _NAME_SIGNS]) if words[place].word in _index() else None
        codes = named.codes.get(Numbering.CURRENT, ()) if named is not None else ()
        if named is not None and len(codes) == 1 and codes[0].count(".") == 1:
            found.add(codes[0])
        end = words[place].start + named.end if named is not None else words[place].end
        place += 1
        while place < len(words) and words[place].start < end:
            place += 1
    return found


def names_through(text: str) -> Iterator[tuple[Named, int]]:
    """Yield every name of either list that stands anywhere in a text, the longest at each place, with where it starts.

    Example:
        >>> [named.codes[Numbering.CURRENT] for named, _ in names_through("bij tillen, en bij zitten")]
        [('IV.13',), ('V.1',)]
    """
    until = 0
    for token in tokens(text):
        if token.start < until or token.word not in _index():
            continue
        named = named_at_start(text[token.start : token.start + _NAME_SIGNS])
        if named is not None:
            until = token.start + named.end
            yield named, token.start


@cache
def _index() -> dict[str, list[tuple[tuple[str, ...], Numbering, str]]]:
    found: dict[str, list[tuple[tuple[str, ...], Numbering, str]]] = {}
    for numbering in Numbering:
        for code, names in known_names(numbering).items():
            for name in dict.fromkeys((*names, name_of(code, numbering))):
                words = tuple(token.word for token in tokens(name))
                if words and whole_score(" ".join(words)) is None:  # "beperkt" is the name of an option of some items
                    found.setdefault(words[0], []).append((words, numbering, code))
    return found


def named_at_start(text: str) -> Named | None:
    """Answer the longest name of either list that a text starts with, or None.

    Example:
        >>> named_at_start("Tillen of dragen: beperkt").codes[Numbering.LEGACY]
        ('4.14',)
        >>> named_at_start("Tillen of dragen: beperkt").codes.get(Numbering.CURRENT) is None
        True
    """
    words = tokens(text[:_NAME_SIGNS])[:_LONGEST]
    if not words:
        return None
    plain_words = tuple(token.word for token in words)
    fitting = [each for each in _index().get(plain_words[0], ()) if plain_words[: len(each[0])] == each[0]]
    if not fitting:
        return None
    longest = max(len(name) for name, _, _ in fitting)
    codes: dict[Numbering, tuple[str, ...]] = {}
    for name, numbering, code in fitting:
        if len(name) == longest:
            codes[numbering] = tuple(dict.fromkeys((*codes.get(numbering, ()), code)))
    return Named(codes, _closed(text, words[longest - 1].end))


def name_with_code(text: str, code: str, numbering: Numbering) -> Named | None:
    """Answer where the name of one code ends at the start of a text, also with small misspellings, or None.

    Args:
        text: the words after the code.
        code: code in its own list.
        numbering: which list.

    Example:
        >>> name_with_code("Boven schouderhogte actief zijn 1", "V.7", Numbering.CURRENT).end
        31
    """
    words = tokens(text[:_NAME_SIGNS])[:_LONGEST]
    best: tuple[float, int, int] | None = None
    for name in dict.fromkeys(known_names(numbering).get(code, ())):
        wanted = [token.word for token in tokens(name)]
        for length in range(max(len(wanted) - 2, 1), min(len(wanted) + 2, len(words)) + 1):
            score = fuzz.ratio(" ".join(wanted), " ".join(token.word for token in words[:length]))
            if score >= form_rules().item_name_score and (best is None or (score, -length) > (best[0], -best[2])):
                best = (score, words[length - 1].end, length)
    if best is None or not name_agrees(text[: best[1]], code, numbering):
        return None
    return Named({numbering: (code,)}, _closed(text, best[1]), exact=best[0] == 100)  # noqa: PLR2004 the same words


def _closed(text: str, end: int) -> int:
    """Answer the end of a name with the bracket that closes it."""
    opened = text[:end].count("(") > text[:end].count(")")
    return end + 1 if opened and text[end : end + 1] == ")" else end


def closest(text: str, choices: Sequence[tuple[int, tuple[str, ...]]], least: float = 82) -> tuple[int, float] | None:
    """Answer which choice a text names, or None when none is near or two are equally near.

    Args:
        text: words on the form.
        choices: numbers with their names.
        least: least likeness, 0 to 100.
    """
    words = " ".join(token.word for token in tokens(text))
    if len(words) < _SEEN_FROM:
        return None
    scored = []
    for number, names in choices:
        plain_names = [" ".join(token.word for token in tokens(name)) for name in names]
        scored.append((max((_likeness(words, name) for name in plain_names if name), default=0.0), number))
    scored.sort(reverse=True)
    if not scored or scored[0][0] < least or (len(scored) > 1 and scored[1][0] > scored[0][0] - 5):
        return None
    return scored[0][1], scored[0][0]


def _likeness(words: str, name: str) -> float:
    whole = max(fuzz.ratio(words, name), fuzz.token_sort_ratio(words, name))
    holds_all = set(name.split()) <= set(words.split()) and len(name) > _SEEN_FROM
    return max(whole, _HOLDS_ALL if holds_all else 0.0)
