"""Text from scans, with a program that the user has installed; without it a clear sentence."""

import csv
import io
import os
import shutil
import subprocess

from matcher.errors import FileUnreadable
from matcher.papers.questions import sentence
from matcher.sheets import Cell, Paper, Row, Sheet, limits, page_pictures

_PROGRAM = "tesseract"
_LEAST_SURE = 30.0  # percent: below this a word is noise


def recognised_sheet(paper: Paper) -> Sheet:
    """Answer the rows of a scan or a picture, recognised by an installed tesseract.

    Args:
        paper: a PDF without text, or a picture.

    Raises:
        FileUnreadable: there is no such program, it takes too long, or it finds no text.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        raise FileUnreadable(sentence("no_recogniser"))
    pictures = [paper.content] if paper.kind == "picture" else page_pictures(paper)
    rows: list[Row] = []
    slow = False
    for page, picture in enumerate(pictures, start=1):
        words = _words(program, picture)
        slow = slow or words is None
        rows += _rows(words or [], page)
    if slow:
        raise FileUnreadable(sentence("recogniser_slow"))  # half a form must not look like a whole one
    if not rows:
        raise FileUnreadable(sentence("nothing_recognised"))
    return Sheet(tuple(rows), len(pictures), recognised=True)


def _words(program: str, picture: bytes) -> list[dict[str, str]] | None:
    """Answer the words on a picture; None when the program took too long."""
    for languages in ("nld+eng", "eng"):
        try:
            done = subprocess.run(  # noqa: S603 the user's own program, no shell
                [program, "stdin", "stdout", "-l", languages, "--psm", "6", "tsv"],
                input=picture, capture_output=True, timeout=limits().ocr_seconds_per_page, check=False,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # more threads only wait for each other on a busy machine
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return None
        except OSError:
            return []
        if done.returncode == 0:
            text = done.stdout.decode("utf-8", "replace")
            return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))
    return []


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
