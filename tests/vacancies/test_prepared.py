"""A person made ready once gets the ranking of the library, each time and from each index."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from matcher import load_catalogue
from matcher.vacancies import memory_index, prepare, rank_vacancies, share, vacancies_json
from matcher.vacancies.asked import ask
from matcher.vacancies.compiled_pass import compiled_counted
from matcher.vacancies.index import Index
from matcher.vacancies.plain_pass import closers, listed_rows
from matcher.vacancies.share import plain_best, window_on
from tests.vacancies.world import DAY, random_person, some_vacancies


@pytest.fixture
def always_compiled(monkeypatch):
    monkeypatch.setattr(share, "_COMPILED_FROM", 1)


def some_index(count: int, seed: int) -> Index:
    """An index with one row in nine gone."""
    made = memory_index(some_vacancies(2500, seed % 2).vacancies()[:count], DAY, name="proef")
    part = made.parts[0]
    gone = part.gone.copy()
    for row in range(0, count, 9):
        gone[row // 64] |= type(gone[0])(1 << row % 64)
    return replace(made, generation=replace(made.generation, parts=(replace(part, gone=gone),)))


@pytest.mark.parametrize("seed", range(5))
def test_one_pass_ranks_and_counts_as_the_plain_one_does(seed):
    index = some_index(64 * 4 * seed + 65, seed)
    part = index.parts[0]
    person = prepare(random_person(Random(seed + 300)), DAY, load_catalogue()).tables  # noqa: S311 only invented cases
    asked, window = ask(person, part.segment), window_on(DAY, DAY - timedelta(days=seed) if seed % 3 else None)
    for top in (1, 20, 5000):
        found = compiled_counted(part, person, asked, window, top)
        rows, keys, opened = plain_best(part, person, asked, window, top)
        assert (found.row.tolist(), found.key.tolist(), found.opened) == (rows.tolist(), keys.tolist(), opened)
    listed = listed_rows(part.segment, window, part.gone)
    reasons = closers(part.segment, person, asked, slice(None))
    reasons["travel"] = ~asked.in_reach[part.segment.place()]
    alone = sum(mask.astype(int) for mask in reasons.values()) == 1
    assert found.listed == listed.sum()
    assert {limit: count for limit, count in found.only_by.items() if count} == {
        limit: count for limit, mask in reasons.items() if (count := int((mask & alone & listed).sum()))
    }


@pytest.mark.parametrize("seed", range(3))
def test_a_person_made_ready_gets_what_the_library_answers_every_time(seed, always_compiled):
    case = random_person(Random(seed))  # noqa: S311 only invented cases
    person = prepare(case, DAY, load_catalogue())
    indexes = [some_index(400 + 100 * number, seed + number) for number in range(3)]
    for index in (*indexes, *indexes):
        for top, since, closed in ((5, None, False), (30, DAY - timedelta(days=2), False), (5, None, True)):
            got = person.rank(index, top=top, new_since=since, closed=closed)
            told = rank_vacancies(case, index, DAY, top=top, new_since=since, closed=closed)
            assert vacancies_json(got) == vacancies_json(told)


def test_only_the_last_two_indexes_stay_with_a_person(always_compiled):
    person = prepare(random_person(Random(1)), DAY, load_catalogue())  # noqa: S311 only invented cases
    for number in range(4):
        person.rank(some_index(100, number))
    assert len(person._asked) == 2


def test_an_order_names_vacancies_without_explaining_them(always_compiled):
    index = some_index(200, 3)
    person = prepare(random_person(Random(3)), DAY, load_catalogue())  # noqa: S311 only invented cases
    order = person.order(index, top=7)
    assert order is not None
    assert [place.rank for place in order.places] == list(range(1, len(order.places) + 1))
    shown = person.explain(index, order.places[2:4])
    assert [each.rank for each in shown] == [3, 4]
    assert person.explain(index, ()) == ()
