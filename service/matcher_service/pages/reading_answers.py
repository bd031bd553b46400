"""What the coach answers on the page that shows a reading: from fields to corrections, each fault beside its field."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from starlette.datastructures import FormData

from matcher import InputError
from matcher.domain.case import AuthorRole, FormKind, Numbering
from matcher.papers import Correction, FormReading, Sureness, confirm, correction_of, possible_levels

CHOICES = {
    "soort": [(kind.value, kind.value) for kind in FormKind],
    "arts": [(role.value, role.value) for role in AuthorRole],
    "mogelijkheden": [("ja", "ja"), ("nee", "nee")],
    "rest": [("norm", "ja, al het andere is norm"), ("onbekend", "nee, dat is onbekend")],
    "niveaus": [("ja", "ja"), ("nee", "nee")],
}
"""Facts of the form as a whole that are chosen from a list; the date is a field of its own."""

_NO_REASON = "Schrijf waarop uw antwoorden rusten, bijvoorbeeld: vergeleken met het papier."
_NO_DATE = "Dit is geen datum. Schrijf bijvoorbeeld 2026-09-01."


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of the page.

    Attributes:
        key: what it is about: an item, or a fact of the form.
        text_nl: the question; empty for an item that was read for sure.
        page: where to look on paper.
        options: what can be chosen; empty for a date.
        several: whether more than one may be chosen.
    """

    key: str
    text_nl: str
    page: int | None
    options: tuple[tuple[str, str], ...]
    several: bool = False

    @property
    def field(self) -> str:
        """Answer the name of the field."""
        return f"antwoord-{self.key}"


def asked_about(form: FormReading) -> tuple[Asked, ...]:
    """Answer the fields for the questions about a form, in its order; which list it is, is asked with the file.

    Args:
        form: what was read.
    """
    codes = {item.code for item in form.items}
    return tuple(
        _asked_item(q.key, form, q.text_nl, q.page)
        if q.key in codes
        else Asked(q.key, q.text_nl, q.page, tuple(CHOICES.get(q.key, ())))
        for q in form.questions
        if q.key != "nummering"
    )


def correctable(form: FormReading) -> dict[str, Asked]:
    """Answer a field for every item that is not asked: what was read for sure can be wrong too.

    Args:
        form: what was read.
    """
    asked = {q.key for q in form.questions}
    return {item.code: _asked_item(item.code, form, "", item.page) for item in form.items if item.code not in asked}


def _asked_item(code: str, form: FormReading, text: str, page: int | None) -> Asked:
    possible = possible_levels(code, form.numbering or Numbering.CURRENT)
    options = tuple((str(level), f"{level} - {name}" if name else str(level)) for level, name in possible.levels)
    return Asked(code, text, page, options, possible.several)


def corrections_from(form: FormReading, fields: FormData) -> tuple[tuple[Correction, ...], dict[str, str]]:
    """Answer the corrections that the coach made, and what is wrong with the others by field.

    Args:
        form: what was read.
        fields: what the browser sent.
    """
    reason = str(fields.get("reden", "")).strip()
    made, faults = [], {}
    for asked in (*asked_about(form), *correctable(form).values()):
        try:
            value = _value(asked, fields)
            if not value:
                continue
            if not reason:
                faults["reden"] = _NO_REASON
                continue
            correction = correction_of(f"{asked.key}={value}; {reason}")
            confirm(form, [correction])
        except InputError as wrong:
            faults[asked.field] = str(wrong)
        else:
            made.append(correction)
    return tuple(made), faults


def still_doubtful(form: FormReading) -> tuple[str, ...]:
    """Answer the items that stay unknown because nobody answered.

    Args:
        form: the form after the answers.
    """
    return tuple(item.code for item in form.items if item.sureness is Sureness.DOUBTFUL)


def _value(asked: Asked, fields: FormData) -> str:
    given = list(_given(asked, fields))
    if asked.options and not set(given) <= {value for value, _ in asked.options}:
        raise InputError("Kies een antwoord uit de lijst.")
    if given and not asked.options:
        try:
            return date.fromisoformat(given[0]).strftime("%d-%m-%Y")
        except ValueError:
            raise InputError(_NO_DATE) from None
    return ",".join(given)


def _given(asked: Asked, fields: FormData) -> Iterator[str]:
    for value in fields.getlist(asked.field):
        if isinstance(value, str) and value.strip():
            yield value.strip()
