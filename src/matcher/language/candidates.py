"""Ranking labels that the user names, with what the lexicon knows about them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.language.canonical import canonical_words
from matcher.language.linker import Reading, TitleLinker
from matcher.language.whole_vectors import ASKED_LENGTH, CENTRE_LENGTH, Vectors, picked_products, scales, whole
from matcher.language.word_forms import shipped_forms

_TINY = 1e-4
_DIGITS = 5
_COMPARED = 1024
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
        vectors = linker.encoder.encode(plain)
        self._rows = whole(vectors, CENTRE_LENGTH).astype(np.int16)
        self._scales = scales(self._rows)
        known = [index.lexicon.same_wording(wording) for wording in plain]
        self._is_unknown = np.array([not len(found) for found in known], dtype=np.bool_)
        self._unknown = np.flatnonzero(self._is_unknown)
        nearest = np.argmax(vectors @ index.groups.T, axis=1) if len(labels) else self._unknown
        kinship = [
            frozenset(zip(index.occupation_of[found].tolist(), index.code_of[found].tolist(), strict=True))
            or frozenset({(-1, int(nearest[at]))})
            for at, found in enumerate(known)
        ]
        self._group_by_kinship(kinship)

    def _group_by_kinship(self, kinship: Sequence[frozenset[tuple[int, int]]]) -> None:
        """Put labels of the same occupations and unit groups together, since these say the same for each of them."""
        kinds: dict[frozenset[tuple[int, int]], int] = {}
        self._kind_of = np.array([kinds.setdefault(one, len(kinds)) for one in kinship], dtype=np.intp)
        self._occupations = [frozenset(occupation for occupation, _ in one if occupation >= 0) for one in kinds]
        pairs = np.array([pair for one in kinds for pair in sorted(one)], dtype=np.intp).reshape(-1, 2)
        self._pair_occupation, self._pair_group = pairs[:, 0], pairs[:, 1]
        self._pair_starts = np.cumsum([0, *(len(one) for one in kinds)], dtype=np.intp)[:-1]
        self._members = np.argsort(self._kind_of, kind="stable")
        self._member_counts = np.bincount(self._kind_of, minlength=len(kinds))
        self._member_starts = np.cumsum(self._member_counts) - self._member_counts

    def rank(self, text: str, top: int) -> list[tuple[int, float]]:
        """Answer the places of the best labels with their scores; equal scores keep the order of the list."""
        return self.rank_many([text], top)[0]

    def rank_many(self, texts: Sequence[str], top: int) -> list[list[tuple[int, float]]]:
        """Answer for each title the places of the best labels with their scores.

        Args:
            texts: titles; a title of which nothing is known gets an empty list.
            top: how many labels at most.
        """
        if not len(self._rows):
            return [[] for _ in texts]
        readings = self._linker.read_many(texts)
        return [[] if reading is None else self._best(*self._near(reading, top), top) for reading in readings]

    def scores(self, text: str) -> Vectors | None:
        """Answer the score of every label, without counting wordings once; None when nothing is known."""
        reading = self._linker.read(text)
        if reading is None or not len(self._rows):
            return None
        return self._scored(reading, self._beyond(reading), np.arange(len(self._rows)))

    def _near(self, reading: Reading, top: int) -> tuple[NDArray[np.intp], Vectors]:
        """Answer the labels worth comparing, rising, with their scores.

        Comparing a label with the title costs most, so that only those are compared of which occupation and unit group
        fit best, those that the lexicon does not know, and those that read the same.
        """
        beyond = self._beyond(reading)
        wanted = max(_COMPARED, 2 * top * _DEEP)
        if wanted + len(self._unknown) >= len(self._rows):
            near = np.arange(len(self._rows))
        else:
            worth = np.zeros(len(self._rows), dtype=np.bool_)
            worth[self._labels_of(self._best_kinds(beyond, wanted))] = True
            worth[self._unknown] = True
            worth[self._places.get(reading.title.title, [])] = True
            near = np.flatnonzero(worth)
        return near, self._scored(reading, beyond, near)

    def _best_kinds(self, beyond: Vectors, wanted: int) -> NDArray[np.intp]:
        """Answer the best kinships that together have so many labels."""
        best = np.arange(len(beyond))
        if wanted < len(beyond):
            best = np.flatnonzero(beyond >= np.partition(beyond, len(beyond) - wanted)[len(beyond) - wanted])
        best = best[np.argsort(-beyond[best], kind="stable")]
        return best[: int(np.searchsorted(np.cumsum(self._member_counts[best]), wanted)) + 1]

    def _labels_of(self, kinds: NDArray[np.intp]) -> NDArray[np.intp]:
        counts = self._member_counts[kinds]
        ends = np.cumsum(counts)
        places = np.repeat(self._member_starts[kinds] - (ends - counts), counts) + np.arange(ends[-1])
        return np.asarray(self._members[places], dtype=np.intp)

    def _beyond(self, reading: Reading) -> Vectors:
        """Answer what occupation and unit group say for the labels of each kinship."""
        _, mean, group, _ = self._linker.combination.candidates.astype(np.float32)
        means = reading.signals.closeness[self._pair_occupation] * mean
        means[self._pair_occupation < 0] = 0
        by_pair = means + (group * np.log(reading.chances + _TINY).astype(np.float32))[self._pair_group]
        return np.asarray(np.maximum.reduceat(by_pair, self._pair_starts), dtype=np.float32)

    def _scored(self, reading: Reading, beyond: Vectors, near: NDArray[np.intp]) -> Vectors:
        label, mean, _, same = self._linker.combination.candidates.astype(np.float32)
        cosines = picked_products(self._rows, near, whole(reading.vector, ASKED_LENGTH)) * self._scales[near]
        total = label * cosines + beyond[self._kind_of[near]]
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
            mine = self._occupations[self._kind_of[at]]
            (later if mine and mine <= shown else first).append(at)
            shown |= mine
            if len(first) == top:
                break
        step = float(rounded.max() - rounded.min()) + 1.0
        found = [(at, score_of[at]) for at in first] + [(at, score_of[at] - step) for at in later]
        return [(at, round(score, _DIGITS)) for at, score in found[:top]]
