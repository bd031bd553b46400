"""Dutch job titles as people write them, brought back to the title itself."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from matcher.language.canonical import canonical_words, join_endings
from matcher.language.compounds import CompoundSplitter
from matcher.language.spelling import fold, words
from matcher.language.title_words import TitleWords, shipped_title_words
from matcher.language.word_forms import base_form

_DATA = Path(__file__).parent / "data"
_LONGEST_TEXT = 300
_SEPARATORS = re.compile(r"\s+[-–—]+\s+|[|•·;:()\[\]{}\n\t]|,\s|\s/\s")
_AT_EMPLOYER = re.compile(r"\s(?:bij|namens|via|@)\s.*$|\s(?:voor)\s+(?:onze|een|diverse|de firma)\b.*$")
_COMPANY = re.compile(
    r"^(?:stichting|gemeente|zorggroep|\w*bedrijf|firma|basisschool|ziekenhuis|ministerie|provincie|waterschap|roc)\s+\w"
    r"|\b(?:bv|b v|nv|n v|vof|v o f|holding|groep|group|gmbh|ltd|inc)$"
)
_SEEKING = re.compile(r"^.*\b(?:zoekt|zoeken wij|zoeken we)\s+(?:per direct\s+)?(?:een\s+)?")
_IN_PLACE = re.compile(
    r"(?:^|[\s,(-])(?:te|in|regio|omgeving|locatie|gemeente|omstreken|nabij|standplaats)\s+"
    r"(?:de\s+|het\s+|regio\s+|omgeving\s+)?(?P<place>[a-z'-]+(?:\s+[a-z'-]+){0,3})"
)
_SHORT = re.compile(r"(?<![a-z0-9])([a-z]{2,12})\.(?=[a-z\s/-]|$)")
_LETTERS = re.compile(r"[a-z]")
_SHORTEST_TYPO = 6
_FUNCTION_WORDS = frozenset(
    (
        "aan", "als", "bij", "de", "die", "een", "en", "het", "ik", "in", "je", "jij", "met", "of", "ons", "onze", "op",
        "te", "u", "van", "voor", "we", "wij",
    )
)  # fmt: skip
_LONG_WORD = 10


@dataclass(frozen=True, slots=True)
class NormalisedTitle:
    """A title without its additions.

    Attributes:
        text: the text as given.
        title: the title in canonical words; empty when the text holds no letters.
        levels: what was said on level, e.g. `niveau 3`, `mbo`, `senior`, in the order of the text.
        removed: kinds of additions that were left out, e.g. `hours`, `place`, `employer`.
    """

    text: str
    title: str
    levels: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Normaliser:
    """Takes the additions off titles.

    Args:
        words_known: the compiled words, forms, titles and places.
    """

    def __init__(self, words_known: TitleWords) -> None:
        self._known = words_known
        self.splitter = CompoundSplitter(words_known.counts)
        self._noise = [(row["kind"], re.compile(row["pattern"])) for row in _rows("title_noise.csv")]
        self._levels = [re.compile(row["pattern"]) for row in _rows("title_levels.csv")]
        self._short = {row["short"]: row["full"] for row in _rows("abbreviations.csv")}
        self._names = frozenset(row["name"] for row in _rows("first_names.csv"))
        employers = sorted((row["name"] for row in _rows("employers.csv")), key=len, reverse=True)
        self._employers = re.compile(r"(?<![a-z0-9])(?:" + "|".join(map(re.escape, employers)) + r")(?![a-z0-9])")
        self._by_start = _by_start(word for word, count in words_known.counts.items() if count > 1)
        self.repaired = lru_cache(maxsize=100_000)(self._repaired)

    def normalise(self, text: str) -> NormalisedTitle:
        """Answer the title without additions; see `normalise`."""
        whole = " ".join(canonical_words(text[:_LONGEST_TEXT], self._known.forms))
        if whole in self._known.titles:
            return NormalisedTitle(text, whole)
        removed: list[str] = []
        plain = _SEEKING.sub("", join_endings(fold(text[:_LONGEST_TEXT])))
        plain = self._spelled_out(self._without_noise(plain, removed))
        plain, levels = self._without_levels(plain)
        plain = self._without_place_and_employer(plain, removed)
        kept = self._kept_words(plain, removed) or words(plain) or whole.split()
        based = [base_form(self.repaired(word), self._known.forms) for word in kept]
        title = " ".join(word for at, word in enumerate(based) if at == 0 or based[at - 1] != word)
        with_level = " ".join([title, *canonical_words(" ".join(levels), self._known.forms)])
        title = with_level if with_level in self._known.titles else title
        return NormalisedTitle(text, title, levels, tuple(dict.fromkeys(removed)))

    def _without_noise(self, plain: str, removed: list[str]) -> str:
        for kind, pattern in self._noise:
            cleaner = pattern.sub(" ", plain)
            if cleaner != plain and _LETTERS.search(cleaner):
                removed.append(kind)
                plain = cleaner
        return plain

    def _without_levels(self, plain: str) -> tuple[str, tuple[str, ...]]:
        levels: list[str] = []
        for pattern in self._levels:
            found = [hit.group().strip() for hit in pattern.finditer(plain)]
            cleaner = pattern.sub(" ", plain)
            if found and _LETTERS.search(cleaner):
                levels.extend(found)
                plain = cleaner
        return plain, tuple(levels)

    def _spelled_out(self, plain: str) -> str:
        """Write out abbreviations: with a dot always, without one when the sources do not know the word."""
        spelled = _SHORT.sub(lambda hit: self._short.get(hit[1], hit[1]) + " ", plain) if "." in plain else plain
        return " ".join(
            self._short.get(word, word) if word not in self._known.counts else word for word in spelled.split()
        )

    def _without_place_and_employer(self, plain: str, removed: list[str]) -> str:
        for hit in _IN_PLACE.finditer(plain):
            named = hit["place"].split()
            for size in range(len(named), 0, -1):
                if " ".join(named[:size]) in self._known.places:
                    removed.append("place")
                    plain = f"{plain[: hit.start()]} {plain[hit.start('place') + len(' '.join(named[:size])) :]}"
                    break
        for kind, pattern in (("employer", self._employers), ("employer", _AT_EMPLOYER)):
            cleaner = pattern.sub(" ", plain)
            if cleaner != plain and self._knows_any(words(cleaner)):
                removed.append(kind)
                plain = cleaner
        return plain

    def _kept_words(self, plain: str, removed: list[str]) -> list[str]:
        segments = [found for part in _SEPARATORS.split(plain) if (found := words(part))]
        kept: list[str] = []
        for at, segment in enumerate(segments):
            rest_known = self._knows_any(kept) or any(self._knows_any(later) for later in segments[at + 1 :])
            if " ".join(segment) in self._known.places and rest_known:
                removed.append("place")
            elif rest_known and _COMPANY.search(" ".join(segment)):
                removed.append("employer")
            elif not self._knows_any(segment) and rest_known:
                removed.append("unknown")
            else:
                kept.extend(segment)
        return _trimmed(self._without_names(self._without_last_place(kept, removed), removed))

    def _without_last_place(self, kept: list[str], removed: list[str]) -> list[str]:
        for size in (3, 2, 1):
            last, rest = kept[-size:], kept[:-size]
            if rest and " ".join(last) in self._known.places and self._knows_any(rest):
                if size == 1 and self._known.counts.get(last[0], 0) > 0:
                    continue
                removed.append("place")
                return rest
        return kept

    def _without_names(self, kept: list[str], removed: list[str]) -> list[str]:
        rest = [word for word in kept if word not in self._names]
        if len(rest) < len(kept) and self._knows_any(rest):
            removed.append("name")
            return rest
        return kept

    def _knows_any(self, found: Iterable[str]) -> bool:
        return any(self._knows(word) for word in found)

    def _knows(self, word: str) -> bool:
        base = base_form(word, self._known.forms)
        known = base in self._known.counts or base in self._known.rare
        return known or len(self.splitter.split(base)) > 1 or self.repaired(word) != word

    def _repaired(self, word: str) -> str:
        """Answer the nearest known word for a misspelt one, else the word itself."""
        base = base_form(word, self._known.forms)
        if len(word) < _SHORTEST_TYPO or not word.isalpha() or base in self._known.counts or base in self._known.rare:
            return word
        if len(self.splitter.split(base)) > 1 or word in self._known.places:
            return word
        allowed = 1 if len(word) < _LONG_WORD else 2
        nearby = self._by_start.get(word[:2], ()) or self._by_start.get(word[:1], ())
        hit = extractOne(word, nearby, scorer=OSA.distance, score_cutoff=allowed)
        if hit is None and len(word) >= _LONG_WORD:
            return self._repaired_in_parts(word)
        return word if hit is None else str(hit[0])

    def _repaired_in_parts(self, word: str) -> str:
        """Repair a compound of which one half is spelled well."""
        for at in range(4, len(word) - 3):
            front, head = word[:at], word[at:]
            if head in self._known.counts and (hit := self._near(front)):
                return hit + head
            if front in self._known.counts and (hit := self._near(head)):
                return front + hit
        return word

    def _near(self, part: str) -> str:
        if len(part) < _SHORTEST_TYPO:
            return ""
        hit = extractOne(part, self._by_start.get(part[:2], ()), scorer=OSA.distance, score_cutoff=1)
        return "" if hit is None else str(hit[0])


def _trimmed(kept: list[str]) -> list[str]:
    """Take function words and bare numbers off both ends, unless nothing else is there."""
    idle = [word in _FUNCTION_WORDS or word.isdigit() for word in kept]
    if all(idle):
        return kept
    return kept[idle.index(False) : len(kept) - idle[::-1].index(False)]


def _by_start(known: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for word in sorted(known):
        groups.setdefault(word[:2], []).append(word)
        groups.setdefault(word[:1], []).append(word)
    return {start: tuple(found) for start, found in groups.items()}


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@cache
def default_normaliser() -> Normaliser:
    """Answer the normaliser over the shipped words, made once."""
    return Normaliser(shipped_title_words())


def normalise(text: str) -> NormalisedTitle:
    """Answer a title without gender marks, hours, levels, places, employers, pay and other additions.

    A text that is a title as it stands is left alone. What is left out is named in `removed`; levels are kept apart.

    Args:
        text: a title as it stands in a CV or vacancy.

    Example:
        >>> normalise("Timmervrouw (m/v/x) 32-40 uur, Zwolle").title
        'timmerman'
    """
    return default_normaliser().normalise(text)
