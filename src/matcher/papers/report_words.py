"""The words of labour experts' reports and of CVs, from `papers_reports.yaml`, ready to use."""

import re
from functools import cache
from typing import Any

from matcher.reference.tables import read_yaml


@cache
def listed(*path: str) -> Any:
    """Answer one part of the file.

    Args:
        path: keys from the top of the file.
    """
    found: Any = read_yaml("papers_reports.yaml")
    for step in path:
        found = found[step]
    return found


@cache
def words(*path: str) -> re.Pattern[str]:
    """Answer one pattern of the file.

    Args:
        path: keys from the top of the file.
    """
    return re.compile(str(listed(*path)))


def first_level(text: str, *path: str) -> str | None:
    """Answer the first level in a list whose words a text holds, or None.

    Args:
        text: small letters without accents.
        path: keys of the list.

    Example:
        >>> first_level("mbo niveau 3 verzorgende", "cv", "levels")
        'mbo-3'
    """
    return next((row["level"] for row in listed(*path) if re.search(row["words"], text)), None)
