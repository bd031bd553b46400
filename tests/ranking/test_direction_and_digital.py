"""Direction of education and computer skill order the list; what is not known adds nothing and is asked."""

import pytest

from matcher import check, load_catalogue, match
from matcher.catalogue.limits import one_limit_rules, one_limits, what_remains
from matcher.fit import fit_rules
from matcher.ranking.digital_part import digital_asked
from matcher.ranking.direction_part import work_fields
from matcher.reference.tables import read_yaml
from tests.made_up import ON, case, raw_case


def parts(built, code):
    return {c.part: c for c in check(built, code, ON).contributions}


def person(**changes):
    raw = raw_case()["person"] | changes
    return case(person=raw)


def shown_at(built, code):
    return next((o.rank for o in match(built, ON, top=400).shown if o.id == code), None)


def test_work_in_the_own_direction_gets_more_than_work_in_another_one():
    built = person(education=[{"level": "mbo-4", "direction": "financiële administratie", "finished": True}])
    assert parts(built, "isco:4311")["direction"].level == "own"
    assert parts(built, "isco:3344")["direction"].points <= parts(built, "isco:4311")["direction"].points


def test_a_direction_that_is_not_known_adds_nothing_where_work_asks_one():
    built = person(education=[{"level": "mbo-4", "finished": True}], experience=[])
    assert parts(built, "isco:4311")["direction"].level == "unknown"
    assert parts(built, "isco:4311")["direction"].points == 0


def test_unfinished_education_gives_no_direction():
    built = person(education=[{"level": "mbo-4", "direction": "verpleegkunde", "finished": False}], experience=[])
    assert parts(built, "isco:3344")["direction"].level == "unknown"


@pytest.mark.parametrize(
    ("skill", "level"), [("good", "enough"), ("basic", "short"), ("none", "short"), (None, "unknown")]
)
def test_a_desk_clerk_works_with_office_programmes(skill, level):
    assert parts(person(digital_skills=skill), "isco:4110")["digital"].level == level


def test_computer_skill_that_becomes_unknown_never_adds_points():
    for code in ("isco:4110", "isco:9321", "isco:2512", "isco:4222"):
        unknown = parts(person(digital_skills=None), code)["digital"].points
        assert all(parts(person(digital_skills=s), code)["digital"].points >= unknown for s in ("none", "advanced"))


def test_who_falls_two_levels_short_is_not_offered_the_work():
    found = check(person(digital_skills="none"), "isco:4110", ON)
    assert any("cursus" in reason for reason in found.barred_nl)


def test_without_the_direction_and_far_from_earlier_work_bookkeeping_stands_below_desk_work_without_direction():
    built = person(
        education=[{"level": "mbo-4", "direction": "verzorgende IG", "finished": True}],
        experience=[{"title": "verzorgende", "occupation": "isco:5321", "from_year": 2012}],
        old_job=raw_case()["person"]["old_job"] | {"title": "verzorgende", "occupation": "isco:5321"},
        digital_skills="good",
    )
    assert shown_at(built, "isco:4226") < shown_at(built, "isco:4311")


def test_earlier_work_in_another_job_does_not_wait_as_if_it_were_the_own_work():
    jobs = [
        {"title": "online marketeer", "occupation": "isco:2431", "from_year": 2020},
        {"title": "communicatiemedewerker", "occupation": "isco:2432", "from_year": 2014, "to_year": 2020},
    ]
    own = raw_case()["person"]["old_job"] | {"title": "online marketeer", "occupation": "isco:2431"}
    school = [{"level": "hbo", "direction": "communicatie", "finished": True}]
    held = person(education=school, experience=jobs, old_job=own, digital_skills="advanced")
    never = person(education=school, experience=jobs[:1], old_job=own, digital_skills="advanced")
    assert not check(held, "isco:2432", ON).alike_own
    assert check(never, "isco:2432", ON).alike_own


def test_one_profession_under_a_shared_law_does_not_open_another():
    school = [{"level": "mbo-4", "direction": "tandartsassistent", "finished": True}]
    built = person(education=school, experience=[], digital_skills="good")
    assert any("wet" in reason for reason in check(built, "isco:3213", ON).barred_nl)
    assert not any("wet" in reason for reason in check(built, "isco:3251", ON).barred_nl)


def test_a_large_occupation_that_the_limits_nearly_close_counts_as_a_small_one():
    free, limited = person(), case([{"item": "IV.13", "levels": [2]}])
    assert parts(limited, "isco:5223")["market"].points < parts(free, "isco:5223")["market"].points


def test_every_group_has_a_known_demand_for_computer_skill():
    codes = {occupation.isco08 for occupation in load_catalogue().occupations}
    for name, starts in read_yaml("digital_demand.yaml")["groups"].items():
        for start in starts:
            assert any(code.startswith(start) for code in codes), (name, start)
    assert {digital_asked(code) for code in codes} == {0, 1, 2, 3}
    assert work_fields("3221") == {"health"}


def test_nurses_and_warehouse_workers_do_not_remain_at_five_kilos():
    limit = next(one for one in one_limits() if one.channel == "IV.13")
    catalogue = load_catalogue()
    closed = {catalogue.occupations[place].isco08 for place in what_remains(catalogue, limit)["dicht"]}
    assert {"2221", "3221", "4321", "9333", "9334"} <= closed


def test_the_page_of_single_limits_uses_the_lines_of_the_comparison():
    rules = one_limit_rules()
    assert rules["fits_from_pct"] == fit_rules().within_pct
    assert rules["closed_below_pct"] == fit_rules().exceeds_pct
