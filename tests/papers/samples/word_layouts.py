"""Word layouts: content controls to tick, old form fields in a table, and words without numbers."""

from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from matcher.reference.fml import items
from tests.papers.samples.capacity import Made

NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def _start(made: Made, title: str):
    document = Document()
    document.sections[0].header.paragraphs[0].text = f"{title} - Jan Voorbeeld"
    document.add_heading(title, 0)
    for line in (
        "Naam: Jan Voorbeeld",
        "Geboortedatum: 01-02-1970",
        f"Datum: {made.form_date.isoformat()}",
        "Arts: bedrijfsarts",
    ):
        document.add_paragraph(line)
    if made.deviations_only:
        document.add_paragraph("Alleen afwijkende onderdelen zijn vermeld. De overige onderdelen zijn niet beperkt.")
    return document


def boxes(made: Made, path: Path) -> None:
    """Each item a paragraph, below it every level with a content control to tick."""
    document = _start(made, "Functionele Mogelijkhedenlijst")
    for item in made.printed():
        number = item.code.replace(".", "-")
        document.add_paragraph(f"{number} {item.name}")
        for level in items()[item.code].levels.values():
            paragraph = document.add_paragraph()
            paragraph._p.append(tick_control(ticked=level.level in item.levels))
            paragraph.add_run(f" {level.level} {level.name_nl}")
        if item.text:
            document.add_paragraph(f"Toelichting: {item.text}")
    document.save(str(path))


def words(made: Made, path: Path) -> None:
    """Only what differs, the word in front of the name; every condition by name."""
    document = _start(made, "Kritische FML")
    for item in made.printed():
        paragraph = document.add_paragraph(style="List Bullet")
        words_of = item.words[0] if len(item.words) == 1 else ", ".join(str(n) for n in item.levels)
        single = item.levels if item.words and len(item.words) == 1 else ()
        number = f" (niveau {single[0]})" if single else ""
        paragraph.add_run(f"{item.code} {item.name} \u2013 {words_of}{number}")
        if item.text:
            paragraph.add_run(f"; nl. {item.text}")
    document.save(str(path))


def old_fields(made: Made, path: Path) -> None:
    """A table with a column per level and old form fields to tick."""
    document = _start(made, "Functionele mogelijkhedenlijst (FML)")
    table = document.add_table(rows=1, cols=13)
    for cell, text in zip(table.rows[0].cells, ("Code", "Omschrijving", *map(str, range(10)), "Namelijk"), strict=True):
        cell.text = text
    for item in made.printed():
        cells = table.add_row().cells
        cells[0].text, cells[1].text, cells[12].text = item.code, item.name, item.text
        for number in range(10):
            cells[2 + number].paragraphs[0]._p.append(_field(ticked=number in item.levels))
    document.save(str(path))


def tick_control(*, ticked: bool):
    sign = "\u2612" if ticked else "\u2610"
    return parse_xml(
        f'<w:sdt {NAMESPACES}><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _field(*, ticked: bool):
    run = OxmlElement("w:r")
    begin = OxmlElement("w:fldChar")
    begin.set(qn("w:fldCharType"), "begin")
    data = parse_xml(
        f'<w:ffData {NAMESPACES}><w:name w:val="Vak"/><w:enabled/><w:checkBox><w:sizeAuto/><w:default w:val="0"/>'
        f'<w:checked w:val="{int(ticked)}"/></w:checkBox></w:ffData>'
    )
    begin.append(data)
    run.append(begin)
    return run
