"""Is this request meant for us, and does it come from our own pages or from no page at all?"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from matcher_service.errors import NotAllowed
from matcher_service.middleware.observe import request_id_of
from matcher_service.problems import problem_of
from matcher_service.settings import is_loopback
from matcher_service.state import State

_HARMLESS = frozenset({"GET", "HEAD", "OPTIONS"})
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


class Doorkeeper:
    """Refuses requests for another host, and changes that another website asks a browser to make.

    Args:
        app: the next layer.
        state: for the settings and the mode.
    """

    def __init__(self, app: ASGIApp, state: State) -> None:
        self._app = app
        self._state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            refused = self._why_not(scope["method"], Headers(scope=scope))
            if refused is not None:
                await problem_of(refused).response(request_id_of(scope))(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _why_not(self, method: str, headers: Headers) -> NotAllowed | None:
        host = headers.get("host", "")
        if self._state.first_run and not _from_this_machine(host, headers):
            return NotAllowed("Zonder sleutels antwoordt de service alleen op deze machine. Maak eerst een sleutel.")
        hosts = self._state.settings.allowed_hosts
        if hosts and _name(host) not in hosts:
            return NotAllowed("De service antwoordt niet onder deze naam. Zie MATCHER_ALLOWED_HOSTS.")
        if method not in _HARMLESS and _from_another_site(host, headers):
            return NotAllowed("Deze aanvraag komt van een andere website. Dat mag niet.")
        return None


def _from_this_machine(host: str, headers: Headers) -> bool:
    """Answer whether a request was made here: a proxy, or a name that points here, may bring in a stranger."""
    return is_loopback(_name(host)) and not any(name in headers for name in _FORWARDED)


def _from_another_site(host: str, headers: Headers) -> bool:
    if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}:
        return True
    origin = headers.get("origin")
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
