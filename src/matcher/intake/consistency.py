"""Checks across fields: dates in order, a front page that does not contradict itself, no form twice."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from matcher.domain.case import BuildUpStep, CapacityForm, Case, Dates, Person
from matcher.intake.codes import is_occupation_id
from matcher.intake.tree import Path

Problem = tuple[Path, str]
_DAYS_A_WEEK = 7
_LISTS = ("isco:", "esco:", "nl:")
_CODES = "Gebruik isco: met vier cijfers (isco:4226), esco: met de uuid, of nl: met een naam (nl:thuishulp)."
_NO_CODE = f"dit is geen code van een beroep. {_CODES}"
_BARE_NUMBER = f"een los nummer kan van verschillende lijsten zijn. {_CODES}"


def contradictions(case: Case) -> list[Problem]:
    """Answer every contradiction between fields of one case, with its place.

    Args:
        case: a case whose single fields are right.

    Returns:
        The problems, in the order of the file's sections.
    """
    problems = [problem for position, form in enumerate(case.forms) for problem in _form(form, ("forms", position))]
    problems += _same_form_twice(case)
    problems += _person(case.person)
    problems += _occupations(case.person)
    problems += _confirmed_twice(case)
    problems += _confirmed_form(case)
    return problems


def _form(form: CapacityForm, path: Path) -> Iterator[Problem]:
    if form.usable_possibilities and form.no_possibilities_ground is not None:
        yield (
            (*path, "no_possibilities_ground"),
            "het voorblad zegt dat er benutbare mogelijkheden zijn én waarom niet. Kies één van de twee.",
        )
    seen: set[date] = set()
    for position, step in enumerate(form.build_up):
        here = (*path, "build_up", position)
        if step.from_date in seen:
            yield (*here, "from_date"), "deze datum staat al bij een andere stap. Geef elke stap een eigen datum."
        seen.add(step.from_date)
        if step.hours_per_day is None and step.hours_per_week is None:
            yield here, "deze stap noemt geen uren. Vul hours_per_day of hours_per_week in."
        elif _more_than_seven_days(step):
            yield (*here, "hours_per_week"), "de uren per week zijn meer dan zeven keer de uren per dag."


def _more_than_seven_days(step: BuildUpStep) -> bool:
    if step.hours_per_day is None or step.hours_per_week is None:
        return False
    return step.hours_per_week > step.hours_per_day * _DAYS_A_WEEK


def _same_form_twice(case: Case) -> Iterator[Problem]:
    seen: set[tuple[str, date]] = set()
    for position, form in enumerate(case.forms):
        if (form.kind, form.date) in seen:
            yield (
                ("forms", position, "date"),
                "er is al een formulier van deze soort met deze datum. Geef elk formulier één keer.",
            )
        seen.add((form.kind, form.date))


def _person(person: Person) -> Iterator[Problem]:
    for position, job in enumerate(person.experience):
        if job.from_year is not None and job.to_year is not None and job.to_year < job.from_year:
            yield ("person", "experience", position, "to_year"), "het eindjaar ligt vóór het beginjaar (from_year)."
    yield from _dates(person.dates)


def _occupations(person: Person) -> Iterator[Problem]:
    """Yield every code of an occupation that is no code; the value may be a name, so it is not repeated."""
    here: Path = ("person",)
    codes = [((*here, "experience", at, "occupation"), job.occupation) for at, job in enumerate(person.experience)]
    if person.old_job is not None:
        codes.append(((*here, "old_job", "occupation"), person.old_job.occupation))
    for path, code in codes:
        if code is not None and not is_occupation_id(code):
            yield path, _BARE_NUMBER if code.isdigit() else _NO_CODE
    expert = person.labour_expert
    titles = [((*here, "wishes", "occupations", at), title) for at, title in enumerate(person.wishes.occupations)]
    titles += [((*here, "labour_expert", "advised", at), title) for at, title in enumerate(expert.advised)]
    titles += [((*here, "labour_expert", "rejected", at), title) for at, title in enumerate(expert.rejected)]
    titles += [((*here, "exclusions", at, "what"), each.what) for at, each in enumerate(person.exclusions)]
    for path, title in titles:
        if title.isdigit():
            yield path, _BARE_NUMBER
        elif title.casefold().startswith(_LISTS) and not is_occupation_id(title):
            yield path, _NO_CODE


def _dates(dates: Dates) -> Iterator[Problem]:
    start = dates.first_sick_day
    later = (
        ("track_start", dates.track_start),
        ("first_year_evaluation", dates.first_year_evaluation),
        ("ww_start", dates.ww_start),
        ("aow_date", dates.aow_date),
    )
    for name, day in later:
        if start is not None and day is not None and day < start:
            yield ("person", "dates", name), "deze datum ligt vóór de eerste ziektedag (first_sick_day)."


def _confirmed_twice(case: Case) -> Iterator[Problem]:
    seen: Counter[tuple[str, date | None]] = Counter()
    for position, confirmation in enumerate(case.confirmations):
        same = (confirmation.what, confirmation.form_date)
        seen[same] += 1
        if seen[same] > 1:
            yield ("confirmations", position, "what"), "deze bevestiging staat er al. Geef elke bevestiging één keer."


def _confirmed_form(case: Case) -> Iterator[Problem]:
    """Yield every confirmation of an old form that names no form of the case: it may not hold for a later form."""
    dates = {form.date for form in case.forms}
    for position, confirmation in enumerate(case.confirmations):
        here: Path = ("confirmations", position)
        if confirmation.what != "form_age":
            if confirmation.form_date is not None:
                yield (*here, "form_date"), "dit veld hoort alleen bij form_age. Haal de datum weg."
        elif confirmation.form_date is None:
            yield (
                (*here, "form_date"),
                "deze bevestiging noemt geen formulier. Vul bij form_age de datum daarvan in (jaar-maand-dag).",
            )
        elif confirmation.form_date not in dates:
            yield (
                (*here, "form_date"),
                "er is geen formulier met deze datum. Kies de datum van een formulier in dit bestand.",
            )
