"""Forms that print the whole scale of every item with one line chosen, and tables with a value in place of a score.

In the wrong ways (`inverted`, `swapped`, `bare`) the sign tells nothing, stands at the wrong line too, or is left out.
"""

from collections.abc import Iterator
from pathlib import Path

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas

from matcher.reference.fml import Level, items
from tests.papers.samples.capacity import Made, MadeItem
from tests.papers.samples.pdf_layouts import TITLES

_NORM_TEXT = {"Norm": "normaal", "Nee": "nee", "Niet van toepassing": "niet van toepassing"}


def _head(made: Made) -> list[str]:
    day = made.form_date.strftime("%d-%m-%Y")
    only = ["Alleen de afwijkende onderdelen zijn vermeld."] if made.deviations_only else []
    return [TITLES[made.kind], f"Datum opgesteld: {day}", "Bedrijfsarts: A. Voorbeeld", *only]


def _option(number: int, level: Level) -> str:
    return f"{number} {_NORM_TEXT.get(level.name_nl, level.name_nl[0].lower() + level.name_nl[1:])}"


def _lines(made: Made, way: str) -> Iterator[tuple[MadeItem, list[tuple[str, bool]]]]:
    """Yield every item with the lines of its scale, each with whether it is chosen."""
    for item in made.printed():
        levels = items()[item.code].levels
        chosen = set(item.levels) if way != "inverted" else {0}
        chosen |= {max(levels)} if way == "swapped" and item.code.startswith("V.") else set()
        yield item, [(_option(number, level), number in chosen) for number, level in levels.items()]


def scale_arrows(made: Made, path: Path, way: str) -> None:
    """A text with an arrow behind the chosen line; numbers start again in every rubriek."""
    lines = [*_head(made), ""]
    for item, options in _lines(made, way):
        lines += ["", f"{item.code} {item.name}"]
        lines += [f"    {words}{'  <--' if chosen and way != 'bare' else ''}" for words, chosen in options]
        if item.text and any(item.levels):
            lines.append(f"    Toelichting: {item.text}")
    path.write_text("\n".join(lines), encoding="utf-8")


def scale_bold_pdf(made: Made, path: Path, way: str) -> None:
    """A PDF with the chosen line in bold."""
    canvas = Canvas(str(path), pagesize=A4)
    high = 27.5 * cm
    for line in _head(made):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(2 * cm, high, line)
        high -= 0.6 * cm
    for item, options in _lines(made, way):
        if high < (len(options) + 3) * 0.5 * cm + cm:
            canvas.showPage()
            high = 27.5 * cm
        canvas.setFont("Helvetica", 10)
        high -= 0.75 * cm
        canvas.drawString(2 * cm, high, f"{item.code} {item.name}")
        for words, chosen in options:
            high -= 0.5 * cm
            canvas.setFont("Helvetica-Bold" if chosen and way != "bare" else "Helvetica", 9)
            canvas.drawString(2.7 * cm, high, words)
    canvas.save()


def scale_underlined_word(made: Made, path: Path, way: str) -> None:
    """A Word file with the chosen line underlined, the number before a tab."""
    document = Document()
    for line in _head(made):
        document.add_paragraph(line)
    for item, options in _lines(made, way):
        document.add_paragraph(f"{item.code} {item.name}")
        for words, chosen in options:
            number, _, rest = words.partition(" ")
            run = document.add_paragraph().add_run(f"{number}\t{rest}")
            run.underline = bool(chosen and way != "bare")
    document.save(str(path))


def value_table(made: Made, path: Path, way: str) -> None:
    """A Word table with the usual value, the value of the person and a remark; `bare` leaves out its heading."""
    document = Document()
    for line in _head(made):
        document.add_paragraph(line)
    made.items = [item for item in made.items if _has_values(item)]
    head = ["Onderdeel", "Normaalwaarde", "Belastbaarheid cliënt", "Toelichting"]
    if way == "swapped":
        head = ["Onderdeel", "Bij aanvang", "Verwacht", "Toelichting"]
    table = document.add_table(rows=0, cols=len(head))
    rows = [] if way == "bare" else [head]
    for item in made.printed():
        value = _value(item.code, item.levels[0]) if any(item.levels) else "conform norm"
        other = _value(item.code, max(items()[item.code].levels)) if way == "inverted" else ""
        rows.append([item.name, _value(item.code, 0), value, f"eerder {other}" if other else ""])
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    for item in made.items:
        item.text = ""
    document.save(str(path))


def _has_values(item: MadeItem) -> bool:
    levels = items()[item.code].levels
    values = [level.value for level in levels.values()]
    return all(value is not None for value in values) and len(set(values)) == len(values)


def _value(code: str, number: int) -> str:
    level = items()[code].levels[number]
    unit = {"deg": "graden", "h": "uur", "min": "minuten"}.get(level.unit, level.unit)
    per = " per uur" if level.unit == "x" else ""
    return f"{'minder dan ' if level.operator == '<' else 'ca. '}{level.value} {unit}{per}"
