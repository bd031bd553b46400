"""What every kind of file becomes: rows of cells with their page and place."""

from dataclasses import dataclass, replace
from typing import Any

TICKED = "\u2612"
UNTICKED = "\u2610"


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of text with its place from left to right.

    Attributes:
        text: the words, with ticked boxes as one sign each (`TICKED`, `UNTICKED`).
        left: left side in points, or in signs for a plain text, or the column number of a table without a page.
        right: right side in the same measure.
        strong: True when most of its letters are bold, underlined or marked with a colour.
    """

    text: str
    left: float
    right: float
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a page, or one row of a table.

    Attributes:
        page: page, counted from 1; the part of the file where it has no pages.
        cells: from left to right; at least one.
        table: number of the table that it belongs to; None for a line of running text.
        gap: white space above it, in heights of a line; 0 when not known.
        lines: the separate lines of a row of a table that holds more than one.
    """

    page: int
    cells: tuple[Cell, ...]
    table: int | None = None
    gap: float = 0.0
    lines: tuple["Row", ...] = ()

    @property
    def text(self) -> str:
        """Answer all words of the row."""
        return " ".join(cell.text for cell in self.cells if cell.text)

    def with_cells(self, cells: tuple[Cell, ...]) -> "Row":
        """Answer the row with other cells, as one line."""
        return replace(self, cells=cells, lines=())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole document.

    Attributes:
        rows: everything that was read, in reading order.
        pages: how many pages it has.
        empty_pages: pages without any text: a scan or a picture.
        furniture: texts of page headers and footers that the file itself marks as such.
        attachments: name and text of the data files inside it (a Europass keeps its data there).
        recognised: True when the text was recognised from pictures, so that signs may be wrong.
        hidden: True when rows or columns were left out that the file does not show.
        unread_pages: pages of a scan for which there was no time, or that could not be recognised.
    """

    rows: tuple[Row, ...]
    pages: int = 1
    empty_pages: tuple[int, ...] = ()
    furniture: tuple[str, ...] = ()
    attachments: tuple[tuple[str, str], ...] = ()
    recognised: bool = False
    hidden: bool = False
    unread_pages: tuple[int, ...] = ()


def packed(sheet: Sheet) -> dict[str, Any]:
    """Answer a sheet as plain values, to pass from the child process."""
    return {
        "rows": [_packed_row(row) for row in sheet.rows],
        "pages": sheet.pages,
        "empty": list(sheet.empty_pages),
        "furniture": list(sheet.furniture),
        "attachments": [list(each) for each in sheet.attachments],
        "recognised": sheet.recognised,
        "hidden": sheet.hidden,
    }


def unpacked(raw: dict[str, Any]) -> Sheet:
    """Answer the sheet in plain values."""
    return Sheet(
        rows=tuple(_row(each) for each in raw["rows"]),
        pages=int(raw["pages"]),
        empty_pages=tuple(int(page) for page in raw["empty"]),
        furniture=tuple(str(text) for text in raw["furniture"]),
        attachments=tuple((str(name), str(text)) for name, text in raw["attachments"]),
        recognised=bool(raw["recognised"]),
        hidden=bool(raw["hidden"]),
    )


def _packed_row(row: Row) -> list[Any]:
    cells = [[cell.text, round(cell.left, 1), round(cell.right, 1), int(cell.strong)] for cell in row.cells]
    return [row.page, cells, row.table, round(row.gap, 2), [_packed_row(line) for line in row.lines]]


def _row(raw: list[Any]) -> Row:
    page, cells, table, gap, lines = raw
    return Row(
        page=int(page),
        cells=tuple(Cell(str(text), float(left), float(right), bool(strong)) for text, left, right, strong in cells),
        table=None if table is None else int(table),
        gap=float(gap),
        lines=tuple(_row(line) for line in lines),
    )
