"""Kill a server in the middle of writing, and look what is left: nothing acknowledged may be lost."""

import base64
import json
import os
import random
import signal
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from matcher_service.audit import audit_lines, verify_chain
from matcher_service.database import Address, Database
from matcher_service.store import Dossiers, Holder
from tests.made_up import raw_case
from tests.service.server import JSON, SECRETS, Server, make_key, start

_WRITERS = 4


@dataclass
class Acknowledged:
    """What the server said was done.

    Attributes:
        requests: numbers of requests that were answered.
        dossiers: marks of dossiers and the case's own mark.
    """

    requests: list[str] = field(default_factory=list)
    dossiers: list[tuple[str, str]] = field(default_factory=list)


def crash(folder: Path, seed: int) -> Acknowledged:
    """Start a server, write with several at once, kill it at a random moment, and check everything acknowledged.

    Args:
        folder: an empty folder.
        seed: decides the moment.
    """
    chance = random.Random(f"crash-{seed}")  # noqa: S311 not for secrets
    environment = {"MATCHER_STATE": str(folder / "state"), **SECRETS, "MATCHER_BURST": "10000"}
    keys = {"coach": make_key(environment, "voorbeeldbureau", "match")}
    server = start(folder, environment, keys=keys)
    said, over = Acknowledged(), threading.Event()
    writers = [threading.Thread(target=_write, args=(server, number, said, over)) for number in range(_WRITERS)]
    for writer in writers:
        writer.start()
    while len(said.dossiers) < chance.randint(2, 10):
        time.sleep(0.01)
    time.sleep(chance.random() / 5)
    os.kill(server.process.pid, signal.SIGKILL)
    over.set()
    for writer in writers:
        writer.join()
    server.process.wait()
    _check(folder / "state", said)
    _starts_again(folder, environment, keys)
    return said


def _write(server: Server, number: int, said: Acknowledged, over: threading.Event) -> None:
    made = 0
    with server.client("coach") as client:
        while not over.is_set():
            made += 1
            mark = f"verzonnen-{number}-{made}"
            content = json.dumps({**raw_case(), "id": mark}).encode()
            try:
                got = client.post("/v1/dossiers", content=content, headers=JSON)
            except httpx.TransportError:
                return
            if got.status_code == 201:
                said.dossiers.append((got.json()["dossier"], mark))
                said.requests.append(got.headers["x-request-id"])


def _check(state: Path, said: Acknowledged) -> None:
    database = Database(Address.of_file(state / "dossiers.sqlite3"))
    store = Dossiers(database, _secret("MATCHER_STORE_KEY"))
    for dossier, mark in said.dossiers:
        assert store.read(Holder("voorbeeldbureau", "test"), dossier).case.id == mark
    report = verify_chain(state / "audit.jsonl", _secret("MATCHER_AUDIT_KEY"))
    assert report.holds, report.broken
    audited = {json.loads(line).get("request_id") for line in audit_lines(state / "audit.jsonl")}
    assert set(said.requests) <= audited


def _starts_again(folder: Path, environment: dict[str, str], keys: dict[str, str]) -> None:
    """After a crash the service starts by itself and goes on with the same chain."""
    server = start(folder, environment, keys=keys)
    try:
        assert server.zoekprofiel("coach").status_code == 200
    finally:
        server.process.terminate()
        server.process.wait(timeout=30)
    assert verify_chain(folder / "state" / "audit.jsonl", _secret("MATCHER_AUDIT_KEY")).holds


def _secret(name: str) -> bytes:
    text = SECRETS[name]
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
