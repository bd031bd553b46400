"""Everything that loads or compiles when it is first used, used once: before a worker says that it is ready.

Who asks first would wait for it, and the memory of a worker would grow for as long as something was never asked.
"""

from datetime import date
from importlib.resources import files

from matcher import Case, Catalogue, FileUnreadable, load_catalogue, match, read_case_text
from matcher.domain.vacancy import VacancyRecord
from matcher.language import expect_many_titles
from matcher.prose import Audience, compose_text, explain, explanation_json
from matcher.vacancies import Index, memory_index, prepare, vacancies_json
from matcher.vacancy_text import understand
from matcher_service.indexes import Indexes

_DAY = date(2026, 10, 12)
_EXAMPLE = "thuishulp.yaml"
_VACANCY = VacancyRecord("voorbeeld", "Receptionist", "U werkt 24 uur per week.", place="Zwolle")


def warm_up(catalogue: Catalogue, indexes: Indexes | None) -> None:
    """Run the shipped, invented example through what the routes use.

    Args:
        catalogue: the occupations.
        indexes: the indexes of the bureaus, of which the largest is passed over; None where somebody only tries the
            service, who would rather start at once than wait for what many requests need.
    """
    case = read_case_text(files("matcher.examples").joinpath(_EXAMPLE).read_text(encoding="utf-8")).case
    result = match(case, _DAY, catalogue)
    if indexes is None:
        return
    load_catalogue(level="all")
    expect_many_titles()
    compose_text(result, case, Audience.WORKER)
    explanation_json(explain(result, case, Audience.WORKER))
    _rank(case, memory_index([understand(_VACANCY, catalogue)], _DAY, catalogue))
    try:
        largest = indexes.largest()
    except FileUnreadable:
        return  # who asks for it is told
    if largest is not None:
        _rank(case, largest)


def _rank(case: Case, index: Index) -> None:
    prepared = prepare(case, _DAY, index.catalogue)
    for closed in (False, True):
        vacancies_json(prepared.rank(index, closed=closed), explained=True)
