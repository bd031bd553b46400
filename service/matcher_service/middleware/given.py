"""The headers of a request, as the server handed them over: names in lower case, the first of a name counts."""

from starlette.types import Scope


def given(scope: Scope, name: bytes) -> str | None:
    """Answer a header, or None when the request has none of that name.

    Args:
        scope: the request.
        name: in lower case.

    Example:
        >>> given({"headers": [(b"host", b"localhost")]}, b"host")
        'localhost'
    """
    for each, value in scope["headers"]:
        if each == name:
            return str(value, "latin-1")
    return None
