"""PDF layouts: running lines with headers and broken words, ruled tables over pages, columns to tick."""

from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from matcher.reference.form_rules import form_rules
from tests.papers.samples.capacity import Made, MadeItem

TITLES = {
    "fml": "Functionele Mogelijkhedenlijst", "kfml": "Kritische Functionele Mogelijkhedenlijst (kFML)",
    "izp": "Inzetbaarheidsprofiel", "lab": "Lijst arbeidsmogelijkheden en beperkingen", "bar": "BAR",
}  # fmt: skip
_ROMANS = ("I", "II", "III", "IV", "V", "VI")
_SMALL = ParagraphStyle("small", fontName="Helvetica", fontSize=8, leading=10)


def rubriek_of_code(code: str) -> int:
    """Answer the rubriek (1 to 6) of a code in either list."""
    first = code.split(".", maxsplit=1)[0]
    return int(first) if first.isdigit() else _ROMANS.index(first) + 1


def rubriek_name(rubriek: int) -> str:
    """Answer the name of a rubriek with a capital."""
    name = list(form_rules().rubrieken.values())[rubriek - 1]
    return f"{name[0].upper()}{name[1:]}"


def _front(made: Made) -> list[str]:
    only = ["Alleen de afwijkende onderdelen zijn vermeld."] if made.deviations_only else []
    return [
        "Naam: Jan Voorbeeld        Geboortedatum: 01-02-1970", "BSN: 111222333",
        f"Opgesteld op: {made.form_date.strftime('%d-%m-%Y')}", "Opgesteld door: A. Voorbeeld, bedrijfsarts",
        "Benutbare mogelijkheden: ja", *only,
    ]  # fmt: skip


def _score(item: MadeItem) -> str:
    numbers = ", ".join(str(number) for number in item.levels)
    if item.words:
        return f"{numbers} {item.words[0]}" if len(item.words) == 1 else f"Ja: {numbers}"
    return numbers


def lines(made: Made, path: Path) -> None:
    """Running lines: number, name, score, words; a header and a footer on every page, words broken at the end."""
    canvas = Canvas(str(path), pagesize=A4)
    state = {"y": 0.0, "page": 0}

    def new_page() -> None:
        if state["page"]:
            canvas.showPage()
        state["page"] += 1
        canvas.setFont("Helvetica", 7)
        canvas.drawString(50, 815, f"Voorbeeld Arbo    {TITLES[made.kind]}    Jan Voorbeeld")
        canvas.drawString(50, 25, f"Vertrouwelijk    pagina {state['page']}")
        state["y"] = 780.0

    def write(text: str, size: int = 9, indent: float = 0, *, broken: bool = False) -> None:
        wrapped = simpleSplit(text, "Helvetica", size, 480 - indent)
        for place in range(len(wrapped)):
            line = wrapped[place]
            if state["y"] < 60:
                new_page()
            if broken and place + 1 < len(wrapped) and len(wrapped[place + 1].split()[0]) > 8:
                word, *others = wrapped[place + 1].split()
                line, wrapped[place + 1] = f"{line} {word[:5]}-", " ".join([word[5:], *others])
            canvas.setFont("Helvetica", size)
            canvas.drawString(50 + indent, state["y"], line)
            state["y"] -= size * 1.35

    new_page()
    write(TITLES[made.kind], 15)
    for line in _front(made):
        write(line)
    last = 0
    for item in made.printed():
        if rubriek_of_code(item.code) != last:
            last = rubriek_of_code(item.code)
            state["y"] -= 8
            write(f"Rubriek {_ROMANS[last - 1]} {rubriek_name(last)}", 11)
        text = f", namelijk {item.text}" if item.text else ""
        write(f"{item.code} {item.name}: {_score(item)}{text}", broken=True)
    state["y"] -= 14
    write("Prognose: verbetering te verwachten in de komende maanden.")
    canvas.save()


def table(made: Made, path: Path) -> None:
    """A ruled table over several pages with the heading on each page; long cells go on in the next line."""
    rows: list[list[object]] = [["Nr", "Onderdeel", "Score", "Toelichting"]]
    spans = []
    last = 0
    for item in made.printed():
        if rubriek_of_code(item.code) != last:
            last = rubriek_of_code(item.code)
            spans.append(len(rows))
            rows.append([f"{_ROMANS[last - 1]}. {rubriek_name(last)}", "", "", ""])
        text = Paragraph(item.text, _SMALL)
        rows.append([item.code, Paragraph(item.name, _SMALL), Paragraph(_score(item), _SMALL), text])
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
        ("FONTSIZE", (0, 0), (-1, -1), 8),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    style += [("SPAN", (0, at), (-1, at)) for at in spans]
    _build(made, path, [Table(rows, colWidths=[40, 190, 110, 150], repeatRows=1, style=TableStyle(style))])


def ticks(made: Made, path: Path) -> None:
    """Columns of levels with a drawn box in each; the ticked one has a cross."""
    rows: list[list[object]] = [["Nr", "Item", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "Toelichting"]]
    for item in made.printed():
        boxes = [_Box(marked=number in item.levels) for number in range(10)]
        rows.append([item.code, Paragraph(item.name, _SMALL), *boxes, Paragraph(item.text, _SMALL)])
    style = [
        ("LINEBELOW", (0, 0), (-1, -1), 0.3, colors.lightgrey),
        ("FONTSIZE", (0, 0), (-1, -1), 8),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    _build(made, path, [Table(rows, colWidths=[36, 150, *[18] * 10, 130], repeatRows=1, style=TableStyle(style))])


class _Box(Flowable):
    def __init__(self, *, marked: bool) -> None:
        super().__init__()
        self.width = self.height = 8
        self.marked = marked

    def draw(self) -> None:
        self.canv.setLineWidth(0.5)
        self.canv.rect(0, 0, 8, 8)
        if self.marked:
            self.canv.line(1, 1, 7, 7)
            self.canv.line(1, 7, 7, 1)


def _build(made: Made, path: Path, body: list[Flowable]) -> None:
    document = SimpleDocTemplate(str(path), pagesize=A4, leftMargin=50, rightMargin=50)

    def footer(canvas: Canvas, page: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 7)
        canvas.drawString(50, 25, f"{TITLES[made.kind]} - Jan Voorbeeld - bladzijde {page.page}")

    title = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=14, leading=18)
    head = [Paragraph(TITLES[made.kind], title), *(Paragraph(line, _SMALL) for line in _front(made)), Spacer(1, 10)]
    tail = [Spacer(1, 12), Paragraph("Prognose: stabiel.", _SMALL), Paragraph("Handtekening bedrijfsarts", _SMALL)]
    document.build([*head, *body, *tail], onFirstPage=footer, onLaterPages=footer)
