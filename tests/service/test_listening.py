"""Several workers at one address: each hears callers, and nobody else's service is pushed aside."""

import pickle
import socket
import subprocess
import sys

import pytest

from matcher_service.errors import SettingsInvalid
from matcher_service.listening import SPREADS, Listening, listening
from tests.service.server import command, free_port

pytestmark = pytest.mark.skipif(not SPREADS, reason="the kernel spreads callers on Linux only")
_HERE = "127.0.0.1"
_CALLERS = 64


def _heard(place: socket.socket) -> int:
    place.setblocking(False)
    count = 0
    while True:
        try:
            place.accept()[0].close()
        except BlockingIOError:
            return count
        count += 1


def test_callers_are_spread_over_workers_and_the_address_itself_hears_nobody():
    port = free_port()
    with listening(_HERE, port) as address:
        workers = [pickle.loads(pickle.dumps(address)) for _ in range(2)]  # noqa: S301 what was just made
        for worker in workers:
            worker.listen(_CALLERS)
        callers = [socket.create_connection((_HERE, port)) for _ in range(_CALLERS)]
        heard = [_heard(worker) for worker in workers]
        for each in (*callers, *workers):
            each.close()
    assert sum(heard) == _CALLERS
    assert min(heard) > 0


def test_a_worker_that_goes_takes_its_place_away_so_the_other_hears_every_caller():
    port = free_port()
    with listening(_HERE, port) as address:
        gone, stays = (pickle.loads(pickle.dumps(address)) for _ in range(2))  # noqa: S301 what was just made
        for worker in (gone, stays):
            worker.listen(_CALLERS)
        gone.close()
        callers = [socket.create_connection((_HERE, port)) for _ in range(_CALLERS)]
        assert _heard(stays) == _CALLERS
        for each in (*callers, stays):
            each.close()


def test_a_port_where_something_listens_is_refused_also_when_that_would_share_it():
    with Listening(_HERE, free_port()) as other:
        other.listen()
        with pytest.raises(SettingsInvalid, match="--port"):
            listening(*other.getsockname())


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(SettingsInvalid, match="adres"):
        listening("192.0.2.1", free_port())


def test_the_command_says_that_the_port_is_taken(tmp_path):
    with socket.socket() as other:
        other.bind((_HERE, 0))
        other.listen()
        told = command(
            "serve", "--workers", "2", "--port", str(other.getsockname()[1]), environment={"HOME": str(tmp_path)}
        )
    assert told.returncode == 2
    assert "luistert al iets anders" in told.stderr
    assert "Traceback" not in told.stderr


def test_what_was_loaded_at_start_is_not_looked_through_for_garbage_any_more():
    words = "import gc; from matcher_service.garbage import set_apart; before = len(gc.get_objects()); set_apart()"
    told = subprocess.run(
        [sys.executable, "-c", f"{words}; print(len(gc.get_objects()) < before / 10, gc.isenabled())"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["True", "True"]
