"""Documents out: one value per document and reader, written as Word, PDF, HTML or Markdown, and then checked."""

from typing import TYPE_CHECKING

from matcher.faces import on_first_use

if TYPE_CHECKING:
    from matcher.documents.build import build_document, kinds_for
    from matcher.documents.consent import (
        ConsentLine,
        ConsentMissing,
        ConsentState,
        consent_for,
        consent_lines,
    )
    from matcher.documents.forbidden import may_read
    from matcher.documents.goal_blocks import details_of
    from matcher.documents.house_style import PLAIN, HouseStyle, read_style
    from matcher.documents.identity import NOBODY, Identity, read_identity
    from matcher.documents.model import Document, Kind
    from matcher.documents.release import ReleaseRefused, check_words
    from matcher.documents.write import FileFormat, write_document

__all__ = [
    "NOBODY",
    "PLAIN",
    "ConsentLine",
    "ConsentMissing",
    "ConsentState",
    "Document",
    "FileFormat",
    "HouseStyle",
    "Identity",
    "Kind",
    "ReleaseRefused",
    "build_document",
    "check_words",
    "consent_for",
    "consent_lines",
    "details_of",
    "kinds_for",
    "may_read",
    "read_identity",
    "read_style",
    "write_document",
]

_HOMES = {
    "NOBODY": "identity",
    "PLAIN": "house_style",
    "ConsentLine": "consent",
    "ConsentMissing": "consent",
    "ConsentState": "consent",
    "Document": "model",
    "FileFormat": "write",
    "HouseStyle": "house_style",
    "Identity": "identity",
    "Kind": "model",
    "ReleaseRefused": "release",
    "build_document": "build",
    "check_words": "release",
    "consent_for": "consent",
    "consent_lines": "consent",
    "details_of": "goal_blocks",
    "kinds_for": "build",
    "may_read": "forbidden",
    "read_identity": "identity",
    "read_style": "house_style",
    "write_document": "write",
}

if not TYPE_CHECKING:
    __getattr__ = on_first_use(__name__, _HOMES)
