"""The calendar of a case as a page with its picture, and as a file for an agenda."""

from collections.abc import Sequence

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import Response

from matcher.poortwachter import Moment, Status, calendar_for, status_nl, to_ics, to_svg, who_nl
from matcher.stage_moments import stage_moments
from matcher_service.pages.carried import CarriedDep
from matcher_service.pages.rendering import page

router = APIRouter()


@router.post("/kalender")
def show_calendar(request: Request, carried: CarriedDep) -> Response:
    """Show what is due when, why and by whom."""
    found = calendar_for(carried.case, carried.on, stage_moments(carried.case, carried.on))
    carried.desk.looked_at("calendar", carried.case, carried.on)
    picture = Markup(to_svg(found))  # noqa: S704 made by our own writer, which escapes every text
    return page(
        request,
        "kalender.html",
        carried.visitor,
        carried=carried,
        calendar=found,
        picture=picture,
        groups=_groups(found.moments),
        status_nl=status_nl,
        who_nl=who_nl,
    )


def _groups(moments: Sequence[Moment]) -> list[tuple[Status, list[list[Moment]]]]:
    """Answer the moments per status, what is late or due first; those of one series stand together."""
    found = []
    for status in Status:
        rows: dict[str, list[Moment]] = {}
        for moment in moments:
            if moment.status is status:
                rows.setdefault(moment.series or moment.code, []).append(moment)
        found.append((status, list(rows.values())))
    return [(status, group) for status, group in found if group]


@router.post("/kalender/agenda")
def download_calendar(carried: CarriedDep) -> Response:
    """Answer the calendar as a file for an agenda; its titles say nothing personal."""
    found = calendar_for(carried.case, carried.on, stage_moments(carried.case, carried.on))
    carried.desk.looked_at("calendar", carried.case, carried.on)
    head = {"Content-Disposition": 'attachment; filename="kalender.ics"'}
    return Response(to_ics(found), media_type="text/calendar; charset=utf-8", headers=head)
