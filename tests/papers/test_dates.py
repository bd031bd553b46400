"""Which date is the date of a form, and which of two forms is the newest: by words, else it is asked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.papers import Doubt, Sureness, read_document
from matcher.papers.date_labels import drawn_up_among, labelled_dates
from matcher.papers.vocabulary import word_list
from matcher.sheets import Cell, Row

TITLE = "Inzetbaarheidsprofiel (IZP)\n"
SEEN = ("Datum onderzoek: {}", "Spreekuur: {}", "Betrokkene is gezien op {}", "Op basis van het spreekuur van {}")
DRAWN_UP = ("Datum opgesteld: {}", "Opgemaakt op {}", "Opgesteld door de verzekeringsarts op {}")
OTHERS = ("Geldig per: {}", "Herbeoordeling rond {}", "Afgedrukt op {}", "Deze lijst vervangt de FML opgesteld op {}")


def rows(*lines: str) -> list[Row]:
    return [Row(1, tuple(Cell(text, at, at) for at, text in enumerate(line.split("|")))) for line in lines]


def drawn_up(*lines: str) -> tuple[date | None, bool]:
    found, sure = drawn_up_among(labelled_dates(rows(*lines)))
    return (found.day if found else None), sure


days = st.dates(date(2010, 1, 1), date(2030, 12, 31))
MONTHS = {number: name for name, number in word_list("months").items() if len(name) > 3 or number == 5}
WRITTEN = (
    lambda day: day.strftime("%d-%m-%Y"),
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: day.strftime("%d.%m.%Y"),
    lambda day: day.isoformat(),
    lambda day: f"{day.day} {MONTHS[day.month]} {day.year}",
)


@given(
    day=days,
    earlier=st.integers(0, 40),
    write=st.sampled_from(WRITTEN),
    seen=st.sampled_from(SEEN),
    own=st.sampled_from(DRAWN_UP),
    other=st.sampled_from(OTHERS),
    order=st.permutations(range(3)),
)
def test_the_day_of_drawing_up_is_found_in_any_order_and_any_writing(day, earlier, write, seen, own, other, order):
    before = date.fromordinal(day.toordinal() - earlier)
    after = date.fromordinal(day.toordinal() + 3)
    lines = [seen.format(write(before)), own.format(write(day)), other.format(write(after))]
    assert drawn_up(*(lines[place] for place in order)) == (day, True)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Datum: 14-08-2026. Opgesteld door bedrijfsarts; gezien op 12-08-2026."], (date(2026, 8, 14), True)),
        (
            ["Na het spreekuur van 17 oktober 2025 is door de arts op 26", "oktober 2025 deze lijst opgemaakt."],
            (date(2025, 10, 26), True),
        ),
        (["Datum onderzoek|Datum opgesteld|Geldig per", "04-06-2025|06-06-2025|07-06-2025"], (date(2025, 6, 6), True)),
        (["Datum onderzoek: 04-06-2025", "Datum ondertekening: 06-06-2025"], (date(2025, 6, 6), True)),
        (["Datum vorige FML: 04-06-2024", "Datum: 06-06-2025"], (date(2025, 6, 6), True)),
        (["FML d.d. 6 juni 2025"], (date(2025, 6, 6), True)),
    ],
)  # fmt: skip
def test_the_words_beside_a_date_say_what_it_is(lines, found):
    assert drawn_up(*lines) == found


@pytest.mark.parametrize(
    "lines",
    [
        ["Spreekuur: 04-06-2025"],
        ["pagina 1 van 1 | 18-08-2026"],
        ["Opgesteld op 04-06-2025", "Opgemaakt op 06-06-2025"],
        ["Datum beoordeling: 04-06-2025"],
        ["Opgesteld op 04-06-2025", "Onderzoek: 06-06-2025"],
        ["06-06-2025"],
    ],
)
def test_a_date_that_may_be_another_is_never_sure(lines):
    assert drawn_up(*lines)[1] is False


@pytest.fixture
def read(tmp_path):
    def reading(text: str):
        path = tmp_path / "formulier.txt"
        path.write_text(text, encoding="utf-8")
        return read_document(path)

    return reading


def levels(reading):
    return {item.code: (item.levels, item.doubt) for item in reading.leading.found()}


OLDER = "IV.13 Tillen: 3 sterk beperkt\nIV.14 Dragen: 2 beperkt\nV.1 Zitten: 1\n\n"
NEWER = "IV.13 Tillen: 1 licht beperkt\nIV.14 Dragen: 2 beperkt\nIV.16 Lopen: 1 licht beperkt\n"


def test_the_newest_of_two_forms_leads_where_only_a_sentence_dates_them(read):
    text = TITLE + "Op basis van het spreekuur van 9 juli 2025 is op 18 juli 2025 deze lijst opgemaakt.\n" + OLDER
    text += (
        TITLE + "Op basis van het spreekuur van 17 oktober 2025 is op 26\noktober 2025 deze lijst opgemaakt.\n" + NEWER
    )
    reading = read(text)
    assert [form.date for form in reading.forms] == [date(2025, 10, 26), date(2025, 7, 18)]
    assert levels(reading) == {"IV.13": ((1,), None), "IV.14": ((2,), None), "IV.16": ((1,), None)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", ""),
        ("Opgesteld op 01-06-2025\n", "Opgesteld op 01-06-2025\n"),
        ("Spreekuur: 01-03-2025\n", "Spreekuur: 01-06-2025\n"),
        ("Opgesteld op 01-05-2025\n", "Voorbeeldstad, 01-06-2025\n"),
        ("Opgesteld op 01-05-2025\nGeldig per 01-09-2025\n", "Opgesteld op 01-06-2025\nGeldig per 01-06-2025\n"),
    ],
)
def test_where_dates_do_not_say_which_form_is_newest_every_difference_is_asked(read, first, second):
    reading = read(TITLE + first + OLDER + TITLE + second + NEWER)
    assert len(reading.forms) == 2
    found = levels(reading)
    assert found["IV.14"] == ((2,), None)  # both say the same
    for code in ("IV.13", "IV.16", "V.1"):
        assert found[code] == ((), Doubt.OTHER_FORM), code
    asked = {question.key for question in reading.questions()}
    assert {"datum", "IV.13", "IV.16", "V.1"} <= asked
    assert "niet zeker welk het nieuwste is" in " ".join(reading.notes)


def test_a_form_without_a_title_of_its_own_is_another_form_when_its_date_differs(read):
    text = TITLE + "Opgesteld op 02-01-2026\n" + NEWER + "\nSpreekuur: 30-08-2025\nOpgesteld op 04-09-2025\n" + OLDER
    assert [form.date for form in read(text).forms] == [date(2026, 1, 2), date(2025, 9, 4)]


def test_a_title_that_comes_back_on_the_next_page_starts_no_form(read):
    reading = read(
        TITLE
        + "Opgesteld op 02-01-2026\nIV.13 Tillen: 1 licht beperkt\nIV.14 Dragen: 2 beperkt\n"
        + TITLE
        + "V.1 Zitten: 1\n"
    )
    assert len(reading.forms) == 1
    assert all(item.sureness is Sureness.SURE for item in reading.leading.found())


def test_a_day_is_no_number_of_an_item(read):
    assert "I.2" not in levels(read(TITLE + "Opgesteld op\n1/2/2026\nIV.13 Tillen: 1 licht beperkt\n"))
