"""What is explained from the rows of an index is what the one-by-one comparison answers of each vacancy."""

from dataclasses import replace
from random import Random

import pytest

from matcher import Case, load_catalogue
from matcher.vacancies import Place, Prepared, memory_index, prepare
from matcher.vacancies.columns import day_of
from matcher.vacancies.segment import FIRST_SEEN
from tests.vacancies.test_prepared import joined
from tests.vacancies.world import DAY, half_told, random_person, some_vacancies

PERSONS = 10


def on_a_full_form(case: Case) -> Case:
    """The same person on a full form, so that what is not on it is unknown; with a vacancy in the log of the track."""
    form = case.forms[0].model_copy(update={"completeness": "full", "completeness_confirmed": False})
    return case.model_copy(update={"forms": (form,)})


def some_person(seed: int) -> Prepared:
    case = random_person(Random(seed))  # noqa: S311 only invented cases
    return prepare(on_a_full_form(case) if seed % 3 == 0 else case, DAY, load_catalogue())


def some_index(seed: int):
    rng = Random(seed)  # noqa: S311 only invented cases
    made = some_vacancies(2500, seed % 2).vacancies()[: 200 + 10 * seed]
    told = [half_told(each, rng) if number % 2 else each for number, each in enumerate(made)]
    unknown = [replace(each, occupation_id=None) if number % 17 == 0 else each for number, each in enumerate(told)]
    return memory_index(unknown, DAY, name="proef")


@pytest.mark.parametrize("seed", range(PERSONS))
def test_open_and_closed_ones_are_explained_as_the_slow_comparison_does(seed):
    person, index = some_person(seed), some_index(seed)
    segment = index.parts[0].segment
    opened = [place.row for place in person.order(index, top=60).places]
    assert opened
    rows = [*opened, *Random(seed).sample(range(len(segment)), 30)]  # noqa: S311 only invented cases
    places = [Place(rank, index.parts[0].name, row) for rank, row in enumerate(rows, start=1)]
    closed = 0
    for place, got in zip(places, person.explain(index, places), strict=True):
        plain = person.judge(segment.records[place.row])
        seen = day_of(int(segment.rows[place.row, FIRST_SEEN])).isoformat()
        assert got == replace(plain, rank=place.rank, first_seen=seen)
        assert (got.notes_nl, got.questions_nl) == (plain.notes_nl, plain.questions_nl)
        closed += not got.is_open
    assert closed


def test_vacancies_of_several_segments_come_in_the_order_asked():
    person, index = some_person(1), joined([some_index(1), some_index(4)])
    places = person.order(index, top=40).places
    assert len({place.segment for place in places}) == 2
    backwards = list(reversed(places))
    got = person.explain(index, backwards)
    assert [each.rank for each in got] == [place.rank for place in backwards]
    assert got == tuple(reversed(person.explain(index, places)))
    assert not person.explain(index, [])


def test_nothing_long_is_made_before_it_is_asked_for():
    person, index = some_person(2), some_index(2)
    explained = person.explain(index, person.order(index, top=20).places)
    one = explained[0]
    assert not {"vacancy", "findings", "contributions", "notes_nl", "questions_nl"} & set(vars(one.told))
    assert one.findings is one.findings
    assert one.score == sum(part.points for part in one.contributions)
    assert sum(finding.outcome.is_open_point for finding in one.findings) == len(one.verdict.open_channels)
