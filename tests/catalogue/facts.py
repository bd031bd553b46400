"""Judge facts about occupations against the catalogue."""

import csv
from pathlib import Path

from matcher.catalogue import NOT_KNOWN, Catalogue

# A claim is about this capacity level of its channel; all other channels are judged at level 1.
LEVEL = {
    "IV.4": 2, "IV.10": 3, "IV.17": 2, "IV.18": 2, "IV.19": 2, "IV.20": 2, "V.2": 2, "V.4": 2, "V.7": 2, "II.8": 2,
}  # fmt: skip
ASKS_FROM = 50
ASKS_NOT_TO = 35
SAFETY = ("I.8.6", "II.11", "II.12.2", "III.3", "III.8.skin", "IV.19")


def read_facts(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def asked(catalogue: Catalogue, occupation: str, channel: str) -> int | None:
    """Percentage of jobs that ask it, None when unknown."""
    level = LEVEL.get(channel, 1)
    share = int(catalogue.within[catalogue.index[occupation], catalogue.channel_index[channel], level])
    return None if share == NOT_KNOWN else 100 - share


def holds(catalogue: Catalogue, fact: dict[str, str]) -> bool:
    share = asked(catalogue, fact["occupation"], fact["channel"])
    if share is None:
        return False
    return share >= ASKS_FROM if fact["claim"] == "asks" else share <= ASKS_NOT_TO


def holds_as_written(catalogue: Catalogue, fact: dict[str, str], levels: int) -> bool | None:
    """Judge a fact by the reading in data/README.md; None when the catalogue does not know.

    `asks`: most jobs ask more than level 2 allows, or than the only level. `asks_not`: most jobs stay within level 1,
    incidental peaks aside.
    """
    row, column = catalogue.index[fact["occupation"]], catalogue.channel_index[fact["channel"]]
    if fact["claim"] == "asks":
        share = int(catalogue.within[row, column, min(2, levels)])
        return None if share == NOT_KNOWN else share < ASKS_FROM
    share = int(catalogue.within_peak[row, column, 1])
    return None if share == NOT_KNOWN else share >= ASKS_FROM
