"""Ranking labels that the user names, with what the lexicon knows about them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.language.canonical import canonical_words
from matcher.language.linker import Reading, TitleLinker
from matcher.language.whole_vectors import Vectors, products
from matcher.language.word_forms import shipped_forms

_TINY = 1e-4
_DIGITS = 5
_COMPARED = 4096
_DEEP = 40


class CandidateRanker:
    """Ranks one fixed list of labels for many titles.

    A label that the lexicon knows is also judged by the occupations and unit groups that it belongs to; another label
    only by itself and by the unit group that its own vector points at. Wordings of one occupation count once: the best
    comes in its place, the others after all first wordings, with a score lowered by one fixed step.

    Args:
        linker: reads the titles.
        labels: the texts to rank.
    """

    def __init__(self, linker: TitleLinker, labels: Sequence[str]) -> None:
        self._linker = linker
        index = linker.index
        plain = [" ".join(canonical_words(label, shipped_forms())) for label in labels]
        self._places: dict[str, list[int]] = {}
        for at, wording in enumerate(plain):
            self._places.setdefault(wording, []).append(at)
        self._vectors = linker.encoder.encode(plain)
        known = [index.lexicon.same_wording(wording) for wording in plain]
        self._unknown = np.array([at for at, found in enumerate(known) if not len(found)], dtype=np.intp)
        self._is_unknown = np.isin(np.arange(len(plain)), self._unknown)
        sizes = [max(len(found), 1) for found in known]
        self._starts = np.cumsum([0, *sizes], dtype=np.intp)[:-1]
        nearest = np.argmax(self._vectors @ index.groups.T, axis=1) if len(labels) else self._unknown
        occupations: list[int] = []
        groups: list[int] = []
        for at, found in enumerate(known):
            occupations.extend(index.occupation_of[found].tolist() if len(found) else [-1])
            groups.extend(index.code_of[found].tolist() if len(found) else [int(nearest[at])])
        self._occupations = np.array(occupations, dtype=np.intp)
        pairs, self._pair_of = np.unique(np.stack([occupations, groups], axis=1), axis=0, return_inverse=True)
        self._pair_occupation, self._pair_group = pairs[:, 0], pairs[:, 1]

    def rank(self, text: str, top: int) -> list[tuple[int, float]]:
        """Answer the places of the best labels with their scores; equal scores keep the order of the list."""
        return self.rank_many([text], top)[0]

    def rank_many(self, texts: Sequence[str], top: int) -> list[list[tuple[int, float]]]:
        """Answer for each title the places of the best labels with their scores.

        Args:
            texts: titles; a title of which nothing is known gets an empty list.
            top: how many labels at most.
        """
        readings = (self._linker.read(text) if len(self._vectors) else None for text in texts)
        return [[] if reading is None else self._best(*self._near(reading, top), top) for reading in readings]

    def scores(self, text: str) -> Vectors | None:
        """Answer the score of every label, without counting wordings once; None when nothing is known."""
        reading = self._linker.read(text)
        if reading is None or not len(self._vectors):
            return None
        return self._scored(reading, self._beyond(reading), np.arange(len(self._vectors)))

    def _near(self, reading: Reading, top: int) -> tuple[NDArray[np.intp], Vectors]:
        """Answer the labels worth comparing, rising, with their scores.

        Comparing a label with the title costs most, so that only those are compared of which occupation and unit group
        fit best, those that the lexicon does not know, and those that read the same.
        """
        beyond = self._beyond(reading)
        wanted = max(_COMPARED, 2 * top * _DEEP)
        if wanted + len(self._unknown) >= len(beyond):
            near = np.arange(len(beyond))
        else:
            worth = np.zeros(len(beyond), dtype=np.bool_)
            worth[np.argpartition(-beyond, wanted)[:wanted]] = True
            worth[self._unknown] = True
            worth[self._places.get(reading.title.title, [])] = True
            near = np.flatnonzero(worth)
        return near, self._scored(reading, beyond, near)

    def _beyond(self, reading: Reading) -> Vectors:
        """Answer what occupation and unit group say for each label."""
        _, mean, group, _ = self._linker.combination.candidates.astype(np.float32)
        means = reading.signals.closeness[self._pair_occupation] * mean
        means[self._pair_occupation < 0] = 0
        by_pair = means + group * np.log(reading.chances + _TINY).astype(np.float32)[self._pair_group]
        return np.asarray(np.maximum.reduceat(by_pair[self._pair_of], self._starts), dtype=np.float32)

    def _scored(self, reading: Reading, beyond: Vectors, near: NDArray[np.intp]) -> Vectors:
        label, mean, _, same = self._linker.combination.candidates.astype(np.float32)
        rows = self._vectors if len(near) == len(self._vectors) else np.take(self._vectors, near, axis=0)
        cosines = products(rows, reading.vector)
        total = label * cosines + beyond[near]
        unknown = self._is_unknown[near]
        total[unknown] += mean * cosines[unknown]
        total[self._reads_as(reading.title.title, near)] += same
        return np.asarray(total, dtype=np.float32)

    def _reads_as(self, wording: str, near: NDArray[np.intp]) -> NDArray[np.intp]:
        return np.searchsorted(near, np.array(self._places.get(wording, []), dtype=np.intp))

    def _best(self, places: NDArray[np.intp], scores: Vectors, top: int) -> list[tuple[int, float]]:
        deep = min(len(scores), top * _DEEP)
        rounded = np.round(scores.astype(np.float64), _DIGITS)
        near = np.arange(len(scores))
        if deep < len(scores):
            bound = np.partition(rounded, len(rounded) - deep)[len(rounded) - deep]
            near = np.flatnonzero(rounded >= bound)
        near = near[np.argsort(-rounded[near], kind="stable")]
        score_of = dict(zip(places[near].tolist(), rounded[near].tolist(), strict=True))
        first: list[int] = []
        later: list[int] = []
        shown: set[int] = set()
        for at in score_of:
            end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self._occupations)
            mine = {one for one in self._occupations[self._starts[at] : end].tolist() if one >= 0}
            (later if mine and mine <= shown else first).append(at)
            shown |= mine
            if len(first) == top:
                break
        step = float(rounded.max() - rounded.min()) + 1.0
        found = [(at, score_of[at]) for at in first] + [(at, score_of[at] - step) for at in later]
        return [(at, round(score, _DIGITS)) for at, score in found[:top]]
