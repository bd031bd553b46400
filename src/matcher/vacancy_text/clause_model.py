"""A small linear model: which channels a clause speaks of, and whether it asks or denies; plain numpy arrays."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from matcher.errors import DataError
from matcher.resources import model_path
from matcher.vacancy_text.clause_words import before_pieces, itself, pairs_of, pieces_of, title_pieces, words_of

Floats = NDArray[np.float32]

FORMAT = "matcher/clause-model/2"
_WITHOUT_CONTEXT = "matcher/clause-model/1"  # the same file, learnt without title and sentence before
_FIRST, _MOST_WORDS = 4096, 100_000
_TINY = 1e-9


_Met: TypeAlias = tuple[str, Callable[[str], Iterable[str]]]
"""A word or a pair of words, and what it is taken apart by."""


class _Kept:
    """The summed weights of words and pairs of words that were met before; feeds repeat theirs.

    A row is never written again, so whoever holds this may go on with its rows, whatever others add.
    """

    def __init__(self, columns: int) -> None:
        self.rows: dict[_Met, int] = {}
        self.sums = np.zeros((_FIRST, columns), dtype=np.float32)
        self._one_at_a_time = Lock()

    def put(self, met: _Met, sums: Floats) -> int:
        with self._one_at_a_time:
            row = len(self.rows) + 1  # row 0 stays empty, for clauses without a known word
            if met in self.rows:
                return self.rows[met]
            if row >= len(self.sums):
                self.sums = np.vstack([self.sums, np.zeros_like(self.sums)])
            self.sums[row] = sums
            self.rows[met] = row
            return row


@dataclass(frozen=True, slots=True)
class ClauseModel:
    """Weights per piece of text.

    Attributes:
        channels: codes, one for each column but the last; the last column says asked (above 0) or denied (below 0).
        index: place of each piece in `weights`.
        importance: weight of each piece in the length of a clause.
        weights: a row per piece, a column per channel and one for the polarity; times the importance.
        bias: one figure a column.
    """

    channels: tuple[str, ...]
    index: Mapping[str, int]
    importance: Floats
    weights: Floats
    bias: Floats
    _kept: _Kept = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_kept", _Kept(len(self.bias) + 1))

    @classmethod
    def load(cls, path: Path) -> "ClauseModel":
        """Answer the model in a file.

        Args:
            path: a file that the training wrote.

        Raises:
            DataError: there is no such file, or it has another format.
        """
        if not path.is_file():
            raise DataError(
                f"Het model {path.parent.name} ontbreekt. Maak het met python -m matcher.vacancy_text.training."
            )
        with np.load(path, allow_pickle=False) as stored:
            if "format" not in stored or str(stored["format"]) not in (FORMAT, _WITHOUT_CONTEXT):
                raise DataError(f"Het model {path.parent.name} heeft een ander formaat dan verwacht: {FORMAT}.")
            pieces = str(stored["pieces"]).split("\n")
            weights = stored["weights"].astype(np.float32) * stored["scale"]
            importance = stored["importance"].astype(np.float32)
            channels = tuple(str(stored["channels"]).split("\n"))
            return cls(
                channels,
                {piece: row for row, piece in enumerate(pieces)},
                importance,
                weights * importance[:, None],
                stored["bias"].astype(np.float32),
            )

    def scores(self, plain: str) -> Floats:
        """Answer one figure per channel and, last, one for the polarity; the higher, the surer.

        Args:
            plain: a clause or a sentence in small letters without accents.
        """
        figures: Floats = self.finished(self.sums([plain]))[0]
        return figures

    def sums(self, plain: Sequence[str]) -> Floats:
        """Answer what the words of several clauses add up to; sums of clauses may be added to one of their sentence.

        Args:
            plain: clauses in small letters without accents, at least one.
        """
        kept = self._kept_now()
        rows: list[int] = []
        starts: list[int] = []
        for clause in plain:
            starts.append(len(rows))
            rows.append(0)
            words = words_of(clause)
            rows.extend(self._row(kept, word, pieces_of) for word in words)
            rows.extend(self._row(kept, pair, itself) for pair in pairs_of(words) if pair in self.index)
        return np.asarray(np.add.reduceat(kept.sums[rows], starts, axis=0), dtype=np.float32)

    def around(self, title: str, before: Sequence[str]) -> Floats:
        """Answer what the title and the sentence before add to the sums of each clause of a sentence.

        Args:
            title: of the vacancy, in small letters without accents.
            before: for each sentence the one before it; empty for the first.
        """
        kept = self._kept_now()
        rows: list[int] = []
        starts: list[int] = []
        of_title = [self._row(kept, word, title_pieces) for word in words_of(title)]
        for sentence in before:
            starts.append(len(rows))
            rows += [0, *of_title, *(self._row(kept, word, before_pieces) for word in words_of(sentence))]
        return np.asarray(np.add.reduceat(kept.sums[rows], starts, axis=0), dtype=np.float32)

    def finished(self, sums: Floats) -> Floats:
        """Answer the figures that go with sums.

        Args:
            sums: a row per clause or sentence.
        """
        length = np.sqrt(np.maximum(sums[:, -1:], np.float32(_TINY)))
        return np.asarray(sums[:, :-1] / length + self.bias, dtype=np.float32)

    def _kept_now(self) -> _Kept:
        if len(self._kept.rows) >= _MOST_WORDS:
            object.__setattr__(self, "_kept", _Kept(len(self.bias) + 1))
        return self._kept

    def _row(self, kept: _Kept, word: str, pieces: Callable[[str], Iterable[str]]) -> int:
        row = kept.rows.get((word, pieces))
        if row is not None:
            return row
        known = [place for piece in pieces(word) if (place := self.index.get(piece)) is not None]
        square = (self.importance[known] ** 2).sum(keepdims=True)
        return kept.put((word, pieces), np.append(self.weights[known].sum(axis=0), square))


@cache
def clause_model() -> ClauseModel:
    """Answer the model in force (models/vacancy_clauses)."""
    return ClauseModel.load(model_path("vacancy_clauses/weights.npz"))
