"""Checks on plain words: patterns from the data, the same for composed texts and for what a coach types."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from matcher.reference.patterns import any_of
from matcher.reference.tables import read_yaml


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled patterns of `prose_lint.yaml`."""

    dates: re.Pattern[str]
    date_in_words: re.Pattern[str]
    limits: re.Pattern[str]
    year: re.Pattern[str]
    item_code: re.Pattern[str]
    body_part: re.Pattern[str]
    medical: re.Pattern[str]
    motivation: re.Pattern[str]
    legal: re.Pattern[str]
    blocked: re.Pattern[str]
    hard: re.Pattern[str]
    passive: re.Pattern[str]
    doctor: re.Pattern[str]
    english_medical: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """Answer the patterns, compiled once."""
    raw = lint_data()
    return Patterns(
        dates=any_of(raw["date_in_figures"]),
        date_in_words=re.compile(raw["date_in_words"]),
        limits=any_of(raw["figure_limit"]),
        year=re.compile(raw["year"]),
        item_code=any_of(raw["item_code"]),
        body_part=_whole(raw["body_part"]),
        medical=_whole(raw["medical_word"]),
        motivation=_whole(raw["motivation"]),
        legal=_whole(raw["legal_conclusion"]),
        blocked=_whole(raw["blocked_for_new_employer"]),
        hard=_whole(raw["hard_word"]),
        passive=re.compile(raw["passive"]),
        doctor=_whole(raw["doctor_may_not"]),
        english_medical=_whole(raw["english"]["medical_word"]),
    )


def lint_data() -> Mapping[str, Any]:
    """Answer the linter's data."""
    data: Mapping[str, Any] = read_yaml("prose_lint.yaml")
    return data


def _whole(found: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(found) + r")(?![\w-])")


def has_body_part(text: str) -> bool:
    """Answer whether a text names a part of the body; "schouderhoogte" is the one exception.

    Example:
        >>> has_body_part("werken met de handen"), has_body_part("werken boven schouderhoogte")
        (True, False)
    """
    return patterns().body_part.search(text.lower()) is not None


def has_limit_in_figures(text: str) -> bool:
    """Answer whether a text holds a limit in figures or counted words.

    Example:
        >>> has_limit_in_figures("hoogstens 5 kilo"), has_limit_in_figures("elke zes weken overleg")
        (True, False)
    """
    return patterns().limits.search(text.lower()) is not None


def word_codes(text: str) -> Iterator[str]:
    """Answer the codes of everything wrong with the words of one sentence, whoever reads it.

    Args:
        text: one sentence.

    Example:
        >>> list(word_codes("Tillen (IV.13) kan tot 5 kg."))
        ['figure_limit', 'item_code']
    """
    small = text.lower()
    known = patterns()
    without_dates = known.date_in_words.sub(" ", small)
    checks = (
        ("date_in_figures", known.dates.search(small)),
        ("figure_limit", known.limits.search(small)),
        ("year", known.year.search(without_dates)),
        ("item_code", known.item_code.search(known.dates.sub(" ", text))),
        ("motivation", known.motivation.search(small)),
        ("legal_conclusion", known.legal.search(small)),
        ("hard_word", known.hard.search(small)),
        ("spacing", re.search(r"\s{2,}|\s[,.;:]|[,;:](?=[^\W\d_])(?<!isco:)(?<!nl:)(?<!esco:)|^\s|\s$", text)),
        ("double_word", re.search(r"\b([^\W\d]+) \1\b", small)),
    )
    yield from (code for code, hit in checks if hit is not None)
