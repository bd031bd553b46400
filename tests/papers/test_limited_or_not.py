"""Columns that ask whether there is a limit, and the word `geen` beside a norm: sure only when one level is left."""

import pytest

from matcher.papers import Sureness
from matcher.papers.capacity import read_form
from matcher.papers.columns import Role, heading_in
from matcher.papers.split import FormRows
from matcher.sheets import Cell, Row


def row(*texts: str) -> Row:
    return Row(1, tuple(Cell(text, at, at + 1) for at, text in enumerate(texts)), table=1)


def read(*rows: tuple[str, ...]) -> dict:
    return {item.code: item for item in read_form(FormRows(None, tuple(row(*each) for each in rows))).items}


ASKED = ("Nr", "Item", "Beperkt?", "Mate", "Toelichting")
TICKS = ("Nr", "Onderdeel", "Geen", "Beperkt", "Mate en toelichting")
EXPORT = ("Dossier", "Rubriek", "Rubrieknaam", "Item", "Itemnaam", "Score", "Scoretekst", "Toelichting",
          "Vorige score (14-01-2026)", "Gewijzigd op", "Door")  # fmt: skip


@pytest.mark.parametrize(
    ("head", "line", "levels"),
    [
        (ASKED, ("IV.13", "Tillen", "nee", "", ""), (0,)),
        (ASKED, ("IV.13", "Tillen", "ja", "sterk beperkt", ""), (3,)),
        (ASKED, ("IV.13", "Tillen", "ja", "beperkt", "ca. 5 kg"), (2,)),
        (ASKED, ("III.2", "Tocht", "ja", "", ""), (1,)),
        (TICKS, ("IV.13", "Tillen", "\u2612", "\u2610", ""), (0,)),
        (TICKS, ("IV.13", "Tillen", "\u2610", "\u2612", "ca. 5 kg"), (2,)),
        (EXPORT, ("V-1", "IV", "Dynamische handelingen", "13", "Tillen", "2", "Beperkt", "", "3", "", ""), (2,)),
        (("Nr", "Item", "Beoordeling"), ("IV.13", "Tillen", "0 geen"), (0,)),
    ],
)  # fmt: skip
def test_one_level_that_is_left_is_sure(head, line, levels):
    item = read(head, line)["IV.13" if "Tillen" in line else "III.2"]
    assert (item.levels, item.sureness) == (levels, Sureness.SURE)


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (ASKED, ("IV.13", "Tillen", "ja", "", "")),
        (ASKED, ("IV.13", "Tillen", "ja", "", "ca. 5 kg")),
        (ASKED, ("IV.13", "Tillen", "nee", "licht beperkt", "")),
        (ASKED, ("IV.13", "Tillen", "nee?", "", "")),
        (ASKED, ("IV.13", "Tillen", "ja", "beperkt", "")),
        (TICKS, ("IV.13", "Tillen", "\u2610", "\u2612", "")),
        (TICKS, ("IV.13", "Tillen", "\u2610", "\u2612", "ca. 10 kg")),
        (TICKS, ("IV.13", "Tillen", "\u2612", "\u2612", "ca. 5 kg")),
        (EXPORT, ("V-1", "IV", "Dynamische handelingen", "13", "Tillen", "2", "Sterk beperkt", "", "2", "", "")),
        (("Nr", "Item", "Geen", "Beperkt", "Volledig"), ("IV.13", "Tillen", "\u2612", "", "")),
        (("Nr", "Item", "Beoordeling"), ("IV.13", "Tillen", "1 geen")),
    ],
)
def test_what_leaves_more_than_one_level_is_asked(head, line):
    assert read(head, line)["IV.13"].sureness is not Sureness.SURE


@pytest.mark.parametrize(
    ("score", "is_sure"),
    [
        ("0 - normaal: geen", True),
        ("geen beperking; geen.", True),
        ("0 - normaal: licht", False),
        ("0 - normaal: niet", False),
        ("1 - ja: geen", False),
    ],
)
def test_geen_alone_adds_nothing_to_a_norm_and_with_more_words_it_does(score, is_sure):
    line = Row(1, (Cell(f"6.4 Overige beperkingen ten aanzien van werktijd {score}", 50, 400),))
    item = {each.code: each for each in read_form(FormRows(None, (line,))).items}["VI.4"]
    assert (item.sureness is Sureness.SURE and item.levels == (0,)) is is_sure


def test_a_column_with_the_earlier_score_is_known_in_a_wide_export():
    roles = [column.role for column in heading_in(row(*EXPORT), None).columns]
    assert roles[3:6] == [Role.NUMBER, Role.NAME, Role.SCORE]
    assert roles[8] is Role.PAST
