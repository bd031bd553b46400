"""Results as bytes, by a fast encoder."""

import gzip
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.responses import Response

from matcher.documents import FileFormat

JSON = "application/json"
WORTH_PACKING_BYTES = 1000
PACKING = 4  # of 9: a third of the time of the highest, and hardly larger
MEDIA_TYPES = {
    FileFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileFormat.PDF: "application/pdf",
    FileFormat.HTML: "text/html; charset=utf-8",
    FileFormat.MD: "text/markdown; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Packed:
    """A JSON answer that is packed once, for everybody who asks for it: held, it takes a tenth of the memory.

    Attributes:
        data: the bytes, packed by gzip when that is worth it.
        is_packed: whether they are.
    """

    data: bytes
    is_packed: bool

    @classmethod
    def of(cls, data: Any) -> "Packed":
        """Answer plain data, packed.

        Args:
            data: dictionaries, lists and scalars.
        """
        plain = json_bytes(data)
        if len(plain) < WORTH_PACKING_BYTES:
            return cls(plain, is_packed=False)
        return cls(gzip.compress(plain, PACKING, mtime=0), is_packed=True)

    @classmethod
    def plainly(cls, data: Any) -> "Packed":
        """Answer the same without packing it: for what is made afresh each time; the layer that packs may still do so.

        Args:
            data: dictionaries, lists and scalars.
        """
        return cls(json_bytes(data), is_packed=False)

    def answer(self, unpacks: str | None) -> Response:
        """Answer the response: as it lies where the caller can unpack, else unpacked.

        Args:
            unpacks: what the caller says to unpack, the header Accept-Encoding of the request.
        """
        if not self.is_packed:
            return Response(self.data, media_type=JSON)
        if "gzip" not in (unpacks or ""):
            return Response(gzip.decompress(self.data), media_type=JSON)
        # The layer that packs leaves this alone, so it does not say by itself that the answer varies.
        head = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        return Response(self.data, headers=head, media_type=JSON)


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
