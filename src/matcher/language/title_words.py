"""The words, forms, whole titles and places that the sources know."""

from collections import Counter
from collections.abc import Mapping, Set
from functools import cache, cached_property

from matcher.language.compounds import CompoundSplitter
from matcher.language.lexicon import KINDS, load_lexicon
from matcher.language.lexicon_tables import read_rows
from matcher.language.spelling import fold, words
from matcher.language.word_forms import shipped_forms
from matcher.resources import data_path

WORD_FIELDS = ("word", "count")
PLACE_FIELDS = ("place",)
_OFTEN = 2


class TitleWords:
    """What the shipped sources know. Each part is read when it is asked for: a clean title needs few of them."""

    @cached_property
    def _rows(self) -> list[list[str]]:
        return read_rows(data_path("occupations/titles_words.csv"), WORD_FIELDS)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many labels hold a word (in base form); words of one label are left out, since most are compounds."""
        return {word: int(count) for word, count in self._rows if int(count) >= _OFTEN}

    @cached_property
    def rare(self) -> Set[str]:
        """The words of one label."""
        return frozenset(word for word, count in self._rows if int(count) < _OFTEN)

    @cached_property
    def dutch(self) -> Mapping[str, int]:
        """How many Dutch labels hold a word."""
        lexicon = load_lexicon()
        is_dutch = [kind.endswith("nl") for kind in KINDS]
        return Counter(
            word
            for plain, kind in zip(lexicon.plain, lexicon.kind_of.tolist(), strict=True)
            if is_dutch[kind]
            for word in set(plain.split())
        )

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """Base form of bent words."""
        return shipped_forms()

    @cached_property
    def titles(self) -> Set[str]:
        """Canonical wording of every label."""
        return frozenset(load_lexicon().plain)

    @cached_property
    def places(self) -> Set[str]:
        """Dutch places, folded, as words with a space between."""
        rows = read_rows(data_path("occupations/titles_places.csv"), PLACE_FIELDS)
        return frozenset(" ".join(words(fold(place))) for (place,) in rows)

    @cached_property
    def written(self) -> frozenset[str]:
        """Every word of a title."""
        return frozenset(" ".join(self.titles).split())

    @cached_property
    def splitter(self) -> CompoundSplitter:
        """The splitter of compounds that remembers the words of the sources and no other words."""
        return CompoundSplitter(self.counts, self.written.union(self.counts, self.rare, self.forms))

    @cached_property
    def often_dutch(self) -> frozenset[str]:
        """The words of two Dutch labels or more."""
        return frozenset(word for word, count in self.dutch.items() if count >= _OFTEN)


@cache
def shipped_title_words() -> TitleWords:
    """Answer the compiled words, kept once read.

    Example:
        >>> "zwolle" in shipped_title_words().places
        True
    """
    return TitleWords()
