"""From a title to occupations: read it, compare it with every label, weigh what speaks for each unit group."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from matcher.errors import DataError
from matcher.language.combination import Combination, shipped_combination
from matcher.language.completion_rules import rule
from matcher.language.encoder import TitleEncoder, read_manifest, shipped_encoder
from matcher.language.lexicon import KINDS, Label, load_lexicon
from matcher.language.normalise import NormalisedTitle, Normaliser, Way, default_normaliser
from matcher.language.title_core import too_general
from matcher.language.title_index import Signals, TitleIndex
from matcher.language.title_link import TitleLink, TitleMatch
from matcher.language.whole_vectors import Vectors
from matcher.resources import model_path

_DIGITS = 4
_STEPS = 10**_DIGITS
_SPAN = 4 * _STEPS  # more than any two adjusted cosines can differ
_NO_LABEL = np.iinfo(np.int64).max
_ELSEWHERE = 2.0  # times the handicap of a group: a wording of an occupation that itself has another unit group
_COMMON = 3.0  # the same for a common title that stands with its group only: a named occupation that is near says more
_RANK = np.array([not kind.startswith(("preferred", "own")) for kind in KINDS])


@dataclass(frozen=True, slots=True)
class Reading:
    """What the linker saw of one title.

    Attributes:
        title: the normalised title.
        vector: its vector.
        signals: what speaks for each unit group.
        chances: chance of each unit group.
    """

    title: NormalisedTitle
    vector: Vectors
    signals: Signals
    chances: NDArray[np.float64]

    @property
    def likeness(self) -> float:
        """Answer how much the title is like the nearest known title: a cosine."""
        return float(self.signals.cosines.max()) if len(self.signals.cosines) else 0.0


class TitleLinker:
    """Links titles to the occupations of one index.

    Args:
        normaliser: takes the additions off.
        encoder: turns titles into vectors.
        index: the labels.
        combination: how the signals weigh.
    """

    def __init__(
        self, normaliser: Normaliser, encoder: TitleEncoder, index: TitleIndex, combination: Combination
    ) -> None:
        self.normaliser = normaliser
        self.encoder = encoder
        self.index = index
        self.combination = combination
        self._handicap_of = self._handicaps()
        self._order_of, self._orders = self._tie_breaks()

    def _handicaps(self) -> NDArray[np.float32]:
        lexicon, given = self.index.lexicon, self.combination.group_handicap
        groups = np.array([occupation_id.startswith("isco:") for occupation_id in lexicon.occupation_ids])
        english = np.array([kind.endswith("en") for kind in KINDS])
        code_at = {code: at for at, code in enumerate(lexicon.codes)}
        own_code = np.array([code_at[one.isco08] for one in lexicon.occupations.values()])
        from_source = np.array([not occupation_id.startswith("nl:") for occupation_id in lexicon.occupation_ids])
        elsewhere = (own_code[lexicon.occupation_of] != lexicon.code_of) & from_source[lexicon.occupation_of]
        on_group = groups[lexicon.occupation_of]
        common = on_group & (lexicon.kind_of == KINDS.index("own-nl"))
        counted = 1.0 * on_group + english[lexicon.kind_of] + _ELSEWHERE * elsewhere + _COMMON * common
        return np.asarray(given * counted, dtype=np.float32)

    def _tie_breaks(self) -> tuple[NDArray[np.int64], int]:
        """Answer for each label its place among labels that come equally near, and how many places there are."""
        handicaps = np.rint(self._handicap_of * _STEPS).astype(np.int64)
        places = 2 * handicaps + _RANK[self.index.lexicon.kind_of]
        return places, int(places.max()) + 1

    def read(self, text: str) -> Reading | None:
        """Answer what speaks for each unit group; None when nothing in the text is known.

        Where the text can be read in several ways, the best way is answered with the chances of all of them, each by
        how well it fits: what is unclear is less sure.
        """
        return self.read_many([text])[0]

    def read_many(self, texts: Sequence[str]) -> list[Reading | None]:
        """Answer the readings of several texts, the same as one by one; all ways to read them are compared together."""
        ways = [self.normaliser.ways(text) for text in texts]
        titles = [title for found in ways for title, _ in found]
        vectors = self.encoder.encode(title.title for title in titles)
        known = np.flatnonzero(vectors.any(axis=1))
        signals = self.index.signals_of(vectors[known], [titles[at].title for at in known.tolist()])
        readings: list[Reading | None] = [None] * len(titles)
        for at, one in zip(known.tolist(), signals, strict=True):
            readings[at] = Reading(titles[at], vectors[at], one, self.combination.chances(one.table, one.coded))
        self.normaliser.forget()
        rest = iter(readings)
        return [self._weighed(text, found, rest) for text, found in zip(texts, ways, strict=True)]

    def _weighed(self, text: str, ways: Sequence[Way], readings: Iterator[Reading | None]) -> Reading | None:
        """Answer one reading for the ways to read a text, each with its reading."""
        pairs = [(reading, way.fits) for way, reading in zip(ways, readings, strict=False) if reading is not None]
        if len(pairs) < 2:  # noqa: PLR2004 - one way, or none
            return pairs[0][0] if pairs else None
        weights = np.array([rule("likeness") * one.likeness + fits for one, fits in pairs])
        weights = np.exp(weights - weights.max())
        weights /= weights.sum()
        chances = sum(weight * one.chances for weight, (one, _) in zip(weights, pairs, strict=True))
        best = pairs[int(weights.argmax())][0]
        return replace(best, title=replace(best.title, text=text), chances=np.asarray(chances))

    def expect_many(self) -> None:
        """Make ready for many titles; loading what makes them quicker takes longer than one title."""
        self.index.expect_many()

    def link(self, text: str, top: int = 5) -> TitleLink:
        """Answer the occupations that a title may stand for; see `link_title`."""
        return self.link_many([text], top)[0]

    def link_many(self, texts: Sequence[str], top: int = 5) -> list[TitleLink]:
        """Answer the links of several titles, the same as one by one."""
        return [self._link(text, one, top) for text, one in zip(texts, self.read_many(texts), strict=True)]

    def _link(self, text: str, reading: Reading | None, top: int) -> TitleLink:
        if reading is None:
            return TitleLink(text, self.normaliser.normalise(text).title, (), sure=False, why_not=_NOTHING)
        matches = self._matches(reading, top)
        why_not = self._why_not(reading, matches)
        return TitleLink(text, reading.title.title, matches, why_not is None, why_not)

    def _matches(self, reading: Reading, top: int) -> tuple[TitleMatch, ...]:
        """Answer the nearest occupation of each of the likeliest unit groups."""
        chances = np.round(reading.chances, _DIGITS)
        groups = np.argsort(-chances, kind="stable")[: max(top, 1)]
        nearest = self._nearest(reading.signals, groups)
        return tuple(
            self._in_group(reading, group, label, float(chances[group]))
            for group, label in zip(groups.tolist(), nearest, strict=True)
        )

    def _nearest(self, signals: Signals, groups: NDArray[np.intp]) -> list[int | None]:
        """Answer the nearest label of each unit group: a named one before the group itself, Dutch before English.

        All that decides is put in one number a label, the label itself last, so that the lowest of a group is answered.
        """
        place_of = np.full(len(self.index.codes), -1)
        place_of[groups] = np.arange(len(groups))
        places = place_of[self.index.code_of[signals.labels]]
        here = np.flatnonzero(places >= 0)
        labels = signals.labels[here]
        adjusted = np.rint((signals.cosines[here] - self._handicap_of[labels]) * _STEPS).astype(np.int64)
        keys = ((_SPAN - adjusted) * self._orders + self._order_of[labels]) * len(self._order_of) + labels
        lowest = np.full(len(groups), _NO_LABEL)
        np.minimum.at(lowest, places[here], keys)
        return [None if key == _NO_LABEL else key % len(self._order_of) for key in lowest.tolist()]

    def _in_group(self, reading: Reading, group: int, label: int | None, chance: float) -> TitleMatch:
        if label is None:
            return self._group_match(self.index.codes[group], round(chance, _DIGITS))
        return self._match(reading, self.index.lexicon.label(label), round(chance, _DIGITS))

    def _match(self, reading: Reading, label: Label, chance: float) -> TitleMatch:
        occupation = self.index.lexicon.occupations[label.occupation_id]
        if label.plain == reading.title.title:
            why = f"'{label.text}' staat zo in de titellijst"
        elif label.lang == "en":
            why = f"lijkt op de Engelse titel '{label.text}'"
        else:
            why = f"lijkt het meest op '{label.text}'"
        return TitleMatch(label.occupation_id, label.isco08, occupation.title, label.text, chance, why)

    def _group_match(self, code: str, chance: float) -> TitleMatch:
        occupation = self.index.lexicon.occupations[f"isco:{code}"]
        return TitleMatch(
            occupation.occupation_id, code, occupation.title, occupation.title, chance, "past bij deze beroepsgroep"
        )

    def _why_not(self, reading: Reading, matches: tuple[TitleMatch, ...]) -> str | None:
        if not len(reading.signals.cosines) or reading.signals.cosines.max() < self.combination.close_from:
            return _NOTHING
        if reading.title.title in too_general():
            return f"'{reading.title.title}' zegt te weinig: welk soort werk was het?"
        if matches[0].probability < self.combination.sure_from:
            others = " of ".join(f"'{match.title}'" for match in matches[:2])
            return f"Niet zeker: {others}. Kies er een of vul de titel aan."
        return None


_NOTHING = "In deze tekst staat geen titel die wij kennen."


def shipped_index() -> TitleIndex:
    """Answer the index over the shipped lexicon.

    Raises:
        DataError: when the model was made for another lexicon.
    """
    lexicon = load_lexicon()
    if read_manifest()["labels"] != len(lexicon):
        raise DataError("Het model title_encoder hoort bij een andere titellijst. Maak beide opnieuw.")
    with np.load(model_path("title_encoder/groups.npz"), allow_pickle=False) as stored:
        groups, source = stored["groups"].astype(np.float32), stored["source_groups"].astype(np.float32)
    with np.load(model_path("title_encoder/labels.npz"), allow_pickle=False) as stored:
        return TitleIndex(lexicon, stored["vectors"], groups, source)


@cache
def default_linker() -> TitleLinker:
    """Answer the linker over the shipped lexicon and model, made once."""
    return TitleLinker(default_normaliser(), shipped_encoder(), shipped_index(), shipped_combination())


def expect_many_titles() -> None:
    """Load everything that linking titles needs, compiled where that is installed: for a process that lives long."""
    linker = default_linker()
    linker.expect_many()
    linker.normaliser.load()
    _ = linker.index.lexicon.by_wording
    linker.link("receptionist")


def link_title(text: str, top: int = 5) -> TitleLink:
    """Answer which occupations a title may stand for, most likely first.

    The chance is that of the unit group; each match is the nearest occupation in another unit group, so that the list
    stays broad.

    Args:
        text: a title as it stands in a CV or vacancy.
        top: how many occupations at most.

    Returns:
        The link; `sure` says whether the first match may be used without asking.

    Example:
        >>> link_title("Verzorgende IG (m/v) 24-32 uur").matches[0].occupation_id
        'nl:verzorgende-ig'
    """
    return default_linker().link(text, top)
