"""The compiled list of titles and the occupations they belong to.

`titles.csv` is the list to read; `titles.npz` holds the same as columns, so that sixty thousand labels load at once.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.errors import DataError
from matcher.language.lexicon_tables import read_rows
from matcher.resources import data_path

OCCUPATION_FIELDS = ("occupation_id", "title", "isco08", "isco08_source")
LABEL_FIELDS = ("label", "lang", "kind", "occupation_id", "isco08")
KINDS = (
    "preferred-nl",
    "alternative-nl",
    "hidden-nl",
    "group-nl",
    "cbs-nl",
    "own-nl",
    "preferred-en",
    "alternative-en",
    "group-en",
)
_KIND_AND_LANG = tuple(kind.split("-") for kind in KINDS)


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation as the lexicon knows it.

    Attributes:
        occupation_id: `esco:<uuid>`, `isco:<code>` or `nl:<slug>`.
        title: Dutch preferred title.
        isco08: unit group by the CBS convention where CBS knows the title.
        isco08_source: unit group that the source itself gives.
    """

    occupation_id: str
    title: str
    isco08: str
    isco08_source: str


class Label(NamedTuple):
    """One wording of an occupation.

    Attributes:
        text: the wording as the source writes it.
        lang: `nl` or `en`.
        kind: preferred, alternative, hidden, group, cbs or own.
        occupation_id: the occupation that it belongs to.
        isco08: unit group of this wording (CBS where CBS knows the wording).
        plain: the wording in canonical words.
    """

    text: str
    lang: str
    kind: str
    occupation_id: str
    isco08: str
    plain: str


class Lexicon:
    """All wordings with their occupations, sorted by occupation.

    Args:
        occupations: every occupation by its id, in order.
        texts: wordings as the sources write them.
        plain: the same in canonical words.
        kind_of: place of each label in `KINDS`.
        occupation_of: place of each label in `occupations`.
        code_of: place of each label in `codes`.
        codes: the unit groups, rising.
    """

    def __init__(
        self,
        occupations: Mapping[str, Occupation],
        texts: Sequence[str],
        plain: Sequence[str],
        kind_of: NDArray[np.intp],
        occupation_of: NDArray[np.intp],
        code_of: NDArray[np.intp],
        codes: Sequence[str],
    ) -> None:
        self.occupations = occupations
        self.texts = texts
        self.plain = plain
        self.kind_of = kind_of
        self.occupation_of = occupation_of
        self.code_of = code_of
        self.codes = tuple(codes)
        self.occupation_ids = tuple(occupations)

    @classmethod
    def of(cls, labels: Sequence[Label], occupations: Mapping[str, Occupation]) -> "Lexicon":
        """Answer a lexicon of these labels, which must be sorted in the order of the occupations."""
        codes = sorted({one.isco08 for one in labels} | {one.isco08 for one in occupations.values()})
        code_at = {code: at for at, code in enumerate(codes)}
        place = {occupation_id: at for at, occupation_id in enumerate(occupations)}
        kind_at = {kind: at for at, kind in enumerate(KINDS)}
        return cls(
            occupations,
            [one.text for one in labels],
            [one.plain for one in labels],
            np.array([kind_at[f"{one.kind}-{one.lang}"] for one in labels], dtype=np.intp),
            np.array([place[one.occupation_id] for one in labels], dtype=np.intp),
            np.array([code_at[one.isco08] for one in labels], dtype=np.intp),
            codes,
        )

    def __len__(self) -> int:
        """Answer the number of labels."""
        return len(self.texts)

    def label(self, at: int) -> Label:
        """Answer one label."""
        kind, lang = _KIND_AND_LANG[self.kind_of.item(at)]
        occupation_id = self.occupation_ids[self.occupation_of.item(at)]
        return Label(self.texts[at], lang, kind, occupation_id, self.codes[self.code_of.item(at)], self.plain[at])

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Answer every label; for building and measuring, since it takes a moment."""
        return tuple(self.label(at) for at in range(len(self)))

    @cached_property
    def by_wording(self) -> Mapping[str, tuple[int, int]]:
        """Where the labels of each canonical wording begin and end in `wording_order`."""
        found: dict[str, tuple[int, int]] = {}
        ordered = [self.plain[at] for at in self.wording_order.tolist()]
        begin = 0
        for at, (wording, following) in enumerate(zip(ordered, [*ordered[1:], None], strict=True), start=1):
            if wording != following:
                found[wording] = (begin, at)
                begin = at
        return found

    @cached_property
    def wording_order(self) -> NDArray[np.intp]:
        """Label numbers, labels of one wording together."""
        return np.array(sorted(range(len(self)), key=self.plain.__getitem__), dtype=np.intp)

    def same_wording(self, plain: str) -> NDArray[np.intp]:
        """Answer the numbers of the labels that read like this canonical wording, rising."""
        order = self.wording_order
        if "by_wording" in vars(self):
            begin, end = self.by_wording.get(plain, (0, 0))
        else:  # a few questions do not pay for a table of sixty thousand wordings
            begin = bisect_left(order, plain, key=self.plain.__getitem__)
            end = bisect_right(order, plain, lo=begin, key=self.plain.__getitem__)
        return order[begin:end]

    def save(self, path: Path) -> None:
        """Write the columns; the same labels give the same bytes."""
        np.savez_compressed(
            path,
            texts=_packed(self.texts),
            plain=_packed(self.plain),
            kind_of=self.kind_of.astype(np.uint8),
            occupation_of=self.occupation_of.astype(np.uint16),
            code_of=self.code_of.astype(np.uint16),
            codes=_packed(self.codes),
            wording_order=self.wording_order.astype(np.uint16),
        )


def _packed(texts: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(texts).encode(), dtype=np.uint8)


def _unpacked(stored: NDArray[np.uint8]) -> list[str]:
    return stored.tobytes().decode().split("\n")


@cache
def load_lexicon() -> Lexicon:
    """Answer the shipped lexicon, read once.

    Raises:
        DataError: when a table is missing or has other columns.

    Example:
        >>> load_lexicon().occupations["isco:3221"].isco08
        '3221'
    """
    rows = read_rows(data_path("occupations/titles_occupations.csv"), OCCUPATION_FIELDS)
    path = data_path("occupations/titles.npz")
    if not path.exists():
        raise DataError("De tabel titles.npz ontbreekt. Maak hem met python -m matcher.language.build_lexicon.")
    with np.load(path, allow_pickle=False) as stored:
        lexicon = Lexicon(
            {row[0]: Occupation(*row) for row in rows},
            _unpacked(stored["texts"]),
            _unpacked(stored["plain"]),
            stored["kind_of"].astype(np.intp),
            stored["occupation_of"].astype(np.intp),
            stored["code_of"].astype(np.intp),
            _unpacked(stored["codes"]),
        )
        lexicon.__dict__["wording_order"] = stored["wording_order"].astype(np.intp)
    return lexicon
