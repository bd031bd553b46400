"""The title encoder at run time: from a title to 128 numbers, with numpy alone.

A title is the sum of the vectors of its features (see `features`), brought to unit length. Features that training
never saw add nothing. The weights are int8 with one scale a row.
"""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.errors import DataError
from matcher.language.compounds import CompoundSplitter
from matcher.language.features import first_feature, neighbours, word_features
from matcher.language.title_words import shipped_title_words
from matcher.language.whole_vectors import Vectors
from matcher.resources import model_path

FORMAT = "matcher/title-encoder/1"
_FEW = 200  # words looked up among the sorted features, before a table of a hundred thousand is made


def feature_key(feature: str) -> int:
    """Answer the number under which a feature is stored.

    Example:
        >>> feature_key("=kok")
        1602360345
    """
    return zlib.crc32(feature.encode())


@dataclass(frozen=True, slots=True)
class EncoderWeights:
    """The trained table.

    Attributes:
        keys: feature numbers, rising.
        rows: one int8 row a feature.
        scales: what a row must be multiplied by.
    """

    keys: NDArray[np.uint32]
    rows: NDArray[np.int8]
    scales: NDArray[np.float32]

    @classmethod
    def quantise(cls, features: Sequence[str], table: Vectors) -> "EncoderWeights":
        """Answer trained float rows as int8 rows, sorted by feature number; of two equal numbers the first stays."""
        keys = np.array([feature_key(feature) for feature in features], dtype=np.uint32)
        keys, first = np.unique(keys, return_index=True)
        kept = table[first].astype(np.float32)
        scales = np.maximum(np.abs(kept).max(axis=1), 1e-9) / 127
        return cls(keys, np.rint(kept / scales[:, None]).astype(np.int8), scales.astype(np.float32))

    def save(self, path: Path) -> None:
        """Write the table; the same weights give the same bytes."""
        np.savez(path, keys=self.keys, rows=self.rows, scales=self.scales)

    @classmethod
    def load(cls, path: Path) -> "EncoderWeights":
        """Read a table that `save` wrote.

        Raises:
            DataError: when the file is missing.
        """
        if not path.exists():
            raise DataError(f"Het model {path.name} ontbreekt. Maak het met python -m matcher.language.training.")
        with np.load(path, allow_pickle=False) as stored:
            return cls(stored["keys"], stored["rows"], stored["scales"])


class _WordRows(NamedTuple):
    """The rows of the table that a word uses wherever it stands, those that it uses in front, and its outer parts."""

    anywhere: frozenset[int]
    in_front: frozenset[int]
    first_part: str
    last_part: str


class TitleEncoder:
    """Turns canonical titles into vectors of unit length.

    Args:
        weights: the trained table.
        splitter: takes compounds apart, with the words of the training data.
    """

    def __init__(self, weights: EncoderWeights, splitter: CompoundSplitter) -> None:
        self._weights = weights
        self._looked_up = 0
        self._splitter = splitter
        self._word = splitter.memory.remembered(self._word_rows)
        self.dimensions = int(weights.rows.shape[1])

    @cached_property
    def _row_of(self) -> Mapping[int, int]:
        return {key: row for row, key in enumerate(self._weights.keys.tolist())}

    def encode(self, titles: Iterable[str]) -> Vectors:
        """Answer one unit vector a title; zeros where no feature is known.

        Args:
            titles: canonical titles, words separated by spaces.
        """
        found = [self._one(title) for title in titles]
        self._splitter.memory.forget()
        return np.stack(found) if found else np.zeros((0, self.dimensions), dtype=np.float32)

    def _one(self, title: str) -> Vectors:
        places = self.places(title)
        if not len(places):
            return np.zeros(self.dimensions, dtype=np.float32)
        total = self._weights.scales[places] @ self._weights.rows[places].astype(np.float32)
        length = float(np.sqrt(total @ total))
        return np.asarray(total / length if length else total, dtype=np.float32)

    def places(self, title: str) -> NDArray[np.intp]:
        """Answer the rows of the table that a title uses, rising and each once."""
        found = [self._word(word) for word in title.split()]
        if not found:
            return np.zeros(0, dtype=np.intp)
        beside = self._rows_of(f"{one.last_part}_{other.first_part}" for one, other in pairwise(found))
        rows = found[0].in_front.union(beside, *(one.anywhere for one in found))
        return np.fromiter(sorted(rows), dtype=np.intp, count=len(rows))

    def _word_rows(self, word: str) -> _WordRows:
        parts = self._splitter.split(word)
        anywhere = self._rows_of([*word_features(word, parts), *neighbours(parts)])
        return _WordRows(anywhere, self._rows_of([first_feature(parts)]), parts[0], parts[-1])

    def _rows_of(self, features: Iterable[str]) -> frozenset[int]:
        self._looked_up += 1
        if self._looked_up <= _FEW:
            keys = np.fromiter(map(feature_key, features), dtype=np.uint32)
            rows = np.minimum(np.searchsorted(self._weights.keys, keys), len(self._weights.keys) - 1)
            return frozenset(rows[self._weights.keys[rows] == keys].tolist())
        row_of = self._row_of
        return frozenset(row_of[key] for feature in features if (key := feature_key(feature)) in row_of)


def file_hash(path: Path) -> str:
    """Answer the SHA-256 of a file."""
    return sha256(path.read_bytes()).hexdigest()


@cache
def read_manifest() -> dict[str, object]:
    """Answer the manifest of the shipped model, after checking its format.

    Raises:
        DataError: when it is missing or of another format.
    """
    path = model_path("title_encoder/manifest.json")
    if not path.exists():
        raise DataError("Het model title_encoder ontbreekt. Maak het met python -m matcher.language.training.")
    manifest: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    if manifest.get("format") != FORMAT:
        raise DataError(f"Het model title_encoder heeft een ander formaat dan verwacht: {FORMAT}.")
    return manifest


@cache
def shipped_encoder() -> TitleEncoder:
    """Answer the shipped encoder, read once.

    Example:
        >>> shipped_encoder().encode(["kok"]).shape
        (1, 128)
    """
    read_manifest()
    weights = EncoderWeights.load(model_path("title_encoder/weights.npz"))
    return TitleEncoder(weights, shipped_title_words().splitter)
