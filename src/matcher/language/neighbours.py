"""Which words stand beside each other in the titles of the sources."""

from collections.abc import Container, Set
from functools import cached_property
from itertools import pairwise

_FEW = 200  # pairs of words looked up in the text of all titles, before a table of every pair is made


class Neighbours(Container[tuple[str, str]]):
    """The pairs of words that stand beside each other in a title of the sources.

    Args:
        titles: canonical wordings.

    Example:
        >>> beside = Neighbours({"medewerker bediening", "hulpkok"})
        >>> ("medewerker", "bediening") in beside, ("medewerker", "hulpkok") in beside
        (True, False)
    """

    def __init__(self, titles: Set[str]) -> None:
        self._titles = titles
        self._asked = 0

    def __contains__(self, pair: object) -> bool:
        """Tell whether two words stand beside each other somewhere; the first few are looked up in the text."""
        if not isinstance(pair, tuple) or not all(pair):
            return False
        if "pairs" not in vars(self) and self._asked < _FEW:
            self._asked += 1
            return f" {' '.join(pair)} " in self._text
        return pair in self.pairs

    @cached_property
    def _text(self) -> str:
        return f" {' | '.join(self._titles)} "

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every pair, made when many are asked for."""
        return frozenset(pair for title in self._titles if " " in title for pair in pairwise(title.split()))
