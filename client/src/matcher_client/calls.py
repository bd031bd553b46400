"""One request: who asks, sending again when that is harmless, and refusals as exceptions."""

import ipaddress
import time
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import httpx

from matcher_client.errors import AnswerUnreadable, InsecureAddress, MatcherClientError, Unreachable, refusal

Token = str | Callable[[], str] | None
Parameter = str | int | bool | date | list[str] | None

JSON = "application/json"
_AGAIN = frozenset((429, 503))
_FIRST_PAUSE_S = 0.5
_LONGEST_PAUSE_S = 30.0


class Calls:
    """Sends requests.

    Args:
        url: address of the service.
        token: a key, a bearer token, or a function that answers one.
        timeout_s: longest time for one answer.
        again: how often a harmless request is sent again.
        transport: how requests travel; httpx's own when not given.
        pause: waits some seconds.
    """

    def __init__(
        self,
        url: str,
        token: Token,
        *,
        timeout_s: float,
        again: int,
        transport: httpx.BaseTransport | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        address = httpx.URL(url)
        if token is not None and address.scheme != "https" and not _is_here(address.host):
            raise InsecureAddress("A key or token goes over https only. Give an address that starts with https://.")
        self._token = token
        self._again = again
        self._pause = pause
        self._http = httpx.Client(base_url=address, timeout=timeout_s, transport=transport, follow_redirects=False)

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def json(self, method: str, path: str, *, harmless: bool = False, **more: Any) -> Any:
        """Answer the JSON of a request; None when the answer has no body.

        Args:
            method: HTTP method.
            path: below the address of the service.
            harmless: the request changes nothing, so it may be sent again.
            more: `params`, `content`, `kind` and `headers`, as for `send`.

        Raises:
            MatcherClientError: no answer, an unreadable one, or a refusal.
        """
        answer = self.send(method, path, harmless=harmless, **more)
        if not answer.content:
            return None
        try:
            return answer.json()
        except ValueError:
            raise AnswerUnreadable("The answer is no JSON. Is this the address of the service?") from None

    def send(
        self,
        method: str,
        path: str,
        *,
        harmless: bool = False,
        params: Mapping[str, Parameter] | None = None,
        content: bytes | None = None,
        kind: str = JSON,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """Answer a request that the service accepted.

        Args:
            method: HTTP method.
            path: below the address of the service.
            harmless: the request changes nothing, so it may be sent again.
            params: query; None is left out.
            content: the body.
            kind: media type of the body.
            headers: further headers.

        Raises:
            MatcherClientError: no answer or a refusal.
        """
        for attempt in range(self._again + 1):
            last = attempt == self._again or not harmless
            try:
                answer = self._http.request(
                    method,
                    path,
                    params=_query(params or {}),
                    content=content,
                    headers={**self._headers(content, kind), **(headers or {})},
                )
            except httpx.TransportError as error:
                if last:
                    raise Unreachable(f"No answer from the service ({type(error).__name__}).") from None
                self._wait(attempt, None)
                continue
            if answer.is_success:
                return answer
            after = _seconds(answer.headers.get("retry-after"))
            if last or answer.status_code not in _AGAIN:
                raise _refused(answer, after)
            self._wait(attempt, after)
        raise AssertionError

    def _headers(self, content: bytes | None, kind: str) -> dict[str, str]:
        token = self._token() if callable(self._token) else self._token
        held = {} if token is None else {"Authorization": f"Bearer {token}"}
        return held if content is None else {**held, "Content-Type": kind}

    def _wait(self, attempt: int, after: float | None) -> None:
        asked = _FIRST_PAUSE_S * 2**attempt if after is None else after
        self._pause(min(asked, _LONGEST_PAUSE_S))


def _refused(answer: httpx.Response, after: float | None) -> MatcherClientError:
    try:
        problem = answer.json()
    except ValueError:
        problem = None
    return refusal(answer.status_code, problem, after)


def _query(params: Mapping[str, Parameter]) -> dict[str, str | list[str]]:
    return {name: _plain(value) for name, value in params.items() if value is not None}


def _plain(value: str | int | bool | date | list[str]) -> str | list[str]:  # noqa: FBT001 a flag of a query
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, list) else str(value)


def _seconds(text: str | None) -> float | None:
    return float(text) if text is not None and text.isdecimal() else None


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
