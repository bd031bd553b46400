"""Dutch job titles as people write them, brought back to the title itself."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from matcher.language.canonical import canonical_words, join_endings
from matcher.language.completion_rules import rule
from matcher.language.completions import Completion, Completions
from matcher.language.compounds import CompoundSplitter
from matcher.language.parts import load_parts
from matcher.language.short_forms import ShortForms
from matcher.language.spelling import fold, words
from matcher.language.title_core import TitleCore, too_general
from matcher.language.title_phrases import TitlePhrases, shipped_abbreviations, shipped_phrases
from matcher.language.title_words import TitleWords, shipped_title_words
from matcher.language.word_forms import base_form
from matcher.language.word_repair import WordRepair

_DATA = Path(__file__).parent / "data"
_LONGEST_TEXT = 300
_SHORTEST_AGENT = 6
_SEPARATORS = re.compile(r"\s+[-–—+]+\s+|[|•·;:()\[\]{}\n\t]|,\s|\s/\s")
_WHERE = re.compile(
    r"\s(?:in|op|bij|aan|binnen|vanuit|to|for|at|with)\s+(?:een|de|het|the|a|an|mensen|huis|our|busy)\b"
)
_AT_EMPLOYER = re.compile(
    r"\s(?:bij(?!\s+(?:het|de)\s+huishoud)|namens|via|@)\s.*$|\s(?:voor)\s+(?:onze|een|diverse|de firma)\b.*$"
)
_COMPANY = re.compile(
    r"^(?:stichting|gemeente|zorggroep|\w*bedrijf|firma|basisschool|ziekenhuis|ministerie|provincie|waterschap|roc)\s+\w"
    r"|\b(?:bv|b v|nv|n v|vof|v o f|holding|groep|group|gmbh|ltd|inc)$"
)
_SEEKING = re.compile(r"^.*\b(?:zoekt|zoeken wij|zoeken we)\s+(?:per direct\s+)?(?:een\s+)?")
_IN_PLACE = re.compile(
    r"(?:^|[\s,(-])(?:te|in|regio|omgeving|locatie|gemeente|omstreken|nabij|standplaats)\s+"
    r"(?:de\s+|het\s+|regio\s+|omgeving\s+)?(?P<place>[a-z'-]+(?:\s+[a-z'-]+){0,3})"
)
_HYPHENED = re.compile(r"([a-z0-9]+)-(?=([a-z0-9]+))")
_LETTERS = re.compile(r"[a-z]")
_FUNCTION_WORDS = frozenset(
    (
        "aan", "als", "annex", "bij", "de", "die", "door", "een", "en", "het", "ik", "in", "je", "jij", "met", "of",
        "ons", "onze", "op", "per", "te", "u", "van", "voor", "we", "wij",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NormalisedTitle:
    """A title without its additions.

    Attributes:
        text: the text as given.
        title: the title in canonical words; empty when the text holds no letters.
        levels: what was said on level, e.g. `niveau 3`, `mbo`, `senior`, in the order of the text.
        removed: kinds of additions that were left out, e.g. `hours`, `place`, `employer`.
        lead: the title that stands first, where another part stands behind it that may be a job too; else empty.
    """

    text: str
    title: str
    levels: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    lead: str = ""


class Way(NamedTuple):
    """A way to read a text, and how well it fits before it is compared (a logarithm)."""

    title: NormalisedTitle
    fits: float


class Normaliser:
    """Takes the additions off titles.

    Args:
        words_known: the compiled words, forms, titles and places.
    """

    def __init__(self, words_known: TitleWords) -> None:
        self._known = words_known

    @cached_property
    def splitter(self) -> CompoundSplitter:
        """The splitter of compounds, with what it remembers."""
        return self._known.splitter

    @cached_property
    def _noise_rows(self) -> list[dict[str, str]]:
        return _rows("title_noise.csv")

    @cached_property
    def _noise(self) -> list[tuple[str, str, str]]:
        return [(row["kind"], row["needs"], row["pattern"]) for row in self._noise_rows]

    @cached_property
    def _needs(self) -> dict[str, re.Pattern[str]]:
        return {row["needs"]: re.compile(row["needs"]) for row in self._noise_rows}

    @cached_property
    def _levels(self) -> list[re.Pattern[str]]:
        return [re.compile(row["pattern"]) for row in _rows("title_levels.csv")]

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(row["name"] for row in _rows("first_names.csv"))

    @cached_property
    def _employers(self) -> re.Pattern[str]:
        employers = sorted((row["name"] for row in _rows("employers.csv")), key=len, reverse=True)
        return re.compile(r"(?<![a-z0-9])(?:" + "|".join(map(re.escape, employers)) + r")(?![a-z0-9])")

    @cached_property
    def _agents(self) -> tuple[str, ...]:
        return tuple(row["ending"] for row in _rows("agent_endings.csv"))

    @cached_property
    def _repair(self) -> WordRepair:
        return WordRepair(self._known, self.splitter)

    @cached_property
    def _short(self) -> ShortForms:
        return ShortForms(self._known, self.splitter, shipped_phrases())

    @cached_property
    def _phrases(self) -> TitlePhrases:
        return TitlePhrases(shipped_phrases(), self._known.often_dutch, shipped_abbreviations())

    @cached_property
    def _whole_phrases(self) -> frozenset[str]:
        return frozenset(" ".join(phrase.split()) for phrase in shipped_phrases())

    @cached_property
    def completions(self) -> Completions:
        """What shortened words may stand for."""
        return Completions(self._known, self._short, self._repair, self.splitter.memory)

    @cached_property
    def _core(self) -> TitleCore:
        return TitleCore(self._known.titles, self._known.counts, self.splitter)

    def load(self) -> None:
        """Load everything that reading titles needs: for a process that lives long."""
        load_parts(self._known, self)
        load_parts(self._repair, self._repair.beside, self.completions, self._core)

    def normalise(self, text: str) -> NormalisedTitle:
        """Answer the title without additions; see `normalise`."""
        as_it_stands = self._as_it_stands(text)  # remembers no word, so that there is none to forget
        if as_it_stands is not None:
            return as_it_stands
        found = self._normalised(text)
        self.forget()
        return found

    def ways(self, text: str) -> tuple[Way, ...]:
        """Answer the ways to read a text, each once; `forget` must be called when they have been used.

        Args:
            text: a title as it stands. A shortened word in it may be several words; a title that stands first may be
                meant alone.
        """
        titles: dict[str, Way] = {}
        for written, fits in self.completions.of(text) or (Completion(text, 0.0),):
            title = self._normalised(written)
            titles.setdefault(title.title, Way(title, fits))
            if title.lead:
                titles.setdefault(title.lead, Way(replace(title, title=title.lead), fits + rule("lead")))
        return tuple(titles.values())

    def forget(self) -> None:
        """Forget the words of the last titles that the sources do not have."""
        self.splitter.memory.forget()

    def _as_it_stands(self, text: str) -> NormalisedTitle | None:
        """Answer a text that is a title of the sources as it stands; None for any other."""
        whole = self._whole(text)
        known = whole in self._known.titles and whole not in self._whole_phrases
        return NormalisedTitle(text, whole) if known else None

    def _whole(self, text: str) -> str:
        return " ".join(canonical_words(text[:_LONGEST_TEXT], self._known.forms))

    def _normalised(self, text: str) -> NormalisedTitle:
        as_it_stands = self._as_it_stands(text)
        if as_it_stands is not None:
            return as_it_stands
        removed: list[str] = []
        plain = _SEEKING.sub("", join_endings(fold(text[:_LONGEST_TEXT])))
        plain = self._short.joined(plain)
        dotted = self._short.dotted(plain)
        hyphened = frozenset(_HYPHENED.findall(plain))
        cut = dotted | frozenset(words(plain)[-1:])
        plain = self._short.written_out(self._without_noise(plain, removed))
        plain, levels = self._without_levels(plain)
        plain = self._without_place_and_employer(plain, removed)
        parts = self._kept_parts(plain, removed) or [words(plain) or self._whole(text).split()]
        read = [found for part in parts if (found := self._read_words(part, cut, dotted, hyphened))]
        whole_parts = self._repair.turned(read)
        # Without any addition the text is a title as it stands, and what it has between brackets belongs to it.
        based = self._core.core(whole_parts) if removed else [word for part in whole_parts for word in part]
        title = " ".join(_once(based))
        title = self._with_level(title, canonical_words(" ".join(levels), self._known.forms))
        lead = " ".join(_once(whole_parts[0])) if len(whole_parts) > 1 else ""
        leads = lead != title and lead in self._known.titles and lead not in too_general()
        return NormalisedTitle(text, title, levels, tuple(dict.fromkeys(removed)), lead if leads else "")

    def _with_level(self, title: str, level: Sequence[str]) -> str:
        """Put a level back that makes it another known title: "verpleegkundige mbo", "docent mbo" zorg en welzijn."""
        whole = " ".join([title, *level])
        head, _, rest = title.partition(" ")
        with_head = " ".join([head, *level[:1]])
        if whole in self._known.titles:
            return whole
        return f"{with_head} {rest}" if rest and level and with_head in self._known.titles else title

    def _without_noise(self, plain: str, removed: list[str]) -> str:
        # What a text lacks it lacks with less in it too; most titles have no digit, and most patterns need one.
        lacking = {needs for needs, pattern in self._needs.items() if not pattern.search(plain)}
        for kind, needs, pattern in self._noise:
            if needs in lacking:
                continue
            cleaner = _compiled(pattern).sub(" ", plain)
            if cleaner != plain and _LETTERS.search(cleaner):
                removed.append(kind)
                plain = cleaner
        return plain

    def _without_levels(self, plain: str) -> tuple[str, tuple[str, ...]]:
        levels: list[str] = []
        for pattern in self._levels:
            found = [hit.group().strip() for hit in pattern.finditer(plain)]
            if found and _LETTERS.search(cleaner := pattern.sub(" ", plain)):
                levels.extend(found)
                plain = cleaner
        return plain, tuple(levels)

    def _without_place_and_employer(self, plain: str, removed: list[str]) -> str:
        for hit in _IN_PLACE.finditer(plain):
            named = hit["place"].split()
            for size in range(len(named), 0, -1):
                end = hit.start("place") + len(" ".join(named[:size]))
                if " ".join(named[:size]) in self._known.places and not self._ends_in_phrase(plain[:end]):
                    removed.append("place")
                    plain = f"{plain[: hit.start()]} {plain[end:]}"
                    break
        for kind, pattern in (("employer", self._employers), ("employer", _AT_EMPLOYER)):
            cleaner = pattern.sub(" ", plain)
            if cleaner != plain and self._knows_any(words(cleaner)):
                removed.append(kind)
                plain = cleaner
        return plain

    def _ends_in_phrase(self, plain: str) -> bool:
        """Tell whether a text ends in a known phrase: "verzorgende in de wijk" names work, not the village De Wijk."""
        found = words(plain)
        return any(" ".join(found[at:]) in self._phrases for at in range(len(found)))

    def _kept_parts(self, plain: str, removed: list[str]) -> list[list[str]]:
        apart = _WHERE.sub("|", plain) if removed else plain
        parts = [found for part in _SEPARATORS.split(apart) if (found := words(part))]
        kept: list[list[str]] = []
        for at, part in enumerate(parts):
            rest_known = any(self._knows_any(other) for other in [*kept, *parts[at + 1 :]])
            if " ".join(part) in self._known.places and rest_known:
                removed.append("place")
            elif rest_known and _COMPANY.search(" ".join(part)):
                removed.append("employer")
            elif not self._knows_any(part) and rest_known:
                removed.append("unknown")
            else:
                kept.append(part)
        several = len(kept) > 1
        cleaner = [self._without_names(self._without_last_place(part, removed), removed) for part in kept]
        return [trimmed for part in cleaner if (trimmed := _trimmed(part, several=several))]

    def _without_last_place(self, kept: list[str], removed: list[str]) -> list[str]:
        for size in (3, 2, 1):
            last, rest = kept[-size:], kept[:-size]
            place = " ".join(last) in self._known.places and not self._ends_in_phrase(" ".join(kept))
            if rest and place and self._knows_any(rest):
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
        known = word in self._phrases or self._repair.knows(word) or self._names_work(word)
        return known or self._repair.repaired(word) != word

    def _read_words(
        self, kept: list[str], cut: frozenset[str], dotted: frozenset[str], hyphened: frozenset[tuple[str, str]]
    ) -> list[str]:
        """Answer the words as they were meant: phrases replaced, neighbours joined, cut-off words whole."""
        whole: list[str] = []
        for word in self._phrases.replaced(self._repair.joined(self._phrases.replaced(kept), hyphened)):
            maybe = word in cut and not self._repair.knows(word)
            before = whole[-1] if whole else ""
            whole.append(self._repair.completed(word, before, dotted=word in dotted) if maybe else word)
        repaired = [self._repair.repaired(word) for word in whole]
        based = [base_form(word, self._known.forms) for word in self._repair.joined(repaired, hyphened)]
        known = [word for word in self._phrases.replaced(based) if self._repair.knows(word) or self._names_work(word)]
        if not known or " ".join(known) in too_general():
            known = based  # an unknown word says more than a title that says too little
        return _trimmed(known)

    def _names_work(self, word: str) -> bool:
        """Tell whether an unknown word ends as words for people at work do, and so may be the title itself."""
        return len(word) >= _SHORTEST_AGENT and word.endswith(self._agents) and word not in self._known.places


def _trimmed(kept: list[str], *, several: bool = False) -> list[str]:
    """Take function words and bare numbers off both ends, unless nothing else is there in the only part."""
    idle = [word in _FUNCTION_WORDS or word.isdigit() for word in kept]
    if all(idle):
        return [] if several else kept
    return kept[idle.index(False) : len(kept) - idle[::-1].index(False)]


def _once(found: Sequence[str]) -> list[str]:
    """Answer words in which no word, and no row of words, is said twice in a row."""
    kept: list[str] = []
    for word in found:
        kept.append(word)
        for size in range(1, len(kept) // 2 + 1):
            if kept[-size:] == kept[-2 * size : -size]:
                del kept[-size:]
                break
    return kept


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


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Answer a pattern of our tables, compiled when a title first needs it: most titles need few."""
    return re.compile(pattern)
