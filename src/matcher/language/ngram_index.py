"""Character n-grams of all labels with their weights, as plain arrays: the share of spelling in a match."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.errors import DataError

SIZES = (2, 3, 4, 5)
_UNIT = 255.0


def ngrams(text: str) -> list[str]:
    """Answer the n-grams inside the words of a text, with a space on both sides of a word.

    Example:
        >>> ngrams("kok")[:4]
        [' k', 'ko', 'ok', 'k ']
    """
    found = []
    for word in text.split():
        padded = f" {word} "
        for size in SIZES:
            if len(padded) <= size:
                found.append(padded)
                break
            found.extend(padded[at : at + size] for at in range(len(padded) - size + 1))
    return found


@dataclass(frozen=True, slots=True)
class NgramIndex:
    """Postings of all n-grams: for each gram the labels that hold it and its weight there.

    Attributes:
        grams: place of each gram in `starts`.
        idf: rarity of each gram.
        starts: where the postings of a gram begin; one more entry than there are grams.
        label_at: label numbers, gram after gram.
        weight: unit-length weight of the gram in that label, as a byte (255 is 1).
        size: number of labels.
    """

    grams: dict[str, int]
    idf: NDArray[np.float32]
    starts: NDArray[np.int32]
    label_at: NDArray[np.int32]
    weight: NDArray[np.uint8]
    size: int

    @classmethod
    def build(cls, labels: Sequence[str], *, rarest: int = 2) -> "NgramIndex":
        """Answer the index of these labels (already normalised); grams in fewer than `rarest` labels are left out."""
        counts = [Counter(ngrams(label)) for label in labels]
        spread = Counter(gram for count in counts for gram in count)
        grams = {gram: at for at, gram in enumerate(sorted(g for g, n in spread.items() if n >= rarest))}
        idf = np.array(
            [math.log((1 + len(labels)) / (1 + spread[gram])) + 1 for gram in grams], dtype=np.float32
        )
        postings: list[list[tuple[int, int]]] = [[] for _ in grams]
        for number, count in enumerate(counts):
            weights = {
                grams[g]: (1 + math.log(n)) * float(idf[grams[g]]) for g, n in count.items() if g in grams
            }
            length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
            for gram_at, w in weights.items():
                postings[gram_at].append((number, max(1, round(_UNIT * w / length))))
        starts = np.cumsum([0, *(len(p) for p in postings)]).astype(np.int32)
        flat = [pair for posting in postings for pair in posting]
        label_at = np.array([number for number, _ in flat], dtype=np.int32)
        weight = np.array([w for _, w in flat], dtype=np.uint8)
        return cls(grams, idf, starts, label_at, weight, len(labels))

    def scores(self, text: str) -> NDArray[np.float32]:
        """Answer the cosine of a normalised text with every label."""
        known = [(self.grams[g], n) for g, n in Counter(ngrams(text)).items() if g in self.grams]
        if not known:
            return np.zeros(self.size, dtype=np.float32)
        weights = [(1 + math.log(n)) * float(self.idf[at]) for at, n in known]
        length = math.sqrt(sum(w * w for w in weights)) * _UNIT
        spans = [(int(self.starts[at]), int(self.starts[at + 1])) for at, _ in known]
        labels = np.concatenate([self.label_at[a:b] for a, b in spans])
        values = np.concatenate(
            [self.weight[a:b] * np.float32(w / length) for (a, b), w in zip(spans, weights, strict=True)]
        )
        return np.bincount(labels, weights=values, minlength=self.size).astype(np.float32)

    def save(self, path: Path) -> None:
        """Write the index; the same labels give the same bytes."""
        names = np.frombuffer("\n".join(self.grams).encode(), dtype=np.uint8)
        np.savez_compressed(
            path,
            names=names,
            idf=self.idf,
            starts=self.starts,
            label_at=self.label_at,
            weight=self.weight,
            size=np.array([self.size]),
        )

    @classmethod
    def load(cls, path: Path) -> "NgramIndex":
        """Read an index that `save` wrote.

        Raises:
            DataError: when the file is missing.
        """
        if not path.exists():
            raise DataError(
                f"De index {path.name} ontbreekt. Maak hem opnieuw met python -m matcher.language.build_lexicon."
            )
        with np.load(path, allow_pickle=False) as stored:
            grams = {gram: at for at, gram in enumerate(stored["names"].tobytes().decode().split("\n"))}
            return cls(
                grams,
                stored["idf"],
                stored["starts"],
                stored["label_at"],
                stored["weight"],
                int(stored["size"][0]),
            )
