"""The dated weights of the ranking."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from matcher.errors import UnknownName
from matcher.reference.tables import read_yaml


@cache
def weights_on(on: date) -> Mapping[str, Any]:
    """Answer the weights that hold on a day.

    Before the first version the first one is used: a profile of an earlier day is still ordered, by today's choice.

    Args:
        on: the day of matching.

    Raises:
        UnknownName: there is no version at all.
    """
    versions = read_yaml("weights.yaml")["versions"]
    if not versions:
        raise UnknownName("Er zijn geen gewichten bekend.")
    valid = [version for version in versions if version["valid_from"] <= on] or versions[:1]
    chosen: Mapping[str, Any] = valid[-1]
    return chosen
