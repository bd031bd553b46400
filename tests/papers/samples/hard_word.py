"""Word layouts in which it is easy to take a level from the wrong place: tables in tables, boxes under a heading."""

from pathlib import Path

from docx import Document
from docx.oxml import parse_xml

from matcher.reference.fml import items
from tests.papers.samples.capacity import Made, MadeItem
from tests.papers.samples.pdf_layouts import TITLES, rubriek_name, rubriek_of_code
from tests.papers.samples.word_layouts import NAMESPACES, tick_control

_SCALE = ("Norm", "Licht beperkt", "Beperkt", "Sterk beperkt")


def _start(made: Made):
    document = Document()
    document.add_heading(TITLES[made.kind], 0)
    document.add_paragraph(f"Opgesteld op: {made.form_date.strftime('%d-%m-%Y')}")
    document.add_paragraph("Opgesteld door: bedrijfsarts")
    if made.deviations_only:
        document.add_paragraph("Alleen afwijkende onderdelen zijn vermeld. De overige onderdelen zijn niet beperkt.")
    return document


def _groups(made: Made) -> list[tuple[int, list[MadeItem]]]:
    found: dict[int, list[MadeItem]] = {}
    for item in made.printed():
        found.setdefault(rubriek_of_code(item.code), []).append(item)
    return sorted(found.items())


def _written(item: MadeItem) -> str:
    return ", ".join(map(str, item.levels))


def nested(made: Made, path: Path) -> None:
    """A table per two rubrieken, with in each cell a table with the items."""
    document = _start(made)
    groups = _groups(made)
    for at in range(0, len(groups), 2):
        outer = document.add_table(rows=1, cols=2)
        for cell, (rubriek, own) in zip(outer.rows[0].cells, groups[at : at + 2], strict=False):
            cell.text = f"{rubriek}. {rubriek_name(rubriek)}"
            inner = cell.add_table(rows=1, cols=3)
            for head, text in zip(inner.rows[0].cells, ("Nr", "Item", "Score"), strict=True):
                head.text = text
            for item in own:
                row = inner.add_row().cells
                row[0].text, row[1].text, row[2].text = item.code, item.name, _written(item)
    document.save(str(path))


def nested_flat(made: Made, path: Path) -> None:
    """A table with the name on the left and on the right a table of one row with a box per level."""
    document = _start(made)
    table = document.add_table(rows=0, cols=2)
    for item in made.printed():
        left, right = table.add_row().cells
        left.text = f"{item.code} {item.name}"
        inner = right.add_table(rows=2, cols=max(items()[item.code].levels) + 1)
        for level in items()[item.code].levels:
            inner.rows[0].cells[level].text = str(level)
            inner.rows[1].cells[level].text = "\u2612" if level in item.levels else "\u2610"
    document.save(str(path))


def beside(made: Made, path: Path) -> None:
    """One table with two items on a row, each with its own score behind it."""
    document = _start(made)
    table = document.add_table(rows=1, cols=6)
    for cell, text in zip(table.rows[0].cells, ("Nr", "Item", "Score") * 2, strict=True):
        cell.text = text
    printed = made.printed()
    half = (len(printed) + 1) // 2
    for place in range(half):
        cells = table.add_row().cells
        for start, at in ((0, place), (3, place + half)):
            if at < len(printed):
                item = printed[at]
                cells[start].text, cells[start + 1].text, cells[start + 2].text = item.code, item.name, _written(item)
    document.save(str(path))


def beside_boxes(made: Made, path: Path) -> None:
    """One table with two items on a row, each with columns of boxes under its own digits."""
    document = _start(made)
    table = document.add_table(rows=1, cols=16)
    for cell, text in zip(table.rows[0].cells, ("Nr", "Item", *"012345") * 2, strict=True):
        cell.text = text
    printed = made.printed()
    half = (len(printed) + 1) // 2
    for place in range(half):
        cells = table.add_row().cells
        for start, at in ((0, place), (8, place + half)):
            if at >= len(printed):
                continue
            item = printed[at]
            cells[start].text, cells[start + 1].text = item.code, item.name
            for level in range(6):
                cells[start + 2 + level].text = "\u2612" if level in item.levels else "\u2610"
    document.save(str(path))


def scale_words(made: Made, path: Path) -> None:
    """Columns with words from light to heavy and a content control under one of them."""
    document = _start(made)
    table = document.add_table(rows=1, cols=7)
    for cell, text in zip(table.rows[0].cells, ("Nr", "Onderdeel", *_SCALE, "Ander niveau"), strict=True):
        cell.text = text
    for item in made.printed():
        cells = table.add_row().cells
        cells[0].text, cells[1].text = item.code, item.name
        own = item.words[0] if len(item.words) == 1 else ""
        for at, word in enumerate(_SCALE):
            cells[2 + at].paragraphs[0]._p.append(tick_control(ticked=own == word))
        if own not in _SCALE:
            cells[6].text = _written(item)
    document.save(str(path))


def yes_no(made: Made, path: Path) -> None:
    """Only boxes for limited or not, and words behind it: how much stays open."""
    document = _start(made)
    table = document.add_table(rows=1, cols=4)
    for cell, text in zip(table.rows[0].cells, ("Item", "Niet beperkt", "Beperkt", "Toelichting"), strict=True):
        cell.text = text
    for item in made.printed():
        cells = table.add_row().cells
        cells[0].text = f"{item.code} {item.name}"
        cells[1 if item.levels == (0,) else 2].text = "x"
        cells[3].text = item.text
    document.save(str(path))


def loose_boxes(made: Made, path: Path) -> None:
    """Running text: the box stands in front of a digit, all on one line, the word of the level nowhere."""
    document = _start(made)
    for item in made.printed():
        signs = " ".join(f"{'☑' if n in item.levels else '☐'}{n}" for n in items()[item.code].levels)
        document.add_paragraph(f"{item.name} ({item.code}): {signs}")
    document.save(str(path))


def boxes_behind(made: Made, path: Path) -> None:
    """Running text: the box stands behind its digit."""
    document = _start(made)
    for item in made.printed():
        signs = "   ".join(f"{n} {'☒' if n in item.levels else '☐'}" for n in items()[item.code].levels)
        document.add_paragraph(f"{item.code} {item.name}   {signs}")
    document.save(str(path))


def dropdowns(made: Made, path: Path) -> None:
    """A table with a list to choose from in a content control, the items of the list in the file as well."""
    document = _start(made)
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Code", "Onderdeel", "Score"), strict=True):
        cell.text = text
    for item in made.printed():
        cells = table.add_row().cells
        cells[0].text, cells[1].text = item.code, item.name
        options = "".join(f'<w:listItem w:displayText="{n}" w:value="{n}"/>' for n in range(10))
        cells[2].paragraphs[0]._p.append(
            parse_xml(
                f"<w:sdt {NAMESPACES}><w:sdtPr><w:dropDownList>{options}</w:dropDownList></w:sdtPr>"
                f"<w:sdtContent><w:r><w:t>{_written(item)}</w:t></w:r></w:sdtContent></w:sdt>"
            )
        )
    document.save(str(path))


def changed(made: Made, path: Path) -> None:
    """Scores that were changed with track changes: the old one deleted or struck, the one that holds inserted."""
    document = _start(made)
    for place, item in enumerate(made.printed()):
        paragraph = document.add_paragraph(f"{item.code} {item.name}: ")
        older = (max(item.levels) + 1) % 3
        if place % 2:
            paragraph.add_run(str(older)).font.strike = True
            paragraph.add_run(f" {_written(item)}")
            continue
        paragraph._p.append(
            parse_xml(f'<w:del {NAMESPACES} w:id="1" w:author="a"><w:r><w:delText>{older}</w:delText></w:r></w:del>')
        )
        paragraph._p.append(
            parse_xml(f'<w:ins {NAMESPACES} w:id="2" w:author="a"><w:r><w:t>{_written(item)}</w:t></w:r></w:ins>')
        )
    document.save(str(path))


def name_after(made: Made, path: Path) -> None:
    """A table with the score first, then the word, then the number and the name."""
    document = _start(made)
    table = document.add_table(rows=0, cols=4)
    for item in made.printed():
        cells = table.add_row().cells
        cells[0].text = _written(item)
        cells[1].text = item.words[0] if len(item.words) == 1 else "Ja"
        cells[2].text, cells[3].text = item.code, item.name
    document.save(str(path))
