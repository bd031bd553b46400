"""Ranking labels that the user names, with what the lexicon knows about them."""

from collections.abc import Sequence

import numpy as np

from matcher.language.canonical import canonical_words
from matcher.language.encoder import Vectors, products
from matcher.language.linker import Reading, TitleLinker
from matcher.language.word_forms import shipped_forms

_TINY = 1e-4
_DIGITS = 5
_CHUNK = 128
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
        self._owner = np.repeat(np.arange(len(plain)), [max(len(found), 1) for found in known])
        self._starts = np.searchsorted(self._owner, np.arange(len(plain)))
        nearest = np.argmax(self._vectors @ index.groups.T, axis=1) if len(labels) else self._unknown
        occupations: list[int] = []
        groups: list[int] = []
        for at, found in enumerate(known):
            occupations.extend(index.occupation_of[found].tolist() if len(found) else [-1])
            groups.extend(index.code_of[found].tolist() if len(found) else [int(nearest[at])])
        self._occupations = np.array(occupations, dtype=np.intp)
        pairs, self._pair_of = np.unique(np.stack([occupations, groups], axis=1), axis=0, return_inverse=True)
        self._pair_occupation, self._pair_group = pairs[:, 0], pairs[:, 1]
        self._first_pair = self._pair_of[self._starts]
        self._more = np.setdiff1d(np.arange(len(self._owner)), self._starts)

    def rank(self, text: str, top: int) -> list[tuple[int, float]]:
        """Answer the places of the best labels with their scores; equal scores keep the order of the list."""
        return self.rank_many([text], top)[0]

    def rank_many(self, texts: Sequence[str], top: int) -> list[list[tuple[int, float]]]:
        """Answer for each title the places of the best labels with their scores.

        Args:
            texts: titles; a title of which nothing is known gets an empty list.
            top: how many labels at most.
        """
        ranked: list[list[tuple[int, float]]] = []
        for begin in range(0, len(texts), _CHUNK):
            readings = [self._linker.read(text) for text in texts[begin : begin + _CHUNK]]
            known = [reading for reading in readings if reading is not None]
            if not known or not len(self._vectors):
                ranked.extend([] for _ in readings)
                continue
            scores = iter(self._scores(known))
            ranked.extend([] if reading is None else self._best(next(scores), top) for reading in readings)
        return ranked

    def scores(self, text: str) -> Vectors | None:
        """Answer the score of every label, without counting wordings once; None when nothing is known."""
        reading = self._linker.read(text)
        return None if reading is None or not len(self._vectors) else self._scores([reading])[0]

    def _scores(self, readings: Sequence[Reading]) -> Vectors:
        if len(readings) == 1:
            return self._score(readings[0], products(self._vectors, readings[0].vector))[None]
        vectors = np.stack([reading.vector for reading in readings])
        return np.stack([self._score(*one) for one in zip(readings, vectors @ self._vectors.T, strict=True)])

    def _score(self, reading: Reading, cosines: Vectors) -> Vectors:
        label, mean, group, same = self._linker.combination.candidates.astype(np.float32)
        means = reading.signals.closeness[self._pair_occupation] * mean
        means[self._pair_occupation < 0] = 0
        by_pair = means + group * np.log(reading.chances + _TINY).astype(np.float32)[self._pair_group]
        beyond = by_pair[self._first_pair]
        np.maximum.at(beyond, self._owner[self._more], by_pair[self._pair_of[self._more]])
        beyond[self._unknown] += mean * cosines[self._unknown]
        total = label * cosines + beyond
        total[self._places.get(reading.title.title, [])] += same
        return np.asarray(total, dtype=np.float32)

    def _best(self, scores: Vectors, top: int) -> list[tuple[int, float]]:
        rounded = np.round(scores.astype(np.float64), _DIGITS)
        deep = min(len(rounded), top * _DEEP)
        if deep < len(rounded):
            bound = np.partition(rounded, len(rounded) - deep)[len(rounded) - deep]
            near = np.flatnonzero(rounded >= bound)
        else:
            near = np.arange(len(rounded))
        order = near[np.argsort(-rounded[near], kind="stable")]
        first: list[int] = []
        later: list[int] = []
        shown: set[int] = set()
        for at in order.tolist():
            end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self._occupations)
            mine = {one for one in self._occupations[self._starts[at] : end].tolist() if one >= 0}
            (later if mine and mine <= shown else first).append(at)
            shown |= mine
            if len(first) == top:
                break
        step = float(rounded.max() - rounded.min()) + 1.0
        found = [(at, float(rounded[at])) for at in first] + [(at, float(rounded[at]) - step) for at in later]
        return [(at, round(score, _DIGITS)) for at, score in found[:top]]
