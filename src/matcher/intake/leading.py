"""Which form leads on a day, and what its age and front page mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from matcher.domain.capacity import FormNotice
from matcher.domain.case import CapacityForm, Case, FormKind
from matcher.errors import FormRefused
from matcher.reference.form_rules import form_rules

_DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Leading:
    """The form that leads, with notices about the others."""

    form: CapacityForm | None
    notices: tuple[FormNotice, ...]


def notice(code: str, **parts: object) -> FormNotice:
    """Answer a notice from the sentences in the reference data.

    Example:
        >>> notice("no_form").text_nl
        'Er is nog geen formulier over de belastbaarheid. Alles is onbekend.'
    """
    sentence = form_rules().sentences[code]
    return FormNotice(code, sentence.text_nl.format(**parts), sentence.source)


def leading_form(case: Case, on: date) -> Leading:
    """Answer the newest form that is drawn up and valid on a day; an FML goes first when the dates are equal.

    Args:
        case: the case.
        on: the day of comparing.
    """
    if not case.forms:
        return Leading(None, (notice("no_form"),))
    usable = [form for form in case.forms if form.date <= on and (form.valid_from or form.date) <= on]
    later = tuple(
        notice("form_not_yet_valid", date=dutch(form.date), kind=form.kind, valid_from=dutch(_valid_from(form)))
        for form in case.forms
        if form not in usable
    )
    if not usable:
        return Leading(None, (notice("no_form_yet", on=dutch(on)), *later))
    newest = max(usable, key=lambda form: (form.date, form.kind is FormKind.FML))
    older = tuple(
        notice("older_form_unused", kind=form.kind, date=dutch(form.date)) for form in usable if form is not newest
    )
    return Leading(newest, (*older, *later))


def age_notices(form: CapacityForm, case: Case, on: date) -> Iterator[FormNotice]:
    """Yield what the age of a form asks; a form that is too old is refused unless the coach confirmed it.

    Args:
        form: the leading form.
        case: the case, for its confirmations.
        on: the day of comparing.

    Raises:
        FormRefused: the form is older than the limit and there is no confirmation `form_age`.
    """
    rules, days = form_rules(), (on - form.date).days
    parts = {"date": dutch(form.date), "weeks": weeks_between(form.date, on)}
    if days > rules.refuse_after_days:
        if not confirmed(case, "form_age"):
            raise FormRefused(notice("form_age_refused", **parts).text_nl)
        yield notice("form_age_confirmed", **parts)
    elif days > rules.warn_after_days:
        yield notice("form_age_warning", **parts)


def weeks_between(start: date, end: date) -> int:
    """Answer the whole weeks between two days.

    Example:
        >>> weeks_between(date(2026, 1, 1), date(2026, 1, 15))
        2
    """
    return (end - start).days // _DAYS_A_WEEK


def confirmed(case: Case, what: str) -> bool:
    """Answer whether the coach confirmed something with a reason."""
    return any(each.what == what for each in case.confirmations)


def says_no_possibilities(form: CapacityForm) -> bool:
    """Answer whether the front page says that there are no usable possibilities, or gives a ground for it."""
    return form.usable_possibilities is False or form.no_possibilities_ground is not None


def dutch(day: date) -> str:
    """Answer a date as Dutch people write it.

    Example:
        >>> dutch(date(2026, 3, 1))
        '1-3-2026'
    """
    return f"{day.day}-{day.month}-{day.year}"


def _valid_from(form: CapacityForm) -> date:
    return max(form.date, form.valid_from or form.date)
