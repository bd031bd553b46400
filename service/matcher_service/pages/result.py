"""The result: zoekprofiel, ranked occupations, what exceeds and why, what would open more, and the coach's hand."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from matcher import Match
from matcher.dossier import coached, coached_view, details_view, enrich
from matcher.report import acceptance_nl, point_nl, verdict_nl, zoekprofiel_view
from matcher.stage_moments import stage_moments
from matcher_service.pages.carried import Carried, CarriedDep
from matcher_service.pages.hand import with_action
from matcher_service.pages.rendering import page

router = APIRouter()

_EXCEEDING_SHOWN = 20


def result_page(request: Request, carried: Carried) -> Response:
    """Answer the page with the result of a case.

    Args:
        request: the request.
        carried: the case.
    """
    result = carried.matched("zoekprofiel")
    hand = coached(result, carried.case, carried.catalogue)
    details = enrich(result, carried.case, carried.catalogue, carried.on, kinds=hand.usable())
    return page(
        request,
        "resultaat.html",
        carried.visitor,
        carried=carried,
        result=result,
        profile=zoekprofiel_view(result, carried.catalogue, reading=carried.read.report.notes_nl()),
        details=details_view(details),
        hand=coached_view(hand) if carried.case.coach.actions else [],
        exceeding=_exceeding(result),
        stages=stage_moments(carried.case, carried.on),
        verdict_nl=verdict_nl,
        acceptance_nl=acceptance_nl,
    )


def _exceeding(result: Match) -> list[tuple[str, str, list[str]]]:
    """Answer the occupations that exceed, best first, each with what exceeds."""
    found = []
    for occupation in result.exceeding[:_EXCEEDING_SHOWN]:
        by_channel = {finding.channel: finding for finding in occupation.findings}
        why = [point_nl(by_channel[channel]) for channel in occupation.verdict.exceeding]
        found.append((occupation.id, occupation.title_nl, why))
    return found


@router.post("/resultaat")
def show_result(request: Request, carried: CarriedDep) -> Response:
    """Show the result of a case, also on another day."""
    return result_page(request, carried)


@router.post("/hand")
def act(
    request: Request,
    carried: CarriedDep,
    handeling: Annotated[str, Form(max_length=20)],
    beroep: Annotated[str, Form(max_length=60)],
    reden: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Add what the coach does with an occupation, with its reason, and show the result again."""
    return result_page(request, with_action(request, carried, handeling, beroep, reden))
