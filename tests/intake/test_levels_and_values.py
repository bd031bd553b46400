import pytest

from matcher.domain.capacity import CapacityStatus
from matcher.errors import CaseInvalid
from matcher.reference.channels import channels
from matcher.reference.fml import items
from tests.intake.writing import codes, kinds, profile


def asked(*entries: str) -> str:
    with pytest.raises(CaseInvalid) as error:
        profile(*entries)
    return str(error.value)


def test_a_level_that_is_not_on_the_list_gets_the_choices() -> None:
    assert (
        "FML-item IV.13 (tillen): dit niveau staat niet op de lijst. "
        "Kies 0 (norm), 1 (licht beperkt), 2 (beperkt) of 3 (sterk beperkt)."
    ) in asked("item: IV.13, levels: [4]")


@pytest.mark.parametrize("code", list(items()))
def test_the_highest_level_of_each_item_is_read_and_one_more_is_refused(code: str) -> None:
    highest = max(items()[code].levels)
    assert profile(f"item: {code}, levels: [{highest}]")
    if highest < 9:
        assert "Kies 0" in asked(f"item: {code}, levels: [{highest + 1}]")


@pytest.mark.parametrize("code", [code for code in items() if code in channels()])
def test_norm_on_an_item_is_norm_on_its_channel(code: str) -> None:
    assert profile(f"item: {code}, levels: [0]").channels[code].status is CapacityStatus.NORM


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("item: IV.13, levels: [1, 2]", "één niveau"),
        ("item: I.8, levels: [0, 4]", "norm"),
        ("item: I.8, levels: [4, 4]", "twee keer"),
        ("item: I.8.4, levels: [2]", "één voorwaarde"),
        ("item: IV.13, levels: [2], value: 5", "eenheid"),
        ("item: IV.13, levels: [2], unit: kg", "getal"),
        ("item: IV.13, levels: [2], value: 10, unit: lb", "Reken"),
        ("item: IV.13, levels: [2], value: 5, unit: min", "kg"),
        ("item: IV.13, levels: [2], value: 5, unit: zakken", "niet bekend"),
        ("item: VI.2, levels: [3], value: 20, unit: uur per week", "uur"),
        ("item: VI.3, levels: [3], value: 4, unit: uur per dag", "uur"),
        ("item: IV.10, levels: [1], value: 5, unit: x per dag", "x per uur"),
    ],
)
def test_levels_and_figures_that_cannot_be_are_refused(entry: str, says: str) -> None:
    assert says in asked(entry)


def test_a_ticked_condition_is_limited_and_the_others_of_that_item_are_norm() -> None:
    found = profile("item: I.8, levels: [4, 6]")
    assert {code: found.channels[code].status.value for code in ("I.8.3", "I.8.4", "I.8.5", "I.8.6")} == {
        "I.8.3": "norm",
        "I.8.4": "limited",
        "I.8.5": "norm",
        "I.8.6": "limited",
    }


def test_one_condition_by_its_own_number_says_nothing_about_the_others() -> None:
    found = profile("item: I.8.4, levels: [1]", confirmed="nee")
    assert found.channels["I.8.4"].status is CapacityStatus.LIMITED
    assert found.channels["I.8.5"].status is CapacityStatus.UNKNOWN


@pytest.mark.parametrize(("item", "level"), [("I.4", 2), ("II.6", 3), ("II.7", 1)])
def test_a_nominal_level_is_a_kind_and_not_a_degree(item: str, level: int) -> None:
    capacity = profile(f"item: {item}, levels: [{level}]").channels[item]
    assert (capacity.level, capacity.options, capacity.degree_known) == (1, (level,), True)


@pytest.mark.parametrize("item", ["II.1", "II.10", "IV.5", "IV.11", "IV.15"])
def test_a_limit_whose_degree_is_only_in_words_has_an_unknown_degree(item: str) -> None:
    assert not profile(f"item: {item}, levels: [1]").channels[item].degree_known


def test_a_figure_makes_such_a_degree_known() -> None:
    capacity = profile("item: IV.15, levels: [1], value: 60, unit: x per uur").channels["IV.15"]
    assert (capacity.degree_known, str(capacity.value), capacity.unit) == (True, "60", "x")


@pytest.mark.parametrize(
    ("entry", "channel", "value", "unit"),
    [
        ("item: IV.13, levels: [2], value: 7, unit: kilo", "IV.13", "7", "kg"),
        ("item: IV.13, levels: [2], value: 7000, unit: gram", "IV.13", "7.000", "kg"),
        ("item: IV.12, levels: [1], value: 20, unit: kgf", "IV.12", "200", "N"),
        ("item: V.1, levels: [1], value: 0.75, unit: uur", "V.1", "45.00", "min"),
        ("item: IV.7, levels: [1], value: 0.65, unit: m", "IV.7", "65.00", "cm"),
        ("item: VI.2, levels: [3], value: 3, unit: uur per dag", "VI.2", "3", "h"),
        ("item: V.4, levels: [2], value: 90, unit: min", "V.4", "1.5", "h"),
        ("item: IV.10, levels: [1], value: 200, unit: keer per uur", "IV.10", "200", "x"),
        ("item: IV.9, levels: [1], value: 50, unit: graden", "IV.9", "50", "deg"),
    ],
)
def test_a_figure_is_kept_in_the_unit_of_its_channel(entry: str, channel: str, value: str, unit: str) -> None:
    found = profile(entry)
    assert (str(found.channels[channel].value), found.channels[channel].unit) == (value, unit)
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("level", "figure", "agrees"),
    [
        (2, "2.1", True),
        (2, "2", False),  # the figure of level 3
        (2, "9.9", True),
        (2, "10", False),  # the figure of level 1
        (1, "14.9", True),
        (1, "15", False),  # the norm
        (3, "0", True),
        (3, "5", False),
    ],
)
def test_a_figure_between_the_neighbouring_levels_agrees_and_another_does_not(
    level: int, figure: str, agrees: bool
) -> None:
    found = profile(f'item: IV.13, levels: [{level}], value: "{figure}", unit: kg')
    assert (kinds(found) == []) is agrees
    assert (found.channels["IV.13"].level or 0) >= level


def test_when_level_and_figure_disagree_the_stricter_counts_until_it_is_asked() -> None:
    found = profile("item: IV.13, levels: [1], value: 2, unit: kg")
    assert (found.channels["IV.13"].level, kinds(found)) == (3, ["unreadable"])


def test_a_strict_figure_beside_norm_is_a_hidden_limit() -> None:
    found = profile("item: IV.13, levels: [0], value: 5, unit: kg")
    assert kinds(found) == ["hidden_limit"]
    assert found.channels["IV.13"].status is CapacityStatus.NORM


@pytest.mark.parametrize("item", ["IV.21", "V.10", "VI.4", "I.8.7", "II.12.6", "III.8.4"])
def test_other_conditions_cannot_be_compared(item: str) -> None:
    assert kinds(profile(f"item: {item}, levels: [1]")) == ["non_matching"]


@pytest.mark.parametrize(("item", "option"), [("I.8", 7), ("II.12", 6), ("III.8", 4), ("I.5", 5), ("I.6", 9)])
def test_the_option_other_cannot_be_compared(item: str, option: int) -> None:
    assert kinds(profile(f"item: {item}, levels: [{option}], text: eigen afspraak")) == ["non_matching"]


def test_dominance_and_side_limit_nothing() -> None:
    found = profile("item: IV.1, levels: [1]", "item: IV.2, levels: [2]")
    assert found.limited() == ()
    assert {"dominance", "side"} <= set(codes(found))


def test_the_side_and_the_words_stay_with_the_limit() -> None:
    capacity = profile("item: V.7, levels: [1], side: right, text: alleen kort").channels["V.7"]
    assert (capacity.side, capacity.text) == ("right", "alleen kort")


def test_evening_is_not_every_evening_and_night_is_never() -> None:
    found = profile("item: VI.1, levels: [2]")
    assert found.channels["VI.1.night"].status is CapacityStatus.LIMITED
    assert found.channels["VI.1.evening"].status is CapacityStatus.NORM
