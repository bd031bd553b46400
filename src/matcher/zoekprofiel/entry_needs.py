"""What work still asks before entry and the case does not show: papers, licences, computer skill."""

from collections.abc import Iterator, Mapping
from typing import Any

from matcher.catalogue import Catalogue, Occupation
from matcher.domain.case import Case
from matcher.domain.zoekprofiel import EntryNeed, RankedOccupation
from matcher.ranking import PersonFacts, has_certificate, held_licences
from matcher.reference.tables import read_yaml


def entry_needs(
    occupation: RankedOccupation, case: Case, facts: PersonFacts, catalogue: Catalogue
) -> tuple[EntryNeed, ...]:
    """Answer what is still needed before entry; empty when the case shows it, or when nothing is asked.

    Args:
        occupation: the ranked occupation.
        case: certificates, licences and finished education.
        facts: linked work; work of the same requirement is evidence, unless it is asked anew for every job.
        catalogue: occupations with their requirement.
    """
    return tuple(_needs(occupation, case, facts, catalogue))


def needed_by_law(occupation: Occupation) -> EntryNeed | None:
    """Answer what the law asks before entry into an occupation, whatever a case shows; None when no list names it.

    Args:
        occupation: the occupation as the catalogue has it.
    """
    rule = read_yaml("entry_needs.yaml")["codes"].get(occupation.legal_requirement)
    return None if rule is None else EntryNeed(occupation.legal_requirement, rule["nl"], rule["en"], by_law=True)


def _needs(occupation: RankedOccupation, case: Case, facts: PersonFacts, catalogue: Catalogue) -> Iterator[EntryNeed]:
    table, entry = read_yaml("entry_needs.yaml"), catalogue.occupation(occupation.id)
    rule = table["codes"].get(entry.legal_requirement)
    if rule is not None and not _shown(case, rule):
        done = [catalogue.occupation(held.occupation_id) for held in facts.held if held.occupation_id and held.sure]
        before = any(work.legal_requirement == entry.legal_requirement for work in done)
        if rule.get("per_job") or not before:
            yield EntryNeed(entry.legal_requirement, rule["nl"], rule["en"], by_law=True)
        beside = rule.get("also")
        if beside is not None and not _shown(case, beside):
            yield EntryNeed(beside["code"], beside["nl"], beside["en"], by_law=False)
    asked = table["groups"].get(entry.isco08)
    if (
        asked is not None
        and not _shown(case, asked)
        and not (asked.get("work_shows") and _done(facts, entry, catalogue))
    ):
        yield EntryNeed(asked["code"], asked["nl"], asked["en"], by_law=False)
    if any(part.part == "digital" and part.level == "short" for part in occupation.contributions):
        yield EntryNeed(table["computer"]["code"], table["computer"]["nl"], table["computer"]["en"], by_law=False)


def _done(facts: PersonFacts, entry: Occupation, catalogue: Catalogue) -> bool:
    """Answer whether the person surely did work of the same unit group before."""
    done = [catalogue.occupation(held.occupation_id) for held in facts.held if held.occupation_id and held.sure]
    return any(work.isco08 == entry.isco08 for work in done)


def _shown(case: Case, rule: Mapping[str, Any]) -> bool:
    """Answer whether a certificate, a finished education or a licence of the case names it."""
    starts = tuple(word.rstrip("*") for word in rule["words"])
    named = bool(starts) and any(licence.startswith(starts) for licence in held_licences(case))
    return named or has_certificate(case, rule["words"])
