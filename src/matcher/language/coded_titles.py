"""Titles whose unit group is written down: by CBS in its index, or by us in our own lists."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from matcher.language.compounds import CompoundSplitter
from matcher.language.lexicon import KINDS, Lexicon
from matcher.language.title_core import too_general

WHOLE, BEGINS, INSIDE, NAMED = 0, 1, 2, 3
PLACES = ("whole", "begins", "inside", "named")
_CODED_BY = ("cbs-nl", "own-nl")
_SHORTEST = 3


class CodedTitle(NamedTuple):
    """A coded title in a text: the place of its unit group in the lexicon's codes, and where in the text it stands."""

    group: int
    place: int


class CodedTitles:
    """Finds titles that have one written unit group.

    Args:
        lexicon: its CBS titles and own titles are the coded ones; one with two codes, or that says too little, is not.
        splitter: tells which titles of one word name more than a head.
    """

    def __init__(self, lexicon: Lexicon, splitter: CompoundSplitter) -> None:
        self._splitter = splitter
        found: dict[str, set[int]] = defaultdict(set)
        coded_by = [KINDS.index(kind) for kind in _CODED_BY]
        for at in np.flatnonzero(np.isin(lexicon.kind_of, coded_by)).tolist():
            found[lexicon.plain[at]].add(int(lexicon.code_of[at]))
        self._group_of = {
            plain: groups.pop()
            for plain, groups in found.items()
            if len(groups) == 1 and len(plain) >= _SHORTEST and plain not in too_general()
        }

    def find(self, wording: str) -> CodedTitle | None:
        """Answer the longest coded title in a canonical wording, the first of equals; None when there is none."""
        words = wording.split()
        for size in range(len(words), 0, -1):
            for begin in range(len(words) - size + 1):
                group = self._group_of.get(" ".join(words[begin : begin + size]))
                if group is not None:
                    return CodedTitle(group, self._place(words, begin, size))
        return None

    def _place(self, words: Sequence[str], begin: int, size: int) -> int:
        """Answer where a coded title stands; one that begins a text and names more than a head is "named"."""
        if size == len(words):
            return WHOLE
        if begin:
            return INSIDE
        return NAMED if size > 1 or len(self._splitter.split(words[0])) > 1 else BEGINS
