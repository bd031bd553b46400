"""What a clause looks like to the clause model: words, pairs of words, pieces of words, and what stands around it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from matcher.vacancy_text.word_classes import classes_of

_WORD = re.compile(r"[\w']+")
_SHORTEST_PIECE, _LONGEST_PIECE = 3, 5
SPACE = " "
_NEAR_WORDS = 5  # classes of words that stand this near each other form a pair
_SKIPPED = (2, 3)  # how far apart two words that are no neighbours may stand to be a pair as well
_OF_TITLE = (4, 6)  # shortest and longest pieces of a word of the title


def words_of(plain: str) -> list[str]:
    """Answer the words of a clause.

    Args:
        plain: the clause in small letters without accents.
    """
    return _WORD.findall(plain)


def pieces_of(word: str) -> Iterator[str]:
    """Yield a word itself, its classes and every few letters in a row of it, its edges marked by a space.

    Args:
        word: in small letters.

    Example:
        >>> list(pieces_of("nat"))
        ['=nat', '#cold', '#skin', ' na', 'nat', 'at ', ' nat', 'nat ', ' nat ']
    """
    yield f"={word}"
    for name in classes_of(word):
        yield f"#{name}"
    framed = f" {word} "
    for length in range(_SHORTEST_PIECE, _LONGEST_PIECE + 1):
        for at in range(len(framed) - length + 1):
            yield framed[at : at + length]


def pairs_of(words: list[str]) -> Iterator[str]:
    """Yield every pair of words next to each other or a little apart, and of classes of words near each other.

    Args:
        words: the words of the clause, in order.
    """
    for left, right in pairwise(words):
        yield f"={left}{SPACE}{right}"
    for apart in _SKIPPED:
        for left, right in zip(words, words[apart:], strict=False):
            yield f"={left}~{right}"
    near: list[tuple[str, ...]] = []
    for word in words:
        named = classes_of(word)
        if named:
            seen = {name for names in near for name in names}
            for name in named:
                for other in seen:
                    yield f"#{name}{SPACE}{other}" if name < other else f"#{other}{SPACE}{name}"
        near = [*near[-_NEAR_WORDS + 1 :], named]


def before_pieces(word: str) -> tuple[str]:
    """Answer what a word of the sentence before stands for.

    Args:
        word: in small letters.
    """
    return (f"=<{word}",)


def title_pieces(word: str) -> Iterator[str]:
    """Yield what a word of the title stands for: itself, and pieces of it, as names of work are compounds.

    Args:
        word: in small letters.

    Example:
        >>> list(title_pieces("kok"))
        ['=^kok', '^ kok', '^kok ', '^ kok ']
    """
    yield f"=^{word}"
    framed = f" {word} "
    shortest, longest = _OF_TITLE
    for length in range(shortest, longest + 1):
        for at in range(len(framed) - length + 1):
            yield f"^{framed[at : at + length]}"


def itself(piece: str) -> tuple[str]:
    """Answer a pair of words as the one piece that it is.

    Args:
        piece: the pair.
    """
    return (piece,)
