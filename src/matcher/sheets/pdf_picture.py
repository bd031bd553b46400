"""A page of a scan as a picture, for a program that recognises text."""

from typing import Any

from matcher.sheets.pdf import opened

_DOTS_PER_POINT = 200 / 72


def picture_of(content: bytes, number: int, most: dict[str, int]) -> dict[str, Any]:
    """Answer one page as PGM in hexadecimal signs.

    Args:
        content: the bytes of the PDF.
        number: the page, counted from 1.
        most: the limits by name.

    Raises:
        Refused: the PDF is locked, broken or too long.
    """
    page = opened(content, most)[number - 1]
    scale = min(_DOTS_PER_POINT, 2400 / max(page.get_size()))  # a huge page would ask a huge picture
    return {"picture": _grey(page.render(scale=scale, grayscale=True)).hex()}


def _grey(bitmap: Any) -> bytes:
    """Answer a picture in the simplest format of greys (PGM), which needs no other package."""
    pixels = bytes(bitmap.buffer)
    rows = (pixels[at : at + bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
    return f"P5 {bitmap.width} {bitmap.height} 255\n".encode() + b"".join(rows)
