"""Vacancies for the case on its way: paste one or bring a feed, and see them in order with reasons and questions."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Annotated

from fastapi import APIRouter, Form, Request, UploadFile
from starlette.responses import Response

from matcher import InputError
from matcher.domain.finding import Finding
from matcher.feeds import ENDINGS
from matcher.matching import notices_nl
from matcher.report import point_nl, verdict_nl
from matcher.vacancies import Index, RankedVacancy, memory_index, rank_vacancies
from matcher_service.incoming import read_vacancies
from matcher_service.pages.carried import Carried, CarriedDep
from matcher_service.pages.rendering import page

router = APIRouter()

_SHOWN = 50
_NOTES_MOST = 12


@router.post("/vacatures")
def ask_vacancies(request: Request, carried: CarriedDep) -> Response:
    """Show where a vacancy can be pasted or a feed can be brought."""
    return page(
        request, "vacatures.html", carried.visitor, carried=carried, endings=ENDINGS, in_index=_in_index(carried)
    )


@router.post("/vacatures/lijst")
def show_vacancies(
    request: Request,
    carried: CarriedDep,
    bestand: UploadFile | None = None,
    tekst: Annotated[str, Form(max_length=200_000)] = "",
) -> Response:
    """Show the vacancies in order for the case: open ones with reasons and questions, closed ones with the reason."""
    content = b"" if bestand is None else bestand.file.read()
    name = PurePath((bestand.filename if bestand is not None else None) or "").name
    if not content and not tekst.strip():
        raise InputError("Plak een vacature, of kies een bestand met vacatures.")
    if not content:
        content, name = tekst.encode(), "vacatures.json" if tekst.lstrip()[:1] in ("{", "[") else "vacatures.txt"
    feed = read_vacancies(carried.desk.state, content, name)
    index = memory_index(feed.vacancies, carried.on, carried.catalogue, "vacatures")
    return _listed(request, carried, index, feed.notes_nl[:_NOTES_MOST])


@router.post("/vacatures/index")
def show_index(request: Request, carried: CarriedDep) -> Response:
    """Show the vacancies of the bureau's own index in order for the case."""
    return _listed(request, carried, carried.desk.indexes.index(carried.desk.caller.bureau), ())


def _listed(request: Request, carried: Carried, index: Index, feed: Sequence[str]) -> Response:
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
    )


def _in_index(carried: Carried) -> int:
    """Answer how many vacancies the bureau's index holds; none when there is no index."""
    indexes, bureau = carried.desk.state.indexes, carried.desk.caller.bureau
    return len(indexes.index(bureau)) if indexes is not None and indexes.version(bureau) else 0


def _reasons(each: RankedVacancy) -> list[str]:
    """Answer why a vacancy stands where it stands: what weighs, then what is open."""
    parts = sorted((part for part in each.contributions if part.points), key=lambda part: -part.points)
    open_points: list[Finding] = [finding for finding in each.findings if finding.outcome.is_open_point]
    return [*(f"{part.label_nl}: {part.why_nl}" for part in parts), *map(point_nl, open_points)]
