"""Results as bytes, by a fast encoder."""

from typing import Any

import orjson
from starlette.responses import Response

from matcher.documents import FileFormat

JSON = "application/json"
MEDIA_TYPES = {
    FileFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileFormat.PDF: "application/pdf",
    FileFormat.HTML: "text/html; charset=utf-8",
    FileFormat.MD: "text/markdown; charset=utf-8",
}


def json_answer(data: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """Answer plain data as a JSON response.

    Args:
        data: dictionaries, lists and scalars; days become ISO 8601.
        status: HTTP status.
        headers: further headers.
    """
    return Response(json_bytes(data), status, headers, media_type=JSON)


def json_bytes(data: Any) -> bytes:
    """Answer plain data as JSON.

    Args:
        data: dictionaries, lists and scalars; days become ISO 8601.

    Example:
        >>> json_bytes({"on": None})
        b'{"on":null}'
    """
    return orjson.dumps(data, option=orjson.OPT_NON_STR_KEYS)


def text_answer(text: str, media_type: str = "text/plain") -> Response:
    """Answer a text response in UTF-8.

    Args:
        text: the text.
        media_type: e.g. `text/markdown`.
    """
    return Response(text.encode(), media_type=media_type)


def file_answer(content: bytes, file_format: FileFormat, name: str) -> Response:
    """Answer a file to keep.

    Args:
        content: the finished file.
        file_format: its format.
        name: its name, without ending.
    """
    head = {"Content-Disposition": f'attachment; filename="{name}.{file_format.value}"'}
    return Response(content, media_type=MEDIA_TYPES[file_format], headers=head)
