"""After an answer nothing of the person stays in the memory of the program."""

import gc
from collections.abc import Iterator

from matcher import load_catalogue, match
from matcher.domain.capacity import Capacity
from matcher.domain.vacancy import VacancyRecord
from matcher.ranking.facts import PersonFacts
from matcher.vacancies.judged import Judge
from matcher.vacancies.seeker import make_seeker
from matcher.vacancy_text import understand
from tests.made_up import ON
from tests.made_up import case as made_up_case

WORDS = "QZXWOORDEN alleen voor de coach"
VACANCY = understand(VacancyRecord("v1", "Receptionist", "Je ontvangt bezoekers, 24 uur per week."))


def _left() -> Iterator[object]:
    gc.collect()
    for thing in gc.get_objects():
        if isinstance(thing, PersonFacts) or (isinstance(thing, Capacity) and thing.text == WORDS):
            yield thing


def _answered() -> int:
    case = made_up_case([{"item": "IV.13", "levels": [2], "text": WORDS}])
    judge = Judge(make_seeker(case, ON, load_catalogue()))
    judge(VACANCY)
    match(case, ON, load_catalogue())
    return sum(isinstance(thing, Capacity) for thing in _left())


def test_the_words_of_the_doctor_and_the_facts_of_a_person_go_with_the_answer():
    before = sum(isinstance(thing, PersonFacts) for thing in _left())
    assert _answered(), "the test sees what is held while the answer is made"
    after = list(_left())
    assert not [thing for thing in after if isinstance(thing, Capacity)]
    assert len(after) <= before
