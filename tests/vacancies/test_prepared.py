"""A person made ready once gets the ranking of the library, each time and from each index."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from matcher import load_catalogue
from matcher.vacancies import (
    Index,
    Ranked,
    build_index,
    memory_index,
    open_index,
    prepare,
    rank_vacancies,
    remove_from_index,
    share,
    update_index,
    vacancies_json,
)
from matcher.vacancies.asked import ask
from matcher.vacancies.compiled_standing import compiled_standing
from matcher.vacancies.plain_pass import closers, listed_rows
from matcher.vacancies.share import plain_best, window_on
from matcher.vacancies.standing import plain_standing
from tests.vacancies.world import DAY, random_person, some_vacancies


@pytest.fixture(params=[1, 1_000_000_000], ids=["compiled", "plain"])
def either_way(request, monkeypatch):
    """Once with the compiled pass and once with the one in numpy."""
    monkeypatch.setattr(share, "_COMPILED_FROM", request.param)


def some_index(count: int, seed: int) -> Index:
    """An index with one row in nine gone."""
    made = memory_index(some_vacancies(2500, seed % 2).vacancies()[:count], DAY, name="proef")
    part = made.parts[0]
    gone = part.gone.copy()
    for row in range(0, count, 9):
        gone[row // 64] |= type(gone[0])(1 << row % 64)
    return replace(made, generation=replace(made.generation, parts=(replace(part, gone=gone),)))


def joined(indexes: list[Index]) -> Index:
    """One index with the segments of several, as one that was updated has."""
    parts = tuple(replace(each.parts[0], name=f"deel-{n}") for n, each in enumerate(indexes))
    return replace(indexes[0], generation=replace(indexes[0].generation, parts=parts))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("stand", [plain_standing, compiled_standing])
def test_what_stands_open_is_what_a_look_at_every_row_finds(seed, stand):
    index = some_index(64 * 4 * seed + 65, seed)
    part = index.parts[0]
    person = prepare(random_person(Random(seed + 300)), DAY, load_catalogue()).tables  # noqa: S311 only invented cases
    asked, window = ask(person, part.segment), window_on(DAY, DAY - timedelta(days=seed) if seed % 3 else None)
    found = stand(part, person, asked, window)
    for top in (1, 2, 20, 100, 5000):
        rows, keys, opened = plain_best(part, person, asked, window, top)
        best = found.best(top)
        assert (best[0].tolist(), best[1].tolist(), found.opened) == (rows.tolist(), keys.tolist(), opened)
    listed = listed_rows(part.segment, window, part.gone)
    reasons = closers(part.segment, person, asked, slice(None))
    reasons["travel"] = ~asked.in_reach[part.segment.place()]
    alone = sum(mask.astype(int) for mask in reasons.values()) == 1
    assert found.listed == listed.sum()
    assert {limit: count for limit, count in found.only_by.items() if count} == {
        limit: count for limit, mask in reasons.items() if (count := int((mask & alone & listed).sum()))
    }


@pytest.mark.parametrize("stand", [plain_standing, compiled_standing])
def test_nothing_stands_open_on_a_day_without_vacancies(stand):
    part = some_index(130, 1).parts[0]
    person = prepare(random_person(Random(1)), DAY, load_catalogue()).tables  # noqa: S311 only invented cases
    found = stand(part, person, ask(person, part.segment), window_on(DAY - timedelta(days=900)))
    assert (found.opened, found.listed, len(found.words)) == (0, 0, 0)
    assert [len(each) for each in found.best(20)] == [0, 0]


@pytest.mark.parametrize("seed", range(3))
def test_a_person_made_ready_gets_what_the_library_answers_every_time(seed, either_way):
    case = random_person(Random(seed))  # noqa: S311 only invented cases
    person = prepare(case, DAY, load_catalogue())
    indexes = [some_index(400 + 100 * number, seed + number) for number in range(3)]
    several = joined(indexes[:2])
    for index in (*indexes, several, *indexes, several):
        for top, since, closed in ((5, None, False), (30, DAY - timedelta(days=2), False), (5, None, True)):
            got = person.rank(index, top=top, new_since=since, closed=closed)
            told = rank_vacancies(case, index, DAY, top=top, new_since=since, closed=closed)
            assert vacancies_json(got) == vacancies_json(told)


def test_new_ones_are_counted_and_ordered_by_themselves_on_every_day_asked(either_way):
    case, index = random_person(Random(7)), some_index(700, 7)  # noqa: S311 only invented cases
    person = prepare(case, DAY, load_catalogue())
    for days in (None, 1, 3, 9, 1, None):
        since = None if days is None else DAY - timedelta(days=days)
        got = person.rank(index, top=9, new_since=since)
        assert vacancies_json(got) == vacancies_json(rank_vacancies(case, index, DAY, top=9, new_since=since))


def test_a_vacancy_that_came_went_or_ran_out_is_seen_at_once(tmp_path, either_way):
    case, catalogue = random_person(Random(5)), load_catalogue()  # noqa: S311 only invented cases
    made = some_vacancies(500, 5).vacancies()
    build_index(made[:300], tmp_path, DAY, catalogue)
    person = prepare(case, DAY, catalogue)

    def looked() -> Ranked:
        index = open_index(tmp_path, catalogue)
        got = person.rank(index, top=40)
        assert vacancies_json(got) == vacancies_json(rank_vacancies(case, index, DAY, top=40))
        return got

    first = looked()
    update_index(made[250:], tmp_path, DAY, catalogue)
    more = looked()
    assert more.listed_count > first.listed_count
    best = more.shown[0].vacancy.record.id
    remove_from_index([best], tmp_path, DAY, catalogue)
    assert best not in {each.vacancy.record.id for each in looked().shown}
    later, index = DAY + timedelta(days=40), open_index(tmp_path, catalogue)
    got = prepare(case, later, catalogue).rank(index, top=40)
    assert vacancies_json(got) == vacancies_json(rank_vacancies(case, index, later, top=40))
    assert got.listed_count < more.listed_count


def test_only_the_last_two_indexes_and_windows_stay_with_a_person():
    person = prepare(random_person(Random(1)), DAY, load_catalogue())  # noqa: S311 only invented cases
    for number in range(4):
        index = some_index(100, number)
        for days in range(4):
            person.order(index, new_since=DAY - timedelta(days=days))
    assert len(person._against) == 2
    assert [len(each.standing) for each in person._against.values()] == [2, 2]


def test_vacancies_without_records_are_counted_and_never_shown(either_way):
    index = some_index(200, 3)
    part = index.parts[0]
    bare = replace(part, segment=replace(part.segment, records=None))
    case = random_person(Random(3))  # noqa: S311 only invented cases
    got = prepare(case, DAY, load_catalogue()).rank(replace(index, generation=replace(index.generation, parts=(bare,))))
    told = rank_vacancies(case, index, DAY)
    assert (got.shown, got.open_count, got.only_by) == ((), told.open_count, told.only_by)


def test_an_order_names_vacancies_without_explaining_them():
    index = some_index(200, 3)
    person = prepare(random_person(Random(3)), DAY, load_catalogue())  # noqa: S311 only invented cases
    order = person.order(index, top=7)
    assert [place.rank for place in order.places] == list(range(1, len(order.places) + 1))
    shown = person.explain(index, order.places[2:4])
    assert [each.rank for each in shown] == [3, 4]
    assert person.explain(index, ()) == ()
