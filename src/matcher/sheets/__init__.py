"""Any document as rows of cells: pages, tables and ticked boxes, without any meaning yet.

Files are opened in a child process with hard limits. Nothing is fetched, run or written.
"""

from matcher.sheets.gate import Limits, Paper, open_paper
from matcher.sheets.sandbox import read_sheet
from matcher.sheets.sheet import TICKED, UNTICKED, Cell, Row, Sheet

__all__ = ["TICKED", "UNTICKED", "Cell", "Limits", "Paper", "Row", "Sheet", "open_paper", "read_sheet"]
