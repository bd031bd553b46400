"""A level is sure only with a second sign in the layout: a heading, a whole scale, a figure that agrees."""

import pytest

from matcher.domain.case import Numbering
from matcher.papers import Doubt, Sureness
from matcher.papers.capacity import read_form
from matcher.papers.split import forms_in
from matcher.sheets import limits
from matcher.sheets.plain_text import sheet_of_text

HEAD = "IV. Dynamische handelingen         0    1    2    3    opties    opm."


def form_of(text: str):
    (form,) = forms_in(sheet_of_text(text.encode(), limits().as_dict()).rows)
    return read_form(form)


def read(text: str) -> dict:
    return {item.code: item for item in form_of(text).items}


@pytest.mark.parametrize(
    ("line", "levels"),
    [
        ("IV.13 Tillen   0 1 [2] 3", (2,)),
        ("IV.13 Tillen   0   1 [2]   3   1)", (2,)),
        ("IV.13 Tillen   [0] 1 2 3", (0,)),
        ("IV.13 Tillen   2   1)", (2,)),
        ("IV.13 Tillen: 2 1)", (2,)),
        ("d430 Tillen: 2", (2,)),
    ],
)
def test_the_number_between_brackets_is_the_choice_and_the_sign_of_a_footnote_is_none(line, levels):
    assert (read(line)["IV.13"].levels, read(line)["IV.13"].sureness) == (levels, Sureness.SURE)


@pytest.mark.parametrize(
    "line",
    [
        "IV.13 Tillen   [0] 1 [2] 3",
        "IV.13 Tillen   0 [1]",
        "IV.13 Tillen   [0] [1] [2] [3]",
        "IV.13 Tillen   0   1   2   3",
        "IV.13 Tillen   X   2)",
        "IV.13 Tillen   X   \u00b2",
        "IV.13 Tillen   \u25cf   1)",
        "IV.13 Tillen   1)",
        "IV.13 Tillen \u00bd uur",
        "IV.14 Dragen: licht beperkt\nIV.13 Tillen: beperkt, tot 7,5 kg",
        "IV.13 Tillen \u2610 niet beperkt \u2612 licht beperkt \u2610 beperkt \u2610 sterk beperkt Namelijk: ca. 5 kg",
        "IV.13 Tillen: 2 beperkt, namelijk met beide handen 10 kg",
        "Statische houdingen\nTillen: 2",
    ],
)
def test_two_readings_or_signs_that_do_not_agree_are_asked(line):
    assert read(line)["IV.13"].sureness is not Sureness.SURE


@pytest.mark.parametrize(
    ("remark", "doubt"),
    [("ca. 5 kg; namelijk niet vanaf de vloer", None), ("ca. 10 kg t/m 10 keer per uur", Doubt.FIGURE_ELSEWHERE)],
)
def test_a_remark_below_the_table_goes_to_its_item_and_must_agree_with_the_level(remark, doubt):
    mark = f"{'IV.13 Tillen':45}X"
    item = read(f"{HEAD}\n{mark}              1)\n\nOpmerkingen\n1) bij IV.13: {remark}\n")["IV.13"]
    assert (item.doubt, remark in item.text) == (doubt, True)
    assert item.levels == ((2,) if doubt is None else ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I.1 Vasthouden van de aandacht: 1. Beperkt is hij bij het verdelen van de aandacht.", "I.2"),
        ("Inzetbaarheidsprofiel\nHij is licht beperkt bij het trappenlopen.\nIV.13 Tillen: 2", "IV.18"),
    ],
)
def test_an_item_that_a_sentence_limits_by_name_is_asked(text, code):
    assert read(text)[code].doubt is Doubt.MENTIONED


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("4.17 Lopen t.w. - score 2", "IV.17"),
        ("4.6 Schroefbew. hand/arm: 1", "IV.6"),
        ("Specifieke voorwaarden voor het persoonli\u2026   1", "I.8"),
    ],
)
def test_short_and_cut_names_are_read_when_they_fit_one_item_only(line, code):
    item = read(f"IV.13 Tillen: 2\nIV.20 Knielen en/of hurken: 1\n{line}")[code]
    assert item.sureness is Sureness.SURE


def test_an_old_item_with_conditions_of_its_own_stands_on_the_form_once():
    text = (
        "1.9 Specifieke voorwaarden voor het persoonlijk functioneren in arbeid: 1 ja\n"
        "1.9.7 Geen veelvuldige deadlines of productiepieken: ja\n3.1 Hitte: 1\n"
        "3.2 Koude: 1\n4.14 Tillen of dragen: 2\n"
    )
    form = form_of(text)
    codes = [item.code for item in form.found()]
    assert form.numbering is Numbering.LEGACY
    assert "1.9.7" in codes
    assert "1.9" not in codes
