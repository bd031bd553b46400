"""Who looks at a page, and whether a form came from our own page."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Request
from starlette.responses import RedirectResponse, Response

from matcher_service.access import Caller, Scope, Session
from matcher_service.access.caller import LOCAL
from matcher_service.deps import Desk, StateDep
from matcher_service.errors import NotAllowed
from matcher_service.middleware.observe import request_id_of
from matcher_service.state import State

FORM_TOKEN = "form_token"  # noqa: S105 the name of a field
ENTRANCE = "/inloggen"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who was let in.

    Attributes:
        session: the browser session.
        caller: whose key it was opened with, and what that key may do.
        state: what the application holds.
    """

    session: Session
    caller: Caller
    state: State

    def form_token(self) -> str:
        """Answer a token for a form on a page."""
        return self.state.sessions.form_token(self.session)


class NotLetIn(Exception):
    """Nobody is let in yet: the page to log in comes first."""


def cookie_name(state: State) -> str:
    """Answer the name of the cookie; over https a browser keeps it to this host and path by its prefix."""
    return "__Host-matcher" if state.settings.https else "matcher"


async def visitor_of(request: Request, state: StateDep) -> Visitor:
    """Answer who looks; in first-run mode anybody on this machine.

    Raises:
        NotLetIn: no session, or its key no longer holds.
    """
    session = state.sessions.read(request.cookies.get(cookie_name(state)))
    if session is None:
        raise NotLetIn
    caller = _caller(session, state)
    if caller is None:
        raise NotLetIn
    return Visitor(session, caller, state)


def _caller(session: Session, state: State) -> Caller | None:
    if session.key_id == LOCAL.key_id:
        return LOCAL if state.first_run else None
    return None if state.keys is None else state.keys.still_holds(session.key_id)


VisitorDep = Annotated[Visitor, Depends(visitor_of)]


async def form_of(request: Request, visitor: VisitorDep) -> Visitor:
    """Answer who sent a form, when the form came from our own page.

    Raises:
        NotAllowed: the token of the form is missing or another session's.
    """
    token = (await request.form()).get(FORM_TOKEN)
    if not isinstance(token, str) or not visitor.state.sessions.form_token_fits(visitor.session, token):
        raise NotAllowed("Dit formulier hoort niet bij deze sessie. Open de pagina opnieuw.")
    return visitor


FormSenderDep = Annotated[Visitor, Depends(form_of)]


async def coach_of(visitor: VisitorDep) -> Visitor:
    """Answer a visitor that may see everything about a case."""
    visitor.caller.require(Scope.MATCH)
    return visitor


CoachVisitorDep = Annotated[Visitor, Depends(coach_of)]


async def matching_of(visitor: VisitorDep) -> Visitor:
    """Answer a visitor that may see verdicts: a coach or a jobhunter. The page shows no items or levels."""
    visitor.caller.require(Scope.MATCH, Scope.JOBS)
    return visitor


MatchingVisitorDep = Annotated[Visitor, Depends(matching_of)]


def desk_at(request: Request, visitor: Visitor) -> Desk:
    """Answer the desk of a visitor, with the audit log beside it.

    Args:
        request: the request that is answered.
        visitor: who looks.
    """
    return Desk(visitor.state, visitor.caller, request_id_of(request.scope))


def to_entrance(request: Request, _error: Exception) -> Response:
    """Send somebody who is not let in to the entrance, and remember which page was asked."""
    after = request.url.path if request.method == "GET" else "/"
    return RedirectResponse(f"{ENTRANCE}?na={quote(after)}", 303)
