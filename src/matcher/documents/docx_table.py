"""A table of a Word file as one piece of XML: a library call per cell is slow in tables of many rows."""

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from matcher.documents.columns import column_widths
from matcher.documents.docx_styles import TABLE_HEAD, TABLE_TEXT
from matcher.prose import Sentence, Table

_TWIPS_PER_CM = 567
_CELL_MARGIN = 85  # as in the table style: the border, and not the text, stands at the margin of the page


def table_element(table: Table, width_cm: float) -> Any:
    """Answer a table whose head comes back on every page and whose rows are never cut over two pages.

    Args:
        table: the table.
        width_cm: width of the text on the page.
    """
    from docx.oxml import parse_xml  # noqa: PLC0415 only when a Word file is asked for
    from docx.oxml.ns import nsdecls  # noqa: PLC0415

    widths = _twips(table, width_cm)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(table.head, widths, TABLE_HEAD, "<w:cantSplit/><w:tblHeader/>")
    rows = "".join(_row(row, widths, TABLE_TEXT, "<w:cantSplit/>") for row in table.rows)
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="MatcherTabel"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{_CELL_MARGIN}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>'
    )


def _twips(table: Table, width_cm: float) -> list[int]:
    parts = column_widths(table)
    whole = width_cm * _TWIPS_PER_CM - _CELL_MARGIN
    return [round(whole * part / sum(parts)) for part in parts]


def _row(cells: Sequence[Sentence], widths: Sequence[int], style: str, properties: str) -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(_printable(cell.text))}</w:t></w:r></w:p></w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def _printable(text: str) -> str:
    """Answer the text without control signs, which XML cannot hold."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
