"""The words that turn, soften or move a statement, compiled once from dated data."""

import re
from dataclasses import dataclass
from functools import cache

from matcher.reference.patterns import any_of
from matcher.reference.tables import read_yaml


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """Patterns in small letters without accents (vacancy_scope.yaml).

    Attributes:
        abbreviations: words after which a full stop does not end a sentence.
        headings: section and the pattern of its headings, in order.
        affirms: phrases with a denying word that still affirm ("geen moeite met").
        denies: words that deny what follows.
        denies_weakly: denying words that leave a little ("weinig").
        free_of: ends of words that deny what they begin with ("trillingsvrij").
        ends_before: words between a denying word and a statement that end its reach.
        denies_after: what follows a statement and denies it.
        answered_away: the answer to a short question, when it says that somebody or something else does it.
        longest_question: most signs of such a question.
        not_questions: what makes it a question that the reader has to answer.
        own_time: a question about a time of day or week and the answer that it is the worker's own.
        affirms_after: what follows a statement and takes it out of the reach of a denying word before it.
        denied_lists: the head of a list of what is not asked.
        ends_list: words after which such a list has ended.
        wish: words that make a requirement a wish.
        optional: words that make something a matter of agreement.
        rare: words that make something incidental.
        others: words that say that somebody or something else does it.
    """

    abbreviations: frozenset[str]
    headings: tuple[tuple[str, re.Pattern[str]], ...]
    affirms: re.Pattern[str]
    denies: re.Pattern[str]
    denies_weakly: re.Pattern[str]
    free_of: re.Pattern[str]
    ends_before: re.Pattern[str]
    denies_after: re.Pattern[str]
    answered_away: re.Pattern[str]
    longest_question: int
    not_questions: re.Pattern[str]
    own_time: re.Pattern[str]
    affirms_after: re.Pattern[str]
    denied_lists: re.Pattern[str]
    ends_list: re.Pattern[str]
    wish: re.Pattern[str]
    optional: re.Pattern[str]
    rare: re.Pattern[str]
    others: re.Pattern[str]


@cache
def scope_words() -> ScopeWords:
    """Answer the patterns in force.

    Example:
        >>> bool(scope_words().affirms.search("geen moeite met vroeg opstaan"))
        True
    """
    raw = read_yaml("vacancy_scope.yaml")
    return ScopeWords(
        abbreviations=frozenset(raw["abbreviations"]["words"]),
        headings=tuple((section, any_of(raw["headings"][section]["words"])) for section in raw["heading_order"]),
        affirms=any_of(raw["affirms"]["words"]),
        denies=any_of(raw["denies"]["words"]),
        denies_weakly=any_of(raw["denies_weakly"]["words"]),
        free_of=any_of(raw["free_of"]["words"]),
        ends_before=any_of(raw["ends_before"]["words"]),
        denies_after=any_of(raw["denies_after"]["words"]),
        answered_away=any_of(raw["answered_away"]["words"]),
        longest_question=raw["answered_away"]["longest_question"],
        not_questions=any_of(raw["answered_away"]["not_questions"]),
        own_time=any_of(raw["own_time"]["words"]),
        affirms_after=any_of(raw["affirms_after"]["words"]),
        denied_lists=any_of(raw["denied_lists"]["words"]),
        ends_list=any_of(raw["ends_list"]["words"]),
        wish=any_of(raw["wish"]["words"]),
        optional=any_of(raw["optional"]["words"]),
        rare=any_of(raw["rare"]["words"]),
        others=any_of(raw["others"]["words"]),
    )
