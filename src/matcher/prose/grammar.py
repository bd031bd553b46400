"""Small Dutch and English grammar: lists and capitals."""

import re
from collections.abc import Sequence
from dataclasses import replace

from matcher.prose.fragment import Fragment

_JOINED = re.compile(r" (?:en|and) |,")
# "per telefoon en chat": the word in front holds the two together, so nobody reads across them.
_BOUND = re.compile(
    r"\b(?:per|van|voor|met|in|bij|by|of|for|with|at) (?:de |het |een |the |a )?[\w-]+ (?:en|and) [\w-]+$"
)
_AND = {"nl": "en", "en": "and"}


def in_list(pieces: Sequence[Fragment], language: str = "nl") -> tuple[Fragment, ...]:
    """Answer the pieces as one list with commas and a last "en"; the glue has the origin of the piece after it.

    Args:
        pieces: the parts of the list.
        language: nl or en.

    Example:
        >>> from matcher.prose.fragment import Provenance
        >>> parts = [Fragment(t, Provenance.POLICY, frozenset(), "x") for t in ("lezen", "schrijven", "typen")]
        >>> "".join(part.text for part in in_list(parts))
        'lezen, schrijven en typen'
    """
    # A comma before the last "en" shows where a part that holds "en" itself ends or begins.
    ends = [piece.text for piece in pieces[-2:]]
    mark = any(_JOINED.search(end) for end in ends[:-1]) or any(
        _JOINED.search(end) and not _BOUND.search(end) for end in ends[-1:]
    )
    found: list[Fragment] = []
    for place, piece in enumerate(pieces):
        last = f"{',' if mark else ''} {_AND[language]} "
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
