"""Which values of a case a reader may not see: by the class of the field that they stand in, deny by default."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from matcher.domain.case import Case, Entry
from matcher.poortwachter import calendar_for
from matcher.prose import Audience, audiences_of
from matcher.receipt import rule_days
from matcher.reference.dates import date_in_words
from matcher.reference.fml import items
from matcher.reference.tables import read_yaml
from matcher.stage_moments import stage_moments

_FIELDS = "document_fields.yaml"
_FEWEST_WORDS = 2
_COACH_ONLY = "coach-only"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value of a case.

    Attributes:
        field: dotted place.
        value: the value.
        visible: whether the reader may see it.
    """

    field: str
    value: str | date | Decimal
    visible: bool


def leaves(case: Case, audience: Audience) -> tuple[Leaf, ...]:
    """Answer every text, date and number of a case, with whether a reader may see it.

    Args:
        case: the case.
        audience: who reads.
    """
    return tuple(
        Leaf(field, value, audience in audiences_of(field_class(field)))
        for field, value in _walk(case.model_dump(mode="python"), "")
    )


def field_class(field: str) -> str:
    """Answer the class of a field; a field that nobody listed is for the coach only.

    Example:
        >>> field_class("person.old_job.wage_eur_per_hour"), field_class("policy.overrides.0.reason")
        ('wage', 'coach-only')
    """
    fitting = [name for name in _patterns() if _patterns()[name].match(field)]
    return str(read_yaml(_FIELDS)["fields"][max(fitting, key=len)]) if fitting else _COACH_ONLY


def may_read(field: str, audience: Audience) -> bool:
    """Answer whether a reader may see a field of a case; one that nobody listed is for the coach only.

    Args:
        field: dotted place, e.g. `person.licences`.
        audience: who reads.

    Example:
        >>> may_read("person.licences", Audience.NEW_EMPLOYER), may_read("forms.0.entries", Audience.NEW_EMPLOYER)
        (True, False)
    """
    return audience in audiences_of(field_class(field))


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    names = read_yaml(_FIELDS)["fields"]
    return {name: re.compile(re.escape(name).replace(r"\*", r"[^.]+") + r"(?:\.|$)") for name in names}


def _walk(node: Any, field: str) -> Iterator[tuple[str, str | date | Decimal]]:
    if isinstance(node, Mapping):
        for name, each in node.items():
            yield from _walk(each, f"{field}.{name}" if field else str(name))
    elif isinstance(node, (list, tuple)):
        for number, each in enumerate(node):
            yield from _walk(each, f"{field}.{number}")
    elif isinstance(node, (str, date, Decimal)):
        yield field, node


def forbidden_words(case: Case, audience: Audience, on: date) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Answer a pattern for every value that may not stand in a file for a reader, with the field that it is of.

    A text counts from two words on: one word alone is also the name of a job, a place or a skill. What also stands in
    a field that the reader may see is no secret, nor is a date that follows from the rules: the start of a stage, a
    moment of the calendar, or the day since which a rule holds may be the day of something else as well.

    Args:
        case: the case.
        audience: who reads.
        on: the day of the document, which stands in it and is no secret.
    """
    every = leaves(case, audience)
    open_texts = " | ".join(plain_words(str(leaf.value)) for leaf in every if leaf.visible)
    open_dates = {on, *(leaf.value for leaf in every if leaf.visible and isinstance(leaf.value, date))}
    open_dates |= set(_days_by_rule(case, audience, on))
    found: list[tuple[str, re.Pattern[str]]] = []
    for leaf in every:
        if leaf.visible:
            continue
        if isinstance(leaf.value, date):
            found += [] if leaf.value in open_dates else [(leaf.field, _date_pattern(leaf.value))]
        elif isinstance(leaf.value, Decimal):
            found += [(leaf.field, _money_pattern(leaf.value))] if leaf.field.endswith("eur_per_hour") else []
        else:
            text = plain_words(leaf.value)
            if len(text.split()) >= _FEWEST_WORDS and text not in open_texts:
                found.append((leaf.field, re.compile(re.escape(text))))
    if audience not in audiences_of("capacity_figures"):
        found += _figures(case)
    return tuple(found)


def _days_by_rule(case: Case, audience: Audience, on: date) -> Iterator[date]:
    """Yield the days that the rules give and that a reader may see."""
    if audience is not Audience.NEW_EMPLOYER:  # every other document tells with the rules of which day it was made
        yield from rule_days(on)
    if audience in audiences_of("stage"):
        yield from (moment.due for moment in stage_moments(case, on))
    if audience in audiences_of("plan_frame"):
        yield from (moment.due for moment in calendar_for(case, on).moments)


def plain_words(text: str) -> str:
    """Answer a text in small letters with single spaces, without the marks that a format may change.

    Example:
        >>> plain_words("Geen *zwaar*  werk.")
        'geen zwaar werk'
    """
    return " ".join(re.sub(r"[^\w,.:/°€-]+", " ", text.casefold()).replace("\u00ad", "").split()).strip(" .,:")


def _date_pattern(day: date) -> re.Pattern[str]:
    ways = (
        day.isoformat(),
        f"{day:%d-%m-%Y}",
        f"{day.day}-{day.month}-{day.year}",
        f"{day:%d/%m/%Y}",
        date_in_words(day),
    )
    return re.compile("|".join(rf"(?<!\d){re.escape(way)}(?!\d)" for way in ways))


def _money_pattern(amount: Decimal) -> re.Pattern[str]:
    whole, two = f"{amount.normalize():f}", f"{amount:.2f}"
    ways = {two, two.replace(".", ",")}
    if "." in whole:
        ways |= {whole, whole.replace(".", ",")}
    said = "|".join(rf"(?<![\d.,]){re.escape(way)}(?![\d])" for way in sorted(ways))
    return re.compile(rf"{said}|(?:€|euro) ?{re.escape(whole)}(?!\d)|(?<![\d.,]){re.escape(whole)} euro")


def _figures(case: Case) -> Iterator[tuple[str, re.Pattern[str]]]:
    table = read_yaml(_FIELDS)
    for form_number, form in enumerate(case.forms):
        for number, entry in enumerate(form.entries):
            if entry.item in table["without_figures_check"]:
                continue
            for value, unit in _figures_of(entry):
                words = table["unit_words"].get(unit, [unit])
                behind = "|".join(re.escape(word.casefold()) for word in words)
                said = re.escape(f"{value.normalize():f}").replace(r"\.", "[.,]")
                field = f"forms.{form_number}.entries.{number}"
                yield field, re.compile(rf"(?<![\d.,]){said} ?(?:{behind})(?!\w)")


def _figures_of(entry: Entry) -> Iterator[tuple[Decimal, str]]:
    if entry.value is not None and entry.unit is not None:
        yield entry.value, entry.unit
    item = items().get(entry.item)
    for level in entry.levels:
        listed = None if item is None or level == 0 else item.levels.get(level)
        if listed is not None and listed.value:
            yield listed.value, listed.unit
