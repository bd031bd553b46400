"""Versions: what opened, what closed, why, and that time and hand never blur each other."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.domain.case import EducationLevel, Entry, Wishes
from matcher.domain.finding import VerdictKind
from matcher.dossier import MarketEvidence, change_view, coached, compare_versions
from matcher.dossier.causes import CauseKind
from matcher.dossier.changes import What
from matcher.errors import InputError
from matcher.matching import match
from matcher.report import render_text
from tests.dossier.world import (
    FIRST,
    SECOND,
    THIRD,
    action,
    bare,
    catalogue,
    full,
    matched,
    story,
    with_actions,
    with_last_entries,
    with_person,
)


def changed(case, on=THIRD, old=None):
    return compare_versions(old or matched(), full(case, on))


def hands(old, new, on=SECOND):
    """Compare the same match with two hands of the coach."""
    pair = coached(matched(on), old, catalogue()), coached(matched(on), new, catalogue())
    return compare_versions(matched(on), matched(on), coached=pair)


@pytest.mark.parametrize("on", [FIRST, SECOND, THIRD])
def test_comparing_a_version_with_itself_gives_nothing(on):
    assert compare_versions(matched(on), matched(on)).is_empty
    assert compare_versions(matched(on), full(story(), on)).is_empty


def test_a_version_that_did_not_change_says_so():
    text = render_text(change_view(compare_versions(matched(), matched())))
    assert "Er is niets veranderd." in text


def test_two_cases_cannot_be_compared():
    other = full(story().model_copy(update={"id": "ander"}))
    with pytest.raises(InputError, match="twee verschillende casussen"):
        compare_versions(matched(), other)


def test_a_version_that_explains_only_the_top_is_refused():
    with pytest.raises(InputError, match="niet elk beroep"):
        compare_versions(match(story(), THIRD, catalogue()), matched())


def test_the_better_second_form_opens_work_and_closes_none():
    change = compare_versions(matched(FIRST), matched(SECOND))
    assert len(change.of(What.OPENED)) > 5
    assert change.of(What.CLOSED) == ()


def test_everything_that_opened_is_explained_by_an_item_of_the_new_form():
    for each in compare_versions(matched(FIRST), matched(SECOND)).of(What.OPENED):
        assert each.causes[0].kind is CauseKind.FORM
        assert "FML van 1 juni 2026" in each.causes[0].text_nl
        assert "was beperkt" in each.causes[0].text_nl


def test_what_closed_in_the_third_form_is_explained_by_an_item_that_got_stricter():
    closed = compare_versions(matched(SECOND), matched(THIRD)).of(What.CLOSED)
    assert closed
    assert {each.causes[0].about for each in closed} <= {"IV.13", "IV.14", "I.8.4"}


def test_the_new_stage_explains_what_may_now_be_asked():
    expected = compare_versions(matched(SECOND), matched(THIRD)).of(What.EXPECTED)
    assert expected
    assert {(each.causes[0].kind, each.causes[0].about) for each in expected} == {(CauseKind.STAGE, "S3")}


def test_on_the_last_day_of_a_stage_nothing_is_new_and_on_the_next_day_the_stage_is():
    start = story().person.dates.track_start
    last, first = start + timedelta(weeks=26, days=-1), start + timedelta(weeks=26)
    before = full(story(), last - timedelta(days=1))
    assert not compare_versions(before, full(story(), last)).of(What.EXPECTED)
    assert compare_versions(before, full(story(), first)).of(What.EXPECTED)


def test_only_a_later_day_within_a_stage_changes_no_occupation():
    change = compare_versions(matched(), full(story(), THIRD + timedelta(days=1)))
    assert change.changes == ()
    assert [cause.kind for cause in change.inputs] == [CauseKind.DATE]


def test_another_wish_never_opens_or_closes_work():
    case = with_person(wishes=Wishes(interests=("artistic",)))
    change = changed(case)
    assert change.of(What.OPENED) == change.of(What.CLOSED) == ()
    assert CauseKind.WISH in {cause.kind for cause in change.inputs}


def test_a_rejection_by_the_labour_expert_closes_that_work_and_says_so():
    expert = story().person.labour_expert.model_copy(update={"rejected": ("isco:9333", "isco:4416")})
    closed = changed(with_person(labour_expert=expert)).of(What.CLOSED)
    assert [(each.id, each.causes[0].kind) for each in closed] == [("isco:4416", CauseKind.PEOPLE)]


def test_a_higher_diploma_is_named_as_the_cause_of_what_it_opens():
    lower = story().person.education[0].model_copy(update={"level": EducationLevel.MBO2})
    opened = compare_versions(full(with_person(education=(lower,))), matched()).of(What.OPENED)
    assert opened
    assert {each.causes[0].kind for each in opened} == {CauseKind.PERSON}


def test_another_old_wage_is_named_in_what_went_in():
    job = story().person.old_job.model_copy(update={"wage_eur_per_hour": Decimal("25.00")})
    assert "wage" in {cause.about for cause in changed(with_person(old_job=job)).inputs}


def test_the_coach_is_the_deciding_cause_of_what_the_coach_struck():
    change = hands(bare(story()), with_actions(action()))
    left = change.of(What.LEFT)
    assert [(each.id, each.causes[0].kind) for each in left] == [("isco:4323", CauseKind.COACH)]
    assert left[0].causes[0].text_nl == "reden"


def test_the_coach_is_the_deciding_cause_of_what_the_coach_added():
    change = hands(bare(story()), with_actions(action(hand="add", target="isco:4225")))
    assert [(each.id, each.causes[0].kind) for each in change.of(What.ENTERED)] == [("isco:4225", CauseKind.COACH)]


def test_the_hand_of_the_coach_never_opens_or_closes_work():
    change = hands(bare(story()), with_actions(action(), action(hand="add", target="isco:9111")))
    assert change.of(What.OPENED) == change.of(What.CLOSED) == ()


def test_a_new_count_of_vacancies_is_told_as_market():
    count = [MarketEvidence("isco:4110", 4, THIRD, "index", in_reach_km=30)]
    change = compare_versions(matched(), matched(), evidence=((), count))
    assert [(each.id, each.causes[0].kind) for each in change.changes] == [("isco:4110", CauseKind.MARKET)]
    assert change.changes[0].before_nl.startswith("Niet gecontroleerd")
    assert change.changes[0].after_nl.startswith("4 open vacatures")


def test_every_change_has_a_cause_and_a_before_and_after():
    for change in (
        compare_versions(matched(FIRST), matched(SECOND)),
        compare_versions(matched(SECOND), matched(THIRD)),
    ):
        for each in change.changes:
            assert each.causes
            assert each.before_nl
            assert each.after_nl


def test_no_occupation_is_told_twice():
    ids = [each.id for each in compare_versions(matched(SECOND), matched(THIRD)).changes]
    assert len(ids) == len(set(ids))


def test_turning_the_comparison_round_turns_opened_into_closed():
    there = compare_versions(matched(FIRST), matched(SECOND))
    back = compare_versions(matched(SECOND), matched(FIRST))
    assert {each.id for each in there.of(What.OPENED)} == {each.id for each in back.of(What.CLOSED)}


def test_the_story_says_in_dutch_what_opened_and_by_which_item():
    text = " ".join(render_text(change_view(compare_versions(matched(FIRST), matched(SECOND)))).split())
    assert "Beroepsgroepen met een overschrijding:" in text
    assert "NU WEL MOGELIJK" in text
    assert "Formulier: tillen (IV.13): was beperkt" in text


LEVELS = {"IV.13": 3, "IV.14": 3, "IV.12": 2, "IV.17": 3, "IV.20": 3, "V.4": 3, "V.2": 3, "IV.9": 2, "VI.2": 4}


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(sorted(LEVELS)), st.integers(1, 2))
def test_less_capacity_never_opens_anything(item, more):
    now = {entry.item: entry.levels[0] for entry in story().forms[-1].entries}
    worse = min(now.get(item, 0) + more, LEVELS[item])
    if worse <= now.get(item, 0):
        return
    change = changed(with_last_entries(**{item.replace(".", "_"): worse}))
    assert change.of(What.OPENED) == ()
    assert change.of(What.LIGHTER) == ()
    assert all(each.causes[0].kind is CauseKind.FORM for each in change.of(What.CLOSED))


def test_an_item_that_becomes_unknown_never_opens_anything():
    form = story().forms[-1]
    unknown = Entry(item="IV.13")
    kept = tuple(e for e in form.entries if e.item != "IV.13")
    case = story().model_copy(
        update={"forms": (*story().forms[:-1], form.model_copy(update={"entries": (*kept, unknown)}))}
    )
    change = changed(case)
    assert all(c.what not in {What.OPENED, What.LIGHTER} or not _within(c.after_nl) for c in change.changes)


def _within(words):
    return words == "binnen de belastbaarheid"


def test_a_within_verdict_is_never_reached_by_the_coach():
    for each in hands(bare(story()), with_actions(action(hand="add", target="isco:4225"))).changes:
        assert each.after_nl != VerdictKind.WITHIN


def test_dates_of_the_versions_are_kept():
    change = compare_versions(matched(FIRST), matched(SECOND))
    assert (change.old_on, change.new_on) == (date(2026, 5, 11), date(2026, 6, 15))
