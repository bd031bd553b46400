"""The sets that a user may name, read as they are."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matcher.errors import FileUnreadable


@dataclass(frozen=True, slots=True)
class Query:
    """A title with its right answers.

    Attributes:
        text: the title.
        right: codes or occupations that are right.
        dropped: wordings (lower case) that must be left out of the lexicon for the right occupation.
        clean: the same title without noise, where there is one.
    """

    text: str
    right: frozenset[str]
    dropped: frozenset[str] = frozenset()
    clean: str = ""


def data_folder(named: Path) -> Path:
    """Answer the folder that holds bench/ and crosswalks/, from that folder itself or from bench/.

    Raises:
        FileUnreadable: when it is neither.
    """
    for folder in (named, named.parent):
        if (folder / "bench").is_dir():
            return folder
    raise FileUnreadable("In deze map staat geen map bench met meetsets. Noem de map met de open data.")


def esco_alternatives(folder: Path) -> list[Query]:
    """Answer the hidden ESCO alternative labels."""
    return [
        Query(
            row["title"],
            frozenset({f"esco:{row['esco_uri'].rsplit('/', 1)[1]}"}),
            frozenset(one.strip() for one in row["labels_to_drop_for_this_concept"].split(" || ")),
        )
        for row in _rows(folder / "bench/esco_alt_nl_substitute/queries.tsv", "\t")
    ]


def uwv_register(folder: Path) -> list[Query]:
    """Answer the titles of the UWV register with their unit group (measuring only)."""
    rows = _rows(folder / "crosswalks/uwv_register_isco_brc_devpart.csv", ",")
    return [Query(row["uwv_title"], frozenset({row["isco08"]})) for row in rows]


def gender_twins(folder: Path) -> list[tuple[str, str]]:
    """Answer pairs of a masculine and a feminine title."""
    home = folder / "bench/gender_pairs_nl"
    pairs = [(row["masculine"], row["feminine"]) for row in _rows(home / "esco_pairs_dev.tsv", "\t")]
    return pairs + [(row["title"], row["title_feminine"]) for row in _rows(home / "cbs_counterfactual_dev.tsv", "\t")]


def noisy_titles(path: Path) -> list[Query]:
    """Answer noisy titles with their accepted unit groups and clean form."""
    return [Query(row["text"], frozenset(row["isco08"].split("|")), clean=row["clean"]) for row in _rows(path, "\t")]


@dataclass(frozen=True, slots=True)
class Transfer:
    """A step from one title to another, with the level that a person gave it."""

    done: str
    asked: str
    level: str


def labelled_transfers(path: Path) -> list[Transfer]:
    """Answer the labelled transfers of a file."""
    return [Transfer(row["from_title"], row["to_title"], row["closeness"]) for row in _rows(path, "\t")]


def _rows(path: Path, delimiter: str) -> Iterator[dict[str, str]]:
    if not path.is_file():
        raise FileUnreadable(f"De meetset {path.name} ontbreekt in deze map.")
    with path.open(encoding="utf-8-sig", newline="") as handle:
        yield from csv.DictReader(handle, delimiter=delimiter)
