"""The index of vacancies of a bureau: filled, ranked, emptied; each bureau its own, and never persons for a vacancy."""

import json

import httpx
import pytest

from tests.made_up import raw_case
from tests.service.server import JSON, ON, Server

FEED = [
    {"id": "v1", "titel": "Receptionist", "plaats": "Deventer", "tekst": "Je ontvangt bezoekers. 24 uur per week."},
    {"id": "v2", "titel": "Stratenmaker", "plaats": "Deventer", "tekst": "Je tilt stenen van 25 kg. 38 uur per week."},
]


def send(server: Server, key: str, method: str, path: str, content: object = None, **params: object) -> httpx.Response:
    with server.client(key) as client:
        body = None if content is None else json.dumps(content).encode()
        return client.request(method, f"/v1/{path}", params={"on": ON, **params}, content=body, headers=JSON)


def rank(server: Server, key: str, **params: object) -> httpx.Response:
    return send(server, key, "POST", "index/rankings", raw_case(), **{"view": "coach", **params})


@pytest.fixture
def filled(server: Server) -> list[str]:
    """Ids of the vacancies in the index, which other tests of the same server may have filled before."""
    got = send(server, "index", "POST", "index/vacancies", FEED)
    assert got.status_code == 200, got.text
    found = [each["id"] for each in rank(server, "coach", closed=True, top=100).json()["open"]]
    own = [name for name in found if name.rpartition(":")[2] in {each["id"] for each in FEED}]
    strange = [name for name in found if name not in own]
    if strange:
        send(server, "index", "POST", "index/removals", {"ids": strange})
    return own


def test_a_bureau_without_an_index_is_told_how_to_fill_it(server):
    got = rank(server, "elsewhere")
    assert (got.status_code, got.json()["type"]) == (404, "urn:matcher:problem:index-not-here")


def test_the_index_is_ranked_short_or_with_every_reason_and_knows_what_it_holds(server, filled):
    short, explained = rank(server, "coach").json(), rank(server, "coach", explained=True).json()
    assert short["counts"]["listed"] == 2
    assert [each["id"] for each in short["open"]] == [each["id"] for each in explained["open"]] == filled
    assert "findings" not in short["open"][0]
    assert explained["open"][0]["findings"]
    assert send(server, "index", "GET", "index").json()["vacancies"] == 2
    assert '"index.ranking"' in server.audited()


def test_a_change_is_there_for_the_next_request_though_an_answer_was_held(server, filled):
    before = rank(server, "coach").json()
    done = send(server, "index", "POST", "index/removals", {"ids": [filled[0]]}).json()
    assert (done["removed"], done["in_all"]) == (1, 1)
    after = rank(server, "coach").json()
    assert (before["counts"]["listed"], after["counts"]["listed"]) == (2, 1)


def test_a_jobhunter_sees_no_item_and_only_the_scope_index_may_change_it(server, filled):
    got = rank(server, "jobhunter", view="jobs")
    assert got.json()["audience"] == "jobhunter"
    assert "only_by" not in got.json()
    assert rank(server, "jobhunter").status_code == 403
    for key in ("coach", "jobhunter", "admin"):
        assert send(server, key, "POST", "index/vacancies", FEED).status_code == 403
        assert send(server, key, "POST", "index/removals", {"ids": filled}).status_code == 403


def test_another_bureau_sees_nothing_of_it(server, filled):
    assert rank(server, "elsewhere").status_code == 404


def test_first_run_keeps_no_index(first_run):
    with first_run.client() as client:
        got = client.get("/v1/index")
    assert (got.status_code, got.json()["type"]) == (404, "urn:matcher:problem:switched-off")


def test_the_drift_of_the_index_is_shares_of_vacancies_and_counts_of_feeds_and_nothing_of_a_person(server, filled):
    got = send(server, "index", "GET", "index/drift").json()
    assert (got["schema"], got["vacancies"]) == ("matcher/drift/1", 2)
    assert got["feeds"]["api"]["read"] >= 2
    assert set(got["verdict_pct"]) == {"thuishulp", "magazijn"}
    assert send(server, "coach", "GET", "index/drift").status_code == 403
