"""The coach's hand: nothing is lost, findings stay visible, and no motivation makes an excess fit."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.domain.coach import Coach, CoachAction
from matcher.domain.finding import Outcome
from matcher.dossier import apply_coach, coached, coached_view
from matcher.dossier.changes import actions_of
from matcher.dossier.coached_profile import NeedKind, PointState
from matcher.dossier.lines import Origin
from matcher.intake.withholding import NOT_KEPT
from matcher.report import render_text
from tests.dossier.world import (
    FIRST,
    SECOND,
    THIRD,
    action,
    catalogue,
    full,
    matched,
    story,
    with_actions,
    with_last_entries,
)

PROFILE = matched(SECOND).zoekprofiel
IDS = [kind.occupation.id for kind in PROFILE.kinds]


def laid(*actions, on=SECOND):
    return coached(matched(on), with_actions(*actions), catalogue())


def active(profile):
    return [o.line.target for o in profile.occupations if o.in_profile]


def find(profile, code):
    return next(o for o in profile.occupations if o.line.target == code)


def motivated(profile, day=date(2026, 6, 12)):
    """Motivate every signal of a profile."""
    return [
        action("motivation", "add", o.line.target, day, point=p.channel, text="Komt alleen af en toe voor.")
        for o in profile.occupations
        for p in o.points
        if p.state is PointState.SIGNAL
    ]


def test_without_a_coach_the_profile_is_the_engines():
    assert active(laid()) == IDS


def test_a_struck_occupation_stays_visible_with_findings_and_reason():
    profile = laid(action(target=IDS[0]))
    gone = find(profile, IDS[0])
    assert IDS[0] not in active(profile)
    assert gone.engine.findings
    assert gone.line.actions[0].reason == "reden"


def test_an_added_occupation_brings_what_the_engine_found():
    profile = laid(action(hand="add", target="isco:4225", place=1))
    assert active(profile)[0] == "isco:4225"
    assert find(profile, "isco:4225").line.origin is Origin.COACH
    assert find(profile, "isco:4225").engine.findings


def test_moving_changes_the_order_and_keeps_the_engines_place():
    profile = laid(action(hand="move", target=IDS[2], place=1))
    assert active(profile)[0] == IDS[2]
    assert find(profile, IDS[2]).line.engine_place == 3


def test_a_place_beyond_the_list_is_its_end():
    assert active(laid(action(hand="move", target=IDS[0], place=50)))[-1] == IDS[0]


def test_moving_without_a_place_is_refused_and_kept_on_record():
    profile = laid(action(hand="move", target=IDS[0]))
    assert active(profile) == IDS
    assert "plaats ontbreekt" in profile.refused[0].why_nl


def test_striking_what_is_not_there_is_refused_and_kept_on_record():
    assert laid(action(target="isco:1111")).refused[0].action.target == "isco:1111"


def test_striking_and_adding_again_puts_it_back_with_both_actions():
    profile = laid(action(target=IDS[0]), action(hand="add", target=IDS[0], day=date(2026, 6, 12)))
    assert IDS[0] in active(profile)
    assert len(find(profile, IDS[0]).line.actions) == 2


def test_the_date_decides_and_not_the_order_in_the_file():
    late = action(hand="add", target=IDS[0], day=date(2026, 6, 12))
    early = action(target=IDS[0], day=date(2026, 6, 10))
    assert active(laid(late, early)) == active(laid(early, late))


def test_an_action_counts_on_its_own_day_and_waits_the_day_before():
    assert IDS[0] not in active(laid(action(target=IDS[0], day=SECOND)))
    waiting = laid(action(target=IDS[0], day=date(2026, 6, 16)))
    assert IDS[0] in active(waiting)
    assert len(waiting.waiting) == 1


def test_an_unknown_occupation_may_be_added_but_keeps_the_profile_from_being_final():
    profile = laid(action(hand="add", target="isco:0000"))
    assert find(profile, "isco:0000").engine is None
    assert NeedKind.NOT_COMPARED in {need.kind for need in profile.needs()}


def test_branches_and_sentences_can_be_struck_added_and_stay_on_record():
    profile = laid(
        action("branch", target=PROFILE.branches_nl[0]),
        action("branch", "add", "gemeente"),
        action("sentence", target=PROFILE.caveats_nl[0]),
    )
    assert next(line for line in profile.branches if line.target == PROFILE.branches_nl[0]).struck
    assert "gemeente" in {line.target for line in profile.branches}
    assert next(line for line in profile.sentences if line.target == PROFILE.caveats_nl[0]).struck


def test_the_engines_profile_is_never_changed():
    assert laid(action(target=IDS[0])).engine == PROFILE


def test_with_signals_open_the_profile_is_not_final():
    profile = laid()
    assert NeedKind.MOTIVATION in {need.kind for need in profile.needs()}
    assert not profile.is_final()


def test_with_every_signal_motivated_the_profile_is_final():
    profile = laid(*motivated(laid()))
    assert profile.needs() == ()
    assert profile.is_final()
    assert profile.motivated() > 0


def test_with_one_motivation_short_it_is_not_final():
    assert not laid(*motivated(laid())[:-1]).is_final()


def test_a_motivated_signal_is_called_g_gemotiveerd_beside_the_engines_finding():
    profile = laid(*motivated(laid()))
    text = " ".join(render_text(coached_view(profile)).split())
    assert "toelichten (G, gemotiveerd)" in text
    assert all(p.engine is Outcome.SIGNAL for o in profile.occupations for p in o.points if p.motivations)


def test_a_struck_motivation_makes_the_signal_open_again_and_stays_on_record():
    first = motivated(laid())[0]
    gone = action("motivation", "strike", first.target, date(2026, 6, 14), point=first.point)
    point = next(p for p in find(laid(first, gone), first.target).points if p.channel == first.point)
    assert point.state is PointState.SIGNAL
    assert point.motivations == (first, gone)


def test_a_motivation_without_a_text_is_refused():
    first = motivated(laid())[0].model_copy(update={"text": None})
    assert "ontbreekt" in laid(first).refused[0].why_nl


def test_a_motivation_that_was_not_kept_because_it_was_medical_motivates_nothing():
    first = motivated(laid())[0].model_copy(update={"text": NOT_KEPT})
    profile = laid(first)
    assert "medisch" in profile.refused[0].why_nl
    assert profile.motivated() == 0


def test_work_that_exceeds_is_never_usable():
    code = matched(FIRST).exceeding[0].id
    profile = laid(action(hand="add", target=code, day=FIRST), on=FIRST)
    assert code in active(profile)
    assert code not in profile.usable()


def test_a_motivation_never_answers_a_question():
    occupation = next(o for o in laid().occupations if any(p.state is PointState.QUESTION for p in o.points))
    point = next(p for p in occupation.points if p.state is PointState.QUESTION)
    told = action("motivation", "add", occupation.line.target, point=point.channel, text="Kan vast wel.")
    after = next(p for p in find(laid(told), occupation.line.target).points if p.channel == point.channel)
    assert after.state is PointState.QUESTION
    assert after.motivations == (told,)


def test_a_motivation_never_turns_an_excess_into_fit():
    code = matched(FIRST).exceeding[0]
    added = action(hand="add", target=code.id, day=FIRST)
    told = [
        action("motivation", "add", code.id, FIRST, point=channel, text="Kan toch.")
        for channel in code.verdict.exceeding
    ]
    profile = laid(added, *told, on=FIRST)
    points = [p for p in find(profile, code.id).points if p.engine is Outcome.EXCEEDS]
    assert points
    assert all(p.state is PointState.EXCEEDS and p.motivations for p in points)
    assert find(profile, code.id).exceeds
    assert NeedKind.EXCEEDS in {need.kind for need in profile.needs()}


def test_an_added_excess_asks_nothing_once_it_is_struck():
    code = matched(FIRST).exceeding[0].id
    profile = laid(action(hand="add", target=code, day=FIRST), action(target=code, day=FIRST), on=FIRST)
    assert NeedKind.EXCEEDS not in {need.kind for need in profile.needs()}


def test_a_text_on_the_form_needs_a_judgement_before_the_profile_is_final():
    case = with_last_entries(I_8=7)
    entries = tuple(
        e.model_copy(update={"text": "op een vaste plek werken"}) if e.item == "I.8" else e
        for e in case.forms[-1].entries
    )
    case = case.model_copy(update={"forms": (*case.forms[:-1], case.forms[-1].model_copy(update={"entries": entries}))})
    result = full(case, THIRD)
    assert result.profile.remarks
    bare = apply_coach(result.zoekprofiel, Coach(), remarks=result.profile.remarks)
    assert NeedKind.JUDGEMENT in {need.kind for need in bare.needs()}
    told = [
        action("motivation", "add", "form", point=item, text="Dit speelt bij geen van de soorten werk.")
        for item in dict.fromkeys(remark.item for remark in result.profile.remarks)
    ]
    judged = apply_coach(result.zoekprofiel, Coach(actions=tuple(told)), remarks=result.profile.remarks)
    assert NeedKind.JUDGEMENT not in {need.kind for need in judged.needs()}


def test_a_profile_with_everything_struck_is_not_final():
    profile = laid(*(action(target=code) for code in IDS))
    assert {need.kind for need in profile.needs()} == {NeedKind.NO_WORK}


TARGETS = [*IDS[:3], "isco:4225", "isco:0000", "gemeente", PROFILE.caveats_nl[0], "form"]
ACTIONS = st.builds(
    CoachAction,
    date=st.dates(date(2026, 6, 1), date(2026, 6, 20)),
    action=st.sampled_from(["add", "strike", "move"]),
    what=st.sampled_from(["occupation", "branch", "sentence", "motivation"]),
    target=st.sampled_from(TARGETS),
    point=st.sampled_from([None, "IV.13", "IV.14"]),
    text=st.sampled_from([None, "tekst"]),
    place=st.sampled_from([None, 1, 3, 50]),
    reason=st.just("reden"),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ACTIONS, max_size=12))
def test_actions_in_any_order_lose_nothing(actions):
    profile = apply_coach(PROFILE, Coach(actions=tuple(actions)), on=SECOND)
    recorded = [*actions_of(profile), *profile.waiting]
    assert sorted(map(repr, recorded)) == sorted(map(repr, actions))
    assert set(IDS) <= {o.line.target for o in profile.occupations}
    assert set(PROFILE.branches_nl) <= {line.target for line in profile.branches}
    assert all(o.engine is not None for o in profile.occupations if o.line.target in IDS)


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTIONS, max_size=8, unique_by=lambda a: a.date), st.randoms(use_true_random=False))
def test_actions_of_different_days_give_the_same_profile_in_any_order(actions, random):
    mixed = list(actions)
    random.shuffle(mixed)
    assert apply_coach(PROFILE, Coach(actions=tuple(mixed))).occupations == (
        apply_coach(PROFILE, Coach(actions=tuple(actions))).occupations
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTIONS, max_size=10))
def test_no_hand_changes_what_the_engine_found(actions):
    profile = apply_coach(PROFILE, Coach(actions=tuple(actions)))
    for kind in PROFILE.kinds:
        assert find(profile, kind.occupation.id).engine is kind.occupation


def test_a_case_file_may_hold_the_coachs_hand():
    assert len(story().coach.actions) == 3


@pytest.mark.parametrize("field", ["date", "reason"])
def test_an_action_without_a_date_or_a_reason_is_refused(field):
    raw = {"date": "2026-06-10", "action": "strike", "what": "branch", "target": "zorg", "reason": "reden"}
    del raw[field]
    with pytest.raises(ValueError, match=field):
        CoachAction.model_validate(raw)
