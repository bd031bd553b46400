"""Which list a form follows is detected from numbers and names, and asked for when that cannot be."""

import pytest

from matcher.domain.capacity import CapacityStatus
from matcher.errors import CaseInvalid
from tests.intake.writing import codes, kinds, profile


def asked(*entries: str, **about: object) -> str:
    with pytest.raises(CaseInvalid) as error:
        profile(*entries, **about)  # type: ignore[arg-type]
    return str(error.value)


@pytest.mark.parametrize("item", ["IV.13", "IV-13", "iv 13", "Iv . 13", "IV13", "IV.13."])
def test_an_item_may_be_written_in_several_ways(item: str) -> None:
    assert profile(f'item: "{item}", levels: [2]').channels["IV.13"].level == 2


@pytest.mark.parametrize("item", ["13", "413", "VII.1", "IV", "tillen", "IV.0", "IV.13.4.1"])
def test_something_that_is_no_item_number_is_refused(item: str) -> None:
    assert "rubriek en nummer" in asked(f'item: "{item}", levels: [1]')


def test_an_unknown_number_gets_the_numbers_of_its_rubriek() -> None:
    assert "V.1 tot en met V.10" in asked("item: V.11, levels: [1]")


def test_roman_numbers_are_the_current_list() -> None:
    found = profile("item: IV.13, levels: [2]")
    assert found.channels["IV.13"].level == 2
    assert "legacy_numbering" not in codes(found)


@pytest.mark.parametrize("item", ["2.11", "3.1", "3.2", "3.8", "4.4", "4.13", "4.14", "4.21", "1.8", "1.9"])
def test_a_number_with_two_meanings_is_asked_about(item: str) -> None:
    assert "oude lijst iets anders" in asked(f'item: "{item}", levels: [1]')


@pytest.mark.parametrize("item", ["1.3", "2.8", "4.3", "5.4", "5.10", "6.2"])
def test_a_number_that_means_the_same_is_read_and_said(item: str) -> None:
    assert "numbering_assumed" in codes(profile(f'item: "{item}", levels: [1]'))


@pytest.mark.parametrize("only_old", ["1.9.7", "3.9", "4.22", "4.23"])
def test_one_number_of_the_old_list_decides_for_the_whole_form(only_old: str) -> None:
    found = profile(f"item: {only_old}, levels: [1]", "item: 4.13, levels: [1]")
    assert found.channels["IV.12"].status is CapacityStatus.LIMITED
    assert found.channels["IV.13"].status is CapacityStatus.NORM_BY_FORM
    assert "legacy_numbering" in codes(found)


@pytest.mark.parametrize(
    ("item", "name", "channel"),
    [
        ("4.13", "Tillen", "IV.13"),
        ("4.13", "Duwen of trekken", "IV.12"),
        ("2.11", "Beroepsmatig vervoer", "II.11"),
        ("3.3", "Tocht", "III.2"),
        ("3.3", "Huidcontact", "III.3"),
        ("4.10", "Frequent buigen tijdens werk", "IV.10"),
        ("4.10", "Buigen", "IV.9"),
        ("IV.14", "Tillen of dragen", "IV.13"),
    ],
)
def test_the_name_decides_which_list_it_is(item: str, name: str, channel: str) -> None:
    assert profile(f'item: "{item}", name: {name}, levels: [1]').channels[channel].status is CapacityStatus.LIMITED


def test_the_case_may_name_the_list() -> None:
    old = profile("item: 4.13, levels: [1]", extra=("numbering: legacy",))
    new = profile("item: 4.13, levels: [1]", extra=("numbering: current",))
    assert old.channels["IV.12"].status is CapacityStatus.LIMITED
    assert new.channels["IV.13"].status is CapacityStatus.LIMITED


def test_names_of_two_lists_on_one_form_are_refused() -> None:
    assert "twee lijsten" in asked("item: 4.13, name: Tillen, levels: [1]", "item: 1.9.7, levels: [1]")


@pytest.mark.parametrize("name", ["Dragen", "Knijpen", "Lopen tijdens het werk"])
def test_a_number_and_a_name_that_do_not_agree_are_refused(name: str) -> None:
    text = asked(f"item: IV.13, name: {name}, levels: [1]")
    assert "nummer en naam" in text
    assert name not in text


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("I.1", "Concentreren"),
        ("IV.17", "lopen tijdens werk"),
        ("IV.16", "Lopen"),
        ("V.7", "Boven schouderhoogte actief zijn (l/r)"),
        ("IV.4", "Werken met toetsenbord en muis"),
        ("III.5", "Stof, rook, gassen en dampen"),
        ("II.12", "Specifieke voorwaarden sociaal functioneren"),
    ],
)
def test_a_name_that_is_written_a_little_differently_is_fine(item: str, name: str) -> None:
    assert profile(f'item: {item}, name: "{name}", levels: [1]')


@pytest.mark.parametrize(
    ("first", "second"),
    [("IV.13", "IV-13"), ("I.8", "I.8.4"), ("I.8.4", "I.8"), ("1.9", "1.9.7"), ("I.8.4", "I.8.4")],
)
def test_one_item_twice_on_a_form_is_refused(first: str, second: str) -> None:
    numbering = "legacy" if first.startswith("1") else "current"
    extra = (f"numbering: {numbering}",)
    assert "twee keer" in asked(f"item: '{first}', levels: [1]", f"item: '{second}', levels: [1]", extra=extra)


def test_an_old_number_in_roman_is_refused_with_the_way_out() -> None:
    assert "Zet numbering op legacy" in asked("item: IV.22, levels: [1]")


def test_old_lifting_and_carrying_is_lifting_and_carrying_with_an_unknown_degree() -> None:
    found = profile("item: 4.14, name: Tillen of dragen, levels: [2]")
    for channel in ("IV.13", "IV.14"):
        assert found.channels[channel].status is CapacityStatus.LIMITED
        assert not found.channels[channel].degree_known
        assert found.channels[channel].level is None


def test_a_figure_gives_an_old_level_its_degree() -> None:
    found = profile("item: 4.14, name: Tillen of dragen, levels: [1], value: 5, unit: kg")
    assert (found.channels["IV.13"].level, found.channels["IV.13"].degree_known) == (2, True)


def test_the_old_levels_of_concentration_have_the_same_steps() -> None:
    found = profile("item: 1.1, levels: [2]", "item: 1.2, levels: [2]", extra=("numbering: legacy",))
    assert (found.channels["I.1"].level, found.channels["I.1"].degree_known) == (2, True)
    assert (found.channels["I.2"].level, found.channels["I.2"].degree_known) == (None, False)


def test_old_conditions_become_conditions_and_a_fixed_method_a_level() -> None:
    found = profile("item: '1.9', levels: [2, 4, 7]", extra=("numbering: legacy",))
    assert found.channels["I.9"].level == 2
    assert found.channels["I.8.1"].status is CapacityStatus.LIMITED
    assert found.channels["I.8.4"].status is CapacityStatus.LIMITED
    assert found.channels["I.8.6"].status is CapacityStatus.NORM_BY_FORM


def test_what_the_old_list_never_asked_stays_unknown() -> None:
    found = profile("item: 4.22, levels: [1]")
    assert found.channels["II.11"].status is CapacityStatus.UNKNOWN
    assert "legacy_missing_items" in codes(found)


@pytest.mark.parametrize("item", ["3.9", "6.1"])
def test_an_old_option_whose_order_is_not_known_is_unknown_and_asked(item: str) -> None:
    found = profile(f"item: {item}, levels: [1]", extra=("numbering: legacy",))
    about = found.remarks[0]
    assert about.safety
    assert all(found.channels[channel].status is CapacityStatus.UNKNOWN for channel in about.channels)


def test_frequent_handling_on_the_old_list_is_asked_about() -> None:
    found = profile("item: 4.15, levels: [1]", extra=("numbering: legacy",))
    assert kinds(found) == ["non_matching"]
    assert found.channels["IV.13"].status is CapacityStatus.NORM_BY_FORM


def test_the_other_conditions_of_the_old_list_are_own_conditions() -> None:
    assert kinds(profile("item: 2.11, levels: [1]", extra=("numbering: legacy",))) == ["non_matching"]
