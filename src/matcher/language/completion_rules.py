"""The dated numbers by which readings of one title are weighed."""

import csv
from functools import cache
from pathlib import Path

_RULES = Path(__file__).parent / "data" / "completion_rules.csv"


@cache
def rule(name: str) -> float:
    """Answer a number from `completion_rules.csv`.

    Raises:
        KeyError: when the table has no such rule.

    Example:
        >>> rule("readings") >= 2
        True
    """
    with _RULES.open(encoding="utf-8", newline="") as handle:
        return {row["rule"]: float(row["value"]) for row in csv.DictReader(handle)}[name]
