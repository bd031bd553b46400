"""Every word of the sources with what is known of it, as columns that load at once.

`titles_words.csv` and `titles.csv` are the lists to read; `titles_words.npz` is made of them by
`python -m matcher.language.compile_words`, so that one title does not wait until sixty thousand are taken apart.
"""

from functools import cache
from itertools import compress
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.errors import DataError
from matcher.resources import data_path

OFTEN = 2  # labels that a word must stand in to count as a word by itself
_SHORTEST_WRITTEN = 4


class WordTable(NamedTuple):
    """The words, rising, with one value a word in each column.

    Attributes:
        words: the words of the list of words and those of every title.
        counts: how many labels hold the word, in base form; 0 for a word that only stands in a title.
        dutch: how many Dutch labels hold it.
        written: whether it stands in a title.
        alone: whether it is a whole title.
        sounds: how each word of `often_in_dutch` sounds, in that order.
        skeletons: each word of `long_in_dutch` without its vowels, in that order.
    """

    words: list[str]
    counts: NDArray[np.int32]
    dutch: NDArray[np.int32]
    written: NDArray[np.bool_]
    alone: NDArray[np.bool_]
    sounds: list[str]
    skeletons: list[str]

    def where(self, true: NDArray[np.bool_]) -> list[str]:
        """Answer the words for which a column of yes and no says yes, rising."""
        return list(compress(self.words, true.tolist()))

    @property
    def often_in_dutch(self) -> list[str]:
        """Answer the words of several labels that a Dutch label holds, rising."""
        return self.where((self.counts >= OFTEN) & (self.dutch > 0))

    @property
    def long_in_dutch(self) -> list[str]:
        """Answer the words of a Dutch label that are of letters only and not short, rising."""
        return [word for word in self.where(self.dutch > 0) if word.isalpha() and len(word) >= _SHORTEST_WRITTEN]

    def save(self, path: Path) -> None:
        """Write the columns; the same words give the same bytes."""
        np.savez_compressed(
            path,
            words=_packed(self.words),
            counts=self.counts.astype(np.int32),
            dutch=self.dutch.astype(np.int32),
            written=self.written,
            alone=self.alone,
            sounds=_packed(self.sounds),
            skeletons=_packed(self.skeletons),
        )


def _packed(texts: list[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(texts).encode(), dtype=np.uint8)


def _unpacked(stored: NDArray[np.uint8]) -> list[str]:
    return stored.tobytes().decode().split("\n")


@cache
def word_table() -> WordTable:
    """Answer the shipped table, read once.

    Raises:
        DataError: when it is missing.

    Example:
        >>> table = word_table()
        >>> int(table.dutch[table.words.index("kok")]) > 0
        True
    """
    path = data_path("occupations/titles_words.npz")
    if not path.exists():
        raise DataError("De tabel titles_words.npz ontbreekt. Maak hem met python -m matcher.language.compile_words.")
    with np.load(path, allow_pickle=False) as stored:
        return WordTable(
            _unpacked(stored["words"]),
            stored["counts"],
            stored["dutch"],
            stored["written"],
            stored["alone"],
            _unpacked(stored["sounds"]),
            _unpacked(stored["skeletons"]),
        )
