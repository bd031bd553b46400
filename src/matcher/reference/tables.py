"""Read the dated, cited tables that lie beside this module."""

import csv
from functools import cache
from importlib.resources import files
from typing import Any

from matcher.reference.yaml_text import yaml_value


@cache
def read_csv(name: str) -> tuple[dict[str, str], ...]:
    """Answer the rows of one reference table; every cell is text.

    Args:
        name: file name below `matcher/reference/data`.

    Example:
        >>> len(read_csv("channels.csv"))
        80
    """
    text = (files("matcher.reference") / "data" / name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def read_yaml(name: str) -> Any:
    """Answer one reference document. It is ours, so YAML's own types are welcome here.

    Args:
        name: file name below `matcher/reference/data`.
    """
    text = (files("matcher.reference") / "data" / name).read_text(encoding="utf-8")
    return yaml_value(text)
