"""Forms that print every option below the other: one clearly chosen line is read, everything else is asked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.papers import Sureness
from tests.papers.samples import STRANGE, made_up
from tests.papers.score import score_file
from tests.papers.test_traps import read

ZIEN = ("0 normaal, geen belemmering", "1 beperkt, namelijk:")
TILLEN = ("0 normaal, ca. 15 kg", "1 licht beperkt, ca. 10 kg", "2 beperkt, ca. 5 kg", "3 sterk beperkt, ca. 2 kg")


def scale(name, lines, chosen=None, before="==> ", behind=""):
    sign = "" if behind else before
    return "\n".join(
        [name, *(f"{sign}{line}{behind}" if at == chosen else f"    {line}" for at, line in enumerate(lines))]
    )


OTHERS = (
    scale("II.1 Zien", ZIEN, 1), scale("II.2 Horen", ZIEN, 0), scale("II.3 Spreken", ZIEN, 0),
    scale("II.4 Schrijven", ZIEN, 1), scale("IV.14 Dragen", TILLEN, 2),
)  # fmt: skip


def tillen(*lines):
    return read("\n".join([*OTHERS, *lines]))["IV.13"]


@pytest.mark.parametrize(
    "written",
    [
        scale("IV.13 Tillen", TILLEN, 2),
        scale("IV.13 Tillen", TILLEN, 2, before="\u25ba "),
        scale("IV.13 Tillen", TILLEN, 2, before="[x] "),
        scale("IV.13 Tillen", TILLEN, 2, behind=" \u2190"),
        scale("IV.13 Tillen   score: 2", TILLEN, 2),
        "IV.13 Tillen\n    normaal, 15 kg\n    licht beperkt, 10 kg\n==> beperkt, 5 kg\n    sterk beperkt, 2 kg",
    ],
)
def test_the_line_that_a_sign_points_at_is_read(written):
    assert (tillen(written).levels, tillen(written).sureness) == ((2,), Sureness.SURE)


def test_what_is_filled_in_on_the_chosen_line_is_kept():
    found = read("\n".join([*OTHERS, scale("II.5 Lezen", (ZIEN[0], "1 beperkt, namelijk: kleine letters"), 1)]))
    assert (found["II.5"].levels, found["II.5"].text) == ((1,), "kleine letters")


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(scale("IV.13 Tillen", TILLEN), id="no sign"),
        pytest.param(scale("IV.13 Tillen", TILLEN, 2).replace("    1 licht", "==> 1 licht"), id="two signs"),
        pytest.param(scale("IV.13 Tillen", TILLEN).replace("    ", "==> "), id="a sign at every line"),
        pytest.param(scale("IV.13 Tillen", TILLEN).replace("    2", "==>\n    2"), id="a sign between two lines"),
        pytest.param(scale("IV.13 Tillen   score: 1", TILLEN, 2), id="another score beside the name"),
        pytest.param(scale("IV.13 Tillen   score: -", TILLEN, 2), id="an open score beside the name"),
        pytest.param(scale("IV.13 Tillen", ("0 normaal", "1 beperkt", "2 sterk beperkt"), 1), id="another scale"),
        pytest.param(scale("IV.13 Tillen", (TILLEN[0], "1 licht beperkt, 5 kg", "2 beperkt, 2 kg"), 1), id="figures"),
        pytest.param(
            scale("IV.13 Tillen", ("0 sterk beperkt", "1 beperkt", "2 licht beperkt", "3 normaal"), 1), id="turned"
        ),
        pytest.param(scale("IV.13 Tillen (was 3)", TILLEN, 2), id="an earlier score"),
        pytest.param("Vorige lijst (vervallen)\n" + scale("IV.13 Tillen", TILLEN, 2), id="an earlier form"),
        pytest.param(scale("IV.13 Tillen", TILLEN, 2) + "\n" + scale("IV.13 Tillen", TILLEN, 1), id="twice"),
    ],
)
def test_a_scale_without_one_clear_choice_is_asked(written):
    assert tillen(written).sureness is Sureness.DOUBTFUL


def test_lines_that_a_mail_quotes_are_no_choice():
    quoted = "\n".join(OTHERS).replace("\n", "\n> ")
    assert all(item.sureness is not Sureness.SURE for item in read(f"> {quoted}").values())


@settings(max_examples=32, deadline=None)
@given(st.lists(st.sampled_from((0, 1)), min_size=5, max_size=5))
def test_the_same_line_at_every_item_is_never_a_choice(chosen):
    names = ("II.1 Zien", "II.2 Horen", "II.3 Spreken", "II.4 Schrijven", "II.5 Lezen")
    found = read("\n".join(scale(name, ZIEN, at) for name, at in zip(names, chosen, strict=True)))
    sure = {code: item.levels for code, item in found.items() if item.sureness is Sureness.SURE}
    assert sure in ({}, {f"II.{place}": (at,) for place, at in enumerate(chosen, start=1)})
    assert sure or len(set(chosen)) == 1


@pytest.mark.parametrize("layout", ["scale_arrows", "scale_bold_pdf", "scale_underlined_word"])
@pytest.mark.parametrize("way", ["plain", "swapped"])
def test_a_printed_form_is_read_by_its_arrows_bold_or_underlined_lines(tmp_path, layout, way):
    ending, write = STRANGE[layout]
    made = made_up(7, "kfml")
    write(made, tmp_path / f"form.{ending}", way)
    result = score_file(tmp_path / f"form.{ending}", made.truth())
    assert (result.counts["wrong"], result.counts["missed"]) == (0, 0), result.notes
    assert way != "plain" or result.counts["asked"] == 0, result.notes


def test_a_condition_on_a_line_of_its_own_counts_only_when_a_sign_points_at_it():
    old = (
        scale("1.1 Concentreren van de aandacht", ("0 normaal", "1 beperkt"), 1, behind=" \u2190"),
        scale("2.8 Omgaan met conflicten", ("0 normaal", "1 beperkt"), 0, behind=" \u2190"),
        scale("3.3 Tocht", ("0 normaal", "1 beperkt"), 1, behind=" \u2190"),
        "1.9 Specifieke voorwaarden voor het persoonlijk functioneren in arbeid\n0 geen specifieke voorwaarden",
        "1.9.4 geen afleiding door activiteiten van anderen \u2190\n1.9.8 geen hoog handelingstempo",
    )
    found = read("\n".join(("Alleen de afwijkende onderdelen zijn vermeld.", *old)))
    assert (found["1.9.4"].levels, found["1.9.8"].levels) == ((1,), (0,))


def test_an_item_below_a_scale_is_no_part_of_its_last_sentence():
    above = scale("I.1 Vasthouden van de aandacht", ("0 normaal", "1 beperkt, richt zich")) + "\n    op een bron"
    below = scale("I.2 Verdelen van de aandacht", ("0 normaal", "1 beperkt", "2 sterk beperkt"), 1)
    assert read("\n".join([*OTHERS, above, below]))["I.2"].levels == (1,)


@pytest.mark.parametrize("legend", ["==> = de normaalwaarde", "Met <-- is de vorige beoordeling aangegeven."])
def test_a_sign_that_stands_at_another_level_by_the_words_of_the_form_chooses_nothing(legend):
    found = read("\n".join([legend, *OTHERS, scale("IV.13 Tillen", TILLEN, 2)]))
    assert all(item.sureness is not Sureness.SURE for item in found.values())
