"""What a clause looks like to the clause model: its words, pairs of words and pieces of words."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

_WORD = re.compile(r"[\w']+")
_SHORTEST_PIECE, _LONGEST_PIECE = 3, 5
SPACE = " "


def words_of(plain: str) -> list[str]:
    """Answer the words of a clause.

    Args:
        plain: the clause in small letters without accents.
    """
    return _WORD.findall(plain)


def pieces_of(word: str) -> Iterator[str]:
    """Yield a word itself and every few letters in a row of it, its edges marked by a space.

    Args:
        word: in small letters.

    Example:
        >>> list(pieces_of("nat"))
        ['=nat', ' na', 'nat', 'at ', ' nat', 'nat ', ' nat ']
    """
    yield f"={word}"
    framed = f" {word} "
    for length in range(_SHORTEST_PIECE, _LONGEST_PIECE + 1):
        for at in range(len(framed) - length + 1):
            yield framed[at : at + length]


def pairs_of(words: list[str]) -> Iterable[str]:
    """Answer every pair of neighbouring words.

    Args:
        words: the words of the clause, in order.
    """
    return (f"={left}{SPACE}{right}" for left, right in pairwise(words))


def itself(piece: str) -> tuple[str]:
    """Answer a pair of words as the one piece that it is.

    Args:
        piece: the pair.
    """
    return (piece,)
