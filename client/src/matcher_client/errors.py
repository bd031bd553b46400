"""The error tree.

MatcherClientError
├── InsecureAddress       a key or token would go over http to another machine
├── Unreachable           no answer came
├── AnswerUnreadable      an answer came, but not of this service
└── Refused               the service refused; its problem (RFC 9457) says why
    ├── NotAllowed        401, 403
    ├── NotFound          404
    ├── CaseFaulty        400, 422: faults, each with its place
    ├── TooManyRequests   429: when to come back
    └── ServiceFault      500 and up

No text repeats a value that was sent.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_KIND = "urn:matcher:problem:"


class MatcherClientError(Exception):
    """Anything that goes wrong between this client and the service."""


class InsecureAddress(MatcherClientError):
    """A key or token goes over https only, except to this machine."""


class Unreachable(MatcherClientError):
    """No answer came: no connection, or not in time."""


class AnswerUnreadable(MatcherClientError):
    """An answer came that is not of this service, such as the page of a proxy."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in what was sent.

    Attributes:
        field: dotted place, e.g. `forms.0.entries.3.levels`.
        line: line in the case file, from 1; None when it is not known.
        problem_nl: what is wrong and what is expected, in Dutch.
    """

    field: str
    line: int | None
    problem_nl: str


class Refused(MatcherClientError):
    """The service refused.

    Attributes:
        status: HTTP status.
        kind: stable name of the refusal, e.g. `not-allowed`; empty when the answer named none.
        detail: what to do, in Dutch.
        request_id: number of the request, to find it in the logs of the service.
        faults: faults in what was sent, each with its place.
    """

    def __init__(self, status: int, kind: str, detail: str, request_id: str, faults: tuple[Fault, ...]) -> None:
        self.status = status
        self.kind = kind
        self.detail = detail
        self.request_id = request_id
        self.faults = faults
        places = "".join(f"\n- {fault.field}: {fault.problem_nl}" for fault in faults)
        super().__init__(f"{status} {kind}: {detail}{places}")


class NotAllowed(Refused):
    """No key or token, one that does not hold, or one that may not do this."""


class NotFound(Refused):
    """There is no such thing."""


class CaseFaulty(Refused):
    """A case, field or parameter has faults."""


class TooManyRequests(Refused):
    """The share of this key is used up.

    Attributes:
        retry_after_s: after how many seconds to come back; None when the answer does not say.
    """

    retry_after_s: float | None = None


class ServiceFault(Refused):
    """A fault of the service, or it is too slow or not ready."""


_BY_STATUS: Mapping[int, type[Refused]] = {
    400: CaseFaulty,
    401: NotAllowed,
    403: NotAllowed,
    404: NotFound,
    422: CaseFaulty,
    429: TooManyRequests,
}
_FAULTS_FROM = 500


def refusal(status: int, problem: Any, retry_after_s: float | None) -> MatcherClientError:
    """Answer the exception for a refusal.

    Args:
        status: HTTP status.
        problem: the parsed body, whatever it is.
        retry_after_s: what the header `Retry-After` says.
    """
    if not isinstance(problem, dict) or not isinstance(problem.get("type"), str):
        return AnswerUnreadable(f"The answer has status {status} and is no problem of this service. Is there a proxy?")
    kind = ServiceFault if status >= _FAULTS_FROM else _BY_STATUS.get(status, Refused)
    made = kind(
        status,
        str(problem["type"]).removeprefix(_KIND),
        str(problem.get("detail", "")),
        str(problem.get("request_id", "")),
        tuple(_fault(each) for each in problem.get("errors") or () if isinstance(each, dict)),
    )
    if isinstance(made, TooManyRequests):
        made.retry_after_s = retry_after_s
    return made


def _fault(raw: Mapping[str, Any]) -> Fault:
    line = raw.get("line")
    return Fault(str(raw.get("field", "")), line if isinstance(line, int) else None, str(raw.get("problem_nl", "")))
