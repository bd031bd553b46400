"""Is this request meant for us, is it no other website's, and who asks? Asked before anything of the body is read."""

from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from matcher_service.access import Caller
from matcher_service.errors import KeyMissing, NotAllowed, StorageUnreachable, TooManyRequests
from matcher_service.loopback import is_loopback
from matcher_service.middleware.given import given
from matcher_service.middleware.observe import request_id_of
from matcher_service.problems import problem_of
from matcher_service.state import State

_HARMLESS = frozenset({"GET", "HEAD", "OPTIONS"})
_FORWARDED = (b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip")
_BEHIND_A_KEY = ("/v1/", "/metrics")
_OPEN = frozenset({"/v1/openapi.json"})
_BEARER = "bearer "
_FROM_HERE = (None, "none", "same-origin")


class Door:
    """Refuses requests for another host or from another website, and finds the caller. The API takes no cookies.

    Args:
        app: the next layer.
        state: for the settings, the mode and the keys.
    """

    def __init__(self, app: ASGIApp, state: State) -> None:
        self._app = app
        self._state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            try:
                self._refuse_strangers(scope)
                if scope["path"].startswith(_BEHIND_A_KEY) and scope["path"] not in _OPEN:
                    scope["state"]["caller"] = await self._caller(_key(given(scope, b"authorization")))
            except (KeyMissing, NotAllowed, StorageUnreachable, TooManyRequests) as error:
                request_id = request_id_of(scope)
                if isinstance(error, KeyMissing | TooManyRequests):
                    await run_in_threadpool(self._state.refused, error, "door", request_id, None)
                await problem_of(error).response(request_id)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    async def _caller(self, key: str | None) -> Caller:
        if self._state.may_wait(key):
            return await run_in_threadpool(self._state.caller, key)
        return self._state.caller(key)

    def _refuse_strangers(self, scope: Scope) -> None:
        host = given(scope, b"host") or ""
        if self._state.first_run and not _from_this_machine(host, scope):
            raise NotAllowed("Zonder sleutels antwoordt de service alleen op deze machine. Maak eerst een sleutel.")
        hosts = self._state.settings.allowed_hosts
        if hosts and _name(host) not in hosts:
            raise NotAllowed("De service antwoordt niet onder deze naam. Zie MATCHER_ALLOWED_HOSTS.")
        if scope["method"] not in _HARMLESS and _from_another_site(host, scope):
            raise NotAllowed("Deze aanvraag komt van een andere website. Dat mag niet.")


def _key(shown: str | None) -> str | None:
    """Answer the key that was shown, or None; something that is no bearer key counts as a wrong key."""
    if shown is None:
        return None
    return shown[len(_BEARER) :].strip() if shown[: len(_BEARER)].lower() == _BEARER else ""


def _from_this_machine(host: str, scope: Scope) -> bool:
    """Answer whether a request was made here: a proxy, or a name that points here, may bring in a stranger."""
    return is_loopback(_name(host)) and all(given(scope, name) is None for name in _FORWARDED)


def _from_another_site(host: str, scope: Scope) -> bool:
    if given(scope, b"sec-fetch-site") not in _FROM_HERE:
        return True
    origin = given(scope, b"origin")
    return origin is not None and urlsplit(origin).netloc.lower() != host.lower()


def _name(host: str) -> str:
    """Answer the name in a Host header, without its port.

    Example:
        >>> _name("[::1]:8000"), _name("localhost:8000")
        ('::1', 'localhost')
    """
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""
