"""One of each kind of document as text and structure. Rebuild them with python -m tests.documents.golden."""

import ctypes
import re
import textwrap
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import groupby
from pathlib import Path

import docx
import pypdfium2
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdfium2 import raw

from matcher import Match, load_catalogue, match
from matcher.documents import FileFormat, Identity, Kind, build_document, write_document
from matcher.prose import Audience
from tests.made_up import ON
from tests.made_up import case as made_up_case

FOLDER = Path(__file__).parent / "golden"
READERS = {
    Kind.PERSONSPROFIEL: Audience.CURRENT_EMPLOYER,
    Kind.ZOEKPROFIEL: Audience.COACH,
    Kind.PLAN: Audience.CURRENT_EMPLOYER,
    Kind.SUITABILITY: Audience.LABOUR_EXPERT,
    Kind.QUESTIONS: Audience.DOCTOR,
    Kind.PROGRESS: Audience.CURRENT_EMPLOYER,
    Kind.CLOSING: Audience.CURRENT_EMPLOYER,
    Kind.EXPLANATION: Audience.WORKER,
    Kind.PROFILE: Audience.NEW_EMPLOYER,
}
CASE = made_up_case(
    [
        {"item": "IV.13", "levels": [2]},
        {"item": "V.3", "levels": [2]},
        {"item": "I.9", "levels": [1], "text": "in overleg"},
    ],
    track={
        "plan_signed": "2026-06-22",
        "contacts": [{"date": "2026-07-06", "partner": "worker", "goal": "intake"}],
        "activities": [{"kind": "coaching", "from_date": "2026-06-08"}],
        "applications": [{"date": "2026-09-14", "title": "receptionist", "outcome": "interview"}],
        "consents": [{"date": "2026-10-05", "vacancy_id": "V-1", "items": ["V.3"]}],
    },
)
NAMES = Identity(worker_name="Jan Voorbeeld", worker_contact="jan@voorbeeld.example", employer_name="Voorbeeld BV",
                 employer_contact="Petra Proefpersoon", coach_name="Cora Coachnaam",
                 bureau_name="Bureau Verzonnen")  # fmt: skip
_HASH = re.compile(r"\b[0-9a-f]{16}\b")
_LINE = 110


@cache
def _found() -> Match:
    return match(CASE, ON, load_catalogue())


def golden(kind: Kind) -> str:
    """Answer what a finished Word file and PDF of a kind hold: headings, tables, pictures, tags and words."""
    consent = "V-1" if kind is Kind.PROFILE else None
    document = build_document(kind, _found(), CASE, load_catalogue(), READERS[kind], identity=NAMES, consent=consent)
    word = write_document(document, CASE, FileFormat.DOCX)
    pdf = write_document(document, CASE, FileFormat.PDF)
    text = "\n".join(["== Word", *_word_lines(word), "", "== PDF", *_pdf_lines(pdf), ""])
    return _HASH.sub("<hash>", text)


def _word_lines(made: bytes) -> Iterator[str]:
    word = docx.Document(BytesIO(made))
    for element in word.element.body.iterchildren():
        if element.tag.endswith("}p"):
            paragraph = Paragraph(element, word)
            for picture in element.iter(
                "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
            ):
                yield from _wrapped(f"[beeld] {picture.get('descr')}")
            if paragraph.text:
                yield from _wrapped(f"[{paragraph.style.name}] {paragraph.text}")
        elif element.tag.endswith("}tbl"):
            for row in Table(element, word).rows:
                yield from _wrapped("| " + " | ".join(cell.text for cell in row.cells))


def _pdf_lines(made: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(made)
    for number, page in enumerate(document, 1):
        tags = " ".join(f"{tag}*{size}" if size > 1 else tag for tag, size in _runs(_tags(page)))
        yield from _wrapped(f"[blad {number}] {tags}")
        yield from _wrapped(" ".join(page.get_textpage().get_text_range().split()))


def _runs(tags: Iterator[str]) -> Iterator[tuple[str, int]]:
    return ((tag, len(list(group))) for tag, group in groupby(tags))


def _tags(page: pypdfium2.PdfPage) -> Iterator[str]:
    """Answer the tags that a screen reader walks along, without those of single rows and cells."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    for place in range(raw.FPDF_StructTree_CountChildren(tree)):
        yield from _below(raw.FPDF_StructTree_GetChildAtIndex(tree, place))
    raw.FPDF_StructTree_Close(tree)


def _below(element: raw.FPDF_STRUCTELEMENT) -> Iterator[str]:
    if not element:
        return
    size = raw.FPDF_StructElement_GetType(element, None, 0)
    told = ctypes.create_string_buffer(size)
    raw.FPDF_StructElement_GetType(element, told, size)
    name = told.raw.decode("utf-16-le").rstrip("\0")
    if name != "Document":
        yield name
    if name in {"Document", "Div", "Sect", "Part"}:
        for place in range(raw.FPDF_StructElement_CountChildren(element)):
            yield from _below(raw.FPDF_StructElement_GetChildAtIndex(element, place))


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _LINE, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)


def main() -> None:
    """Write every golden file."""
    FOLDER.mkdir(exist_ok=True)
    for kind in Kind:
        (FOLDER / f"{kind.value}.txt").write_text(golden(kind), encoding="utf-8")


if __name__ == "__main__":
    main()
