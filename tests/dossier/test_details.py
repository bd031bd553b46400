"""The rest of the zoekprofiel as data: tasks, contracts, routes, exclusions, the market and the 3 x 3 test."""

from datetime import timedelta
from itertools import pairwise

import pytest

from matcher.dossier import CountsFromTable, MarketEvidence, details_view, enrich
from matcher.dossier.contracts import contract_forms
from matcher.dossier.details import kinds_of_tasks
from matcher.dossier.exclusions import ExcludedBy
from matcher.dossier.market import is_fresh, market_nl
from matcher.dossier.sufficiency import Sufficiency, sufficiency_test
from matcher.report import render_text
from tests.dossier.world import FIRST, SECOND, THIRD, bare, catalogue, full, matched, story, with_last_form, with_person

THREE = ("isco:4226", "isco:5244", "isco:3344")


def details(on=SECOND, case=None, **more):
    case = case or story()
    return enrich(full(case, on), case, catalogue(), on, **more)


def counted(count=3, age=0, on=SECOND, codes=THREE):
    return [MarketEvidence(code, count, on - timedelta(days=age), "index", in_reach_km=30) for code in codes]


def outcome(evidence, codes=THREE, on=SECOND):
    return sufficiency_test(codes, evidence, catalogue(), on).outcome


def test_every_task_belongs_to_a_kind_of_work_of_the_profile():
    kinds = {kind.kind_nl for kind in matched(SECOND).zoekprofiel.kinds}
    tasks = details().tasks
    assert tasks
    assert all(set(task.kinds_nl) <= kinds for task in tasks)


def test_a_task_of_two_kinds_stands_once_and_first():
    desk, phone = (catalogue().occupation(code) for code in ("isco:4226", "isco:5244"))
    twice = kinds_of_tasks((phone, desk, desk))
    assert len(twice[0].kinds_nl) == 2
    assert len({task.text_nl for task in twice}) == len(twice)


def test_temporary_work_of_six_months_counts_from_the_second_stage():
    assert "temporary_six_months" not in {f.code for f in contract_forms("S1", SECOND) if f.allowed}
    assert "temporary_six_months" in {f.code for f in contract_forms("S2", SECOND) if f.allowed}


def test_what_counts_only_grows_from_stage_to_stage():
    allowed = [{f.code for f in contract_forms(stage, SECOND) if f.allowed} for stage in ("S1", "S2", "S3", "S4")]
    assert all(before < after for before, after in pairwise(allowed))


@pytest.mark.parametrize("stage", ["S0", "S5"])
def test_outside_the_search_stages_no_contract_is_asked(stage):
    assert not any(form.allowed for form in contract_forms(stage, SECOND))


def test_no_route_fits_before_the_second_track_starts():
    case = with_person(dates=story().person.dates.model_copy(update={"track_start": None}))
    assert not any(route.fits for route in details(case=case).routes)


def test_a_trial_placement_fits_when_there_are_kinds_of_work_with_open_points():
    assert next(r for r in details().routes if r.code == "trial_placement").fits


def test_volunteering_fits_only_while_the_hours_are_limited():
    assert next(r for r in details(FIRST).routes if r.code == "volunteering").fits
    assert not next(r for r in details(THIRD).routes if r.code == "volunteering").fits


def test_a_route_that_does_not_fit_says_what_is_missing():
    route = next(r for r in details(THIRD).routes if r.code == "volunteering")
    assert "Nu niet: de uren zijn niet beperkt." in route.why_nl


def test_training_is_26_weeks_by_practice_and_52_only_by_consultation():
    weeks = {route.code: route.weeks_max for route in details().routes}
    assert (weeks["training_short"], weeks["training_long"]) == (26, 52)


def test_exclusions_name_who_ruled_the_work_out():
    found = {each.by for each in details().exclusions}
    assert found == {ExcludedBy.LABOUR_EXPERT, ExcludedBy.PERSON, ExcludedBy.OWN_WORK}


def test_a_title_that_is_not_recognised_leaves_nothing_out_and_says_so():
    expert = story().person.labour_expert.model_copy(update={"rejected": ("xyzzy plugh",)})
    case = with_person(labour_expert=expert)
    found = next(each for each in details(case=case).exclusions if each.by is ExcludedBy.LABOUR_EXPERT)
    assert found.occupation_id is None
    assert "niet herkend" in render_text(details_view(details(case=case))).replace("\n  ", " ")


def test_without_an_index_every_occupation_says_that_it_was_not_checked():
    assert {line.text_nl for line in details().market} == {"Niet gecontroleerd of hier vacatures voor zijn."}


def test_a_count_shows_its_number_reach_source_and_date():
    text = market_nl(counted(3)[0], SECOND)
    assert text == "3 open vacatures binnen 30 kilometer (bron: index, 15 juni 2026)."


def test_one_vacancy_is_written_in_the_singular():
    assert market_nl(counted(1)[0], SECOND).startswith("1 open vacature ")


def test_no_vacancies_is_an_answer_and_not_a_gap():
    assert market_nl(counted(0)[0], SECOND).startswith("Geen open vacatures")


def test_a_count_is_fresh_for_42_days_and_old_on_day_43():
    assert is_fresh(counted(age=42)[0], SECOND)
    assert not is_fresh(counted(age=43)[0], SECOND)


def test_a_count_of_tomorrow_is_no_evidence_today():
    assert not is_fresh(counted(age=-1)[0], SECOND)


def test_an_old_count_asks_to_check_again():
    assert "te oud" in market_nl(counted(age=43)[0], SECOND)


def test_three_kinds_with_three_vacancies_each_meet_3_x_3():
    assert outcome(counted(3)) is Sufficiency.SUFFICIENT


def test_three_kinds_with_two_vacancies_each_do_not():
    assert outcome(counted(2)) is Sufficiency.VACANCIES_SHORT


def test_two_kinds_do_not_meet_3_x_3_however_many_vacancies():
    assert outcome(counted(99), THREE[:2]) is Sufficiency.KINDS_SHORT


def test_two_occupations_of_one_kind_are_one_kind():
    assert outcome(counted(3), ("isco:4226", "isco:4225", "isco:3344")) is Sufficiency.KINDS_SHORT


def test_without_counts_nobody_knows():
    assert outcome([]) is Sufficiency.NOT_CHECKED


def test_with_two_counted_kinds_and_one_unknown_nobody_knows_yet():
    assert outcome(counted(3, codes=THREE[:2])) is Sufficiency.NOT_CHECKED


def test_with_two_poor_kinds_and_one_unknown_it_can_no_longer_be_met():
    assert outcome(counted(1, codes=THREE[:2])) is Sufficiency.VACANCIES_SHORT


def test_old_counts_are_as_good_as_none():
    assert outcome(counted(3, age=43)) is Sufficiency.NOT_CHECKED


def test_an_index_fills_the_market_lines():
    table = CountsFromTable({each.occupation_id: each for each in counted(5)})
    lines = {line.occupation_id: line for line in details(counts=table).market}
    assert lines["isco:4226"].evidence.count == 5


def test_the_details_follow_the_coachs_hand():
    found = enrich(matched(SECOND), story(), catalogue(), SECOND, kinds=("isco:4225", "isco:5244"))
    assert [line.occupation_id for line in found.market] == ["isco:4225", "isco:5244"]
    assert found.sufficiency.outcome is Sufficiency.KINDS_SHORT


def test_without_a_form_there_are_no_tasks_and_no_adaptations():
    case = bare(story()).model_copy(update={"forms": ()})
    found = details(case=case)
    assert (found.tasks, found.adaptations, found.market) == ((), (), ())
    assert found.sufficiency.outcome is Sufficiency.KINDS_SHORT


def test_without_usable_possibilities_no_work_is_named():
    found = details(THIRD, case=with_last_form(usable_possibilities=False))
    assert found.tasks == ()
