"""The heading of a table: which column holds the score, which one the words, which ones are levels to tick."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from matcher.papers.vocabulary import doubt_number, pattern, patterns, word_list
from matcher.reference.text_signals import plain
from matcher.sheets import Cell, Row

_ALONE_REACH = 10.0  # points, where a single column to tick has no neighbour
_SAME_EDGE = 4.0  # points: the lines of one table are this near on all its pages
_CAN_DO = "belastbaarheid"  # the heading of names, or of what the person can do beside the names
_HEADING_WORDS = 4  # words: more than these are no heading of a column
_LEVELS_FROM = 2  # so many levels next to each other make a heading of levels


class Role(StrEnum):
    """What a column is for."""

    NUMBER = "number"
    NAME = "name"
    SCORE = "score"
    WORD = "word"
    TEXT = "text"
    SIDE = "side"
    PAST = "past"
    REFERENCE = "reference"
    LEVEL = "level"
    LIMITED = "limited"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        role: what it is for.
        left: where it starts.
        right: where it ends.
        level: the level that a tick in it means, when the heading is a number.
        word: the word of that level, when the heading is a word.
    """

    role: Role
    left: float
    right: float
    level: int | None = None
    word: str = ""

    @property
    def middle(self) -> float:
        """Answer the middle from left to right."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns of a table, and whether it is a ruled table whose cells fill their columns.

    Attributes:
        columns: from left to right.
        table: number of the ruled table; None for a heading above columns without lines.
        edges: where the cells of the heading start, and where the last one ends.
    """

    columns: tuple[Column, ...]
    table: int | None
    edges: tuple[float, ...] = ()

    def is_above(self, row: Row) -> bool:
        """Answer whether the heading stands above a row, also when the table goes on under another number.

        Args:
            row: a row below the heading.
        """
        if (self.table is None) != (row.table is None):
            return False  # a heading of a table says nothing about running text
        if row.table == self.table:
            return True
        lefts = [any(abs(cell.left - edge) <= _SAME_EDGE for edge in self.edges) for cell in row.cells]
        return all(lefts) and abs(row.cells[-1].right - self.edges[-1]) <= _SAME_EDGE

    @property
    def levels(self) -> tuple[Column, ...]:
        """Answer the columns to tick."""
        return tuple(column for column in self.columns if column.role is Role.LEVEL)

    def column_of(self, cell: Cell, *, tick: bool = False) -> Column | None:
        """Answer the column in which a cell stands, or None when that is not clear.

        Args:
            cell: a cell of a row below the heading.
            tick: True for a mark, which stands in the middle of its column.
        """
        if tick and self.levels:
            middle = (cell.left + cell.right) / 2
            near = min(self.levels, key=lambda column: abs(column.middle - middle))
            return near if abs(near.middle - middle) <= self._reach(near) else None
        best = max(self.columns, key=lambda column: _overlap(column, cell))
        if _overlap(best, cell) > 0:
            return best
        before = [column for column in self.columns if column.left <= cell.left + 2]
        return before[-1] if before and self.table is None else None

    def _reach(self, near: Column) -> float:
        """Answer how far a mark may stand from the middle of its column: in a ruled table anywhere inside it."""
        if self.table is not None:
            return (near.right - near.left) / 2
        middles = sorted(column.middle for column in self.levels)
        steps = [after - before for before, after in pairwise(middles)]
        return min(steps) * doubt_number("tick_reach") if steps else _ALONE_REACH


def heading_in(row: Row, before: Heading | None) -> Heading | None:
    """Answer the heading that a row is, or None for an ordinary row.

    Args:
        row: a row.
        before: the heading right above it, which it may complete: names first, levels below.
    """
    columns = _columns(row)
    known = [column for column in columns if column.role is not Role.OTHER]
    levels = [column for column in columns if column.role is Role.LEVEL]
    filled = sum(bool(cell.text) for cell in row.cells)
    is_heading = len(known) >= _LEVELS_FROM and len(known) >= 0.5 * filled
    is_heading = is_heading or _names_columns(row, known) or _asks(row, known)
    if not is_heading or (levels and len(levels) < _LEVELS_FROM and len(known) == len(levels)):
        return None
    if len(levels) == len(known) and not _rises(levels):
        return None
    if before is not None and len(levels) == len(known):
        kept = tuple(c for c in before.columns if not any(_overlap(c, Cell("", o.left, o.right)) > 0 for o in levels))
        columns = [*kept, *levels]
    edges = (*(cell.left for cell in row.cells), row.cells[-1].right)
    return Heading(tuple(sorted(columns, key=lambda column: column.left)), row.table, edges)


def _names_columns(row: Row, known: list[Column]) -> bool:
    """Answer whether a row of a table names its columns, of which only the one with the items is known to us."""
    texts = [cell.text.strip() for cell in row.cells if cell.text.strip()]
    if row.table is None or len(texts) <= _LEVELS_FROM or [column.role for column in known] != [Role.NAME]:
        return False
    first = known[0].left == min(cell.left for cell in row.cells if cell.text.strip())
    return first and all(len(text.split()) <= _HEADING_WORDS and not text[:1].isdigit() for text in texts)


def _asks(row: Row, known: list[Column]) -> bool:
    """Answer whether a row of a table is a heading of which one column asks whether there is a limit."""
    short = all(len(cell.text.split()) <= _HEADING_WORDS for cell in row.cells)
    return row.table is not None and short and any(column.role is Role.LIMITED for column in known)


def _columns(row: Row) -> list[Column]:
    found = []
    texts = [plain(cell.text).strip(" :.*()") for cell in row.cells]
    for place, cell in enumerate(row.cells):
        text = texts[place]
        if not text:
            continue
        text = word_list("columns")["short_level_words"].get(text, text)
        if _is_none_of(texts, place):
            text = "geen beperking"
        level = int(text) if len(text) == 1 and text.isdigit() else None
        word = text if _is_level_word(text) else ""
        if level is None and " " in text and text[:1].isdigit() and _is_level_word(text[1:].strip(" -=:.")):
            level, word = int(text[0]), text[1:].strip(" -=:.")
        if level is not None or (word and _is_level_word(word)):
            role = Role.LEVEL
        else:
            role = Role.NUMBER if f"{text}naam" in texts else _role(text)
            word = _CAN_DO if role is Role.NAME and text == _CAN_DO else ""
        found.append(Column(role, cell.left, cell.right, level, word))
    if sum(column.role is Role.LEVEL for column in found) == 1:  # one number or "beperkt" alone is no scale
        found = [_single(column) for column in found]
    return [_own_value(column, found) for column in found]


def _own_value(column: Column, found: list[Column]) -> Column:
    """Answer a column with what the person can do as the score, when another column holds the names already."""
    named = any(other.role is Role.NAME and other is not column for other in found)
    if column.role is not Role.NAME or column.word != _CAN_DO or not named:
        return replace(column, word="") if column.role is Role.NAME else column
    return replace(column, role=Role.SCORE, word="")


def _is_none_of(texts: list[str], place: int) -> bool:
    """Answer whether "geen" stands above a column to tick in front of one with a degree, where nothing says "able"."""
    if texts[place] != word_list("no_limit_column") or place + 1 == len(texts):
        return False
    after = word_list("columns")["short_level_words"].get(texts[place + 1], texts[place + 1])
    able = any(pattern("able_column").fullmatch(text) for text in texts)
    return after in word_list("degrees") and not able


def _single(column: Column) -> Column:
    if column.role is not Role.LEVEL:
        return column
    role = Role.SCORE if column.word == "beperkt" else Role.OTHER
    return Column(role, column.left, column.right)


def _is_level_word(text: str) -> bool:
    return any(re.fullmatch(each, text) for each in word_list("columns")["level_words"])


def _role(text: str) -> Role:
    for name, words in patterns("columns").items():
        if words.match(" ".join(text.replace("/", " ").replace(",", " ").replace("(", " ").replace(")", " ").split())):
            return Role(name)
    return Role.OTHER


def _rises(levels: list[Column]) -> bool:
    numbers = [column.level for column in levels if column.level is not None]
    return numbers == sorted(set(numbers))


def _overlap(column: Column, cell: Cell) -> float:
    return min(column.right, cell.right) - max(column.left, cell.left)
