"""The optional dossier store over HTTP. Off unless a key for it is set; a bureau sees its own dossiers only."""

from dataclasses import asdict
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from starlette.responses import Response

from matcher import InputError, match
from matcher.dossier import decided
from matcher.report import jobs_zoekprofiel_json, place, zoekprofiel_json
from matcher_service.answers import json_answer
from matcher_service.audit import Entry
from matcher_service.deps import CaseDep, CoachDesk, Desk, OnDep, View, ViewedDesk
from matcher_service.routes.described import answers, case_body
from matcher_service.store import plain_case

router = APIRouter(prefix="/v1", tags=["dossiers"])

Mark = Annotated[str, Path(pattern=r"^d-[a-z2-7]{26}$", description="Mark of the dossier.")]
_MOST_VERSIONS = 100_000


async def keep_until_of(
    desk: CoachDesk,
    keep_until: Annotated[
        date | None, Query(description="Last day on which the dossier is kept; the service's own term when not given.")
    ] = None,
) -> date:
    """Answer the last day on which a dossier is kept."""
    today, settings = desk.state.today(), desk.state.settings
    last = today + timedelta(days=settings.max_retention_days)
    if keep_until is None:
        return today + timedelta(days=settings.retention_days)
    if not today <= keep_until <= last:
        raise InputError(f"De laatste dag (keep_until) kan niet. Kies een dag van {today} tot en met {last}.")
    return keep_until


KeepUntil = Annotated[date, Depends(keep_until_of)]


def _did(desk: Desk, action: str, mark: str, version: int | None = None) -> None:
    desk.write(Entry(f"dossier.{action}", dossier=mark, version=version))


_STORED = answers("StoredAnswer", body=True, more=(404,), status=201)
_ADDED = answers("StoredAnswer", body=True, more=(404, 409))


@router.post(
    "/dossiers",
    status_code=201,
    responses=_STORED,
    openapi_extra=case_body(),
)
def store_dossier(desk: CoachDesk, keep_until: KeepUntil, read: CaseDep) -> Response:
    """Store a case as a dossier of this bureau. Texts that name something medical are not kept."""
    version = desk.dossiers.create(desk.holder, read.case, keep_until)
    _did(desk, "store", version.dossier, version.number)
    data = {"schema": "matcher/stored/1", **asdict(version), "reading_nl": read.report.notes_nl()}
    return json_answer(data, 201, {"Location": f"/v1/dossiers/{version.dossier}"})


@router.get("/dossiers", responses=answers("DossiersAnswer", more=(404,)))
def list_dossiers(
    desk: CoachDesk,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> Response:
    """Answer the dossiers of this bureau by mark, the last changed first. Nothing of their content is in the list."""
    lines, total = desk.dossiers.listed(desk.holder, offset, limit)
    data = {"dossiers": [asdict(line) for line in lines], "page": place(offset, limit, total)}
    return json_answer({"schema": "matcher/dossiers/1", **data})


@router.get("/dossiers/{dossier}", responses=answers("DossierAnswer", more=(404,)))
def read_dossier(
    desk: CoachDesk,
    dossier: Mark,
    version: Annotated[int | None, Query(ge=1, le=_MOST_VERSIONS, description="The last one when not given.")] = None,
) -> Response:
    """Answer one version of a dossier. Who looked is written down."""
    stored = desk.dossiers.read(desk.holder, dossier, version)
    _did(desk, "read", dossier, stored.version.number)
    data = {**asdict(stored.version), "keep_until": stored.keep_until, "case": plain_case(stored.case)}
    return json_answer({"schema": "matcher/dossier/1", **data})


@router.put("/dossiers/{dossier}", responses=_ADDED, openapi_extra=case_body())
def add_version(
    desk: CoachDesk,
    dossier: Mark,
    after: Annotated[int, Query(ge=1, le=_MOST_VERSIONS, description="The version that the change was made on.")],
    read: CaseDep,
) -> Response:
    """Store a further version. Earlier versions stay; a change on an older version is refused."""
    version = desk.dossiers.add(desk.holder, dossier, read.case, after)
    _did(desk, "store", dossier, version.number)
    return json_answer({"schema": "matcher/stored/1", **asdict(version), "reading_nl": read.report.notes_nl()})


@router.get("/dossiers/{dossier}/zoekprofiel", responses=answers("ZoekprofielAnswer", more=(404,)))
def make_zoekprofiel_of_dossier(desk: ViewedDesk, dossier: Mark, on: OnDep) -> Response:
    """Answer the zoekprofiel of a dossier's last version; for a jobhunter without items and levels."""
    case = desk.dossiers.read(desk.holder, dossier, action=f"zoekprofiel.{desk.view}").case
    result = decided(match(case, on, desk.state.catalogue), case, desk.state.catalogue)
    desk.matched("dossier.zoekprofiel", case, result, dossier)
    if desk.view is View.JOBS:
        return json_answer(jobs_zoekprofiel_json(result))
    return json_answer(zoekprofiel_json(result, desk.state.catalogue))


@router.put("/dossiers/{dossier}/retention", responses=answers("RetentionAnswer", more=(404,)))
def set_retention(desk: CoachDesk, dossier: Mark, keep_until: KeepUntil) -> Response:
    """Set the last day on which a dossier is kept. After that day it is erased by itself."""
    line = desk.dossiers.keep(desk.holder, dossier, keep_until)
    _did(desk, "retention", dossier)
    return json_answer({"schema": "matcher/retention/1", "dossier": asdict(line)})


@router.get("/dossiers/{dossier}/accesses", responses=answers("AccessesAnswer", more=(404,)))
def list_accesses(desk: CoachDesk, dossier: Mark) -> Response:
    """Answer who did what with a dossier, and when."""
    found = desk.dossiers.accesses(desk.holder, dossier)
    _did(desk, "accesses", dossier)
    return json_answer({"schema": "matcher/accesses/1", "accesses": [asdict(access) for access in found]})


@router.get("/dossiers/{dossier}/export", responses=answers("AnyObject", more=(404,)))
def export_dossier(desk: CoachDesk, dossier: Mark) -> Response:
    """Answer everything that is kept in a dossier, for the worker or for another system."""
    exported = desk.dossiers.export(desk.holder, dossier)
    _did(desk, "export", dossier)
    return json_answer(exported)


@router.delete("/dossiers/{dossier}", status_code=204, responses=answers(None, more=(404,), status=204))
def erase_dossier(desk: CoachDesk, dossier: Mark) -> Response:
    """Erase a dossier with all its versions and its key."""
    desk.dossiers.erase(desk.holder, dossier)
    _did(desk, "erase", dossier)
    return Response(status_code=204)
