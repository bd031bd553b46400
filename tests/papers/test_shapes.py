"""Forms of another shape than a row per item: a table per item, a row per choice, names below a degree, a range."""

from collections.abc import Iterable

import pytest

from matcher.papers import Doubt, Sureness
from matcher.papers.capacity import read_form
from matcher.papers.split import forms_in
from matcher.sheets import TICKED, UNTICKED, Cell, Row

WIDTH = 100


def table(*rows: Iterable[str], number: int = 1, row_lines: bool = False) -> list[Row]:
    made = []
    for texts in rows:
        cells = tuple(Cell(text, at * WIDTH, (at + 1) * WIDTH) for at, text in enumerate(texts))
        parts = [
            Row(1, (Cell(part, cell.left, cell.right),), number) for cell in cells for part in cell.text.split("\n")
        ]
        flat = tuple(Cell(cell.text.replace("\n", " "), cell.left, cell.right) for cell in cells)
        made.append(Row(1, flat, number, lines=tuple(parts) if row_lines else ()))
    return made


def line(text: str, left: float = 0, gap: float = 1.0) -> Row:
    return Row(1, (Cell(text, left, left + 4 * len(text)),), gap=gap)


def read(rows: list[Row]) -> dict:
    (form,) = forms_in([line("Functionele Mogelijkhedenlijst"), *rows])
    return {item.code: item for item in read_form(form).items}


def card(item: str, score: str, *more: tuple[str, str], number: int = 1) -> list[Row]:
    return table(("Item", item), ("Beoordeling", score), *more, number=number)


def test_a_table_per_item_gives_the_score_of_its_own_row_and_keeps_the_explanation():
    found = read(
        [*card("IV.13 Tillen", "Licht beperkt", ("Toelichting", "namelijk 10 kg")), *card("V.1 Zitten", "Norm")]
    )
    assert (found["IV.13"].levels, found["IV.13"].text) == ((1,), "namelijk 10 kg")
    assert found["V.1"].levels == (0,)


@pytest.mark.parametrize(
    "rows",
    [
        card("IV.13 Tillen", "Beperkt", ("Omschrijving", "kan ca. 10 kg tillen")),
        card("IV.13 Tillen", "Beperkt", ("Beoordeling", "Licht beperkt")),
        card("IV.13 Tillen", "Beperkt", ("Verwachting", "Licht beperkt")),
        card("IV.13 Tillen", "", ("Toelichting", "sterk beperkt")),
        table(("Item", "IV.13 Tillen"), ("Beoordeling 2025", "Beperkt"), ("Beoordeling 2026", "Licht beperkt")),
    ],
)
def test_a_table_per_item_whose_rows_do_not_agree_or_are_not_known_is_asked(rows):
    found = read([*rows, *card("IV.20 Knielen en/of hurken", "Sterk beperkt", number=2)])
    assert found["IV.13"].sureness is not Sureness.SURE


def _asks(question: str, *rows: tuple[str, str, str]) -> dict:
    return read(table(("Onderdeel", question, "Wat kan nog"), *rows))


def boxes(answer: str) -> str:
    return f"{TICKED if answer == 'nee' else UNTICKED} nee {TICKED if answer == 'ja' else UNTICKED} ja"


def test_no_below_the_question_whether_there_is_a_limit_is_norm_and_yes_takes_its_level_from_the_value():
    found = _asks(
        "Beperkt?", ("Tillen", boxes("ja"), "ca. 10 kg"), ("Dragen", boxes("nee"), ""), ("Lopen", boxes("ja"), "")
    )
    assert (found["IV.13"].levels, found["IV.14"].levels) == ((1,), (0,))
    assert found["IV.16"].doubt is Doubt.DEGREE_UNKNOWN


@pytest.mark.parametrize("question", ["Mogelijk?", "Akkoord", "Kan dit?"])
def test_yes_and_no_below_another_question_say_nothing(question):
    found = _asks(question, ("Tillen", boxes("nee"), ""), ("Dragen", boxes("ja"), ""))
    assert {found[code].sureness for code in ("IV.13", "IV.14")} == {Sureness.DOUBTFUL}


@pytest.mark.parametrize("both", [f"{TICKED} nee {TICKED} ja", f"{UNTICKED} nee {UNTICKED} ja"])
def test_both_boxes_or_none_is_asked(both):
    assert _asks("Beperkt?", ("Tillen", both, ""))["IV.13"].sureness is Sureness.DOUBTFUL


VALUES = ("Tillen: ca. 10 kg", "Lopen: ca. 30 minuten", "Staan: ca. 15 minuten", "Zitten: ca. 30 minuten")


def under_degrees(first: str, second: str) -> list[Row]:
    return [
        *(line(first), line(VALUES[0], 10), line("tot 10 keer per uur", 20, 0.2), line(VALUES[1], 10)),
        *(line(second), line(VALUES[2], 10), line("daarna zitten", 20, 0.2), line(VALUES[3], 10)),
    ]


def test_a_degree_above_items_is_their_score_when_the_values_of_several_agree_with_it():
    found = read(under_degrees("Licht beperkt", "Beperkt"))
    assert [found[code].levels for code in ("IV.13", "IV.16", "V.3", "V.1")] == [(1,), (1,), (2,), (2,)]


def test_one_value_that_belongs_to_another_degree_makes_every_heading_a_proposal_only():
    found = read(under_degrees("Licht beperkt", "Sterk beperkt"))
    assert {found[code].doubt for code in ("IV.13", "IV.16", "V.3", "V.1")} == {Doubt.GROUPED}


def test_a_heading_of_a_degree_does_not_reach_over_the_heading_of_the_next_rubriek():
    rows = under_degrees("Licht beperkt", "Beperkt")
    found = read([*rows[:-1], line("V Statische houdingen"), rows[-1]])
    assert found["V.1"].sureness is not Sureness.SURE


def test_of_a_row_per_choice_only_the_chosen_one_counts_and_two_or_none_are_asked():
    head = ("rubriek", "volgnr", "onderdeel", "keuze_nr", "keuze", "gekozen")
    rows = [
        *(("IV", "13", "Tillen", "0", "Normaal", "N"), ("IV", "13", "Tillen", "2", "Beperkt", "J")),
        *(("IV", "14", "Dragen", "1", "Licht beperkt", "J"), ("IV", "14", "Dragen", "2", "Beperkt", "J")),
        *(("V", "1", "Zitten", "0", "Normaal", "N"), ("V", "1", "Zitten", "1", "Licht beperkt", "N")),
    ]
    found = read(table(head, *rows))
    assert found["IV.13"].levels == (2,)
    assert {found[code].sureness for code in ("IV.14", "V.1")} == {Sureness.DOUBTFUL}


def test_names_in_the_column_of_a_degree_get_that_degree_and_a_value_that_does_not_fit_is_asked():
    head = ("Geen beperking", "Licht beperkt", "Beperkt")
    names = ("Lopen\nStaan", "Tillen (10 kg)\nDragen (5 kg)", "Zitten (30 minuten)")
    found = read(table(head, names, row_lines=True))
    assert [found[code].levels for code in ("IV.16", "V.3", "IV.13", "V.1")] == [(0,), (0,), (1,), (2,)]
    assert found["IV.14"].doubt is Doubt.FIGURE_ELSEWHERE


def test_a_column_of_degrees_with_other_words_in_it_gives_no_level():
    found = read(table(("Geen beperking", "Licht beperkt"), ("Lopen", "Zie ook het rapport\nTillen"), row_lines=True))
    assert {found[code].sureness for code in ("IV.16", "IV.13")} == {Sureness.DOUBTFUL}


def test_a_range_told_as_norm_is_norm_from_the_first_to_the_last_and_a_row_of_its_own_makes_it_a_question():
    found = read(
        [line("V.3 Staan t/m V.5 Geknield of gehurkt actief zijn: normaal"), line("V.4 Staan tijdens het werk: 2")]
    )
    assert [found[code].levels for code in ("V.3", "V.5")] == [(0,), (0,)]
    assert found["V.4"].doubt is Doubt.TWICE


@pytest.mark.parametrize("score", ["beperkt", "2", "normaal, behalve V.4", ""])
def test_a_range_told_otherwise_gives_no_level(score):
    found = read([line(f"V.3 Staan t/m V.5 Geknield of gehurkt actief zijn: {score}")])
    assert {found[code].sureness for code in ("V.3", "V.5")} <= {Sureness.DOUBTFUL, Sureness.NOT_FOUND}
    assert found["V.4"].sureness is not Sureness.SURE


def test_a_heading_above_the_first_item_of_the_second_column_of_a_page_is_read_with_that_column():
    def across(*cells: tuple[float, str]) -> Row:
        return Row(1, tuple(Cell(text, left, left + 90) for left, text in cells), gap=0.5)

    found = read(
        [
            line(
                "Alleen de onderdelen die afwijken staan hieronder, de andere zijn norm, zegt de bedrijfsarts over hem",
                0,
            ),
            across((0, "Licht beperkt"), (300, "Beperkt")),
            across((0, "IV.13 Tillen: ca. 10 kg"), (300, "V.3 Staan: ca. 15 minuten")),
            across((0, "IV.16 Lopen: ca. 30 minuten"), (300, "V.1 Zitten: ca. 30 minuten")),
        ]
    )
    assert [found[code].levels for code in ("IV.13", "IV.16", "V.3", "V.1")] == [(1,), (1,), (2,), (2,)]
