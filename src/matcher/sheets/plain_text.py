"""Plain text, Markdown and separated values as rows."""

import re

from matcher.sheets.refusal import Budget, Refused
from matcher.sheets.sheet import Cell, Row, Sheet

_APART = re.compile(r"(?:\t+| {3,})")
_RULE = re.compile(r"[\s|+=_*.:-]*")
_ODD = 0.02  # share of control signs from which it is no text


def sheet_of_text(content: bytes, most: dict[str, int]) -> Sheet:
    """Answer the rows of a text in UTF-8, UTF-16 or Windows-1252.

    Args:
        content: the bytes.
        most: the limits by name.

    Raises:
        Refused: it is no text, or it is too long.
    """
    text = decoded(content)
    Budget(most).take(len(text), text.count("\n"))
    separator = ";" if _looks_separated(text) else None
    rows, page, gap = [], 1, 0.0
    for written in text.splitlines(keepends=True):
        page += written.count("\f")
        line = written.rstrip("\r\n\f\v")
        tabs = line.strip("\t").count("\t")
        if not line.strip() or (_RULE.fullmatch(line) and not line.strip().isspace()):
            gap += 1
            continue
        barred = line.count("|") > 1
        cells = _separated(line.strip().strip("|"), "|") if barred else ()
        if not cells and tabs > 1:
            cells = _separated(line, "\t")
        cells = cells or (_separated(line, separator) if separator else _cells(line))
        if cells:
            table = 0 if separator or barred else None
            rows.append(Row(page, cells, table, gap))
        gap = 0.0
    return Sheet(tuple(rows), page)


def decoded(content: bytes) -> str:
    r"""Answer the text in bytes: by its mark, else UTF-8, else Windows-1252.

    Raises:
        Refused: most signs are no text.

    Example:
        >>> decoded("caf\u00e9".encode("cp1252"))
        'café'
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", "replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", "replace")
    odd = sum(sign < " " and sign not in "\t\n\r\f\v" for sign in text) + text.count("\ufffd")
    if not text.strip() or odd > max(len(text) * _ODD, 2):
        raise Refused("not_text")
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n\r\f\v")


def _looks_separated(text: str) -> bool:
    lines = [line for line in text.splitlines()[:40] if line.strip()]
    return len(lines) > 2 and sum(line.count(";") >= 2 for line in lines) > len(lines) * 0.8  # noqa: PLR2004 most of them


def _separated(line: str, separator: str) -> tuple[Cell, ...]:
    return tuple(
        Cell(part.strip().strip('"'), float(place), float(place) + 1)
        for place, part in enumerate(line.split(separator))
    )


def _cells(line: str) -> tuple[Cell, ...]:
    cells, at = [], 0
    for apart in [*_APART.finditer(line), None]:
        end = len(line) if apart is None else apart.start()
        part = line[at:end]
        if part.strip():
            left = at + len(part) - len(part.lstrip())
            cells.append(Cell(part.strip(), float(left), float(left + len(part.strip()))))
        at = len(line) if apart is None else apart.end()
    return tuple(cells)
