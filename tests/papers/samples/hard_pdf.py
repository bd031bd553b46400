"""PDF layouts in which it is easy to take a level from the wrong place: letters in columns, crosses under a heading."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from tests.papers.samples.capacity import Made, MadeItem
from tests.papers.samples.pdf_layouts import TITLES, rubriek_name, rubriek_of_code

_NARRATIVE = (
    "Betrokkene is gezien op het spreekuur. Er is met hem gesproken over het werk en over de dag.",
    "In een eerdere lijst stond bij tillen sterk beperkt en bij staan 3. Dat geldt niet meer.",
    "Hij zegt dat lopen goed gaat en dat lang zitten lastig is. In de vorige lijst was V.1 nog 2.",
    "De mogelijkheden zijn toegenomen. Zie voor de onderdelen de kolom hiernaast.",
    "Over dragen is gesproken: dat gaat thuis goed. Een hulpmiddel is niet nodig.",
)
_WORDS = ("Normaal", "Licht beperkt", "Beperkt", "Sterk beperkt", "Anders (niveau)")


def _front(made: Made) -> list[str]:
    only = ["Alleen de afwijkende onderdelen zijn vermeld."] if made.deviations_only else []
    day = made.form_date.strftime("%d-%m-%Y")
    return [TITLES[made.kind], f"Opgesteld op: {day}", "Opgesteld door: A. Voorbeeld, bedrijfsarts", *only]


class _Sheet:
    """A page that writes from top to bottom and starts another one when it is full."""

    def __init__(self, path: Path, size: tuple[float, float] = A4, *, turned: int = 0) -> None:
        self.canvas = Canvas(str(path), pagesize=size)
        self.wide, self.high = size
        self._turned = turned
        self.page = 0
        self.next_page()

    def next_page(self) -> None:
        if self.page:
            self.canvas.showPage()
        self.page += 1
        if self._turned:
            self.canvas.setPageRotation(self._turned)
        self.y = self.high - 50
        self.text(40, self.y, f"Voorbeeld Arbo, vertrouwelijk, bladzijde {self.page}", 7)
        self.text(40, 20, "Dit formulier is opgesteld volgens de richtlijn. 2 exemplaren", 7)
        self.y -= 20

    def text(self, x: float, y: float, words: str, size: float = 9) -> None:
        self.canvas.setFont("Helvetica", size)
        self.canvas.drawString(x, y, words)

    def line(self, words: str, size: float = 9) -> None:
        self.room(size)
        self.text(40, self.y, words, size)
        self.y -= size * 1.5

    def room(self, size: float) -> bool:
        if self.y < 50 + size:
            self.next_page()
            return True
        return False

    def head(self, made: Made) -> None:
        for at, line in enumerate(_front(made)):
            self.line(line, 14 if not at else 9)

    def save(self) -> None:
        self.canvas.save()


def _by_rubriek(made: Made) -> Iterator[tuple[int, list[MadeItem]]]:
    for rubriek in range(1, 7):
        own = [item for item in made.printed() if rubriek_of_code(item.code) == rubriek]
        if own:
            yield rubriek, own


def _word(item: MadeItem) -> str:
    return item.words[0].lower() if len(item.words) == 1 else "ja: " + ", ".join(map(str, item.levels))


def letter(made: Made, path: Path) -> None:
    """A letter: a story on the left, the items on the right, written line by line across both columns."""
    sheet = _Sheet(path)
    sheet.head(made)
    right = [f"{i.code} {i.name}: {', '.join(map(str, i.levels))} ({_word(i)})" for i in made.printed()]
    story = [line for text in _NARRATIVE * 4 for line in simpleSplit(text, "Helvetica", 8, 215)]
    lines = [line for text in right for line in simpleSplit(text, "Helvetica", 8, 270)]
    for place, line in enumerate(lines):
        sheet.room(8)
        if place < len(story):
            sheet.text(40, sheet.y, story[place], 8)
        sheet.text(275, sheet.y, line, 8)
        sheet.y -= 11
    sheet.save()


def brackets(made: Made, path: Path) -> None:
    """The score in square brackets before the name, the number of the item behind it."""
    sheet = _Sheet(path)
    sheet.head(made)
    for item in made.printed():
        sheet.line(f"[{', '.join(map(str, item.levels))}] {item.name} ({item.code})")
    sheet.save()


def words_in_two(made: Made, path: Path) -> None:
    """Two columns of items with words only, no lines, written across both columns."""
    sheet = _Sheet(path, landscape(A4))
    sheet.head(made)
    printed = made.printed()
    half = (len(printed) + 1) // 2
    for place in range(half):
        sheet.room(8)
        for x, at in ((40, place), (430, place + half)):
            if at < len(printed):
                sheet.text(x, sheet.y, f"{printed[at].code}  {printed[at].name[:44]}", 8)
                sheet.text(x + 260, sheet.y, _word(printed[at])[:30], 8)
        sheet.y -= 12
    sheet.save()


def _crosses(
    made: Made, path: Path, heads: Sequence[str], *, ruled: bool, mark: str, turned: int = 0, repeat: bool = True
) -> None:
    sheet = _Sheet(path, landscape(A4), turned=turned)
    sheet.head(made)
    xs = [330 + 62 * at for at in range(len(heads))]

    def heading() -> None:
        sheet.text(40, sheet.y, "Nr", 8)
        sheet.text(90, sheet.y, "Onderdeel", 8)
        for x, head in zip(xs, heads, strict=True):
            sheet.text(x, sheet.y, head, 7)
        sheet.text(xs[-1] + 62, sheet.y, "Toelichting", 8)
        sheet.y -= 14

    for rubriek, own in _by_rubriek(made):
        sheet.room(40)
        sheet.line(f"{rubriek}. {rubriek_name(rubriek)}", 10)
        heading()
        for item in own:
            if sheet.room(8) and repeat:
                heading()
            sheet.text(40, sheet.y, item.code, 8)
            sheet.text(90, sheet.y, item.name[:52], 8)
            for level, x in _places(item, heads, xs):
                sheet.text(x + 10, sheet.y, mark if level < 0 else str(level), 8)
            if ruled:
                sheet.canvas.line(40, sheet.y - 3, 780, sheet.y - 3)
            sheet.y -= 13
    sheet.save()


def _places(item: MadeItem, heads: Sequence[str], xs: Sequence[float]) -> Iterator[tuple[int, float]]:
    """Yield where a mark stands; a level without a column of its own stands as a number in the last one."""
    for number, word in zip(item.levels, item.words or [""] * len(item.levels), strict=True):
        if heads[0].isdigit() and str(number) in heads:
            yield -1, xs[heads.index(str(number))]
            continue
        plain = [head.casefold() for head in heads]
        wanted = "normaal" if not number else word.casefold()
        if wanted in plain:
            yield -1, xs[plain.index(wanted)]
        else:
            yield number, xs[-1]


def crosses_words(made: Made, path: Path) -> None:
    """Landscape, words as heads, a cross under one of them."""
    _crosses(made, path, _WORDS, ruled=False, mark="X")


def crosses_digits(made: Made, path: Path) -> None:
    """Landscape, digits as heads, a dot under one of them, a line below each row."""
    _crosses(made, path, [str(n) for n in range(7)], ruled=True, mark="\u2022")


def crosses_once(made: Made, path: Path) -> None:
    """As crosses_digits, but the heading stands only at the top of each rubriek."""
    _crosses(made, path, [str(n) for n in range(7)], ruled=False, mark="x", repeat=False)


def crosses_down(made: Made, path: Path) -> None:
    """The heads run from high to low."""
    _crosses(made, path, [str(n) for n in reversed(range(7))], ruled=False, mark="X")


def turned(made: Made, path: Path) -> None:
    """A page that is shown a quarter turned."""
    _crosses(made, path, [str(n) for n in range(7)], ruled=False, mark="X", turned=90)


def two_rubrieken(made: Made, path: Path) -> None:
    """Two rubrieken beside each other, each with its own columns to cross."""
    sheet = _Sheet(path, landscape(A4))
    sheet.head(made)
    groups = list(_by_rubriek(made))
    for at in range(0, len(groups), 2):
        pair = groups[at : at + 2]
        if sheet.y < 120:
            sheet.next_page()
        for side, (rubriek, _) in enumerate(pair):
            sheet.text(40 + 385 * side, sheet.y, f"{rubriek}. {rubriek_name(rubriek)}", 9)
        sheet.y -= 13
        _pair_heads(sheet, len(pair))
        for place in range(max(len(own) for _, own in pair)):
            if sheet.room(8):
                _pair_heads(sheet, len(pair))
            for side, (_, own) in enumerate(pair):
                if place >= len(own):
                    continue
                x, item = 40 + 385 * side, own[place]
                sheet.text(x, sheet.y, item.code, 7)
                sheet.text(x + 30, sheet.y, item.name[:42], 7)
                for level in item.levels:
                    if level < 6:
                        sheet.text(x + 210 + 24 * level, sheet.y, "x", 7)
            sheet.y -= 12
    sheet.save()


def _pair_heads(sheet: _Sheet, count: int) -> None:
    for side in range(count):
        x = 40 + 385 * side
        sheet.text(x, sheet.y, "Nr", 7)
        sheet.text(x + 30, sheet.y, "Item", 7)
        for level in range(6):
            sheet.text(x + 210 + 24 * level, sheet.y, str(level), 7)
    sheet.y -= 12


def with_old_form(made: Made, path: Path) -> None:
    """The form that holds, and behind it an older one under a heading that says that it has lapsed."""
    sheet = _Sheet(path)
    sheet.head(made)
    for item in made.printed():
        sheet.line(f"{item.code} {item.name}: {', '.join(map(str, item.levels))} {_word(item)}")
    sheet.next_page()
    sheet.line("VERVALLEN - vorige lijst, ter informatie", 13)
    for item in made.printed()[:40]:
        older = (max(item.levels) + 1) % 3
        sheet.line(f"{item.code} {item.name}: {older}")
    sheet.save()


def old_form_first(made: Made, path: Path) -> None:
    """An older form in front, with its own date; the form that holds behind it."""
    sheet = _Sheet(path)
    older = made.form_date.replace(year=made.form_date.year - 1)
    sheet.line(f"Bijlage: vorige {TITLES[made.kind]} van {older.strftime('%d-%m-%Y')}", 12)
    for item in made.printed()[:40]:
        sheet.line(f"{item.code} {item.name}: {(max(item.levels) + 1) % 3}")
    sheet.next_page()
    sheet.head(made)
    for item in made.printed():
        sheet.line(f"{item.code} {item.name}: {', '.join(map(str, item.levels))} {_word(item)}")
    sheet.save()


def old_and_now_columns(made: Made, path: Path) -> None:
    """A table with the score of the previous form and the score of this one beside it."""
    sheet = _Sheet(path)
    sheet.head(made)
    for item in made.printed():
        if sheet.y > 700 or sheet.room(8):
            pass
        if item is made.printed()[0]:
            for x, head in ((40, "Nr"), (90, "Onderdeel"), (370, "Vorige"), (430, "Huidige"), (490, "Toelichting")):
                sheet.text(x, sheet.y, head, 8)
            sheet.y -= 13
        sheet.text(40, sheet.y, item.code, 8)
        sheet.text(90, sheet.y, item.name[:55], 8)
        sheet.text(372, sheet.y, str((max(item.levels) + 1) % 3), 8)
        sheet.text(432, sheet.y, ", ".join(map(str, item.levels)), 8)
        sheet.y -= 12
    sheet.save()


def narrow(made: Made, path: Path) -> None:
    """A narrow column of names, broken with a hyphen over lines, the score in the middle of the lines."""
    sheet = _Sheet(path)
    sheet.head(made)
    for x, head in ((40, "Nr"), (90, "Onderdeel"), (250, "Score"), (300, "Toelichting")):
        sheet.text(x, sheet.y, head, 8)
    sheet.y -= 16
    for item in made.printed():
        lines = list(_broken(item.name))
        if sheet.y < 50 + 10 * len(lines):
            sheet.next_page()
        for at, line in enumerate(lines):
            sheet.text(90, sheet.y - 10 * at, line, 8)
        middle = sheet.y - 10 * (len(lines) - 1) / 2
        sheet.text(40, middle, item.code, 8)
        sheet.text(255, middle, ", ".join(map(str, item.levels)), 8)
        sheet.text(300, middle, item.text[:50], 8)
        sheet.y -= 10 * len(lines) + 8
    sheet.save()


def _broken(name: str) -> Iterator[str]:
    line = ""
    for word in name.split():
        if len(line) + len(word) < 24:
            line = f"{line} {word}".strip()
        elif len(word) > 9:
            yield f"{line} {word[:5]}-".strip()
            line = word[5:]
        else:
            yield line
            line = word
    yield line


def story(made: Made, path: Path) -> None:
    """Whole sentences, the word before the name of the item; no tables."""
    sheet = _Sheet(path)
    sheet.head(made)
    for item in made.printed():
        for line in simpleSplit(
            f"Licht het onderdeel {item.name.lower()} ({item.code}) toe: "
            f"de score is {', '.join(map(str, item.levels))}, "
            f"dat is {_word(item)}. In de lijst van vorig jaar was dit nog {(max(item.levels) + 1) % 3}.",
            "Helvetica", 9, 500,
        ):  # fmt: skip
            sheet.line(line)
    sheet.save()
