"""Watching an index: shares that add up, what moved is told, what did not is not, and nobody is in it."""

import json
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from matcher import load_catalogue
from matcher.cli.root import run
from matcher.errors import FileUnreadable
from matcher.feeds import FeedReport, Refusal
from matcher.vacancies import (
    build_index,
    look_at,
    look_json,
    memory_index,
    open_index,
    read_look,
    signals,
    update_index,
)
from matcher.vacancies.demands import stated_demands
from tests.vacancies.world import DAY, half_told, hours, some_vacancies, vacancy

MANY = some_vacancies(210, 3).vacancies()
LOOK = look_at(memory_index(MANY, DAY), DAY)
BROKEN = FeedReport(read=90, refused=(Refusal(3, "geen geldige JSON."),) * 4, refused_count=10)


def test_the_share_of_unknown_per_channel_is_the_one_counted_one_by_one():
    rng, catalogue = Random(5), load_catalogue()  # noqa: S311 made-up vacancies
    made = [half_told(each, rng) for each in MANY[:80]]
    found = look_at(memory_index(made, DAY), DAY).unknown_pct
    for number, code in enumerate(catalogue.channels):
        unknown = 0
        for each in made:
            row = catalogue.index.get(each.occupation_id or "")
            said = stated_demands(each).get(code)
            tells = said is not None and any(share is not None for share in said.demand.within_pct)
            by_hours = code in {"VI.2", "VI.3"} and each.hours is not None
            unknown += not (tells or by_hours or (row is not None and catalogue.mark[row, number]))
        assert found[code] == pytest.approx(100 * unknown / len(made), abs=0.06), code


def test_bands_and_verdicts_are_shares_of_a_whole():
    assert sum(LOOK.title_pct.values()) == pytest.approx(100, abs=0.5)
    for shares in LOOK.verdict_pct.values():
        assert set(shares) == {"within_capacity", "possible", "exceeds"}
        assert sum(shares.values()) == pytest.approx(100, abs=0.5)
    assert set(LOOK.verdict_pct) == {"thuishulp", "magazijn"}


def test_the_same_vacancies_in_another_order_give_the_same_look():
    assert look_at(memory_index(list(reversed(MANY)), DAY), DAY) == LOOK


def test_nothing_moved_is_nothing_to_look_at():
    assert signals(LOOK, LOOK) == ()


def test_what_is_no_longer_known_is_told_with_both_shares():
    poorer = [replace(each, occupation_id=None, hours=None, occupation_probability=0.0) for each in MANY]
    found = signals(look_at(memory_index(poorer, DAY), DAY), LOOK)
    subjects = {each.subject for each in found}
    assert {"unknown", "missing", "title", "verdict"} <= subjects
    work = next(each for each in found if (each.subject, each.name) == ("missing", "occupation"))
    assert (work.before_pct, work.now_pct) == (LOOK.missing_pct["occupation"], 100.0)
    assert all(abs(each.now_pct - each.before_pct) >= each.limit_points for each in found)


def test_few_vacancies_are_not_compared():
    few = look_at(memory_index([vacancy(n, hours=hours("24")) for n in range(20)], DAY), DAY)
    assert signals(few, LOOK) == ()


def test_an_index_without_open_vacancies_has_no_shares():
    look = look_at(memory_index([], DAY), DAY)
    assert (look.vacancies, look.sampled, look.unknown_pct, look.verdict_pct) == (0, 0, {}, {})


def test_a_feed_is_counted_by_day_and_told_when_too_much_of_it_is_refused(tmp_path):
    place = tmp_path / "index"
    build_index(MANY[:3], place, DAY, feeds={"bank": FeedReport(read=100)})
    before = look_at(open_index(place), DAY)
    assert signals(before, None) == ()
    later = DAY + timedelta(days=7)
    update_index(MANY[3:4], place, later, feeds={"bank": BROKEN})
    update_index(MANY[4:5], place, later, feeds={"bank": FeedReport(read=50)})
    now = look_at(open_index(place), later)
    bank = now.feeds["bank"]
    assert (bank.on, bank.read, sum(bank.refused.values())) == (later, 140, 10)
    assert bank.refused["geen geldige JSON."] == 4
    (signal,) = signals(now, before)
    assert (signal.subject, signal.name, signal.now_pct) == ("refused", "bank", 6.7)
    (alone,) = signals(now, None)
    assert alone.before_pct is None


def test_a_look_is_read_back_as_it_was_written(tmp_path):
    build_index(MANY[:5], tmp_path / "index", DAY, feeds={"bank": BROKEN})
    look = look_at(open_index(tmp_path / "index"), DAY)
    path = tmp_path / "look.json"
    path.write_text(json.dumps(look_json(look)), encoding="utf-8")
    assert read_look(path) == look


@pytest.mark.parametrize("content", ["", "[]", '{"schema": "matcher/drift/1"}', '{"schema": "x"}', "[" * 100_000])
def test_another_file_as_earlier_look_is_refused_with_what_to_give(tmp_path, content):
    path = tmp_path / "look.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FileUnreadable, match="matcher drift"):
        read_look(path)


def test_the_command_says_what_to_look_at_with_its_exit_code(tmp_path, capsys):
    feed = tmp_path / "bank.jsonl"
    line = '{"id": %d, "titel": "Receptionist", "tekst": "Je ontvangt bezoekers, 24 uur per week."}\n'
    feed.write_text("".join(line % n for n in range(8)), encoding="utf-8")
    on = ["--on", DAY.isoformat()]
    assert run(["index", "build", str(feed), str(tmp_path / "index"), *on]) == 0
    capsys.readouterr()
    assert run(["drift", str(tmp_path / "index"), "--format", "json", *on]) == 0
    (tmp_path / "base.json").write_text(capsys.readouterr().out, encoding="utf-8")
    feed.write_text("".join(line % n for n in range(8)) + "{geen json\n" * 2, encoding="utf-8")
    assert run(["index", "update", str(feed), str(tmp_path / "index"), *on]) == 0
    capsys.readouterr()
    assert run(["drift", str(tmp_path / "index"), "--baseline", str(tmp_path / "base.json"), *on]) == 1
    out = capsys.readouterr().out
    assert "Feed bank: 11,1%, dat was 0% niet gelezen." in out
    assert all(len(each) <= 80 for each in out.splitlines())
    assert run(["drift", str(tmp_path / "nergens"), *on]) == 2
