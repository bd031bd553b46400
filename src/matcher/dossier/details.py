"""The rest of the zoekprofiel as data: tasks, contracts, routes, adaptations, exclusions and the market check."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matcher.catalogue import Catalogue, Occupation
from matcher.domain.case import Case
from matcher.dossier.adaptations import AdaptationEffect, adaptation_effects
from matcher.dossier.contracts import ContractForm, contract_forms
from matcher.dossier.exclusions import Exclusion, exclusions
from matcher.dossier.ground import ground_of
from matcher.dossier.market import NO_COUNTS, MarketEvidence, VacancyCounts, market_nl
from matcher.dossier.routes import Route, routes
from matcher.dossier.sufficiency import SufficiencyTest, sufficiency_test
from matcher.matching import Match
from matcher.reference.letters import spoken_title
from matcher.rulings import rulings


@dataclass(frozen=True, slots=True)
class TaskKind:
    """One kind of task, and the kinds of work in which it is usual."""

    text_nl: str
    kinds_nl: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarketLine:
    """The market check of one occupation of the profile."""

    occupation_id: str
    title_nl: str
    evidence: MarketEvidence | None
    text_nl: str


@dataclass(frozen=True, slots=True)
class ProfileDetails:
    """Everything around the kinds of work of a zoekprofiel. For the coach's eyes.

    Attributes:
        case_id: the case's own mark.
        on: the day of matching.
        tasks: kinds of tasks over the chosen kinds of work, those of most kinds first.
        contracts: forms of contract, with whether they count in this stage.
        routes: ways towards a job, with whether they fit.
        adaptations: what one adaptation would change.
        exclusions: work that was ruled out, and why.
        market: the market check per occupation.
        sufficiency: the 3 x 3 test.
    """

    case_id: str
    on: date
    tasks: tuple[TaskKind, ...]
    contracts: tuple[ContractForm, ...]
    routes: tuple[Route, ...]
    adaptations: tuple[AdaptationEffect, ...]
    exclusions: tuple[Exclusion, ...]
    market: tuple[MarketLine, ...]
    sufficiency: SufficiencyTest


def enrich(
    match: Match,
    case: Case,
    catalogue: Catalogue,
    on: date,
    counts: VacancyCounts = NO_COUNTS,
    kinds: Sequence[str] | None = None,
) -> ProfileDetails:
    """Answer the rest of the zoekprofiel of a case.

    Args:
        match: what `match` answered for this case on this day.
        case: the case.
        catalogue: occupations.
        on: the day of matching.
        counts: an index of vacancies; without one every occupation says that it was not checked.
        kinds: occupations of the profile after the coach's hand; those of the engine when not given.

    Returns:
        Details; a profile without kinds of work has no tasks, no market lines and an insufficient test.
    """
    codes = [kind.occupation.id for kind in match.zoekprofiel.kinds] if kinds is None else kinds
    work = [catalogue.occupation(code) for code in codes]
    lines = tuple(_line(occupation, case, on, counts) for occupation in work)
    evidence = tuple(line.evidence for line in lines if line.evidence is not None)
    no_work = match.profile.form_date is None or not work
    ruled = rulings(case, catalogue)
    return ProfileDetails(
        case_id=match.case_id,
        on=on,
        tasks=kinds_of_tasks(work),
        contracts=contract_forms(match.stage.stage.code, on),
        routes=routes(match),
        adaptations=() if no_work else adaptation_effects(ground_of(match, case, catalogue, ruled)),
        exclusions=exclusions(match, case, catalogue, ruled),
        market=lines,
        sufficiency=sufficiency_test(codes, evidence, catalogue, on),
    )


def kinds_of_tasks(work: Sequence[Occupation]) -> tuple[TaskKind, ...]:
    """Answer the kinds of tasks over several kinds of work, those of most kinds first.

    Args:
        work: the occupations of a profile.

    Example:
        >>> kinds_of_tasks(())
        ()
    """
    found: dict[str, list[str]] = {}
    for occupation in work:
        for task in dict.fromkeys(occupation.tasks_nl):
            found.setdefault(task, []).append(occupation.kind_nl)
    tasks = [TaskKind(text, tuple(names)) for text, names in found.items()]
    return tuple(sorted(tasks, key=lambda task: -len(task.kinds_nl)))


def _line(occupation: Occupation, case: Case, on: date, counts: VacancyCounts) -> MarketLine:
    evidence = counts.count(occupation.id, case.person.region, on)
    return MarketLine(occupation.id, spoken_title(occupation.title_nl), evidence, market_nl(evidence, on))
