"""The doctor's expectation and build-up schedule, as notices with dates. Not limits by themselves."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from matcher.domain.capacity import Capacity, CapacityStatus, FormNotice
from matcher.domain.case import BuildUpStep, CapacityForm, Outlook, Prognosis
from matcher.intake.leading import notice
from matcher.intake.word_figures import HOURS, below_norm, stricter_than_scored
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
    if form.valid_until is not None:
        yield notice("form_ended" if has_ended(form, on) else "form_ends", **_end(form))
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


def has_ended(form: CapacityForm, on: date) -> bool:
    """Answer whether the doctor let a form end before a day; False when the form names no last day.

    Args:
        form: the form.
        on: the day.
    """
    return form.valid_until is not None and form.valid_until < on


def ask_whether_it_still_holds(form: CapacityForm) -> str:
    """Answer the question about a form that its doctor let end.

    Args:
        form: a form with a last day.
    """
    return notice("ask_form_ended", **_end(form)).text_nl


def hours_left_by_step(form: CapacityForm, known: Mapping[str, Capacity], on: date) -> tuple[str, ...]:
    """Answer on which hours items the build-up step of a day leaves less than is scored; none without such a step.

    Hours that nobody scored are no answer here: they are an open point already.

    Args:
        form: the form with its schedule.
        known: the capacity per channel.
        on: the day.
    """
    step = current_step(form, on)
    if step is None:
        return ()
    left = {"VI.2": step.hours_per_day, "VI.3": step.hours_per_week}
    return tuple(code for code in HOURS if (hours := left[code]) is not None and _is_less(known[code], hours))


def ask_hours_of_step(form: CapacityForm, on: date) -> str:
    """Answer the question about the hours of the build-up step that holds on a day.

    Args:
        form: a form with a step that holds on that day.
        on: the day.
    """
    step = current_step(form, on)
    parts = {} if step is None else {"date": date_in_words(step.from_date), "hours": _hours(step)}
    return notice("ask_build_up", **parts).text_nl


def _is_less(scored: Capacity, hours: Decimal) -> bool:
    if scored.status is CapacityStatus.LIMITED:
        return scored.level is None or stricter_than_scored(scored, hours)
    return scored.is_known and below_norm(scored.channel, hours)


def _end(form: CapacityForm) -> dict[str, str]:
    day = "" if form.valid_until is None else date_in_words(form.valid_until)
    return {"kind": form.kind.value, "date": date_in_words(form.date), "until": day}


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
