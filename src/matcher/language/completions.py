"""What a shortened word may stand for: cut off at a point ("verp. operator"), or without vowels ("landmtr").

A cut-off word mostly begins several known words. Which one was meant only the rest of the title can tell, so that every
word that fits is answered, with how well it fits before the title is compared.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import product
from typing import NamedTuple

from matcher.language.completion_rules import rule
from matcher.language.short_forms import ShortForms
from matcher.language.spelling import fold
from matcher.language.title_words import TitleWords
from matcher.language.word_memory import WordMemory
from matcher.language.word_repair import WordRepair

_CUT = re.compile(r"(?<![a-z0-9.])([a-z]{2,30})\.(?=[a-z\s/,;)-]|$)([\s-]*)([a-z]{2,})?(\.)?")
_BEFORE = re.compile(r"([a-z]+)[\s-]*$")
_WORD = re.compile(r"(?<![a-z0-9.'])[a-z]{4,30}(?![a-z0-9'.])")
_VOWELS = re.compile(r"(?<=[a-z])[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")
_LINKS = ("", "s", "en", "n", "e")
_ASIDE = re.compile(r"[a-z]\s*(?:[,(|:;]|\s[/–-]\s)")
_SHORTEST_JOINED = 4
_SHORTEST_HEAD = 3
_SHORTEST_SKELETON = 3


class Completion(NamedTuple):
    """A text with its shortened words whole, and how well those fit beforehand (a logarithm)."""

    text: str
    fits: float


class _Option(NamedTuple):
    begin: int
    end: int
    written: str
    fits: float


class Completions:
    """Writes shortened words out in every way that fits.

    Args:
        known: the compiled words.
        short: knows the usual abbreviations.
        repair: knows which words are known.
        memory: what is remembered of words.
    """

    def __init__(self, known: TitleWords, short: ShortForms, repair: WordRepair, memory: WordMemory) -> None:
        self._known = known
        self._short = short
        self._repair = repair
        self._beginning = memory.remembered(self._begins)
        self._voweled = memory.remembered(self._with_vowels)

    @cached_property
    def _vocabulary(self) -> list[str]:
        return self._known.table.long_in_dutch

    @cached_property
    def _by_two(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._vocabulary:
            found[word[:2]].append(word)
        return found

    @cached_property
    def _by_skeleton(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word, bones in zip(self._vocabulary, self._known.table.skeletons, strict=True):
            found[bones].append(word)
        return found

    def of(self, text: str) -> tuple[Completion, ...]:
        """Answer the texts that a text with shortened words may stand for, best first; none when no word is shortened.

        Args:
            text: a title as it stands.
        """
        plain = fold(text)
        choices = [found for hit in _CUT.finditer(plain) if (found := self._cut(plain, hit))] if "." in plain else []
        choices += [found for hit in _WORD.finditer(plain) if (found := self._vowelless(hit))]
        if not choices:
            return ()
        choices = sorted(choices, key=lambda one: one[0].begin)[: int(rule("words"))]
        made = [Completion(_written(plain, chosen), sum(one.fits for one in chosen)) for chosen in product(*choices)]
        return tuple(sorted(made, key=lambda one: (-one.fits, one.text))[: int(rule("readings"))])

    def _cut(self, plain: str, hit: re.Match[str]) -> tuple[_Option, ...]:
        """Answer what a word with a point may be: part of one word with the next, or a word that begins so."""
        cut, after = hit[1], hit[3] or ""
        usual = self._short.usual(cut)
        aside = rule("aside") if _ASIDE.search(plain[: hit.start()]) else 0.0
        if after and hit[4]:
            after = self._short.usual(after) or after
        before = _BEFORE.search(plain[: hit.start()])
        stop = hit.end(1) + 1
        beside = self._repair.beside
        found: dict[tuple[int, str], float] = {}
        for word in self._beginning(cut):
            often = rule("often") * min(self._known.dutch.get(word, 0), int(rule("often_most")))
            near = (word, after) in beside or (before is not None and (before[1], word) in beside)
            found[stop, f"{word} "] = often + (rule("beside") if near else 0.0)
            if len(after) >= _SHORTEST_JOINED and word.endswith(after) and len(word) > len(cut) + len(after):
                found[hit.end(), word] = often + rule("joined")
        if usual:
            found[stop, f"{usual} "] = max(found.get((stop, f"{usual} "), 0.0), rule("usual"))
        elif not found:
            found.update({(stop, f"{word} "): rule("usual") for word in self._same_skeleton(cut)})
        if not found:
            found.update({(stop, f"{word} "): fits for word, fits in self._cut_compounds(cut)})
        if not found or (usual and len(found) == 1):
            return ()
        best = sorted(found.items(), key=lambda one: (-one[1], one[0]))[: int(rule("options"))]
        left_out = _Option(hit.start(1), stop, " ", rule("left_out"))
        return (*(_Option(hit.start(1), end, written, fits + aside) for (end, written), fits in best), left_out)

    def _begins(self, cut: str) -> tuple[str, ...]:
        return tuple(word for word in self._by_two.get(cut[:2], ()) if word.startswith(cut) and word != cut)

    def _cut_compounds(self, cut: str) -> Iterable[tuple[str, float]]:
        """Answer compounds of a known word and a word that begins as the rest does, the longest first half first."""
        for at in range(len(cut) - 2, _SHORTEST_HEAD, -1):
            if not self._is_front(cut[:at]):
                continue
            heads = [word for word in self._beginning(cut[at:]) if word in self._known.counts]
            heads.sort(key=lambda word: (-self._known.dutch.get(word, 0), word))
            if heads:
                return [(cut[:at] + word, -rule("often") * place) for place, word in enumerate(heads)]
        return ()

    def _is_front(self, front: str) -> bool:
        return any(
            front.endswith(link) and self._known.counts.get(front.removesuffix(link) if link else front, 0)
            for link in _LINKS
        )

    def _vowelless(self, hit: re.Match[str]) -> tuple[_Option, ...]:
        return tuple(_Option(*hit.span(), word, fits) for word, fits in self._voweled(hit[0]))

    def _with_vowels(self, word: str) -> tuple[tuple[str, float], ...]:
        if self._short.known(word) or word in self._known.places or self._repair.knows(word):
            return ()
        if self._repair.masculine(word):
            return ()
        wholes = self._same_skeleton(word)
        for at in range(_SHORTEST_HEAD + 1, len(word) - _SHORTEST_HEAD if not wholes else 0):
            if self._is_front(word[:at]):
                wholes = [word[:at] + head for head in self._same_skeleton(word[at:])]
                if wholes:
                    break
        often = sorted(wholes, key=lambda one: (-self._known.dutch.get(one, 0), one))[: int(rule("options"))]
        return tuple((one, -rule("often") * place) for place, one in enumerate(often))

    def _same_skeleton(self, word: str) -> list[str]:
        bones = skeleton(word)
        if len(bones) < _SHORTEST_SKELETON:
            return []
        return [one for one in self._by_skeleton.get(bones, ()) if len(one) > len(word) and _is_within(word, one)]


def skeleton(word: str) -> str:
    """Answer a word without vowels (but for the first letter) and without doubled letters; of lines, line by line.

    Example:
        >>> skeleton("landmeter"), skeleton("landmtr")
        ('lndmtr', 'lndmtr')
    """
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word))


def _is_within(short: str, whole: str) -> bool:
    letters = iter(whole)
    return all(letter in letters for letter in short)


def _written(plain: str, chosen: tuple[_Option, ...]) -> str:
    """Answer the text with the chosen words; a word that was joined with the one before is not written again."""
    parts: list[str] = []
    done = 0
    for one in chosen:
        if one.begin < done:
            continue
        parts += [plain[done : one.begin], one.written]
        done = one.end
    return "".join([*parts, plain[done:]])
