"""What was found out about words, kept for the words of the sources alone.

A title may hold the name of a person or a firm. What is remembered of such a word goes when the title has been read.
"""

from collections.abc import Callable, Container
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class WordMemory:
    """Remembers answers about words.

    Args:
        known: the words of the sources; answers about these stay.

    Example:
        >>> memory = WordMemory({"kok"})
        >>> length = memory.remembered(len)
        >>> length("kok"), length("jansen"), sorted(memory.passing_words)
        (3, 6, ['jansen'])
        >>> memory.forget(), sorted(memory.passing_words)
        (None, [])
    """

    def __init__(self, known: Container[str]) -> None:
        self._known = known
        self._kept: list[dict[str, Any]] = []
        self._passing: list[dict[str, Any]] = []

    @property
    def passing_words(self) -> frozenset[str]:
        """Answer the words in memory that the sources do not have."""
        return frozenset().union(*self._passing)

    def remembered(self, find: Callable[[str], Answer]) -> Callable[[str], Answer]:
        """Answer the same function, which asks a word only once as long as it is remembered."""
        kept: dict[str, Answer] = {}
        passing: dict[str, Answer] = {}
        self._kept.append(kept)
        self._passing.append(passing)

        def recalled(word: str) -> Answer:
            if word in kept:
                return kept[word]
            answer = passing.get(word)
            if answer is None:
                answer = find(word)
                (kept if word in self._known else passing)[word] = answer
            return answer

        return recalled

    def forget(self) -> None:
        """Forget every word that the sources do not have."""
        for passing in self._passing:
            passing.clear()
