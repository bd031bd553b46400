"""How routes describe their answers and bodies in OpenAPI: by name, with every refusal that can come."""

from typing import Any

from matcher_service.answers import JSON
from matcher_service.problems import MEDIA_TYPE

_REFUSALS = {
    400: "The body is no text file of the expected kind.",
    401: "No key, or one that does not hold.",
    403: "The key may not do this, or the request comes from another website.",
    404: "There is no such thing.",
    409: "Somebody stored a later version.",
    413: "The body is too large.",
    415: "This kind of body is not read here.",
    422: "A parameter, field or case has faults; each with its place.",
    429: "The key used up its share for now.",
    500: "A fault of ours.",
    503: "Too slow, or the service is not ready.",
}
_ALWAYS = (401, 403, 422, 429, 500, 503)
_WITH_BODY = (400, 413, 415)

Described = dict[int | str, dict[str, Any]]


def answers(
    shape: str | None, *, body: bool = False, also: tuple[str, ...] = (), more: tuple[int, ...] = (), status: int = 200
) -> Described:
    """Answer the responses of a route for OpenAPI.

    Args:
        shape: name of the schema of the JSON answer; None when there is none.
        body: the route takes a body.
        also: further media types of the answer.
        more: further refusals.
        status: HTTP status of the answer.
    """
    content: dict[str, Any] = {} if shape is None else {JSON: {"schema": ref(shape)}}
    content.update({kind: {"schema": {"type": "string"}} for kind in also})
    found: Described = {status: {"description": "The answer.", **({"content": content} if content else {})}}
    for refused in sorted({*_ALWAYS, *(_WITH_BODY if body else ()), *more}):
        found[refused] = refusal(refused)
    return found


def refusal(status: int) -> dict[str, Any]:
    """Answer one refusal for OpenAPI.

    Args:
        status: HTTP status.
    """
    return {"description": _REFUSALS[status], "content": {MEDIA_TYPE: {"schema": ref("Problem")}}}


def case_body() -> dict[str, Any]:
    """Answer the body of a route that takes a case, as JSON or YAML, for OpenAPI."""
    kinds = (JSON, "application/yaml")
    content = {kind: {"schema": ref("Case")} for kind in kinds}
    return {"requestBody": {"required": True, "content": content, "description": "A case: schema `matcher/case/1`."}}


def files_body(kinds: tuple[str, ...], about: str) -> dict[str, Any]:
    """Answer the body of a route that takes the bytes of a file, for OpenAPI.

    Args:
        kinds: media types that are read.
        about: what it is.
    """
    content = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in kinds}
    return {"requestBody": {"required": True, "content": content, "description": about}}


def ref(shape: str) -> dict[str, str]:
    """Answer a reference to a named schema."""
    return {"$ref": f"#/components/schemas/{shape}"}
