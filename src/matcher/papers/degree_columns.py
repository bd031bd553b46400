"""A table with a column per degree and the names of the items in it: each name gets the word above its column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from matcher.papers.anchors import anchor_in
from matcher.papers.vocabulary import word_list
from matcher.reference.text_signals import plain
from matcher.sheets import Cell, Row

_COLUMNS_FROM = 2
_EDGE = 0.5  # points


def without_degree_columns(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows; of a table whose heading holds only degrees every name below it comes as a line with its degree.

    Every line in such a table must be a name, with at most words between brackets behind it. Else it stays as it is.

    Args:
        rows: rows as they stand on the pages.

    Example:
        >>> def row(*texts):
        ...     return Row(1, tuple(Cell(text, at, at + 1) for at, text in enumerate(texts)), table=1)
        >>> made = [row("Geen beperking", "Licht beperkt"), row("Zitten", "Tillen (10 kg)")]
        >>> [each.text for each in without_degree_columns(made)]
        ['Zitten: Geen beperking', 'Tillen: Licht beperkt (10 kg)']
    """
    for table, part in groupby(rows, key=lambda row: row.table):
        own = list(part)
        yield from own if table is None else _as_lines(own) or own


def _as_lines(rows: Sequence[Row]) -> list[Row] | None:
    head = [cell for cell in rows[0].cells if cell.text.strip()]
    words = [plain(cell.text).strip(" :.") for cell in head]
    if len(head) < _COLUMNS_FROM or len(set(words)) < len(words) or not all(_is_degree(word) for word in words):
        return None
    found: list[Row] = []
    for row in rows[1:]:
        for line in row.lines or (row,):
            for cell in line.cells:
                if not cell.text.strip():
                    continue
                above = [each for each in head if each.left - _EDGE <= cell.left < each.right]
                told = _told(cell, above[0].text.strip()) if len(above) == 1 else None
                if told is None:
                    return None
                found.append(Row(row.page, (replace(told, left=head[0].left, right=head[-1].right),), gap=1.0))
    return found


def _is_degree(word: str) -> bool:
    return any(re.fullmatch(each, word) for each in word_list("columns")["level_words"])


def _told(cell: Cell, word: str) -> Cell | None:
    anchor = anchor_in(Row(1, (cell,)), None)
    if anchor is None or not anchor.is_sure or anchor.before:
        return None
    rest = anchor.rest.strip()
    if rest and not (rest.startswith("(") and rest.endswith(")")):
        return None
    head = cell.text[: len(cell.text) - len(anchor.rest)].strip()
    return Cell(f"{head}: {word} {rest}".strip(), cell.left, cell.right)
