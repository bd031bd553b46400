"""Hours that the doctor wrote in words bind like a figure in its own field."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.capacity import CapacityStatus
from matcher.zoekprofiel import hours_a_week, possible_hours
from tests.intake.writing import profile


@pytest.mark.parametrize(
    ("entry", "item", "hours"),
    [
        ("item: VI.3, text: 'ongeveer 6 uur per week'", "VI.3", 6),
        ("item: VI.3, levels: [4], text: 'ongeveer 6 uur per week'", "VI.3", 6),
        ("item: VI.3, levels: [3], text: 'hoogstens zestien uur per week'", "VI.3", 16),
        ("item: VI.2, levels: [3], text: 'maximaal 4 uur per dag'", "VI.2", 4),
        ("item: VI.2, levels: [3], text: 'niet meer dan 12 uur per week'", "VI.3", 12),
        ("item: VI.3, levels: [2], value: 24, unit: uur per week, text: 'ongeveer 6 uur per week'", "VI.3", 24),
    ],
)
def test_hours_in_words_bind_unless_the_doctor_gave_a_figure(entry: str, item: str, hours: int) -> None:
    assert possible_hours(profile(entry).channels[item]) == hours


def test_both_limits_bind_when_one_stands_in_words_beside_the_other() -> None:
    found = profile("item: VI.3, levels: [3], text: 'op 2 dagen, hoogstens 5 uur per dag en 10 uur per week'")
    assert possible_hours(found.channels["VI.2"]) == Decimal(5)
    assert hours_a_week(found) == Decimal(10)


@pytest.mark.parametrize(
    "entry",
    [
        "item: VI.3, text: 'opbouw van 6 naar 20 uur per week'",
        "item: VI.3, text: 'ten minste 6 uur per week'",
        "item: V.3, levels: [2], text: 'staan hoogstens 2 uur per dag'",
    ],
)
def test_hours_of_a_build_up_of_a_lower_bound_or_of_a_task_do_not_bind(entry: str) -> None:
    assert hours_a_week(profile(entry)) is None


def test_words_beside_a_norm_score_stay_a_question() -> None:
    found = profile("item: VI.3, levels: [0], text: 'ongeveer 6 uur per week'")
    assert found.channels["VI.3"].status is CapacityStatus.NORM
    assert any("VI.3" in remark.channels for remark in found.remarks)


@given(st.integers(1, 40), st.integers(0, 4))
def test_words_never_make_more_hours_possible_than_the_ticked_level(hours: int, level: int) -> None:
    ticked = profile(f"item: VI.3, levels: [{level}]")
    written = profile(f"item: VI.3, levels: [{level}], text: 'ongeveer {hours} uur per week'")
    before, after = ticked.channels["VI.3"], written.channels["VI.3"]
    assert (after.level or 0) >= (before.level or 0)
