"""The pass over an index gives the answers of the slow, clear twin: every score, every reason, the whole order."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random

import numpy as np
import pytest

from matcher import load_catalogue
from matcher.domain.case import BuildUpStep
from matcher.domain.finding import VerdictKind
from matcher.vacancies import compiled_many, compiled_shares
from matcher.vacancies.asked import ask
from matcher.vacancies.bounds import bounds_of_codes
from matcher.vacancies.columns import day_number
from matcher.vacancies.compiled_best import compiled_best
from matcher.vacancies.demands import HOURS_CHANNELS
from matcher.vacancies.index import memory_index
from matcher.vacancies.judged import Judge
from matcher.vacancies.narrow_columns import narrow
from matcher.vacancies.parts import without
from matcher.vacancies.person_tables import person_tables
from matcher.vacancies.plain_pass import closers, open_rows, row_closers, score_rows
from matcher.vacancies.search import rank_vacancies
from matcher.vacancies.seeker import make_seeker
from matcher.vacancies.share import best_rows, plain_best, plain_best_of_many, window_on
from tests.vacancies.world import DAY, half_told, person, random_person, some_vacancies

PERSONS = 12


@pytest.mark.parametrize("seed", range(PERSONS))
def test_every_score_every_reason_and_the_order_equal_those_of_the_one_by_one_comparison(seed):
    made = some_vacancies(120, seed)
    rng = Random(seed)  # noqa: S311 only invented cases
    vacancies = [half_told(each, rng) if seed % 2 else each for each in made.vacancies()]
    index = memory_index(vacancies, DAY)
    judge = Judge(make_seeker(random_person(Random(seed)), DAY, load_catalogue()))  # noqa: S311 only invented cases
    person = person_tables(judge)
    part = index.parts[0]
    asked = ask(person, part.segment)
    rows = np.arange(len(part.segment))
    scored = score_rows(part.segment, person, asked, rows)
    reasons = closers(part.segment, person, asked, rows)
    reasons["travel"] = ~asked.in_reach[part.segment.place()]
    opened = set(open_rows(part.segment, person, asked, window_on(DAY), part.gone).tolist())
    slow = {v.record.id: judge(v) for v in vacancies}
    for row in rows.tolist():
        each = slow[part.segment.records[row].record.id]
        assert scored.score[row] == each.score == sum(c.points for c in each.contributions)
        assert scored.key[row] == each.score - each.wait
        assert {limit for limit, mask in reasons.items() if mask[row]} == {c.limit for c in each.closed_by}
        assert (row in opened) == each.is_open
        assert bool(each.verdict.exceeding) == any(
            mask[row] for limit, mask in reasons.items() if limit in each.verdict.exceeding
        )
    best = best_rows(index.parts, person, [asked], window_on(DAY), 200)
    order = sorted(
        (
            -(slow[part.segment.records[row].record.id].score - slow[part.segment.records[row].record.id].wait),
            int(part.segment.mark[row]),
            row,
        )
        for row in opened
    )
    assert [row for _, row in best.rows] == [row for _, _, row in order]
    assert best.count == len(opened)


@pytest.mark.parametrize("seed", range(PERSONS))
def test_the_compiled_pass_and_the_plain_pass_answer_the_same(seed):
    made = some_vacancies(3000, seed)
    index = (
        memory_index(made.vacancies(), DAY) if seed % 4 == 0 else memory_index(made.vacancies()[: 64 * seed + 1], DAY)
    )
    judge = Judge(make_seeker(random_person(Random(seed + 100)), DAY, load_catalogue()))  # noqa: S311 only invented cases
    person = person_tables(judge)
    part = index.parts[0]
    asked = ask(person, part.segment)
    for top in (1, 20, 5000):
        fast = compiled_best(part, person, asked, window_on(DAY), top)
        plain = plain_best(part, person, asked, window_on(DAY), top)
        assert fast[0].tolist() == plain[0].tolist()
        assert fast[1].tolist() == plain[1].tolist()
        assert fast[2] == plain[2]


@pytest.mark.parametrize("seed", range(4))
def test_a_limit_alone_closes_as_many_vacancies_as_open_without_it(seed):
    vacancies = some_vacancies(300, seed).vacancies()
    index = memory_index(vacancies, DAY)
    ranked = rank_vacancies(random_person(Random(seed)), index, DAY, top=400, closed=True)  # noqa: S311 only invented cases
    counted: dict[str, int] = {}
    for each in ranked.closed:
        limits = {closer.limit for closer in each.closed_by}
        if len(limits) == 1:
            name = next(iter(limits))
            counted[name] = counted.get(name, 0) + 1
    assert counted == dict(ranked.only_by)
    assert len(ranked.shown) + len(ranked.closed) == ranked.listed_count == 300


def test_a_build_up_step_leaves_a_question_in_every_vacancy_and_the_pass_over_the_index_agrees():
    case = person([{"item": "V.5", "levels": [1]}])
    step = BuildUpStep(from_date=DAY - timedelta(days=30), hours_per_day=Decimal(2), hours_per_week=Decimal(8))
    building = case.model_copy(update={"forms": (case.forms[0].model_copy(update={"build_up": (step,)}),)})
    vacancies = some_vacancies(60, 3).vacancies()
    index = memory_index(vacancies, DAY)
    part = index.parts[0]
    judges = [Judge(make_seeker(each, DAY, load_catalogue())) for each in (case, building)]
    before, after = ({v.record.id: judge(v) for v in vacancies} for judge in judges)
    assert any(each.verdict.kind is VerdictKind.WITHIN for each in before.values())
    assert not any(each.verdict.kind is VerdictKind.WITHIN for each in after.values())
    assert all(after[mark].verdict.points == before[mark].verdict.points + 1 for mark in before)
    tables = person_tables(judges[1])
    rows = np.arange(len(part.segment))
    scored = score_rows(part.segment, tables, ask(tables, part.segment), rows)
    assert [after[part.segment.records[row].record.id].score for row in rows.tolist()] == scored.score.tolist()


@pytest.mark.parametrize("seed", range(4))
def test_words_in_reach_divided_over_threads_or_none_in_reach_answer_the_same(seed, monkeypatch):
    monkeypatch.setattr(compiled_shares, "_ROWS_PER_THREAD", 64)
    index = memory_index(some_vacancies(3000, seed).vacancies(), DAY)
    judge = Judge(make_seeker(random_person(Random(seed + 200)), DAY, load_catalogue()))  # noqa: S311 only invented cases
    person, part = person_tables(judge), index.parts[0]
    asked = ask(person, part.segment)
    some = asked.stretches[:: seed + 2]
    in_reach = np.zeros_like(asked.in_reach)
    in_reach[some[:, 2]] = True
    nothing = np.zeros_like(asked.in_reach)
    for against in (
        replace(asked, stretches=some, in_reach=in_reach),
        replace(asked, stretches=asked.stretches[:0], in_reach=nothing),
    ):
        plain = plain_best(part, person, against, window_on(DAY), 30)
        for threads in (1, 3, 7):
            fast = compiled_best(part, person, against, window_on(DAY), 30, threads)
            assert fast[0].tolist() == plain[0].tolist()
            assert fast[2] == plain[2]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("count", [1, 5, 20])
def test_persons_who_share_a_pass_get_the_answers_that_each_gets_alone(seed, count, monkeypatch):
    monkeypatch.setattr(compiled_many, "_SHARED_FROM", 0)
    index = memory_index(some_vacancies(3000, seed).vacancies(), DAY)
    gone = without(index.parts, [(0, row) for row in range(seed, 3000, 7)])
    part = gone[0]
    judges = [
        Judge(make_seeker(random_person(Random(1000 * seed + number)), DAY, load_catalogue()))  # noqa: S311 invented
        for number in range(count)
    ]
    persons = [person_tables(judge) for judge in judges]
    asked = [ask(each, part.segment) for each in persons]
    opened = 0
    for top, since in ((1, 0), (20, 0), (4000, 0), (20, day_number(DAY) - 20)):
        window = replace(window_on(DAY), new_since=since)
        plain = plain_best_of_many(part, persons, asked, window, top)
        for threads in (1, 2):
            fast = compiled_many.compiled_best_of_many(part, persons, asked, window, top, threads)
            for one, other in zip(fast, plain, strict=True):
                assert one[0].tolist() == other[0].tolist()
                assert one[1].tolist() == other[1].tolist()
                assert one[2] == other[2]
        opened += sum(each[2] for each in plain)
    assert opened > 0


@pytest.mark.parametrize("seed", range(PERSONS))
def test_no_row_comes_to_more_than_the_bound_of_its_code_and_a_byte_is_nought_only_where_it_closes(seed):
    made = some_vacancies(300, seed)
    rng = Random(seed)  # noqa: S311 only invented cases
    index = memory_index([half_told(each, rng) if seed % 2 else each for each in made.vacancies()], DAY)
    person = person_tables(Judge(make_seeker(random_person(Random(seed + 400)), DAY, load_catalogue())))  # noqa: S311
    segment = index.parts[0].segment
    asked, columns, rows = ask(person, segment), narrow(segment), np.arange(len(segment))
    bounds = bounds_of_codes(segment, person, asked)
    value = bounds.code[columns.code[: len(rows)]].astype(np.int64)
    near = asked.place_points[segment.place()]
    highest = bounds.low + value * bounds.step - 1 + near
    keys = score_rows(segment, person, asked, rows).key
    assert np.all((value == 0) | (keys <= highest))
    closed = row_closers(segment, person, asked, rows)
    by_work = closed["education"] | closed["law"] | closed["stage"]
    assert ((value == 0) == by_work).all()
    by_choice = closed["requirement"] | np.any([closed.get(code, by_work & False) for code in HOURS_CHANNELS], axis=0)
    assert ((bounds.choice[columns.choice[: len(rows)]] == 0) == by_choice).all()
