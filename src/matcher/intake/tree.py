"""The parsed file as a tree in which every scalar is text and every node knows its line."""

from dataclasses import dataclass, field

from matcher.errors import Fault

MAX_DEPTH = 12  # the schema needs 6; deeper is never a case
MAX_NODES = 50_000

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as text; None when the file says nothing (empty, `null` or `~`)."""

    text: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list of nodes."""

    line: int
    items: list["Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Fields:
    """Named nodes, in the order of the file, with the line of each name."""

    line: int
    fields: dict[str, "Node"] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Items | Fields


class NotATree(Exception):
    """The text is not well-formed; holds the first fault. Never leaves `intake`."""

    def __init__(self, line: int, problem: str) -> None:
        self.fault = Fault(field="", line=line, problem=problem)
        super().__init__(problem)


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed file: its root, and the names that stand twice with the line of the second."""

    root: Node
    twice: tuple[tuple[Path, int], ...] = ()


def line_of(root: Node, path: Path) -> int:
    """Answer the line of a place in the file, or of the nearest place above it that exists.

    Args:
        root: the tree.
        path: names and list positions from the top.

    Example:
        >>> line_of(Fields(1, {"id": Scalar("a", 2)}, {"id": 2}), ("id",))
        2
    """
    node, line = root, root.line
    for step in path:
        if isinstance(node, Fields) and isinstance(step, str) and step in node.fields:
            line, node = node.lines[step], node.fields[step]
        elif isinstance(node, Items) and isinstance(step, int) and 0 <= step < len(node.items):
            node = node.items[step]
            line = node.line
        else:
            break
    return line


def dotted(path: Path) -> str:
    """Answer a path as text.

    Example:
        >>> dotted(("forms", 0, "entries", 3))
        'forms.0.entries.3'
    """
    return ".".join(str(step) for step in path)
