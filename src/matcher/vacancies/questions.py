"""The open questions for an employer about one vacancy: the same for everybody, whoever asks (decision 11)."""

from collections.abc import Collection
from datetime import date
from functools import lru_cache

from matcher.catalogue import Catalogue
from matcher.domain.vacancy import Vacancy
from matcher.vacancies.demands import HOURS_CHANNELS, stated_demands
from matcher.vacancies.occupation import occupation_row
from matcher.vacancies.rules import vacancy_rules
from matcher.zoekprofiel import employer_questions, notable_channels


def questions_for(
    vacancy: Vacancy, catalogue: Catalogue, on: date, stated: Collection[str] | None = None
) -> tuple[str, ...]:
    """Answer what to ask an employer about a vacancy.

    The questions come from the fixed list, and from the vacancy and its occupation only: what is notable in the work
    and not told yet. Nothing of a person goes in, so no question can reveal a limit.

    Args:
        vacancy: as understood.
        catalogue: occupations.
        on: the day, for the rules in force.
        stated: channels of which the vacancy says something, where that is known already.
    """
    rules = vacancy_rules(on)
    row = occupation_row(catalogue, vacancy.occupation_id)
    notable = (
        _notable(catalogue, catalogue.occupations[row].id)
        if row is not None
        else tuple(rules["questions_without_occupation"])
    )
    told = set(stated_demands(vacancy) if stated is None else stated) | set(
        HOURS_CHANNELS if vacancy.hours is not None else ()
    )
    hours = () if vacancy.hours is not None else (HOURS_CHANNELS[1],)
    asked = tuple(code for code in (*hours, *notable) if code not in told)
    return _asked(asked)[: int(rules["questions_most"])]


@lru_cache(maxsize=10_000)
def _asked(codes: tuple[str, ...]) -> tuple[str, ...]:
    return employer_questions(codes)


@lru_cache(maxsize=1024)
def _notable(catalogue: Catalogue, occupation_id: str) -> tuple[str, ...]:
    return notable_channels(catalogue, occupation_id)
