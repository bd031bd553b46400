"""The title encoder at run time: from a title to 128 numbers, with numpy alone.

A title is the sum of the vectors of its features (see `features`), brought to unit length. Features that training
never saw add nothing. The weights are int8 with one scale a row.
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.errors import DataError
from matcher.language.compounds import CompoundSplitter
from matcher.language.features import title_features
from matcher.language.title_words import shipped_title_words
from matcher.resources import model_path

FORMAT = "matcher/title-encoder/1"
Vectors = NDArray[np.float32]
_BLOCK = 1024


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


class TitleEncoder:
    """Turns canonical titles into vectors of unit length.

    Args:
        weights: the trained table.
        splitter: takes compounds apart, with the words of the training data.
    """

    def __init__(self, weights: EncoderWeights, splitter: CompoundSplitter) -> None:
        self._weights = weights
        self._splitter = splitter
        self.dimensions = int(weights.rows.shape[1])

    def encode(self, titles: Iterable[str]) -> Vectors:
        """Answer one unit vector a title; zeros where no feature is known.

        Args:
            titles: canonical titles, words separated by spaces.
        """
        found = [self._one(title) for title in titles]
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
        features = title_features(title.split(), self._splitter)
        wanted = np.fromiter(sorted({zlib.crc32(feature.encode()) for feature in features}), dtype=np.uint32, count=-1)
        keys = self._weights.keys
        at = np.searchsorted(keys, wanted)
        at[at == len(keys)] = 0
        return np.asarray(at[keys[at] == wanted], dtype=np.intp)


def products(rows: Vectors, vector: Vectors) -> Vectors:
    """Answer the product of each row with a vector.

    It goes by blocks so small that BLAS starts no threads: on a busy machine, waiting for them takes twenty times as
    long as the work itself.

    Args:
        rows: one vector a row.
        vector: of the same length.

    Example:
        >>> products(np.eye(2, dtype=np.float32), np.array([1, 2], dtype=np.float32)).tolist()
        [1.0, 2.0]
    """
    found = np.empty(len(rows), dtype=np.float32)
    for begin in range(0, len(rows), _BLOCK):
        np.dot(rows[begin : begin + _BLOCK], vector, out=found[begin : begin + _BLOCK])
    return found


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
    return TitleEncoder(weights, CompoundSplitter(shipped_title_words().counts))
