"""A part of a vacancy, in plain letters of the same length, cut into sentences that know their section."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from matcher.vacancy_text.scope_words import scope_words

_END = re.compile(r"\n+|</?(?:li|p|br|ul|ol|div|h[1-6])\b[^<>]{0,80}>|[.!?;]+(?=\s|$)|(?<=\s)[•·▪●◦*✓✔➢►]+(?=\s?\w)")
_LAST_WORD = re.compile(r"[\w.]+$")
_DIGIT = re.compile(r"\d")
_LONGEST_HEADING = 70
_LATIN_END = 0x250
_LAST_SPACE = 0x3001
TITLE = "title"
GRAM = 4  # letters in a row; a phrase is only looked for when its first ones stand in the text


class Section(StrEnum):
    """What a part of a vacancy is about."""

    OPEN = "open"
    ASKS = "asks"
    OFFERS = "offers"
    ABOUT = "about"
    WISHES = "wishes"


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of a vacancy.

    Attributes:
        field: `title`, `text` or the name of a field of the feed.
        text: as given.
        plain: the same number of signs, in small letters without accents.
        starts: where each sentence starts.
        ends: one past the end of each sentence.
        sections: what each sentence belongs to.
        figures: whether a sentence holds a digit.
        grams: every few letters in a row that stand in the text.
    """

    field: str
    text: str
    plain: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sections: tuple[Section, ...]
    figures: tuple[bool, ...]
    grams: frozenset[str]

    def sentence_at(self, position: int) -> int:
        """Answer the number of the sentence that holds a position."""
        return max(bisect_right(self.starts, position) - 1, 0)


def passage(field: str, text: str) -> Passage:
    """Answer a part of a vacancy with its sentences.

    Args:
        field: name of the part.
        text: its text, without markup.

    Example:
        >>> part = passage("text", "Je tilt max. 10 kg. Geen nachtdienst!")
        >>> [part.plain[a:b] for a, b in zip(part.starts, part.ends)][:2]
        ['je tilt max. 10 kg.', ' geen nachtdienst!']
    """
    plain = plain_same_length(text)
    starts, ends = _sentences(text, plain)
    grams = frozenset(grams_of(plain))
    figures = tuple(_DIGIT.search(plain, start, end) is not None for start, end in zip(starts, ends, strict=True))
    return Passage(field, text, plain, starts, ends, _sections(plain, starts, ends), figures, grams)


def grams_of(plain: str) -> list[str]:
    """Answer every few letters in a row of a text.

    Example:
        >>> grams_of("tillen")
        ['till', 'ille', 'llen']
    """
    return [plain[at : at + GRAM] for at in range(len(plain) - GRAM + 1)]


def plain_same_length(text: str) -> str:
    """Answer a text in small letters without accents; every sign stays in its place.

    Example:
        >>> plain_same_length("Crèche – ‘s Avonds")
        "creche - 's avonds"
    """
    if text.isascii():
        return text.lower()
    simple = text.translate(_plain_signs())
    low = simple.lower()
    return low if len(low) == len(text) else "".join(sign if len(sign.lower()) > 1 else sign.lower() for sign in simple)


@cache
def _plain_signs() -> Mapping[int, str]:
    table = dict.fromkeys(range(0x2010, 0x2016), "-")
    table |= {ord(sign): "'" for sign in "’‘`´′"} | {ord(sign): '"' for sign in "“”„«»"}
    table |= {code: " " for code in range(0x80, _LAST_SPACE) if chr(code).isspace()}
    table[ord("\u00ad")] = "-"
    for code in range(0xC0, _LATIN_END):
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base.isascii() and base.isalpha():
            table[code] = base.lower()
    return table


def _sentences(text: str, plain: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    short = scope_words().abbreviations
    starts, ends = [0], []
    for hit in _END.finditer(plain):
        if hit[0] == "." and _is_abbreviation(text, plain, hit.start(), short) and not _new_line(text, hit.end()):
            continue
        ends.append(hit.end())
        starts.append(hit.end())
    ends.append(len(plain))
    return tuple(starts), tuple(ends)


def _is_abbreviation(text: str, plain: str, at: int, short: frozenset[str]) -> bool:
    word = _LAST_WORD.search(plain, max(at - 12, 0), at)
    if word is None:
        return False
    if len(word[0]) == 1:  # "rijbewijs B. Vier dagen" ends, "p. week" does not
        return word[0] != "u" and not text[at + 1 : at + 3].lstrip()[:1].isupper()
    return word[0] in short or "." in word[0]


def _new_line(text: str, at: int) -> bool:
    rest = text[at : at + 3].lstrip(" ")
    return not rest or rest[0] == "\n"


def _sections(plain: str, starts: tuple[int, ...], ends: tuple[int, ...]) -> tuple[Section, ...]:
    headings = scope_words().headings
    current, found = Section.OPEN, []
    for start, end in zip(starts, ends, strict=True):
        line = plain[start:end].strip()
        if line and len(line) <= _LONGEST_HEADING and not line.endswith("."):
            for section, pattern in headings:
                if pattern.match(line):
                    current = Section(section)
                    break
        found.append(current)
    return tuple(found)
