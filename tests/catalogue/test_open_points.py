"""A seeded sample of `prove_open_points`: what a coach has to ask per occupation stays a list, not a questionnaire."""

import statistics

import pytest

from matcher import Case, check, match
from matcher.catalogue import load_catalogue
from tests.catalogue.prove_open_points import forms, opened
from tests.practice.story import raw_case, story_day


def test_the_same_seed_draws_the_same_forms() -> None:
    assert list(forms(6)) == list(forms(6))


def test_half_of_the_forms_leave_at_most_six_points_open_in_the_first_twenty() -> None:
    found = [opened(*form, "unit_groups") for form in forms(12)]
    assert statistics.median(one.median for one in found) <= 6


@pytest.mark.parametrize("level", ["dutch", "all"])
def test_occupations_inside_groups_bring_the_living_room_assistant_above_the_middle(level) -> None:
    case, on = Case.model_validate(raw_case("P1")), story_day("P1")
    result = match(case, on, load_catalogue(level=level), top=2000)
    rank = next(o.rank for o in result.shown if o.id == "nl:huiskamermedewerker")
    assert rank <= len(result.shown) // 2
    assert rank <= 20


def test_a_dutch_occupation_can_be_checked_by_its_own_code() -> None:
    case, on = Case.model_validate(raw_case("P2")), story_day("P2")
    found = check(case, "nl:indicatiesteller", on, load_catalogue(level="dutch"))
    assert found.title_nl == "indicatiesteller"
    assert not found.barred_nl


def test_one_unit_group_does_not_fill_the_first_twenty() -> None:
    catalogue = load_catalogue(level="all")
    result = match(Case.model_validate(raw_case("P2")), story_day("P2"), catalogue, top=20)
    groups = [catalogue.occupation(o.id).isco08 for o in result.shown]
    assert max(groups.count(group) for group in groups) <= 4


def test_between_unit_groups_closeness_is_the_same_in_every_catalogue() -> None:
    groups, dutch = load_catalogue(), load_catalogue(level="dutch")
    count = len(groups.occupations)
    for code in ("isco:2221", "isco:9333"):
        assert (dutch.closeness_from(code)[:count] == groups.closeness_from(code)).all()


def test_the_dutch_catalogue_holds_the_same_demands_as_the_whole_one() -> None:
    dutch, whole = load_catalogue(level="dutch"), load_catalogue(level="all")
    for code in ("isco:4226", "nl:huiskamermedewerker"):
        assert (dutch.within[dutch.index[code]] == whole.within[whole.index[code]]).all()
        assert dutch.parents[dutch.index[code]] == whole.parents[whole.index[code]]
    assert not any(occupation.kind == "esco" for occupation in dutch.occupations)
