"""Running text that tells one item after the other (`Tillen: beperkt. Dragen: beperkt.`): an item a row."""

import re
from collections.abc import Sequence
from dataclasses import replace

from matcher.domain.case import Numbering
from matcher.papers.grammar import is_option
from matcher.papers.groups import joined, rubriek_of
from matcher.papers.words import named_at_start
from matcher.sheets import Row

_CLOSE = 0.75  # heights of a line: less white than this stands between the lines of one paragraph
_NEAR = 6.0
_ITEMS_FROM = 2  # so many items with a colon in one paragraph are told one after the other
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z])")
_NAME = re.compile(r"^(?P<name>[^:.;?]{4,70}):\s*(?=\S)")


def with_items_apart(rows: Sequence[Row]) -> list[Row]:
    """Answer the rows; a paragraph of sentences that each start with the name of an item comes as a row for each.

    Each such sentence must start with a whole name of the list and a colon. A sentence between them that names no item
    goes on with the item before it, so that what it says is weighed there.

    Args:
        rows: the rows of one form.

    Example:
        >>> from matcher.sheets import Cell
        >>> text = "Tillen: beperkt, ongeveer 5 kg. Dragen: geen beperking."
        >>> [row.text for row in with_items_apart([Row(1, (Cell(text, 0, 9),))])]
        ['Tillen: beperkt, ongeveer 5 kg.', 'Dragen: geen beperking.']
    """
    found: list[Row] = []
    place = 0
    while place < len(rows):
        used = 1
        while (
            _is_item(rows[place].text)
            and place + used < len(rows)
            and _goes_on(rows[place + used - 1], rows[place + used], rows[place])
        ):
            used += 1
        paragraph = rows[place : place + used]
        found += _apart(paragraph) or paragraph
        place += used
    return found


def _goes_on(above: Row, row: Row, first: Row) -> bool:
    if row.table is not None or above.table is not None or len(row.cells) != 1 or len(above.cells) != 1:
        return False
    near = row.page == above.page and 0 < row.gap < _CLOSE and abs(row.cells[0].left - first.cells[0].left) <= _NEAR
    return near and rubriek_of(row.text) is None and not is_option(row.text)


def _apart(paragraph: Sequence[Row]) -> list[Row] | None:
    first = paragraph[0]
    if first.table is not None or len(first.cells) != 1:
        return None
    text = ""
    for row in paragraph:
        text = _broken(text, row.text)
    parts: list[str] = []
    for sentence in _SENTENCE.split(text):
        if _is_item(sentence) or not parts:
            parts.append(sentence)
        else:
            parts[-1] = f"{parts[-1]} {sentence}"
    told = sum(_is_item(part) for part in parts)
    if told < _ITEMS_FROM or not _is_item(parts[0]):
        return None
    cell = first.cells[0]
    return [
        replace(first, cells=(replace(cell, text=part),), gap=first.gap if at == 0 else 1.0, lines=())
        for at, part in enumerate(parts)
    ]


def _is_item(sentence: str) -> bool:
    """Answer whether a sentence starts with the whole name of one item and a colon."""
    found = _NAME.match(sentence)
    if found is None:
        return False
    named = named_at_start(found["name"])
    if named is not None and named.end >= len(found["name"].rstrip()):
        return len(named.codes.get(Numbering.CURRENT, ())) == 1
    return False


def _broken(text: str, after: str) -> str:
    """Answer two lines as one; a name that is broken in a word without a sign becomes whole."""
    whole = joined(text, after)
    at = max(text.rfind(sign) for sign in ".;")
    start = text[at + 1 :].strip()
    glued = f"{start}{after.lstrip()}"
    return (
        f"{text[: at + 1]} {glued}".strip() if start and not _is_item(f"{start} {after}") and _is_item(glued) else whole
    )
