"""Ranking labels that the user names, with what the lexicon knows about them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.language.canonical import canonical_words
from matcher.language.encoder import Vectors
from matcher.language.linker import TitleLinker
from matcher.language.word_forms import shipped_forms

_TINY = 1e-4
_DIGITS = 6


class CandidateRanker:
    """Ranks one fixed list of labels for many titles.

    A label that the lexicon knows is also judged by the occupations and unit groups that it belongs to; another label
    only by itself and by the unit group that its own vector points at.

    Args:
        linker: reads the titles.
        labels: the texts to rank.
    """

    def __init__(self, linker: TitleLinker, labels: Sequence[str]) -> None:
        self._linker = linker
        index = linker.index
        plain = [" ".join(canonical_words(label, shipped_forms())) for label in labels]
        self._plain = np.array(plain, dtype=object)
        self._vectors = linker.encoder.encode(plain)
        owner: list[int] = []
        means: list[Vectors] = []
        groups: list[int] = []
        nearest = np.argmax(self._vectors @ index.groups.T, axis=1) if len(labels) else np.zeros(0, dtype=np.intp)
        for at, wording in enumerate(plain):
            known = index.lexicon.same_wording(wording).tolist()
            for label_at in known:
                owner.append(at)
                means.append(index.means[index.occupation_of[label_at]])
                groups.append(int(index.code_of[label_at]))
            if not known:
                owner.append(at)
                means.append(self._vectors[at])
                groups.append(int(nearest[at]))
        self._owner = np.array(owner, dtype=np.intp)
        self._starts = np.searchsorted(self._owner, np.arange(len(plain)))
        self._means = np.stack(means) if means else np.zeros((0, linker.encoder.dimensions), dtype=np.float32)
        self._groups = np.array(groups, dtype=np.intp)

    def rank(self, text: str, top: int) -> list[tuple[int, float]]:
        """Answer the places of the best labels with their scores; equal scores keep the order of the list.

        Args:
            text: one title.
            top: how many labels at most.
        """
        scores = self.scores(text)
        if scores is None:
            return []
        order = np.argsort(-np.round(scores, _DIGITS), kind="stable")[:top]
        return [(int(at), float(round(scores[at], _DIGITS))) for at in order]

    def scores(self, text: str) -> NDArray[np.float64] | None:
        """Answer the score of every label; None when nothing in the text is known."""
        reading = self._linker.read(text)
        if reading is None or not len(self._plain):
            return None
        weights = self._linker.combination.candidates
        group = np.log(reading.chances + _TINY)[self._groups]
        beyond = weights[1] * (self._means @ reading.vector) + weights[2] * group
        best = np.maximum.reduceat(beyond, self._starts)
        same = self._plain == reading.title.title
        return np.asarray(weights[0] * (self._vectors @ reading.vector) + best + weights[3] * same, dtype=np.float64)
