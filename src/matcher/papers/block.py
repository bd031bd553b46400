"""One item as it stands on the form, and a form taken apart into items and the rows that belong to none."""

from dataclasses import dataclass, field

from matcher.papers.anchors import Anchor
from matcher.papers.columns import Column, Heading
from matcher.papers.found import Doubt
from matcher.papers.option_lines import OptionLine
from matcher.papers.remarks import Remark
from matcher.sheets import Cell, Row

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi")


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
        group: the degree in the heading that it stands under, on a form with a heading per degree.
        group_left: True when the heading of another rubriek stands between that heading and the item.
        aside: why it may not be an item of this form: it stands in a part about an earlier form, or in a sentence.
        options: the lines of the scale that is printed below it.
        own_line: its own line as an option, when it is one condition of an item on a form that prints whole scales.
        chosen: the lines of its scale that are chosen; None when the form does not choose by a sign or by bold print.
        loose_sign: True when a sign stands alone between its lines, so that it may belong to either.
        bare: True when the row that it starts on holds nothing that may be its score.
    """

    anchor: Anchor
    page: int
    rubriek: int | None
    cells: list[tuple[Column | None, Cell]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    heading: Heading | None = None
    in_table: bool = False
    group: str = ""
    group_left: bool = False
    aside: Doubt | None = None
    options: list[OptionLine] = field(default_factory=list)
    own_line: OptionLine | None = None
    chosen: tuple[OptionLine, ...] | None = None
    loose_sign: bool = False
    bare: bool = False

    def words(self) -> str:
        """Answer everything that stands there, for the reading report."""
        parts = [self.anchor.before, self._number(), self.anchor.name + self.anchor.rest]
        parts += [cell.text for _, cell in self.cells] + self.lines
        shown = self.options if self.chosen is None else self.chosen
        parts += [f"{'' if line.number is None else line.number} {line.words}" for line in shown]
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
        remarks: remarks below a table that were not yet given to their item.
        rows: every row, in reading order.
        whole_scales: True when the options of an item stand below each other, each on a line.
    """

    blocks: list[Block] = field(default_factory=list)
    norm_rubrieken: dict[int, tuple[int, str]] = field(default_factory=dict)
    other: list[Row] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    whole_scales: bool = False
