"""Phrases that say a title in other words: English, spoken Dutch, abbreviations of a trade."""

import csv
from collections.abc import Mapping, Sequence, Set
from functools import cache
from pathlib import Path

_PHRASES = Path(__file__).parent / "data" / "title_phrases.csv"


class TitlePhrases:
    """Replaces phrases by the title that they stand for.

    Args:
        phrases: phrase and title, both as folded words with a space between.
        common: words of titles; a phrase of one such word counts only where nothing stands beside it.
        everywhere: phrases that count also then, such as abbreviations.

    Example:
        >>> TitlePhrases({"truck driver": "vrachtwagenchauffeur"}).replaced(["truck", "driver", "ce"])
        ['vrachtwagenchauffeur', 'ce']
    """

    def __init__(
        self, phrases: Mapping[str, str], common: Set[str] = frozenset(), everywhere: Set[str] = frozenset()
    ) -> None:
        self._titles = {tuple(phrase.split()): title.split() for phrase, title in phrases.items()}
        self._alone = {(phrase,) for phrase in phrases if phrase in common and phrase not in everywhere}
        self._longest = max(map(len, self._titles), default=0)

    def replaced(self, found: Sequence[str]) -> list[str]:
        """Answer the words with each phrase replaced, the longest phrase first, from left to right."""
        kept: list[str] = []
        at = 0
        while at < len(found):
            for size in range(min(self._longest, len(found) - at), 0, -1):
                phrase = tuple(found[at : at + size])
                title = self._titles.get(phrase)
                if title is not None and (phrase not in self._alone or len(found) == 1):
                    kept.extend(title)
                    at += size
                    break
            else:
                kept.append(found[at])
                at += 1
        return kept

    def __contains__(self, phrase: str) -> bool:
        """Tell whether a text is a phrase as it stands."""
        return tuple(phrase.split()) in self._titles


@cache
def shipped_abbreviations() -> frozenset[str]:
    """Answer the shipped phrases that are abbreviations, read once.

    Example:
        >>> "toa" in shipped_abbreviations()
        True
    """
    with _PHRASES.open(encoding="utf-8", newline="") as handle:
        return frozenset(row["phrase"] for row in csv.DictReader(handle) if row["kind"] == "afkorting")


@cache
def shipped_phrases() -> dict[str, str]:
    """Answer the shipped phrases with the title that each stands for, read once.

    Example:
        >>> shipped_phrases()["truck driver"]
        'vrachtwagenchauffeur'
    """
    with _PHRASES.open(encoding="utf-8", newline="") as handle:
        return {row["phrase"]: row["title"] for row in csv.DictReader(handle)}
