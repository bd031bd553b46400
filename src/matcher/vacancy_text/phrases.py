"""Many patterns over one text: only those whose letters stand in it are tried, and only in that sentence."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from matcher.errors import DataError
from matcher.vacancy_text.needles import branches, needles
from matcher.vacancy_text.passage import GRAM, Passage, grams_of

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Meaning]):
    """One phrase found.

    Attributes:
        meaning: what the phrase stands for.
        start: first sign.
        end: one past the last.
        found: the match, for its groups.
    """

    meaning: Meaning
    start: int
    end: int
    found: re.Match[str]


class Phrases(Generic[Meaning]):
    """Patterns with their meaning, ready to be searched.

    Args:
        pairs: pattern and meaning.
        macros: pieces of pattern by name, written `<name>` in a pattern.
        with_figure: whether every pattern holds a digit, so that other sentences need no look.

    Raises:
        DataError: a pattern has no piece of two letters that every match holds, or is no pattern.
    """

    def __init__(
        self,
        pairs: Iterable[tuple[str, Meaning]],
        macros: Mapping[str, str] | None = None,
        *,
        with_figure: bool = False,
    ) -> None:
        self._with_figure = with_figure
        pairs = tuple(pairs)
        self.meanings = tuple({id(meaning): meaning for _, meaning in pairs}.values())
        by_needle: dict[str, list[tuple[re.Pattern[str], Meaning, int]]] = {}
        whole = ((expanded(written, macros or {}), meaning) for written, meaning in pairs)
        single = ((branch, meaning) for pattern, meaning in whole for branch in branches(pattern))
        for number, (pattern, meaning) in enumerate(single):
            pieces = needles(pattern)
            if not pieces:
                raise DataError(f"Een patroon in de woordenlijst heeft geen vast stuk tekst: {pattern}")
            try:
                compiled = re.compile(pattern)
            except re.error as error:
                raise DataError(f"Een patroon in de woordenlijst klopt niet: {pattern}") from error
            for piece in pieces:
                by_needle.setdefault(piece, []).append((compiled, meaning, number))
        self._short = [(piece, rows) for piece, rows in by_needle.items() if len(piece) < GRAM]
        self._long: dict[str, list[tuple[str, list[tuple[re.Pattern[str], Meaning, int]]]]] = {}
        usual = Counter(gram for piece in by_needle for gram in grams_of(piece))
        for piece, rows in by_needle.items():
            if len(piece) >= GRAM:  # filed under its least usual letters, which stand in the fewest texts
                key = min(grams_of(piece), key=lambda gram: (usual[gram], gram))
                self._long.setdefault(key, []).append((piece, rows))
        self._grams = frozenset(self._long)

    def search(self, part: Passage) -> Iterator[Hit[Meaning]]:
        """Yield every phrase in a part of a vacancy; each stretch of text once per pattern.

        Args:
            part: the part.
        """
        plain, starts, ends, tried = part.plain, part.starts, part.ends, set()
        present = [row for gram in self._grams & part.grams for row in self._long[gram]]
        for piece, patterns in (*self._short, *present):
            at = plain.find(piece)
            while at >= 0:
                sentence = bisect_right(starts, at) - 1
                first, last = starts[sentence], ends[sentence]
                for pattern, meaning, number in () if self._with_figure and not part.figures[sentence] else patterns:
                    if (number, sentence) not in tried:
                        tried.add((number, sentence))
                        for found in pattern.finditer(plain, first, last):
                            yield Hit(meaning, found.start(), found.end(), found)
                at = plain.find(piece, last)


def expanded(pattern: str, macros: Mapping[str, str]) -> str:
    """Answer a pattern with every `<name>` replaced.

    Example:
        >>> expanded("<much> tillen", {"much": "(?:veel|vaak)"})
        '(?:veel|vaak) tillen'
    """
    for name, piece in macros.items():
        pattern = pattern.replace(f"<{name}>", piece)
    return pattern
