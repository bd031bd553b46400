"""Rows become items: each with its own words, its own cells and the lines that go on below it."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from matcher.papers.anchors import Anchor, anchor_in
from matcher.papers.asides import ends_past, is_in_sentence, starts_other, starts_past
from matcher.papers.asked_items import with_items_asked
from matcher.papers.block import Block, Body
from matcher.papers.choices import has_boxes
from matcher.papers.columns import Column, Heading, heading_in
from matcher.papers.dated_columns import with_newest_column
from matcher.papers.degree_columns import without_degree_columns
from matcher.papers.found import Doubt
from matcher.papers.grammar import is_option, is_tick, score_at_start
from matcher.papers.groups import joined, rubriek_of
from matcher.papers.label_tables import without_label_tables
from matcher.papers.level_groups import level_headings
from matcher.papers.long_tables import without_choices_not_taken
from matcher.papers.margin_notes import without_margin
from matcher.papers.norm_ranges import with_ranges_told
from matcher.papers.option_lines import gone_on
from matcher.papers.page_columns import in_page_columns
from matcher.papers.remarks import continued, is_about, remark_in
from matcher.papers.row_order import NEAR, in_reading_order
from matcher.papers.scale_below import starts_scale, take_of_scale
from matcher.papers.scales_in_full import prints_whole_scales
from matcher.papers.score_order import has_no_score_of_its_own, scores_may_stand_above
from matcher.papers.short_scores import with_whole_scores
from matcher.papers.told_lines import with_items_apart
from matcher.papers.vocabulary import doubt_pattern, pattern, word_list
from matcher.reference.text_signals import plain
from matcher.sheets import Cell, Row

_SHAPES: tuple[Callable[[Sequence[Row]], Iterable[Row]], ...] = (
    with_newest_column,
    without_choices_not_taken,
    without_label_tables,
    with_items_asked,
    without_degree_columns,
    with_ranges_told,
    without_margin,
    with_items_apart,
)
_FAR = 2.4  # heights of a line: further down is another paragraph
_MOST_LINES = 40


def body_of(rows: Sequence[Row]) -> Body:
    """Answer the items of a form and what is left.

    Args:
        rows: the rows of one form, without headers and identity.
    """
    body = Body()
    whole, legend = with_whole_scores(rows)
    in_columns, doubtful = in_page_columns(_in_lines(whole))
    ordered = list(in_reading_order(in_columns))
    body.rows = ordered
    body.whole_scales = prints_whole_scales(ordered)
    body.other += legend
    state = _State(whole_scales=body.whole_scales)
    headings = level_headings(ordered)
    for place, row in enumerate(ordered):
        if starts_past(ordered, place):
            state.past, state.open = Doubt.PAST, None
            body.other.append(row)
        elif starts_other(ordered, place):
            state.example = state.past is None and doubt_pattern("example_heading").search(plain(row.text)) is not None
            state.past, state.open = state.past or Doubt.OTHER_PART, None
            body.other.append(row)
        elif place in headings:
            state.group, state.group_left, state.open = headings[place], False, None
            body.other.append(row)
        else:
            _take(row, ordered[max(place - 4, 0) : place], body, state)
    if not body.whole_scales and not headings and scores_may_stand_above(ordered):
        for block in body.blocks:
            block.aside = block.aside or (Doubt.SIDE_BY_SIDE if block.bare else None)
    _drop_names_in_prose(body)
    _give_remarks(body)
    _doubt_pages(body, doubtful)
    return body


def _in_lines(rows: Sequence[Row]) -> list[Row]:
    """Answer the rows with tables of another shape than one row per item as one row per item."""
    for made in _SHAPES:
        rows = list(made(rows))
    return list(rows)


def _doubt_pages(body: Body, doubtful: frozenset[int]) -> None:
    """Make every item a question that stands on a page whose columns are not clear, or goes on there."""
    for block, after in zip_longest(body.blocks, body.blocks[1:]):
        goes_on = block.page + 1 in doubtful and (after is None or after.page > block.page)
        if block.page in doubtful or goes_on:
            block.aside = block.aside or Doubt.SIDE_BY_SIDE
    norm = body.norm_rubrieken.items()
    body.norm_rubrieken = {number: said for number, said in norm if said[0] not in doubtful}


@dataclass(slots=True)
class _State:
    rubriek: int | None = None
    heading: Heading | None = None
    heading_fresh: bool = False
    open: Block | None = None
    past: Doubt | None = None
    example: bool = False
    group: str = ""
    group_left: bool = False
    in_remark: bool = False
    whole_scales: bool = False

    def end_example(self) -> None:
        """An example in a guide for the reader ends where the form itself starts."""
        if self.example:
            self.past, self.example = None, False


def _take(row: Row, above: Sequence[Row], body: Body, state: _State) -> None:
    if ends_past(row):
        state.past = None
    if _is_remark(row, body, state) or (state.whole_scales and take_of_scale(row, state.open)):
        return
    rubriek = rubriek_of(row.text)
    if rubriek is not None:
        number, rest = rubriek
        state.end_example()
        state.rubriek, state.open, state.group_left = number, None, True
        if pattern("rubriek_norm").match(plain(rest)) and rest.strip():
            body.norm_rubrieken[number] = (row.page, row.text)
        beside = row.with_cells((replace(row.cells[0], text=""), *row.cells[1:]))
        levels = heading_in(beside, None)
        if levels is not None:
            state.heading, state.heading_fresh = levels, True
            return
        first = anchor_in(beside, number)
        if first is None or not first.is_sure or rubriek_of(beside.text) is not None:
            return
        row = beside  # the rubriek stands in a column of its own, beside its first item
    heading = None if _has_code_and_name(row) else heading_in(row, state.heading if state.heading_fresh else None)
    if heading is not None:
        state.heading, state.heading_fresh, state.open = heading, True, None
        return
    state.heading_fresh = False
    anchor = anchor_in(row, state.rubriek)
    if anchor is not None:
        below_scale = state.open is not None and bool(state.open.options)
        in_sentence = not below_scale and is_in_sentence(row, anchor, above, item_above=state.open is not None)
        state.open = _opened(anchor, row, state)
        state.open.aside = state.past or (Doubt.MENTIONED if in_sentence else None)
        body.blocks.append(state.open)
        return
    if doubt_pattern("legend").search(plain(row.text)) and not has_boxes(row.text):
        body.other.append(row)  # what the scores mean, at the foot of a page
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


def _has_code_and_name(row: Row) -> bool:
    """Answer whether a row is surely an item, also when a whole scale is printed in its cells as in a heading."""
    anchor = anchor_in(row, None)
    return anchor is not None and anchor.is_sure and anchor.written is not None


def _opened(anchor: Anchor, row: Row, state: _State) -> Block:
    in_table = row.table is not None
    heading = state.heading if state.heading is not None and state.heading.is_above(row) else None
    rubriek = anchor.written.rubriek if anchor.written is not None else state.rubriek
    block = Block(anchor, row.page, rubriek, heading=heading, in_table=in_table, group=state.group)
    block.group_left = state.group_left
    block.bare = has_no_score_of_its_own(row)
    if state.whole_scales and starts_scale(block, row):
        return block
    for place, cell in enumerate(row.cells):
        if place in (anchor.code_cell, anchor.name_cell) or not cell.text:
            continue
        block.cells.append((_column(heading, cell), cell))
    return block


def _column(heading: Heading | None, cell: Cell) -> Column | None:
    if heading is None:
        return None
    return heading.column_of(cell, tick=is_tick(cell.text) or (len(cell.text) == 1 and cell.text.isdigit()))


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


def _is_remark(row: Row, body: Body, state: _State) -> bool:
    """Answer whether a row is a remark below a table, or a next line of one, and keep it."""
    remark = remark_in(row)
    if remark is not None:
        body.remarks.append(remark)
        state.in_remark, state.open = True, None
        return True
    longer = continued(body.remarks[-1], row) if state.in_remark and not _starts_something(row) else None
    state.in_remark = longer is not None
    if longer is not None:
        body.remarks[-1] = longer
    return longer is not None


def _starts_something(row: Row) -> bool:
    anchor = anchor_in(row, None)
    ends = any(re.match(each, plain(row.text)) for each in word_list("ends_items"))
    return ends or rubriek_of(row.text) is not None or (anchor is not None and anchor.is_sure)


def _give_remarks(body: Body) -> None:
    """Give every remark to the one item that it is about; the others stay text of the form."""
    for remark in body.remarks:
        cells = [(block, [cell for _, cell in block.cells]) for block in body.blocks if block.aside is None]
        meant = [block for block, own in cells if is_about(remark, block.anchor, own)]
        if len(meant) == 1:
            meant[0].lines.append(remark.text)
        else:
            body.other.append(remark.row)


def _starts_as_text(text: str) -> bool:
    return pattern("text_starts").match(text.lstrip(" (-:")) is not None


def _add(row: Row, block: Block) -> None:
    """Add a line to an item: each cell to the column it stands under, else as a line of its own."""
    if block.options and not block.lines and not _starts_as_text(plain(row.text)):
        block.options[-1] = gone_on(block.options[-1], row)
        return
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
        if abs(above.left - cell.left) <= NEAR:
            return place
    return None


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
