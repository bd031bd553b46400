"""The words, forms, whole titles and places that the sources know."""

from collections.abc import Mapping, Set
from functools import cache, cached_property

from matcher.language.compounds import CompoundSplitter
from matcher.language.lexicon import load_lexicon
from matcher.language.lexicon_tables import read_rows
from matcher.language.spelling import fold, words
from matcher.language.word_forms import shipped_forms
from matcher.language.word_table import OFTEN, WordTable, word_table
from matcher.resources import data_path

PLACE_FIELDS = ("place",)


class TitleWords:
    """What the shipped sources know. Each part is read when it is asked for: a clean title needs few of them."""

    @cached_property
    def table(self) -> WordTable:
        """Every word with what is known of it."""
        return word_table()

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many labels hold a word (in base form); words of one label are left out, since most are compounds."""
        often = self.table.counts >= OFTEN
        return dict(zip(self.table.where(often), self.table.counts[often].tolist(), strict=True))

    @cached_property
    def rare(self) -> Set[str]:
        """The words of one label."""
        return frozenset(self.table.where((self.table.counts > 0) & (self.table.counts < OFTEN)))

    @cached_property
    def dutch(self) -> Mapping[str, int]:
        """How many Dutch labels hold a word."""
        held = self.table.dutch > 0
        return dict(zip(self.table.where(held), self.table.dutch[held].tolist(), strict=True))

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
        return frozenset(self.table.where(self.table.written))

    @cached_property
    def splitter(self) -> CompoundSplitter:
        """The splitter of compounds that remembers the words of the sources and no other words."""
        return CompoundSplitter(self.counts, frozenset(self.table.words).union(self.forms))

    @cached_property
    def often_dutch(self) -> frozenset[str]:
        """The words of two Dutch labels or more."""
        return frozenset(self.table.where(self.table.dutch >= OFTEN))


@cache
def shipped_title_words() -> TitleWords:
    """Answer the compiled words, kept once read.

    Example:
        >>> "zwolle" in shipped_title_words().places
        True
    """
    return TitleWords()
