"""`I.2 Verdelen van de aandacht t/m I.7 Handelingstempo: normaal` says norm of all items from first to last."""

import re
from collections.abc import Iterator, Sequence

from matcher.domain.case import Numbering
from matcher.intake import name_of
from matcher.papers.anchors import Anchor, anchor_in
from matcher.papers.vocabulary import pattern
from matcher.reference.fml import items
from matcher.reference.text_signals import plain
from matcher.sheets import Cell, Row

_UNTIL = re.compile(r"\s+(?:t/m|tot en met|t\.e\.m\.)\s+")
_SIDES = frozenset({"IV.1", "IV.2"})  # a side of the body is no norm


def with_ranges_told(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows; a row that says norm of a range of items comes as a row for each of them.

    Both ends must have number and name that agree, in one rubriek and in their order, with nothing but a word of the
    norm behind them.

    Args:
        rows: rows as they stand on the pages.

    Example:
        >>> words = "V.3 Staan t/m V.5 Geknield of gehurkt actief zijn: normaal"
        >>> [row.text for row in with_ranges_told([Row(1, (Cell(words, 0, 9),))])][:2]
        ['V.3 Staan: normaal', 'V.4 Staan tijdens het werk: normaal']
    """
    for row in rows:
        parts = _UNTIL.split(row.text)
        ends = [_end(part) for part in parts] if len(parts) == len(("first", "last")) else []
        codes = _between(*ends) if len(ends) > 1 else ()
        if not codes:
            yield row
            continue
        first = row.cells[0]
        word = ends[1].rest.strip(" :.-") if ends[1] is not None else ""
        for code in codes:
            told = f"{code} {name_of(code, Numbering.CURRENT)}: {word}"
            yield row.with_cells((Cell(told, first.left, row.cells[-1].right),))


def _end(words: str) -> Anchor | None:
    anchor = anchor_in(Row(1, (Cell(words, 0, 1),)), None)
    whole = anchor is not None and anchor.is_sure and anchor.written is not None
    return anchor if whole and Numbering.CURRENT in anchor.codes else None  # type: ignore[union-attr]


def _between(first: Anchor | None, last: Anchor | None) -> tuple[str, ...]:
    if first is None or last is None or first.rest.strip(" :.-") or first.before or last.before:
        return ()
    if not pattern("norm_words").fullmatch(plain(last.rest).strip(" :.-")):
        return ()
    order = list(items())
    start, end = (order.index(each.codes[Numbering.CURRENT]) for each in (first, last) if _is_item(each))
    codes = order[start : end + 1]
    rubriek = {code.partition(".")[0] for code in codes}
    return tuple(code for code in codes if code not in _SIDES) if len(rubriek) == 1 and len(codes) > 1 else ()


def _is_item(anchor: Anchor) -> bool:
    return anchor.codes[Numbering.CURRENT] in items()
