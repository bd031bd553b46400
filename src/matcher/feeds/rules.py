"""Limits, column names and dividers for feeds, compiled once (feeds.yaml)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from matcher.reference.tables import read_yaml
from matcher.reference.text_signals import plain

_SIGNS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class FeedRules:
    """What feeds.yaml says.

    Attributes:
        limits: sizes and counts within which a feed is read.
        columns: our field by a column name in small letters.
        fields: fields that a record carries beside its own.
        periods: words for a pay period.
        employment: words for schema.org's and HR Open's kinds of employment.
        closed_words: status words of messages that say that a vacancy is no longer open.
        divider: a line that divides two vacancies.
        not_a_title: text of a link in an e-mail that is no title.
        similar: how alike two vacancies must be to be one.
        legal_forms: parts of an employer's name that do not tell employers apart.
        title_extras: additions to a title that do not tell vacancies apart.
        xml_records: names of XML elements that hold one vacancy.
        xml_instead: by the name of a full text, the names of the shorter texts beside it that say the same.
    """

    limits: Mapping[str, int]
    columns: Mapping[str, str]
    fields: tuple[str, ...]
    periods: Mapping[str, str]
    employment: Mapping[str, str]
    closed_words: frozenset[str]
    divider: re.Pattern[str]
    not_a_title: re.Pattern[str]
    similar: Mapping[str, Any]
    legal_forms: re.Pattern[str]
    title_extras: re.Pattern[str]
    xml_records: frozenset[str]
    xml_instead: Mapping[str, frozenset[str]]


@cache
def feed_rules() -> FeedRules:
    """Answer the rules in force.

    Example:
        >>> feed_rules().columns["functietitel"]
        'title'
    """
    raw = read_yaml("feeds.yaml")
    names = {column_key(name): field for field, names in raw["columns"].items() for name in names}
    return FeedRules(
        limits=MappingProxyType({name: size for name, size in raw["limits"].items() if name != "why"}),
        columns=MappingProxyType(names),
        fields=tuple(raw["fields"]),
        periods=raw["period_words"],
        employment=raw["employment_words"],
        closed_words=frozenset(raw["closed_words"]),
        divider=re.compile(raw["divider"], re.IGNORECASE),
        not_a_title=re.compile(raw["mail"]["not_a_title"], re.IGNORECASE),
        similar=raw["similar"],
        legal_forms=re.compile(raw["legal_forms"]),
        title_extras=re.compile(raw["title_extras"]),
        xml_records=frozenset(map(column_key, raw["xml"]["records"])),
        xml_instead={
            column_key(full): frozenset(map(column_key, short)) for full, short in raw["xml"]["instead_of"].items()
        },
    )


def column_key(name: str) -> str:
    """Answer a column name in small letters with one space for every sign.

    Example:
        >>> column_key("Functie-titel ")
        'functie titel'
    """
    return _SIGNS.sub(" ", plain(name)).strip()
