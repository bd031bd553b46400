"""The 3 x 3 test: three clearly different kinds of work, each with three open vacancies in reach."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from matcher.catalogue import Catalogue
from matcher.domain.citation import Citation
from matcher.dossier.market import MarketEvidence, is_fresh
from matcher.dossier.rules import cite, rules_on
from matcher.ranking.weights import weights_on

_RULES = "dossier_market.yaml"


class Sufficiency(StrEnum):
    """What the 3 x 3 test answers."""

    SUFFICIENT = "sufficient"
    KINDS_SHORT = "kinds_short"
    VACANCIES_SHORT = "vacancies_short"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class SufficiencyTest:
    """The outcome of the 3 x 3 test.

    Attributes:
        outcome: what came out.
        kinds_found: clearly different kinds of work.
        kinds_with_vacancies: kinds with enough open vacancies, by a fresh count.
        kinds_not_checked: kinds without a fresh count.
        text_nl: the outcome in one Dutch sentence.
        citation: where the test comes from.
    """

    outcome: Sufficiency
    kinds_found: int
    kinds_with_vacancies: int
    kinds_not_checked: int
    text_nl: str
    citation: Citation


def sufficiency_test(
    occupation_ids: Sequence[str], evidence: Sequence[MarketEvidence], catalogue: Catalogue, on: date
) -> SufficiencyTest:
    """Answer whether a zoekprofiel is broad enough.

    Two occupations are one kind when the first digits of their code agree; then the best count of the kind holds.

    Args:
        occupation_ids: the occupations of the profile.
        evidence: known counts; an old count is no count.
        catalogue: occupations.
        on: the day of matching.

    Returns:
        "Not enough kinds" comes first; counts that fail only count as a failure when enough kinds were checked to know.
    """
    rules = rules_on(_RULES, on)
    needed, wanted = int(rules["sufficiency"]["kinds"]), int(rules["sufficiency"]["vacancies"])
    digits = int(weights_on(on)["kinds"]["distinct_digits"])
    fresh = {e.occupation_id: e.count for e in evidence if is_fresh(e, on)}
    best: dict[str, int | None] = {}
    for code in occupation_ids:
        kind = catalogue.occupation(code).isco08[:digits]
        counts = [count for count in (best.get(kind), fresh.get(code)) if count is not None]
        best[kind] = max(counts) if counts else None
    enough = sum(1 for count in best.values() if count is not None and count >= wanted)
    unchecked = sum(1 for count in best.values() if count is None)
    outcome = _outcome(len(best), enough, unchecked, needed)
    found = len(best) if outcome is Sufficiency.KINDS_SHORT else enough
    text = rules["results"][outcome].format(kinds=needed, vacancies=wanted, found=found, missing=unchecked)
    return SufficiencyTest(outcome, len(best), enough, unchecked, text, cite(rules["sufficiency"]["citation"]))


def _outcome(kinds: int, enough: int, unchecked: int, needed: int) -> Sufficiency:
    if kinds < needed:
        return Sufficiency.KINDS_SHORT
    if enough >= needed:
        return Sufficiency.SUFFICIENT
    # Kinds without a count might still bring it to three: then nobody knows yet.
    return Sufficiency.NOT_CHECKED if enough + unchecked >= needed else Sufficiency.VACANCIES_SHORT
