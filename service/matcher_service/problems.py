"""The one translation of errors to HTTP: problem+json (RFC 9457), with the place of every fault and never a value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import orjson
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from matcher.catalogue import CatalogueError
from matcher.errors import CaseInvalid, DataError, Fault, FileUnreadable, InputError
from matcher_service.errors import (
    DossierChanged,
    DossierNotHere,
    IndexBusy,
    IndexNotHere,
    KeyMissing,
    NotAllowed,
    StorageUnreachable,
    SwitchedOff,
    TooLarge,
    TooManyRequests,
    TooSlow,
    WrongKindOfBody,
)

MEDIA_TYPE = "application/problem+json"
_TYPE = "urn:matcher:problem:"

# The first class that fits counts, so the narrow ones come first.
_KINDS: tuple[tuple[type[Exception], int, str, str], ...] = (
    (KeyMissing, 401, "key-missing", "A valid key is needed"),
    (NotAllowed, 403, "not-allowed", "This is not allowed"),
    (TooManyRequests, 429, "too-many-requests", "Too many requests"),
    (TooLarge, 413, "too-large", "The body is too large"),
    (TooSlow, 503, "too-slow", "The answer took too long"),
    (WrongKindOfBody, 415, "wrong-kind-of-body", "This kind of body is not read here"),
    (DossierNotHere, 404, "dossier-not-here", "There is no such dossier"),
    (DossierChanged, 409, "dossier-changed", "There is a later version"),
    (IndexNotHere, 404, "index-not-here", "There is no index of vacancies yet"),
    (IndexBusy, 409, "index-busy", "The index is being changed"),
    (StorageUnreachable, 503, "storage-unreachable", "The storage cannot be reached"),
    (SwitchedOff, 404, "switched-off", "This part is not switched on"),
    (CaseInvalid, 422, "case-invalid", "The case has faults"),
    (FileUnreadable, 400, "unreadable", "The body cannot be read"),
    (DataError, 503, "data-missing", "The tables of the service are missing"),
    (CatalogueError, 404, "unknown-occupation", "This occupation is not known"),
    (InputError, 422, "input-refused", "The input cannot be used"),
)
_PARAMETER_NL = "deze waarde past niet. Kijk in de beschrijving van de API wat hier mag staan."
_BUG_NL = "Er ging iets mis in de service zelf. Meld dit met het nummer van de aanvraag, zonder persoonsgegevens."


@dataclass(frozen=True, slots=True)
class Problem:
    """One refusal as RFC 9457 describes it.

    Attributes:
        status: HTTP status.
        kind: last part of the type, stable.
        title: the kind in English words.
        detail: what to do, in Dutch.
        errors: faults with their place in the body or the parameters.
        headers: further headers.
    """

    status: int
    kind: str
    title: str
    detail: str
    errors: Sequence[Fault] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    def response(self, request_id: str) -> Response:
        """Answer the refusal as a response.

        Args:
            request_id: number of the request, to find it in the log.
        """
        body = {
            "type": _TYPE + self.kind,
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "request_id": request_id,
            "errors": [{"field": f.field, "line": f.line, "problem_nl": f.problem} for f in self.errors],
        }
        return Response(orjson.dumps(body), self.status, media_type=MEDIA_TYPE, headers=dict(self.headers))


def problem_of(error: Exception) -> Problem:
    """Answer the refusal that belongs to an error. An error that nobody foresaw tells nothing about itself.

    Args:
        error: what was raised.
    """
    if isinstance(error, RequestValidationError):
        return _of_parameters(error)
    if isinstance(error, HTTPException):
        return _of_http(error)
    for kind, status, name, title in _KINDS:
        if isinstance(error, kind):
            faults = error.faults if isinstance(error, CaseInvalid) else ()
            detail = "De casus heeft fouten. Zie errors." if faults else str(error)
            return Problem(status, name, title, detail, faults, _headers(error))
    return Problem(500, "bug", "Something went wrong in the service", _BUG_NL)


def _of_parameters(error: RequestValidationError) -> Problem:
    faults = list(dict.fromkeys(Fault(_place(each), None, _PARAMETER_NL) for each in error.errors()))
    return Problem(422, "parameters", "A parameter or field does not fit", "Een veld past niet. Zie errors.", faults)


def _place(each: Mapping[str, Any]) -> str:
    """Answer where a fault is; a name that the sender made up stays out, as it may be personal."""
    loc = each["loc"][:-1] if each["type"] == "extra_forbidden" else each["loc"]
    return ".".join(str(step) for step in loc)


def _of_http(error: HTTPException) -> Problem:
    status = HTTPStatus(error.status_code)
    detail = "Dit adres bestaat niet." if status is HTTPStatus.NOT_FOUND else "Dit kan zo niet bij dit adres."
    return Problem(status, status.name.lower().replace("_", "-"), status.phrase, detail, (), error.headers or {})


def _headers(error: Exception) -> dict[str, str]:
    if isinstance(error, KeyMissing):
        return {"WWW-Authenticate": "Bearer"}
    if isinstance(error, TooManyRequests):
        return {"Retry-After": str(error.retry_after_s)}
    return {"Retry-After": "5"} if isinstance(error, TooSlow | IndexBusy | StorageUnreachable) else {}
