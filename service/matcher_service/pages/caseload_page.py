"""The page with a whole caseload, for coach and jobhunter. Case files come in and nothing is kept."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Request, UploadFile
from starlette.responses import Response

from matcher import InputError
from matcher.feeds import ENDINGS
from matcher.vacancies import memory_index
from matcher_service.access import Scope
from matcher_service.deps import Desk
from matcher_service.pages.carried import day_from
from matcher_service.pages.caseload import MOST_CASES, lines_of
from matcher_service.pages.guard import FormSenderDep, MatchingVisitorDep, Visitor, desk_at
from matcher_service.pages.posted_feed import posted_feed
from matcher_service.pages.rendering import page
from matcher_service.pages.vacancies_page import in_index
from matcher_service.store import DossierLine

router = APIRouter()

_WEEK = timedelta(days=7)
_DOSSIERS_SHOWN = 100


@router.get("/caseload")
def ask_caseload(request: Request, visitor: MatchingVisitorDep) -> Response:
    """Show where case files and vacancies can be brought."""
    desk, today = desk_at(request, visitor), visitor.state.today()
    return page(
        request,
        "caseload.html",
        visitor,
        today=today,
        week_ago=today - _WEEK,
        endings=ENDINGS,
        in_index=in_index(desk),
        dossiers=_dossiers(desk, visitor),
        most=MOST_CASES,
    )


@router.post("/caseload/overzicht")
def show_caseload(
    request: Request,
    visitor: MatchingVisitorDep,
    _sender: FormSenderDep,
    casussen: list[UploadFile] | None = None,
    dossier: Annotated[list[str] | None, Form(max_length=MOST_CASES)] = None,
    vacatures: UploadFile | None = None,
    tekst: Annotated[str, Form(max_length=200_000)] = "",
    peildatum: Annotated[str, Form(max_length=10)] = "",
    nieuw_sinds: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Show per case the best vacancies, how many are new, and which cases have none."""
    desk, day = desk_at(request, visitor), day_from(peildatum, visitor)
    feed = posted_feed(visitor.state, vacatures, tekst)
    if feed is None and not in_index(desk):
        raise InputError("Geef ook vacatures: plak er een, of kies een bestand.")
    if feed is None:
        index, since = desk.indexes.index(desk.caller.bureau), day_from(nieuw_sinds, visitor) if nieuw_sinds else None
        since = since or day - _WEEK
    else:
        index, since = memory_index(feed.vacancies, day, visitor.state.catalogue, "vacatures"), None
    coach = visitor.caller.may(Scope.MATCH)
    lines = lines_of(desk, casussen or (), (dossier or ()) if coach else (), index, day, since)
    return page(
        request,
        "caseload_lijst.html",
        visitor,
        on=day,
        since=since,
        used=[line for line in lines if not line.fault],
        faults=[line for line in lines if line.fault],
        feed=() if feed is None else feed.notes_nl,
        coach=coach,
    )


def _dossiers(desk: Desk, visitor: Visitor) -> Sequence[DossierLine]:
    if visitor.state.dossiers is None or not visitor.caller.may(Scope.MATCH):
        return ()
    return desk.dossiers.listed(desk.holder, 0, _DOSSIERS_SHOWN)[0]
