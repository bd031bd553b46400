"""The compiled list of titles and the occupations they belong to."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from matcher.errors import DataError
from matcher.resources import data_path

OCCUPATION_FIELDS = ("occupation_id", "title", "isco08", "isco08_source")
LABEL_FIELDS = ("label", "lang", "kind", "occupation_id", "isco08")


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation as the lexicon knows it.

    Attributes:
        occupation_id: `esco:<uuid>`, `isco:<code>` or `nl:<slug>`.
        title: Dutch preferred title.
        isco08: unit group by the CBS convention where CBS knows the title.
        isco08_source: unit group that the source itself gives.
    """

    occupation_id: str
    title: str
    isco08: str
    isco08_source: str


@dataclass(frozen=True, slots=True)
class Label:
    """One wording of an occupation.

    Attributes:
        text: the wording as the source writes it.
        lang: `nl` or `en`.
        kind: preferred, alternative, hidden, group, cbs or own.
        occupation_id: the occupation that it belongs to.
        isco08: unit group of this wording (CBS where CBS knows the wording).
    """

    text: str
    lang: str
    kind: str
    occupation_id: str
    isco08: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All wordings with their occupations, in a fixed order."""

    labels: tuple[Label, ...]
    occupations: dict[str, Occupation]


@cache
def load_lexicon() -> Lexicon:
    """Answer the shipped lexicon, read once.

    Raises:
        DataError: when a table is missing or has other columns.

    Example:
        >>> load_lexicon().occupations["isco:3221"].isco08
        '3221'
    """
    occupations = read_rows(data_path("occupations/titles_occupations.csv"), OCCUPATION_FIELDS)
    labels = read_rows(data_path("occupations/titles.csv"), LABEL_FIELDS)
    return Lexicon(
        labels=tuple(Label(*row) for row in labels),
        occupations={row[0]: Occupation(*row) for row in occupations},
    )


def read_rows(path: Path, fields: tuple[str, ...], *, delimiter: str = ",") -> list[list[str]]:
    """Answer the rows of a table, after checking its columns.

    Args:
        path: a CSV file with a header.
        fields: the columns that it must have, in order.
        delimiter: sign between the columns.

    Raises:
        DataError: when the file is missing or its columns differ.
    """
    if not path.exists():
        raise DataError(
            f"De tabel {path.name} ontbreekt. Maak hem opnieuw met python -m matcher.language.build_lexicon."
        )
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.reader(handle, delimiter=delimiter)
        header = next(reader, [])
        if tuple(header) != fields:
            raise DataError(f"De tabel {path.name} heeft andere kolommen dan verwacht: {', '.join(fields)}.")
        return list(reader)
