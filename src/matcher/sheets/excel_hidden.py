"""Which rows and columns of a sheet are hidden: a reader of the file does not see them, so they are not read."""

from dataclasses import dataclass
from typing import IO

from defusedxml.ElementTree import iterparse

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ON = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True)
class Hidden:
    """The hidden rows and columns of one sheet, both counted from 0."""

    rows: frozenset[int]
    columns: frozenset[int]


def hidden_in(content: IO[bytes], most: int, columns: int) -> Hidden:
    """Answer what is hidden in a sheet.

    Args:
        content: the XML of the sheet.
        most: rows further down are not read.
        columns: columns further to the right are not read.
    """
    rows: set[int] = set()
    across: set[int] = set()
    at = -1
    for event, node in iterparse(content, events=("start", "end"), forbid_dtd=True):
        if event == "end":
            if node.tag == f"{_MAIN}row":
                node.clear()
            continue
        if node.tag == f"{_MAIN}col" and node.get("hidden") in _ON:
            first, last = int(node.get("min", "1")), int(node.get("max", "1"))
            across.update(range(max(first, 1) - 1, min(last, columns)))
        elif node.tag == f"{_MAIN}row":
            at = int(node.get("r", at + 2)) - 1
            if at > most:
                break
            if node.get("hidden") in _ON:
                rows.add(at)
    return Hidden(frozenset(rows), frozenset(across))
