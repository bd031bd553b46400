"""From a title to occupations: spelling first, meaning later."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from rapidfuzz import fuzz

from matcher.language.lexicon import Lexicon, load_lexicon
from matcher.language.ngram_index import NgramIndex
from matcher.language.normalise import normalise
from matcher.language.title_link import TitleLink, TitleMatch
from matcher.resources import data_path

_POOL = 60
_SURE = 0.75


@dataclass(frozen=True, slots=True)
class _Found:
    score: float
    label_at: int


class TitleLinker:
    """Links titles to the occupations of one lexicon."""

    def __init__(self, lexicon: Lexicon, index: NgramIndex) -> None:
        self._lexicon = lexicon
        self._index = index

    def link(self, text: str, top: int = 5) -> TitleLink:
        """Answer the occupations that a title may stand for; see `link_title`."""
        plain = normalise(text).title
        found = self._best_per_occupation(plain)[:top]
        matches = tuple(self._match(plain, one) for one in found)
        sure = bool(matches) and matches[0].probability >= _SURE
        why_not = None if sure else self._why_not(matches)
        return TitleLink(text, plain, matches, sure, why_not)

    def _best_per_occupation(self, plain: str) -> list[_Found]:
        if not plain:
            return []
        cosine = self._index.scores(plain)
        pool = np.argsort(-cosine, kind="stable")[:_POOL]
        best: dict[str, _Found] = {}
        for at in pool.tolist():
            if cosine[at] <= 0:
                break
            likeness = fuzz.token_sort_ratio(plain, self._lexicon.labels[at].plain) / 100
            found = _Found(0.7 * float(cosine[at]) + 0.3 * likeness, at)
            occupation_id = self._lexicon.labels[at].occupation_id
            if occupation_id not in best or best[occupation_id].score < found.score:
                best[occupation_id] = found
        return sorted(best.values(), key=lambda one: (-round(one.score, 6), one.label_at))

    def _match(self, plain: str, found: _Found) -> TitleMatch:
        label = self._lexicon.labels[found.label_at]
        occupation = self._lexicon.occupations[label.occupation_id]
        exact = plain == label.plain
        why = f"staat zo in de lijst als '{label.text}'" if exact else f"lijkt op '{label.text}'"
        return TitleMatch(
            occupation.occupation_id, label.isco08, occupation.title, label.text, min(1.0, found.score), why
        )

    @staticmethod
    def _why_not(matches: tuple[TitleMatch, ...]) -> str:
        if not matches:
            return "In deze tekst staat geen titel die wij herkennen."
        return f"Het dichtst bij ligt '{matches[0].title}', maar dat is niet zeker genoeg: kies of vul aan."


@cache
def default_linker() -> TitleLinker:
    """Answer the linker over the shipped lexicon, made once."""
    return TitleLinker(load_lexicon(), NgramIndex.load(data_path("occupations/titles_index.npz")))


def link_title(text: str, top: int = 5) -> TitleLink:
    """Answer which occupations a title may stand for, most likely first.

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
