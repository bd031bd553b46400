"""All labels as vectors, and how close a title comes to each unit group and occupation.

For speed the means of the occupations choose which labels are looked at; a label that reads the same is always looked
at. The result equals a look at all labels but for labels far from the mean of their own occupation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.language.coded_titles import CodedTitle, CodedTitles
from matcher.language.lexicon import KINDS, Lexicon
from matcher.language.title_words import shipped_title_words
from matcher.language.whole_vectors import (
    ASKED_LENGTH,
    CENTRE_LENGTH,
    ROW_LENGTH,
    Vectors,
    many_products,
    picked_products,
    scales,
    stacked,
    whole,
)

SIGNALS = (
    "label", "cbs", "english", "mean", "group", "source", "same_label", "same_cbs", "same_english", "near_label",
    "near_cbs",
)  # fmt: skip
_LABEL, _CBS, _ENGLISH, _MEAN, _GROUP, _SOURCE, _SAME, _NEAR = 0, 1, 2, 3, 4, 5, 6, 9
_NEAR_FROM, _NEAR_SPAN = 0.8, 0.2
_CENTRE_SCALE = np.float32(1 / (CENTRE_LENGTH * ASKED_LENGTH))
_COMPILED_FROM = 64  # titles in one process; for fewer, loading the compiled pass takes longer than it saves


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for each unit group.

    Attributes:
        table: one row a unit group, one column a signal (see `SIGNALS`), each between 0 and 1.
        labels: numbers of the labels that were looked at, rising.
        cosines: their cosine with the title.
        coded: the title with a written unit group that the wording is or holds.
        closeness: cosine of the title with the mean of every occupation.
    """

    table: NDArray[np.float32]
    labels: NDArray[np.intp]
    cosines: Vectors
    coded: CodedTitle | None
    closeness: Vectors


class TitleIndex:
    """The labels of a lexicon with their vectors.

    Args:
        lexicon: labels, sorted by occupation.
        vectors: one vector a label, of unit length or as int8 of any length.
        groups: one unit vector a unit group by the CBS convention, in the order of the lexicon's codes.
        source_groups: the same by the codes that ESCO itself gives.
        pool: how many occupations are looked at label by label.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        vectors: Vectors | NDArray[np.int8],
        groups: Vectors,
        source_groups: Vectors,
        *,
        pool: int = 128,
    ) -> None:
        self.lexicon = lexicon
        self._rows = _short_rows(vectors)
        self._scales = scales(self._rows)
        self.groups = groups
        self.codes = lexicon.codes
        self._pool = pool
        self._answered = 0
        self.code_of = lexicon.code_of
        self.occupation_of = lexicon.occupation_of
        self._starts = np.searchsorted(self.occupation_of, np.arange(len(lexicon.occupations) + 1))
        self._sizes = np.diff(self._starts)
        columns = [_CBS if kind == "cbs-nl" else _ENGLISH if kind.endswith("en") else _LABEL for kind in KINDS]
        self.column_of = np.array(columns, dtype=np.intp)[lexicon.kind_of]
        self._cell_of = self.code_of * len(SIGNALS) + self.column_of
        self._centre_cell_of = self._centre_cells()
        self._coded = CodedTitles(lexicon, shipped_title_words().splitter)
        self.means = self._means(len(lexicon.occupations))
        self._centres = stacked([self.means, groups, source_groups])

    def _centre_cells(self) -> NDArray[np.intp]:
        """Answer which cell of the table each mean, unit group and group by the source's code reaches."""
        code_at = {code: at for at, code in enumerate(self.codes)}
        own_code = [code_at[one.isco08] for one in self.lexicon.occupations.values()]
        groups = range(len(self.codes))
        columns = np.repeat([_MEAN, _GROUP, _SOURCE], [len(own_code), len(groups), len(groups)])
        return np.asarray(np.array([*own_code, *groups, *groups]) * len(SIGNALS) + columns, dtype=np.intp)

    @cached_property
    def vectors(self) -> Vectors:
        """Answer one unit vector a label; for measuring, since it takes much memory."""
        return np.asarray(self._rows * (self._scales * ASKED_LENGTH)[:, None], dtype=np.float32)

    def expect_many(self) -> None:
        """Load the compiled pass where it is installed, for a process that will answer many titles."""
        self._answered = _COMPILED_FROM

    def signals(self, vector: Vectors, wording: str) -> Signals:
        """Answer what speaks for each unit group when a title has this vector and this canonical wording."""
        return self.signals_of(vector[None, :], [wording])[0]

    def signals_of(self, vectors: Vectors, wordings: Sequence[str]) -> list[Signals]:
        """Answer the signals of several titles, the same as one by one.

        Args:
            vectors: one unit vector a title.
            wordings: the canonical wording of each.
        """
        asked = whole(vectors, ASKED_LENGTH)
        self._answered += len(asked)
        compiled = _compiled() if self._answered > _COMPILED_FROM else None
        if compiled is not None:
            return [
                self._compiled_signals(*one, compiled) for one in zip(asked.astype(np.int16), wordings, strict=True)
            ]
        near = many_products(self._centres, asked) * _CENTRE_SCALE
        return [self._signals(*one) for one in zip(asked, near, wordings, strict=True)]

    def _compiled_signals(self, asked: NDArray[np.int16], wording: str, compiled: ModuleType) -> Signals:
        cells = self._no_cells()
        near = compiled.compiled_centres(self._short_centres, asked, _CENTRE_SCALE, self._centre_cell_of, cells)
        closeness, same = near[: len(self.means)], self.lexicon.same_wording(wording)
        looked_at = self._looked_at(closeness, same)
        labels, cosines = compiled.compiled_labels(
            looked_at, self._starts, self._rows, asked, self._scales, self._cell_of, cells
        )
        return Signals(self._table(cells, same), labels, cosines, self._coded.find(wording), closeness)

    def _signals(self, asked: Vectors, near: Vectors, wording: str) -> Signals:
        cells = self._no_cells()
        np.maximum.at(cells, self._centre_cell_of, near)
        closeness, same = near[: len(self.means)], self.lexicon.same_wording(wording)
        chosen = np.flatnonzero(self._looked_at(closeness, same))
        sizes = self._sizes[chosen]
        ends = np.cumsum(sizes)
        labels = np.repeat(self._starts[chosen] - (ends - sizes), sizes) + np.arange(ends[-1])
        cosines = picked_products(self._rows, labels, asked) * self._scales[labels]
        np.maximum.at(cells, self._cell_of[labels], cosines)
        return Signals(self._table(cells, same), labels, cosines, self._coded.find(wording), closeness)

    def _no_cells(self) -> Vectors:
        return np.zeros(len(self.codes) * len(SIGNALS), dtype=np.float32)

    def _looked_at(self, closeness: Vectors, same: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Tell which occupations are looked at label by label: the nearest, and those of labels that read the same."""
        bound = np.partition(closeness, len(closeness) - self._pool)[len(closeness) - self._pool]
        looked_at = closeness >= bound
        looked_at[self.occupation_of[same]] = True
        return np.asarray(looked_at, dtype=np.bool_)

    def _table(self, cells: Vectors, same: NDArray[np.intp]) -> Vectors:
        """Answer the table of which the cells of cosines are filled, with the other columns filled too."""
        table = cells.reshape(len(self.codes), len(SIGNALS))
        table[self.code_of[same], _SAME + self.column_of[same]] = 1
        table[:, _NEAR:] = np.maximum((table[:, _LABEL : _CBS + 1] - _NEAR_FROM) / _NEAR_SPAN, 0)
        return table

    @cached_property
    def _short_centres(self) -> NDArray[np.int16]:
        return self._centres.astype(np.int16)

    def _means(self, occupations: int) -> Vectors:
        sums = np.zeros((occupations, self._rows.shape[1]), dtype=np.float32)
        # A sum for each occupation: `np.add.reduceat` over short rows takes four times as long, for the same numbers.
        for at, (begin, end) in enumerate(pairwise(self._starts.tolist())):
            self._rows[begin:end].sum(axis=0, dtype=np.float32, out=sums[at])
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        return np.asarray(sums / np.maximum(lengths, 1e-9), dtype=np.float32)


def _short_rows(vectors: NDArray[Any]) -> NDArray[np.int8]:
    return vectors if vectors.dtype == np.int8 else whole(vectors, ROW_LENGTH).astype(np.int8)


@cache
def _compiled() -> ModuleType | None:
    """Answer the compiled pass where numba is installed; its answers are equal to those in numpy."""
    if find_spec("numba") is None:
        return None
    return import_module("matcher.language.compiled_pass")
