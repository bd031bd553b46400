"""From a record to a vacancy: every reader in turn, each with the words it rests on."""

from functools import lru_cache

from matcher.catalogue import Catalogue
from matcher.domain.vacancy import Vacancy, VacancyRecord
from matcher.language import link_title
from matcher.vacancy_text.agreement import agreed
from matcher.vacancy_text.credentials import certificates, languages, licences
from matcher.vacancy_text.demands import (
    demands,
    doubtful,
    eased,
    sayings,
    with_full_week,
    without_choices,
    without_hints,
)
from matcher.vacancy_text.education import education_direction, education_level, experience_years
from matcher.vacancy_text.hours import hours
from matcher.vacancy_text.passage import TITLE, passage
from matcher.vacancy_text.place import place_of
from matcher.vacancy_text.terms import contract, home_working, patterns, start
from matcher.vacancy_text.wage import wage

_LONGEST_TEXT = 50_000
_READ = frozenset(("hours", "salary", "education", "contract", "experience", "licences", "languages", "start"))


def understand(record: VacancyRecord, catalogue: Catalogue | None = None) -> Vacancy:
    """Answer what a vacancy says, every fact with its words; what it does not say stays unknown.

    Args:
        record: the vacancy as a feed gave it. Of a text longer than 50,000 signs the rest is not read.
        catalogue: occupations; an occupation that it does not hold is brought back to its unit group, or left out.

    Returns:
        The vacancy. Demands have shares of 0 (goes beyond this level), 100 (stays within) or None (not said).

    Example:
        >>> record = VacancyRecord("1", "Magazijnmedewerker", "Je tilt tot 20 kg. Geen nachtdiensten. 32 uur per week.")
        >>> vacancy = understand(record)
        >>> vacancy.demands[0].value.within_pct, vacancy.demands[0].evidence.quote
        ((0, 0, 0, 0), 'tilt tot 20 kg')
    """
    text = passage("text", record.text[:_LONGEST_TEXT])
    title = passage(TITLE, record.title)
    fields = [passage(name, value) for name, value in record.fields if name in _READ and value.strip()]
    parts = (*fields, title, text)
    phrases = without_choices((*sayings(title), *sayings(text)))
    said, in_doubt, perhaps = agreed(phrases, (title, text))
    said = without_hints(said)
    not_asked = eased(said, in_doubt)
    week = hours(parts)
    level = education_level(parts)
    occupation, probability = _occupation(record.title, catalogue)
    stated = with_full_week(demands(said, in_doubt), week, not_asked)
    return Vacancy(
        record=record,
        occupation_id=occupation,
        occupation_probability=probability,
        hours=week,
        wage=wage(parts, week.value if week else None, record.published),
        patterns=patterns(said),
        education_level=level,
        education_direction=education_direction(parts, level),
        experience_years=experience_years(parts),
        licences=licences(parts),
        certificates=certificates(parts),
        languages=languages(parts),
        contract=contract(parts),
        start=start(parts),
        home_working=home_working(parts),
        place=place_of(record.place, text),
        demands=stated,
        eased=not_asked,
        in_doubt=doubtful((*phrases, *perhaps), stated),
    )


def _occupation(title: str, catalogue: Catalogue | None) -> tuple[str | None, float]:
    occupation, group, probability = _link(title)
    if catalogue is None or occupation is None or occupation in catalogue.index:
        return occupation, probability
    return (group, probability) if group in catalogue.index else (None, 0.0)


@lru_cache(maxsize=50_000)
def _link(title: str) -> tuple[str | None, str, float]:
    link = link_title(title, 1)
    if not link.sure:
        return None, "", 0.0
    best = link.matches[0]
    return best.occupation_id, f"isco:{best.isco08}", best.probability
