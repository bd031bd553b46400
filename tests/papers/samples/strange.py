# ruff: noqa: E501 the words of a layout stand side by side
"""Layouts that differ really from each other: other scales, other words, other places for the score.

A layout may be written in a wrong way on purpose (`inverted`, `swapped`, `bare`): the reader may then ask, and never be
sure of a wrong level.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from matcher.reference.fml import items
from tests.papers.samples.capacity import Made, MadeItem
from tests.papers.samples.pdf_layouts import TITLES, rubriek_name, rubriek_of_code
from tests.papers.samples.scales import scale_arrows, scale_bold_pdf, scale_underlined_word, value_table

WAYS = ("plain", "inverted", "swapped", "bare")
_TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=9, leading=11.5)
_HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=13, leading=17)
_DEGREES = ("niet beperkt", "licht beperkt", "beperkt", "sterk beperkt")
_OTHER_WORDS = (
    ("conform norm", "geen bijzonderheden", "normaalwaarde", "ongestoord", "goed"), ("gering", "in lichte mate", "iets verminderd"),
    ("matig", "matig beperkt", "duidelijk verminderd"), ("fors", "ernstig", "zwaar beperkt", "fors beperkt"),
)  # fmt: skip
_ENGLISH_WORDS = ("not limited", "slightly limited", "limited", "severely limited")
_ENGLISH = {
    "IV.13": "Lifting", "IV.14": "Carrying", "IV.16": "Walking", "IV.18": "Climbing stairs", "V.1": "Sitting",
    "V.4": "Standing at work", "V.3": "Standing", "IV.20": "Kneeling or squatting", "II.1": "Seeing", "II.2": "Hearing",
    "I.1": "Sustained attention", "I.2": "Divided attention", "VI.2": "Hours per day", "VI.3": "Hours per week",
}  # fmt: skip


def _front(made: Made) -> list[str]:
    day = made.form_date.strftime("%d-%m-%Y")
    only = ["Alleen de afwijkende onderdelen zijn vermeld."] if made.deviations_only else []
    return [TITLES[made.kind], f"Datum opgesteld: {day}", "Bedrijfsarts: A. Voorbeeld", *only]


def _highest(item: MadeItem) -> int:
    return max(items()[item.code].levels)


def _is_graded(item: MadeItem) -> bool:
    return len(item.levels) == 1 and item.code not in {"IV.1", "IV.2"}


def _shown(made: Made) -> Iterator[MadeItem]:
    """Yield the items that can be written on a simple scale; the others are left out of form and truth."""
    made.items = [item for item in made.items if _is_graded(item)]
    yield from made.printed()


def _degree(item: MadeItem) -> int:
    """Answer the place of a level on a scale of four degrees, by the word of the level."""
    word = items()[item.code].levels[item.levels[0]].name_nl.casefold()
    if not item.levels[0]:
        return 0
    if "sterk" in word or "zeer" in word:
        return 3
    return 1 if "licht" in word or "enigszins" in word else 2


def _pdf(path: Path, story: list[Flowable], size: tuple[float, float] = A4) -> None:
    SimpleDocTemplate(str(path), pagesize=size, margins=cm, topMargin=1.5 * cm, bottomMargin=1.5 * cm).build(story)


def _top(made: Made) -> list[Flowable]:
    first, *others = _front(made)
    return [Paragraph(first, _HEAD), *(Paragraph(line, _TEXT) for line in others), Spacer(1, 12)]


def _grid(rows: list[list], widths: list[float] | None = None, *, ruled: bool = True, repeat: int = 1) -> Table:
    cells = [[Paragraph(cell, _TEXT) if isinstance(cell, str) else cell for cell in row] for row in rows]
    lines = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else []
    return Table(
        cells, colWidths=widths, repeatRows=repeat, style=TableStyle([*lines, ("VALIGN", (0, 0), (-1, -1), "TOP")])
    )


def per_degree(made: Made, path: Path, way: str) -> None:
    """A heading per degree with the names below it, one a line; no numbers."""
    groups: dict[int, list[str]] = {0: [], 1: [], 2: [], 3: []}
    for item in _shown(made):
        groups[_degree(item)].append(item.name if way != "bare" else item.name.split()[0])
    order = (3, 2, 1, 0) if way in {"inverted", "swapped"} else (0, 1, 2, 3)
    story = _top(made)
    for degree in order:
        story.append(Paragraph(f"<b>{_DEGREES[degree].capitalize()}{':' if way != 'swapped' else ''}</b>", _TEXT))
        story += [Paragraph(name, _TEXT) for name in groups[degree]]
        story.append(Spacer(1, 8))
    _pdf(path, story)


def per_degree_inline(made: Made, path: Path, way: str) -> None:
    """A paragraph per degree with all its items one after the other."""
    document = Document()
    for line in _front(made):
        document.add_paragraph(line)
    for degree in (0, 1, 2, 3):
        own = [item for item in made_items(made) if _degree(item) == degree]
        names = [item.name if way in {"bare", "inverted"} else f"{item.code} {item.name}" for item in own]
        word = _DEGREES[degree].capitalize()
        text = "; ".join(names) if way == "swapped" else ", ".join(names)
        document.add_paragraph(f"{text}: {word.lower()}." if way == "inverted" else f"{word}: {text}.")
    document.save(str(path))


def made_items(made: Made) -> list[MadeItem]:
    """Answer the items that a layout writes."""
    return list(_shown(made))


def other_words(made: Made, path: Path, way: str) -> None:
    """A table with words for the degree that are not the list's."""
    pick = random.Random(len(made.items) + made.form_date.toordinal())  # noqa: S311
    heads = ["Aspect", "Beoordeling", "Bijzonderheden"]
    rows = [heads if way != "swapped" else ["Aspect", "Bijzonderheden", "Beoordeling"]]
    for item in _shown(made):
        word = pick.choice(_OTHER_WORDS[_degree(item)])
        name = item.name if way in {"bare", "inverted"} else f"{item.code} {item.name}"
        rows.append([name, word, item.text])
    if path.suffix == ".xlsx":
        _workbook(path, [*([line] for line in _front(made)), *rows])
    else:
        _pdf(path, [*_top(made), _grid(rows, [6 * cm, 4 * cm, 7 * cm])])


def _workbook(path: Path, rows: list[list[str]]) -> None:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


def marked_in_print(made: Made, path: Path, way: str) -> None:
    """The whole scale is printed on every row; the choice is only bold, coloured or struck."""
    how = {"plain": "<b>{}</b>", "inverted": '<font color="red">{}</font>', "swapped": "<u>{}</u>", "bare": "<b>{}</b>"}
    story = _top(made)
    for item in _shown(made):
        highest = _highest(item)
        words = _DEGREES if way == "bare" else [str(number) for number in range(highest + 1)]
        chosen = _degree(item) if way == "bare" else item.levels[0]
        scale = [how[way].format(word) if at == chosen else word for at, word in enumerate(words)]
        joint = " / " if way in {"bare", "swapped"} else " &nbsp; &nbsp; "
        story.append(Paragraph(f"{item.code} {item.name} &nbsp; &nbsp; {joint.join(scale)}", _TEXT))
    _pdf(path, story)


def struck(made: Made, path: Path, way: str) -> None:
    """What does not hold is struck through."""
    words = ("niet", "licht", "matig", "sterk")
    if path.suffix == ".docx":
        document = Document()
        for line in _front(made):
            document.add_paragraph(line)
        for item in _shown(made):
            own = document.add_paragraph(f"{item.code} {item.name}: ")
            for at, word in enumerate(words):
                run = own.add_run(f"{word} ")
                run.font.strike = at != _degree(item)
            own.add_run("beperkt")
        document.save(str(path))
        return
    story = _top(made)
    for item in _shown(made):
        choices = [word if at == _degree(item) else f"<strike>{word}</strike>" for at, word in enumerate(words)]
        last = " beperkt" if way != "swapped" else ""
        if way in {"bare", "inverted"}:
            numbers = range(_highest(item) + 1)
            choices = [str(at) if at == item.levels[0] else f"<strike>{at}</strike>" for at in numbers]
            last = ""
        story.append(Paragraph(f"{item.code} {item.name}: {' / '.join(choices)}{last}", _TEXT))
    _pdf(path, story)


def letters(made: Made, path: Path, way: str) -> None:
    """A letter or a sign per item, with what it means at the foot or at the top of the page."""
    signs = {"plain": "NLBS", "inverted": "SBLN", "swapped": ("-", "+", "++", "+++"), "bare": "oxX*"}[way]
    meaning = "; ".join(f"{sign} = {word}" for sign, word in zip(signs, _DEGREES, strict=True))
    rows = [["Code", "Onderdeel", "Score"]]
    rows += [[item.code, item.name, signs[_degree(item)]] for item in _shown(made)]
    _pdf(path, [*_top(made), Paragraph(f"Legenda: {meaning}", _TEXT), _grid(rows, [2 * cm, 11 * cm, 2 * cm])])


def other_scale(made: Made, path: Path, way: str) -> None:
    """Numbers that are not those of the list, with or without a legend."""
    lines = _front(made)
    own = list(_shown(made))
    count = {"plain": 1, "bare": 1, "inverted": 0, "swapped": 0}[way]
    numbers = (3, 2, 1, 0) if way in {"inverted", "swapped"} else (count, count + 1, count + 2, count + 3)
    legend = ", ".join(f"{number} {word}" for number, word in sorted(zip(numbers, _DEGREES, strict=True)))
    if way == "inverted":
        legend = "0 = geheel beperkt, 1 = fors beperkt, 2 = matig beperkt, 3 = vrij"
    if way != "bare":
        lines.append(f"Betekenis van de cijfers: {legend}")
    lines += ["", *(f"{item.code} {item.name}: {numbers[_degree(item)]}" for item in own)]
    if path.suffix == ".txt":
        path.write_text("\n".join(lines), encoding="utf-8")
    else:
        _pdf(path, [Paragraph(line, _TEXT) for line in lines])


def two_moments(made: Made, path: Path, way: str) -> None:
    """Two columns of scores: of an earlier moment and of this one."""
    pick = random.Random(made.form_date.toordinal())  # noqa: S311
    heads = {
        "plain": ("Vorige FML", "Huidige FML"), "swapped": ("Nu", "Toen"), "inverted": ("Eerste beoordeling", "Herbeoordeling"),
        "bare": (f"FML {made.form_date.year - 1}", f"FML {made.form_date.year}"),
    }[way]  # fmt: skip
    rows = [["Nr", "Item", *heads]]
    for item in _shown(made):
        before = str(pick.choice(list(items()[item.code].levels)))
        own = str(item.levels[0])
        rows.append([item.code, item.name, *((own, before) if way == "swapped" else (before, own))])
    _pdf(path, [*_top(made), _grid(rows, [2 * cm, 9 * cm, 3 * cm, 3 * cm], ruled=way != "bare")])


def values(made: Made, path: Path, way: str) -> None:
    """What the person can do, in figures; no level anywhere."""
    document = Document()
    for line in _front(made):
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=2 if way != "swapped" else 3)
    for item in _shown(made):
        level = items()[item.code].levels[item.levels[0]]
        figure = f"{level.value.normalize():f} {level.unit}" if level.value is not None else "geen bijzonderheden"
        number = figure.split(maxsplit=1)[0] if way in {"bare", "inverted"} else figure
        cells = table.add_row().cells
        cells[0].text = f"{item.code} {item.name}"
        cells[-1].text = f"tot {figure}" if way == "plain" else number
        if way == "swapped":
            cells[1].text = level.unit or ""
    document.save(str(path))


def english(made: Made, path: Path, way: str) -> None:
    """English names and words."""
    made.items = [item for item in made.items if item.code in _ENGLISH and _is_graded(item)]
    story = [Paragraph("Functional abilities list (FML)", _HEAD), *_top(made)]
    for item in made.printed():
        code = "" if way in {"bare", "inverted"} else f"{item.code} "
        score = str(item.levels[0]) if way == "swapped" else _ENGLISH_WORDS[_degree(item)]
        story.append(Paragraph(f"{code}{_ENGLISH[item.code]}: {score}", _TEXT))
    _pdf(path, story)


def short_names(made: Made, path: Path, way: str) -> None:
    """Shortened names in another order, without numbers."""
    own = made_items(made)
    random.Random(7).shuffle(own)  # noqa: S311
    rows = [[line] for line in _front(made)]
    rows.append(["Item", "Niveau"] if way != "swapped" else ["Niveau", "Item"])
    for item in own:
        words = item.name.split()
        name = " ".join(word if len(word) < 7 else f"{word[:5]}." for word in words)
        if way == "inverted":
            name = f"{words[-1]} - {' '.join(words[:-1])}" if len(words) > 1 else item.name
        score = str(item.levels[0]) if way == "bare" else f"{item.levels[0]} {_DEGREES[_degree(item)]}"
        rows.append([name, score] if way != "swapped" else [score, name])
    _workbook(path, rows)


def sentences(made: Made, path: Path, way: str) -> None:
    """Sentences in two columns, without numbers."""
    told = {
        0: ("{} gaat zonder problemen.", "Voor {} is de heer Voorbeeld niet beperkt.", "{} kan zoals ieder ander."),
        1: ("{} is licht beperkt mogelijk.", "Ten aanzien van {} bestaat een lichte beperking."),
        2: ("{} lukt slechts beperkt.", "Er is een beperking voor {}.", "Bij {} is hij beperkt."),
        3: ("{} is sterk beperkt.", "{} is nauwelijks mogelijk.", "Een sterke beperking geldt voor {}."),
    }
    pick = random.Random(made.form_date.toordinal())  # noqa: S311
    story = _top(made)
    for item in _shown(made):
        name = f"{item.name[0].lower()}{item.name[1:]}"
        sentence = pick.choice(told[_degree(item)]).format(name)
        story.append(Paragraph(f"{sentence[0].upper()}{sentence[1:]}", _TEXT))
    if way == "bare":
        story = [*_top(made), Paragraph(" ".join(each.text for each in story[len(_top(made)) :]), _TEXT)]
    columns = 1 if way == "inverted" else 2
    wide = (A4[0] - 3 * cm) / columns
    frames = [Frame(1.5 * cm + at * wide, 1.5 * cm, wide - 0.4 * cm, A4[1] - 3 * cm) for at in range(columns)]
    document = BaseDocTemplate(str(path), pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=frames))
    document.build(story)


def raised(made: Made, path: Path, way: str) -> None:
    """A raised number of a footnote beside the name or the score."""
    story = _top(made)
    notes = []
    for number, item in enumerate(_shown(made), start=1):
        note = f"<super>{number % 9 + 1}</super>" if number % 2 else ""
        score = str(item.levels[0])
        if way == "plain":
            score = f"{item.levels[0]} {_DEGREES[_degree(item)]}"
        if way == "swapped":
            story.append(Paragraph(f"{item.code} {item.name}{note}: {score}", _TEXT))
        elif way == "inverted":
            story.append(Paragraph(f"{score}{note} - {item.name}", _TEXT))
        else:
            story.append(Paragraph(f"{item.code} {item.name}: {score}{note}", _TEXT))
        notes.append(f"<super>{number % 9 + 1}</super> in overleg")
    _pdf(path, [*story, *(Paragraph(note, _TEXT) for note in notes[:9])])


def long_table(made: Made, path: Path, way: str) -> None:
    """A table over several pages, lying, with a column per degree and the heading on every page."""
    order = (3, 2, 1, 0) if way in {"inverted", "swapped"} else (0, 1, 2, 3)
    heads = [_DEGREES[degree].capitalize() for degree in order]
    if way == "swapped":
        heads = [str(degree) for degree in order]
    rows: list[list] = [["Rubriek", "Item", *heads, "Toelichting"]]
    if way == "bare":
        rows = []
    for item in _shown(made):
        at = item.levels[0] if way == "swapped" else _degree(item)
        ticks = ["X" if degree == at else "" for degree in order]
        rows.append([rubriek_name(rubriek_of_code(item.code)), item.name, *ticks, item.text])
    widths = [4 * cm, 7 * cm, *([2 * cm] * 4), 5 * cm]
    _pdf(path, [*_top(made), _grid(rows, widths, repeat=0 if way == "bare" else 1)], landscape(A4))


def slider(made: Made, path: Path, way: str) -> None:
    """A line from not to strongly limited with a mark on it."""
    lines = _front(made)
    for item in _shown(made):
        marks = ["X" if at == _degree(item) else "o" for at in range(4)]
        bar = "---".join(marks)
        ends = {
            "plain": f"niet beperkt |{bar}| sterk beperkt",
            "inverted": f"sterk |{bar[::-1]}| niet",
            "bare": f"|{bar}|",
        }
        lines.append(f"{item.code} {item.name}   {ends.get(way, f'0 |{bar}| 3')}")
    path.write_text("\n".join(lines), encoding="utf-8")


def numbered_rows(made: Made, path: Path, way: str) -> None:
    """Rows with a number of their own, that starts again in every part; the score is a word or a number."""
    lines = _front(made)
    before, number = 0, 0
    for item in _shown(made):
        rubriek = rubriek_of_code(item.code)
        number = 1 if rubriek != before else number + 1
        if rubriek != before and way != "bare":
            lines += ["", f"Deel {'ABCDEF'[rubriek - 1]}"]
        before = rubriek
        word = items()[item.code].levels[item.levels[0]].name_nl.lower()
        score = str(item.levels[0]) if way == "inverted" else word
        lines.append(f"{number} {item.name}   {score}" if way != "swapped" else f"{number}. {item.name}")
    path.write_text("\n".join(lines), encoding="utf-8")


def answer_sheet(made: Made, path: Path, way: str) -> None:
    """The names on the first pages; the answers by number on the last."""
    own = made_items(made)
    story = [*_top(made), *(Paragraph(f"{item.code} {item.name}", _TEXT) for item in own), Spacer(1, 20)]
    story.append(Paragraph("Antwoordblad", _HEAD))
    joint = "=" if way == "plain" else " "
    if way == "swapped":
        story.append(_grid([[item.code, str(item.levels[0])] for item in own], [3 * cm, 3 * cm], repeat=0))
    else:
        story += [Paragraph(f"{item.code}{joint}{item.levels[0]}", _TEXT) for item in own]
    _pdf(path, story)


Writer = Callable[[Made, Path, str], None]
STRANGE: dict[str, tuple[str, Writer]] = {
    "per_degree": ("pdf", per_degree), "per_degree_inline": ("docx", per_degree_inline),
    "other_words": ("pdf", other_words), "other_words_sheet": ("xlsx", other_words),
    "marked_in_print": ("pdf", marked_in_print), "struck": ("pdf", struck), "struck_word": ("docx", struck),
    "letters": ("pdf", letters), "other_scale": ("pdf", other_scale), "other_scale_text": ("txt", other_scale),
    "two_moments": ("pdf", two_moments), "values": ("docx", values), "english": ("pdf", english),
    "short_names": ("xlsx", short_names), "sentences": ("pdf", sentences), "raised": ("pdf", raised),
    "long_table": ("pdf", long_table), "slider": ("txt", slider), "numbered_rows": ("txt", numbered_rows),
    "answer_sheet": ("pdf", answer_sheet), "scale_arrows": ("txt", scale_arrows),
    "scale_bold_pdf": ("pdf", scale_bold_pdf), "scale_underlined_word": ("docx", scale_underlined_word),
    "value_table": ("docx", value_table),
}  # fmt: skip
