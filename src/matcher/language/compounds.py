"""Dutch compounds in their parts: the last part is the head, the others say of what."""

from collections.abc import Container, Mapping
from math import log

from matcher.language.word_memory import WordMemory

_LINKS = ("", "s", "en", "e", "n")
_SHORTEST = 3
_SHORTEST_WHOLE = 7


class CompoundSplitter:
    """Splits words with the help of the words that stand alone in the sources.

    Args:
        counts: how often each word stands alone.
        remembered: words of which the parts are remembered until the program ends; without them, those of the counts.

    Example:
        >>> CompoundSplitter({"heftruck": 3, "chauffeur": 9}).split("heftruckchauffeur")
        ('heftruck', 'chauffeur')
    """

    def __init__(self, counts: Mapping[str, int], remembered: Container[str] | None = None) -> None:
        self._counts = counts
        self.memory = WordMemory(counts if remembered is None else remembered)
        self.split = self.memory.remembered(self._split)

    def _split(self, word: str) -> tuple[str, ...]:
        """Answer the parts of a folded word; the word itself when it cannot be split."""
        if len(word) < _SHORTEST_WHOLE or not word.isalpha():
            return (word,)
        best: tuple[float, tuple[str, ...]] | None = None
        for at in range(_SHORTEST, len(word) - _SHORTEST):
            head = word[at:]
            if self._counts.get(head, 0) == 0:
                continue
            for link in _LINKS:
                front = word[: at - len(link)] if link else word[:at]
                if not word[:at].endswith(link) or len(front) < _SHORTEST:
                    continue
                parts = (front,) if self._counts.get(front, 0) else self._deeper(front)
                if parts:
                    found = (*parts, head)
                    score = (
                        sum(log(1 + self._counts[part]) + 1.5 * len(part) ** 0.5 for part in found) / len(found) ** 1.2
                    )
                    if best is None or score > best[0]:
                        best = (score, found)
        return best[1] if best else (word,)

    def _deeper(self, front: str) -> tuple[str, ...]:
        parts = self.split(front)
        return parts if len(parts) > 1 else ()
