"""Vacancies for the case on its way: paste one or bring a feed, and see them in order with reasons and questions."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form, Request, UploadFile
from starlette.responses import Response

from matcher import InputError
from matcher.domain.finding import Finding
from matcher.feeds import ENDINGS
from matcher.matching import notices_nl
from matcher.report import point_nl, verdict_nl
from matcher.vacancies import STATUS_NL, Index, RankedVacancy, memory_index, rank_vacancies
from matcher_service.deps import Desk
from matcher_service.errors import IndexNotHere
from matcher_service.pages.carried import Carried, CarriedDep
from matcher_service.pages.posted_feed import posted_feed
from matcher_service.pages.rendering import page
from matcher_service.pages.vacancy_status import CHOICES, with_status

router = APIRouter()

_SHOWN = 50
_NOTES_MOST = 12


@router.post("/vacatures")
def ask_vacancies(request: Request, carried: CarriedDep) -> Response:
    """Show where a vacancy can be pasted or a feed can be brought."""
    return _asked(request, carried)


def _asked(request: Request, carried: Carried, told: str = "") -> Response:
    return page(
        request, "vacatures.html", carried.visitor, carried=carried, endings=ENDINGS, in_index=in_index(carried.desk),
        told=told,
    )  # fmt: skip


@router.post("/vacatures/lijst")
def show_vacancies(
    request: Request,
    carried: CarriedDep,
    bestand: UploadFile | None = None,
    tekst: Annotated[str, Form(max_length=200_000)] = "",
) -> Response:
    """Show the vacancies in order for the case: open ones with reasons and questions, closed ones with the reason."""
    feed = posted_feed(carried.desk.state, bestand, tekst)
    if feed is None:
        raise InputError("Plak een vacature, of kies een bestand met vacatures.")
    index = memory_index(feed.vacancies, carried.on, carried.catalogue, "vacatures")
    return _listed(request, carried, index, feed.notes_nl[:_NOTES_MOST])


@router.post("/vacatures/index")
def show_index(request: Request, carried: CarriedDep) -> Response:
    """Show the vacancies of the bureau's own index in order for the case."""
    return _from_index(request, carried)


def _from_index(request: Request, carried: Carried, told: str = "") -> Response:
    index = carried.desk.indexes.index(carried.desk.caller.bureau)
    return _listed(request, carried, index, (), source="index", told=told)


@router.post("/vacatures/status")
def set_status(
    request: Request,
    carried: CarriedDep,
    vacature: Annotated[str, Form(max_length=300)],
    titel: Annotated[str, Form(max_length=200)],
    status: Annotated[str, Form(max_length=20)],
    beroep: Annotated[str, Form(max_length=60)] = "",
    bron: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Write in the log of the track where a vacancy stands, and show where to go on."""
    changed = with_status(request, carried, vacature, titel, beroep, status)
    changed.desk.looked_at("vacancy.status", changed.case, changed.on)
    told = f"Vastgelegd bij {titel}: {STATUS_NL[status]}. Bewaar de casus als bestand."
    return _from_index(request, changed, told) if bron == "index" else _asked(request, changed, told)


def _listed(
    request: Request, carried: Carried, index: Index, feed: Sequence[str], *, source: str = "", told: str = ""
) -> Response:
    ranked = rank_vacancies(carried.case, index, carried.on, top=_SHOWN, closed=True)
    carried.desk.looked_at("vacancies", carried.case, carried.on)
    return page(
        request,
        "vacatures_lijst.html",
        carried.visitor,
        carried=carried,
        ranked=ranked,
        feed=feed,
        notices=(*notices_nl(carried.case, carried.on), *carried.read.report.notes_nl()),
        verdict_nl=verdict_nl,
        reasons=_reasons,
        source=source,
        told=told,
        statuses=CHOICES,
    )


def in_index(desk: Desk) -> int:
    """Answer how many vacancies the bureau's index holds; none when there is no index.

    Args:
        desk: where the request is handled.
    """
    try:
        return 0 if desk.state.indexes is None else len(desk.state.indexes.index(desk.caller.bureau))
    except IndexNotHere:
        return 0


def _reasons(each: RankedVacancy) -> list[str]:
    """Answer why a vacancy stands where it stands: what weighs, then what is open."""
    parts = sorted((part for part in each.contributions if part.points), key=lambda part: -part.points)
    open_points: list[Finding] = [finding for finding in each.findings if finding.outcome.is_open_point]
    return [*(f"{part.label_nl}: {part.why_nl}" for part in parts), *map(point_nl, open_points)]
