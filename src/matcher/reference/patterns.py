"""Patterns that stand as lists in our dated data, compiled."""

import re
from collections.abc import Iterable


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Answer one pattern that finds what any of these finds.

    Args:
        patterns: regular expressions, tried in this order.

    Example:
        >>> any_of(["geen", "niet|nooit"]).findall("nooit geen haast")
        ['nooit', 'geen']
    """
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
