"""By the labels of the own set no stated conflict is within capacity; words that tell too little are a question."""

from dataclasses import replace

import pytest

from matcher import load_catalogue
from matcher.domain.finding import Outcome
from matcher.vacancies.judged import Judge
from matcher.vacancies.seeker import make_seeker
from tests.vacancies.safety import CLOSED_AT_MOST, look, made_up_persons
from tests.vacancies.world import DAY, asks, person, stated, vacancy
from tests.vacancy_text.own import rows

EVENING = "VI.1.evening"
DESK = "isco:4110"
SAMPLE, PEOPLE = 20, 7


def judge_of(item, level):
    return judge_of_form([{"item": item, "levels": [level]}])


def judge_of_form(entries):
    return Judge(make_seeker(person(entries), DAY, load_catalogue()))


def outcome(judge, one, code):
    return next(finding.outcome for finding in judge(one).findings if finding.channel == code)


def untold(code):
    """Words that ask something without telling how much."""
    demand = asks(code, 0)
    shares = (None,) * len(demand.value.within_pct)
    return replace(demand, value=replace(demand.value, within_pct=shares, within_peak_pct=shares))


@pytest.fixture(scope="module")
def seen():
    people = [(row["id"], judge_of_form(row["entries"])) for row in made_up_persons()[:PEOPLE]]
    return look(rows()[:SAMPLE], people)


def test_no_stated_conflict_is_called_within_capacity_and_some_work_is(seen):
    assert seen.conflicts > 0
    assert seen.within > 0
    assert seen.called_within == []


def test_hardly_any_fitting_work_is_closed_by_what_is_read(seen):
    assert seen.share_misread <= CLOSED_AT_MOST, seen.closed


def test_a_profile_cannot_say_that_it_fits_where_the_vacancy_names_the_very_thing():
    judge = judge_of("VI.1", 1)
    assert outcome(judge, vacancy(occupation=DESK), EVENING) is Outcome.FITS
    assert outcome(judge, vacancy(occupation=DESK, demands=(untold(EVENING),)), EVENING) is Outcome.QUESTION


def test_words_in_doubt_are_a_question_whatever_the_profile_says():
    judge = judge_of("VI.1", 1)
    assert outcome(judge, vacancy(occupation=DESK, in_doubt=(stated(EVENING),)), EVENING) is Outcome.QUESTION
    waiter = vacancy(occupation="isco:5131", in_doubt=(stated("V.4"),))
    assert outcome(judge_of("V.4", 2), waiter, "V.4") is Outcome.QUESTION


def test_a_profile_does_not_close_a_vacancy_that_says_that_its_work_is_lighter():
    judge, code = judge_of("V.4", 2), "V.4"
    plain = vacancy(occupation="isco:5131")
    lighter = vacancy(occupation="isco:5131", demands=(untold(code),), eased=(code,))
    assert outcome(judge, plain, code) is Outcome.EXCEEDS
    assert outcome(judge, lighter, code) is Outcome.QUESTION
    assert code not in {closer.limit for closer in judge(lighter).closed_by}
