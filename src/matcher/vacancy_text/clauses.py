"""The clauses of a sentence: stretches that say one thing each, so that a denial in one does not reach the next."""

import re
from dataclasses import dataclass
from functools import cache

from matcher.reference.tables import read_yaml
from matcher.vacancy_text.passage import Passage


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of one sentence.

    Attributes:
        start: first sign.
        end: one past the last sign.
    """

    start: int
    end: int


@cache
def _split() -> tuple[re.Pattern[str], int]:
    rules = read_yaml("vacancy_scope.yaml")["clauses"]
    return re.compile(rules["split"]), int(rules["shortest"])


def clauses(part: Passage) -> tuple[tuple[Clause, ...], ...]:
    """Answer the clauses of every sentence with words in it, in the order of the text.

    Args:
        part: the part of the vacancy.

    Example:
        >>> from matcher.vacancy_text.passage import passage
        >>> part = passage("text", "Geen nachten, maar wel avonden.")
        >>> [part.text[each.start : each.end] for each in clauses(part)[0]]
        ['Geen nachten, ', 'maar wel avonden.']
    """
    return tuple(
        _in_sentence(part.plain, start, end)
        for start, end in zip(part.starts, part.ends, strict=True)
        if part.plain[start:end].strip()
    )


def _in_sentence(plain: str, start: int, end: int) -> tuple[Clause, ...]:
    split, shortest = _split()
    found, at = [], start
    for cut in split.finditer(plain, start, end):
        if cut.end() - at >= shortest and cut.end() < end:
            found.append(Clause(at, cut.end()))
            at = cut.end()
    found.append(Clause(at, end))
    return tuple(found)
