"""A small linear model: which channels a clause speaks of, and whether it asks or denies; plain numpy arrays."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.errors import DataError
from matcher.resources import model_path
from matcher.vacancy_text.clause_words import pairs_of, pieces_of, words_of

Floats = NDArray[np.float32]

FORMAT = "matcher/clause-model/1"
_MOST_WORDS = 100_000  # words kept at hand; feeds repeat theirs


@dataclass(frozen=True, slots=True)
class _Sum:
    """The weights of something summed, and the square of its length."""

    weights: Floats
    square: float


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
    _words: dict[str, _Sum] = field(default_factory=dict)

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
            if "format" not in stored or str(stored["format"]) != FORMAT:
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
        words = words_of(plain)
        known = [self._word(word) for word in words]
        pairs = [row for pair in pairs_of(words) if (row := self.index.get(pair)) is not None]
        square = sum(each.square for each in known) + float((self.importance[pairs] ** 2).sum())
        if not square:
            return self.bias
        total = self.weights[pairs].sum(axis=0)
        for each in known:
            total = total + each.weights
        return (total / np.sqrt(square) + self.bias).astype(np.float32)

    def _word(self, word: str) -> _Sum:
        found = self._words.get(word)
        if found is None:
            rows = [row for piece in pieces_of(word) if (row := self.index.get(piece)) is not None]
            found = _Sum(self.weights[rows].sum(axis=0), float((self.importance[rows] ** 2).sum()))
            if len(self._words) < _MOST_WORDS:
                self._words[word] = found
        return found


@cache
def clause_model() -> ClauseModel:
    """Answer the model in force (models/vacancy_clauses)."""
    return ClauseModel.load(model_path("vacancy_clauses/weights.npz"))
