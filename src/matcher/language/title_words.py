"""The words, forms, whole titles and places that the sources know."""

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
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


@dataclass(frozen=True)
class TitleWords:
    """What the sources know.

    Attributes:
        counts: how many labels hold a word (in base form); words of one label are left out, since most are compounds.
        rare: the words of one label.
        dutch: how many Dutch labels hold a word.
        forms: base form of bent words.
        titles: canonical wording of every label.
        places: Dutch places, folded, as words with a space between.
    """

    counts: Mapping[str, int]
    rare: Set[str]
    dutch: Mapping[str, int]
    forms: Mapping[str, str]
    titles: Set[str]
    places: Set[str]

    @cached_property
    def written(self) -> frozenset[str]:
        """Answer every word of a title."""
        return frozenset(word for title in self.titles for word in title.split())

    @cached_property
    def splitter(self) -> CompoundSplitter:
        """Answer the splitter of compounds that remembers the words of the sources and no other words."""
        return CompoundSplitter(self.counts, self.written.union(self.counts, self.rare, self.forms))

    @cached_property
    def often_dutch(self) -> frozenset[str]:
        """Answer the words of two Dutch labels or more."""
        return frozenset(word for word, count in self.dutch.items() if count >= _OFTEN)


@cache
def shipped_title_words() -> TitleWords:
    """Answer the compiled words, read once.

    Example:
        >>> "zwolle" in shipped_title_words().places
        True
    """
    counts = read_rows(data_path("occupations/titles_words.csv"), WORD_FIELDS)
    places = read_rows(data_path("occupations/titles_places.csv"), PLACE_FIELDS)
    lexicon = load_lexicon()
    is_dutch = [kind.endswith("nl") for kind in KINDS]
    dutch = Counter(
        word
        for plain, kind in zip(lexicon.plain, lexicon.kind_of.tolist(), strict=True)
        if is_dutch[kind]
        for word in set(plain.split())
    )
    return TitleWords(
        counts={word: int(count) for word, count in counts if int(count) >= _OFTEN},
        rare=frozenset(word for word, count in counts if int(count) < _OFTEN),
        dutch=dutch,
        forms=shipped_forms(),
        titles=lexicon.by_wording.keys(),
        places=frozenset(" ".join(words(fold(place))) for (place,) in places),
    )
