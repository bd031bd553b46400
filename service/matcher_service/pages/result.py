"""The result: zoekprofiel, ranked occupations, what exceeds and why, what would open more, and the coach's hand."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from matcher import FormRefused, Match
from matcher.dossier import coached, coached_view, decided, details_view, enrich
from matcher.prose import engine_sentences
from matcher.report import acceptance_nl, point_nl, verdict_nl, zoekprofiel_view
from matcher.stage_moments import stage_moments
from matcher_service.pages.carried import Carried, CarriedDep
from matcher_service.pages.folding import folding
from matcher_service.pages.hand import with_action
from matcher_service.pages.old_form import day_of_form, old_form_page, with_confirmation
from matcher_service.pages.rendering import page

router = APIRouter()

_EXCEEDING_SHOWN = 20


def result_page(request: Request, carried: Carried) -> Response:
    """Answer the page with the result of a case.

    Args:
        request: the request.
        carried: the case.
    """
    try:
        result = carried.matched("zoekprofiel")
    except FormRefused as refused:
        if refused.too_old is None:
            raise
        return old_form_page(request, carried, refused.too_old)
    chosen = decided(result, carried.case, carried.catalogue)
    hand = coached(result, carried.case, carried.catalogue, engine_sentences(chosen, carried.case))
    details = enrich(result, carried.case, carried.catalogue, carried.on, kinds=hand.usable())
    return page(
        request,
        "resultaat.html",
        carried.visitor,
        carried=carried,
        result=result,
        profile=folding(zoekprofiel_view(chosen, carried.catalogue, reading=carried.read.report.notes_nl())),
        details=folding(details_view(details)),
        hand=coached_view(hand) if carried.case.coach.actions else [],
        exceeding=_exceeding(result),
        stages=stage_moments(carried.case, carried.on),
        verdict_nl=verdict_nl,
        acceptance_nl=acceptance_nl,
        occupations=carried.catalogue.occupations,
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


@router.post("/formulier/leeftijd")
def confirm_age(
    request: Request,
    carried: CarriedDep,
    formulier: Annotated[str, Form(max_length=10)],
    reden: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Add the reason why an old form may still be used, and show the result."""
    return result_page(request, with_confirmation(request, carried, day_of_form(formulier), reden))


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
