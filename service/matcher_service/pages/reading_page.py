"""A document in: what was read per item, how sure, the questions, and only then a case. Doubt is never taken over."""

from pathlib import PurePath
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, UploadFile
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import Response

from matcher import Case, InputError
from matcher.domain.case import Numbering
from matcher.papers import (
    Confirmed,
    DocumentReading,
    Question,
    case_id_of,
    case_part,
    confirm,
    label,
    pass_on,
    state_nl,
    taken_back,
)
from matcher.report import paper_view
from matcher_service.audit import Entry
from matcher_service.incoming import read_paper
from matcher_service.pages.carried import carry, day_from, text_of
from matcher_service.pages.guard import CoachVisitorDep, FormSenderDep, Visitor, desk_at
from matcher_service.pages.person_page import is_known, person_page
from matcher_service.pages.reading_answers import asked_about, correctable, corrections_from, still_doubtful
from matcher_service.pages.rendering import page
from matcher_service.pages.result import result_page

router = APIRouter()

_CASE_ENDINGS = ("", ".yaml", ".yml", ".json")
_NUMBERINGS = {"": None, "nieuw": Numbering.CURRENT, "oud": Numbering.LEGACY}
_NEEDED = ("soort", "datum", "arts")
_ON_NEXT_PAGE = ("ad_datum", "werk", "opleiding")  # questions that have their field on the page about the person
_Carried = Annotated[str, Form(max_length=1_000_000)]


@router.post("/inlezen")
def bring(
    request: Request,
    visitor: CoachVisitorDep,
    _sender: FormSenderDep,
    bestand: UploadFile,
    peildatum: Annotated[str, Form(max_length=10)] = "",
    casus: _Carried = "",
    nummering: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Show the result of a case file, or what was read in a document; `casus` is the case that it comes on top of."""
    content = bestand.file.read()
    if not content:
        raise InputError("Kies eerst een bestand: een casusbestand, of een PDF, Word-, Excel- of tekstbestand.")
    ending, day = PurePath(bestand.filename or "").suffix.lower(), day_from(peildatum, visitor)
    if ending in _CASE_ENDINGS and not casus:
        return result_page(request, carry(request, visitor, content, day, yaml=ending != ".json"))
    if nummering not in _NUMBERINGS:
        raise InputError("Kies welke lijst het is: nieuw of oud.")
    base = text_of(carry(request, visitor, casus.encode(), day, yaml=False).case) if casus else ""
    reading = read_paper(visitor.state, content, f"stuk{ending}", _NUMBERINGS[nummering])
    desk_at(request, visitor).write(Entry("paper.read"))
    fields = FormData({"peildatum": day.isoformat(), "casus": base, "gelezen": pass_on(reading)})
    return _shown(request, visitor, reading, fields, {})


@router.post("/inlezen/bevestigen")
async def confirm_reading(request: Request, visitor: CoachVisitorDep, _sender: FormSenderDep) -> Response:
    """Take over what is sure or answered, or show the page again with what is wrong beside each field."""
    fields = await request.form()
    return await run_in_threadpool(_taken_over, request, visitor, fields)


def _taken_over(request: Request, visitor: Visitor, fields: FormData) -> Response:
    reading = _reading_in(visitor, fields)
    day = day_from(str(fields.get("peildatum", "")), visitor)
    confirmed, faults = _confirmed(reading, fields)
    mark = str(fields.get("kenmerk", "")).strip()
    base = _base(request, visitor, fields)
    if base is None and case_id_of(mark) != mark:
        faults["kenmerk"] = "Gebruik alleen letters, cijfers en streepjes, bijvoorbeeld casus-12. Geen naam."
    if fields.get("nagekeken") != "ja":
        faults["nagekeken"] = "Vink aan dat u het hebt nagekeken. Pas dan gaat de casus verder."
    made = case_part(case_id_of(mark), [reading], confirmed, base)
    if 0 in made.incomplete and confirmed:
        open_facts = [q.key for q in confirmed[0].form.questions if q.key in _NEEDED]
        faults |= {
            f"antwoord-{key}": "Zonder dit antwoord kan het formulier niet in de casus."
            for key in open_facts
            if f"antwoord-{key}" not in faults
        }
        if not open_facts:
            faults["nummering"] = "Geef hieronder het bestand nog een keer, en kies welke lijst het is."
    if faults:
        return _shown(request, visitor, reading, fields, faults)
    carried = carry(request, visitor, text_of(made.case).encode(), day, yaml=False)
    carried.desk.write(Entry("paper.confirm"))  # without a receipt: a form that is too old has none
    unknown = still_doubtful(confirmed[0].form) if confirmed else ()
    if carried.case.forms and is_known(carried.case.person) and not _answered_next(reading):
        return result_page(request, carried)
    return person_page(request, carried, unknown=unknown)


def _reading_in(visitor: Visitor, fields: FormData) -> DocumentReading:
    text, seal = str(fields.get("gelezen", "")), str(fields.get("zegel", ""))
    if not visitor.state.sessions.seal_fits(visitor.session.mark, text, seal):
        raise InputError("De gelezen gegevens horen niet bij deze sessie. Lees het document opnieuw in.")
    return taken_back(text)


def _answered_next(reading: DocumentReading) -> list[Question]:
    return [question for question in reading.questions() if question.key.startswith(_ON_NEXT_PAGE)]


def _confirmed(reading: DocumentReading, fields: FormData) -> tuple[list[Confirmed], dict[str, str]]:
    if reading.leading is None:
        return [], {}
    corrections, faults = corrections_from(reading.leading, fields)
    return [confirm(reading.leading, corrections), *(confirm(form, ()) for form in reading.forms[1:])], faults


def _base(request: Request, visitor: Visitor, fields: FormData) -> Case | None:
    text = str(fields.get("casus", ""))
    if not text:
        return None
    return carry(request, visitor, text.encode(), visitor.state.today(), yaml=False).case


def _shown(
    request: Request, visitor: Visitor, reading: DocumentReading, fields: FormData, faults: dict[str, str]
) -> Response:
    form = reading.leading
    about_form = form.questions if form is not None else ()
    text = str(fields.get("gelezen", ""))
    content: dict[str, Any] = {
        "view": paper_view(reading, confirm(form, ()) if form is not None else None, ())[1:],
        "form": form,
        "asked": asked_about(form) if form is not None else (),
        "correctable": correctable(form) if form is not None else {},
        "next": _answered_next(reading),
        "other": [q for q in reading.questions() if q not in about_form and not q.key.startswith(_ON_NEXT_PAGE)],
        "asks_list": any(q.key == "nummering" for q in about_form),
        "label": lambda item: label(item, (form and form.numbering) or Numbering.CURRENT),
        "state_nl": state_nl,
        "fields": fields,
        "faults": faults,
        "text": text,
        "seal": visitor.state.sessions.seal(visitor.session.mark, text),
        "can_go_on": form is not None or reading.labour_expert is not None or reading.person is not None,
    }
    return page(request, "gelezen.html", visitor, status=422 if faults else 200, **content)
