"""Places where a level is easily taken wrongly: an earlier form, a sentence, a column, boxes that offer too little."""

import pytest

from matcher.papers import Doubt, Sureness
from matcher.papers.capacity import read_form
from matcher.papers.split import forms_in
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
