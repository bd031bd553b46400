"""Any document as rows of cells: pages, tables and ticked boxes, without any meaning yet.

Files are opened in a child process with hard limits. Nothing is fetched, run or written.
"""

from typing import TYPE_CHECKING

from matcher.faces import on_first_use

if TYPE_CHECKING:
    from matcher.sheets.data_file import json_tree, xml_tree
    from matcher.sheets.gate import Limits, Paper, limits, open_paper, paper_of
    from matcher.sheets.sandbox import BegunSheet, begin_sheet, page_picture, read_sheet
    from matcher.sheets.sheet import TICKED, UNTICKED, Cell, Row, Sheet

__all__ = [
    "TICKED",
    "UNTICKED",
    "BegunSheet",
    "Cell",
    "Limits",
    "Paper",
    "Row",
    "Sheet",
    "begin_sheet",
    "json_tree",
    "limits",
    "open_paper",
    "page_picture",
    "paper_of",
    "read_sheet",
    "xml_tree",
]

_HOMES = {
    "TICKED": "sheet",
    "UNTICKED": "sheet",
    "BegunSheet": "sandbox",
    "Cell": "sheet",
    "Limits": "gate",
    "Paper": "gate",
    "Row": "sheet",
    "Sheet": "sheet",
    "begin_sheet": "sandbox",
    "json_tree": "data_file",
    "limits": "gate",
    "open_paper": "gate",
    "page_picture": "sandbox",
    "paper_of": "gate",
    "read_sheet": "sandbox",
    "xml_tree": "data_file",
}

if not TYPE_CHECKING:
    __getattr__ = on_first_use(__name__, _HOMES)
