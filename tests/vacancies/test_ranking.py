"""What a vacancy states beats the profile; what nobody says is a question; no limit is told to an employer."""

import inspect
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import matcher.vacancies
from matcher import Outcome, VerdictKind, load_catalogue
from matcher.domain.demand import Demand, Mark
from matcher.domain.track import Track
from matcher.domain.vacancy import Stated
from matcher.reference.channels import channels
from matcher.vacancies import memory_index, rank_vacancies
from matcher.vacancies.judged import Judge
from matcher.vacancies.questions import questions_for
from matcher.vacancies.seeker import make_seeker
from tests.vacancies.world import DAY, WORDS, asks, hours, person, stated, vacancy, wage

LIFTING = [{"item": "IV.13", "levels": [2]}]


def judged(one, who=None):
    return Judge(make_seeker(who or person(LIFTING), DAY, load_catalogue()))(one)


def limits(each):
    return {closer.limit for closer in each.closed_by}


def finding(each, channel):
    return next(f for f in each.findings if f.channel == channel)


def test_a_stated_demand_beats_the_profile_of_the_occupation_both_ways():
    usual = finding(judged(vacancy()), "IV.13")
    heavy = judged(vacancy(demands=(asks("IV.13", 1),)))
    light = judged(vacancy(demands=(asks("IV.13", 4),)))
    assert usual.demand.source != "vacancy"
    assert finding(heavy, "IV.13").outcome is Outcome.EXCEEDS
    assert limits(heavy) == {"IV.13"}
    assert heavy.verdict.kind is VerdictKind.EXCEEDS
    assert finding(light, "IV.13").outcome is Outcome.FITS
    assert light.is_open


def test_of_two_statements_about_one_channel_the_stricter_counts():
    each = judged(vacancy(demands=(asks("IV.13", 4), asks("IV.13", 1))))
    assert limits(each) == {"IV.13"}


def test_a_text_that_says_nothing_about_the_level_of_the_limit_leaves_the_profile_standing():
    def partly(*shares):
        return vacancy(demands=(stated(Demand("IV.13", shares, shares, (0,) * 4, Mark.STATED, "vacancy")),))

    assert finding(judged(partly(100, None, None, None)), "IV.13").demand.source != "vacancy"
    assert limits(judged(partly(None, 0, None, None))) == {"IV.13"}
    assert finding(judged(partly(None, None, 100, None)), "IV.13").outcome is Outcome.FITS


def test_what_neither_the_vacancy_nor_a_profile_says_is_a_question_never_a_fit():
    each = judged(vacancy(occupation=None, title="Iets bijzonders"))
    assert finding(each, "IV.13").outcome is Outcome.QUESTION
    assert each.verdict.kind is VerdictKind.POSSIBLE
    assert each.is_open
    assert any("niet herkend" in note for note in each.notes_nl)


def test_a_vacancy_is_closed_by_its_profile_only_under_a_tenth_of_the_jobs():
    for occupation in load_catalogue().occupations[::40]:
        each = judged(vacancy(occupation=occupation.id))
        for closer in each.closed_by:
            if closer.limit in channels():
                assert finding(each, closer.limit).share_high_pct < 10


@pytest.mark.parametrize(
    ("entry", "asked", "closed"),
    [
        ({"item": "VI.3", "levels": [3], "value": "20", "unit": "h"}, ("20", "20"), set()),
        ({"item": "VI.3", "levels": [3], "value": "20", "unit": "h"}, ("21", "24"), {"VI.3"}),
        ({"item": "VI.3", "levels": [3], "value": "24", "unit": "h"}, ("24", "24"), set()),
        ({"item": "VI.2", "levels": [3], "value": "4", "unit": "h"}, ("20", "20"), set()),
        ({"item": "VI.2", "levels": [3], "value": "4", "unit": "h"}, ("20.5", "24"), {"VI.2"}),
    ],
)
def test_both_hours_limits_bind_to_the_hour_without_tolerance(entry, asked, closed):
    assert limits(judged(vacancy(hours=hours(*asked)), person([entry]))) == closed


def test_hours_that_run_past_the_limit_are_a_question_and_earn_no_points():
    who = person([{"item": "VI.3", "levels": [3], "value": "20", "unit": "h"}])
    each = judged(vacancy(hours=hours("16", "32")), who)
    assert finding(each, "VI.3").outcome is Outcome.QUESTION
    assert next(c for c in each.contributions if c.part == "hours").points == 0
    assert next(c for c in judged(vacancy(hours=hours("16")), who).contributions if c.part == "hours").points > 0


def test_night_work_that_a_vacancy_states_closes_without_tolerance_and_its_denial_opens():
    who = person([{"item": "VI.1", "levels": [2]}])
    asked = vacancy(patterns=(("night", stated(True)),))
    denied = vacancy(patterns=(("night", stated(False)),))
    assert limits(judged(asked, who)) == {"VI.1.night"}
    # Night work has no tolerance, and a denial is read wrong too often to be a fit: it opens, and it asks.
    assert judged(denied, who).is_open
    assert finding(judged(denied, who), "VI.1.night").outcome is Outcome.POSSIBLE


def test_a_licence_closes_unless_held_and_a_larger_licence_holds_the_smaller():
    van = vacancy(licences=(stated("B"),))
    assert limits(judged(van, person(licences=[]))) == {"requirement"}
    assert judged(van, person(licences=["C"])).is_open
    assert judged(van, person(licences=["B"])).is_open
    assert limits(judged(van, person(licences=["geen B"]))) == {"requirement"}


def test_a_short_course_closes_nothing_but_is_told_and_a_register_closes():
    course = judged(vacancy(certificates=(stated("VCA"),)))
    assert course.is_open
    assert any("VCA" in note for note in course.notes_nl)
    assert limits(judged(vacancy(certificates=(stated("BIG"),)))) == {"requirement"}


def test_a_language_closes_only_when_the_case_says_that_it_is_not_spoken():
    german = vacancy(languages=(stated("Duits"),))
    assert any("Duits" in note for note in judged(german).notes_nl)
    assert judged(german).is_open
    assert limits(judged(german, person(languages=[{"language": "Duits", "spoken": "none"}]))) == {"requirement"}


def test_of_languages_to_choose_from_one_is_enough():
    either = vacancy(languages=(stated("Duits of Pools"),))
    assert judged(either).is_open
    one = [{"language": "Duits", "spoken": "none"}, {"language": "Pools", "spoken": "good"}]
    assert limits(judged(either, person(languages=one))) == set()
    neither = [{"language": name, "spoken": "none"} for name in ("Duits", "Pools")]
    assert limits(judged(either, person(languages=neither))) == {"requirement"}
    with_dutch = judged(vacancy(languages=(stated("Nederlands of Engels"),)))
    assert not any("Engels" in note for note in with_dutch.notes_nl)


def test_a_stated_level_above_the_own_level_closes_and_a_usual_one_only_waits():
    assert limits(judged(vacancy(education_level=stated(5)))) == {"education"}
    usual = judged(vacancy(occupation="isco:2431"))
    assert "education" not in limits(usual)
    assert usual.wait > 0
    assert any("hoger niveau" in note for note in usual.notes_nl)


def test_a_wage_of_which_even_the_highest_lies_under_the_floor_closes():
    assert limits(judged(vacancy(wage=wage("9.00", "10.00")))) == {"wage"}
    assert judged(vacancy(wage=wage("9.00", "18.00"))).is_open


def test_travel_closes_only_when_even_the_shortest_estimate_is_too_long():
    far = judged(vacancy(place="Groningen"))
    assert limits(far) == {"travel"}
    assert far.journey.minutes_low * 2 > 120
    unknown = judged(vacancy(place="Nergenshuizen"))
    assert unknown.is_open
    assert unknown.journey is None
    assert any("plaats" in note.lower() for note in unknown.notes_nl)


def test_questions_for_an_employer_are_the_same_for_everybody_and_hold_no_figure():
    one = vacancy(demands=(asks("IV.13", 2),))
    asked = {
        judged(one, who).questions_nl for who in (person(LIFTING), person([]), person([{"item": "V.4", "levels": [3]}]))
    }
    assert asked == {questions_for(one, load_catalogue(), DAY)}
    fixed = {channel.employer_question_nl for channel in channels().values()}
    assert set(asked.pop()) <= fixed


def test_the_status_of_a_vacancy_comes_from_the_log_of_the_track_as_it_stood():
    log = {
        "vacancies": [{"date": "2026-11-20", "title": "Receptionist", "vacancy_id": "proef-1"}],
        "applications": [
            {
                "date": "2026-11-22",
                "title": "Receptionist",
                "vacancy_id": "proef-2",
                "outcome": "rejected",
                "outcome_date": "2026-11-25",
            }
        ],
    }
    who = person(LIFTING).model_copy(update={"track": Track.model_validate(log)})
    index = memory_index([vacancy(1), vacancy(2), vacancy(3)], DAY)

    def statuses(on):
        return {v.vacancy.record.id: v.status for v in rank_vacancies(who, index, on).shown}

    assert statuses(DAY) == {"proef-1": "proposed", "proef-2": "applied", "proef-3": ""}
    assert statuses(DAY + timedelta(days=5))["proef-2"] == "rejected"


@given(
    st.sampled_from(["IV.13", "IV.14", "V.4", "IV.10", "I.8.5"]),
    st.integers(0, 4),
    st.integers(0, 3),
    st.integers(0, 3),
)
@settings(max_examples=25, deadline=None)
def test_less_capacity_never_opens_a_vacancy_nor_raises_its_score(channel, kept, level, more):
    one = vacancy(demands=(asks(channel, kept),))
    item = channels()[channel].item
    flag = item == "I.8"

    def entries(number):
        return (
            [] if not number else [{"item": item, "levels": [5 if flag else min(number, channels()[channel].levels)]}]
        )

    mild, strict = judged(one, person(entries(level))), judged(one, person(entries(min(level + more, 3))))
    assert not (strict.is_open and not mild.is_open)
    assert strict.score <= mild.score


def test_no_function_answers_persons_for_a_vacancy():
    for name in matcher.vacancies.__all__:
        thing = getattr(matcher.vacancies, name)
        if inspect.isfunction(thing):
            names = set(inspect.signature(thing).parameters)
            assert not ({"vacancy"} & names and {"cases", "persons"} & names), name


def test_evidence_travels_with_a_stated_demand():
    each = vacancy(demands=(asks("IV.13", 1),))
    assert isinstance(each.demands[0], Stated)
    assert each.demands[0].evidence == WORDS
