"""The case travels with the page: a hidden field holds it, and the service keeps nothing."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Form, Request

from matcher import Case, Catalogue, InputError, Match, match
from matcher.intake import ReadCase, read_case_bytes
from matcher_service.deps import Desk
from matcher_service.pages.guard import CoachVisitorDep, FormSenderDep, Visitor, desk_at

_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class Carried:
    """A case on its way from page to page.

    Attributes:
        visitor: who looks.
        desk: where the request is handled, with the audit log beside it.
        read: the case and what the reader noted.
        text: the case as the next page carries it.
        on: the day of matching.
    """

    visitor: Visitor
    desk: Desk
    read: ReadCase
    text: str
    on: date

    @property
    def case(self) -> Case:
        """Answer the case."""
        return self.read.case

    @property
    def catalogue(self) -> Catalogue:
        """Answer the occupations."""
        return self.desk.state.catalogue

    def matched(self, action: str) -> Match:
        """Answer the result for the case, and write to the audit log that it was made."""
        result = match(self.case, self.on, self.catalogue)
        self.desk.matched(action, self.case, result)
        return result


def text_of(case: Case) -> str:
    """Answer a case as the text that pages carry."""
    return case.model_dump_json(by_alias=True, exclude_defaults=True)


def carry(request: Request, visitor: Visitor, content: bytes, on: date, *, yaml: bool = True) -> Carried:
    """Read a case and answer it as it travels on.

    Args:
        request: the request.
        visitor: who looks.
        content: the case as YAML or JSON.
        on: the day of matching.
        yaml: whether it is YAML; JSON otherwise.

    Raises:
        InputError: the case cannot be read; its faults are told by field.
    """
    read = read_case_bytes(content, "yaml" if yaml else "json")
    return Carried(visitor, desk_at(request, visitor), read, text_of(read.case), on)


def carried_of(
    request: Request,
    visitor: CoachVisitorDep,
    _sender: FormSenderDep,
    casus: Annotated[str, Form(max_length=1_000_000)],
    peildatum: Annotated[str, Form(max_length=10)] = "",
) -> Carried:
    """Answer the case that a page sent along."""
    return carry(request, visitor, casus.encode(), day_from(peildatum, visitor), yaml=False)


CarriedDep = Annotated[Carried, Depends(carried_of)]


def day_from(text: str, visitor: Visitor) -> date:
    """Answer the day of matching in a field; today when it is empty.

    Raises:
        InputError: it is no day, or a day that no policy can be for.
    """
    if not text:
        return visitor.state.today()
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise InputError("De peildatum is geen datum. Schrijf bijvoorbeeld 2026-11-22.") from None
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise InputError(f"De peildatum kan niet. Kies een dag van {_FIRST_DAY} tot en met {_LAST_DAY}.")
    return day
