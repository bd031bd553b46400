"""Text from scans, with a program that the user has installed; without it a clear sentence."""

import csv
import io
import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

from matcher.errors import FileUnreadable
from matcher.papers.questions import sentence
from matcher.sheets import Cell, Paper, Row, Sheet, limits, page_picture

try:
    from resource import RLIMIT_AS, prlimit
except ImportError:  # only Linux can limit a program that runs; elsewhere the limit on time holds
    prlimit = None  # type: ignore[assignment]

_MB = 1_000_000
_PROGRAM = "tesseract"
_LEAST_SURE = 30.0  # percent: below this a word is noise


def recognised_sheet(paper: Paper, pages: int, seconds: float) -> Sheet:
    """Answer the rows of a scan or a picture, recognised by an installed tesseract.

    Args:
        paper: a PDF without text, or a picture.
        pages: how many pages it has.
        seconds: how long all pages may take together by the clock.

    Returns:
        The rows; a page that did not fit in the time, or that the program could not read, is among `unread_pages`.

    Raises:
        FileUnreadable: there is no such program, no page was read in time, or it finds no text.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        raise FileUnreadable(sentence("no_recogniser"))
    until = monotonic() + seconds
    at_once = max(1, min(limits().scan_pages_at_once, os.cpu_count() or 1))
    with ThreadPoolExecutor(at_once) as several:
        read = list(several.map(lambda page: _page(program, paper, page, until), range(1, pages + 1)))
    unread = tuple(page for page, rows in enumerate(read, start=1) if rows is None)
    found = tuple(row for rows in read for row in rows or ())
    if not found:
        raise FileUnreadable(sentence("recogniser_slow" if unread else "nothing_recognised"))
    return Sheet(found, pages, recognised=True, unread_pages=unread)


def _page(program: str, paper: Paper, page: int, until: float) -> list[Row] | None:
    """Answer the rows of a page; None when there is no time for it or it cannot be read."""
    if until <= monotonic():
        return None
    try:
        picture = paper.content if paper.kind == "picture" else page_picture(paper, page, until - monotonic())
    except FileUnreadable:
        return None
    words = _words(program, picture, until)
    return None if words is None else _rows(words, page)


def _words(program: str, picture: bytes, until: float) -> list[dict[str, str]] | None:
    """Answer the words on a picture; None when the program fails or there is no time left."""
    for languages in ("nld+eng", "eng"):
        try:
            said = _said([program, "stdin", "stdout", "-l", languages, "--psm", "6", "tsv"], picture, until)
        except (OSError, subprocess.TimeoutExpired):
            return None
        if said is not None:
            text = said.decode("utf-8", "replace")
            return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))
    return None


def _said(command: list[str], picture: bytes, until: float) -> bytes | None:
    """Answer what the program says about a picture; None when it fails."""
    with subprocess.Popen(  # noqa: S603 the user's own program, no shell
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # more threads only wait for each other on a busy machine
    ) as running:  # fmt: skip
        try:
            if prlimit is not None:
                memory = limits().scan_memory_mb * _MB
                prlimit(running.pid, RLIMIT_AS, (memory, memory))
            said, _ = running.communicate(picture, timeout=max(0.0, until - monotonic()))
        except BaseException:
            running.kill()
            raise
    return said if running.returncode == 0 else None


def _rows(words: list[dict[str, str]], page: int) -> list[Row]:
    lines: dict[tuple[str, ...], list[Cell]] = {}
    for word in words:
        try:
            text, sure = (word["text"] or "").strip(), float(word["conf"])
            left, width = float(word["left"]), float(word["width"])
            height = float(word["height"])
            key = (word["block_num"], word["par_num"], word["line_num"])
        except (KeyError, TypeError, ValueError):
            continue
        if not text or sure < _LEAST_SURE:
            continue
        cells = lines.setdefault(key, [])
        if cells and left - cells[-1].right < 1.2 * height:
            cells[-1] = Cell(f"{cells[-1].text} {text}", cells[-1].left, left + width)
        else:
            cells.append(Cell(text, left, left + width))
    return [Row(page, tuple(cells)) for cells in lines.values()]
