"""Words that are written shorter than they are: abbreviations, "VIG'er", "deb/cred", "appel- en perenteler"."""

import csv
import re
from collections.abc import Mapping
from pathlib import Path

from matcher.language.compounds import CompoundSplitter
from matcher.language.title_words import TitleWords

_DATA = Path(__file__).parent / "data"
_DOTTED = re.compile(r"(?<![a-z0-9])([a-z]{2,30})\.(?=[a-z\s/,;)-]|$)")
_INITIALS = re.compile(r"(?<![a-z0-9.])((?:[a-z]\.){2,}[a-z]?)(?![a-z0-9])")
_ONE_OF = re.compile(r"(?<![a-z0-9])([a-z][a-z&-]{0,6}[a-z])['’`´](?:ers?|ster|s)(?![a-z])")
_SAME_HEAD = re.compile(r"(?<![a-z0-9])([a-z]{3,})-\s*(?:en|of|/|&|,|\+)\s*([a-z]{5,})(?![a-z])")
_LETTERED = re.compile(r"(?<![a-z0-9.'&])[a-z]{2,}(?![a-z0-9'&])")
_OPENING = re.compile(r"\s*([a-z]{2,6})\.?\s+([a-z]+)")
_SHORTEST_FRONT = 3


class ShortForms:
    """Writes shortened words out.

    Args:
        known: the compiled words.
        splitter: takes compounds apart.
        phrases: phrases with the title that they stand for.
    """

    def __init__(self, known: TitleWords, splitter: CompoundSplitter, phrases: Mapping[str, str]) -> None:
        self._known = known
        self._splitter = splitter
        self._phrases = phrases
        rows = _rows("abbreviations.csv")
        self._whole = {row["short"]: row["full"] for row in rows if row["place"] in ("", "alone")}
        endings = {row["short"]: row["full"] for row in rows if row["place"] in ("", "ending")}
        self._endings = sorted(endings.items(), key=lambda pair: -len(pair[0]))
        self._any_ending = tuple(endings)
        self._opening = {row["short"]: row["full"] for row in rows if row["place"] == "start"}
        self.word = splitter.memory.remembered(self._word)

    def joined(self, plain: str) -> str:
        """Answer a folded text in which initials are one word, "VIG'er" is "vig" and shared heads are repeated.

        Example:
            >>> from matcher.language.title_words import shipped_title_words as known
            >>> short = ShortForms(known(), CompoundSplitter(known().counts), {"cfo": "", "vig": ""})
            >>> short.joined("c.f.o. en vig'er, aardappel- en groenteteler")
            'cfo en vig, aardappelteler en groenteteler'
        """
        if "." in plain:
            plain = _INITIALS.sub(self._initials, plain)
        plain = self._opened(_ONE_OF.sub(self._member, plain))
        return _SAME_HEAD.sub(self._with_head, plain) if "-" in plain else plain

    def _opened(self, plain: str) -> str:
        """Answer "mw. burgerzaken" as "medewerker burgerzaken": before a word of titles it is no form of address."""
        opening = _OPENING.match(plain)
        full = self._opening.get(opening[1]) if opening else None
        if opening is None or full is None or opening[2] not in self._known.counts:
            return plain
        return f"{full} {plain[opening.start(2) :]}"

    def _initials(self, hit: re.Match[str]) -> str:
        letters = hit[1].replace(".", "")
        return letters if letters in self._phrases or letters in self._whole else hit[0]

    def _member(self, hit: re.Match[str]) -> str:
        """Answer "VIG'er" as "vig", unless the phrases know the member by itself."""
        letters = re.sub(r"[&-]", "", hit[1])
        if letters + "er" in self._phrases:
            return letters + "er"
        return hit[1] if letters in self._phrases or letters in self._whole else hit[0]

    def _with_head(self, hit: re.Match[str]) -> str:
        parts = self._splitter.split(hit[2])
        return f"{hit[1]}{parts[-1]} en {hit[2]}" if len(parts) > 1 else hit[0]

    def dotted(self, plain: str) -> frozenset[str]:
        """Answer the words that a dot says are cut off."""
        return frozenset(_DOTTED.findall(plain)) if "." in plain else frozenset()

    def written_out(self, plain: str) -> str:
        """Answer a folded text with its abbreviations written out: with a dot, or where nobody knows the word."""
        if "." in plain:
            plain = _DOTTED.sub(lambda hit: f"{self._dotted_word(hit[1])} ", plain)
        return _LETTERED.sub(lambda hit: self.word(hit[0]), plain)

    def usual(self, word: str) -> str:
        """Answer what an abbreviation with a point usually stands for; empty when it has no usual meaning."""
        full = self._dotted_word(word)
        return "" if full == word else full

    def known(self, word: str) -> bool:
        """Tell whether a word is an abbreviation or phrase as it stands."""
        return word in self._whole or word in self._phrases or self.word(word) != word

    def _dotted_word(self, word: str) -> str:
        return self._whole.get(word) or self.word(word)

    def _word(self, word: str) -> str:
        if word in self._known.counts or word in self._known.titles:
            return word
        return self._whole.get(word) or self._ended(word)

    def _ended(self, word: str) -> str:
        """Write out the end of a compound, as in "sterilisatiemedew", when the sources know what stands before it."""
        if not word.endswith(self._any_ending):
            return word
        if word in self._phrases or word in self._known.rare or word in self._known.forms:
            return word
        for short, full in self._endings:
            front = word.removesuffix(short)
            if front != word and len(front) >= _SHORTEST_FRONT and self._is_front(front):
                return front + full
        return word

    def _is_front(self, front: str) -> bool:
        known = self._known.counts
        whole = front.removesuffix("s") in known or front in known or front in self._known.rare
        return whole or len(self._splitter.split(front)) > 1


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))
