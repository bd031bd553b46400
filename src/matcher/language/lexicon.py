"""The compiled list of titles and the occupations they belong to."""

from dataclasses import dataclass
from functools import cache

from matcher.language.lexicon_tables import read_rows
from matcher.resources import data_path

OCCUPATION_FIELDS = ("occupation_id", "title", "isco08", "isco08_source")
LABEL_FIELDS = ("label", "lang", "kind", "occupation_id", "isco08", "plain")


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
        plain: the wording in canonical words.
    """

    text: str
    lang: str
    kind: str
    occupation_id: str
    isco08: str
    plain: str


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
