"""Kinds of tasks (werkzaamheden) in plain Dutch, by the code that the tables hold."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def activities_nl() -> Mapping[str, str]:
    """Answer the Dutch name of every kind of tasks by its code.

    Example:
        >>> activities_nl()["cleaning"]
        'schoonmaken'
    """
    text = (files("matcher.catalogue") / "data" / "work_activities.csv").read_text(encoding="utf-8")
    return MappingProxyType({row["code"]: row["activity_nl"] for row in csv.DictReader(text.splitlines())})
