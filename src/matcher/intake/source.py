"""From bytes to text: size, kind of file and encoding, before anything is parsed."""

from pathlib import Path
from typing import Literal

from matcher.errors import FileUnreadable

CaseFormat = Literal["yaml", "json"]

MAX_BYTES = 1_000_000  # a case of 20 full forms is about 200 kB; larger is a wrong file
_FORMATS: dict[str, CaseFormat] = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
_KNOWN_BINARY = {
    b"%PDF": "Dit is een PDF-bestand.",
    b"PK\x03\x04": "Dit is een Word-, Excel- of zipbestand.",
    b"\xd0\xcf\x11\xe0": "Dit is een oud Word- of Excelbestand.",
    b"\x89PNG": "Dit is een afbeelding.",
    b"\xff\xd8\xff": "Dit is een afbeelding.",
}
_ADVICE = "Geef een tekstbestand met de naam .yaml, .yml of .json; docs/case-file.md heeft een voorbeeld."
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13}


def read_text(path: Path) -> tuple[str, CaseFormat]:
    """Answer the text of a case file and its format.

    Args:
        path: a `.yaml`, `.yml` or `.json` file of at most 1 MB in UTF-8.

    Raises:
        FileUnreadable: the file is missing, empty, too large, binary, of another kind or not in UTF-8.
    """
    case_format = _FORMATS.get(path.suffix.lower())
    if case_format is None:
        raise FileUnreadable(f"De naam van het bestand eindigt niet op .yaml, .yml of .json. {_ADVICE}")
    return decode(_bytes_of(path)), case_format


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise FileUnreadable("Het bestand is niet gevonden, of het is een map. Controleer de naam en de plaats.")
        with path.open("rb") as handle:
            return handle.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        raise FileUnreadable("Het bestand is niet te openen. Controleer of u het mag lezen.") from None


def decode(content: bytes) -> str:
    """Answer the text in the bytes of a case file.

    Args:
        content: the bytes, with or without a byte order mark.

    Raises:
        FileUnreadable: the content is empty, too large, binary or not UTF-8.

    Example:
        >>> decode(b"schema: matcher/case/1")
        'schema: matcher/case/1'
    """
    if len(content) > MAX_BYTES:
        raise FileUnreadable("Het bestand is groter dan 1 MB. Een casus is veel kleiner: geef het goede bestand.")
    for start, what in _KNOWN_BINARY.items():
        if content.startswith(start):
            raise FileUnreadable(f"{what} {_ADVICE}")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileUnreadable("Het bestand is in UTF-16 bewaard. Bewaar het opnieuw als UTF-8.")
    if not _CONTROL.isdisjoint(content):
        raise FileUnreadable(f"Dit is geen tekstbestand. {_ADVICE}")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileUnreadable(
            f"Regel {line}: hier staat een teken dat geen UTF-8 is. Bewaar het bestand opnieuw als UTF-8."
        ) from None
    if not text.strip():
        raise FileUnreadable(f"Het bestand is leeg. {_ADVICE}")
    return text
