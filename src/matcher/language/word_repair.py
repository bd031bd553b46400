"""Words that nobody knows as they stand: misspelt, cut off, or written apart."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cached_property

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from matcher.language.compounds import CompoundSplitter
from matcher.language.neighbours import Neighbours
from matcher.language.title_words import TitleWords
from matcher.language.word_forms import base_form

_SHORTEST_TYPO = 6
_SHORTEST_TITLE_TYPO = 5
_LONG_WORD = 10
_SHORTEST_PART = 3
_SHORTEST_CUT = 3
_OFTEN = 4
_LINKS = ("", "s", "en", "n", "e")
_FEMININE = (
    ("ster", "er"), ("ster", "der"), ("ster", "ter"), ("trice", "teur"), ("euse", "eur"), ("iere", "ier"),
    ("esse", ""), ("ares", "aar"), ("eres", "er"), ("vrouw", "man"), ("vrouw", "heer"), ("te", "t"), ("e", ""),
    ("in", ""), ("en", ""), ("s", ""),
)  # fmt: skip
_BENDINGS = tuple(
    (re.compile(ending), stems)
    for ending, stems in (
        (r"(?<=[a-z])(?:et|p|t)?jes?$", ("",)), (r"aatjes?$", ("a",)), (r"ven$", ("f",)), (r"zen$", ("s",)),
        (r"([bdfgklmnprst])\1en$", (r"\1",)), (r"en$", ("", "e")), (r"s$", ("",)), (r"'s$", ("",)),
    )
)  # fmt: skip
_SOUNDS = tuple(
    (re.compile(written, re.MULTILINE), heard)
    for written, heard in (
        (r"isch|ies(?=$|e)", "is"), (r"ph", "f"), (r"th", "t"), (r"sch(?=$|s)", "s"), (r"ck|qu?|c(?![eih])", "k"),
        (r"c(?=[ei])", "s"), (r"x", "ks"), (r"ij|ei|y(?=$)", "ei"), (r"y", "i"), (r"ou", "au"), (r"ie|ei(?=g)", "i"),
        (r"dt|d(?=$|[sfkpt])", "t"), (r"z", "s"), (r"v", "f"), (r"ch", "g"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


def sound_of(word: str) -> str:
    """Answer how a word sounds, roughly: spellings that Dutch confuses become one.

    Example:
        >>> sound_of("electricien") == sound_of("elektricien")
        True
    """
    for written, heard in _SOUNDS:
        word = written.sub(heard, word)
    return word


class WordRepair:
    """Finds the known word that was meant.

    Args:
        known: the compiled words, forms, titles and places.
        splitter: takes compounds apart.
    """

    def __init__(self, known: TitleWords, splitter: CompoundSplitter) -> None:
        self._known = known
        self._splitter = splitter
        self.beside = Neighbours(known.titles)
        self.repaired = splitter.memory.remembered(self._repaired)
        self.knows = splitter.memory.remembered(self._knows)

    @cached_property
    def _often(self) -> list[str]:
        return self._known.table.often_in_dutch

    @cached_property
    def _by_letter(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped(self._often, lambda word: word[:1])

    @cached_property
    def _titles_by_letter(self) -> Mapping[str, tuple[str, ...]]:
        table = self._known.table
        return _grouped(table.where(table.alone & (table.dutch > 0)), lambda word: word[:1])

    @cached_property
    def _by_two(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped(self._often, lambda word: word[:2])

    @cached_property
    def _by_three(self) -> Mapping[str, tuple[str, ...]]:
        table = self._known.table
        return _grouped(table.where((table.counts > 0) & (table.dutch > 0)), lambda word: word[:3])

    @cached_property
    def _by_sound(self) -> Mapping[str, tuple[str, ...]]:
        sounds = dict(zip(self._often, self._known.table.sounds, strict=True))
        return _grouped(self._often, sounds.__getitem__)

    def _knows(self, word: str) -> bool:
        """Tell whether a word is known as it stands, as a form of a known word or as a compound of known words."""
        base = base_form(word, self._known.forms)
        if word in self._known.forms or self._in_sources(base):
            return True
        return len(self._splitter.split(base)) > 1 or any(self._halves(base)) or self._begins_compound(base)

    def _begins_compound(self, word: str) -> bool:
        """Tell whether a known word is this word with a known head behind it, as "kantine" in "kantinemedewerker"."""
        longer = (
            one for one in self._by_three.get(word[:3], ()) if one.startswith(word) and len(word) > _SHORTEST_PART
        )
        return any(one[len(word) :].removeprefix("s") in self._known.counts for one in longer)

    def _halves(self, word: str) -> Iterable[bool]:
        """Tell for each place whether known words stand on both sides, words of one label in front allowed too."""
        counts, rare = self._known.counts, self._known.rare
        for at in range(_SHORTEST_PART + 1, len(word) - _SHORTEST_PART):
            yield word[at:] in counts and (word[:at] in counts or word[:at] in rare)

    def joined(self, found: Sequence[str], hyphened: Set[tuple[str, str]] = frozenset()) -> list[str]:
        """Answer the words with neighbours joined that the sources write as one word, in either order.

        Two words that stand beside each other in a title of the sources stay apart.

        Args:
            found: folded words.
            hyphened: neighbours with a hyphen between; the sources' own hyphens are read as two words as well.
        """
        kept: list[str] = []
        for word in found:
            whole = self._one_word(kept[-1], word, hyphened=(kept[-1], word) in hyphened) if kept else ""
            if whole:
                kept[-1] = whole
            else:
                kept.append(word)
        return kept

    def turned(self, parts: Sequence[Sequence[str]]) -> list[list[str]]:
        """Answer the parts of a title in which a part that says "of what" came last, as in "monteur, elektro-".

        Args:
            parts: words in base form, part by part.
        """
        kept: list[list[str]] = []
        for part in parts:
            whole = self._one_word(part[0], kept[-1][-1]) if kept and len(part) == 1 else ""
            if whole:
                kept[-1][-1] = base_form(whole, self._known.forms)
            else:
                kept.append(list(part))
        return kept

    def _one_word(self, left: str, right: str, *, hyphened: bool = False) -> str:
        if min(len(left), len(right)) < _SHORTEST_PART or (left, right) in self.beside:
            return ""
        if hyphened:
            return left + right if left + right in self._known.titles and left not in self._known.titles else ""
        counts, rare = self._known.counts, self._known.rare
        wholes = [left + right, left + "s" + right]
        if right.endswith("en") and left not in self._known.titles:
            wholes += [one + right.removesuffix("n") + "r" for one in (left, left.removesuffix("s"), left[:-2])]
        for whole in wholes:
            if base_form(whole, self._known.forms) in counts or base_form(whole, self._known.forms) in rare:
                return whole
        return ""

    def completed(self, cut: str, before: str, *, dotted: bool) -> str:
        """Answer the known word that a cut-off word begins, else the word itself.

        A word that the sources put after the word before goes first, then the word of most labels.

        Args:
            cut: a folded word that is cut off.
            before: the word before it; empty when there is none.
            dotted: whether a dot says that it is cut off; without one, more is asked.
        """
        if len(cut) < _SHORTEST_CUT:
            return cut
        longer = [word for word in self._by_three.get(cut[:3], ()) if word.startswith(cut) and word != cut]
        fitting = [word for word in longer if (before, word) in self.beside]
        if not fitting and (dotted or len(cut) >= _SHORTEST_TYPO):
            fitting = [word for word in longer if self._known.dutch.get(word, 0) >= _OFTEN]
        if not fitting:
            return self._completed_compound(cut) if dotted else cut
        return max(fitting, key=lambda word: (self._known.dutch.get(word, 0), -len(word), word))

    def _completed_compound(self, cut: str) -> str:
        """Complete the second half of a compound of which the first half is known."""
        counts = self._known.counts
        for at in range(len(cut) - _SHORTEST_CUT, _SHORTEST_PART, -1):
            front, rest = cut[:at], cut[at:]
            if not any(front.endswith(link) and counts.get(front[: len(front) - len(link)], 0) for link in _LINKS):
                continue
            heads = [word for word in self._by_three.get(rest[:3], ()) if word.startswith(rest) and word in counts]
            if heads:
                return front + max(heads, key=lambda word: (counts[word], -len(word)))
        return cut

    def _repaired(self, word: str) -> str:
        """Answer the nearest known word for a misspelt one, else the word itself."""
        if len(word) < _SHORTEST_TITLE_TYPO or not word.isalpha() or word in self._known.places:
            return word
        if len(word) < _SHORTEST_TYPO:
            return (
                word if self.knows(word) else self._nearest(word, self._titles_by_letter.get(word[:1], ()), 1) or word
            )
        if not self._stands_in_labels(word) and (alike := self._by_sound.get(sound_of(word))):
            return max(alike, key=lambda one: (self._known.counts[one], one))
        if self.knows(word):
            return word
        if base := self._bent(word):
            return base
        if masculine := self.masculine(word):
            return masculine
        allowed = 1 if len(word) < _LONG_WORD else 2
        near = self._nearest(word, self._titles_by_letter.get(word[:1], ()), 1)
        near = near or self._nearest(word, self._by_letter.get(word[:1], ()), allowed)
        return near or (self._repaired_in_parts(word) if len(word) >= _LONG_WORD else word)

    def masculine(self, word: str) -> str:
        """Answer the known word of which this is a feminine or bent form, as "melkster"; else nothing."""
        for ending, masculine in _FEMININE:
            stem = word.removesuffix(ending)
            whole = stem + masculine
            if stem != word and (whole in self._known.counts or (ending == "ster" and whole in self._known.titles)):
                return whole
        return ""

    def _stands_in_labels(self, word: str) -> bool:
        base = base_form(word, self._known.forms)
        return self._in_sources(word) or self._in_sources(base)

    def _in_sources(self, word: str) -> bool:
        return word in self._known.counts or word in self._known.rare or word in self._known.written

    def _bent(self, word: str) -> str:
        """Answer the known word of which this is a plural or a diminutive, as "huisje"; else nothing."""
        for pattern, stems in _BENDINGS:
            for stem in stems:
                whole = pattern.sub(stem, word)
                if whole != word and self._stands_in_labels(whole):
                    return base_form(whole, self._known.forms)
        return ""

    def _nearest(self, word: str, among: Sequence[str], allowed: int) -> str:
        hits = extract(word, among, scorer=OSA.distance, score_cutoff=allowed, limit=8)
        return min(hits, key=lambda hit: (hit[1], -self._known.dutch.get(hit[0], 0), hit[0]))[0] if hits else ""

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
        alike = self._by_sound.get(sound_of(part)) or self._by_sound.get(sound_of(part.removesuffix("s")))
        return alike[0] if alike else self._nearest(part, self._by_two.get(part[:2], ()), 1)


def _grouped(known: Iterable[str], key: Callable[[str], str]) -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for word in known:
        groups.setdefault(key(word), []).append(word)
    return {start: tuple(found) for start, found in groups.items()}
