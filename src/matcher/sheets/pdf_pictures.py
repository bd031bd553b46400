"""The pages of a scan as pictures, for a program that recognises text."""

from typing import Any

from matcher.sheets.pdf import opened

_DOTS_PER_POINT = 200 / 72


def pictures_of(content: bytes, most: dict[str, int]) -> dict[str, Any]:
    """Answer the first pages as PGM in hexadecimal signs.

    Args:
        content: the bytes of the PDF.
        most: the limits by name.

    Raises:
        Refused: the PDF is locked, broken or too long.
    """
    document = opened(content, most)
    pictures = []
    for number in range(min(len(document), most["ocr_pages"])):
        page = document[number]
        scale = min(_DOTS_PER_POINT, 2400 / max(page.get_size()))  # a huge page would ask a huge picture
        pictures.append(_grey(page.render(scale=scale, grayscale=True)).hex())
    return {"pictures": pictures}


def _grey(bitmap: Any) -> bytes:
    """Answer a picture in the simplest format of greys (PGM), which needs no other package."""
    pixels = bytes(bitmap.buffer)
    rows = (pixels[at : at + bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
    return f"P5 {bitmap.width} {bitmap.height} 255\n".encode() + b"".join(rows)
