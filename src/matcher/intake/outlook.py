"""The doctor's expectation and build-up schedule, as notices with dates. Not limits by themselves."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from matcher.domain.capacity import FormNotice
from matcher.domain.case import BuildUpStep, CapacityForm, Outlook, Prognosis
from matcher.intake.leading import notice
from matcher.reference.dates import date_in_words
from matcher.reference.form_rules import form_rules

_OUTLOOK_NL = {
    Outlook.IMPROVING: "het wordt beter",
    Outlook.STABLE: "het blijft zoals het is",
    Outlook.WORSENING: "het wordt minder",
}


def outlook_notices(form: CapacityForm, on: date) -> Iterator[FormNotice]:
    """Yield what the doctor expects and where the build-up schedule stands on a day.

    Args:
        form: the leading form.
        on: the day of comparing.
    """
    if form.prognosis is not None:
        yield from _prognosis(form.prognosis, on)
    now = current_step(form, on)
    if now is not None:
        yield notice("build_up_now", date=date_in_words(now.from_date), hours=_hours(now))
        if _is_little(now):
            yield notice("build_up_marginal", hours=_hours(now))
    after = min((step for step in form.build_up if step.from_date > on), key=_start, default=None)
    if after is not None:
        yield notice("build_up_next", date=date_in_words(after.from_date), hours=_hours(after))


def current_step(form: CapacityForm, on: date) -> BuildUpStep | None:
    """Answer the step of the build-up schedule that holds on a day, or None.

    Args:
        form: the form.
        on: the day.
    """
    return max((step for step in form.build_up if step.from_date <= on), key=_start, default=None)


def _prognosis(prognosis: Prognosis, on: date) -> Iterator[FormNotice]:
    if prognosis.text is not None:
        yield notice("prognosis_words", words=prognosis.text)
    elif prognosis.outlook in _OUTLOOK_NL:
        yield notice("prognosis", outlook=_OUTLOOK_NL[prognosis.outlook])
    if prognosis.withheld is not None:
        yield notice("prognosis_withheld")
    if prognosis.review_date is not None:
        passed = prognosis.review_date < on
        yield notice("review_date_passed" if passed else "review_date", date=date_in_words(prognosis.review_date))


def _start(step: BuildUpStep) -> date:
    return step.from_date


def _is_little(step: BuildUpStep) -> bool:
    rules = form_rules()
    return (step.hours_per_week is not None and step.hours_per_week <= rules.hours_per_week) or (
        step.hours_per_day is not None and step.hours_per_day <= rules.hours_per_day
    )


def _hours(step: BuildUpStep) -> str:
    parts = []
    if step.hours_per_day is not None:
        parts.append(f"{_plain(step.hours_per_day)} uur per dag")
    if step.hours_per_week is not None:
        parts.append(f"{_plain(step.hours_per_week)} uur per week")
    return " en ".join(parts) or "geen uren genoemd"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")
