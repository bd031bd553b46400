"""Warnings for the known grounds on which a second track failed: both sides of every threshold."""

from datetime import date, timedelta

import pytest

from matcher.domain.track import (
    Activity,
    Agreement,
    Application,
    Contact,
    Placement,
    Track,
    TrackResult,
    Vacancy,
)
from matcher.dossier import track_warnings
from matcher.dossier.rules import rules_on
from matcher.dossier.track_grounds import _CHECKS, RULES, rule_codes
from tests.dossier.world import FIRST, SECOND, THIRD, bare, catalogue, full, matched, story

START = date(2026, 5, 4)
KINDS = tuple(kind.occupation.id for kind in matched().zoekprofiel.kinds)


def warned(on=THIRD, kinds=(), case=None, **track):
    case = (case or story()).model_copy(update={"track": Track(**track)})
    return {w.code: w for w in track_warnings(case, matched(on), catalogue(), kinds)}


def codes(on=THIRD, **track):
    return set(warned(on, **track))


def contact(day, **more):
    return Contact(date=day, partner="worker", goal="gesprek", **more)


def application(day=THIRD, occupation="isco:4110", title="functie", **more):
    return Application(date=day, title=title, occupation=occupation, **more)


def applications(count, occupation="isco:4110", on=THIRD):
    return tuple(application(on, occupation, f"functie {n}") for n in range(count))


def case_with_start(day):
    case = bare(story())
    dates = case.person.dates.model_copy(update={"track_start": day})
    return case.model_copy(update={"person": case.person.model_copy(update={"dates": dates})})


def late(day, on=THIRD):
    case = case_with_start(day)
    return "late_start" in {w.code for w in track_warnings(case, full(case, on), catalogue())}


def test_every_rule_of_the_data_is_carried_out_and_every_check_is_in_the_data():
    assert set(rule_codes(THIRD)) == set(_CHECKS)


def test_every_warning_cites_a_source():
    for rule in rules_on(RULES, THIRD)["rules"]:
        assert rule["citation"]["source"]
        assert rule["citation"]["how_nl"]


def test_six_weeks_after_the_evaluation_is_in_time_and_a_day_later_is_late():
    due = date(2026, 4, 20) + timedelta(weeks=6)
    assert not late(due)
    assert late(due + timedelta(days=1))


def test_without_a_start_it_is_late_the_day_after_the_limit():
    due = date(2026, 4, 20) + timedelta(weeks=6)
    assert not late(None, due)
    assert late(None, due + timedelta(days=1))


def test_a_plan_signed_on_the_day_of_the_first_activity_is_in_time_and_a_day_later_is_not():
    activity = Activity(kind="coaching", from_date=date(2026, 5, 11))
    assert "plan_not_signed" not in codes(plan_signed=date(2026, 5, 11), activities=(activity,))
    assert "plan_not_signed" in codes(plan_signed=date(2026, 5, 12), activities=(activity,))
    assert "plan_not_signed" in codes(activities=(activity,))


def test_a_planned_activity_asks_no_signature_yet():
    assert "plan_not_signed" not in codes(activities=(Activity(kind="training", from_date=THIRD, state="planned"),))


def test_five_actions_in_one_kind_of_work_are_too_narrow_and_four_are_not():
    assert "too_narrow" in codes(applications=applications(5))
    assert "too_narrow" not in codes(applications=applications(4))


def test_five_actions_in_two_kinds_of_work_are_not_too_narrow():
    assert "too_narrow" not in codes(applications=(*applications(4), application(occupation="isco:3344")))


def test_three_actions_after_wishes_only_are_warned_and_two_are_not():
    assert "only_wishes" in codes(applications=applications(3, "isco:4323"))
    assert "only_wishes" not in codes(applications=applications(2, "isco:4323"))


def test_one_action_outside_the_wishes_takes_that_warning_away():
    assert "only_wishes" not in codes(applications=(*applications(3, "isco:4323"), application()))


def test_only_wishes_is_no_fault_when_the_profile_names_nothing_else():
    assert "only_wishes" not in warned(kinds=("isco:4323",), applications=applications(3, "isco:4323"))


def test_eight_applications_in_eight_weeks_are_enough_and_seven_are_not():
    assert "too_few_applications" not in codes(applications=applications(8))
    assert "too_few_applications" in codes(applications=applications(7))


def test_an_application_of_exactly_eight_weeks_ago_no_longer_counts():
    old = application(THIRD - timedelta(weeks=8), title="oud")
    young = application(THIRD - timedelta(weeks=8, days=-1), title="jong")
    assert "too_few_applications" in codes(applications=(*applications(7), old))
    assert "too_few_applications" not in codes(applications=(*applications(7), young))


def test_before_week_8_of_the_track_nobody_counts_applications():
    day = START + timedelta(weeks=8)
    before, after = full(story(), day - timedelta(days=1)), full(story(), day)
    empty = story().model_copy(update={"track": Track()})
    assert "too_few_applications" not in {w.code for w in track_warnings(empty, before, catalogue())}
    assert "too_few_applications" in {w.code for w in track_warnings(empty, after, catalogue())}


def test_a_running_training_in_applying_is_named_as_a_reason():
    learning = Activity(kind="application_skills", from_date=date(2026, 10, 1))
    assert "dat is een reden" in warned(activities=(learning,))["too_few_applications"].text_nl
    done = learning.model_copy(update={"state": "done"})
    assert "dat is een reden" not in warned(activities=(done,))["too_few_applications"].text_nl


def test_after_a_result_nobody_counts_applications_or_contacts():
    result = TrackResult(kind="new_employer", date=THIRD)
    assert not {"too_few_applications", "contact_gap"} & codes(result=result)


def test_half_unrelated_applications_are_accepted_and_more_than_half_are_not():
    related, other = applications(2, KINDS[0]), applications(3, "isco:9112")
    assert "unrelated_applications" not in codes(applications=(*related, *other[:2]))
    assert "unrelated_applications" in codes(applications=(*related, *other))


def test_three_applications_are_too_few_to_call_unrelated():
    assert "unrelated_applications" not in codes(applications=applications(3, "isco:9112"))
    assert "unrelated_applications" in codes(applications=applications(4, "isco:9112"))


def test_work_that_the_coach_added_makes_an_application_related():
    assert "unrelated_applications" not in warned(
        kinds=(*KINDS, "isco:9112"), applications=applications(4, "isco:9112")
    )


def test_an_application_for_work_that_exceeds_is_warned_by_name():
    exceeding = matched(FIRST).exceeding[0]
    found = warned(FIRST, applications=(application(FIRST, exceeding.id, "zwaar werk"),))
    assert "zwaar werk" in found["exceeding_applications"].text_nl


def test_work_that_does_not_exceed_gives_no_such_warning():
    assert "exceeding_applications" not in codes(applications=applications(4))


def test_six_weeks_without_contact_is_accepted_and_a_day_more_is_not():
    day = THIRD - timedelta(days=42)
    assert "contact_gap" not in codes(contacts=(contact(day),))
    assert "contact_gap" in codes(contacts=(contact(day - timedelta(days=1)),))


def test_a_talk_with_the_employer_is_no_contact_with_the_worker():
    talk = Contact(date=THIRD, partner="current_employer", goal="voortgang")
    assert "contact_gap" in codes(contacts=(talk,))


def test_twice_not_reached_is_warned_and_once_is_not():
    misses = [contact(THIRD - timedelta(days=days), reached=False) for days in (1, 8)]
    assert "not_reached" in codes(contacts=tuple(misses))
    assert "not_reached" not in codes(contacts=tuple(misses[:1]))
    assert "not_reached" not in codes(contacts=(*misses, contact(THIRD)))


def test_an_agreement_is_overdue_the_day_after_its_date():
    agreed = Agreement(date=SECOND, partner="worker", text="cv maken", due=THIRD)
    assert "agreement_overdue" not in codes(agreements=(agreed,))
    overdue = agreed.model_copy(update={"due": THIRD - timedelta(days=1)})
    assert "agreement_overdue" in codes(agreements=(overdue,))
    assert "agreement_overdue" not in codes(agreements=(overdue.model_copy(update={"done_on": THIRD}),))


def test_a_placement_that_ended_without_a_next_step_is_no_result():
    placed = Placement(kind="trial_placement", title="balie", from_date=SECOND, to_date=THIRD - timedelta(days=1))
    assert "step_is_no_result" in codes(placements=(placed,))
    assert "step_is_no_result" not in codes(placements=(placed.model_copy(update={"to_date": THIRD}),))
    assert "step_is_no_result" not in codes(placements=(placed.model_copy(update={"led_to_job": True}),))


def test_what_lies_in_the_future_warns_nobody_today():
    later = application(THIRD + timedelta(days=1), matched(FIRST).exceeding[0].id)
    assert "exceeding_applications" not in codes(FIRST, applications=(later,))


def test_a_proposal_and_the_application_for_it_count_once():
    proposed = tuple(Vacancy(date=THIRD, title=f"functie {n}", occupation="isco:4110") for n in range(4))
    assert "too_narrow" not in codes(vacancies=proposed, applications=applications(4))


@pytest.mark.parametrize("title", ["xyzzy plugh", "functie onbekend qqq"])
def test_a_title_that_is_not_recognised_is_never_called_unrelated(title):
    unknown = tuple(application(occupation=None, title=f"{title} {n}") for n in range(6))
    assert "unrelated_applications" not in codes(applications=unknown)
