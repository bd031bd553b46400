"""The words by which documents and their parts are recognised and doubted, from the reference, ready to use."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from matcher.reference.tables import read_yaml


@dataclass(frozen=True, slots=True)
class FormTitle:
    """A heading that starts a capacity form."""

    kind: str
    deviations_only: bool
    words: re.Pattern[str]


@cache
def word_list(name: str) -> Any:
    """Answer one part of `papers.yaml` as it stands there.

    Args:
        name: key at the top of the file.
    """
    return read_yaml("papers.yaml")[name]


@cache
def pattern(*path: str) -> re.Pattern[str]:
    """Answer one pattern of `papers.yaml`.

    Args:
        path: keys from the top of the file.

    Example:
        >>> bool(pattern("norm_words").fullmatch("niet beperkt"))
        True
    """
    found: Any = read_yaml("papers.yaml")
    for step in path:
        found = found[step]
    return re.compile(str(found))


@cache
def patterns(*path: str) -> Mapping[str, re.Pattern[str]]:
    """Answer a group of patterns of `papers.yaml` by name."""
    found: Any = read_yaml("papers.yaml")
    for step in path:
        found = found[step]
    return {name: re.compile(str(each)) for name, each in found.items() if isinstance(each, str)}


@cache
def doubt_pattern(name: str) -> re.Pattern[str]:
    """Answer one pattern of `paper_doubts.yaml`.

    Args:
        name: key at the top of the file.

    Example:
        >>> bool(doubt_pattern("past").search("3 in de vorige lijst"))
        True
    """
    return re.compile(str(read_yaml("paper_doubts.yaml")[name]))


@cache
def doubt_number(name: str) -> float:
    """Answer one number of `paper_doubts.yaml`."""
    return float(read_yaml("paper_doubts.yaml")[name])


@cache
def doubt_list(name: str) -> tuple[str, ...]:
    """Answer one list of patterns of `paper_doubts.yaml`, in its order."""
    return tuple(str(each) for each in read_yaml("paper_doubts.yaml")[name])


@cache
def tick_marks() -> frozenset[str]:
    """Answer the signs that tick a box."""
    return frozenset(read_yaml("paper_doubts.yaml")["tick_marks"])


@cache
def form_titles() -> tuple[FormTitle, ...]:
    """Answer the headings of capacity forms, the most precise first."""
    return tuple(
        FormTitle(row["kind"], bool(row.get("deviations_only")), re.compile(row["words"]))
        for row in word_list("form_titles")
    )


@cache
def legacy_until() -> date:
    """Answer the last day on which the old list was in use."""
    found: date = word_list("legacy_list_until")
    return found
