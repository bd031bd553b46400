"""Why a value follows our own judgement: the dated reason that stands beside it in the tables."""

import csv
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from pathlib import Path

from matcher.catalogue.model import Occupation
from matcher.reference.yaml_text import yaml_value
from matcher.resources import data_path


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement with its reason.

    Attributes:
        reason: why, in Dutch.
        date: when, as yyyy-mm-dd.
    """

    reason: str
    date: str


def judgement_of(occupation: Occupation, channel: str, folder: Path | None = None) -> Judgement | None:
    """Answer why a judged value is what it is.

    The last line of corrections.csv about the occupation counts; then, where a Dutch occupation of our own differs
    from its group, the reason written beside it; then the last line about its unit group.

    Args:
        occupation: the occupation.
        channel: the channel.
        folder: the folder of the tables; the shipped one by default.

    Returns:
        The reason, or None when no line is about it.

    Example:
        >>> from matcher.catalogue import load_catalogue
        >>> judgement_of(load_catalogue().occupation("isco:8322"), "II.11") is not None
        True
    """
    place = folder if folder is not None else data_path("occupations/corrections.csv").parent
    for name in (occupation.id, occupation.parent):
        for patterns, about, found in reversed(_corrections(place)):
            if about == channel and any(fnmatchcase(name, pattern) for pattern in patterns):
                return found
        own = _dutch(place).get(name)
        if own is not None and channel in own[0]:
            return own[1]
    return None


@cache
def _corrections(folder: Path) -> tuple[tuple[tuple[str, ...], str, Judgement], ...]:
    return tuple(
        (
            tuple(part.removesuffix("+") for part in row["occupation"].split()),
            row["channel"],
            Judgement(row["reason"], row["date"]),
        )
        for row in _rows(folder / "corrections.csv")
    )


@cache
def _dutch(folder: Path) -> dict[str, tuple[frozenset[str], Judgement]]:
    """Answer, per Dutch occupation, the channels where it differs and why."""
    text = (files("matcher.catalogue") / "data" / "work_bundles.yaml").read_text(encoding="utf-8")
    bundles = yaml_value(text)["bundles"]
    found = {}
    for row in _rows(folder / "dutch_occupations.csv"):
        differs = {part.partition("=")[0] for part in row["profile"].split()}
        differs.update(*(bundles[name] for name in row["bundles"].split()))
        found[f"nl:{row['slug']}"] = frozenset(differs), Judgement(row["reason"], row["date"])
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
