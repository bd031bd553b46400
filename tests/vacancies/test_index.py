"""An index keeps what was reported as done, opens whatever happened, and lets one writer in at a time."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from matcher.errors import FileUnreadable
from matcher.vacancies import build_index, index_info, open_index, rank_vacancies, remove_from_index, update_index
from matcher.vacancies.columns import day_of
from matcher.vacancies.records import decode, encode
from matcher.vacancies.segment import FIRST_SEEN
from matcher.vacancies.store import writing
from tests.vacancies.world import DAY, asks, hours, person, some_vacancies, vacancy, wage

ROOT = Path(__file__).parents[2]
WEEK = timedelta(days=7)


def test_what_was_built_can_be_found_and_shown_again(tmp_path):
    made = some_vacancies(60, 1).vacancies()
    change = build_index(made, tmp_path / "index", DAY)
    index = open_index(tmp_path / "index")
    assert change.in_all == len(index) == 60
    for each in made:
        found = index.find(each.record.id)
        assert found == replace(each, record=replace(each.record, text=""))
    assert index.find("nergens") is None


def test_a_record_is_read_back_as_it_was_understood():
    one = vacancy(5, hours=hours("24", "32"), wage=wage("15.20"), demands=(asks("IV.13", 1),), expires=DAY)
    assert decode(encode(one)) == one


def test_an_update_adds_replaces_and_keeps_the_day_on_which_a_vacancy_was_first_seen(tmp_path):
    place = tmp_path / "index"
    build_index([vacancy(1), vacancy(2)], place, DAY)
    change = update_index([vacancy(2, title="Receptionist avond"), vacancy(3)], place, DAY + WEEK)
    assert (change.added, change.replaced, change.in_all) == (1, 1, 3)
    index = open_index(place)
    assert index.find("proef-2").record.title == "Receptionist avond"
    ranked = rank_vacancies(person(), index, DAY + WEEK)
    seen = {each.vacancy.record.id: each.first_seen for each in ranked.shown}
    assert seen == {"proef-1": "2026-11-23", "proef-2": "2026-11-23", "proef-3": "2026-11-30"}
    fresh = rank_vacancies(person(), index, DAY + WEEK, new_since=DAY + WEEK)
    assert [each.vacancy.record.id for each in fresh.shown] == ["proef-3"]


def test_many_updates_end_in_few_segments_with_every_vacancy_once(tmp_path):
    place, made = tmp_path / "index", some_vacancies(200, 2).vacancies()
    build_index(made[:50], place, DAY)
    for step in range(15):
        update_index(made[step * 10 : step * 10 + 60], place, DAY + timedelta(days=step))
    index = open_index(place)
    assert len(index) == 200
    assert len(index.parts) <= 7
    assert len(list((place / "segments").iterdir())) == len(index.parts)
    first = index.find(made[0].record.id)
    assert first is not None
    for part in index.parts:
        assert all(day_of(int(day)) <= DAY + timedelta(days=15) for day in part.segment.rows[:, FIRST_SEEN])
    whole = build_whole(made, tmp_path / "whole")
    late = DAY + timedelta(days=15)
    a, b = (rank_vacancies(person(), each, late, top=300) for each in (index, whole))
    assert [(v.vacancy.record.id, v.score) for v in a.shown] == [(v.vacancy.record.id, v.score) for v in b.shown]
    assert a.only_by == b.only_by


def build_whole(made, place):
    build_index(made, place, DAY + timedelta(days=14))
    return open_index(place)


def test_a_removed_vacancy_is_gone_and_an_unknown_one_changes_nothing(tmp_path):
    build_index([vacancy(1), vacancy(2)], tmp_path, DAY)
    assert remove_from_index(["proef-1", "nergens"], tmp_path, DAY).removed == 1
    index = open_index(tmp_path)
    assert index.find("proef-1") is None
    assert [each.vacancy.record.id for each in rank_vacancies(person(), index, DAY).shown] == ["proef-2"]


def test_an_expired_vacancy_and_one_that_no_feed_had_for_long_are_not_listed(tmp_path):
    build_index([vacancy(1, expires=DAY + WEEK), vacancy(2)], tmp_path, DAY)
    index = open_index(tmp_path)

    def listed(days):
        return [v.vacancy.record.id for v in rank_vacancies(person(), index, DAY + timedelta(days=days)).shown]

    assert sorted(listed(7)) == ["proef-1", "proef-2"]
    assert listed(8) == ["proef-2"]
    assert listed(61) == []
    assert index_info(index, DAY + timedelta(days=61)).expired == 2


def test_a_second_writer_is_refused_while_readers_go_on(tmp_path):
    build_index([vacancy(1)], tmp_path, DAY)
    with writing(tmp_path):
        with pytest.raises(FileUnreadable, match="bijgewerkt"):
            update_index([vacancy(2)], tmp_path, DAY)
        assert len(open_index(tmp_path)) == 1


def test_a_reader_keeps_what_it_opened_while_a_writer_replaces_it(tmp_path):
    build_index([vacancy(1)], tmp_path, DAY)
    before = open_index(tmp_path)
    build_index([vacancy(2)], tmp_path, DAY)
    assert before.find("proef-1") is not None
    assert open_index(tmp_path).find("proef-1") is None


@pytest.mark.parametrize("pointer", ["", "{}", '{"generation": "x"}', '{"generation": 9}'])
def test_another_format_is_refused_with_what_to_do(tmp_path, pointer):
    build_index([vacancy(1)], tmp_path, DAY)
    (tmp_path / "current.json").write_text(pointer, encoding="utf-8")
    if pointer == '{"generation": 9}':
        (tmp_path / "generations" / "9.json").write_text(json.dumps({"format": 99}), encoding="utf-8")
    with pytest.raises(FileUnreadable, match="Bouw hem opnieuw"):
        open_index(tmp_path)


def test_a_folder_with_other_files_is_never_overwritten(tmp_path):
    (tmp_path / "brief.txt").write_text("van iemand anders", encoding="utf-8")
    with pytest.raises(FileUnreadable, match="iets anders"):
        build_index([vacancy(1)], tmp_path, DAY)
    with pytest.raises(FileUnreadable, match="geen index"):
        open_index(tmp_path)


WRITER = """
import sys
from datetime import date
from pathlib import Path
from tests.vacancies.world import DAY, vacancy
from matcher.vacancies import update_index
place, first = Path(sys.argv[1]), int(sys.argv[2])
for number in range(first, first + 1000, 5):
    update_index([vacancy(n) for n in range(number, number + 5)], place, DAY)
    print(number + 4, flush=True)
"""


def kill_and_look(place: Path, rounds: int, seed: int) -> int:
    """Kill a writer at random moments; answer how many vacancies were reported as done. Each must still be there."""
    rng, done = random.Random(seed), 0  # noqa: S311 only invented cases
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    for _ in range(rounds):
        command = [sys.executable, "-c", WRITER, str(place), str(done + 1)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as writer:
            assert writer.stdout is not None
            line = writer.stdout.readline()
            time.sleep(rng.random() * 0.4)
            writer.send_signal(signal.SIGKILL)
            lines = [line, *writer.stdout.read().splitlines()]
        done = max([int(text) for text in lines if text.strip()], default=done)
        index = open_index(place)
        assert len(index) >= done
        assert all(index.find(f"proef-{number}") is not None for number in range(1, done + 1))
        assert len(rank_vacancies(person(), index, DAY, top=5).shown) == 5
    return done


def test_a_writer_killed_at_random_moments_loses_nothing_that_it_reported(tmp_path):
    build_index([vacancy(0)], tmp_path / "index", DAY)
    assert kill_and_look(tmp_path / "index", 3, seed=7) > 0


def test_a_small_update_does_not_write_a_large_segment_again(tmp_path):
    build_index([vacancy(number) for number in range(100)], tmp_path, DAY)
    large = next((tmp_path / "segments").iterdir()).name
    for number in range(100, 112):
        assert update_index([vacancy(number)], tmp_path, DAY).in_all == number + 1
    index = open_index(tmp_path)
    assert index.parts[0].name == large
    assert len(index.parts) <= 6
    assert len(index) == 112
