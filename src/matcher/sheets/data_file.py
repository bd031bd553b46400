"""A file of data (XML or JSON): checked here, in the child process, so that its meaning can be read safely after."""

import json
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from matcher.sheets.plain_text import decoded
from matcher.sheets.refusal import Budget, Refused
from matcher.sheets.sheet import Sheet


def sheet_of_data(content: bytes, kind: str, most: dict[str, int]) -> Sheet:
    """Answer a sheet without rows, with the text of the data as its attachment.

    Args:
        content: the bytes.
        kind: `xml` or `json`.
        most: the limits by name.

    Raises:
        Refused: it is broken, too large, too deep, or defines its own entities.
    """
    text = decoded(content)
    Budget(most).take(len(text))
    tree = xml_tree(text) if kind == "xml" else json_tree(text)
    if _depth(tree) > most["depth"]:
        raise Refused("heavy")
    return Sheet((), 1, attachments=((f"data.{kind}", text),))


def xml_tree(text: str) -> Element:
    """Answer the tree of an XML text.

    Raises:
        Refused: it is broken or defines its own entities.
    """
    try:
        tree: Element = fromstring(text.encode(), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise Refused("broken") from None
    return tree


def json_tree(text: str) -> Any:
    """Answer the tree of a JSON text.

    Raises:
        Refused: it is broken or too deep.
    """
    try:
        return json.loads(text)
    except RecursionError:
        raise Refused("heavy") from None
    except ValueError:
        raise Refused("broken") from None


def _depth(tree: Any) -> int:
    deepest, todo = 0, [(tree, 1)]
    while todo:
        node, depth = todo.pop()
        deepest = max(deepest, depth)
        inner = (
            list(node.values()) if isinstance(node, dict) else list(node) if isinstance(node, list | Element) else []
        )
        todo += [(each, depth + 1) for each in inner]
    return deepest
