"""Which form leads on a day, and what its age and front page mean."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from matcher.domain.capacity import FormNotice
from matcher.domain.case import CapacityForm, Case, Completeness, FormKind
from matcher.errors import FormRefused
from matcher.reference.dates import date_in_words
from matcher.reference.form_rules import form_rules

_DAYS_A_WEEK = 7
_NEWEST_FIRST = "Practice of re-integration agencies: newest FML, then newest IZP or LAB; decision 2"
_NOT_LEADING = (
    "Nieuwer document niet leidend: {kind} van {date}. {why} {lead} van {lead_date} blijft leidend. "
    "Vraag of het nieuwe document verder gaat."
)
_WHY = {
    "scale": "De niveaus zijn niet als FML-niveau bevestigd (levels_confirmed).",
    "silence": "Niet is bevestigd dat wat er niet op staat norm is (completeness_confirmed).",
    "empty": "Er staan geen regels op.",
}
_ASKED = {
    "scale": "Er is een nieuwer document ({kind}) dat niet als FML-niveau is bevestigd.",
    "silence": "Er is een nieuwer document ({kind}) waarop niet is bevestigd dat wat er niet op staat norm is.",
    "empty": "Er is een nieuwer document ({kind}) zonder regels.",
}
_THE = {FormKind.FML: "de FML", FormKind.IZP: "het IZP", FormKind.LAB: "de LAB", FormKind.BAR: "de BAR"}
_COMPLETE, _SILENT, _NOTHING = 2, 1, 0


@dataclass(frozen=True, slots=True)
class Leading:
    """The form that leads, with notices about the others.

    Attributes:
        form: the form that leads, or None.
        notices: what happened with the other forms.
        newer: newer forms that do not lead, because they say too little to displace an FML.
        same_day: forms of the date of the leading form: none of them is older, so their limits count too.
        superseded: the FML that a confirmed IZP, LAB or BAR displaced, or None.
    """

    form: CapacityForm | None
    notices: tuple[FormNotice, ...]
    newer: tuple[CapacityForm, ...] = ()
    same_day: tuple[CapacityForm, ...] = ()
    superseded: CapacityForm | None = None

    @property
    def others(self) -> tuple[CapacityForm, ...]:
        """Answer the forms beside the leading one of which every limit counts."""
        return (*self.newer, *self.same_day)


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

    A newer form that says less than a usable FML does not displace it: levels of another scale that nobody confirmed,
    a form with deviations whose silence is not confirmed, or a form without lines. A form that says that there are no
    no usable possibilities always counts, and goes first among forms of one date.

    Args:
        case: the case.
        on: the day of comparing.
    """
    if not case.forms:
        return Leading(None, (notice("no_form"),))
    usable = [form for form in case.forms if form.date <= on and (form.valid_from or form.date) <= on]
    later = tuple(
        notice(
            "form_not_yet_valid",
            date=date_in_words(form.date),
            kind=form.kind,
            valid_from=date_in_words(_valid_from(form)),
        )
        for form in case.forms
        if form not in usable
    )
    if not usable:
        return Leading(None, (notice("no_form_yet", on=date_in_words(on)), *later))
    usable.sort(key=lambda form: (form.date, says_no_possibilities(form), form.kind is FormKind.FML), reverse=True)
    fmls = [form for form in usable if _is_usable_fml(form, case, on)]
    needed = max((_says(form) for form in fmls), default=_NOTHING)
    place = next(at for at, form in enumerate(usable) if says_no_possibilities(form) or _says(form) >= needed)
    lead = usable[place]
    newer = tuple(form for form in usable if form.date > lead.date)
    same_day = tuple(form for form in usable if form.date == lead.date and form is not lead)
    rest = [form for form in usable if form.date < lead.date]
    older = tuple(notice("older_form_unused", kind=form.kind, date=date_in_words(form.date)) for form in rest)
    passed = tuple(_not_leading(form, lead) for form in newer)
    tied = tuple(_of_the_same_day(form, lead) for form in same_day)
    fml_counts = any(form.kind is FormKind.FML for form in (lead, *same_day))
    superseded = None if fml_counts else next((form for form in fmls if form in rest), None)
    return Leading(lead, (*passed, *tied, *older, *later), newer, same_day, superseded)


def ask_whether_it_goes_further(newer: CapacityForm, lead: CapacityForm) -> str:
    """Answer the question about a form that is newer than the leading one, or of the same date.

    Args:
        newer: the form that does not lead.
        lead: the form that leads.
    """
    if newer.date == lead.date:
        return notice("ask_same_day", kind=newer.kind, lead=_THE[lead.kind]).text_nl
    return f"{_ASKED[_why(newer)].format(kind=newer.kind)} Gaat het verder dan {_THE[lead.kind]}?"


def ask_whether_limits_hold(lead: CapacityForm, superseded: CapacityForm, labels: Iterable[str]) -> str:
    """Answer the question about limits of an FML that the leading form does not repeat.

    Args:
        lead: the form that leads.
        superseded: the FML before it.
        labels: what the limits are about.
    """
    the = _THE[lead.kind]
    return (
        f"De {superseded.kind} van {date_in_words(superseded.date)} heeft beperkingen die {the} van "
        f"{date_in_words(lead.date)} niet herhaalt: {', '.join(labels)}. Gelden die nog? Vraag het de arts."
    )


def _not_leading(newer: CapacityForm, lead: CapacityForm) -> FormNotice:
    the = _THE[lead.kind]
    text = _NOT_LEADING.format(
        kind=newer.kind,
        date=date_in_words(newer.date),
        why=_WHY[_why(newer)],
        lead=f"{the[0].upper()}{the[1:]}",
        lead_date=date_in_words(lead.date),
    )
    return FormNotice("newer_form_not_leading", text, _NEWEST_FIRST)


def _of_the_same_day(form: CapacityForm, lead: CapacityForm) -> FormNotice:
    day, scale = date_in_words(lead.date), _WHY["scale"] if _why(form) == "scale" else ""
    return notice("same_day_form", kind=form.kind, lead=_THE[lead.kind], date=day, scale=f" {scale}" if scale else "")


def _is_usable_fml(form: CapacityForm, case: Case, on: date) -> bool:
    too_old = (on - form.date).days > form_rules().refuse_after_days and not age_confirmed(case, form)
    return form.kind is FormKind.FML and not too_old and not says_no_possibilities(form)


def _says(form: CapacityForm) -> int:
    """Answer how much a form says in FML levels: everything, only what it names, or nothing."""
    return {"": _COMPLETE, "silence": _SILENT if form.entries else _NOTHING}.get(_why(form), _NOTHING)


def _why(form: CapacityForm) -> str:
    """Answer why a form cannot displace an FML, or nothing."""
    if form.kind is not FormKind.FML and not form.levels_confirmed:
        return "scale"
    if form.completeness is Completeness.DEVIATIONS_ONLY:
        return "" if form.completeness_confirmed else "silence"
    return "" if form.entries else "empty"


def age_notices(form: CapacityForm, case: Case, on: date) -> Iterator[FormNotice]:
    """Yield what the age of a form asks; a form that is too old is refused unless the coach confirmed it.

    Args:
        form: the leading form.
        case: the case, for its confirmations.
        on: the day of comparing.

    Raises:
        FormRefused: the form is older than the limit and no confirmation `form_age` names its date.
    """
    rules, days = form_rules(), (on - form.date).days
    parts = {"date": date_in_words(form.date), "iso": form.date.isoformat(), "weeks": weeks_between(form.date, on)}
    if days > rules.refuse_after_days:
        if not age_confirmed(case, form):
            raise FormRefused(notice("form_age_refused", **parts).text_nl, too_old=form.date)
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


def age_confirmed(case: Case, form: CapacityForm) -> bool:
    """Answer whether the coach confirmed the use of this old form; a confirmation of another form does not count."""
    return any(each.what == "form_age" and each.form_date == form.date for each in case.confirmations)


def says_no_possibilities(form: CapacityForm) -> bool:
    """Answer whether the front page says that there are no usable possibilities, or gives a ground for it."""
    return form.usable_possibilities is False or form.no_possibilities_ground is not None


def _days(form: CapacityForm) -> dict[str, str]:
    return {"date": date_in_words(form.date), "valid_from": date_in_words(_valid_from(form))}


def _valid_from(form: CapacityForm) -> date:
    return max(form.date, form.valid_from or form.date)
