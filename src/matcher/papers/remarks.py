"""Remarks under a table: `1) bij IV.13: ca. 5 kg` belongs to the item with that name and that sign on its row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from matcher.intake import read_code
from matcher.papers.anchors import Anchor
from matcher.papers.groups import joined
from matcher.papers.vocabulary import pattern
from matcher.papers.words import tokens
from matcher.sheets import Cell, Row

_NEAR = 1.0  # heights of a line: a remark goes on in the next line
_RUBRIEK = re.compile(r"^(?:VI|IV|V|I{1,3}|[1-6])\s*,\s*")


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark with the sign that stands on the row of its item.

    Attributes:
        sign: the sign, e.g. `1)`.
        about: the number or name of the item.
        text: what it says.
        row: where it stands.
    """

    sign: str
    about: str
    text: str
    row: Row


def remark_in(row: Row) -> Remark | None:
    """Answer the remark that a row starts, or None.

    Args:
        row: a row of a form.
    """
    found = pattern("remark").match(row.text) if row.table is None else None
    if found is None:
        return None
    return Remark(f"{found['sign']})", (found["about"] or found["code"]).strip(), found["text"], row)


def continued(remark: Remark, row: Row) -> Remark | None:
    """Answer a remark with the next line of it, or None when that line is something else.

    Args:
        remark: the remark so far.
        row: the row below it.
    """
    if row.table is not None or row.page != remark.row.page or row.gap >= _NEAR or len(row.cells) > 1:
        return None
    return replace(remark, text=joined(remark.text, row.text))


def is_about(remark: Remark, anchor: Anchor, cells: Sequence[Cell]) -> bool:
    """Answer whether a remark is about an item: its sign stands on the row and the number or name is the same.

    Args:
        remark: the remark.
        anchor: number and name of the item.
        cells: the other cells of its row.
    """
    signs = re.findall(r"(?<!\w)(?:\d{1,2}|[a-z])\)", " ".join([anchor.rest, *(cell.text for cell in cells)]))
    if remark.sign not in signs:
        return False
    about = _RUBRIEK.sub("", remark.about)
    written = read_code(about)
    if written is not None:
        own = anchor.written
        return own is not None and (written.rubriek, written.number) == (own.rubriek, own.number)
    said, named = ([token.word for token in tokens(words)] for words in (about, anchor.name))
    return bool(named) and (said[: len(named)] == named or _is_cut(said, named))


def _is_cut(said: Sequence[str], named: Sequence[str]) -> bool:
    """Answer whether a name on the form is the start of the whole name in the remark."""
    before, last = list(named[:-1]), named[-1]
    return len(said) >= len(named) and list(said[: len(before)]) == before and said[len(before)].startswith(last)
