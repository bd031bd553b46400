"""A PDF as rows: words with places, ruled tables as tables, drawn and fillable boxes as ticks."""

import contextlib
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from matcher.sheets.pdf_boxes import with_ticks
from matcher.sheets.pdf_fields import add_fields
from matcher.sheets.pdf_grid import rows_of_page
from matcher.sheets.pdf_page import Page, read_page
from matcher.sheets.pdf_strokes import with_strokes
from matcher.sheets.pdf_turn import Turn
from matcher.sheets.plain_text import decoded
from matcher.sheets.refusal import Budget, Refused
from matcher.sheets.sheet import Row, Sheet

_DATA_NAMES = (".xml", ".json")


def sheet_of_pdf(content: bytes, most: dict[str, int]) -> Sheet:
    """Answer the rows of a PDF.

    Args:
        content: the bytes.
        most: the limits by name.

    Raises:
        Refused: it is locked, broken, or has too many pages or words.
    """
    document = opened(content, most)
    budget = Budget(most)
    rows: list[Row] = []
    empty: list[int] = []
    tables = 0
    recognised = False
    for number in range(len(document)):
        page = _page(document, number, budget)
        if page is None or not page.words:
            empty.append(number + 1)
            continue
        recognised |= page.recognised
        found, tables = rows_of_page(with_strokes(with_ticks(page)), number + 1, tables)
        budget.take(0, len(found))
        rows += found
    data = tuple(_data_files(document, budget))
    return Sheet(tuple(rows), len(document), tuple(empty), attachments=data, recognised=recognised)


def opened(content: bytes, most: dict[str, int]) -> pdfium.PdfDocument:
    """Answer an open PDF with its form fields.

    Raises:
        Refused: it is locked, broken or has too many pages.
    """
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise Refused("password" if locked else "broken") from None
    if len(document) > most["pages"]:
        raise Refused("pages")
    if not len(document):
        raise Refused("broken")
    with contextlib.suppress(pdfium.PdfiumError):
        document.init_forms()
    return document


def _page(document: pdfium.PdfDocument, number: int, budget: Budget) -> Page | None:
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return None  # one broken page: told as a page without text
    text = page.get_textpage()
    turn = Turn(page, text)
    found = read_page(page, text, turn, budget)
    if document.formenv is not None:
        add_fields(page, document.formenv, turn, found)
    text.close()
    page.close()
    return found


def _data_files(document: pdfium.PdfDocument, budget: Budget) -> Iterator[tuple[str, str]]:
    with contextlib.suppress(pdfium.PdfiumError):
        for place in range(min(raw.FPDFDoc_GetAttachmentCount(document), 10)):
            attachment = document.get_attachment(place)
            name = attachment.get_name()
            if name.lower().endswith(_DATA_NAMES):
                text = decoded(bytes(attachment.get_data()))
                budget.take(len(text))
                yield name, text
