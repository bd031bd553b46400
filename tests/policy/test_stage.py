"""Which stage applies, on which clock, and what the six-month line changes."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.case import Case, PolicyChoice, Region
from matcher.domain.citation import Standing
from matcher.errors import CaseInvalid
from matcher.policy import find_stage, least_hours, stage_views, travel_bound
from matcher.policy.stage import WIDENING

START = date(2026, 1, 5)


def case(**policy):
    return Case.model_validate(
        {
            "schema": "matcher/case/1",
            "id": "verzonnen",
            "person": {"dates": {"first_sick_day": "2025-01-06", "track_start": START.isoformat()}},
            "policy": policy,
        }
    )


@pytest.mark.parametrize(
    ("days", "stage"),
    [(-1, "S0"), (0, "S1"), (13 * 7 - 1, "S1"), (13 * 7, "S2"), (26 * 7 - 1, "S2"), (26 * 7, "S3"), (39 * 7, "S4")],
)
def test_the_stage_changes_on_the_day_the_week_is_full(days, stage):
    assert find_stage(case(), START + timedelta(days=days)).stage.code == stage


def test_after_104_weeks_of_sickness_another_regime_holds():
    first_sick_day = date(2025, 1, 6)
    assert find_stage(case(), first_sick_day + timedelta(weeks=104) - timedelta(days=1)).stage.code != "S5"
    assert find_stage(case(), first_sick_day + timedelta(weeks=104)).stage.code == "S5"


def test_from_week_78_of_sickness_more_is_shown_but_not_more_is_expected():
    late_start = Case.model_validate(
        {
            "schema": "matcher/case/1",
            "id": "verzonnen",
            "person": {"dates": {"first_sick_day": "2025-01-06", "track_start": "2026-06-01"}},
        }
    )
    line = date(2025, 1, 6) + timedelta(weeks=78)
    before, after = find_stage(late_start, line - timedelta(days=1)), find_stage(late_start, line)
    assert (before.stage.code, before.search_stage) == ("S1", "S4")
    assert (after.stage.code, after.search_stage) == ("S1", "S4")


def test_what_is_shown_is_never_narrower_than_what_is_expected():
    for week in range(60):
        view = find_stage(case(), START + timedelta(weeks=week))
        assert view.stage.code == "S5" or view.search_stage >= view.stage.code


def test_on_the_sickness_clock_the_six_month_line_has_long_passed():
    assert find_stage(case(preset="zw_sickness"), START).stage.code == "S4"


def test_the_strict_preset_opens_everything_after_six_months():
    on = START + timedelta(weeks=26)
    assert find_stage(case(preset="strict_2015"), on).stage.code == "S4"
    assert find_stage(case(), on).stage.code == "S3"


def test_without_a_start_date_the_stage_is_orientation_and_the_date_is_asked():
    nobody = Case.model_validate({"schema": "matcher/case/1", "id": "verzonnen"})
    view = find_stage(nobody, START)
    assert view.stage.code == "S0"
    assert "ontbreekt" in view.notices[0]


def test_no_stage_prints_the_six_months_as_law():
    for code in ("S1", "S2", "S3"):
        for cell in stage_views(case().policy, START)[code].cells.values():
            assert cell.citation.standing is not Standing.LAW
            assert cell.citation.source


def test_a_coach_may_change_a_cell_with_a_reason_and_it_is_shown():
    changed = case(overrides=[{"cell": "S1.wage_share_min", "value": "0.85", "reason": "verzonnen reden"}])
    cell = find_stage(changed, START).stage.cells["wage_share_min"]
    assert (cell.value, cell.override_reason) == ("0.85", "verzonnen reden")


@pytest.mark.parametrize(
    "override",
    [
        {"cell": "S1.capacity", "value": "zomaar", "reason": "x"},
        {"cell": "S1.wage_share_min", "value": "veel", "reason": "x"},
        {"cell": "S2.experience", "value": "0.5", "reason": "x"},
        {"cell": "S3.wage_share_min", "value": "0.95", "reason": "een latere fase mag niet strenger zijn"},
    ],
)
def test_an_override_that_does_not_exist_or_narrows_with_time_is_refused(override):
    with pytest.raises(CaseInvalid) as refused:
        find_stage(case(overrides=[override]), START)
    assert override["value"] not in str(refused.value).replace("0 en 1", "").replace("0 tot 600", "")


@pytest.mark.parametrize("thing", ["capacity", "hours", "night", "transport", "minimum_wage", "legal_requirements"])
def test_what_never_loosens_is_refused_with_its_source_and_what_to_do_instead(thing):
    override = {"cell": f"S4.{thing}", "value": "0.1", "reason": "verzonnen reden"}
    with pytest.raises(CaseInvalid) as refused:
        find_stage(case(overrides=[override]), START)
    text = str(refused.value)
    assert "blijft in elke fase gelijk" in text
    assert "7:658a" in text
    assert "policy.overrides.0.cell" in text


@pytest.mark.parametrize(
    ("old", "possible", "least"),
    [("36", "20", "16"), ("36", None, "29"), (None, "20", "16"), ("20", "36", "16"), (None, None, None)],
)
def test_hours_are_held_against_the_smaller_of_the_old_and_the_possible_hours(old, possible, least):
    def number(text):
        return None if text is None else Decimal(text)

    assert least_hours(stage_views(PolicyChoice(), START)["S1"], number(old), number(possible)) == number(least)


def test_from_the_six_month_line_part_time_work_counts_whatever_the_hours():
    assert least_hours(stage_views(PolicyChoice(), START)["S3"], Decimal(36), Decimal(20)) is None


@pytest.mark.parametrize(
    ("region", "minutes", "basis"),
    [
        (Region(), 120, "stage"),
        (Region(old_commute_minutes_per_day=120), 120, "stage"),
        (Region(old_commute_minutes_per_day=121), 121, "old_commute"),
        (Region(old_commute_minutes_per_day=150, travel_minutes_per_day=60), 60, "person"),
    ],
)
def test_travel_is_bounded_by_the_person_then_by_a_longer_old_commute_then_by_the_stage(region, minutes, basis):
    bound = travel_bound(stage_views(PolicyChoice(), START)["S1"], region, START)
    assert (bound.minutes_per_day, bound.basis) == (minutes, basis)


def test_before_the_first_stage_no_travel_bound_is_set():
    assert travel_bound(stage_views(PolicyChoice(), START)["S0"], Region(), START).minutes_per_day is None


def test_the_next_stage_and_its_first_day_are_known():
    view = find_stage(case(), START)
    assert (view.next_stage, view.next_from) == ("S2", START + timedelta(weeks=13))


@given(st.integers(0, 200), st.integers(0, 200))
def test_time_never_takes_a_stage_back(a, b):
    early, late = sorted((a, b))
    stages = ["S0", *WIDENING, "S5"]
    first = find_stage(case(), START + timedelta(days=early))
    second = find_stage(case(), START + timedelta(days=late))
    assert stages.index(first.stage.code) <= stages.index(second.stage.code)
