"""What routes ask for by name: the state, the caller, the case in the body, the day, the view.

Each is a coroutine, though most have nothing to wait for: a plain function would cost a thread per dependency.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Annotated, cast

from fastapi import Depends, Query, Request, Security
from fastapi.security import HTTPBearer
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from matcher import Case, InputError, Match
from matcher.intake import CaseFormat, ReadCase, read_case_bytes
from matcher_service.access import Caller, Scope
from matcher_service.audit import Entry, looked_at
from matcher_service.errors import SwitchedOff, WrongKindOfBody
from matcher_service.indexes import Indexes
from matcher_service.middleware.hand_over import MADE
from matcher_service.middleware.observe import request_id_of
from matcher_service.state import Made, State
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
        self.write(replace(matched(action, case, result), dossier=dossier))

    def looked_at(self, action: str, case: Case, on: date) -> None:
        """Write to the audit log that a case was looked at without a whole result."""
        self.write(looked_at(action, case, on))

    async def answered(self, request: Request, make: Callable[[], Made]) -> Response:
        """Answer what is made in a thread; the audit log is on disk before it leaves. It is held for who asks again.

        Args:
            request: the request, to which what was made is tied.
            make: makes the answer.
        """
        made = await run_in_threadpool(make)
        await self.state.audited(made.entry.by(self.caller.key_id, self.caller.bureau, self.request_id))
        request.scope["state"][MADE] = made
        return made.content.answer(request.headers.get("accept-encoding"))

    @property
    def indexes(self) -> Indexes:
        """Answer the indexes of vacancies.

        Raises:
            SwitchedOff: this service keeps nothing.
        """
        if self.state.indexes is None:
            raise SwitchedOff("Deze service bewaart geen vacatures. De beheerder kan dat aanzetten: MATCHER_STATE.")
        return self.state.indexes

    def write(self, entry: Entry) -> None:
        """Write an event of this caller to the audit log; when this returns it is on disk."""
        self.state.audit(entry.by(self.caller.key_id, self.caller.bureau, self.request_id))


def matched(action: str, case: Case, result: Match) -> Entry:
    """Answer what the audit log says about a result.

    Args:
        action: stable name.
        case: the case.
        result: what was made.
    """
    return Entry(action, receipt=result.receipt, stage=result.stage.stage.code, overrides=case.policy.overrides)


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


async def index_desk(desk: Annotated[Desk, Depends(desk_of)]) -> Desk:
    """Answer the desk of a caller that may fill and manage the index of vacancies."""
    desk.caller.require(Scope.INDEX)
    return desk


IndexDesk = Annotated[Desk, Depends(index_desk)]


async def case_of(request: Request, state: StateDep, caller: CallerDep) -> ReadCase:
    """Answer the case in the body; read in a thread so that others need not wait, unless it was just read."""
    kind = case_format(request.headers.get("content-type", ""))
    body = await request.body()
    mark = state.cases.mark(f"{caller.bureau} {kind}", body)
    read = state.cases.find(mark)
    if read is None:
        read = await run_in_threadpool(read_case_bytes, body, kind)
        state.cases.hold(mark, read, len(body))
    return read


def case_format(content_type: str) -> CaseFormat:
    """Answer in which form a case came.

    Args:
        content_type: header of the request.

    Raises:
        WrongKindOfBody: it is neither JSON nor YAML.
    """
    kind = content_type.partition(";")[0].strip().lower()
    if kind not in _FORMATS:
        raise WrongKindOfBody("Stuur de casus als application/json of als application/yaml.")
    return _FORMATS[kind]


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
