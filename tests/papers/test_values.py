"""Tables with a value in place of a score: only the exact value of one level is read."""

import pytest
from docx import Document

from matcher.papers import Doubt, Sureness, read_document
from matcher.papers.value_levels import level_of_value
from matcher.reference.fml import items
from tests.papers.samples import STRANGE, WAYS, made_up
from tests.papers.score import score_file

HEAD = ("Onderdeel", "Normaalwaarde", "Belastbaarheid cliënt", "Toelichting")


@pytest.fixture
def read(tmp_path):
    def reading(head, *rows):
        document = Document()
        for line in ("Functionele Mogelijkhedenlijst", "Opgesteld op 11-05-2026"):
            document.add_paragraph(line)
        table = document.add_table(rows=0, cols=len(head))
        for row in (head, *rows):
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
        document.save(str(tmp_path / "formulier.docx"))
        return {item.code: item for item in read_document(tmp_path / "formulier.docx").leading.items}

    return reading


def test_the_usual_value_is_never_the_level_and_the_value_of_the_person_is(read):
    found = read(
        HEAD, ("Tillen", "15 kg", "ca. 5 kg", ""), ("Zitten", "2 uur", "conform norm", ""),
        ("Lopen", "60 min.", "minder dan 5 minuten aaneen", ""), ("Dragen", "15 kg", "", ""),
    )  # fmt: skip
    assert (found["IV.13"].levels, found["V.1"].levels, found["IV.16"].levels) == ((2,), (0,), (3,))
    assert found["IV.14"].doubt is Doubt.NO_SCORE


@pytest.mark.parametrize(
    ("value", "remark"),
    [
        ("7 kg", ""), ("niet 5 kg", ""), ("5 kg", "eerder 2 kg"), ("5 kg", "links 2 kg"), ("2 tot 5 kg", ""),
        ("5 kg, 10 keer per uur", ""), ("geen", ""), ("-", ""), ("5", ""), ("wisselend", ""), ("5 kg?", ""),
    ],
)  # fmt: skip
def test_a_value_that_is_not_exactly_that_of_one_level_is_asked(read, value, remark):
    assert read(HEAD, ("Tillen", "15 kg", value, remark))["IV.13"].sureness is Sureness.DOUBTFUL


@pytest.mark.parametrize(
    "head",
    [
        ("Onderdeel", "Bij aanvang", "Verwacht"), ("Onderdeel", "Werknemer", "Arts"), ("Onderdeel", "Nu", "Vanaf 1-9"),
        ("Onderdeel", "Vorige score", "Opmerking"), ("Onderdeel", "Bedrijfsarts", "Verzekeringsarts"),
        ("Onderdeel", "Volgens cliënt", "Oordeel arts"), ("Onderdeel", "Belasting in functie", "Opmerking"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("row", [("Tillen", "2 beperkt", ""), ("Tillen", "5 kg", "10 kg")])
def test_a_column_of_somebody_or_some_other_day_gives_no_level(read, head, row):
    assert read(head, row)["IV.13"].sureness is not Sureness.SURE


def test_a_row_about_two_items_asks_about_both(read):
    found = read(("Onderdeel", "Score", "Toelichting"), ("Tillen en dragen", "2", ""), ("Uren per dag/week", "3", ""))
    assert all(found[code].sureness is Sureness.DOUBTFUL for code in ("IV.13", "IV.14", "VI.2", "VI.3"))


def test_a_limit_that_had_ended_before_the_form_is_asked(read):
    head = ("Onderdeel", "Score", "Toelichting")
    found = read(head, ("Tillen", "2 beperkt", "geldt tot 1-3-2025"), ("Zitten", "1 licht beperkt", "tot 1-3-2027"))
    assert (found["IV.13"].doubt, found["V.1"].levels) == (Doubt.PAST, (1,))


def test_a_value_of_a_level_never_gives_another_level():
    for code, item in items().items():
        for number, level in item.levels.items():
            if level.value is None or not level.unit:
                continue
            words = f"{'minder dan ' if level.operator == '<' else ''}{level.value} {level.unit}"
            found = level_of_value(words, code)
            others = [each for each in item.levels.values() if (each.value, each.unit) == (level.value, level.unit)]
            assert found in {None, number} or len(others) > 1, (code, words)


@pytest.mark.parametrize("way", WAYS)
def test_a_table_of_values_never_gives_a_wrong_level(tmp_path, way):
    ending, write = STRANGE["value_table"]
    made = made_up(11, "fml")
    write(made, tmp_path / f"form.{ending}", way)
    counts = score_file(tmp_path / f"form.{ending}", made.truth()).counts
    assert (counts["wrong"], counts["missed"]) == (0, 0)
    assert way != "plain" or counts["asked"] == 0


@pytest.mark.parametrize("way", WAYS)
def test_what_is_struck_through_in_a_pdf_never_gives_a_level(tmp_path, way):
    ending, write = STRANGE["struck"]
    made = made_up(99, "fml")
    write(made, tmp_path / f"form.{ending}", way)
    counts = score_file(tmp_path / f"form.{ending}", made.truth()).counts
    assert (counts["wrong"], counts["missed"]) == (0, 0)
