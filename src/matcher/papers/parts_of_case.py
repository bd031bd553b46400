"""Readings become a case file, or a part of one: only what is sure or confirmed, with open items left unknown."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from pydantic import BaseModel

from matcher.domain.case import SCHEMA_ID, CapacityForm, Case, Completeness, Entry, Numbering, Person
from matcher.intake import name_of, read_case_text, withhold
from matcher.papers.corrections import Confirmed
from matcher.papers.found import ItemReading, Sureness
from matcher.papers.questions import is_full
from matcher.papers.reading import DocumentReading
from matcher.reference.tables import read_yaml

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}")
_HEAD = "# Gemaakt met matcher read. Controleer de inhoud. Alleen voor de coach: dit bestand bevat belastbaarheid.\n"
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class CasePart:
    """A case made from documents.

    Attributes:
        case: the case; what was not read is not in it.
        incomplete: forms that are left out because a fact of the form itself is still open, by their place.
        not_taken_nl: what was read and stands in the case in another way already, in Dutch: the case was kept.
    """

    case: Case
    incomplete: tuple[int, ...] = ()
    not_taken_nl: tuple[str, ...] = ()

    def as_yaml(self) -> str:
        """Answer the case as the text of a case file."""
        data = self.case.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        body = yaml.safe_dump({"schema": SCHEMA_ID, **data}, allow_unicode=True, sort_keys=False, width=110)
        text = _HEAD + body
        read_case_text(text)  # what we write must be readable, or nothing is written
        return text


def case_id_of(name: str) -> str:
    """Answer a mark for a case from the name of its file, without signs that may not be in one.

    Example:
        >>> case_id_of("casus 12")
        'casus-12'
    """
    made = re.sub(r"[^A-Za-z0-9_-]+", "-", name).strip("-_")[:60]
    return made if _ID.fullmatch(made) else "casus"


def case_part(
    case_id: str, readings: Sequence[DocumentReading], confirmed: Sequence[Confirmed], base: Case | None = None
) -> CasePart:
    """Answer a case with everything that was read.

    Args:
        case_id: the mark of the case.
        readings: the documents.
        confirmed: their forms after the coach's answers, the newest first.
        base: a case to add to; what it says already stays.

    Returns:
        The case. A form whose kind, date, author or list is still open is left out and named.
    """
    forms, left_out = [], []
    for place, each in enumerate(confirmed):
        made = _form(each)
        if made is None:
            left_out.append(place)
        else:
            forms.append(made)
    person = base.person if base is not None else Person()
    left: dict[str, None] = {}
    for reading in readings:
        read = reading.person_part()
        left |= dict.fromkeys(_differing(person, read))
        person = _filled(person, read)
    if base is None:
        case = Case.model_validate({"schema": SCHEMA_ID, "id": case_id})
    else:
        case = base
        known = {(form.kind, form.date) for form in forms}
        forms = [*forms, *(form for form in base.forms if (form.kind, form.date) not in known)]
    case = case.model_copy(update={"forms": tuple(forms[:20]), "person": person})
    names = read_yaml("papers_nl.yaml")["person_parts"]
    return CasePart(withhold(case).case, tuple(left_out), tuple(names[field] for field in left))


def _form(confirmed: Confirmed) -> CapacityForm | None:
    form = confirmed.form
    front = form.front
    sure = front.drawn_up if front.drawn_up_sure else None
    if form.kind is None or sure is None or front.author is None or form.numbering is None:
        return None
    only = confirmed.others_norm or form.deviations_only
    full = is_full(form) and not confirmed.others_norm
    return CapacityForm(
        kind=form.kind,
        date=sure,
        valid_from=front.valid_from,
        valid_until=front.valid_until,
        author_role=front.author,
        numbering=form.numbering,
        completeness=Completeness.DEVIATIONS_ONLY if only and not full else Completeness.FULL,
        completeness_confirmed=confirmed.others_norm,
        levels_confirmed=confirmed.levels_confirmed,
        usable_possibilities=front.possibilities,
        no_possibilities_ground=front.ground if front.possibilities is False else None,
        incidental_peaks_allowed=front.peaks,
        entries=tuple(_entries(form.items, form.numbering)),
        prognosis=front.prognosis,
        build_up=front.build_up,
    )


def _entries(items: Iterable[ItemReading], numbering: Numbering) -> Iterable[Entry]:
    for item in items:
        if item.sureness is Sureness.NOT_FOUND:
            continue
        sure = item.sureness is Sureness.SURE
        yield Entry(
            item=item.code,
            name=name_of(item.code, numbering)[:_LONGEST_NAME],
            levels=item.levels if sure else (),
            side=item.side,
            value=item.value if sure and any(item.levels) else None,
            unit=item.unit if sure and any(item.levels) else None,
            text=item.text,
            withheld=item.withheld,
        )


def _filled(person: Person, read: Person) -> Person:
    """Answer the person with what was read in every field that is still empty."""
    return person.model_copy(update=dict(_missing(person, read)))


def _differing(known: BaseModel, read: BaseModel) -> Iterable[str]:
    """Answer the fields that hold something else in the case than what was read."""
    empty = type(known)()
    for name in type(known).model_fields:
        mine, other, nothing = getattr(known, name), getattr(read, name), getattr(empty, name)
        if nothing in (mine, other) or mine == other:
            continue
        # A part with fields of its own is filled field by field: it differs only where a field of it does.
        if not isinstance(mine, BaseModel) or any(True for _ in _differing(mine, other)):
            yield name


def _missing(known: BaseModel, read: BaseModel) -> Iterable[tuple[str, Any]]:
    empty = type(known)()
    for name in type(known).model_fields:
        mine, other = getattr(known, name), getattr(read, name)
        if other == getattr(empty, name):
            continue
        if mine == getattr(empty, name):
            yield name, other
        elif isinstance(mine, BaseModel) and isinstance(other, BaseModel):
            yield name, mine.model_copy(update=dict(_missing(mine, other)))
