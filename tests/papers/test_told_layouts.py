"""Layouts that tell their own way of writing: a legend, dated columns, questions, margins, sentences and values."""

import pytest

from matcher.papers import Sureness
from matcher.papers.capacity import read_form
from matcher.papers.split import forms_in
from matcher.sheets import Cell, Row

WIDTH = 120
TITLE = "Functionele Mogelijkhedenlijst"
DATED = "Opgesteld op 14 september 2026"


def line(*texts: str, gap: float = 1.0, left: float = 0, page: int = 1) -> Row:
    cells = tuple(
        Cell(text, left + at * WIDTH, left + at * WIDTH + min(WIDTH - 10, 4 * len(text)))
        for at, text in enumerate(texts)
    )
    return Row(page, cells, gap=gap)


def table(*rows: tuple[str, ...]) -> list[Row]:
    return [
        Row(1, tuple(Cell(text, at * WIDTH, (at + 1) * WIDTH) for at, text in enumerate(texts)), 1) for texts in rows
    ]


def read(rows: list[Row]) -> dict:
    (form,) = forms_in([line(TITLE), line(DATED), *rows])
    return {item.code: item for item in read_form(form).items}


def sure(found: dict) -> dict:
    return {code: item.levels for code, item in found.items() if item.sureness is Sureness.SURE}


LEGEND = "Leeswijzer: N = normaal, LB = licht beperkt, B = beperkt, SB = sterk beperkt. Voorbeeld: 4.16 Lopen SB."
SHORT = [("4.13", "Tillen", "LB"), ("4.14", "Dragen", "B"), ("5.3", "Staan", "N"), ("5.1", "Zitten", "SB")]


def test_short_scores_are_read_by_the_legend_of_the_document_and_its_example_is_no_item():
    found = sure(read([line(LEGEND), *(line(*each) for each in SHORT)]))
    assert found == {"IV.13": (1,), "IV.14": (2,), "V.3": (0,), "V.1": (3,)}


@pytest.mark.parametrize(
    "legend",
    [
        "N = normaal, LB = licht beperkt, LB = beperkt, SB = sterk beperkt",
        "N = normaal, LB = beperkt, B = beperkt, SB = sterk beperkt",
        "LB = licht beperkt, B = beperkt, SB = sterk beperkt",
        "N = normaal, LB = licht beperkt tot beperkt",
        "De letters staan in de bijlage.",
    ],
)
def test_a_legend_with_two_meanings_or_without_the_norm_gives_no_level(legend):
    assert sure(read([line(legend), *(line(*each) for each in SHORT)])) == {}


def test_a_swapped_legend_is_followed_as_it_stands_there():
    swapped = "N = normaal, B = licht beperkt, LB = beperkt, SB = sterk beperkt"
    found = sure(read([line(swapped), *(line(*each) for each in SHORT)]))
    assert (found["IV.13"], found["IV.14"]) == ((2,), (1,))


def test_letters_for_the_sides_of_the_body_are_no_legend():
    found = read([line("Zijde: R = beperkt, L = normaal"), line("4.13", "Tillen", "R"), line("4.14", "Dragen", "L")])
    assert sure(found) == {}


COLUMNS = [
    ("I.1", "Vasthouden van de aandacht", "2 sterk beperkt", "1 beperkt"),
    ("V.1", "Zitten", "0 normaal", "1 licht beperkt"),
]


def test_of_two_dated_columns_the_one_of_the_day_of_the_form_counts():
    found = sure(read(table(("Nr", "Beoordelingspunt", "20-10-2025", "14-09-2026"), *COLUMNS)))
    assert found == {"I.1": (1,), "V.1": (1,)}


@pytest.mark.parametrize(
    ("head", "more"),
    [
        (("Nr", "Beoordelingspunt", "20-10-2025", "15-10-2026"), ""),
        (("Nr", "Beoordelingspunt", "14-09-2026", "15-10-2026"), ""),
        (("Nr", "Beoordelingspunt", "14-09-2026", "14-09-2026"), ""),
        (("Nr", "Beoordelingspunt", "20-10-2025", "14-09-2026"), "De eerste kolom is de geldende lijst."),
        (("Nr", "Beoordelingspunt", "20-10-2025", "14-09-2026"), "De laatste kolom is de prognose."),
    ],
)
def test_dated_columns_that_the_form_does_not_settle_are_asked(head, more):
    assert sure(read([*([line(more)] if more else []), *table(head, *COLUMNS)])) == {}


def test_a_question_with_the_name_of_its_item_gives_the_answer_and_a_bare_yes_or_no_is_asked():
    found = sure(
        read(
            table(
                ("Vraag", "Antwoord"),
                ("Hoeveel kan hij tillen? (Tillen)", "Licht beperkt, ongeveer 10 kg"),
                ("Kan hij samenwerken? (Samenwerken)", "Ja, geen beperking"),
                ("Is staan een probleem? (Staan)", "Nee"),
                ("Zijn er andere beperkingen bij houdingen? (Overige beperkingen van statische houdingen)", "Nee"),
                ("Kan hij verder alles? (Overige beperkingen van dynamisch handelen)", "Ja"),
            )
        )
    )
    assert found == {"IV.13": (1,), "II.9": (0,)}


def _margin(*notes: str) -> list[Row]:
    items = ("IV.7 Reiken", "IV.14 Dragen", "IV.19 Klimmen", "V.1 Zitten")
    scores = ("licht beperkt: tot ongeveer 60 cm", "licht beperkt", "sterk beperkt", "beperkt: ongeveer 30 minuten")
    rows = []
    for item, score, note in zip(items, scores, notes, strict=True):
        cells = (Cell(item, 60, 120), *([Cell(note, 400, 400 + 4 * len(note))] if note else []))
        rows += [Row(1, cells, gap=2.0), Row(1, (Cell(score, 80, 80 + 4 * len(score)),), gap=0.4)]
    return rows


def test_a_note_in_the_margin_is_no_score_and_the_score_below_the_name_is():
    found = sure(read(_margin("In het werk tot 90 cm.", "Met een rugzak.", "Geen steiger.", "")))
    assert {code: found.get(code) for code in ("IV.14", "IV.19")} == {"IV.14": (1,), "IV.19": (3,)}


def test_a_margin_with_scores_in_it_gives_no_level():
    assert sure(read(_margin("beperkt", "beperkt", "licht beperkt", "normaal"))) == {}


def test_items_told_in_one_paragraph_are_read_one_by_one():
    told = "Lopen: geen beperking. Staan: licht beperkt, ongeveer een half uur. Tillen: beperkt, ongeveer 5 kg."
    found = read([line(f"{told} De dozen wegen 20 kg.")])
    assert sure(found) == {"IV.16": (0,), "V.3": (1,), "IV.13": (2,)}


def test_a_list_with_letters_is_read_by_its_names():
    found = sure(read([line("a) Buigen: sterk beperkt, ongeveer 45 graden."), line("b) Torderen: beperkt.")]))
    assert found == {"IV.9": (2,), "IV.11": (1,)}


def test_the_answers_of_the_worker_give_no_level():
    asked = [(f"Kan hij dit? ({name})", "Licht beperkt, ongeveer 10 kg") for name in ("Tillen", "Dragen", "Lopen")]
    assert sure(read(table(("Vraag", "Antwoord van de werknemer"), *asked))) == {}


VALUES = [
    "Handelingstempo: niet beperkt",
    "Tillen: ongeveer 5 kg",
    "Lopen: ongeveer een half uur aaneen",
    "Zitten: ongeveer een uur aaneen",
]


def test_values_behind_the_names_are_levels_where_the_form_has_several_and_a_word_of_a_score():
    assert sure(read([line(each) for each in VALUES])) == {"I.7": (0,), "IV.13": (2,), "V.1": (1,), "IV.16": (1,)}


@pytest.mark.parametrize(
    "lines",
    [
        VALUES[1:],
        VALUES[:3],
        [*VALUES[:3], "Zitten: ongeveer 20 minuten"],
        [*VALUES, "Tillen: ongeveer 2 kg"],
        [*VALUES[1:], VALUES[0]],
    ],
)
def test_values_of_which_it_is_not_shown_that_they_tell_what_somebody_can_do_are_asked(lines):
    found = sure(read([line(each) for each in lines]))
    assert "IV.13" not in found


ABOVE = ["beperkt", "IV.13 Tillen", "licht beperkt", "IV.14 Dragen", "sterk beperkt", "IV.16 Lopen"]


@pytest.mark.parametrize(
    "lines",
    [
        ABOVE,
        ["V Statische houdingen", "licht beperkt", "V.1 Zitten", "beperkt", "V.3 Staan"],
        ["IV.13 Tillen", "beperkt", "IV.14 Dragen", "IV.16 Lopen", "licht beperkt"],
        ["licht beperkt IV.13 Tillen beperkt IV.14 Dragen"],
        ["1 IV.13 Tillen 2 IV.14 Dragen"],
        ["1 IV.13 Tillen; 2 IV.14 Dragen"],
        ["licht beperkt    IV.13 Tillen    beperkt    IV.14 Dragen"],
    ],
)
def test_a_score_that_may_belong_to_the_item_below_or_behind_it_is_asked(lines):
    found = sure(read([line(each, gap=0.5) for each in lines]))
    assert not {"IV.13", "V.1"} & found.keys()


def test_a_score_below_every_item_is_read():
    found = sure(read([line(each, gap=0.5) for each in (*ABOVE[1:], "beperkt")]))
    assert found == {"IV.13": (1,), "IV.14": (3,), "IV.16": (2,)}


@pytest.mark.parametrize(
    ("text", "code", "levels"),
    [
        ("IV.3 Hand- en vingergebruik: beperkt, sleutelgreep; knijp-/grijpkracht", "IV.3", (4, 6)),
        ("VI.1 Perioden van het etmaal: beperkt, niet elke avond; niet in de nacht (22-06 uur)", "VI.1", (1, 2)),
        ("I.8 Specifieke voorwaarden voor het persoonlijk functioneren in arbeid: ja, opties 2 en 4", "I.8", (2, 4)),
        ("III.8 Overige beperkingen van fysieke aanpassingsmogelijkheden: ja, allergie", "III.8", (1,)),
    ],
)
def test_options_told_in_words_are_read(text, code, levels):
    assert sure(read([line(text)]))[code] == levels


@pytest.mark.parametrize(
    "text",
    [
        "IV.3 Hand- en vingergebruik: beperkt, sleutelgreep en nog iets met de duim",
        "IV.3 Hand- en vingergebruik: beperkt, wel sleutelgreep, niet pengreep",
        "IV.3 Hand- en vingergebruik: beperkt, optie 3: pengreep",
        "IV.3 Hand- en vingergebruik: beperkt, pengreep. Ook de sleutelgreep lukt niet.",
    ],
)
def test_options_with_one_word_more_are_asked(text):
    assert "IV.3" not in sure(read([line(text)]))


def test_boxes_below_an_item_count_and_never_the_words_beside_them():
    rows = [
        line("IV.3 Hand- en vingergebruik: beperkt"),
        line("pengreep", gap=0.3),
        line("( ) pengreep (x) bolgreep x", gap=0.3),
    ]
    assert sure(read(rows)).get("IV.3") != (2,)
