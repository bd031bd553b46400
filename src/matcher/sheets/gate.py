"""The gate: which kind of file is it, and is it small enough to open? Decided on bytes, never on the name alone."""

import io
import zipfile
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from matcher.errors import FileUnreadable
from matcher.reference.tables import read_yaml

_MB = 1_000_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_PICTURES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"II*\x00": "tif", b"MM\x00*": "tif"}
_TEXTS = frozenset({".txt", ".text", ".md", ".csv", ".tsv", ""})
_DATA = {".xml": "xml", ".json": "json"}
_HEAD = 1024  # a PDF may have some bytes before its mark


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a document may be; the fields are those of `paper_limits.yaml`."""

    file_mb: int
    zip_entries: int
    zip_total_mb: int
    zip_part_mb: int
    zip_ratio: int
    pages: int
    signs: int
    form_rows: int
    rows: int
    depth: int
    wall_seconds: int
    cpu_seconds: int
    memory_mb: int
    answer_mb: int
    document_seconds: int
    scan_pages_at_once: int
    scan_memory_mb: int

    def as_dict(self) -> dict[str, int]:
        """Answer the limits as plain values for the child process."""
        return asdict(self)


@cache
def limits() -> Limits:
    """Answer the limits of the reference table."""
    raw = read_yaml("paper_limits.yaml")
    return Limits(**{name: int(raw[name]) for name in Limits.__slots__})


@dataclass(frozen=True, slots=True)
class Paper:
    """The bytes of a document and what kind of file they are: pdf, docx, xlsx, text, xml, json or picture."""

    content: bytes
    kind: str


def open_paper(path: Path) -> Paper:
    """Answer the bytes of a document, checked before anything is parsed.

    Args:
        path: a PDF, Word (.docx), Excel (.xlsx), text, XML or JSON file, or a picture.

    Raises:
        FileUnreadable: the file is missing, empty, too large, locked, a zip bomb or of another kind.
    """
    return paper_of(_bytes_of(path), path.suffix)


def paper_of(content: bytes, suffix: str) -> Paper:
    """Answer the bytes of a document that is at hand, checked before anything is parsed.

    Args:
        content: the bytes.
        suffix: ending of its name, e.g. `.txt`; it only tells text and data apart.

    Raises:
        FileUnreadable: it is empty, too large, locked, a zip bomb or of another kind.
    """
    if len(content) > limits().file_mb * _MB:
        raise FileUnreadable(f"Het bestand is groter dan {limits().file_mb} MB. Geef alleen het document zelf.")
    if not content.strip(b"\x00 \t\r\n"):
        raise FileUnreadable("Het bestand is leeg. Vraag het document opnieuw op.")
    return Paper(content, _kind_of(content, suffix.lower()))


def _bytes_of(path: Path) -> bytes:
    most = limits().file_mb * _MB
    try:
        if not path.is_file():
            raise FileUnreadable("Het bestand is niet gevonden, of het is een map. Controleer de naam en de plaats.")
        with path.open("rb") as handle:
            return handle.read(most + 1)
    except (OSError, ValueError):
        raise FileUnreadable("Het bestand is niet te openen. Controleer of u het mag lezen.") from None


def _kind_of(content: bytes, suffix: str) -> str:
    if b"%PDF-" in content[:_HEAD]:
        return "pdf"
    if content.startswith(b"PK"):
        return _zip_kind(content)
    if content.startswith(_OLD_OFFICE):
        raise FileUnreadable(
            "Dit is een Word- of Excelbestand van het oude soort, of een bestand met een wachtwoord. "
            "Bewaar het als .docx, .xlsx of PDF, zonder wachtwoord."
        )
    if content.startswith(b"{\\rtf"):
        raise FileUnreadable("Dit is een RTF-bestand. Open het in Word en bewaar het als .docx of PDF.")
    for start in _PICTURES:
        if content.startswith(start):
            return "picture"
    if suffix in _DATA:
        return _DATA[suffix]
    if suffix in _TEXTS:
        return "text"
    if suffix in {".pdf", ".docx", ".xlsx", ".docm", ".xlsm"}:
        raise FileUnreadable(
            f"De inhoud past niet bij de naam ({suffix}). Het bestand is beschadigd. Vraag het opnieuw op."
        )
    raise FileUnreadable(
        "Dit soort bestand kan niet worden gelezen. Geef een PDF, Word- (.docx), Excel- of tekstbestand."
    )


def _zip_kind(content: bytes) -> str:
    most = limits()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        raise FileUnreadable("Het bestand is beschadigd of niet compleet. Vraag het opnieuw op.") from None
    if any(part.flag_bits & 1 for part in parts):
        raise FileUnreadable("Het bestand heeft een wachtwoord. Bewaar het zonder wachtwoord.")
    too_big = (
        len(parts) > most.zip_entries
        or sum(part.file_size for part in parts) > most.zip_total_mb * _MB
        or any(part.file_size > most.zip_part_mb * _MB for part in parts)
        or any(part.file_size > _MB and part.file_size > most.zip_ratio * max(part.compress_size, 1) for part in parts)
    )
    if too_big:
        raise FileUnreadable(
            "Het bestand is uitgepakt veel te groot. Zo'n bestand kan schadelijk zijn en blijft dicht."
        )
    names = {part.filename for part in parts}
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    raise FileUnreadable("Dit is een zipbestand en geen Word- of Excelbestand. Pak het uit en geef het document zelf.")
