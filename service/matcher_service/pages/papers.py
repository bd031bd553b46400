"""Documents: choose one for a reader, look at it, confirm, and only then it leaves."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from matcher import InputError
from matcher.documents import Document, FileFormat, Identity, Kind, build_document, kinds_for, write_document
from matcher.lookup import find_occupation
from matcher.prose import Audience
from matcher_service.answers import file_answer
from matcher_service.pages.carried import Carried, CarriedDep
from matcher_service.pages.rendering import page

router = APIRouter()

READERS = {
    Audience.WORKER: "de werknemer", Audience.COACH: "de coach", Audience.LABOUR_EXPERT: "de arbeidsdeskundige",
    Audience.DOCTOR: "de bedrijfsarts", Audience.CURRENT_EMPLOYER: "de huidige werkgever",
    Audience.NEW_EMPLOYER: "een nieuwe werkgever",
}  # fmt: skip
LABELS = {
    Kind.PERSONSPROFIEL: "Persoonsprofiel", Kind.ZOEKPROFIEL: "Zoekprofiel", Kind.PLAN: "Re-integratieplan",
    Kind.SUITABILITY: "Onderbouwing", Kind.QUESTIONS: "Vragen aan de arts", Kind.PROGRESS: "Voortgangsrapportage",
    Kind.CLOSING: "Eindrapportage", Kind.EXPLANATION: "Uitleg", Kind.PROFILE: "Profiel",
}  # fmt: skip
_Choice = Annotated[str, Form(max_length=60)]


@router.post("/stukken")
def choose(request: Request, carried: CarriedDep) -> Response:
    """Show which documents there are, for whom."""
    offered = [
        (f"{kind.value}/{reader.value}", f"{LABELS[kind]} voor {name}")
        for reader, name in READERS.items()
        for kind in kinds_for(reader)
    ]
    return page(request, "stukken.html", carried.visitor, carried=carried, offered=offered)


@router.post("/stukken/controle")
def confirm(
    request: Request,
    carried: CarriedDep,
    stuk: _Choice,
    naam: _Choice = "",
    werk: _Choice = "",
    toestemming: _Choice = "",
) -> Response:
    """Show a document as its reader will see it, before it leaves."""
    document = _document(carried, stuk, naam, werk, toestemming)
    write_document(document, carried.case, FileFormat.MD)  # the privacy check, before anything is shown
    return page(
        request,
        "stuk_controle.html",
        carried.visitor,
        carried=carried,
        document=document,
        stuk=stuk,
        naam=naam,
        werk=werk,
        toestemming=toestemming,
        reader=READERS[document.audience],
    )


@router.post("/stukken/download")
def leave(
    carried: CarriedDep,
    stuk: _Choice,
    formaat: _Choice,
    naam: _Choice = "",
    gelezen: _Choice = "",
    werk: _Choice = "",
    toestemming: _Choice = "",
) -> Response:
    """Answer the finished file, after somebody said that it was read."""
    if gelezen != "ja":
        raise InputError("Vink aan dat u het stuk hebt gelezen. Pas dan gaat het weg.")
    if formaat not in set(FileFormat):
        raise InputError("Kies docx, pdf, html of md.")
    document = _document(carried, stuk, naam, werk, toestemming)
    made = write_document(document, carried.case, FileFormat(formaat))
    return file_answer(made, FileFormat(formaat), document.kind.value)


def _document(carried: Carried, choice: str, name: str, work: str, consent: str) -> Document:
    kind, _, reader = choice.partition("/")
    if kind not in set(Kind) or reader not in set(Audience):
        raise InputError("Kies een stuk uit de lijst.")
    identity = Identity(worker_name=name.strip() or None)
    if kind != Kind.PROFILE and (work.strip() or consent.strip()):
        raise InputError("Werk en toestemming horen alleen bij een profiel. Kies een profiel, of laat ze leeg.")
    sought = [find_occupation(work.strip(), carried.catalogue).occupation.id] if work.strip() else []
    result = carried.matched("document")
    return build_document(
        Kind(kind),
        result,
        carried.case,
        carried.catalogue,
        Audience(reader),
        identity=identity,
        work=sought,
        consent=consent.strip() or None,
    )
