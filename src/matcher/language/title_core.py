"""The words of a text that belong to its title, and the words that only stand beside it."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path

from matcher.language.compounds import CompoundSplitter

_TOO_GENERAL = Path(__file__).parent / "data" / "too_general.csv"
_SHORTEST_TITLE = 4


@cache
def too_general() -> frozenset[str]:
    """Answer the titles that say too little on their own.

    Example:
        >>> "medewerker" in too_general()
        True
    """
    with _TOO_GENERAL.open(encoding="utf-8", newline="") as handle:
        return frozenset(row["word"] for row in csv.DictReader(handle))


class TitleCore:
    """Finds the known title inside a longer text.

    Args:
        titles: canonical wordings that the sources know.
        counts: how many labels hold a word.
        splitter: tells which titles of one word name more than a head.
    """

    def __init__(self, titles: Iterable[str], counts: Mapping[str, int], splitter: CompoundSplitter) -> None:
        self._titles = titles if isinstance(titles, frozenset) else frozenset(titles)
        self._counts = counts
        self._splitter = splitter

    @cached_property
    def _held_by(self) -> Mapping[str, set[int]]:
        """Which titles of several words hold a word."""
        held: dict[str, set[int]] = defaultdict(set)
        for at, title in enumerate(self._titles):
            if " " in title:
                for word in title.split():
                    held[word].add(at)
        return held

    def core(self, parts: Sequence[Sequence[str]]) -> list[str]:
        """Answer the words of the part that holds a title, with those of other parts that the sources put beside it.

        Where no part holds a title that says enough on its own, every word stays.

        Args:
            parts: words in base form, part by part: what stands between brackets or signs is a part.
        """
        everything = [word for part in parts for word in part]
        at, anchor = self._main(parts)
        if at is None or " ".join(everything) in self._titles:
            return everything
        beside = self._held_by.get(anchor, set())
        kept: list[str] = []
        for place, part in enumerate(parts):
            fits = [word for word in part if place == at or not beside.isdisjoint(self._held_by.get(word, ()))]
            kept.extend(fits)
        return kept

    def _main(self, parts: Sequence[Sequence[str]]) -> tuple[int | None, str]:
        """Answer which part holds the title meant, and the rarest word of that title.

        A first part that begins with a title that names more than a head leads; else the longest title counts, the
        first of equals.
        """
        best: tuple[int, int, str] | None = None
        for place, part in enumerate(parts):
            begin, end = self._longest(part)
            if place == 0 and part and self._names_kind(part[0]):
                return 0, part[0]
            if end > begin and (best is None or end - begin > best[0]):
                anchor = min(part[begin:end], key=lambda word: (self._counts.get(word, 1), word))
                best = end - begin, place, anchor
                if place == 0 and begin == 0 and end > 1:
                    break
        return (None, "") if best is None else best[1:]

    def _names_kind(self, word: str) -> bool:
        """Tell whether a word is a compound of which the head is a title by itself, as "woningmakelaar"."""
        parts = self._splitter.split(word)
        return len(parts) > 1 and (word in self._titles or parts[-1] in self._titles)

    def _longest(self, found: Sequence[str]) -> tuple[int, int]:
        for size in range(len(found), 0, -1):
            for begin in range(len(found) - size + 1):
                title = " ".join(found[begin : begin + size])
                if title in self._titles and len(title) >= _SHORTEST_TITLE and title not in too_general():
                    return begin, begin + size
        return 0, 0
