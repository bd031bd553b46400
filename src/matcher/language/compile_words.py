"""Compile the table of words (`word_table`) from the list of words and the titles.

Run it as `python -m matcher.language.compile_words` after a change of the titles, of the list of words, of how a word
sounds or of what its skeleton is; `build_lexicon` does it too.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from matcher.language.completions import skeleton
from matcher.language.lexicon import KINDS, Lexicon, load_lexicon
from matcher.language.lexicon_tables import read_rows
from matcher.language.word_repair import sound_of
from matcher.language.word_table import WordTable
from matcher.resources import data_path

WORD_FIELDS = ("word", "count")


def word_table_of(rows: Sequence[Sequence[str]], lexicon: Lexicon) -> WordTable:
    """Answer the table of words.

    Args:
        rows: each word of the list with how many labels hold it.
        lexicon: the titles.
    """
    counts = {word: int(count) for word, count in rows}
    is_dutch = [kind.endswith("nl") for kind in KINDS]
    dutch = Counter(
        word
        for plain, kind in zip(lexicon.plain, lexicon.kind_of.tolist(), strict=True)
        if is_dutch[kind]
        for word in set(plain.split())
    )
    titles = frozenset(lexicon.plain)
    written = {word for title in titles for word in title.split()}
    words = sorted(written | counts.keys())
    table = WordTable(
        words,
        np.array([counts.get(word, 0) for word in words], dtype=np.int32),
        np.array([dutch[word] for word in words], dtype=np.int32),
        np.array([word in written for word in words], dtype=np.bool_),
        np.array([word in titles for word in words], dtype=np.bool_),
        [],
        [],
    )
    return table._replace(
        sounds=[sound_of(word) for word in table.often_in_dutch],
        skeletons=[skeleton(word) for word in table.long_in_dutch],
    )


def shipped_rows() -> list[list[str]]:
    """Answer the shipped list of words with how many labels hold each."""
    return read_rows(data_path("occupations/titles_words.csv"), WORD_FIELDS)


def main(folder: Path) -> int:
    """Write the table of the shipped words and titles."""
    word_table_of(shipped_rows(), load_lexicon()).save(folder / "titles_words.npz")
    return 0


if __name__ == "__main__":
    sys.exit(main(data_path("occupations")))
