"""A Dutch dictionary for the tests: the OpenTaal word list read by spylls, and our own list of allowed words."""

import gc
import gzip
import re
import tempfile
import warnings
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def allowed() -> frozenset[str]:
    """Answer the words that are right though the dictionary does not hold them."""
    lines = (HERE / "allowed_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip().lower() for line in lines if line.strip() and not line.startswith("#"))


@cache
def _dictionary() -> Any:
    from spylls.hunspell import Dictionary

    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # spylls leaves the files that it read to the collector
        for name in ("nl.aff", "nl.dic"):
            packed = (HERE / "dictionary" / f"{name}.gz").read_bytes()
            (Path(folder) / name).write_bytes(gzip.decompress(packed))
        found = Dictionary.from_files(str(Path(folder) / "nl"))
        gc.collect()
    return found


@cache
def knows(word: str) -> bool:
    """Answer whether a word is Dutch: in the list of allowed words, in the dictionary, or a compound of it."""
    return word.lower() in allowed() or bool(_dictionary().lookup(word)) or bool(_dictionary().lookup(word.lower()))


def unknown_in(text: str) -> set[str]:
    """Answer the words of a text that nobody knows."""
    return {word for word in _WORD.findall(text) if not knows(word)}
