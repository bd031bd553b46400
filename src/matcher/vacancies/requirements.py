"""What a vacancy asks to have: licences, certificates and languages. What the case does not name is not held."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.domain.case import Case
from matcher.domain.vacancy import LANGUAGE_CHOICE, Vacancy
from matcher.ranking.entry import has_certificate, held_licences
from matcher.vacancies.rules import vacancy_rules

_DUTCH = "nederlands"


@dataclass(frozen=True, slots=True, order=True)
class Requirement:
    """One thing that a vacancy asks to have.

    Attributes:
        kind: `licence`, `certificate` or `language`.
        name: as the vacancy's understanding names it.
    """

    kind: str
    name: str


def requirements_of(vacancy: Vacancy) -> tuple[Requirement, ...]:
    """Answer what a vacancy asks to have, in a fixed order.

    Args:
        vacancy: as understood.
    """
    named = (
        *(Requirement("licence", stated.value) for stated in vacancy.licences),
        *(Requirement("certificate", stated.value) for stated in vacancy.certificates),
        *(Requirement("language", stated.value) for stated in vacancy.languages),
    )
    return tuple(sorted(set(named)))


def closes(requirement: Requirement, case: Case, on: date) -> bool:
    """Answer whether a requirement closes a vacancy for a person.

    A licence that is not held closes, and so does a register or diploma that no short course gives. A language closes
    only when the case says that the person does not speak it; a language that the case does not name is a question.

    Args:
        requirement: what is asked.
        case: the case.
        on: the day of matching.
    """
    rules = vacancy_rules(on)
    if requirement.kind == "licence":
        held = held_licences(case)
        return not held & {requirement.name.lower(), *_alike(rules["licence_held_by"], requirement.name)}
    if requirement.kind == "certificate":
        words = _alike(rules["certificates_that_close"], requirement.name)
        return bool(words) and not has_certificate(case, words)
    return all(_spoken(case, language) == "none" for language in requirement.name.split(LANGUAGE_CHOICE))


def is_open(requirement: Requirement, case: Case, on: date) -> bool:
    """Answer whether a requirement is a point to look at: it closes nothing, and the case does not show that it is met.

    Args:
        requirement: what is asked.
        case: the case.
        on: the day of matching.
    """
    if closes(requirement, case, on) or requirement.kind == "licence":
        return False
    if requirement.kind == "certificate":
        return not has_certificate(case, [requirement.name.lower()])
    asked = {language.lower() for language in requirement.name.split(LANGUAGE_CHOICE)}
    known = any(skill.language.lower() in asked for skill in case.person.languages)
    return not known and _DUTCH not in asked


def _alike(table: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return next((tuple(words) for key, words in table.items() if key.lower() == name.lower()), ())


def _spoken(case: Case, language: str) -> str | None:
    known = [skill for skill in case.person.languages if skill.language.lower() == language.lower()]
    return known[0].spoken if known else None
