"""Places where a level is easily taken wrongly: an earlier form, a sentence, a column, boxes that offer too little."""

import io

import pytest
from openpyxl import Workbook

from matcher.errors import FileUnreadable
from matcher.papers import Doubt, Sureness, read_document_bytes
from matcher.papers.capacity import read_form
from matcher.papers.split import forms_in
from matcher.reference.fml import items
from matcher.sheets import limits
from matcher.sheets.plain_text import sheet_of_text
from tests.papers.samples import HARD, write_samples
from tests.papers.score import report, score_folder

OTHERS = "IV.20 Knielen en/of hurken: 3\nIV.19 Klimmen: 1\nV.1 Zitten: 1\n"


def read(text: str) -> dict:
    sheet = sheet_of_text(text.encode(), limits().as_dict())
    (form,) = forms_in(sheet.rows)
    return {item.code: item for item in read_form(form).items}


@pytest.mark.parametrize(
    "text",
    [
        "IV.13 Tillen norm / licht beperkt / beperkt / sterk beperkt",
        "IV.13 Tillen: 3 \u2192 2",
        "IV.13 Tillen: 3, nu 2",
        "IV.13 Tillen: 3 (vorige lijst), 2 (deze lijst)",
        "IV.13 Tillen: was 3",
        "IV.13 Tillen: sterk beperkt, is nu licht beperkt",
        "IV.13 Tillen: 2?",
        "IV.13 Tillen: score 2 (op een schaal van 0 tot 10)",
        "IV.13 Tillen\n0 = norm, 1 = licht beperkt, 2 = beperkt, 3 = sterk beperkt",
        "In de vorige lijst stond bij het onderdeel\nIV.13 Tillen: 3, maar dat geldt niet meer.",
        "Volgens een eerder rapport van de bedrijfsarts was I.6\nTillen: 3.",
        "Bij de beoordeling was betrokkene bij het\ntillen sterk beperkt en bij het lopen licht beperkt.",
        "Vorige lijst (vervallen):\nIV.13 Tillen 2\nIV.14 Dragen 2",
        "VERVALLEN\nIV.13 Tillen 2",
        "1. IV.13 Tillen\n2. IV.14 Dragen\n3. IV.16 Lopen",
        "1 Tillen\n2 Dragen\n3 Lopen",
        "IV.13 Tillen      V.4 Staan tijdens het werk      2",
        "Nr   Onderdeel      Vorige   Huidige\nIV.13   Tillen      2",
        "Nr    Onderdeel       2024     2026\nIV.13 Tillen          2",
        "Nr    Onderdeel       Niet beperkt    Beperkt\nIV.13 Tillen                           X",
        "Nr    Onderdeel       0    1\nIV.13 Tillen               X",
        "Nr    Onderdeel             0    1    2    3\nIV.13 Tillen                       X",
        "IV.13 Tillen [ ] niet beperkt [x] beperkt",
        "IV.13 Tillen: beperkt\nV.4 Staan tijdens het werk: 1, niet sterk beperkt in de ochtend",
        "VI.2 Uren per dag: 4\nIV.13 Tillen: 2 of 3",
    ],
)
@pytest.mark.parametrize("others", ["", OTHERS])
def test_a_level_in_such_a_place_is_never_sure(text, others):
    found = read(f"{text}\n{others}")
    assert found["IV.13"].sureness is not Sureness.SURE
    assert found["VI.2"].sureness is not Sureness.SURE


def test_a_part_about_an_earlier_form_does_not_weaken_the_form_that_holds():
    found = read("IV.13 Tillen: 2\nIV.14 Dragen: 1\n\nVervallen lijst\nIV.13 Tillen: 3\nV.1 Zitten: 2\n")
    assert (found["IV.13"].levels, found["IV.13"].sureness) == ((2,), Sureness.SURE)
    assert found["V.1"].doubt is Doubt.PAST


def test_marks_beside_their_columns_make_the_whole_table_a_question():
    head = "Nr    Onderdeel             0    1    2    3"
    straight = [f"V.{n}   {name:22}     X" for n, name in ((1, "Zitten"), (3, "Staan"))]
    lost = "IV.13 Tillen                                         X"
    assert read("\n".join([head, *straight]))["V.1"].levels == (1,)
    assert read("\n".join([head, *straight, lost]))["V.1"].doubt is Doubt.COLUMN_UNKNOWN


@pytest.mark.parametrize("part", range(3))
def test_hard_layouts_give_no_wrong_level(tmp_path, part):
    names = sorted(HARD)[part::9]
    write_samples(tmp_path, each=1, seed=40 + part, layouts={name: HARD[name] for name in names})
    results = score_folder(tmp_path)
    assert results
    assert not any(result.counts["wrong"] + result.counts["missed"] for result in results), report(
        results, verbose=True
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I.6 Zelfstandig handelen: beperkt, 1 (neemt geen initiatief) en 5 (merkt niet dat de aanpak faalt)", "I.6"),
        ("VI.1 Perioden van het etmaal: beperkt, geen nachten, avonden in overleg", "VI.1"),
        ("III.1 Temperatuur: beperkt voor hitte en kou", "III.1"),
        ("IV.3 Hand- en vingergebruik: beperkt: bolgreep niet, pengreep wel", "IV.3"),
        ("Beperkt betekent hier licht tot matig beperkt.\nIV.13 Tillen: beperkt", "IV.13"),
        ("geel = licht beperkt of beperkt\nIV.13 Tillen: beperkt", "IV.13"),
        ("De toelichting is leidend boven de score.\nIV.13 Tillen: beperkt", "IV.13"),
        ("IV.19 Klimmen: sterk beperkt\nIV.13 Tillen: beperkt", "IV.13"),
        ("Hoe hoger het cijfer, hoe beter\nIV.13 Tillen: 3", "IV.13"),
        ("IV.13 Tillen: 1 \u00e0 2", "IV.13"),
        ("IV.13 Tillen: <2", "IV.13"),
        ("IV.13 Tillen: beperkt tot 10 kg", "IV.13"),
        ("IV.13 Tillen: beperkt geweest", "IV.13"),
        ("IV.13 Tillen: licht beperkt of beperkt", "IV.13"),
        ("IV.13 Tillen: sterk beperkt volgens betrokkene", "IV.13"),
        ("IV.13 Tillen: norm, behalve boven schouderhoogte", "IV.13"),
        ("IV.13 Tillen: geen beperking gemeld, wel sterk beperkt bij onderzoek", "IV.13"),
        ("IV.13 Tillen: niet langer beperkt", "IV.13"),
        ("IV.13 Tillen: licht beperkt (links), sterk beperkt (rechts)", "IV.13"),
        ("Nr   Onderdeel     Links     Rechts\nIV.13 Tillen         3     2", "IV.13"),
        ("VI.2 Uren per dag: norm, nu nog 4 uur", "VI.2"),
    ],
)
def test_words_that_leave_a_level_or_an_option_open_are_asked(text, code):
    assert read(text)[code].sureness is not Sureness.SURE


@pytest.mark.parametrize(
    ("text", "code", "levels"),
    [
        ("VI.1 Perioden van het etmaal: beperkt, geen avond- en nachtdiensten", "VI.1", (1, 2)),
        ("I.8 Specifieke voorwaarden voor het persoonlijk functioneren in arbeid: 2, 5", "I.8", (2, 5)),
        ("geel = licht beperkt of beperkt\nIV.13 Tillen: beperkt, 5 kg", "IV.13", (2,)),
        ("Nr   Onderdeel     Huidig     Vorig\nIV.13 Tillen         2     3", "IV.13", (2,)),
    ],
)
def test_a_level_that_is_accounted_for_stays_sure_or_is_asked(text, code, levels):
    found = read(text)[code]
    assert found.levels in ((), levels)


def test_a_figure_below_one_card_never_stands_beside_the_level_of_the_next():
    names = "Dragen                  beperkt   Lopen                   beperkt"
    below = "5 kg                              30 min aaneen"
    found = read(f"{names}\n{below}\nIV.20 Knielen en/of hurken: licht beperkt\n")
    assert found["IV.14"].levels == (2,)
    assert found["IV.16"].doubt is Doubt.FIGURE_ELSEWHERE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Werknemer: mw. E. Eerst", "Werknemer: dhr. T. Tweede"),
        ("Betreft: dhr. E. Eerst", "Betreft: mw. T. Tweede"),
        ("Geboortedatum: 1-1-1971", "Geboortedatum: 2 februari 1980"),
    ],
)
def test_forms_of_two_persons_are_refused_and_of_one_person_read(first, second):
    form = "Functionele Mogelijkhedenlijst\n{who}\nDatum opgesteld: {day}-09-2026\n{items}"
    older, newer = form.format(who=first, day=21, items=OTHERS), form.format(who="{who}", day=28, items=OTHERS)
    with pytest.raises(FileUnreadable, match="meer dan \u00e9\u00e9n persoon"):
        read_document_bytes((older + newer.format(who=second)).encode(), "twee.txt")
    assert len(read_document_bytes((older + newer.format(who=first)).encode(), "een.txt").forms) == 2


def test_hidden_rows_and_columns_of_excel_are_not_read_and_the_coach_is_told():
    book = Workbook()
    page = book.active
    for row in (
        ("Functionele Mogelijkhedenlijst",),
        ("Nr", "Onderdeel", "Score", "Score oud"),
        ("IV.13", "Tillen", 2, 3),
        ("IV.14", "Dragen", 3, 3),
        ("V.1", "Zitten", 1, 1),
        ("V.3", "Staan", 1, 1),
    ):
        page.append(row)
    page.column_dimensions["D"].hidden = True
    page.row_dimensions[4].hidden = True
    content = io.BytesIO()
    book.save(content)
    reading = read_document_bytes(content.getvalue(), "lijst.xlsx")
    found = {item.code: item for item in reading.leading.items}
    assert found["IV.13"].levels == (2,)
    assert found["IV.14"].sureness is Sureness.NOT_FOUND
    assert any("verborgen" in note for note in reading.notes)


def test_a_form_that_is_not_filled_in_says_so():
    lines = [f"{code} {item.name_nl}" for code, item in items().items()]
    reading = read_document_bytes("\n".join(["Functionele Mogelijkhedenlijst", *lines]).encode(), "leeg.txt")
    assert not any(item.levels for item in reading.leading.items)
    assert any("geen enkel onderdeel" in note for note in reading.notes)


@pytest.mark.parametrize("mark", ["", " \u2190", " x"])
def test_where_every_option_is_printed_below_the_other_no_printed_option_is_sure(mark):
    scale = "0 normaal, geen belemmering{}\n1 beperkt, namelijk:"
    names = ("2.1 Zien", "2.2 Horen", "2.3 Spreken", "2.4 Schrijven", "2.5 Lezen", "3.2 Tocht")
    text = "\n".join(f"{name}\n{scale.format(mark)}" for name in names)
    assert not [item for item in read(text).values() if item.sureness is Sureness.SURE]


def test_an_option_with_its_score_on_one_line_stays_sure_where_no_scale_is_printed():
    found = read("II.1 Zien: 0 normaal\nII.2 Horen: 1 beperkt\nII.3 Spreken: 0 normaal\nII.4 Schrijven: 1 beperkt")
    assert found["II.1"].levels == (0,)
    assert found["II.2"].levels == (1,)
