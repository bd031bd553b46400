"""Read tables that name unit groups by the beginning of their code: the longest beginning counts."""

from collections.abc import Iterable, Mapping


def named_by(isco08: str, groups: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Answer which names a table gives a unit group: those that use the longest beginning of its code.

    Args:
        isco08: the unit group, e.g. `4311`.
        groups: per name the beginnings of codes.

    Returns:
        The names in the order of the table; empty when no beginning fits.

    Example:
        >>> named_by("4311", {"care": ["53"], "office": ["43"], "money": ["4311"], "law": ["4311", "26"]})
        ('money', 'law')
    """
    found = {
        name: max((len(code) for code in codes if isco08.startswith(code)), default=0) for name, codes in groups.items()
    }
    longest = max(found.values(), default=0)
    return tuple(name for name, length in found.items() if length == longest > 0)
