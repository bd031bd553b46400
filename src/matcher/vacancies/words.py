"""The Dutch words for why a vacancy is closed and what a coach must know. None of them holds a figure of the form."""

from datetime import date
from typing import Any

from matcher.domain.vacancy import HoursPerWeek, Vacancy
from matcher.places import Journey
from matcher.ranking import reasons_nl
from matcher.reference.channels import channels
from matcher.reference.letters import upper_first
from matcher.report.spoken import number_nl
from matcher.vacancies.demands import HOURS_CHANNELS
from matcher.vacancies.model import Closer
from matcher.vacancies.requirements import is_open, requirements_of
from matcher.vacancies.rules import vacancy_rules
from matcher.vacancies.seeker import Seeker


def closer_nl(
    on: date, limit: str, *, stated: bool, hours: Any = None, minutes: int | None = None, low: int | None = None
) -> Closer:
    """Answer one reason why a vacancy is closed.

    Args:
        on: the day of matching.
        limit: channel code, or one of `LIMITS`.
        stated: whether the vacancy states it itself.
        hours: hours a week that the vacancy states, for the hours channels.
        minutes: estimated travel time, for `travel`.
        low: shortest estimate, for `travel`.
    """
    words = vacancy_rules(on)["closed_nl"]
    if limit not in channels():
        return Closer(limit, words[limit].format(minutes=minutes, low=low), stated)
    label = upper_first(channels()[limit].label_nl)
    if limit in HOURS_CHANNELS and hours is not None:
        return Closer(limit, words["hours"].format(label=label, hours=number_nl(hours.value.least)), stated)
    return Closer(limit, words["channel_stated" if stated else "channel_profile"].format(label=label), stated)


def limit_nl(on: date, limit: str) -> str:
    """Answer the name of a limit in a sentence such as "zonder de grens voor tillen".

    Args:
        on: the day of matching.
        limit: channel code, or one of `LIMITS`.
    """
    if limit in channels():
        return f"de grens voor {channels()[limit].label_nl}"
    return str(vacancy_rules(on)["limits_nl"][limit])


def notes_nl(
    seeker: Seeker, vacancy: Vacancy, row: int | None, trip: Journey | None, *, barred: bool
) -> tuple[str, ...]:
    """Answer what the coach must know or ask about a vacancy beside the findings.

    Args:
        seeker: the person.
        vacancy: as understood.
        row: row of its occupation, or None.
        trip: distance and travel time, or None.
        barred: whether the occupation usually asks an own direction or skills that the person does not have.
    """
    words = vacancy_rules(seeker.on)["notes_nl"]
    asked = [each for each in requirements_of(vacancy) if is_open(each, seeker.case, seeker.on)]
    return (
        *_travel(seeker, trip, words),
        *_occupation(seeker, vacancy, row, words, barred=barred),
        *(words[each.kind].format(what=each.name) for each in asked),
        *_terms(vacancy, words),
    )


def _travel(seeker: Seeker, trip: Journey | None, words: dict[str, str]) -> list[str]:
    if seeker.reach.start is None:
        return [words["no_region"]]
    if trip is None:
        return [words["no_place"]]
    if trip.minutes_high * 2 > seeker.reach.minutes_per_day:
        return [words["maybe_far"].format(low=trip.minutes_low, high=trip.minutes_high)]
    return []


def _occupation(seeker: Seeker, vacancy: Vacancy, row: int | None, words: dict[str, str], *, barred: bool) -> list[str]:
    if row is None:
        return [words["no_occupation"]]
    story, entry = seeker.story, seeker.catalogue.occupations[row]
    found = []
    if entry.id in story.facts.own_work:
        found.append(words["own_work"])
    elif story.ranking.alike_own[row]:
        found.append(words["alike_own"])
    if entry.id in story.rulings.rejected:
        found.append(words["rejected"])
    if barred:
        law = (
            set(reasons_nl(story.ranking.entry, row, entry.id, entry.isco08)[:1])
            if story.ranking.entry.by_law[row]
            else set()
        )
        found += [
            words["barred"].format(why=why)
            for why in reasons_nl(story.ranking.entry, row, entry.id, entry.isco08)
            if why not in law
        ]
    level = story.facts.level
    if vacancy.education_level is None and level is not None and entry.education_level > level:
        found.append(words["level_higher"])
    return found


def _terms(vacancy: Vacancy, words: dict[str, str]) -> list[str]:
    found = []
    if vacancy.hours is not None and vacancy.hours.value.least != vacancy.hours.value.most:
        hours: HoursPerWeek = vacancy.hours.value
        found.append(words["hours_range"].format(least=number_nl(hours.least), most=number_nl(hours.most)))
    if vacancy.experience_years is not None and vacancy.experience_years.value > 0:
        found.append(words["experience"].format(years=number_nl(vacancy.experience_years.value)))
    asked = {name for name, pattern in vacancy.patterns if pattern.value}
    found += [words[name] for name in ("on_call", "shifts", "weekend") if name in asked]
    return found
