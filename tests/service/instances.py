"""Two instances of the service on one PostgreSQL, under load, one killed: nothing acknowledged may be lost or doubled.

`python -m tests.service.instances [seconds] [writers per instance]`
"""

import json
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from matcher_service import read_settings
from matcher_service.audit import AuditTable
from matcher_service.database import Database, read_address
from matcher_service.store import Dossiers, Holder
from tests.made_up import raw_case
from tests.service.postgres import postgres
from tests.service.server import JSON, ON, SECRETS, Server, make_key, start, stop

_USUAL = (300, 4)
_BUREAU = "voorbeeldbureau"
_FOUND_S = 1.1  # an answer may be a second behind, not more
_BUSY = 409  # the copy is being brought up to date on a machine that has much else to do: asked again
_ALIVE = 4  # vacancies of each writer: an answer shows a hundred at most
_PLENTY = {"MATCHER_BURST": "100000", "MATCHER_REQUESTS_PER_MINUTE": "1000000"}


@dataclass
class Said:
    """What the instances said was done.

    Attributes:
        requests: number of a request, and what the audit log must say about it.
        versions: dossier and version, and the case's own mark in it.
        cut_off: requests that got no answer because their instance was killed.
        refused: answers that were no success.
        found_late: vacancies that an instance missed, or still showed, more than a second after another one's answer.
        vacancies: by the id of a vacancy, whether it was acknowledged last that it is there, or that it is gone.
        looks: how often the vacancies of the other instance were looked at.
        longest_s: the longest time that a writer waited for an answer.
    """

    requests: dict[str, str] = field(default_factory=dict)
    versions: dict[tuple[str, int], str] = field(default_factory=dict)
    cut_off: int = 0
    refused: Counter[int] = field(default_factory=Counter)
    found_late: list[str] = field(default_factory=list)
    vacancies: dict[str, bool] = field(default_factory=dict)
    looks: int = 0
    longest_s: float = 0.0


@dataclass
class Place:
    """Where writers send their requests; empty while an instance is down.

    Attributes:
        server: the instance.
    """

    server: Server | None


def two_instances(url: str, folder: Path, seconds: float, writers: int, *, back: bool = True) -> Said:
    """Write through two instances, kill one half-way, and check all that was acknowledged.

    Args:
        url: an empty database.
        folder: for the output of the instances.
        seconds: how long.
        writers: per instance.
        back: start the killed one again.
    """
    environment = {"MATCHER_DATABASE_URL": url, **SECRETS, **_PLENTY}
    keys = {"coach": make_key(environment, _BUREAU, "match"), "index": make_key(environment, _BUREAU, "index")}
    states = [{**environment, "MATCHER_STATE": str(folder / name)} for name in ("one", "other")]
    said, over = Said(), threading.Event()
    with ExitStack() as running:
        places = [Place(start(folder, state, keys=keys)) for state in states]
        running.callback(_stop_all, places)
        threads = [
            threading.Thread(target=_write, args=(places, which, number, said, over))
            for which in range(2)
            for number in range(writers)
        ]
        threads += [threading.Thread(target=_fill, args=(places, which, said, over)) for which in range(2)]
        for thread in threads:
            thread.start()
        try:
            over.wait(seconds / 2)
            _kill(places[0])
            places[0].server = start(folder, states[0], keys=keys) if back else None
            over.wait(seconds / 2)
        finally:
            over.set()
            for thread in threads:
                thread.join()
        time.sleep(_FOUND_S)
        for place in places:
            if place.server is not None:
                _compare(place.server, said, dict(said.vacancies))
    _check(url, said)
    return said


def _kill(place: Place) -> None:
    """Kill an instance in the middle of whatever it does."""
    server, place.server = place.server, None
    assert server is not None
    os.kill(server.process.pid, signal.SIGKILL)
    server.process.wait()


def _stop_all(places: list[Place]) -> None:
    for place in places:
        if place.server is not None:
            stop(place.server)


def _write(places: list[Place], which: int, number: int, said: Said, over: threading.Event) -> None:
    """Store dossiers, add versions and ask for results, at one instance and at the other while that one is down."""
    chance = random.Random(f"instances-{which}-{number}")  # noqa: S311 not for secrets
    mine: list[tuple[str, int]] = []
    made = 0
    while not over.is_set():
        server = places[which].server or places[1 - which].server
        assert server is not None
        with server.client("coach") as client:
            while not over.is_set() and server is (places[which].server or places[1 - which].server):
                made += 1
                began = time.monotonic()
                try:
                    _ask(client, f"verzonnen-{which}-{number}-{made}", chance, mine, said)
                except httpx.TransportError:
                    said.cut_off += 1
                    break
                said.longest_s = max(said.longest_s, time.monotonic() - began)


def _fill(places: list[Place], which: int, said: Said, over: threading.Event) -> None:
    """Post vacancies to an instance and take them out again; the other one must know a second later."""
    made = 0
    while not over.is_set():
        here, there = (places[which].server or places[1 - which].server, places[1 - which].server)
        assert here is not None
        made += 1
        name = f"proef:verzonnen-{which}-{made}"
        one = {"bron": "proef", "id": f"verzonnen-{which}-{made}", "titel": "Receptionist", "plaats": "Voorbeeldstad"}
        try:
            with here.client("index") as client:
                _post(client, "index/vacancies", [one], said)
                said.vacancies[name] = True
                if made > _ALIVE:
                    old = f"proef:verzonnen-{which}-{made - _ALIVE}"
                    said.vacancies.pop(old, None)  # until it is acknowledged nobody knows
                    _post(client, "index/removals", {"ids": [old]}, said)
                    said.vacancies[old] = False
            known = {each: there_ for each, there_ in said.vacancies.copy().items() if f"-{which}-" in each}
            time.sleep(_FOUND_S)
            if there is not None:
                _compare(there, said, known)
        except httpx.TransportError:
            said.cut_off += 1


def _post(client: httpx.Client, path: str, content: object, said: Said) -> None:
    got = client.post(f"/v1/{path}", params={"on": ON}, json=content)
    assert got.is_success, got.text
    said.requests[got.headers["x-request-id"]] = "index.add" if path == "index/vacancies" else "index.remove"


def _compare(server: Server, said: Said, known: dict[str, bool]) -> None:
    """Look whether an instance ranks what is there and nothing that is gone."""
    with server.client("coach") as client:
        params = {"view": "coach", "on": ON, "top": 100, "closed": True}
        while True:
            got = client.post(
                "/v1/index/rankings", params=params, content=json.dumps(raw_case()).encode(), headers=JSON
            )
            if got.status_code != _BUSY:
                break
            time.sleep(_FOUND_S)
    assert got.is_success, got.text
    said.requests[got.headers["x-request-id"]] = "index.ranking"
    said.looks += 1
    shown = {each["id"] for each in (*got.json()["open"], *got.json()["closed"])}
    said.found_late += [name for name, there in known.items() if (name in shown) is not there]


def _ask(client: httpx.Client, mark: str, chance: random.Random, mine: list[tuple[str, int]], said: Said) -> None:
    content = json.dumps({**raw_case(), "id": mark}).encode()
    what = chance.random()
    if what < 1 / 3 or not mine:
        got, action = client.post("/v1/dossiers", content=content, headers=JSON), "dossier.store"
    elif what < 2 / 3:
        dossier, after = mine.pop(chance.randrange(len(mine)))  # after a cut-off nobody knows which version is the last
        got = client.put(f"/v1/dossiers/{dossier}", params={"after": after}, content=content, headers=JSON)
        action = "dossier.store"
    else:
        params = {"view": "coach", "on": ON, "limit": 1}
        got, action = client.post("/v1/rankings", params=params, content=content, headers=JSON), "ranking"
    if not got.is_success:
        said.refused[got.status_code] += 1
        return
    said.requests[got.headers["x-request-id"]] = action
    if action == "dossier.store":
        stored = got.json()
        mine.append((stored["dossier"], stored["number"]))
        said.versions[stored["dossier"], stored["number"]] = mark


def _check(url: str, said: Said) -> None:
    settings = read_settings({"MATCHER_DATABASE_URL": url, **SECRETS})
    assert settings.audit_key is not None
    assert settings.store_key is not None
    with closing(Database(read_address(url))) as database:
        report = AuditTable(database).verify(settings.audit_key)
        assert report.holds, report.broken
        lines = [json.loads(line) for line in AuditTable(database).lines()]
        store = Dossiers(database, settings.store_key)
        for (dossier, number), mark in said.versions.items():
            assert store.read(Holder(_BUREAU, "test"), dossier, number).case.id == mark
    assert [line["number"] for line in lines] == list(range(1, len(lines) + 1))
    audited = Counter((line.get("request_id"), line["action"]) for line in lines)
    lost = [request for request, action in said.requests.items() if audited[request, action] == 0]
    doubled = [each for each, times in audited.items() if times > 1]
    assert (lost, doubled, said.found_late) == ([], [], []), (lost, doubled, said.found_late)
    assert len(lines) <= len(said.requests) + said.cut_off + said.refused.total()


def main() -> None:
    """Run the proof and print what was found."""
    given = [int(word) for word in sys.argv[1:]]
    seconds, writers = (*given, *_USUAL[len(given) :])
    with tempfile.TemporaryDirectory() as place, postgres(durable=True) as server:
        said = two_instances(server.fresh(), Path(place), seconds, writers)
    sys.stdout.write(
        f"two instances on one PostgreSQL, {seconds} s, {2 * writers} writers, one killed half-way and started again: "
        f"{len(said.requests)} acknowledged ({len(said.requests) / seconds:.0f}/s), of which {len(said.versions)} "
        f"versions of dossiers and {len(said.vacancies)} vacancies, looked for {said.looks} times; "
        f"cut off {said.cut_off}, refused {dict(said.refused)}, longest wait "
        f"{said.longest_s:.2f} s; lost 0, double 0, the chain holds\n"
    )


if __name__ == "__main__":
    main()
