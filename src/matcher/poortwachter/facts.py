"""The dates that a case holds, on one day, with those that cannot be right left out and reported."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from matcher.domain.case import CapacityForm, Case
from matcher.poortwachter.model import Notice
from matcher.poortwachter.notices import notice
from matcher.poortwachter.rules import rulebook


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known on one day.

    Attributes:
        on: the day.
        first_sick_day: day 1 of week 1.
        aow: start of the AOW.
        done: per kind of moment every recorded day, in order; planned days lie after `on`.
        forms: capacity forms of this sickness up to and including `on`, oldest first.
        marginal: the coach confirmed marginal capacity.
        capacity_arose_on: as recorded, when not after `on`.
        return_expected_on: agreed day of structural return.
        aow_agreement_on: written agreement to leave out the second track.
        contract_end: last day of the contract.
    """

    on: date
    first_sick_day: date | None
    aow: date | None
    done: Mapping[str, tuple[date, ...]]
    forms: tuple[CapacityForm, ...]
    marginal: bool
    capacity_arose_on: date | None
    return_expected_on: date | None
    aow_agreement_on: date | None
    contract_end: date | None

    def first_done(self, kind: str | None, *, since: date | None = None) -> date | None:
        """Answer the first recorded day of a kind of moment, if given on or after a day."""
        days = self.done.get(kind, ()) if kind else ()
        return next((day for day in days if since is None or day >= since), None)

    @property
    def newest_form(self) -> CapacityForm | None:
        """Answer the newest form up to the day."""
        return self.forms[-1] if self.forms else None


def read_facts(case: Case, on: date) -> tuple[Facts, tuple[Notice, ...]]:
    """Answer the usable dates of a case, and a notice for every date that cannot be right.

    Args:
        case: the case.
        on: the day for which the calendar is made.
    """
    first, bad_first = _plausible_first_day(case)
    checked: dict[str, tuple[date, ...]] = {}
    notices = list(bad_first)
    for kind, field, days in _dated_fields(case):
        good = []
        for day in days:
            problem = _problem(day, first)
            if problem is None:
                good.append(day)
            else:
                notices.append(notice("implausible_date", field=field, problem=problem))
        checked[kind] = tuple(sorted(set(good)))
    usable = (form for form in case.forms if form.date <= on and _problem(form.date, first) is None)
    forms = tuple(sorted(usable, key=lambda form: form.date))
    checked["capacity_form"] = tuple(form.date for form in forms)
    arose = _one(checked["capacity_arose_on"])
    facts = Facts(
        on=on,
        first_sick_day=first,
        aow=_one(checked["aow_date"]),
        done=checked,
        forms=forms,
        marginal=any(confirmation.what == "marginal_capacity" for confirmation in case.confirmations),
        capacity_arose_on=arose if arose is not None and arose <= on else None,
        return_expected_on=_one(checked["return_expected_on"]),
        aow_agreement_on=_one(checked["aow_agreement_on"]),
        contract_end=_one(checked["contract_end"]),
    )
    return facts, tuple(notices)


def _one(days: tuple[date, ...]) -> date | None:
    return days[0] if days else None


def _plausible_first_day(case: Case) -> tuple[date | None, tuple[Notice, ...]]:
    first = case.person.dates.first_sick_day
    if first is None:
        return None, (notice("missing_first_sick_day"),)
    problem = _problem(first, None)
    if problem is None:
        return first, ()
    bad = notice("implausible_date", field="person.dates.first_sick_day", problem=problem)
    return None, (bad, notice("missing_first_sick_day"))


def _problem(day: date, first: date | None) -> str | None:
    limits = rulebook().plausible_dates
    if not limits.first <= day <= limits.last:
        return f"niet tussen {limits.first.year} en {limits.last.year}"
    if first is not None and day < first:
        return "voor de eerste ziektedag"
    return None


def _dated_fields(case: Case) -> Iterator[tuple[str, str, tuple[date, ...]]]:
    """Answer per date: the name that the rules use, its place in the case file, and the days."""
    dates = case.person.dates
    study = case.person.labour_expert.report_date
    yield "first_year_evaluation", "person.dates.first_year_evaluation", _as_days(dates.first_year_evaluation)
    yield "second_track_start", "person.dates.track_start", _as_days(dates.track_start)
    yield "aow_date", "person.dates.aow_date", _as_days(dates.aow_date)
    yield "labour_expert_study", "person.labour_expert.report_date", _as_days(study)
    for name in type(case.milestones).model_fields:
        yield name, f"milestones.{name}", _as_days(getattr(case.milestones, name))


def _as_days(value: date | tuple[date, ...] | None) -> tuple[date, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)
