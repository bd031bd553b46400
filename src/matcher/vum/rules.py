"""The dated codes and wordings of the VUM profile, loaded once."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from matcher.reference.tables import read_yaml


@cache
def vum_rules() -> Mapping[str, Any]:
    """Answer the rules in force.

    Example:
        >>> vum_rules()["transport"][3]
        'bicycle'
    """
    rules: Mapping[str, Any] = read_yaml("vum.yaml")
    return rules
