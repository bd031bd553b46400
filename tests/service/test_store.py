"""The dossier store: encrypted, apart per bureau, versions that stay, a day on which it goes, and erased is gone."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update

import matcher
from matcher import DataError
from matcher_service.database import METADATA, VERSION, Address, Database
from matcher_service.errors import DossierChanged, DossierNotHere
from matcher_service.store import Dossiers, Holder, plain_case
from tests.made_up import raw_case
from tests.service.server import JSON, command

KEY = b"k" * 32
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LAST = date(2027, 11, 22)
MINE, OTHER = Holder("voorbeeldbureau", "abcd2345"), Holder("ander-bureau", "zzzz2345")


@pytest.fixture
def moment():
    return [NOON]


@pytest.fixture
def store(database, moment):
    return Dossiers(database, KEY, now=lambda: moment[0])


def everything(database, folder):
    """What lies in the tables, and in the files of an embedded database."""
    with database.reading() as connection:
        rows = [repr(tuple(row)) for table in METADATA.sorted_tables for row in connection.execute(select(table))]
    return "".join(rows).encode() + b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


def a_case(mark="qzxkenmerk", title="qzxfunctie"):
    raw = raw_case([{"item": "IV.13", "levels": [2], "text": "qzxtoelichting"}])
    raw["id"] = mark
    raw["person"]["old_job"]["title"] = title
    return matcher.read_case_text(json.dumps(raw), "json").case


def test_what_goes_in_comes_out_version_by_version(store):
    first = store.create(MINE, a_case(), LAST)
    changed = a_case(title="qzxandere")
    second = store.add(MINE, first.dossier, changed, after=1)
    assert (first.number, second.number) == (1, 2)
    assert store.read(MINE, first.dossier).case == changed
    assert store.read(MINE, first.dossier, 1).case == a_case()


def test_a_change_on_an_older_version_is_refused(store):
    first = store.create(MINE, a_case(), LAST)
    store.add(MINE, first.dossier, a_case(), after=1)
    with pytest.raises(DossierChanged):
        store.add(MINE, first.dossier, a_case(), after=1)


def test_another_bureau_cannot_do_anything_with_a_dossier_or_see_that_it_is_there(store):
    mark = store.create(MINE, a_case(), LAST).dossier
    for what in (
        lambda: store.read(OTHER, mark),
        lambda: store.add(OTHER, mark, a_case(), 1),
        lambda: store.keep(OTHER, mark, LAST),
        lambda: store.accesses(OTHER, mark),
        lambda: store.export(OTHER, mark),
        lambda: store.erase(OTHER, mark),
    ):
        with pytest.raises(DossierNotHere):
            what()
    assert store.listed(OTHER, 0, 10) == ((), 0)
    assert store.read(MINE, mark).version.number == 1


def test_nothing_readable_lies_on_disk(store, database, folder):
    mark = store.create(MINE, a_case(), LAST).dossier
    store.add(MINE, mark, a_case(), 1)
    content = everything(database, folder)
    assert mark.encode() in content
    assert not any(word in content for word in (b"qzxkenmerk", b"qzxfunctie", b"qzxtoelichting", b"IV.13", b"Zwolle"))


def test_without_the_right_key_or_in_another_place_nothing_opens(store, database):
    one, two = (store.create(MINE, a_case(mark), LAST).dossier for mark in ("een", "twee"))
    with pytest.raises(DataError):
        Dossiers(database, b"x" * 32, now=lambda: NOON).read(MINE, one)
    with database.transaction() as connection:
        sealed = connection.execute(select(VERSION.c.sealed).where(VERSION.c.mark == one)).scalar_one()
        connection.execute(update(VERSION).where(VERSION.c.mark == two).values(sealed=sealed))
    with pytest.raises(DataError):
        store.read(MINE, two)


def test_who_looked_is_written_down_and_asking_that_too(store):
    mark = store.create(MINE, a_case(), LAST).dossier
    store.read(MINE, mark, action="zoekprofiel.jobs")
    store.export(MINE, mark)
    actions = [access.action for access in store.accesses(MINE, mark)]
    assert actions == ["store", "zoekprofiel.jobs", "export", "accesses"]


def test_an_export_holds_every_version_and_every_look(store):
    mark = store.create(MINE, a_case(), LAST).dossier
    store.add(MINE, mark, a_case(title="qzxandere"), 1)
    exported = store.export(MINE, mark)
    assert [version["case"] for version in exported["versions"]] == [
        plain_case(a_case()),
        plain_case(a_case(title="qzxandere")),
    ]
    assert [access["action"] for access in exported["accesses"]] == ["store", "store", "export"]
    assert matcher.Case.model_validate(exported["versions"][0]["case"]) == a_case()


def test_after_its_last_day_a_dossier_is_not_shown_and_then_erased(store, moment, database, folder):
    mark = store.create(MINE, a_case(), NOON.date()).dossier
    assert store.purge() == ()
    moment[0] = NOON + timedelta(days=1)
    with pytest.raises(DossierNotHere):
        store.read(MINE, mark)
    assert store.listed(MINE, 0, 10) == ((), 0)
    assert store.purge() == (("voorbeeldbureau", mark),)
    assert mark.encode() not in everything(database, folder)


def test_the_last_day_can_be_moved(store, moment):
    mark = store.create(MINE, a_case(), NOON.date()).dossier
    assert store.keep(MINE, mark, LAST).keep_until == LAST
    moment[0] = NOON + timedelta(days=100)
    assert store.read(MINE, mark).keep_until == LAST


def test_erased_leaves_no_trace_in_the_tables_or_in_a_file(store, database, folder):
    mark = store.create(MINE, a_case(), LAST).dossier
    with database.reading() as connection:
        sealed = connection.execute(select(VERSION.c.sealed)).scalar_one()
    store.erase(MINE, mark)
    content = everything(database, folder)
    assert mark.encode() not in content
    assert sealed[:64] not in content
    with pytest.raises(DossierNotHere):
        store.read(MINE, mark)


def test_another_key_of_the_store_opens_everything_and_the_old_one_nothing(store, database):
    marks = [store.create(MINE, a_case(), LAST).dossier for _ in range(3)]
    assert store.rekey(b"n" * 32) == 3
    fresh = Dossiers(database, b"n" * 32, now=lambda: NOON)
    assert [fresh.read(MINE, mark).case.id for mark in marks] == ["qzxkenmerk"] * 3
    with pytest.raises(DataError):
        Dossiers(database, KEY, now=lambda: NOON).read(MINE, marks[0])


def test_a_dossier_over_http_from_storing_to_erasing(server):
    content = json.dumps(raw_case()).encode()
    with server.client("coach") as coach, server.client("elsewhere") as elsewhere, server.client("jobhunter") as jobs:
        made = coach.post("/v1/dossiers", content=content, headers=JSON)
        assert made.status_code == 201
        place = made.headers["location"]
        assert coach.get(place).json()["case"]["id"] == "verzonnen-1"
        assert coach.put(place, params={"after": 1}, content=content, headers=JSON).json()["number"] == 2
        assert coach.put(place, params={"after": 1}, content=content, headers=JSON).status_code == 409
        assert coach.get(place, params={"version": 9}).status_code == 404
        assert jobs.get(place).status_code == 403
        assert jobs.get(f"{place}/zoekprofiel", params={"view": "coach"}).status_code == 403
        seen = jobs.get(f"{place}/zoekprofiel", params={"view": "jobs"})
        assert (seen.status_code, seen.json()["audience"]) == (200, "jobhunter")
        for path in ("", "/export", "/accesses", "/zoekprofiel?view=coach"):
            refused = elsewhere.get(f"{place}{path}")
            assert (refused.status_code, refused.json()["type"]) == (404, "urn:matcher:problem:dossier-not-here")
            assert any(
                refused.json()["request_id"] in line and "dossier_not_here" in line
                for line in server.audited().splitlines()
            )
        assert elsewhere.delete(place).status_code == 404
        last = datetime.now(UTC).date() + timedelta(days=30)
        kept = coach.put(f"{place}/retention", params={"keep_until": last.isoformat()})
        assert kept.json()["dossier"]["keep_until"] == last.isoformat()
        assert coach.put(f"{place}/retention", params={"keep_until": "2099-01-01"}).status_code == 422
        actions = [access["action"] for access in coach.get(f"{place}/accesses").json()["accesses"]]
        assert actions[:3] == ["store", "read", "store"]
        assert "zoekprofiel.jobs" in actions
        assert len(coach.get(f"{place}/export").json()["versions"]) == 2
        listed = coach.get("/v1/dossiers").json()
        assert listed["page"]["total"] >= 1
        assert "verzonnen-1" not in json.dumps(listed)
        assert coach.delete(place).status_code == 204
        assert coach.get(place).status_code == 404
        mark = place.rsplit("/", 1)[1]
        assert any(mark in line and "dossier.erase" in line for line in server.audited().splitlines())


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ""),
        ("PUT", "?after=1"),
        ("DELETE", ""),
        ("GET", "/export"),
        ("GET", "/accesses"),
        ("GET", "/zoekprofiel?view=coach"),
        ("GET", "/zoekprofiel?view=jobs"),
        ("PUT", "/retention?keep_until={soon}"),
    ],
)
def test_another_bureaus_dossier_is_answered_and_logged_like_one_that_does_not_exist(server, method, path):
    content = json.dumps(raw_case()).encode()
    path = path.format(soon=(datetime.now(UTC).date() + timedelta(days=9)).isoformat())
    with server.client("coach") as coach, server.client("elsewhere") as elsewhere:
        place = coach.post("/v1/dossiers", content=content, headers=JSON).headers["location"]
        mark = place.rsplit("/", 1)[1]
        nowhere = f"/v1/dossiers/{mark[:2]}{mark[:1:-1]}"
        answers = [
            elsewhere.request(method, f"{where}{path}", content=content if method == "PUT" else None, headers=JSON)
            for where in (place, nowhere)
        ]
        told = [answer.json() for answer in answers]
        numbers = [each.pop("request_id") for each in told]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert told[0] == told[1]
        for number in numbers:
            assert any(number in line and "dossier_not_here" in line for line in server.audited().splitlines())
            assert any(number in line and '"event":"refused"' in line for line in server.logged().splitlines())
        assert coach.get(place).json()["number"] == 1, "nothing was changed or erased"


def test_the_commands_back_up_purge_and_change_the_key(folder):
    state = folder / "state"
    secrets = {"MATCHER_STORE_KEY": "c3RvcmUtc3RvcmUtc3RvcmUtc3RvcmUtc3RvcmUtczE", "MATCHER_STATE": str(state)}
    audit = {"MATCHER_AUDIT_KEY": "YXVkaXQtYXVkaXQtYXVkaXQtYXVkaXQtYXVkaXQtYTE"}
    database = Database(Address.of_file(state / "dossiers.sqlite3"))
    database.prepare()
    store = Dossiers(database, b"store-store-store-store-store-s1")
    mark = store.create(MINE, a_case(), datetime.now(UTC).date()).dossier
    backup = command("store", "backup", str(folder / "kopie.sqlite3"), environment={**secrets, **audit})
    assert backup.returncode == 0, backup.stderr
    copy = Dossiers(Database(Address.of_file(folder / "kopie.sqlite3")), b"store-store-store-store-store-s1")
    assert copy.read(MINE, mark).case.id == "qzxkenmerk"
    assert "Gewist: 0" in command("store", "purge", environment={**secrets, **audit}).stdout
    fresh = command("keys", "secret", environment={}).stdout.strip()
    done = command("store", "rekey", environment={**secrets, **audit, "MATCHER_STORE_KEY_NEXT": fresh})
    assert (done.returncode, "1" in done.stdout) == (0, True)
    assert command("store", "rekey", environment={**secrets, **audit}).returncode == 2
    with pytest.raises(DataError):
        store.read(MINE, mark)
