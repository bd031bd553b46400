"""A denial that words seem to hold makes nothing fit on its own: it is read wrong too often, so it asks."""

import pytest

from matcher.domain.finding import Outcome
from matcher.domain.vacancy import VacancyRecord
from matcher.fit import confront, fit_rules
from matcher.reference import channels
from matcher.vacancies.demands import stated_demands
from matcher.vacancy_text import understand
from tests.made_up import ON
from tests.made_up import case as made_up_case


def _outcome(text: str, channel: str, entry: dict) -> Outcome:
    from matcher import understand_capacity

    capacity = understand_capacity(made_up_case([entry]), ON).channels[channel]
    stated = stated_demands(understand(VacancyRecord("v1", "Receptionist", text)))[channel]
    return confront(capacity, stated.demand, channels()[channel], fit_rules(), peaks=True).outcome


@pytest.mark.parametrize(
    ("text", "channel", "entry"),
    [
        ("Geen zwaar tilwerk.", "IV.13", {"item": "IV.13", "levels": [2]}),
        ("Je werkt nooit 's nachts.", "VI.1.night", {"item": "VI.1", "levels": [2]}),
    ],
)
def test_a_denial_in_words_is_a_question_and_never_a_fit(text: str, channel: str, entry: dict):
    assert _outcome(text, channel, entry) in {Outcome.POSSIBLE, Outcome.QUESTION}


def test_a_demand_that_is_asked_still_closes():
    assert _outcome("Je tilt regelmatig 25 kilo.", "IV.13", {"item": "IV.13", "levels": [2]}) is Outcome.EXCEEDS
