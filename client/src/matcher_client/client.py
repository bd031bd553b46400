"""The client: a group of methods per subject over one connection."""

from types import TracebackType
from typing import Self

import httpx

from matcher_client.calls import Calls, Token
from matcher_client.cases import Cases
from matcher_client.dossiers import Dossiers
from matcher_client.index import Index
from matcher_client.occupations import Occupations
from matcher_client.papers import Papers
from matcher_client.system import System
from matcher_client.vum import Vum

_TIMEOUT_S = 60.0
_AGAIN = 2


class Client:
    """A client of the matcher service; use it in a `with` block, or close it.

    Attributes:
        cases: what a case comes to.
        papers: documents in.
        vum: a jobseeker profile of VUM, in and out.
        index: the bureau's vacancies.
        dossiers: stored cases.
        occupations: the occupations and titles.
        system: the state of the service.

    Args:
        url: address of the service, e.g. `https://matcher.voorbeeld`.
        token: a key, a bearer token, a function that answers one, or None in first-run mode.
        timeout_s: longest time for one answer.
        again: how often a request that changes nothing is sent again after a broken connection, 429 or 503.
        transport: how requests travel, for tests.

    Raises:
        InsecureAddress: a token would go over http to another machine.

    Example:
        >>> with Client("https://matcher.voorbeeld", "mtr_voorbeeld") as client:
        ...     client.index
        Index(...)
    """

    def __init__(
        self,
        url: str,
        token: Token = None,
        *,
        timeout_s: float = _TIMEOUT_S,
        again: int = _AGAIN,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._calls = Calls(url, token, timeout_s=timeout_s, again=again, transport=transport)
        self.cases = Cases(self._calls)
        self.papers = Papers(self._calls)
        self.vum = Vum(self._calls)
        self.index = Index(self._calls)
        self.dossiers = Dossiers(self._calls)
        self.occupations = Occupations(self._calls)
        self.system = System(self._calls)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._calls.close()
