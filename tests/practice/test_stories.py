"""What practice found must be found: P1-P10 of the practice cases, as sentences.

The variants here are a seeded sample; `make prove` runs all 50 of each and prints the figures.
"""

import pytest

from matcher import Case, VerdictKind, check
from matcher.domain.capacity import Marginal
from tests.practice.story import FOUND_BY_PRACTICE, accepted, place, raw_case, run, story_day, variants

ALL = ("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9")


def result_of(name):
    return run(raw_case(name), story_day(name))


@pytest.mark.parametrize("name", FOUND_BY_PRACTICE)
def test_what_practice_found_never_exceeds(name):
    assert place(name, result_of(name)).exceeding == ()


def test_what_practice_found_stands_in_the_first_twenty_in_at_least_four_of_five_stories():
    found = [place(name, result_of(name)).rank for name in FOUND_BY_PRACTICE]
    assert sum(rank is not None for rank in found) >= 4


@pytest.mark.parametrize("name", FOUND_BY_PRACTICE)
def test_small_changes_of_the_case_keep_what_practice_found(name):
    on = story_day(name)
    ranks = [place(name, run(raw, on)).rank for raw in variants(name, 5, seed=7)]
    assert sum(rank is not None for rank in ranks) >= 4


@pytest.mark.parametrize("name", ALL)
def test_the_own_work_never_comes_back(name):
    result = result_of(name)
    own = {f"isco:{row['isco']}" for row in accepted()[name]["own_work"]}
    offered = {kind.occupation.id for kind in result.zoekprofiel.kinds}
    assert result.own_work, "the own work is recognised"
    assert not {o.id for o in result.own_work} & {o.id for o in result.shown}
    assert not own & offered


@pytest.mark.parametrize("name", ALL)
def test_the_zoekprofiel_names_at_least_three_clearly_different_kinds(name):
    profile = result_of(name).zoekprofiel
    assert profile.sufficient
    assert len({kind.occupation.id.split(":")[1][:2] for kind in profile.kinds}) >= 3


def test_p1_work_of_a_living_room_assistant_is_at_least_possible():
    case, on = Case.model_validate(raw_case("P1")), story_day("P1")
    assert check(case, "isco:5162", on).verdict.kind is VerdictKind.POSSIBLE
    assert check(case, "isco:5321", on).verdict.kind is VerdictKind.POSSIBLE


def test_p6_work_that_walks_all_day_is_rejected_and_seated_work_is_not():
    result = result_of("P6")
    case, on = Case.model_validate(raw_case("P6")), story_day("P6")
    for code in ("4412", "9334", "5131", "9112", "5223"):
        assert check(case, f"isco:{code}", on).verdict.kind is VerdictKind.EXCEEDS
    seated = {"4110", "4120", "4131", "4132", "4222", "4223", "4225", "4226", "4311", "4312", "4323", "5244", "8153"}
    kept = {o for o in seated if check(case, f"isco:{o}", on).verdict.kind is not VerdictKind.EXCEEDS}
    assert len(kept) >= 10
    assert len({code[:2] for code in kept}) >= 3
    assert result.zoekprofiel.sufficient


def test_p7_the_field_is_narrow_and_still_has_three_kinds():
    profile = result_of("P7").zoekprofiel
    assert profile.narrow
    assert "smal" in profile.statement_nl
    assert profile.sufficient


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("P10a", Marginal.HOURS_PER_WEEK),
        ("P10b", Marginal.TEXT),
        ("P10c", Marginal.NO_USABLE_POSSIBILITIES),
    ],
)
def test_p10_marginal_capacity_is_recognised_and_said(name, sign):
    result = result_of(name)
    assert sign in result.profile.marginal
    assert result.zoekprofiel.marginal
    assert "marginaal" in result.zoekprofiel.statement_nl


def test_p10_twelve_hours_a_week_is_not_marginal():
    result = result_of("P10d")
    assert result.profile.marginal == ()
    assert result.zoekprofiel.hours.per_week == 12
