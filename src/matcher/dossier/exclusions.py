"""Work that stays out of the profile, with who ruled it out and why. For the coach's eyes."""

from dataclasses import dataclass
from enum import StrEnum

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.matching import Match
from matcher.reference.letters import spoken_title
from matcher.report.spoken import date_nl
from matcher.rulings import Rulings


class ExcludedBy(StrEnum):
    """Who ruled the work out."""

    LABOUR_EXPERT = "labour_expert"
    PERSON = "person"
    OWN_WORK = "own_work"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Work that stays out of the profile.

    Attributes:
        by: who ruled it out.
        title_nl: the work as it was named.
        occupation_id: the occupation that it was read as; None when it was not clear, then nothing was left out.
        reason_nl: why, in Dutch.
    """

    by: ExcludedBy
    title_nl: str
    occupation_id: str | None
    reason_nl: str


def exclusions(match: Match, case: Case, catalogue: Catalogue, ruled: Rulings) -> tuple[Exclusion, ...]:
    """Answer everything that was ruled out: by the labour expert (also by advice on places), the person, the own work.

    Args:
        match: what `match` answered.
        case: the case.
        catalogue: occupations.
        ruled: what people already ruled on in this case.
    """
    expert = case.person.labour_expert
    report = f"rapport van {date_nl(expert.report_date)}" if expert.report_date else "datum van het rapport onbekend"
    found = [
        Exclusion(
            ExcludedBy.LABOUR_EXPERT,
            _named(title, catalogue),
            ruled.links[f"person.labour_expert.rejected.{number}"],
            f"Afgewezen door de arbeidsdeskundige ({report}).",
        )
        for number, title in enumerate(expert.rejected)
    ]
    advice = ", ".join(dict.fromkeys(ruled.settings.values()))
    found += [
        Exclusion(
            ExcludedBy.LABOUR_EXPERT,
            each.title_nl,
            each.id,
            f"Advies van de arbeidsdeskundige ({report}), gelezen als: {advice}. Controleer dit.",
        )
        for each in (*match.shown, *match.later, *match.exceeding)
        if each.id in ruled.avoided and each.id not in ruled.rejected
    ]
    found += [
        Exclusion(
            ExcludedBy.PERSON,
            _named(each.what, catalogue),
            ruled.links[f"person.exclusions.{number}"],
            f"Bezwaar van de werknemer: {each.reason}",
        )
        for number, each in enumerate(case.person.exclusions)
    ]
    found += [
        Exclusion(
            ExcludedBy.OWN_WORK,
            own.title_nl,
            own.id,
            "Dit is de groep van het eigen werk. Ander werk in deze groep: vraag welke taak vervalt.",
        )
        for own in match.own_work
    ]
    return tuple(found)


def _named(title: str, catalogue: Catalogue) -> str:
    return spoken_title(catalogue.occupation(title).title_nl) if title in catalogue.index else title
