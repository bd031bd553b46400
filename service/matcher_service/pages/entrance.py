"""The entrance: a key opens a browser session; in first-run mode the door is open to this machine."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from matcher_service.access.caller import LOCAL
from matcher_service.audit import Entry
from matcher_service.deps import StateDep
from matcher_service.errors import KeyMissing, TooManyRequests
from matcher_service.middleware.observe import request_id_of
from matcher_service.pages.guard import ENTRANCE, FormSenderDep, cookie_name
from matcher_service.pages.rendering import page
from matcher_service.state import State

router = APIRouter()

_WRONG = "Deze sleutel klopt niet, of is ingetrokken. Controleer de sleutel, of vraag een andere aan uw beheerder."
_TOO_MANY = "U hebt te vaak geprobeerd. Wacht een minuut en probeer het opnieuw."


@router.get(ENTRANCE)
def show_entrance(request: Request, state: StateDep, na: Annotated[str, Query(max_length=200)] = "/") -> Response:
    """Show the page to log in; in first-run mode nothing is asked."""
    if state.first_run:
        return _let_in(state, LOCAL.key_id, na)
    return page(request, "inloggen.html", after=_own_path(na), fault=None)


@router.post(ENTRANCE)
def enter(
    request: Request,
    state: StateDep,
    sleutel: Annotated[str, Form(max_length=200)] = "",
    na: Annotated[str, Form(max_length=200)] = "/",
) -> Response:
    """Open a session with a key."""
    request_id = request_id_of(request.scope)
    try:
        caller = state.caller(sleutel.strip())
    except (KeyMissing, TooManyRequests) as error:
        state.refused(error, ENTRANCE, request_id, None)
        fault = _WRONG if isinstance(error, KeyMissing) else _TOO_MANY
        return page(request, "inloggen.html", status=401, after=_own_path(na), fault=fault)
    state.audit(Entry("session.open").by(caller.key_id, caller.bureau, request_id))
    return _let_in(state, caller.key_id, na)


@router.post("/uitloggen")
async def leave(request: Request, visitor: FormSenderDep) -> Response:
    """End the session."""
    entry = Entry("session.close").by(visitor.caller.key_id, visitor.caller.bureau, request_id_of(request.scope))
    await run_in_threadpool(visitor.state.audit, entry)
    answer = RedirectResponse(ENTRANCE, 303)
    answer.delete_cookie(cookie_name(visitor.state), path="/", secure=visitor.state.settings.https, httponly=True)
    return answer


def _let_in(state: State, key_id: str, after: str) -> Response:
    answer = RedirectResponse(_own_path(after), 303)
    answer.set_cookie(
        cookie_name(state),
        state.sessions.cookie(state.sessions.open(key_id)),
        max_age=state.settings.session_minutes * 60,
        path="/",
        secure=state.settings.https,
        httponly=True,
        samesite="lax",
    )
    return answer


def _own_path(path: str) -> str:
    """Answer a path of our own; anything else could lead elsewhere.

    Example:
        >>> _own_path("/kalender"), _own_path("//elders.voorbeeld"), _own_path("https://elders.voorbeeld")
        ('/kalender', '/', '/')
    """
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() and "\\" not in path
    return path if plain else "/"
