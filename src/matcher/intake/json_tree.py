"""JSON to a tree of text. Numbers keep their own writing; every fault has a line."""

import re
from bisect import bisect_right
from json import JSONDecodeError, JSONDecoder

from matcher.intake.tree import MAX_DEPTH, Fields, Items, Node, NotATree, Path, Scalar, Tree

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = JSONDecoder()  # used for one string at a time
_BARE = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")


def parse_json(text: str) -> Tree:
    """Answer the tree of a JSON text; `4.10` stays `4.10`.

    Args:
        text: the JSON document.

    Raises:
        NotATree: the text is not one JSON document.

    Example:
        >>> parse_json('{"levels": [2]}').root.fields["levels"].items[0].text
        '2'
    """
    return _Scanner(text).document()


class _Scanner:
    """A small recursive reader; its depth is bounded by `MAX_DEPTH`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.twice: list[tuple[Path, int]] = []

    def document(self) -> Tree:
        self._space()
        root = self._value(())
        self._space()
        if self.at < len(self.text):
            raise self._fault("na het laatste haakje staat nog tekst.")
        return Tree(root, tuple(self.twice))

    def _line(self) -> int:
        return bisect_right(self.starts, self.at)

    def _fault(self, problem: str) -> NotATree:
        return NotATree(self._line(), problem)

    def _space(self) -> None:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def _take(self, sign: str) -> bool:
        if self.text.startswith(sign, self.at):
            self.at += len(sign)
            self._space()
            return True
        return False

    def _value(self, path: Path) -> Node:
        if len(path) > MAX_DEPTH:
            raise self._fault("de onderdelen zijn te diep in elkaar gezet.")
        line = self._line()
        if self._take("{"):
            return self._fields(path, Fields(line))
        if self._take("["):
            return self._items(path, Items(line))
        if self.text.startswith('"', self.at):
            return Scalar(self._string(), line)
        found = _BARE.match(self.text, self.at)
        if found is None:
            raise self._fault("hier hoort een waarde. Zet tekst tussen dubbele quotes.")
        self.at = found.end()
        return Scalar(None if found.group() == "null" else found.group(), line)

    def _string(self) -> str:
        try:
            value, self.at = _DECODER.raw_decode(self.text, self.at)
        except JSONDecodeError as error:
            self.at = min(error.pos, len(self.text))
            raise self._fault("een tekst tussen quotes is niet goed gesloten of bevat een verboden teken.") from None
        if any("\ud800" <= sign <= "\udfff" for sign in value):
            raise self._fault("een tekst bevat een half teken (\\u...). Schrijf het teken zelf.")
        return str(value)

    def _items(self, path: Path, node: Items) -> Node:
        if self._take("]"):
            return node
        while True:
            node.items.append(self._value((*path, len(node.items))))
            self._space()
            if self._take("]"):
                return node
            if not self._take(","):
                raise self._fault("in deze lijst ontbreekt een komma of het haakje ].")

    def _fields(self, path: Path, node: Fields) -> Node:
        if self._take("}"):
            return node
        while True:
            self._field(path, node)
            self._space()
            if self._take("}"):
                return node
            if not self._take(","):
                raise self._fault("hier ontbreekt een komma of het haakje }.")

    def _field(self, path: Path, node: Fields) -> None:
        if not self.text.startswith('"', self.at):
            raise self._fault("hier hoort de naam van een veld tussen dubbele quotes.")
        line = self._line()
        name = self._string()
        self._space()
        if not self._take(":"):
            raise self._fault("na de naam van het veld ontbreekt een dubbele punt.")
        value = self._value((*path, name))
        if name in node.fields:
            self.twice.append(((*path, name), line))
        node.fields.setdefault(name, value)
        node.lines.setdefault(name, line)
