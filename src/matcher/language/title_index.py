"""All labels as vectors, and how close a title comes to each unit group and occupation.

For speed the means of the occupations choose which labels are looked at; a label that reads the same is always looked
at. The result equals a look at all labels but for labels far from the mean of their own occupation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from importlib.util import find_spec
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
        self._coded = CodedTitles(lexicon, shipped_title_words().splitter)
        self.means = self._means(len(lexicon.occupations))
        self._centres = stacked([self.means, groups, source_groups])
        code_at = {code: at for at, code in enumerate(self.codes)}
        own_code = np.array([code_at[one.isco08] for one in lexicon.occupations.values()], dtype=np.intp)
        self._by_code = np.argsort(own_code, kind="stable")
        self._with_occupations, self._code_starts = np.unique(own_code[self._by_code], return_index=True)

    @cached_property
    def vectors(self) -> Vectors:
        """Answer one unit vector a label; for measuring, since it takes much memory."""
        return np.asarray(self._rows * (self._scales * ASKED_LENGTH)[:, None], dtype=np.float32)

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
        if compiled is not None and len(asked) == 1:
            near = compiled.compiled_products(self._short_centres, asked[0].astype(np.int16), _CENTRE_SCALE)[None, :]
        else:
            near = many_products(self._centres, asked) * _CENTRE_SCALE
        return [self._signals(*one, compiled) for one in zip(asked, near, wordings, strict=True)]

    def _signals(self, asked: Vectors, near: Vectors, wording: str, compiled: ModuleType | None) -> Signals:
        occupations, codes = len(self.means), len(self.codes)
        closeness = near[:occupations]
        same = self.lexicon.same_wording(wording)
        bound = np.partition(closeness, len(closeness) - self._pool)[len(closeness) - self._pool]
        looked_at = closeness >= bound
        looked_at[self.occupation_of[same]] = True
        cells = np.zeros(codes * len(SIGNALS), dtype=np.float32)
        if compiled is None:
            labels, cosines = self._looked_at(looked_at, asked, cells)
        else:
            short = asked.astype(np.int16)
            labels, cosines = compiled.compiled_labels(
                looked_at, self._starts, self._rows, short, self._scales, self._cell_of, cells
            )
        table = cells.reshape(codes, len(SIGNALS))
        best_mean = np.maximum.reduceat(closeness[self._by_code], self._code_starts)
        table[self._with_occupations, _MEAN] = np.maximum(best_mean, 0)
        table[:, _GROUP] = np.maximum(near[occupations : occupations + codes], 0)
        table[:, _SOURCE] = np.maximum(near[occupations + codes :], 0)
        table[self.code_of[same], _SAME + self.column_of[same]] = 1
        table[:, _NEAR:] = np.maximum((table[:, [_LABEL, _CBS]] - _NEAR_FROM) / _NEAR_SPAN, 0)
        return Signals(table, labels, cosines, self._coded.find(wording), closeness)

    def _looked_at(
        self, looked_at: NDArray[np.bool_], asked: Vectors, cells: Vectors
    ) -> tuple[NDArray[np.intp], Vectors]:
        """Answer the labels of the occupations that are looked at with their cosines, and raise their cells."""
        chosen = np.flatnonzero(looked_at)
        sizes = self._sizes[chosen]
        ends = np.cumsum(sizes)
        labels = np.repeat(self._starts[chosen] - (ends - sizes), sizes) + np.arange(ends[-1])
        cosines = picked_products(self._rows, labels, asked) * self._scales[labels]
        np.maximum.at(cells, self._cell_of[labels], cosines)
        return labels, cosines

    @cached_property
    def _short_centres(self) -> NDArray[np.int16]:
        return self._centres.astype(np.int16)

    def _means(self, occupations: int) -> Vectors:
        sums = np.zeros((occupations, self._rows.shape[1]), dtype=np.float32)
        filled = np.flatnonzero(self._sizes)
        sums[filled] = np.add.reduceat(self._rows, self._starts[filled], axis=0, dtype=np.float32)
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
