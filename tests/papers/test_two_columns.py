"""A page of two columns: each item keeps its own text, and where columns are not clear nothing on the page is sure."""

import random
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from matcher.papers import Sureness, read_document
from matcher.papers.clean import clean
from matcher.reference.fml import items
from matcher.sheets import Cell, Row, Sheet

ORDINAL = [
    code
    for code, item in items().items()
    if code not in {"IV.1", "IV.2"}
    and all(level.kind not in {"multi-select flag", "note"} for level in item.levels.values())
]
ROMANS = ("I", "II", "III", "IV", "V", "VI")
HEAD = ("Functionele Mogelijkhedenlijst", "Opgesteld op: 21-09-2026")
LEFTS = (57, 318)
PER_COLUMN = 40  # lines


def made(seed: int) -> dict[str, int]:
    chance = random.Random(seed)  # noqa: S311 made-up forms
    return {code: chance.choice(sorted(items()[code].levels)) for code in ORDINAL}


def lines_of(code: str, level: int, style: str) -> list[tuple[int, str]]:
    """Answer the lines of an item, each with how far it is set in."""
    item = items()[code]
    rubriek, number = code.split(".")
    mark = {"arab": f"{ROMANS.index(rubriek) + 1}.{number} ", "roman": f"{code} ", "bullet": f"\u2022 {code} "}[style]
    word = item.levels[level].name_nl.split("(")[0].strip().lower()
    return [(0, f"{mark}{item.name_nl}"), (11, f"{level} - {word}"), (11, "In overleg te plannen.")]


def newspaper(path: Path, wanted: dict[str, int], style: str, shift: float, across: str = "") -> None:
    """Write items down the left column, then the right one, as often as needed."""
    canvas = Canvas(str(path))
    lines = [line for code, level in wanted.items() for line in lines_of(code, level, style)]
    for page, start in enumerate(range(0, len(lines), 2 * PER_COLUMN)):
        canvas.setFont("Helvetica", 9)
        for at, text in enumerate(HEAD if page == 0 else ()):
            canvas.drawString(LEFTS[0], 800 - 14 * at, text)
        for column, left in enumerate(LEFTS):
            own = lines[start + column * PER_COLUMN :][:PER_COLUMN]
            for at, (inset, text) in enumerate(own):
                canvas.drawString(left + inset, 740 - 15 * at - column * shift, text[:46])
        if across:
            canvas.drawString(LEFTS[0], 740 - 15 * 8.5, across)
        canvas.showPage()
    canvas.save()


@pytest.mark.parametrize(
    ("seed", "style", "shift"), [(1, "arab", 0.0), (2, "arab", 5.0), (3, "roman", 8.0), (4, "bullet", 3.0)]
)
def test_an_item_in_a_column_is_read_with_its_own_text_and_never_with_that_beside_it(tmp_path, seed, style, shift):
    path = tmp_path / "formulier.pdf"
    wanted = made(seed)
    newspaper(path, wanted, style, shift)
    found = {item.code: item for item in read_document(path).leading.items}
    sure = {code: found[code].levels for code in wanted if found[code].sureness is Sureness.SURE}
    assert {code: levels for code, levels in sure.items() if levels != (wanted[code],)} == {}
    assert len(sure) >= 0.6 * len(wanted)  # the others are words that stand for two degrees
    assert Sureness.NOT_FOUND not in {found[code].sureness for code in wanted}


def test_nothing_is_sure_on_a_page_where_a_line_runs_through_both_columns(tmp_path):
    path = tmp_path / "formulier.pdf"
    wanted = made(5)
    newspaper(
        path, wanted, "arab", 0.0, across="Deze regel loopt van links naar rechts over de twee kolommen heen, als zin."
    )
    form = read_document(path).leading
    sure = {item.code for item in form.items if item.sureness is Sureness.SURE}
    assert not sure
    assert set(wanted) <= {question.key for question in form.questions} | {
        item.code for item in form.items if item.sureness is Sureness.DOUBTFUL
    }


@pytest.mark.parametrize("line", ["VI.3 Uren per week", "Rubriek VI Werktijden", "IV.13 Tillen", "2 - beperkt"])
def test_a_line_of_the_form_at_the_foot_of_two_pages_is_no_footer(line):
    pages = [
        Row(page, (Cell(text, 57, 300),), gap=0.3)
        for page in (1, 2)
        for text in (*(f"{page} regel {n}" for n in range(9)), line, f"anders {page}", "vertrouwelijk")
    ]
    kept = [row.text for row in clean(Sheet(tuple(pages), pages=2)).rows]
    assert kept.count(line) == 2
    assert "vertrouwelijk" not in kept
