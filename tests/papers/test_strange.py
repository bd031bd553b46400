"""Layouts that nobody made rules for: what is read is right, and everything else is asked, never silently missed."""

import pytest

from matcher.papers import Doubt, Sureness, read_document
from tests.papers.samples import STRANGE, made_up
from tests.papers.score import score_file

ONE_OF_EACH = [
    ("per_degree", "swapped"), ("per_degree_inline", "bare"), ("marked_in_print", "plain"),
    ("other_scale_text", "inverted"),
    ("struck_word", "plain"), ("english", "inverted"), ("short_names", "swapped"), ("sentences", "bare"),
    ("numbered_rows", "swapped"), ("raised", "inverted"), ("values", "bare"),
]  # fmt: skip


@pytest.mark.parametrize(("layout", "way"), ONE_OF_EACH)
def test_no_level_is_sure_and_wrong_in_a_layout_that_nobody_foresaw(tmp_path, layout, way):
    ending, write = STRANGE[layout]
    made = made_up(93 + len(layout), "fml")
    path = tmp_path / f"{layout}.{ending}"
    write(made, path, way)
    result = score_file(path, made.truth())
    counts = result.counts
    assert counts["wrong"] == 0, "\n".join(result.notes)
    assert counts["missed"] <= 0.03 * sum(counts[name] for name in ("right", "asked", "missed")), "\n".join(
        result.notes
    )


@pytest.fixture
def read(tmp_path):
    def reading(*lines: str) -> dict:
        path = tmp_path / "formulier.txt"
        path.write_text(
            "\n".join(("Functionele Mogelijkhedenlijst", "Opgesteld op 11-05-2026", *lines)), encoding="utf-8"
        )
        return {item.code: item for item in read_document(path).leading.items}

    return reading


@pytest.mark.parametrize(
    "legend",
    [
        "0 = beperkt, 1 = niet beperkt",
        "Score: 1 norm, 2 licht beperkt, 3 beperkt",
        "niet beperkt = 1; sterk beperkt = 4",
    ],
)
def test_a_legend_with_another_meaning_makes_every_number_a_question(read, legend):
    found = read(legend, "IV.13 Tillen: 2", "V.1 Zitten: 1 licht beperkt")
    assert found["IV.13"].doubt is Doubt.SCALE_UNKNOWN
    assert found["V.1"].sureness is Sureness.SURE  # the word says the same as the number


@pytest.mark.parametrize(
    "legend", ["0 = norm, 1 = licht beperkt, 2 = beperkt, 3 = sterk beperkt", "niet beperkt (0), beperkt (1)"]
)
def test_the_legend_of_the_list_changes_nothing(read, legend):
    assert read(legend, "IV.13 Tillen: 2")["IV.13"].levels == (2,)


def test_numbers_that_the_list_does_not_have_make_the_other_numbers_a_question(read):
    found = read("IV.13 Tillen: 5", "IV.14 Dragen: 4", "V.1 Zitten: 2", "IV.16 Lopen: 3 sterk beperkt")
    assert found["V.1"].doubt is Doubt.SCALE_UNKNOWN
    assert found["IV.16"].levels == (3,)


def test_an_item_under_a_heading_of_its_degree_is_asked_with_that_degree(read):
    found = read("Sterk beperkt:", "Tillen", "Dragen", "Niet beperkt:", "Zitten", "Staan")
    assert (found["IV.14"].doubt, found["IV.14"].proposed) == (Doubt.GROUPED, (3,))
    assert (found["V.1"].doubt, found["V.1"].proposed) == (Doubt.GROUPED, (0,))


def test_a_score_on_the_line_below_its_name_still_belongs_to_that_name(read):
    found = read("IV.13 Tillen", "sterk beperkt", "IV.14 Dragen", "licht beperkt")
    assert (found["IV.13"].levels, found["IV.14"].levels) == ((3,), (1,))


def test_a_form_of_which_nothing_is_read_asks_about_every_item(tmp_path):
    path = tmp_path / "formulier.txt"
    path.write_text("Kritische FML\nAlleen afwijkingen zijn vermeld.\nOnderdeel een: zwaar\n", encoding="utf-8")
    form = read_document(path).leading
    keys = {question.key for question in form.questions}
    assert {item.code for item in form.items} <= keys
    assert "rest" not in keys


@pytest.mark.parametrize(
    "line", ["Vasth. aandacht: fors", "Aandacht - vasthouden van de", "Niet beperkt: zien, herinneren."]
)
def test_a_name_that_is_written_in_another_way_is_asked(read, line):
    found = read("IV.13 Tillen: 2 beperkt", line)
    assert Sureness.DOUBTFUL in {found["I.1"].sureness, found["I.3"].sureness}


def test_the_date_of_a_letter_is_proposed_and_asked(tmp_path):
    path = tmp_path / "brief.txt"
    lines = (
        "Functionele Mogelijkhedenlijst",
        "Voorbeeldstad, 12 maart 2025",
        "Ik zag hem op 10 maart 2025.",
        "IV.13 Tillen: 2",
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    form = read_document(path).leading
    assert form.date.isoformat() == "2025-03-12"
    assert "datum" in {question.key for question in form.questions}
