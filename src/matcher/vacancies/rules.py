"""The dated rules for vacancies and for a caseload, loaded once."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from matcher.reference.tables import read_yaml


@cache
def vacancy_rules(on: date) -> Mapping[str, Any]:
    """Answer the rules that hold on a day; before the first version the first one is used.

    Args:
        on: the day of matching.

    Example:
        >>> vacancy_rules(date(2026, 12, 1))["hours"]["days_a_week_most"]["value"]
        5
    """
    return _version("vacancy_rules.yaml", on)


@cache
def batch_rules(on: date) -> Mapping[str, Any]:
    """Answer how a caseload is done by several workers; before the first version the first one is used.

    Args:
        on: the day of matching.

    Example:
        >>> batch_rules(date(2026, 12, 1))["tries_most"]["value"]
        3
    """
    return _version("batch_rules.yaml", on)


def _version(name: str, on: date) -> Mapping[str, Any]:
    versions = read_yaml(name)["versions"]
    valid = [version for version in versions if version["valid_from"] <= on] or versions[:1]
    chosen: Mapping[str, Any] = valid[-1]
    return chosen
