"""An Excel file as rows: the values as they were last saved; no formula is run and no link is followed."""

import datetime as dt
import io
import sys
from collections.abc import Iterator
from typing import Any

sys.modules.setdefault("numpy", None)  # type: ignore[arg-type]  # openpyxl would load it for nothing: half a second

from openpyxl import load_workbook  # noqa: E402 after the line above

from matcher.sheets.excel_hidden import Hidden, hidden_in  # noqa: E402
from matcher.sheets.refusal import Budget  # noqa: E402
from matcher.sheets.sheet import TICKED, UNTICKED, Cell, Row, Sheet  # noqa: E402

_COLUMNS = 60


def sheet_of_excel(content: bytes, most: dict[str, int]) -> Sheet:
    """Answer the rows that are shown of every visible sheet, the sheets as pages.

    Args:
        content: the bytes.
        most: the limits by name.

    Raises:
        Refused: it has too many rows or words.
    """
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    budget = Budget(most)
    rows: list[Row] = []
    hidden = False
    names = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for page, sheet in enumerate(names, start=1):
        gap = 0.0
        unseen = _hidden(sheet, most["rows"])
        for place, row in enumerate(_rows(sheet, most["rows"])):
            if place in unseen.rows:
                hidden = True
                continue
            hidden = hidden or any(row[at] is not None for at in unseen.columns if at < len(row))
            texts = ["" if at in unseen.columns else _text(value) for at, value in enumerate(row)]
            while texts and not texts[-1]:
                texts.pop()
            cells = tuple(Cell(text, float(at), float(at + 1)) for at, text in enumerate(texts))
            budget.take(sum(len(cell.text) for cell in cells), 1)
            if any(cell.text for cell in cells):
                rows.append(Row(page, cells, page, gap))
                gap = 0.0
            else:
                gap += 1
    return Sheet(tuple(rows), max(len(names), 1), hidden=hidden)


def _hidden(sheet: Any, most: int) -> Hidden:
    with sheet._get_source() as content:  # noqa: SLF001 openpyxl tells nothing about hidden rows while it reads on
        return hidden_in(content, most, _COLUMNS)


def _rows(sheet: Any, most: int) -> Iterator[tuple[Any, ...]]:
    # The size that a file claims for itself is not believed.
    sheet.reset_dimensions()
    for place, row in enumerate(sheet.iter_rows(max_col=_COLUMNS, values_only=True)):
        if place > most:
            break
        yield row


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return TICKED if value else UNTICKED
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())
