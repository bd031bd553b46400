"""YAML to a tree of text. Reads parser events, so that no value is ever converted and nesting cannot crash."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from matcher.intake.tree import MAX_DEPTH, MAX_NODES, Fields, Items, Node, NotATree, Path, Scalar, Tree

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = frozenset({"", "~", "null", "Null", "NULL"})

_TAB = "hier staat een tab of een teken dat YAML niet kent. Gebruik spaties om in te springen."
_SENTENCES = (
    ("cannot start any token", _TAB),
    ("mapping values are not allowed", "deze regel is niet te lezen. Zet tekst met een dubbele punt tussen quotes."),
    ("could not find expected ':'", "na de naam van het veld ontbreekt een dubbele punt met een spatie erachter."),
    ("unexpected end of stream", "een quote is niet gesloten."),
    ("expected ',' or", "een haakje van een lijst of een komma ontbreekt."),
    ("expected <block end>", "het inspringen klopt niet. Zet velden van hetzelfde onderdeel recht onder elkaar."),
    ("did not find expected", "het inspringen of een leesteken klopt niet."),
    ("control characters", "hier staat een onzichtbaar teken. Typ de regel opnieuw."),
)
_OTHER = "de opmaak klopt niet. Vergelijk deze regel met het voorbeeld in docs/case-file.md."


@dataclass(slots=True)
class _Open:
    """A list or set of fields that is still being filled."""

    node: Items | Fields
    path: Path
    name: str | None = None

    def place(self) -> Path:
        if isinstance(self.node, Items):
            return (*self.path, len(self.node.items))
        return (*self.path, self.name or "")


def parse_yaml(text: str) -> Tree:
    """Answer the tree of a YAML text; `4.10`, `22:00`, `0110` and `no` stay text.

    Args:
        text: the YAML document.

    Raises:
        NotATree: the text is not one plain YAML document.

    Example:
        >>> tree = parse_yaml("item: 4.10")
        >>> tree.root.fields["item"].text
        '4.10'
    """
    try:
        return _Builder().build(_events(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        said = f"{error.problem or ''} {error.context or ''}"
        problem = next((dutch for english, dutch in _SENTENCES if english in said), _OTHER)
        raise NotATree(line + 1, _TAB if _indented_with_tab(text, line) else problem) from None
    except (yaml.YAMLError, UnicodeError, ValueError):
        raise NotATree(1, "het bestand bevat een teken dat niet is toegestaan. Bewaar het opnieuw als UTF-8.") from None


def _indented_with_tab(text: str, line: int) -> bool:
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    return "\t" in here[: len(here) - len(here.lstrip())]


def _events(text: str) -> Iterator[yaml.Event]:
    return iter(yaml.parse(text, Loader=_LOADER))


class _Builder:
    """Builds the tree from events with a stack of its own."""

    def __init__(self) -> None:
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.nodes = 0
        self.twice: list[tuple[Path, int]] = []

    def build(self, events: Iterator[yaml.Event]) -> Tree:
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise NotATree(_line(event), "hier begint een tweede document (---). Zet één casus in één bestand.")
            elif isinstance(event, yaml.NodeEvent):
                self._node(event)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self._close()
        return Tree(self.root or Scalar(None, 1), tuple(self.twice))

    def _node(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise NotATree(_line(event), "verwijzingen met & of * mogen niet. Schrijf de waarde voluit, tussen quotes.")
        if getattr(event, "tag", None) is not None:
            raise NotATree(_line(event), "een type met een uitroepteken mag niet. Zet de waarde tussen quotes.")
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise NotATree(_line(event), "het bestand heeft veel te veel onderdelen voor één casus.")
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._start(event)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.node, Fields) and top.name is None:
            self._name(top, top.node, event)
            return
        plain = event.style is None or event.style == ""
        text = None if plain and event.value in _NULL else event.value
        self._put(Scalar(text, _line(event)))

    def _name(self, top: _Open, node: Fields, event: yaml.ScalarEvent) -> None:
        if event.value == "<<":
            raise NotATree(_line(event), "samenvoegen met << mag niet. Schrijf de velden voluit.")
        top.name = event.value
        if event.value in node.fields:
            self.twice.append((top.place(), _line(event)))
        else:
            node.lines[event.value] = _line(event)

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise NotATree(_line(event), "de onderdelen zijn te diep in elkaar gezet.")
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.node, Fields) and top.name is None:
            raise NotATree(_line(event), "de naam van een veld moet één woord zijn.")
        node = Fields(_line(event)) if isinstance(event, yaml.MappingStartEvent) else Items(_line(event))
        self.stack.append(_Open(node, top.place() if top else ()))

    def _close(self) -> None:
        self._put(self.stack.pop().node)

    def _put(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if isinstance(top.node, Items):
            top.node.items.append(node)
        else:
            top.node.fields.setdefault(top.name or "", node)
            top.name = None


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return int(mark.line) + 1 if mark else 1
