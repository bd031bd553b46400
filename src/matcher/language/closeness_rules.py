"""The dated rules of closeness."""

import csv
from functools import cache
from pathlib import Path

_RULES = Path(__file__).parent / "data" / "closeness_rules.csv"
_STAND_INS = Path(__file__).parent / "data" / "closeness_stand_ins.csv"


@cache
def load_rules() -> dict[str, float]:
    """Answer each rule's value.

    Example:
        >>> load_rules()["old_years"]
        10.0
    """
    with _RULES.open(encoding="utf-8", newline="") as handle:
        return {row["rule"]: float(row["value"]) for row in csv.DictReader(handle)}


@cache
def load_stand_ins() -> dict[str, str]:
    """Answer which unit group describes a unit group that has no described occupation.

    Example:
        >>> load_stand_ins()["3221"]
        '2221'
    """
    with _STAND_INS.open(encoding="utf-8", newline="") as handle:
        return {row["isco08"]: row["stand_in"] for row in csv.DictReader(handle)}
