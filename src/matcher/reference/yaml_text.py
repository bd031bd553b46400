"""Our own YAML, read quickly: most of a table is plain words, and those need no search for what else they may be."""

from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_WORDS = "tag:yaml.org,2002:str"
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is not on every platform


class _Loader(_Base):  # type: ignore[misc]  # which of the two it is depends on the platform
    """The safe loader of YAML without the search that a plain word never needs."""

    def descend_resolver(self, *_: Any) -> None:
        """Follow no path: no tag of ours depends on where it stands."""

    def ascend_resolver(self) -> None:
        """Follow no path."""

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> str:
        """Answer the tag of a node; that of words at once where no number, date or yes-or-no begins so."""
        if kind is ScalarNode and implicit[0] and value and value[0] not in self.yaml_implicit_resolvers:
            return _WORDS
        return str(super().resolve(kind, value, implicit))

    def value_of(self, node: Node, made: dict[int, Any]) -> Any:
        """Answer what a node says; a node that is named twice is one value."""
        if isinstance(node, ScalarNode):
            return node.value if node.tag == _WORDS else self.construct_object(node)
        if id(node) in made:
            return made[id(node)]
        if isinstance(node, SequenceNode):
            values = made[id(node)] = []
            values.extend(self.value_of(each, made) for each in node.value)
            return values
        assert isinstance(node, MappingNode)  # noqa: S101 YAML has no fourth kind
        self.flatten_mapping(node)
        pairs = made[id(node)] = {}
        for key, value in node.value:
            pairs[self.value_of(key, made)] = self.value_of(value, made)
        return pairs


def yaml_value(text: str) -> Any:
    """Answer what a YAML text of ours says: the same as the safe loader, in about half its time.

    Args:
        text: one document without tags of its own.

    Returns:
        Maps, lists, texts, numbers, dates, true and false; None for an empty document.

    Raises:
        yaml.YAMLError: the text is no YAML.

    Example:
        >>> yaml_value("a: [1, x, 2026-01-02]")
        {'a': [1, 'x', datetime.date(2026, 1, 2)]}
    """
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        return None if node is None else loader.value_of(node, {})
    finally:
        loader.dispose()
