"""One database for several instances: addresses, revisions forth and back, keys, audit log, moving house."""

import json
import math
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from threading import Thread

import httpx
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import delete, insert, select, text, update

import matcher
from matcher import DataError, InputError
from matcher.cli.root import run
from matcher.vacancies import kept_of, marks_in
from matcher_service import Settings, create_app, read_settings
from matcher_service.access import KeyBook, KeyTable, Scope
from matcher_service.audit import AuditFile, AuditTable, Entry, Head, Trail, audit_lines, verify_chain
from matcher_service.database import ACCESS, AUDIT_HEAD, AUDIT_LINE, METADATA, Address, Database, read_address
from matcher_service.errors import KeyMissing, SettingsInvalid, StorageUnreachable
from matcher_service.indexes import VacancyTable, joined_notes
from matcher_service.keeping import Keeping, back_up, export, move
from matcher_service.store import Dossiers, Holder
from tests.made_up import raw_case
from tests.service.apart import run_apart
from tests.service.server import JSON, SECRETS, make_key
from tests.vacancies.world import DAY, vacancy

KEY = b"k" * 32
NO_NOTES = {"changed": 0, "sources": ["proef"], "feeds": {}}
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MINE = Holder("voorbeeldbureau", "abcd2345")
LAST = date(2027, 11, 22)
BEFORE_REVISIONS = """
CREATE TABLE dossier (
    bureau TEXT NOT NULL, mark TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL, keep_until TEXT NOT NULL,
    versions INTEGER NOT NULL, sealed_key BLOB NOT NULL, PRIMARY KEY (bureau, mark)
) STRICT;
CREATE TABLE version (
    bureau TEXT NOT NULL, mark TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, key_id TEXT NOT NULL,
    sealed BLOB NOT NULL, PRIMARY KEY (bureau, mark, number),
    FOREIGN KEY (bureau, mark) REFERENCES dossier (bureau, mark) ON DELETE CASCADE
) STRICT;
CREATE TABLE access (
    bureau TEXT NOT NULL, mark TEXT NOT NULL, at TEXT NOT NULL, key_id TEXT NOT NULL, action TEXT NOT NULL,
    FOREIGN KEY (bureau, mark) REFERENCES dossier (bureau, mark) ON DELETE CASCADE
) STRICT;
CREATE INDEX access_of ON access (bureau, mark);
CREATE INDEX dossier_ends ON dossier (keep_until);
PRAGMA user_version = 1;
"""
"""The tables as version 0.1.0 of the service made them."""
OLD_TABLES = {
    "SELECT * FROM dossier": "INSERT INTO dossier VALUES (?, ?, ?, ?, ?, ?, ?)",
    "SELECT * FROM version": "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?)",
    "SELECT bureau, mark, at, key_id, action FROM access": "INSERT INTO access VALUES (?, ?, ?, ?, ?)",
}


def a_case(mark="verzonnen-1"):
    return matcher.read_case_text(json.dumps({**raw_case(), "id": mark}), "json").case


def filled(database, lines=5):
    """Fill a database with a dossier of two versions, a key that was rotated and a chain."""
    store = Dossiers(database, KEY, now=lambda: NOON)
    mark = store.create(MINE, a_case(), LAST).dossier
    store.add(MINE, mark, a_case("verzonnen-2"), after=1)
    for action in ("zoekprofiel.jobs", "read", "zoekprofiel.coach"):
        store.read(MINE, mark, action=action)
    book = KeyBook(KeyTable(database))
    fresh = book.rotate(book.create("voorbeeldbureau", (Scope.MATCH, Scope.INDEX), days=30).key_id)
    trail = Trail(AuditTable(database), KEY)
    written = [trail.begin(Entry("zoekprofiel", key_id="abcd2345", request_id=str(n))) for n in range(lines)]
    assert written[-1].result().number == lines
    trail.close()
    vacancies = VacancyTable(database)
    for day in (DAY, DAY + timedelta(days=1)):
        vacancies.put("voorbeeldbureau", kept_of([vacancy(1), vacancy(2)], day), joined_notes(NO_NOTES))
    vacancies.take_out("voorbeeldbureau", marks_in(["proef-1"]), DAY)
    return mark, fresh


def what_is_in(database):
    """Every row of every table, in the order of the tables."""
    with database.reading() as connection:
        rows = {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for table in METADATA.sorted_tables
        }
    rows["access"] = [row[1:] for row in rows["access"]]  # numbers are given out anew; their order stays
    return rows


def changes_aside(rows):
    """The same without how the vacancies came about: files do not tell."""
    vacancies = [row[:-1] for row in rows["vacancy"] if row[2] is not None]
    return {**rows, "vacancy": vacancies, "vacancy_head": None, "vacancy_change": None}


# Addresses


@pytest.mark.parametrize(
    "text",
    [
        "qzxgeheim",
        "postgresql://u:qzxgeheim@",
        "postgresql://u:qzxgeheim@localhost",
        "mysql://u:qzxgeheim@localhost/x",
        "postgresql://u:qzxgeheim@db.voorbeeld/matcher",
        "postgresql://u:qzxgeheim@localhost:qzxgeheim/matcher",
        "sqlite://",
    ],
)
def test_an_address_that_cannot_be_used_is_refused_without_any_part_of_it(text):
    with pytest.raises(SettingsInvalid) as refused:
        read_settings({"MATCHER_DATABASE_URL": text, **SECRETS})
    assert "MATCHER_DATABASE_URL" in str(refused.value)
    assert "qzx" not in str(refused.value)
    assert "voorbeeld" not in str(refused.value)


def test_an_address_may_stand_in_a_file_and_is_never_shown(folder):
    (folder / "database").write_text("postgresql://u:qzxgeheim@localhost/matcher\n")
    settings = read_settings({"MATCHER_DATABASE_URL_FILE": str(folder / "database"), **SECRETS})
    assert settings.database_url is not None
    assert settings.database_url.file is None
    assert "qzx" not in repr(settings) + repr(settings.database_url) + str(settings.database_url)


def test_a_server_elsewhere_is_accepted_when_somebody_chose_how_the_line_is_protected():
    assert read_address("postgresql://u:geheim@db.voorbeeld/matcher?sslmode=verify-full").file is None


def test_a_server_that_is_not_there_or_refuses_is_told_without_its_address(postgres_server, folder):
    right = postgres_server.fresh()
    for wrong in (
        "postgresql://u:qzxgeheim@127.0.0.1:1/matcher",
        right.replace("qzx-geheim-wachtwoord", "qzxanders"),
        f"sqlite:///{folder}/nergens/../bestand/x/y.sqlite3",
    ):
        (folder / "bestand").touch()
        with closing(Database(read_address(wrong))) as database, pytest.raises(StorageUnreachable) as refused:
            database.prepare()
        assert "qzx" not in str(refused.value)
        assert "127.0.0.1" not in str(refused.value)


# Revisions


def test_the_tables_are_those_that_the_revisions_make(database):
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_a_filled_database_goes_back_and_forth_without_losing_anything(database):
    mark, fresh = filled(database)
    before = what_is_in(database)
    assert len(before["vacancy"]) == 2
    database.roll_back("0002")
    assert database.revision() == "0002"
    with database.reading() as connection:
        columns = connection.execute(text("SELECT * FROM access")).keys()
    assert "number" not in columns
    database.prepare()
    assert database.revision() == "0004"
    assert what_is_in(database) == before
    assert Dossiers(database, KEY, now=lambda: NOON).read(MINE, mark).case.id == "verzonnen-2"
    assert KeyBook(KeyTable(database)).caller(fresh.whole).key_id == fresh.key_id
    assert AuditTable(database).verify(KEY).holds


def test_going_back_is_refused_when_keys_or_audit_log_would_be_lost(database):
    filled(database)
    before = what_is_in(database)
    with pytest.raises(InputError, match="verdwijnen"):
        database.roll_back("0001")
    assert (database.revision(), what_is_in(database)) == ("0004", before)


@pytest.mark.parametrize("revision", ["0000", "0009", "", "head", "-1", "base"])
def test_a_revision_that_does_not_exist_is_refused(database, revision):
    with pytest.raises(InputError):
        database.roll_back(revision)


def test_tables_of_a_later_version_are_refused_and_nothing_is_changed(database):
    with database.transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0099'"))
    for attempt in (database.prepare, lambda: database.roll_back("0001")):
        with pytest.raises(DataError, match="latere versie"):
            attempt()
    assert database.revision() == "0099"


def test_several_that_start_at_once_make_the_tables_once(postgres_server, folder):
    for address in (read_address(postgres_server.fresh()), Address.of_file(folder / "x.sqlite3")):
        databases = [Database(address) for _ in range(4)]
        faults = []

        def start(database, faults=faults):
            try:
                database.prepare()
            except Exception as error:  # noqa: BLE001 told below
                faults.append(error)

        threads = [Thread(target=start, args=(database,)) for database in databases]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert faults == []
        assert {database.revision() for database in databases} == {"0004"}
        for database in databases:
            database.close()


def old_file(path, marks):
    """Make a file as version 0.1.0 did, with dossiers in it."""
    made = Database(Address.of_file(path.with_suffix(".made")))
    made.prepare()
    store = Dossiers(made, KEY, now=lambda: NOON)
    found = [store.create(MINE, a_case(mark), LAST).dossier for mark in marks]
    for mark in found:
        store.read(MINE, mark)
    with closing(sqlite3.connect(path)) as old, made.reading() as connection:
        old.executescript(BEFORE_REVISIONS)
        for reading, writing in OLD_TABLES.items():
            old.executemany(writing, [tuple(row) for row in connection.execute(text(reading))])
        old.commit()
    made.close()
    return found


def test_a_file_of_before_there_were_revisions_is_upgraded_and_can_go_back(folder):
    path = folder / "dossiers.sqlite3"
    marks = old_file(path, ["een", "twee"])
    with closing(sqlite3.connect(path)) as old:
        before = [old.execute(reading).fetchall() for reading in OLD_TABLES]
        made = old.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").fetchall()
    database = Database(Address.of_file(path))
    database.prepare()
    store = Dossiers(database, KEY, now=lambda: NOON)
    assert [store.read(MINE, mark, action="list").case.id for mark in marks] == ["een", "twee"]
    assert [access.action for access in store.accesses(MINE, marks[0])] == ["store", "read", "list", "accesses"]
    with database.transaction() as connection:
        connection.execute(delete(ACCESS).where(ACCESS.c.action.in_(("list", "accesses"))))
    database.roll_back("0001")
    database.close()
    with closing(sqlite3.connect(path)) as old:
        after = [old.execute(reading).fetchall() for reading in OLD_TABLES]
        tables = [row[0] for row in old.execute("SELECT name FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")]
        assert old.execute("PRAGMA user_version").fetchone() == (1,)
    assert after == before
    assert [name for name in tables if name != "alembic_version"] == [name for name, _ in made]


def test_a_file_of_a_later_version_is_refused(folder):
    path = folder / "dossiers.sqlite3"
    with closing(sqlite3.connect(path)) as later:
        later.execute("PRAGMA user_version = 99")
    with closing(Database(Address.of_file(path))) as database, pytest.raises(DataError, match="latere versie"):
        database.prepare()


# Keys


def test_keys_in_a_table_hold_until_they_are_revoked_and_others_see_it_within_a_second(database):
    seconds = [0.0]
    here, table = KeyBook(KeyTable(database)), KeyTable(database, clock=lambda: seconds[0])
    there = KeyBook(table)
    key = here.create("voorbeeldbureau", (Scope.JOBS, Scope.MATCH))
    assert there.caller(key.whole).scopes == {Scope.JOBS, Scope.MATCH}
    here.revoke(key.key_id)
    assert there.caller(key.whole).key_id == key.key_id
    seconds[0] = 1.0
    with pytest.raises(KeyMissing):
        there.caller(key.whole)
    assert [record.key_id for record in there.records()] == [key.key_id]
    assert key.secret not in repr(what_is_in(database))


def test_keys_that_cannot_be_read_again_let_nobody_in(folder):
    seconds = [0.0]
    database = Database(Address.of_file(folder / "all.sqlite3"))
    database.prepare()
    book = KeyBook(KeyTable(database, clock=lambda: seconds[0]))
    key = book.create("voorbeeldbureau", (Scope.MATCH,))
    assert book.caller(key.whole)
    database.close()
    (folder / "all.sqlite3").unlink()
    (folder / "all.sqlite3").mkdir()
    seconds[0] = 1.5
    with pytest.raises(StorageUnreachable):
        book.caller(key.whole)


def test_two_that_make_keys_at_once_lose_none(database):
    books = [KeyBook(KeyTable(database)) for _ in range(4)]
    threads = [Thread(target=book.create, args=("voorbeeldbureau", (Scope.MATCH,))) for book in books for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(KeyBook(KeyTable(database)).records()) == 20


# Audit log


def test_the_lines_in_a_table_are_the_very_bytes_of_a_file(database, folder):
    entries = [Entry("zoekprofiel", key_id="abcd2345", request_id=str(number)) for number in range(5)]
    for place in (AuditTable(database), AuditFile(folder / "audit.jsonl")):
        trail = Trail(place, KEY, now=lambda: NOON)
        for entry in entries:
            trail.write(entry)
        trail.close()
    table = AuditTable(database)
    assert b"".join(table.lines()) == (folder / "audit.jsonl").read_bytes()
    assert table.verify(KEY) == verify_chain(folder / "audit.jsonl", KEY)
    assert not table.verify(b"x" * 32).holds


def test_many_writers_in_several_instances_make_one_chain(database):
    others = [Database(database._address) for _ in range(2)]
    trails = [Trail(AuditTable(each), KEY) for each in (database, *others)]

    def work(number):
        for _ in range(20):
            trails[number % 3].write(Entry("zoekprofiel", key_id=f"key{number}"))

    threads = [Thread(target=work, args=(number,)) for number in range(9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for trail in trails:
        trail.close()
    for each in others:
        each.close()
    report = AuditTable(database).verify(KEY)
    assert (report.holds, report.lines) == (True, 180)


@pytest.mark.parametrize("how", ["changed", "removed", "swapped", "cut off", "added"])
def test_a_line_in_a_table_that_was_touched_breaks_the_chain(database, how):
    filled(database)
    table = AuditTable(database)
    lines = list(table.lines())
    with database.transaction() as connection:
        if how == "changed":
            changed = lines[1].replace(b"abcd2345", b"abcd2346")
            connection.execute(update(AUDIT_LINE).where(AUDIT_LINE.c.number == 2).values(line=changed))
        elif how == "swapped":
            connection.execute(update(AUDIT_LINE).where(AUDIT_LINE.c.number == 2).values(line=lines[2]))
            connection.execute(update(AUDIT_LINE).where(AUDIT_LINE.c.number == 3).values(line=lines[1]))
        elif how == "added":
            connection.execute(insert(AUDIT_LINE).values(number=6, line=lines[4]))
        else:
            number = 2 if how == "removed" else 5
            connection.execute(delete(AUDIT_LINE).where(AUDIT_LINE.c.number == number))
    assert not table.verify(KEY).holds


def test_a_head_that_was_written_down_shows_that_table_and_head_were_cut_off_together(database):
    filled(database)
    table = AuditTable(database)
    noted = table.verify(KEY).head
    fourth = json.loads(list(table.lines())[3])
    with database.transaction() as connection:
        connection.execute(delete(AUDIT_LINE).where(AUDIT_LINE.c.number == 5))
        connection.execute(update(AUDIT_HEAD).values(number=4, mac=fourth["mac"]))
    assert table.verify(KEY).holds
    assert not table.verify(KEY, noted).holds
    assert table.verify(KEY, Head(4, fourth["mac"])).holds


def test_a_write_that_fails_is_told_to_who_waits_and_leaves_nothing_behind(database, monkeypatch):
    trail = Trail(AuditTable(database), KEY)
    trail.write(Entry("zoekprofiel"))
    with database.transaction() as connection:
        connection.execute(insert(AUDIT_LINE).values(number=2, line=b"in de weg"))
    with pytest.raises(DataError):
        trail.write(Entry("zoekprofiel"))
    with database.transaction() as connection:
        connection.execute(delete(AUDIT_LINE).where(AUDIT_LINE.c.number == 2))
    trail.write(Entry("zoekprofiel"))
    trail.close()
    report = AuditTable(database).verify(KEY)
    assert (report.holds, report.lines) == (True, 2)


# Dossiers in several instances


def test_of_several_changes_on_one_version_one_is_kept(database):
    store = Dossiers(database, KEY, now=lambda: NOON)
    mark = store.create(MINE, a_case(), LAST).dossier
    kept, refused = [], []

    def change(number):
        try:
            kept.append(Dossiers(database, KEY, now=lambda: NOON).add(MINE, mark, a_case(f"verzonnen-{number}"), 1))
        except matcher.MatcherError as error:
            refused.append(type(error).__name__)

    threads = [Thread(target=change, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ([version.number for version in kept], set(refused)) == ([2], {"DossierChanged"})


def test_of_several_that_clear_away_at_once_one_names_a_dossier(database):
    for _ in range(5):
        Dossiers(database, KEY, now=lambda: NOON).create(MINE, a_case(), NOON.date())
    late = Dossiers(database, KEY, now=lambda: datetime(2027, 1, 1, tzinfo=UTC))
    named = []
    threads = [Thread(target=lambda: named.extend(late.purge())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(named) == len(set(named)) == 5


def test_a_service_whose_database_goes_away_refuses_and_goes_on_by_itself(postgres_server, with_tables):
    url = postgres_server.fresh(like=with_tables)
    environment = {"MATCHER_DATABASE_URL": url, **SECRETS}
    key = make_key(environment, "voorbeeldbureau", "match")
    app = create_app(read_settings(environment))

    async def ask(client, path="/v1/dossiers", method="POST"):
        headers = {**JSON, "Authorization": f"Bearer {key}"}
        return await client.request(method, path, content=json.dumps(raw_case()), headers=headers)

    async def tell():
        transport = httpx.ASGITransport(app)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client,
        ):
            assert (await ask(client, "/ready", "GET")).status_code == 200
            assert (await ask(client)).status_code == 201
            postgres_server.open_to_others(url, open_=False)
            refused = await ask(client)
            assert (refused.status_code, refused.json()["type"]) == (503, "urn:matcher:problem:storage-unreachable")
            assert "qzx" not in refused.text
            postgres_server.open_to_others(url, open_=True)
            assert (await ask(client)).status_code == 201

    run_apart(tell())
    with closing(Database(read_address(url))) as database:
        report = AuditTable(database).verify(read_settings(environment).audit_key)
    assert (report.holds, report.lines) == (True, 2)


def test_a_database_that_was_not_read_for_seconds_makes_the_service_not_ready(database):
    seconds = [0.0]
    table = KeyTable(database, clock=lambda: seconds[0])
    assert table.age_s() == math.inf
    table.refresh()
    seconds[0] = 6.0
    assert table.age_s() == 6.0
    keeping = Keeping(read_settings({**SECRETS, "MATCHER_DATABASE_URL": "sqlite:////nergens.sqlite3"}))
    assert not keeping.reachable
    assert Keeping(Settings()).reachable
    keeping.close()


# Moving house


def test_everything_moves_into_a_database_and_back_into_files(database, folder):
    filled(database, lines=1200)  # more than one page
    export(database, folder / "files")
    lines = list(audit_lines(folder / "files" / "audit.jsonl"))
    assert lines == list(AuditTable(database).lines())
    again = Database(Address.of_file(folder / "again.sqlite3"))
    again.prepare()
    moved = move(folder / "files", again)
    assert (moved.dossiers, moved.keys, moved.lines, moved.vacancies) == (1, 2, 1200, 1)
    assert changes_aside(what_is_in(again)) == changes_aside(what_is_in(database))
    again.close()


def test_a_backup_holds_everything_and_fills_an_empty_database(database, folder, postgres_server):
    mark, _ = filled(database)
    back_up(database, folder / "kopie.sqlite3")
    copy = Database(Address.of_file(folder / "kopie.sqlite3"))
    assert what_is_in(copy) == what_is_in(database)
    restored = Database(read_address(postgres_server.fresh()))
    restored.prepare()
    move(copy, restored)
    assert what_is_in(restored) == what_is_in(database)
    store = Dossiers(restored, KEY, now=lambda: NOON)
    assert store.add(MINE, mark, a_case(), 2).number == 3
    assert [access.action for access in store.accesses(MINE, mark)][-2:] == ["store", "accesses"]
    for each in (copy, restored):
        each.close()


def test_nothing_is_moved_into_a_database_that_holds_something_or_over_a_file(database, folder):
    filled(database)
    before = what_is_in(database)
    with pytest.raises(InputError, match="niet leeg"):
        move(folder, database)
    (folder / "kopie.sqlite3").touch()
    with pytest.raises(InputError, match="is er al"):
        back_up(database, folder / "kopie.sqlite3")
    (folder / "keys.json").touch()
    with pytest.raises(InputError, match="lege map"):
        export(database, folder)
    assert what_is_in(database) == before


def test_the_commands_move_check_verify_and_export_without_showing_an_address(
    folder, postgres_server, monkeypatch, capsys
):
    def told(*words):
        code = run(list(words))
        out, err = capsys.readouterr()
        assert "qzx" not in out + err
        return code, out + err

    url, state = postgres_server.fresh(), folder / "state"
    for name, value in {**SECRETS, "MATCHER_STATE": str(state)}.items():
        monkeypatch.setenv(name, value)
    key_id = told("keys", "create", "voorbeeldbureau", "--scope", "match")[1].split("_")[1]
    with closing(Keeping(read_settings({**SECRETS, "MATCHER_STATE": str(state)}))) as keeping:
        keeping.prepare()
        keeping.dossiers().create(MINE, a_case(), date(2100, 1, 1))
        trail = keeping.trail()
        head = trail.write(Entry("zoekprofiel"))
        trail.close()
    assert told("store", "move")[0] == 2
    monkeypatch.setenv("MATCHER_DATABASE_URL_NEXT", url)
    assert "1 dossiers, 1 sleutels, 1 regels" in told("store", "move")[1]
    assert (told("store", "move")[0], (state / "audit.jsonl").exists()) == (2, True)
    monkeypatch.setenv("MATCHER_DATABASE_URL", url)
    monkeypatch.delenv("MATCHER_STATE")
    assert told("audit", "verify", "--head", str(head)) == (0, f"Regels: 1. Laatste regel: {head}\nDe keten klopt.\n")
    assert "PostgreSQL. Revisie: 0004" in told("store", "check")[1]
    assert key_id in told("keys", "list")[1]
    assert told("store", "export", str(folder / "terug"))[0] == 0
    assert (folder / "terug" / "audit.jsonl").read_bytes() == (state / "audit.jsonl").read_bytes()
    assert told("store", "rollback", "0001")[0] == 2
    assert told("store", "rollback", "0002")[0] == 0
    assert "Revisie: 0002" in told("store", "check")[1]
    assert "Gewist: 0" in told("store", "purge")[1]
    assert "Revisie: 0004" in told("store", "check")[1]
    monkeypatch.setenv("MATCHER_DATABASE_URL", url.replace("qzx-geheim-wachtwoord", "qzxanders"))
    assert told("store", "check") == (2, "De opslag is nu niet te bereiken. Probeer het zo opnieuw.\n")
