"""Write a document in a file format and check the finished bytes. There is no way around the check."""

from enum import StrEnum

from matcher.documents.house_style import PLAIN, HouseStyle
from matcher.documents.model import Document, Part, Picture
from matcher.documents.own_paragraphs import with_own_paragraphs
from matcher.documents.release import check_release
from matcher.domain.case import Case
from matcher.prose import Block, Explanation, Points, Text, explanation_markdown


class FileFormat(StrEnum):
    """The formats that can be written."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    MD = "md"


def write_document(document: Document, case: Case, file_format: FileFormat, style: HouseStyle = PLAIN) -> bytes:
    """Answer the bytes of a finished and checked file.

    Args:
        document: what `build_document` answered.
        case: the case, so that the check knows which values may not be in the file.
        file_format: docx, pdf, html or md.
        style: the house style.

    Raises:
        ReleaseRefused: the finished file holds something that its reader may not see. Nothing is written.
    """
    styled = with_own_paragraphs(document, style)
    made = _bytes(styled, file_format, style)
    check_release(styled, made, file_format.value, case, style)
    return made


def _bytes(document: Document, file_format: FileFormat, style: HouseStyle) -> bytes:
    if file_format is FileFormat.DOCX:
        from matcher.documents.write_docx import docx_of  # noqa: PLC0415 one writer a file

        return docx_of(document, style)
    if file_format is FileFormat.PDF:
        from matcher.documents.write_pdf import pdf_of  # noqa: PLC0415 one writer a file

        return pdf_of(document, style)
    if file_format is FileFormat.HTML:
        from matcher.documents.write_html import html_of  # noqa: PLC0415 one writer a file

        return html_of(document, style)
    blocks = tuple(block for part in document.blocks for block in _in_words(part))
    text = explanation_markdown(Explanation(document.on, document.audience, document.language, blocks))
    return f"{text}\n".encode()


def _in_words(part: Part) -> tuple[Block, ...]:
    """Answer a part without pictures: of a picture its caption and what it shows."""
    return (Text((part.caption,)), Points(part.told)) if isinstance(part, Picture) else (part,)
