"""What one page of a PDF holds: words, straight lines, small boxes and marks."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import Any

from pypdfium2 import raw

from matcher.sheets.pdf_turn import Turn
from matcher.sheets.refusal import Budget

_THIN = 1.6  # points: a path this thin is a line
_SMALL = (4.5, 16.0)  # points: sides of a box to tick
_SPACE = 0.13  # of the size of the letters: more white than this divides words
_RAISED = 0.82  # of the size of the sign before it: a digit this small that stands higher is the sign of a footnote
_RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NESTED = 4  # drawings inside drawings
_MOST_PATHS = 40_000
_BOLD = re.compile(rb"bold|black|heavy|demi|-bd\b")
_SIGNS = {  # signs of picture fonts, as the file numbers them
    "wingdings": {
        0xFE: "☒", 0xFD: "☒", 0xFC: "✓", 0xFB: "✗", 0xA8: "☐", 0x6F: "☐", 0x78: "☒", 0x72: "☐", 0x6C: "●", 0xA1: "○",
    },
    "zapfdingbats": {
        0x33: "✓", 0x34: "✔", 0x35: "✕", 0x36: "✖", 0x37: "✗", 0x38: "✘", 0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "☐",
        0x71: "☐",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box; the vertical axis runs downward. `strong` when it is printed bold."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    strong: bool = False

    @property
    def height(self) -> float:
        """Answer the height of the letters."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Answer the middle from top to bottom."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Edge:
    """A straight line: across when `flat`, else upright; `at` is its constant, `start` to `end` its reach."""

    flat: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Box:
    """A small square or a mark inside one."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class Page:
    """Everything on one page."""

    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    marks: list[Box] = field(default_factory=list)
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class _Sign:
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False


def read_page(page: Any, text: Any, turn: Turn, budget: Budget) -> Page:
    """Answer what a page holds.

    Args:
        page: an open page of pypdfium2.
        text: its text.
        turn: how it is held.
        budget: counts the signs.
    """
    wide, high = turn.size
    found = Page(wide, high)
    found.words = list(_words(_signs(text, turn, budget)))
    paths = _paths(page, raw.FPDFPage_CountObjects(page), raw.FPDFPage_GetObject, page, 0)
    for path in islice(paths, _MOST_PATHS):
        _sort_path(path, turn, found)
    found.recognised = _is_invisible(page)
    return found


def _is_invisible(page: Any) -> bool:
    """Answer whether most words of a page are not drawn: the text that a scanner recognised, behind its picture."""
    hidden = shown = 0
    for place in range(min(raw.FPDFPage_CountObjects(page), _MOST_PATHS)):
        part = raw.FPDFPage_GetObject(page, place)
        if raw.FPDFPageObj_GetType(part) != raw.FPDF_PAGEOBJ_TEXT:
            continue
        if raw.FPDFTextObj_GetTextRenderMode(part) == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            hidden += 1
        else:
            shown += 1
    return hidden > shown


def _signs(text: Any, turn: Turn, budget: Budget) -> Iterator[_Sign]:
    count = raw.FPDFText_CountChars(text)
    budget.take(max(count, 0))
    rect = raw.FS_RECTF()  # the room a sign takes, not its ink: an "I" is thin, its room is not
    name, flags = ctypes.create_string_buffer(64), ctypes.c_int()
    for place in range(count):
        code = raw.FPDFText_GetUnicode(text, place)
        if code <= 32 or code in (0xA0, 0xFFFE, 0xFFFF):  # noqa: PLR2004 space; a sign that is none
            if code == 0xFFFE:  # noqa: PLR2004 pdfium writes a broken hyphen so
                code = 0x2D
            else:
                yield _Sign(" ", 0, 0, 0, 0, 0)
                continue
        if not raw.FPDFText_GetLooseCharBox(text, place, rect):
            continue
        if raw.FPDFText_IsGenerated(text, place) == 1:
            continue
        size = raw.FPDFText_GetFontSize(text, place)
        sign = chr(code)
        raw.FPDFText_GetFontInfo(text, place, name, 64, flags)
        font = name.value
        if code >= 0xF000 or (code < 0x7F and _looks_like_picture(sign)) or code in (0xA8, 0xFD, 0xFE, 0xFC, 0xFB):  # noqa: PLR2004
            sign = _picture(font.decode("latin-1").lower(), code) or sign
        x0, y0, x1, y1 = turn.box(rect.left, rect.bottom, rect.right, rect.top)
        loose = max(size, y1 - y0)
        yield _Sign(sign, x0, y0, x1, y1, loose, _is_bold(font))


@lru_cache(maxsize=256)
def _is_bold(font: bytes) -> bool:
    """Answer whether the name of a font says that its letters are bold."""
    return _BOLD.search(font.lower()) is not None


def _looks_like_picture(sign: str) -> bool:
    return sign in "345678lmnoqrx"


def _picture(font: str, code: int) -> str | None:
    for part, signs in _SIGNS.items():
        if part in font.replace(" ", "").replace("-", ""):
            return signs.get(code & 0xFF)
    return None


def _words(signs: Iterator[_Sign]) -> Iterator[Word]:
    run: list[_Sign] = []
    usual: _Sign | None = None
    for each in signs:
        sign = each
        if usual is not None and _is_raised(usual, sign):
            sign = replace(sign, text=sign.text.translate(_RAISED_DIGITS))
        elif sign.text != " ":
            usual = sign
        if sign.text == " " or (run and _apart(run[-1], sign)):
            if run:
                yield _word(run)
            run = []
        if sign.text != " ":
            run.append(sign)
    if run:
        yield _word(run)


def _is_raised(before: _Sign, sign: _Sign) -> bool:
    """Answer whether a sign is a small digit that stands higher than the sign before it on the same line."""
    if not sign.text.isdigit() or sign.size >= _RAISED * before.size:
        return False
    return before.top - before.size / 2 < sign.top and sign.bottom < before.bottom - 0.1 * before.size


def _apart(before: _Sign, sign: _Sign) -> bool:
    size = max(before.size, sign.size, 1.0)
    white = sign.left - before.right
    same_line = min(before.bottom, sign.bottom) > max(before.top, sign.top) - size * 0.6
    return not same_line or white > max(size * _SPACE, 0.8) or white < -size * 2


def _word(run: list[_Sign]) -> Word:
    top, bottom = min(s.top for s in run), max(s.bottom for s in run)
    size = max(s.size for s in run)
    if bottom - top < size * 0.5:  # a dash or a dot says little about the height of the line
        middle = (top + bottom) / 2
        top, bottom = middle - size * 0.35, middle + size * 0.35
    text = "".join(s.text for s in run).replace("\u00ad", "-")
    strong = 2 * sum(s.bold for s in run) > len(run)
    return Word(text, min(s.left for s in run), top, max(s.right for s in run), bottom, strong)


def _paths(page: Any, count: int, get: Any, holder: Any, depth: int) -> Iterator[tuple[Any, Any]]:
    for place in range(min(count, _MOST_PATHS)):
        part = get(holder, place)
        kind = raw.FPDFPageObj_GetType(part)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield part, None
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _NESTED:
            matrix = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(part, matrix)
            inner = _paths(page, raw.FPDFFormObj_CountObjects(part), raw.FPDFFormObj_GetObject, part, depth + 1)
            yield from ((path, matrix if deeper is None else deeper) for path, deeper in inner)


def _sort_path(found: tuple[Any, Any], turn: Turn, page: Page) -> None:
    path, matrix = found
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(path, left, bottom, right, top):
        return
    x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
    if matrix is not None:
        x0, y0 = matrix.a * x0 + matrix.c * y0 + matrix.e, matrix.b * x0 + matrix.d * y0 + matrix.f
        x1, y1 = matrix.a * x1 + matrix.c * y1 + matrix.e, matrix.b * x1 + matrix.d * y1 + matrix.f
        x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    box = Box(*turn.box(x0, y0, x1, y1))
    wide, high = box.right - box.left, box.bottom - box.top
    if min(wide, high) <= _THIN + 0.6 and max(wide, high) > 3:  # noqa: PLR2004 shorter is a dot
        flat = wide >= high
        at = (box.top + box.bottom) / 2 if flat else (box.left + box.right) / 2
        start, end = (box.left, box.right) if flat else (box.top, box.bottom)
        page.edges.append(Edge(flat, at, start, end))
        return
    small = _SMALL[0] <= wide <= _SMALL[1] and _SMALL[0] <= high <= _SMALL[1]
    straight = _is_straight(path)
    if wide <= _SMALL[1] and high <= _SMALL[1] and not straight:
        page.marks.append(box)
    elif small and abs(wide - high) <= 0.35 * max(wide, high):
        page.boxes.append(box)
    if straight and not (small and wide < 14 and high < 14):  # noqa: PLR2004 a box to tick is no cell
        page.edges += [
            Edge(True, box.top, box.left, box.right),  # noqa: FBT003 flat
            Edge(True, box.bottom, box.left, box.right),  # noqa: FBT003
            Edge(False, box.left, box.top, box.bottom),  # noqa: FBT003 upright
            Edge(False, box.right, box.top, box.bottom),  # noqa: FBT003
        ]


def _is_straight(path: Any) -> bool:
    """Answer whether a path has only lines across and upright."""
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    for place in range(min(raw.FPDFPath_CountSegments(path), 200)):
        segment = raw.FPDFPath_GetPathSegment(path, place)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            return False
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = (x.value, y.value)
        drawn = kind == raw.FPDF_SEGMENT_LINETO and before is not None
        if drawn and before is not None and abs(here[0] - before[0]) > 1 and abs(here[1] - before[1]) > 1:
            return False
        before = here
    return True
