"""A small table per item with a label in front of each row (`Item`, `Beoordeling`, `Toelichting`): read as lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from matcher.papers.anchors import anchor_in
from matcher.papers.vocabulary import patterns
from matcher.reference.text_signals import plain
from matcher.sheets import Cell, Row

_LABEL_AND_VALUE = 2
_KEPT = {"level_words": "namelijk", "text": "toelichting"}  # the label in front of the words of a row


def without_label_tables(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows; a table whose rows are labels of one item comes as the lines of that item.

    The score comes first and every other row keeps its label, so that words of an explanation are no score. A table
    with a label that is not known, or with one label twice, stays as it is.

    Args:
        rows: rows as they stand on the pages.

    Example:
        >>> def row(label, value):
        ...     return Row(1, (Cell(label, 0, 1), Cell(value, 1, 2)), table=1)
        >>> made = [row("Item", "IV.13 Tillen"), row("Uitleg", "5 kg"), row("Beoordeling", "Beperkt")]
        >>> [each.text for each in without_label_tables(made)]
        ['IV.13 Tillen: Beperkt', 'toelichting: 5 kg']
    """
    for table, part in groupby(rows, key=lambda row: row.table):
        own = list(part)
        if table is None:
            yield from own
            continue
        for card in _cards(own):
            yield from _as_lines(card) or card


def _cards(rows: Sequence[Row]) -> list[list[Row]]:
    """Answer the rows of a table in parts, each from a row that names an item with the label of an item."""
    cards: list[list[Row]] = []
    for row in rows:
        if not cards or _role(row) == "item":
            cards.append([])
        cards[-1].append(row)
    return cards


def _role(row: Row) -> str:
    """Answer what the label of a row says that the row holds; empty when it is no row with a label and a value."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    if not filled or len(row.cells) < _LABEL_AND_VALUE or filled[0] is not row.cells[0]:
        return ""
    if len(filled) > _LABEL_AND_VALUE:
        return ""
    label = plain(filled[0].text).strip(" :.*")
    return next((role for role, words in patterns("labels").items() if words.fullmatch(label)), "")


def _as_lines(card: Sequence[Row]) -> list[Row] | None:
    """Answer the lines of an item; None when the rows are something else than its labels."""
    roles = [_role(row) for row in card]
    if roles[0] != "item" or len(card) < _LABEL_AND_VALUE or "" in roles or len(set(roles)) < len(roles):
        return None
    values = {role: _value(row) for role, row in zip(roles, card, strict=True)}
    first = card[0]
    anchor = anchor_in(first.with_cells((Cell(values["item"], 0, 1),)), None)
    if anchor is None or not anchor.is_sure or anchor.rest.strip(" .:"):
        return None
    head = f"{values['item'].rstrip(' .:')}: {values.get('score', '')}"
    lines = [head, *(f"{label}: {values[role]}" for role, label in _KEPT.items() if values.get(role))]
    left, right = first.cells[0].left, first.cells[-1].right
    return [
        replace(first, cells=(Cell(line, left + bool(at), right),), table=None, gap=0.5, lines=())
        for at, line in enumerate(lines)
    ]


def _value(row: Row) -> str:
    return " ".join(cell.text.strip() for cell in row.cells[1:] if cell.text.strip())
