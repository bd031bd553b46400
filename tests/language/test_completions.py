"""Shortened words are written out in every way that fits, and the rest of the title decides."""

import pytest

from matcher.language import link_title
from matcher.language.bench.noise_kinds import noise_kinds
from matcher.language.completions import skeleton
from matcher.language.linker import default_linker


@pytest.mark.parametrize(
    ("text", "unit_group"),
    [
        ("Timmerm. nieuwbouw", "7115"),
        ("Buschauff. streekvervoer", "8331"),
        ("Sal.administrateur", "4313"),
        ("Verp. operator", "8183"),
        ("Glazenwass. hoogbouw", "9123"),
    ],
)
def test_a_word_cut_off_at_a_point_is_completed_by_what_stands_beside_it(text: str, unit_group: str) -> None:
    assert link_title(text).matches[0].isco08 == unit_group


@pytest.mark.parametrize(("text", "whole"), [("lndmtr", "landmeter"), ("timmrman", "timmerman")])
def test_a_word_without_vowels_is_read(text: str, whole: str) -> None:
    assert link_title(text).matches[0].isco08 == link_title(whole).matches[0].isco08


def test_a_feminine_form_is_no_word_without_vowels() -> None:
    assert link_title("Melker/ melkster").normalised == "melker"


def test_a_title_without_shortened_words_has_no_other_readings() -> None:
    assert default_linker().normaliser.completions.of("verzorgende ig thuiszorg") == ()


def test_a_word_that_may_be_many_words_is_never_sure() -> None:
    found = link_title("assi.")
    assert not found.sure


@pytest.mark.parametrize("behind", [" / taxateur", " (GPS)", " / magazijnmedewerker", " Cisco CCNP"])
def test_what_stands_behind_a_title_does_not_take_its_place(behind: str) -> None:
    assert link_title(f"Loodgieter{behind}").matches[0].isco08 == link_title("loodgieter").matches[0].isco08


def test_a_teacher_with_a_level_is_a_teacher_of_that_level() -> None:
    assert link_title("Docent zorg & welzijn mbo").matches[0].isco08 == "2320"


def test_vowels_and_doubled_letters_are_no_part_of_a_skeleton() -> None:
    assert skeleton("pizzabakker") == skeleton("pizzbkkr")


def test_noise_holds_words_cut_off_and_without_vowels() -> None:
    assert {"afgekapt", "zonder klinkers", "erachter"} <= noise_kinds().keys()
