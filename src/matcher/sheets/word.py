"""A Word file as rows: paragraphs, tables, content controls, old form fields and symbols."""

import io
import zipfile
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from matcher.sheets.refusal import Budget, Refused
from matcher.sheets.sheet import TICKED, UNTICKED, Cell, Row, Sheet
from matcher.sheets.word_strong import is_strong, strongly, weighed_words

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MB = 1_000_000
_OFF = frozenset({"0", "false", "off"})
_SYMBOLS = {
    **dict.fromkeys((0xFE, 0xFD, 0x78, 0x54, 0x53, 0x52), TICKED),
    **dict.fromkeys((0xA8, 0x6F, 0xA3, 0x2A), UNTICKED),
    **dict.fromkeys((0xFC, 0x50), "✓"),
    0xFB: "✗",
}
_RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_EMPTY_SIGNS = frozenset("☐□○")
_NOT_SHOWN = frozenset(
    {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_MC}Fallback", f"{_W}fldData"}
)


def sheet_of_word(content: bytes, most: dict[str, int]) -> Sheet:
    """Answer the rows of a Word file; deleted, hidden and struck words are left out.

    Args:
        content: the bytes.
        most: the limits by name.

    Raises:
        Refused: it is broken, too large or too deep.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = _tree(_part(archive, "word/document.xml", most)).find(f"{_W}body")
        if body is None:
            raise Refused("broken")
        names = [n for n in archive.namelist() if n.startswith(("word/header", "word/footer")) and n.endswith(".xml")]
        furniture = [_all_text(_tree(_part(archive, name, most))) for name in names[:20]]
    reader = _Reader(Budget(most), most["depth"])
    rows = tuple(reader.rows(body, 0))
    return Sheet(rows, max((row.page for row in rows), default=1), furniture=tuple(text for text in furniture if text))


def _part(archive: zipfile.ZipFile, name: str, most: dict[str, int]) -> bytes:
    limit = most["zip_part_mb"] * _MB
    with archive.open(name) as part:
        found = part.read(limit + 1)
    if len(found) > limit:
        raise Refused("heavy")
    return found


def _tree(content: bytes) -> Element:
    tree: Element = fromstring(content, forbid_dtd=True)
    return tree


def _all_text(root: Element) -> str:
    return " ".join(" ".join(node.text or "" for node in root.iter(f"{_W}t")).split())


class _Reader:
    """Walks through the body; counts what it reads and how deep it is."""

    def __init__(self, budget: Budget, depth: int) -> None:
        self._budget = budget
        self._depth = depth
        self._page = 1
        self._tables = 0
        self._empty = 0.0

    def rows(self, node: Element, depth: int) -> Iterator[Row]:
        """Yield the rows of a body, cell or content control."""
        if depth > self._depth:
            raise Refused("heavy")
        for child in node:
            if child.tag == f"{_W}p":
                yield from self._paragraph(child, depth)
            elif child.tag == f"{_W}tbl":
                self._tables += 1
                yield from self._table(child, self._tables, depth + 1)
            elif child.tag not in _NOT_SHOWN and len(child):
                yield from self.rows(child, depth + 1)

    def _paragraph(self, node: Element, depth: int) -> Iterator[Row]:
        text = self._text(node, depth)
        for line in text.split("\n"):
            self._page += line.count("\f")
            parts = [weighed_words(part) for part in line.replace("\f", "").split("\t")]
            wide = 10.0  # a tab is a column, so that cells below each other stand under each other
            cells = [
                Cell(words, at * wide, (at + 1) * wide - 1, strong) for at, (words, strong) in enumerate(parts) if words
            ]
            if cells:
                self._budget.take(len(line), 1)
                yield Row(self._page, tuple(cells), None, self._empty)
                self._empty = 0.0
            else:
                self._empty += 1.0
        for box in node.iter(f"{_W}txbxContent"):
            if depth < self._depth and not _in_fallback(node, box):
                yield from self.rows(box, depth + 1)

    def _table(self, node: Element, table: int, depth: int) -> Iterator[Row]:
        if depth > self._depth:
            raise Refused("heavy")
        for line in _through_controls(node, "tr"):
            if line.find(f"{_W}trPr/{_W}del") is not None:
                continue
            cells: list[Cell] = []
            inner: list[Row] = []
            parts: list[Row] = []
            column = 0
            for cell in _through_controls(line, "tc"):
                span = _number(cell.find(f"{_W}tcPr/{_W}gridSpan"))
                texts: list[str] = []
                strong: list[bool] = []
                for row in self.rows(cell, depth + 1):
                    if row.table is not None:
                        inner.append(row)
                    else:
                        texts.append(row.text)
                        strong.append(all(each.strong for each in row.cells))
                        own = Cell(row.text, float(column), float(column + span), strong[-1])
                        parts.append(Row(self._page, (own,), table))
                cells.append(Cell(" ".join(texts), float(column), float(column + span), bool(texts) and all(strong)))
                column += span
            self._budget.take(0, 1)
            if any(cell.text for cell in cells):
                several = len(parts) > sum(bool(cell.text) for cell in cells)
                yield Row(self._page, tuple(cells), table, 0.0, tuple(parts) if several else ())
            yield from inner

    def _text(self, node: Element, depth: int) -> str:
        if depth > self._depth * 2:
            raise Refused("heavy")
        found: list[str] = []
        for child in node:
            tag = child.tag
            if tag in _NOT_SHOWN or tag == f"{_W}txbxContent":
                continue
            simple = _PIECES.get(tag)
            if simple is not None:
                found.append(simple(child))
            elif tag == f"{_W}sdt":
                found.append(self._control(child, depth))
            elif tag == f"{_W}r" and _is_hidden(child):
                continue
            elif len(child):
                inner = self._text(child, depth + 1)
                inner = inner.translate(_RAISED_DIGITS) if _is_raised(child) else inner
                found.append(strongly(inner) if tag == f"{_W}r" and is_strong(child, _W) else inner)
        return "".join(found)

    def _control(self, node: Element, depth: int) -> str:
        box = node.find(f"{_W}sdtPr/{_W14}checkbox")
        if box is not None:
            checked = box.find(f"{_W14}checked")
            on = checked is not None and (checked.get(f"{_W14}val") or "1") not in _OFF
            shown = "" if (inside := node.find(f"{_W}sdtContent")) is None else self._text(inside, depth + 1)
            agrees = _EMPTY_SIGNS.isdisjoint(shown)  # a reader sees the sign, the file keeps the state
            return f" {TICKED if on and agrees else UNTICKED} "
        if node.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None:
            return ""  # "Click to enter text" is nobody's answer
        content = node.find(f"{_W}sdtContent")
        return "" if content is None else self._text(content, depth + 1)


def _through_controls(node: Element, wanted: str) -> Iterator[Element]:
    """Yield rows or cells, also those inside content controls."""
    for child in node:
        if child.tag == f"{_W}{wanted}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _through_controls(child, wanted)


def _in_fallback(node: Element, box: Element) -> bool:
    return any(inner is box for fallback in node.iter(f"{_MC}Fallback") for inner in fallback.iter(box.tag))


def _number(node: Element | None) -> int:
    value = node.get(f"{_W}val", "1") if node is not None else "1"
    return min(int(value), 64) if value.isdigit() else 1


def _symbol(node: Element) -> str:
    code = node.get(f"{_W}char", "")
    font = node.get(f"{_W}font", "").casefold()
    try:
        number = int(code, 16) & 0xFF
    except ValueError:
        return ""
    return _SYMBOLS.get(number, "") if "wingding" in font or "symbol" in font else ""


def _old_box(node: Element) -> str:
    state = node.find(f"{_W}checked")
    if state is None:
        state = node.find(f"{_W}default")
    on = state is not None and state.get(f"{_W}val", "1") not in _OFF
    return f" {TICKED if on else UNTICKED} "


def _old_list(node: Element) -> str:
    entries = [entry.get(f"{_W}val", "") for entry in node.iter(f"{_W}listEntry")]
    result = node.find(f"{_W}result")
    chosen = result.get(f"{_W}val", "0") if result is not None else ""
    return f" {entries[int(chosen)]} " if chosen.isdigit() and int(chosen) < len(entries) else ""


def _is_hidden(run: Element) -> bool:
    about = run.find(f"{_W}rPr")
    if about is None:
        return False
    for name in ("vanish", "strike", "dstrike"):
        sign = about.find(f"{_W}{name}")
        if sign is not None and sign.get(f"{_W}val", "1") not in _OFF:
            return True
    return False


def _is_raised(run: Element) -> bool:
    """Answer whether the words of a run stand higher, as the sign of a footnote."""
    place = run.find(f"{_W}rPr/{_W}vertAlign")
    return place is not None and place.get(f"{_W}val") == "superscript"


def _break(node: Element) -> str:
    return "\f" if node.get(f"{_W}type") == "page" else "\n"


# What one piece of a paragraph adds to its text.
_PIECES: dict[str, Callable[[Element], str]] = {
    f"{_W}t": lambda node: node.text or "",
    f"{_W}tab": lambda _: "\t",
    f"{_W}br": _break,
    f"{_W}cr": lambda _: "\n",
    f"{_W}lastRenderedPageBreak": lambda _: "\f",
    f"{_W}noBreakHyphen": lambda _: "-",
    f"{_W}sym": _symbol,
    f"{_W}checkBox": _old_box,
    f"{_W}ddList": _old_list,
}
