"""Words of a page become lines, and words between drawn lines become rows of a table."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from matcher.sheets.pdf_page import Edge, Page, Word
from matcher.sheets.sheet import TICKED, UNTICKED, Cell, Row

_SAME = 2.0  # points: edges this near are one edge
_COLUMN_GAP = 0.95  # of the height of a line: more white than this divides columns
_TABLE_LINES = 3  # upright lines of a table with more than one column
_TALL = 0.45  # of the page: a band this tall without columns is a frame
_BOXES = frozenset({TICKED, UNTICKED, *"●○■□◯"})


def rows_of_page(page: Page, number: int, tables: int) -> tuple[list[Row], int]:
    """Answer the rows of a page from top to bottom, and how many tables there are so far.

    Args:
        page: words and lines of the page.
        number: page, counted from 1.
        tables: tables counted on the pages before.
    """
    bands = _bands(page)
    inside: dict[int, list[Word]] = {}
    outside: list[Word] = []
    for word in page.words:
        place = _band_of(word, bands)
        if place is None:
            outside.append(word)
        else:
            inside.setdefault(place, []).append(word)
    placed: list[tuple[float, float, Row]] = []
    for place, words in inside.items():
        band = bands[place]
        placed.append((band.top, band.bottom, _table_row(words, band, number, tables + band.table)))
    placed += [(top, bottom, Row(number, cells)) for top, bottom, cells in _lines(outside)]
    placed.sort(key=lambda each: (each[0], each[2].cells[0].left))
    count = tables + 1 + max((band.table for band in bands), default=-1)
    return _with_gaps(placed), count


class _Band:
    """The space between two lines across, with the upright lines in it."""

    def __init__(self, top: float, bottom: float, left: float, right: float, columns: list[float]) -> None:
        self.top, self.bottom, self.left, self.right, self.columns = top, bottom, left, right, columns
        self.table = 0


def _bands(page: Page) -> list[_Band]:
    flats = _joined([edge for edge in page.edges if edge.flat and edge.end - edge.start > 8])  # noqa: PLR2004
    uprights = _joined([edge for edge in page.edges if not edge.flat])
    flats = [edge for edge in flats if edge.end - edge.start > 40]  # noqa: PLR2004 an underlined word is no table
    bands: list[_Band] = []
    for place, upper in enumerate(flats):
        for lower in flats[place + 1 :]:
            left, right = max(upper.start, lower.start), min(upper.end, lower.end)
            if lower.at - upper.at < 6 or right - left < 40:  # noqa: PLR2004 too low or too narrow for words
                continue
            middle = (upper.at + lower.at) / 2
            columns = sorted(
                e.at for e in uprights if e.start <= middle <= e.end and left - _SAME <= e.at <= right + _SAME
            )
            if len(columns) < 2 or columns[-1] - columns[0] < 40:  # noqa: PLR2004 lines without columns are no table
                break
            if lower.at - upper.at > _TALL * page.height and len(columns) < 4:  # noqa: PLR2004 a frame round the text
                break
            bands.append(_Band(upper.at, lower.at, columns[0], columns[-1], columns))
            break
    table = 0
    for before, band in pairwise(bands):
        if abs(before.bottom - band.top) > _SAME * 2 or abs(before.left - band.left) > _SAME * 2:
            table += 1
        band.table = table
    return bands


def _joined(edges: list[Edge]) -> list[Edge]:
    """Answer the edges, those on one line and touching as one, from top to bottom or left to right."""
    found: list[Edge] = []
    for edge in sorted(edges, key=lambda e: (round(e.at / _SAME), e.start)):
        for place in range(len(found) - 1, max(-1, len(found) - 12), -1):
            other = found[place]
            if abs(other.at - edge.at) <= _SAME and edge.start <= other.end + _SAME * 2:
                found[place] = Edge(edge.flat, other.at, min(other.start, edge.start), max(other.end, edge.end))
                break
        else:
            found.append(edge)
    return sorted(found, key=lambda e: e.at)


def _band_of(word: Word, bands: list[_Band]) -> int | None:
    across = (word.left + word.right) / 2
    for place, band in enumerate(bands):
        if band.top - 1 <= word.middle <= band.bottom + 1 and band.left - 1 <= across <= band.right + 1:
            return place
    return None


def _table_row(words: list[Word], band: _Band, number: int, table: int) -> Row:
    columns = [at for at, after in pairwise([*band.columns, band.columns[-1] + 99]) if after - at > _SAME]
    if len(columns) < _TABLE_LINES:
        columns = _by_white_space(words, columns)
    by_column: dict[int, list[Word]] = {}
    for word in words:
        place = min(max(bisect_right(columns, (word.left + word.right) / 2) - 1, 0), len(columns) - 2)
        by_column.setdefault(place, []).append(word)
    cells = []
    for place in range(len(columns) - 1):
        own = by_column.get(place, [])
        text = joined_lines([cell.text for _, _, line in _lines(own) for cell in line])
        cells.append(Cell(text, columns[place], columns[place + 1], _is_strong(own)))
    lines = _lines(words, columns)
    parts = tuple(Row(number, line, table) for _, _, line in lines) if len(lines) > 1 else ()
    return Row(number, tuple(cells), table, 0.0, parts)


def _by_white_space(words: list[Word], columns: list[float]) -> list[float]:
    """Answer the columns of a row without upright lines: where no line of it has words."""
    size = max(median(word.height for word in words), 5.0) * 1.25
    found = [columns[0]]
    reach = columns[0]
    for word in sorted(words, key=lambda w: w.left):
        if reach > columns[0] and word.left - reach > _COLUMN_GAP * size:
            found.append(word.left - 1)
        reach = max(reach, word.right)
    return [*found, columns[-1]]


def joined_lines(lines: Iterable[str]) -> str:
    """Answer lines as one text; a word broken at the end of a line becomes whole.

    Example:
        >>> joined_lines(["werken met toetsen-", "bord en muis"])
        'werken met toetsenbord en muis'
    """
    text = ""
    for line in lines:
        if text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower() and line.split()[0] not in {"en", "of"}:
            text = text[:-1] + line
        else:
            text = f"{text} {line}" if text else line
    return text


def _lines(words: Sequence[Word], columns: Sequence[float] = ()) -> list[tuple[float, float, tuple[Cell, ...]]]:
    """Answer words as lines from top to bottom, each with its top, bottom and cells."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.middle):
        for line in reversed(lines[-3:]):
            middle = sum(w.middle for w in line) / len(line)
            if abs(word.middle - middle) <= 0.45 * max(min(word.height, max(w.height for w in line)), 4.0):
                line.append(word)
                break
        else:
            lines.append([word])
    found = []
    for line in lines:
        cells = _cells(sorted(line, key=lambda w: w.left), columns)
        found.append((min(w.top for w in line), max(w.bottom for w in line), cells))
    return sorted(found, key=lambda each: each[0])


def _cells(line: list[Word], columns: Sequence[float] = ()) -> tuple[Cell, ...]:
    height = median(word.height for word in line)
    size = max(height, 5.0) * 1.25
    cells: list[list[Word]] = [[line[0]]]
    for before, word in pairwise(line):
        crosses = columns and bisect_right(columns, word.left + 1) != bisect_right(columns, before.left + 1)
        boxes = before.text in _BOXES and (word.text in _BOXES or _ends_run_of_boxes(cells))
        if crosses or boxes or word.left - max(w.right for w in cells[-1]) > _COLUMN_GAP * size:
            cells.append([word])
        else:
            cells[-1].append(word)
    return tuple(
        Cell(" ".join(w.text for w in cell), cell[0].left, max(w.right for w in cell), _is_strong(cell))
        for cell in cells
    )


def _is_strong(words: Sequence[Word]) -> bool:
    """Answer whether most letters of some words are strong."""
    return 2 * sum(len(word.text) for word in words if word.strong) > sum(len(word.text) for word in words)


def _ends_run_of_boxes(cells: list[list[Word]]) -> bool:
    """Answer whether the last cells are boxes in a row, as in a table with a column per level."""
    return len(cells) > 1 and all(len(cell) == 1 and cell[0].text in _BOXES for cell in cells[-2:])


def _with_gaps(placed: list[tuple[float, float, Row]]) -> list[Row]:
    found: list[Row] = []
    last: float | None = None
    heights = [bottom - top for top, bottom, row in placed if row.table is None]
    usual = max(median(heights), 4.0) if heights else 10.0
    for top, bottom, row in placed:
        gap = 0.0 if last is None else max((top - last) / usual, 0.0)
        found.append(Row(row.page, row.cells, row.table, gap, row.lines))
        last = bottom if last is None else max(last, bottom)
    return found
