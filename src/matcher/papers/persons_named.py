"""Whom a document is about, only to see whether it is about one person: a mix of two is never read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from matcher.papers.dates import dates_in
from matcher.papers.vocabulary import pattern, patterns, word_list
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_VALUE = 80  # signs behind a label that may be its value
_NAME_PART = re.compile(r"(?<![\w.])[A-Z\u00c0-\u00dd][\w'\u2019]{2,}")
_SIGN = re.compile(r"[a-z]{0,3}\d[\w./-]*")


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """What one row says about who a form is about.

    Attributes:
        kind: the label of a name, or the kind of a sign that only one person has, such as a date of birth.
        marks: the parts of the name, or the sign itself, in small letters.
    """

    kind: str
    marks: frozenset[str]


def persons_in(rows: Sequence[Row]) -> Iterator[PersonNamed]:
    """Yield what rows say about who they are about; a doctor is nobody here.

    Args:
        rows: every row of a document.
    """
    for place, row in enumerate(rows):
        text = row.text
        small = plain(text)
        if len(small) != len(text):
            continue
        near = " ".join(plain(each.text) for each in rows[max(place - 1, 0) : place + 2])
        of_doctor = pattern("persons", "doctor").search(near) is not None
        for kind, words in patterns("persons", "labels").items():
            for found in words.finditer(small):
                if of_doctor and kind in word_list("persons")["doubled_by_doctors"]:
                    continue
                marks = _marks(kind, text[found.end() : found.end() + _VALUE])
                if marks:
                    label = found.group().strip(" :") if kind == "labelled" else kind
                    yield PersonNamed(label, marks)


def _marks(kind: str, value: str) -> frozenset[str]:
    if kind == "birth_date":
        days = list(dates_in(value))
        return frozenset({days[0].day.strftime("%d%m%y")}) if days and not days[0].before.strip(" :-") else frozenset()
    if kind in word_list("persons")["signs"]:
        found = _SIGN.match(plain(value).strip())
        return frozenset({re.sub(r"\W", "", found.group())}) if found else frozenset()
    stop = pattern("persons", "ends").search(plain(value))
    value = value[: stop.start()] if stop else value
    if pattern("persons", "starts").match(value) is None:
        return frozenset()
    no_names = set(word_list("persons")["no_names"])
    return frozenset(small for part in _NAME_PART.findall(value) if (small := plain(part)) not in no_names)


def are_of_others(named: Iterable[PersonNamed]) -> bool:
    """Answer whether a document surely names different persons as the one it is about.

    Args:
        named: what its rows say about who it is about.

    Returns:
        True when two rows with the same label share no part of a name, or when a sign that one person has differs.

    Example:
        >>> one, other, both = (PersonNamed("werknemer", frozenset(each.split())) for each in ("a", "b", "a b"))
        >>> are_of_others([one, other]), are_of_others([one, both])
        (True, False)
    """
    by_kind: dict[str, list[frozenset[str]]] = {}
    for each in named:
        by_kind.setdefault(each.kind, []).append(each.marks)
    return any(not one & other for marks in by_kind.values() for one, other in combinations(set(marks), 2))
