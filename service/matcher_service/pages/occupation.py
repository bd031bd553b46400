"""One occupation for a case: capacity beside demand per channel, and how the score is built."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from matcher import Catalogue, RankedOccupation, check, link_title
from matcher.reference import channels
from matcher.report import OUTCOME_NL, acceptance_nl, capacity_nl, finding_nl, verdict_nl
from matcher_service.pages.carried import CarriedDep
from matcher_service.pages.rendering import page

router = APIRouter()

# A word and a shape for every outcome: never only a colour.
SHAPES = {
    "fits": "✓", "signal": "!", "possible": "~", "question": "?", "capacity_unknown": "?", "exceeds": "✗",
    "not_compared": "–",
}  # fmt: skip
_CHOICES = 5


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """One channel of the overlay.

    Attributes:
        item: item of the form.
        label: name of the channel.
        capacity: what the person can do.
        share: percentage of jobs within it, or None when it cannot be said.
        outcome: the outcome in a word.
        shape: the outcome as a shape.
        sentence: the whole finding, with its source.
        open: whether something is to be explained or asked, or exceeds.
    """

    item: str
    label: str
    capacity: str
    share: int | None
    outcome: str
    shape: str
    sentence: str
    open: bool


def overlay(occupation: RankedOccupation, catalogue: Catalogue) -> tuple[ChannelRow, ...]:
    """Answer every channel of an occupation as a row, what is open first.

    Args:
        occupation: what `check` answered.
        catalogue: to name the sources.
    """
    rows = [
        ChannelRow(
            item=channels()[finding.channel].item,
            label=channels()[finding.channel].label_nl,
            capacity=capacity_nl(finding.capacity),
            share=finding.share_pct,
            outcome=OUTCOME_NL[finding.outcome],
            shape=SHAPES[finding.outcome.value],
            sentence=finding_nl(finding, catalogue),
            open=finding.outcome.is_open_point or finding.outcome.value == "exceeds",
        )
        for finding in occupation.findings
    ]
    return tuple(sorted(rows, key=lambda row: not row.open))


@router.post("/beroep")
def show_occupation(
    request: Request,
    carried: CarriedDep,
    beroep: Annotated[str, Form(max_length=60)] = "",
    titel: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Show one occupation for a case; a title gives choices first."""
    if not beroep:
        matches = link_title(titel, top=_CHOICES).matches if titel.strip() else ()
        known = [found for found in matches if f"isco:{found.isco08}" in carried.catalogue.index]
        return page(request, "beroep_kiezen.html", carried.visitor, carried=carried, titel=titel, matches=known)
    found = check(carried.case, beroep, carried.on, carried.catalogue)
    carried.desk.looked_at("check", carried.case, carried.on)
    return page(
        request,
        "beroep.html",
        carried.visitor,
        carried=carried,
        occupation=found,
        entry=carried.catalogue.occupation(found.id),
        rows=overlay(found, carried.catalogue),
        verdict=verdict_nl(found.verdict),
        acceptance=acceptance_nl(found),
    )
