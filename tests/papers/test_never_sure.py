"""Words beside, above and below a level after which it may be another one: it is asked, whatever is around it."""

import pytest

from matcher.papers import Doubt, Sureness
from matcher.papers.capacity import read_form
from matcher.papers.split import forms_in
from matcher.sheets import limits
from matcher.sheets.plain_text import sheet_of_text

OTHERS = "IV.20 Knielen en/of hurken: 3\nIV.19 Klimmen: 1\nV.1 Zitten: 1\nIV.16 Lopen: 1 licht beperkt\n"


def read(text: str) -> dict:
    (form,) = forms_in(sheet_of_text(text.encode(), limits().as_dict()).rows)
    return {item.code: item for item in read_form(form).items}


BESIDE = [
    "niet langer sterk beperkt",
    "niet sterk beperkt",
    "niet beperkt tot 15 kg, daarboven beperkt",
    "niet of nauwelijks beperkt",
    "geen beperking, behalve boven schouderhoogte",
    "geen beperking met hulpmiddel",
    "niet beperkt overdag",
    "geen beperkingen bekend",
    "geen beperking aangegeven",
    "geen beperking, niet getest",
    "normaal tempo is te hoog",
    "niet beperkt (links wel)",
    "rechts beperkt, links niet beperkt",
    "licht beperkt, rechts sterk beperkt",
    "licht beperkt -\nsterk beperkt bij koude",
    "niet beperkt volgens werknemer",
    "nog te bepalen, voorlopig 2 of 3",
    "beperkt tot incidenteel",
    "beperkt mogelijk",
    "beperkt belastbaar tot 10 kg",
    "2-handig",
    "2 personen",
    "1+",
    "1 à 2",
    "2 ... 3",
    "~~2~~ 1",
    "2* \n* doorgehaald, moet 1 zijn",
    "2\n(moet zijn 1)",
    "2\ncorrectie: 1",
    "2\nHerzien op 3-3-2026: 1",
    "2\nBij nader inzien is tillen niet beperkt.",
    "3 (eerste 6 weken), daarna 2",
    "2 (advies AD: 1)",
    "2 per 1-1-2027",
    "2 1)\n1) bij tillen: 3 per 1 mei",
    "2 (FML 2024)",
    "2 (cf. FML 11-05-2024)",
    "2 [vervallen]",
    "2 (tot 1-2-2026)",
    "idem",
    "zie IV.14",
    "conform FML van 2024: 2",
    "licht beperkt, max 5 kg",
    "licht beperkt. Max. 5 kg.",
]


@pytest.mark.parametrize("words", BESIDE)
@pytest.mark.parametrize("around", [("", ""), ("", OTHERS), (OTHERS, "")])
def test_such_words_beside_a_level_make_it_a_question(words, around):
    before, after = around
    assert read(f"{before}IV.13 Tillen: {words}\n{after}")["IV.13"].sureness is not Sureness.SURE


ABOVE = [
    "Leeswijzer",
    "Voorbeeld:",
    "Een score staat achter het item, bijvoorbeeld",
    "Bij eigen werk hoort:",
    "Belasting in het eigen werk",
    "Functiebelasting magazijnmedewerker",
    "Belastbaarheid (zelf ingevuld door werknemer)",
    "Verwachting over 6 maanden",
    "Verwachte belastbaarheid per 1 januari 2027:",
    "Prognose:",
    "Opbouw",
    "Erratum: IV.13 is 1 en niet 2.",
    "Let op: tillen (IV.13) is bijgesteld naar licht beperkt.",
    "Schaal 1 t/m 5 (1 = geen beperking)",
    "Score in punten (10 = geen beperking)",
    "Klasse 1 is geen beperking, klasse 2 licht, klasse 3 zwaar",
]


@pytest.mark.parametrize("heading", ABOVE)
@pytest.mark.parametrize("before", ["", OTHERS])
def test_such_a_line_above_an_item_makes_its_level_a_question(heading, before):
    assert read(f"{before}{heading}\nIV.13 Tillen: 2\nIV.14 Dragen: 1\n")["IV.13"].sureness is not Sureness.SURE


@pytest.mark.parametrize("line", ["Correctie: bij IV.13 moet 1 staan.", "Erratum: IV.13 is 1 en niet 2."])
def test_a_correction_elsewhere_doubts_the_item_that_it_names_and_no_other(line):
    found = read(f"IV.13 Tillen: 2\nIV.14 Dragen: 1\n\n{line}\n")
    assert found["IV.13"].doubt is Doubt.PAST
    assert found["IV.14"].levels == (1,)


def test_a_guide_with_an_example_ends_where_the_first_rubriek_starts():
    found = read("Leeswijzer\nIV.13 Tillen: 2\n\nIV Dynamische handelingen\nIV.13 Tillen: 1\nIV.14 Dragen: 2\n")
    assert (found["IV.13"].levels, found["IV.14"].levels) == ((1,), (2,))


@pytest.mark.parametrize(
    "told",
    ["beperkt, avond mag, nacht niet", "geen beperking in de nacht", "geen beperking overdag", "1 of 2"],
)
def test_options_told_with_what_is_allowed_are_asked(told):
    assert read(f"VI.1 Perioden van het etmaal: {told}\n{OTHERS}")["VI.1"].sureness is not Sureness.SURE


def test_of_choices_that_were_struck_out_the_one_that_is_left_counts_and_two_that_are_left_are_asked():
    rows = [
        "IV.13 Tillen: / / beperkt / nl.: 5 kg",
        "IV.14 Dragen: / licht beperkt / beperkt / nl.: .......",
        "V.3 Staan: / /",
    ]
    found = read("\n".join([*rows, OTHERS]))
    assert found["IV.13"].levels == (2,)
    assert {found[code].sureness for code in ("IV.14", "V.3")} == {Sureness.DOUBTFUL}


@pytest.mark.parametrize("words", ["niet\nbeperkt", "niet be-\nperkt", "norm (15 kg)", "onbeperkt", "geen beperking"])
def test_a_norm_that_is_only_broken_over_lines_stays_norm(words):
    assert read(f"IV.13 Tillen: {words}\n{OTHERS}")["IV.13"].levels == (0,)
