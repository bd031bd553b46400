"""The dated rules for watching an index."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from matcher.reference.tables import read_yaml


@cache
def drift_rules(on: date) -> Mapping[str, Any]:
    """Answer the rules that hold on a day; before the first version the first one is used.

    Args:
        on: the day of the look.

    Example:
        >>> drift_rules(date(2026, 12, 1))["look_at"]["unknown_points"]["value"]
        5
    """
    versions = read_yaml("drift.yaml")["versions"]
    valid = [version for version in versions if version["valid_from"] <= on] or versions[:1]
    chosen: Mapping[str, Any] = valid[-1]
    return chosen
