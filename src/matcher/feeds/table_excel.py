"""Excel workbooks: the first sheet with a heading that is understood; packed bombs and entities are refused unread."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from matcher.errors import FileUnreadable
from matcher.feeds.columns import Mapped, fields_of
from matcher.feeds.raw import RawRecord, gather
from matcher.feeds.report import Tally
from matcher.feeds.rules import feed_rules
from matcher.feeds.source import whole
from matcher.feeds.table_csv import check_fields

_HEADING_ROWS = 20
_PROLOGUE = 65_536
_BAD = "Dit is geen leesbaar Excelbestand (.xlsx). Open het in Excel en bewaar het opnieuw als .xlsx of .csv."
_BOMB = "Dit Excelbestand is verdacht: uitgepakt is het veel te groot. Het is niet gelezen."


def read_excel_feed(path: Path, mapped: Mapped, tally: Tally) -> Iterator[RawRecord]:
    """Yield the rows of a workbook.

    Args:
        path: the file, or `-`.
        mapped: the mapping file.
        tally: where refusals are counted.

    Raises:
        FileUnreadable: it is no workbook, is packed too densely, declares entities, or no heading is understood.
    """
    import openpyxl  # noqa: PLC0415 only for workbooks

    content = whole(path)
    check_package(content)
    try:
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        rows = _first_table(book, mapped, tally)
        yield from rows
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, SyntaxError, IndexError, AttributeError, OSError):
        raise FileUnreadable(_BAD) from None


def check_package(content: bytes) -> None:
    """Refuse a zip file that would grow too large or whose XML declares a document type.

    Args:
        content: the bytes of the file.

    Raises:
        FileUnreadable: it is no zip file, or one of those.
    """
    limits = feed_rules().limits
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            parts = packed.infolist()
            total = sum(part.file_size for part in parts)
            if len(parts) > limits["max_packed_parts"] or total > limits["max_unpacked_bytes"]:
                raise FileUnreadable(_BOMB)
            if total > limits["max_unpacked_ratio"] * max(len(content), 1):
                raise FileUnreadable(_BOMB)
            for part in parts:
                if part.filename.endswith((".xml", ".rels", ".vml")):
                    _check_prologue(packed, part)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        raise FileUnreadable(_BAD) from None


def _check_prologue(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    with packed.open(part) as stream:
        head = stream.read(_PROLOGUE)
    if b"\x00" in head or b"<!DOCTYPE" in head.upper() or b"<!ENTITY" in head.upper():
        raise FileUnreadable("Dit Excelbestand bevat verwijzingen die niet zijn toegestaan. Het is niet gelezen.")


def _first_table(book: Any, mapped: Mapped, tally: Tally) -> Iterator[RawRecord]:
    limits = feed_rules().limits
    best: tuple[Any, int, list[str]] | None = None
    for sheet in book.worksheets:
        for number, row in enumerate(
            sheet.iter_rows(max_row=_HEADING_ROWS, max_col=limits["max_columns"], values_only=True), 1
        ):
            names = [_text(cell) for cell in row]
            if {"title", "text"} & set(fields_of(names, mapped)) and best is None:
                best = (sheet, number, names)
    if best is None:
        check_fields([], mapped, tally)
        return
    sheet, heading, names = best
    while names and not names[-1]:
        names.pop()
    fields = check_fields(names, mapped, tally)
    if len(book.worksheets) > 1:
        tally.assume("Het bestand heeft meer bladen: alleen het eerste blad met vacatures is gelezen.")
    empty = 0
    for number, row in enumerate(
        sheet.iter_rows(
            min_row=heading + 1, max_row=heading + limits["max_rows"], max_col=len(names), values_only=True
        ),
        heading + 1,
    ):
        cells = [_text(cell) for cell in row]
        if not any(cells):
            empty += 1
            if empty > limits["max_empty_rows"]:
                return
            continue
        empty = 0
        yield RawRecord(number, gather(zip(fields, names, cells, strict=False)))


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.10g}".replace(".", ",")
    return str(cell)
