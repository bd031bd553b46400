"""Vacancies of several instances: kept in one database, found on all of them, and every copy may be thrown away."""

import json
import shutil
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from random import Random
from threading import Barrier, Event, Thread

import pytest

from matcher import load_catalogue
from matcher.cli.root import run
from matcher.errors import InputError
from matcher.feeds import FeedReport
from matcher.vacancies import Copying, build_index, index_info, kept_of, rank_vacancies, vacancies_json
from matcher_service.database import VACANCY, VACANCY_HEAD, Address, Database
from matcher_service.errors import IndexBusy, IndexNotHere, StorageUnreachable
from matcher_service.indexes import FileIndexes, SharedIndexes, VacancyTable, joined_notes, table
from matcher_service.keeping import back_up, export, fill, move
from tests.service.server import SECRETS
from tests.vacancies.world import DAY, person, some_vacancies, vacancy

BUREAU = "voorbeeldbureau"
REPORT = FeedReport(read=2)
NO_NOTES = {"changed": 0, "sources": [], "feeds": {}}
WEEK = timedelta(days=7)


class Instances:
    """Instances of the service as far as vacancies go, each with a folder and a clock of its own."""

    def __init__(self, database, folder):
        self.database, self.folder, self.made, self.seconds = database, folder, 0, 0.0

    def one(self, name=None, now=lambda: datetime.now(UTC)):
        self.made += 1
        place = self.folder / (name or f"instance-{self.made}")
        return SharedIndexes(place, load_catalogue, VacancyTable(self.database, now), clock=lambda: self.seconds)

    def later(self, seconds=1.0):
        self.seconds += seconds


@pytest.fixture
def instances(database, folder):
    return Instances(database, folder)


def ids(indexes, bureau=BUREAU):
    index = indexes.index(bureau)
    found = rank_vacancies(person(), index, DAY + WEEK, top=500, closed=True)
    assert len(index) == len(found.shown) + len(found.closed)
    return sorted(each.vacancy.record.id for each in (*found.shown, *found.closed))


def all_that_is_shown(indexes, on):
    ranked = rank_vacancies(person(), indexes.index(BUREAU), on, top=500, closed=True)
    shown = vacancies_json(ranked, explained=True)
    info = asdict(index_info(indexes.index(BUREAU), on))
    apart = ("segments", "generation", "bytes_per_vacancy")  # of the files, not of the vacancies
    return json.dumps(shown, default=str), {name: value for name, value in info.items() if name not in apart}


def test_what_one_instance_acknowledged_is_found_on_another_and_what_it_took_out_is_not(instances):
    here, there = instances.one(), instances.one()
    change = here.add(BUREAU, [vacancy(1), vacancy(2)], DAY, REPORT)
    assert (change.added, change.replaced, change.in_all) == (2, 0, 2)
    assert ids(here) == ids(there) == ["proef-1", "proef-2"]
    change = there.add(BUREAU, [vacancy(2, title="Receptionist avond"), vacancy(3)], DAY + WEEK, REPORT)
    assert (change.added, change.replaced, change.in_all) == (1, 1, 3)
    instances.later()
    assert here.index(BUREAU).find("proef-2").record.title == "Receptionist avond"
    assert there.remove(BUREAU, ["proef-1", "nergens"], DAY).removed == 1
    instances.later()
    assert ids(here) == ids(there) == ["proef-2", "proef-3"]


def test_an_answer_holds_for_a_second_at_most_and_who_changed_something_sees_it_at_once(instances):
    here, there = instances.one(), instances.one()
    here.add(BUREAU, [vacancy(1)], DAY, REPORT)
    assert ids(there) == ["proef-1"]
    before = there.version(BUREAU)
    here.add(BUREAU, [vacancy(2)], DAY, REPORT)
    assert ids(here) == ["proef-1", "proef-2"]
    assert there.at_hand(BUREAU) is not None
    instances.later()
    assert there.at_hand(BUREAU) is None
    assert there.version(BUREAU) != there.version(BUREAU)
    there.look()
    assert len(there.at_hand(BUREAU)) == 2
    assert there.version(BUREAU) != before


def test_a_bureau_without_vacancies_has_no_index_and_one_that_took_out_all_has_an_empty_one(instances):
    here, there = instances.one(), instances.one()
    for ask in (lambda: here.index(BUREAU), lambda: here.remove(BUREAU, ["proef-1"], DAY)):
        with pytest.raises(IndexNotHere):
            ask()
    assert here.version(BUREAU) == ""
    assert here.largest() is None
    here.add(BUREAU, [vacancy(1)], DAY, REPORT)
    here.remove(BUREAU, ["proef-1"], DAY)
    with pytest.raises(IndexNotHere):
        here.index("ander-bureau")
    assert ids(there) == []
    assert there.largest() is not None
    there.add(BUREAU, [vacancy(1)], DAY + WEEK, REPORT)
    assert ids(there) == ["proef-1"]


@pytest.mark.parametrize("seed", range(2))
def test_copies_answer_what_files_answer_whatever_was_done(instances, folder, seed):
    chance, made = Random(seed), some_vacancies(80, seed).vacancies()  # noqa: S311 not for secrets
    files = FileIndexes(folder / "files", load_catalogue)
    copies = [instances.one() for _ in range(2)]
    for step in range(5):
        on, some = DAY + timedelta(days=step), chance.sample(made, chance.randint(1, 40))
        gone = [each.record.id for each in chance.sample(made, 15)]
        report = FeedReport(read=len(some))
        done = files.add(BUREAU, some, on, report), files.remove(BUREAU, gone, on)
        one = chance.choice(copies)
        assert (one.add(BUREAU, some, on, report), one.remove(BUREAU, gone, on)) == done
        instances.later()
        if chance.random() < 0.5:
            chance.choice(copies).look()
    late = DAY + timedelta(days=chance.choice([5, 63]))
    fresh = instances.one()
    shown = all_that_is_shown(files, late)
    assert [all_that_is_shown(each, late) for each in (*copies, fresh)] == [shown] * 3


def test_a_copy_that_was_thrown_away_or_spoilt_or_made_with_other_tables_is_made_again(instances, folder):
    here = instances.one("copy")
    here.add(BUREAU, [vacancy(1), vacancy(2)], DAY, REPORT)
    place = folder / "copy" / BUREAU

    def of_other_tables():
        generation = next((place / "generations").iterdir())
        generation.write_text(generation.read_text().replace('"catalogue": "', '"catalogue": "ander'))

    for spoil in (
        lambda: shutil.rmtree(place),
        lambda: (place / "current.json").write_text("{"),
        lambda: shutil.rmtree(place / "segments"),
        of_other_tables,
    ):
        spoil()
        assert ids(instances.one("copy")) == ["proef-1", "proef-2"]


def test_nothing_is_lost_when_an_instance_stops_between_database_and_copy(instances, monkeypatch):
    here = instances.one("copy")
    here.add(BUREAU, [vacancy(1)], DAY, REPORT)

    def stop(*_):
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(Copying, "_write", stop)
        assert here.add(BUREAU, [vacancy(2)], DAY, REPORT).in_all == 2  # acknowledged: it is in the database
        assert here.remove(BUREAU, ["proef-1"], DAY).removed == 1
    assert ids(here) == ["proef-2"]
    assert ids(instances.one("copy")) == ["proef-2"]


def test_a_copy_that_cannot_be_made_leaves_the_others_as_they_should_be(instances, folder, caplog):
    instances.one().add(BUREAU, [vacancy(1)], DAY, REPORT)
    instances.one().add("ander-bureau", [vacancy(2)], DAY, REPORT)
    (folder / "copy").mkdir()
    (folder / "copy" / BUREAU).write_text("in de weg")
    for here in (instances.one("copy"), instances.one("copy")):
        here.catch_up()
        here.look()
        assert ids(here, "ander-bureau") == ["proef-2"]
        with pytest.raises(OSError):  # noqa: PT011 of whatever kind
            here.index(BUREAU)
    assert {record.message for record in caplog.records} == {"copy_failed"}


def test_of_several_that_write_at_once_nothing_is_lost(instances):
    together, faults = Barrier(4), []

    def write(indexes, number):
        try:
            together.wait()
            for step in range(3):
                some = [vacancy(number * 100 + step * 2 + each) for each in range(2)]
                indexes.add(BUREAU, [*some, vacancy(7)], DAY, REPORT)
                indexes.remove(BUREAU, [some[0].record.id], DAY)
        except Exception as error:  # noqa: BLE001 told below
            faults.append(error)

    several = [instances.one() for _ in range(4)]
    threads = [Thread(target=write, args=(each, number)) for number, each in enumerate(several, start=1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    instances.later()
    kept = sorted(["proef-7", *(f"proef-{number * 100 + step * 2 + 1}" for number in range(1, 5) for step in range(3))])
    assert [ids(each) for each in several] == [kept] * 4
    assert instances.one().index(BUREAU).generation.notes["feeds"]["api"]["read"] == 24


def test_a_first_change_and_the_one_after_it_never_wait_for_each_other(database, monkeypatch):
    """Who finds no head and waits to make one may find that another made it meanwhile, that a third one holds."""
    third_holds, faults = Event(), []
    hold_off, threads = Database.hold_off, []

    def put(number, notes):
        try:
            VacancyTable(database).put(BUREAU, kept_of([vacancy(number)], DAY), notes)
        except Exception as error:  # noqa: BLE001 told below
            faults.append(error)

    def third_notes(_):
        third_holds.set()
        return NO_NOTES

    def held_off(self, connection, which):
        monkeypatch.setattr(Database, "hold_off", hold_off)
        if database.file is None:  # an embedded database lets in one writer by itself
            put(1, joined_notes(NO_NOTES))
        hold_off(self, connection, which)
        threads.append(Thread(target=put, args=(3, third_notes)))
        threads[0].start()
        third_holds.wait(timeout=1)

    monkeypatch.setattr(Database, "hold_off", held_off)
    put(2, joined_notes(NO_NOTES))
    threads[0].join()
    assert faults == []
    assert VacancyTable(database).page(BUREAU, (0, 0)).stand.number == (3 if database.file is None else 2)


def test_a_row_that_changes_while_pages_are_read_is_copied_as_it_is_at_the_end(instances, monkeypatch):
    monkeypatch.setattr(table, "PAGE", 3)
    here, other = instances.one(), VacancyTable(instances.database)
    here.add(BUREAU, [vacancy(number) for number in range(10)], DAY, REPORT)
    pages, read = [], VacancyTable.page

    def page(self, bureau, after):
        found = read(self, bureau, after)
        if not pages:
            first, last = found.rows[0].mark, kept_of([vacancy(9)], DAY)[0].mark
            other.take_out(BUREAU, [first, last], DAY)
            other.put(BUREAU, kept_of([vacancy(11)], DAY), joined_notes(NO_NOTES))
            pages.append(first)
        return found

    with monkeypatch.context() as patched:
        patched.setattr(VacancyTable, "page", page)
        found = ids(instances.one())
    gone = {each.record.id for each in map(vacancy, range(10)) if kept_of([each], DAY)[0].mark == pages[0]}
    assert set(found) == {f"proef-{number}" for number in (*range(9), 11)} - gone


def test_a_small_change_is_read_by_itself_and_a_large_segment_is_not_written_again(instances, folder, monkeypatch):
    here = instances.one("copy")
    here.add(BUREAU, [vacancy(number) for number in range(100)], DAY, REPORT)
    large = {path.name for path in (folder / "copy" / BUREAU / "segments").iterdir()}
    rows, read = [], VacancyTable.page

    def page(self, bureau, after):
        found = read(self, bureau, after)
        rows.append(len(found.rows))
        return found

    monkeypatch.setattr(VacancyTable, "page", page)
    for number in range(200, 209):
        here.add(BUREAU, [vacancy(number)], DAY, REPORT)
    assert rows == [1] * 9
    assert large < {path.name for path in (folder / "copy" / BUREAU / "segments").iterdir()}
    assert len(here.index(BUREAU).parts) <= 6


def test_a_copy_of_a_table_that_was_put_back_from_a_backup_is_made_again(database, folder):
    instances = Instances(database, folder)
    here = instances.one("copy")
    here.add(BUREAU, [vacancy(1)], DAY, REPORT)
    back_up(database, folder / "kopie.sqlite3")
    here.add(BUREAU, [vacancy(2)], DAY, REPORT)
    restored = Database(Address.of_file(folder / "kopie.sqlite3"))
    again = Instances(restored, folder)
    assert ids(again.one("copy")) == ["proef-1"]
    shutil.rmtree(folder / "copy")
    assert ids(here) == ["proef-1", "proef-2"]
    again.one("elders").add(BUREAU, [vacancy(3)], DAY, REPORT)  # as far on as the copy is, and yet another change
    assert ids(again.one("copy")) == ["proef-1", "proef-3"]
    restored.close()


def test_what_was_taken_out_long_ago_is_forgotten_and_a_copy_that_missed_it_is_made_again(instances):
    moment = [datetime(2026, 11, 1, tzinfo=UTC)]
    here, away = instances.one("here", lambda: moment[0]), instances.one("away")
    here.add(BUREAU, [vacancy(1), vacancy(2)], DAY, REPORT)
    assert ids(away) == ["proef-1", "proef-2"]
    here.remove(BUREAU, ["proef-1"], DAY)
    moment[0] += timedelta(days=40)
    here.purge()
    here.purge()
    here.add(BUREAU, [vacancy(3)], DAY, REPORT)
    with instances.database.reading() as connection:
        assert len(connection.execute(VACANCY.select()).all()) == 2
        assert connection.execute(VACANCY_HEAD.select()).one().first_kept == 2
    instances.later()
    assert ids(here) == ids(away) == ["proef-2", "proef-3"]


def test_without_the_database_nothing_is_answered_that_is_older_than_a_second(folder):
    database = Database(Address.of_file(folder / "all.sqlite3"))
    database.prepare()
    instances = Instances(database, folder)
    here = instances.one()
    here.add(BUREAU, [vacancy(1)], DAY, REPORT)
    assert ids(here) == ["proef-1"]
    database.close()
    (folder / "all.sqlite3").unlink()
    (folder / "all.sqlite3").mkdir()
    assert ids(here) == ["proef-1"]
    instances.later()
    for ask in (lambda: here.index(BUREAU), lambda: here.add(BUREAU, [vacancy(2)], DAY, REPORT), here.look):
        with pytest.raises(StorageUnreachable):
            ask()
    assert here.at_hand(BUREAU) is None


def test_a_request_does_not_wait_for_ever_for_another_that_makes_the_copy(instances, monkeypatch):
    here = instances.one()
    here.add(BUREAU, [vacancy(1)], DAY, REPORT)
    monkeypatch.setattr("matcher_service.indexes.shared._WAIT_S", 0.0)
    VacancyTable(instances.database).take_out(BUREAU, [each.mark for each in kept_of([vacancy(1)], DAY)], DAY)
    instances.later()
    with here._opened.writing(BUREAU):
        with pytest.raises(IndexBusy):
            here.index(BUREAU)
        here.look()
    assert ids(here) == []


def test_an_index_on_disk_fills_the_database_and_one_that_was_there_keeps_its_first_day(instances, folder):
    here, catalogue = instances.one(), load_catalogue()
    here.add(BUREAU, [vacancy(1)], DAY - WEEK, REPORT)
    build_index([vacancy(1), vacancy(2)], folder / "index", DAY, catalogue, feeds={"bank": REPORT})
    from_disk = FileIndexes(folder, lambda: catalogue).index("index")
    rows = VacancyTable(instances.database)
    assert fill(rows, BUREAU, from_disk) == fill(rows, BUREAU, from_disk) == 2
    instances.later()
    ranked = rank_vacancies(person(), here.index(BUREAU), DAY)
    seen = {each.vacancy.record.id: each.first_seen for each in ranked.shown}
    assert seen == {"proef-1": (DAY - WEEK).isoformat(), "proef-2": DAY.isoformat()}
    assert set(here.index(BUREAU).generation.notes["feeds"]) == {"api", "bank"}
    with pytest.raises(InputError):
        fill(rows, "../elders", from_disk)


def test_vacancies_move_from_files_into_a_database_and_back(database, folder):
    state = folder / "state"
    files = FileIndexes(state / "indexes", load_catalogue)
    files.add(BUREAU, [vacancy(1), vacancy(2)], DAY, REPORT)
    files.add(BUREAU, [vacancy(2), vacancy(3)], DAY + WEEK, REPORT)
    files.remove(BUREAU, ["proef-1"], DAY)
    assert move(state, database).vacancies == 2
    instances = Instances(database, folder)
    late = DAY + WEEK
    assert all_that_is_shown(instances.one(), late) == all_that_is_shown(files, late)
    instances.one().add(BUREAU, [vacancy(4)], late, REPORT)
    assert export(database, folder / "terug").vacancies == 3
    back = FileIndexes(folder / "terug" / "indexes", load_catalogue)
    back.add(BUREAU, [vacancy(5)], late, REPORT)
    assert ids(back) == ["proef-2", "proef-3", "proef-4", "proef-5"]
    with pytest.raises(InputError, match="lege map"):
        export(database, state)


def test_the_command_fills_the_database_and_says_where_to_go_without_one(folder, monkeypatch, capsys):
    build_index([vacancy(1), vacancy(2)], folder / "index", DAY)
    for name, value in {**SECRETS, "MATCHER_STATE": str(folder / "state")}.items():
        monkeypatch.setenv(name, value)
    words = ["store", "fill", BUREAU, str(folder / "index")]
    assert run(words) == 2
    assert "matcher index build" in capsys.readouterr().err
    monkeypatch.setenv("MATCHER_DATABASE_URL", f"sqlite:///{folder}/all.sqlite3")
    assert run(words) == 0
    assert capsys.readouterr().out == f"Vacatures van {BUREAU} in de database: 2.\n"
