"""What routes ask for by name: the state, the caller, the case in the body, the day, the view.

Each is a coroutine, though most have nothing to wait for: a plain function would cost a thread per dependency.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Annotated, cast

from fastapi import Depends, Query, Request, Security
from fastapi.security import HTTPBearer
from starlette.concurrency import run_in_threadpool

from matcher import Case, InputError, Match
from matcher.intake import CaseFormat, ReadCase, read_case_bytes
from matcher.matching import receipt_for
from matcher.policy import find_stage
from matcher_service.access import Caller, Scope
from matcher_service.audit import Entry
from matcher_service.errors import SwitchedOff, WrongKindOfBody
from matcher_service.middleware.observe import request_id_of
from matcher_service.state import State
from matcher_service.store import Dossiers, Holder

_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
_FORMATS: dict[str, CaseFormat] = {
    "application/json": "json",
    "application/yaml": "yaml",
    "application/x-yaml": "yaml",
    "text/yaml": "yaml",
}
_BEARER = HTTPBearer(scheme_name="key", description="A key of the bureau: `mtr_...`.", auto_error=False)


class View(StrEnum):
    """For whose eyes an answer is."""

    COACH = "coach"
    JOBS = "jobs"


async def state_of(request: Request) -> State:
    """Answer what the application holds."""
    return cast("State", request.app.state.matcher)


StateDep = Annotated[State, Depends(state_of)]


async def caller_of(request: Request, _shown: Annotated[object, Security(_BEARER)]) -> Caller:
    """Answer who asks; the door has already checked the key."""
    return cast("Caller", request.state.caller)


CallerDep = Annotated[Caller, Depends(caller_of)]


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a request is handled: who asks, and the audit log beside it.

    Attributes:
        state: what the application holds.
        caller: who asks.
        request_id: number of the request.
        view: for whose eyes the answer is.
    """

    state: State
    caller: Caller
    request_id: str
    view: View = View.COACH

    @property
    def holder(self) -> Holder:
        """Answer whose dossiers the caller may see."""
        return Holder(self.caller.bureau, self.caller.key_id)

    @property
    def dossiers(self) -> Dossiers:
        """Answer the dossier store.

        Raises:
            SwitchedOff: this service keeps nothing.
        """
        if self.state.dossiers is None:
            raise SwitchedOff("Deze service bewaart geen dossiers. De beheerder kan dat aanzetten: MATCHER_STORE_KEY.")
        return self.state.dossiers

    def matched(self, action: str, case: Case, result: Match, dossier: str | None = None) -> None:
        """Write to the audit log that a result was made; when this returns it is on disk."""
        stage, overrides = result.stage.stage.code, case.policy.overrides
        self.write(Entry(action, receipt=result.receipt, stage=stage, overrides=overrides, dossier=dossier))

    def looked_at(self, action: str, case: Case, on: date) -> None:
        """Write to the audit log that a case was looked at without a whole result."""
        stage = find_stage(case, on).stage.code
        self.write(Entry(action, receipt=receipt_for(case, on), stage=stage, overrides=case.policy.overrides))

    def write(self, entry: Entry) -> None:
        """Write an event of this caller to the audit log; when this returns it is on disk."""
        self.state.audit(entry.by(self.caller.key_id, self.caller.bureau, self.request_id))


async def desk_of(request: Request, state: StateDep, caller: CallerDep) -> Desk:
    """Answer the desk of a request."""
    return Desk(state, caller, request_id_of(request.scope))


async def coach_desk(desk: Annotated[Desk, Depends(desk_of)]) -> Desk:
    """Answer the desk of a caller that may see everything about a case."""
    desk.caller.require(Scope.MATCH)
    return desk


async def open_desk(desk: Annotated[Desk, Depends(desk_of)]) -> Desk:
    """Answer the desk of a caller that may look up work: anybody but a key for the state of the service only."""
    desk.caller.require(Scope.MATCH, Scope.JOBS, Scope.INDEX)
    return desk


async def viewed_desk(
    desk: Annotated[Desk, Depends(desk_of)],
    view: Annotated[
        View, Query(description="coach: everything; jobs: conditions and verdicts, no items or levels. No default.")
    ],
) -> Desk:
    """Answer the desk of a caller that may see the view that is asked."""
    desk.caller.require(*((Scope.MATCH,) if view is View.COACH else (Scope.MATCH, Scope.JOBS)))
    return replace(desk, view=view)


CoachDesk = Annotated[Desk, Depends(coach_desk)]
OpenDesk = Annotated[Desk, Depends(open_desk)]
ViewedDesk = Annotated[Desk, Depends(viewed_desk)]


async def case_of(request: Request) -> ReadCase:
    """Answer the case in the body, read in a thread so that others need not wait."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _FORMATS:
        raise WrongKindOfBody("Stuur de casus als application/json of als application/yaml.")
    return await run_in_threadpool(read_case_bytes, await request.body(), _FORMATS[kind])


CaseDep = Annotated[ReadCase, Depends(case_of)]


async def day_of(
    state: StateDep,
    on: Annotated[date | None, Query(description="Day of matching (peildatum); today when not given.")] = None,
) -> date:
    """Answer the day of matching."""
    if on is not None and not _FIRST_DAY <= on <= _LAST_DAY:
        raise InputError(f"De peildatum (on) kan niet. Kies een dag van {_FIRST_DAY} tot en met {_LAST_DAY}.")
    return state.today() if on is None else on


OnDep = Annotated[date, Depends(day_of)]
