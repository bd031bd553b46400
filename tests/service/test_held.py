"""What is held in memory: for seconds, little, never for another key, and audited like the first time."""

import json

import httpx
import pytest

from matcher_service.held import Held
from tests.made_up import raw_case
from tests.service.server import JSON, ON, Server


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_thing_is_found_until_its_seconds_are_over_however_often_it_is_asked(clock):
    held = Held[str](10, 5, 1000, clock)
    mark = held.mark("wie", b"wat")
    held.hold(mark, "antwoord", 1)
    clock.now = 9.9
    assert held.find(mark) == "antwoord"
    clock.now = 10.0
    assert held.find(mark) is None
    held.forget_old()
    assert len(held) == 0


def test_the_oldest_makes_room_and_what_is_too_large_is_not_held(clock):
    held = Held[int](10, 3, 100, clock)
    marks = [held.mark(str(number), b"") for number in range(5)]
    for number, mark in enumerate(marks):
        held.hold(mark, number, 1)
    assert [held.find(mark) for mark in marks] == [None, None, 2, 3, 4]
    held.hold(marks[0], 0, 99)
    assert held.find(marks[0]) is None


def test_no_seconds_hold_nothing(clock):
    held = Held[int](0, 3, 100, clock)
    held.hold(held.mark("wie", b""), 1, 1)
    assert len(held) == 0


def test_a_mark_tells_nothing_outside_its_process():
    assert Held[int](1, 1, 1).mark("wie", b"wat") != Held[int](1, 1, 1).mark("wie", b"wat")


def ask(server: Server, key: str, view: str = "coach") -> httpx.Response:
    with server.client(key) as client:
        content = json.dumps({**raw_case(), "id": "verzonnen-gehouden"})
        return client.post("/v1/rankings", params={"view": view, "on": ON}, content=content, headers=JSON)


def test_who_asks_the_same_again_gets_the_same_and_is_audited_again(server):
    first, again = ask(server, "coach"), ask(server, "coach")
    assert (first.status_code, again.content) == (200, first.content)
    audited = [json.loads(line) for line in server.audited().splitlines()]
    rows = [row for row in audited if row.get("request_id") in {a.headers["x-request-id"] for a in (first, again)}]
    assert [row["action"] for row in rows] == ["ranking", "ranking"]
    assert rows[0]["receipt"] == rows[1]["receipt"]
    assert server.logged().count(f'"request_id":"{again.headers["x-request-id"]}"') == 1


def test_an_answer_is_the_same_packed_or_not_the_first_time_and_again(server):
    params = {"view": "coach", "on": ON, "explained": True}
    content = json.dumps({**raw_case(), "id": "verzonnen-ingepakt"})
    asked = [
        (encoding, server.client("coach", headers={"Accept-Encoding": encoding}))
        for encoding in ("gzip", "gzip", "identity", "identity")
    ]
    found = []
    for encoding, client in asked:
        with client:
            got = client.post("/v1/rankings", params=params, content=content, headers=JSON)
        assert got.headers.get("content-encoding", "identity") == encoding
        assert got.headers["vary"] == "Accept-Encoding"
        found.append(got.content)
    assert len(set(found)) == 1


def test_what_is_held_for_a_coach_is_never_handed_to_another_key(server):
    assert ask(server, "coach").status_code == 200
    assert ask(server, "jobhunter").status_code == 403
    assert ask(server, "index").status_code == 403
    seen = ask(server, "jobhunter", "jobs").json()
    assert seen["audience"] == "jobhunter"
