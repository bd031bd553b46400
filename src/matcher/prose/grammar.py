"""Small Dutch and English grammar: lists, capitals, numbers in words."""

from collections.abc import Sequence
from dataclasses import replace

from matcher.prose.fragment import Fragment

_NUMBERS = {
    "nl": ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}
_AND = {"nl": "en", "en": "and"}
_TOO = {"nl": "verder ", "en": "also "}


def number_in_words(number: int, language: str = "nl") -> str:
    """Answer a small number in words, a larger one in figures.

    Example:
        >>> number_in_words(3), number_in_words(30)
        ('drie', '30')
    """
    words = _NUMBERS[language]
    return words[number] if 0 <= number < len(words) else str(number)


def in_list(pieces: Sequence[Fragment], language: str = "nl", *, mark: bool = False) -> tuple[Fragment, ...]:
    """Answer the pieces as one list with commas and a last "en"; the glue has the origin of the piece after it.

    Args:
        pieces: the parts of the list.
        language: nl or en.
        mark: whether the last part comes with "en verder", for parts that hold "en" themselves.

    Example:
        >>> from matcher.prose.fragment import Provenance
        >>> parts = [Fragment(t, Provenance.POLICY, frozenset(), "x") for t in ("lezen", "schrijven", "typen")]
        >>> "".join(part.text for part in in_list(parts))
        'lezen, schrijven en typen'
    """
    found: list[Fragment] = []
    for place, piece in enumerate(pieces):
        last = f" {_AND[language]} {_TOO[language] if mark else ''}"
        glue = "" if place == 0 else last if place == len(pieces) - 1 else ", "
        if glue:
            found.append(replace(piece, text=glue))
        found.append(piece)
    return tuple(found)


def lower_first(text: str) -> str:
    """Answer a text with a small first letter, unless its first word is an abbreviation or a code.

    Example:
        >>> lower_first("Receptiewerk"), lower_first("ICT-training"), lower_first("IT")
        ('receptiewerk', 'ICT-training', 'IT')
    """
    first = text.split(" ", 1)[0]
    if len(first) > 1 and first[1].isupper():
        return text
    return text[:1].lower() + text[1:]
