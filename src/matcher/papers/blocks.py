"""Rows become items: each with its own words, its own cells and the lines that go on below it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from matcher.papers.anchors import Anchor, anchor_in, several_in
from matcher.papers.columns import Column, Heading, heading_in
from matcher.papers.grammar import is_option, score_at_start
from matcher.papers.groups import grouped, joined, rubriek_of
from matcher.papers.vocabulary import pattern, word_list
from matcher.reference.text_signals import plain
from matcher.sheets import TICKED, Cell, Row

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi")
_NAME_LINES = 4
_FAR = 2.4  # heights of a line: further down is another paragraph
_NEAR = 6.0  # points or signs: cells this near start in the same column
_MOST_LINES = 40
_TWO_COLUMNS_FROM = 3
_NUMBER_WIDTH = 30.0  # points between a number and its name
_APART = 0.22  # of the width of the page


@dataclass(slots=True)
class Block:
    """One item as it stands on the form.

    Attributes:
        anchor: its number and name.
        page: page where it starts.
        rubriek: rubriek under whose heading it stands, or None.
        cells: the other cells of its row, with their column when there is a heading.
        lines: the lines below it, each with the column of its cells.
        heading: the heading of its table.
        in_table: True when it is a row of a table.
    """

    anchor: Anchor
    page: int
    rubriek: int | None
    cells: list[tuple[Column | None, Cell]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    heading: Heading | None = None
    in_table: bool = False

    def words(self) -> str:
        """Answer everything that stands there, for the reading report."""
        parts = [self.anchor.before, self._number(), self.anchor.name + self.anchor.rest]
        parts += [cell.text for _, cell in self.cells] + self.lines
        return " ".join(" ".join(parts).split())

    def _number(self) -> str:
        written = self.anchor.written
        if written is None:
            return ""
        rubriek = _ROMANS[written.rubriek - 1].upper() if written.roman else str(written.rubriek)
        option = f".{written.option}" if written.option else ""
        return f"{rubriek}.{written.number}{option}"


@dataclass(slots=True)
class Body:
    """A form taken apart.

    Attributes:
        blocks: the items.
        norm_rubrieken: rubrieken whose heading says that nothing is limited, with page and words.
        other: the rows that belong to no item: front page, conclusion, signature.
    """

    blocks: list[Block] = field(default_factory=list)
    norm_rubrieken: dict[int, tuple[int, str]] = field(default_factory=dict)
    other: list[Row] = field(default_factory=list)


def body_of(rows: Sequence[Row]) -> Body:
    """Answer the items of a form and what is left.

    Args:
        rows: the rows of one form, without headers and identity.
    """
    body = Body()
    state = _State()
    lines = [line for row in grouped(rows) for line in _single_items(row)]
    for row in _with_whole_names(_in_order(lines)):
        _take(row, body, state)
    _drop_names_in_prose(body)
    return body


@dataclass(slots=True)
class _State:
    rubriek: int | None = None
    heading: Heading | None = None
    heading_fresh: bool = False
    open: Block | None = None


def _take(row: Row, body: Body, state: _State) -> None:
    rubriek = rubriek_of(row.text)
    if rubriek is not None:
        number, rest = rubriek
        state.rubriek, state.open = number, None
        if pattern("rubriek_norm").match(plain(rest)) and rest.strip():
            body.norm_rubrieken[number] = (row.page, row.text)
        beside = row.with_cells((replace(row.cells[0], text=""), *row.cells[1:]))
        first = anchor_in(beside, number)
        if first is None or not first.is_sure:
            return
        row = beside  # the rubriek stands in a column of its own, beside its first item
    heading = heading_in(row, state.heading if state.heading_fresh else None)
    if heading is not None:
        state.heading, state.heading_fresh, state.open = heading, True, None
        return
    state.heading_fresh = False
    anchor = anchor_in(row, state.rubriek)
    if anchor is not None:
        state.open = _opened(anchor, row, state)
        body.blocks.append(state.open)
        return
    if state.open is not None and _goes_on(row, state.open):
        _add(row, state.open)
        return
    fresh = state.open is None and not any(block.rubriek == state.rubriek for block in body.blocks)
    if fresh and state.rubriek is not None and pattern("rubriek_norm").match(plain(row.text)):
        body.norm_rubrieken[state.rubriek] = (row.page, row.text)
        return
    state.open = None
    body.other.append(row)


def _opened(anchor: Anchor, row: Row, state: _State) -> Block:
    in_table = row.table is not None
    heading = state.heading
    if heading is not None and (heading.table is None) != (row.table is None):
        heading = None  # a heading of a table says nothing about running text
    rubriek = anchor.written.rubriek if anchor.written is not None else state.rubriek
    block = Block(anchor, row.page, rubriek, heading=heading, in_table=in_table)
    for place, cell in enumerate(row.cells):
        if place in (anchor.code_cell, anchor.name_cell) or not cell.text:
            continue
        block.cells.append((_column(heading, cell), cell))
    return block


def _column(heading: Heading | None, cell: Cell) -> Column | None:
    if heading is None:
        return None
    return heading.column_of(cell, tick=is_tick(cell.text) or (len(cell.text) == 1 and cell.text.isdigit()))


def is_tick(text: str) -> bool:
    """Answer whether a cell holds a mark and nothing else.

    Example:
        >>> [is_tick(text) for text in ("X", "[x]", "☒", "☐", "2")]
        [True, True, True, False, False]
    """
    return text.strip().strip("[]()").strip() in {
        "x",
        "X",
        TICKED,
        "☑",
        "✓",
        "✔",
        "✕",
        "✖",
        "✗",
        "✘",
        "●",
        "•",
        "■",
        "×",
        "√",
        "v",
        "V",
        "*",
    }


def _goes_on(row: Row, block: Block) -> bool:
    if row.page > block.page + 1 or len(block.lines) > _MOST_LINES:
        return False
    text = plain(row.text)
    if any(re.match(each, text) for each in word_list("ends_items")):
        return False
    if block.in_table:
        first = row.cells[0].text if row.table is not None else row.text
        return row.table is not None and (not first or is_option(row.text) or _starts_as_text(text))
    if row.table is not None:
        return is_option(row.text)
    if is_option(row.text) or _starts_as_text(text):
        return True
    if row.gap > _FAR or row.text.isupper():
        return False
    return row.cells[0].left > block.anchor.left + 1 or row.gap < 1.0


def _starts_as_text(text: str) -> bool:
    return pattern("text_starts").match(text.lstrip(" (-:")) is not None


def _add(row: Row, block: Block) -> None:
    """Add a line to an item: each cell to the column it stands under, else as a line of its own."""
    if is_option(row.text) or _is_other_score(row.text, block):
        block.lines.append(row.text)
        return
    loose = []
    for cell in row.cells:
        if not cell.text:
            continue
        place = _under(cell, block)
        if place == -1:
            block.anchor = replace(block.anchor, rest=joined(block.anchor.rest, cell.text))
        elif place is not None:
            column, above = block.cells[place]
            block.cells[place] = (column, replace(above, text=joined(above.text, cell.text)))
        else:
            loose.append(cell.text)
    if loose:
        text = " ".join(loose)
        if block.lines and not is_option(block.lines[-1]) and not _starts_as_text(plain(text)):
            block.lines[-1] = joined(block.lines[-1], text)
        elif not block.lines and not block.cells and not block.in_table:
            block.anchor = replace(block.anchor, rest=joined(block.anchor.rest, text))
        else:
            block.lines.append(text)


def _is_other_score(text: str, block: Block) -> bool:
    """Answer whether a line starts with a number and a word of a score, while the item has a score already."""
    score = score_at_start(text)
    has_one = bool(block.anchor.rest.strip(" :.-") or block.lines or block.cells)
    return has_one and score is not None and bool(score.numbers) and bool(score.word)


def _under(cell: Cell, block: Block) -> int | None:
    """Answer the place of the cell of the item that this one stands under; -1 for the one with the name."""
    for place, (_, above) in enumerate(block.cells):
        if abs(above.left - cell.left) <= _NEAR:
            return place
    return None


def _single_items(row: Row) -> Iterator[Row]:
    """Yield the row, or its parts when one row holds several items."""
    if row.lines:
        starts = [found for line in row.lines if (found := anchor_in(line, None)) is not None and found.is_sure]
        numbered = [found for found in starts if found.written is not None]
        if len(numbered or starts) > 1:
            for line in row.lines:
                yield from _single_items(replace(line, table=None))
            return
    for place, cell in enumerate(row.cells):
        cuts = several_in(cell.text) if len(cell.text) > 12 else []  # noqa: PLR2004 too short for two items
        if cuts:
            ends = [*cuts, len(cell.text)]
            first = replace(cell, text=cell.text[: cuts[0]].rstrip(" ;,"))
            yield row.with_cells((*row.cells[:place], first))
            for start, end in zip(cuts, ends[1:], strict=True):
                part = replace(cell, text=cell.text[start:end].strip().rstrip(";, "))
                last = row.cells[place + 1 :] if end == len(cell.text) else ()
                yield Row(row.page, (part, *last), row.table)
            return
    yield row


def _with_whole_names(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows; a name that goes on in the next line is made whole first."""
    place = 0
    while place < len(rows):
        row, used = rows[place], 1
        anchor = anchor_in(row, None) if row.table is None else None
        while anchor is not None and anchor.written is not None and used < _NAME_LINES and place + used < len(rows):
            below = rows[place + used]
            merged = _merged(row, below)
            found = anchor_in(merged, None) if merged is not None and not is_option(below.text) else None
            if found is None or merged is None or not found.is_sure or len(found.name) <= len(anchor.name):
                break
            row, anchor, used = merged, found, used + 1
        yield row
        place += used


def _merged(row: Row, below: Row) -> Row | None:
    """Answer a row with the line below it in the same columns; None when that line starts something of its own."""
    if below.table is not None or below.gap > 1 or below.page != row.page or anchor_in(below, None) is not None:
        return None
    cells = list(row.cells)
    for cell in below.cells:
        near = [place for place, above in enumerate(cells) if abs(above.left - cell.left) <= _NEAR]
        if not near and len(below.cells) == 1:
            near = [0] if len(cells) == 1 else []
        if not near:
            return None
        cells[near[0]] = replace(cells[near[0]], text=joined(cells[near[0]].text, cell.text))
    return row.with_cells(tuple(cells))


def _in_order(rows: list[Row]) -> list[Row]:
    """Answer the rows with pages of two columns read column by column."""
    found: list[Row] = []
    for page in dict.fromkeys(row.page for row in rows):
        own = [row for row in rows if row.page == page]
        split = _second_column(own)
        found += own if split is None else _column_by_column(own, split)
    return found


def _second_column(rows: list[Row]) -> float | None:
    width = max((cell.right for row in rows for cell in row.cells), default=0.0)
    rights = []
    for row in rows:
        first = anchor_in(row, None)
        if first is None or not first.is_sure:
            continue
        for place in range(max(first.name_cell, first.code_cell) + 1, len(row.cells)):
            second = anchor_in(row.with_cells(row.cells[place:]), None)
            if second is not None and second.is_sure and second.left > first.left + _APART * width:
                at = place + second.code_cell
                number = row.cells[at - 1]
                beside = second.written is None and re.fullmatch(r"\d{1,2}[.)]?", number.text) is not None
                near = beside and second.left - number.left < _NUMBER_WIDTH
                rights.append(number.left if near else second.left)
                break
    return median(rights) - 2 if len(rights) >= _TWO_COLUMNS_FROM else None


def _column_by_column(rows: list[Row], split: float) -> list[Row]:
    left, right = [], []
    for row in rows:
        near = tuple(cell for cell in row.cells if cell.left < split)
        far = tuple(cell for cell in row.cells if cell.left >= split)
        if near:
            left.append(row.with_cells(near))
        if far:
            right.append(row.with_cells(far))
    return left + right


def _drop_names_in_prose(body: Body) -> None:
    """Take out names without a number when the form numbers its items: there they are words of a sentence."""
    coded = sum(block.anchor.written is not None and block.anchor.is_sure for block in body.blocks)
    if coded < 3 or coded < 0.6 * len(body.blocks):  # noqa: PLR2004 most items have a number
        return
    kept: list[Block] = []
    for block in body.blocks:
        loose = block.anchor.written is None and not block.in_table
        if loose and kept:
            kept[-1].lines.append(block.words())
            kept[-1].lines += block.lines
        else:
            kept.append(block)
    body.blocks = kept
