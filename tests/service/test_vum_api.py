"""The VUM profile over HTTP: a coach starts a case with it, and shares work and nothing medical."""

import json
from pathlib import Path

import pytest

from tests.made_up import raw_case
from tests.service.server import JSON, ON

SAMPLE = (Path(__file__).parent.parent / "vum" / "profiel.json").read_bytes()
SHARED = {"own_id": "deel-1", "agreed": "2026-10-01", "work": ["isco:4226"], "on": ON}


def ill():
    """A case with limits, and with a text that names something medical where it may not be shared."""
    raw = raw_case([{"item": "IV.13", "levels": [2], "text": "hooguit af en toe iets zwaars"}])
    raw["person"]["experience"] = [{"title": "receptionist", "from_year": 2012}]
    return raw


def write(server, key="coach", case=None, **changes):
    params = {name: value for name, value in {**SHARED, **changes}.items() if value is not None}
    with server.client(key) as client:
        return client.post("/v1/vum/profiles", params=params, content=json.dumps(case or ill()), headers=JSON)


def read(server, content, key="coach", **params):
    headers = params.pop("headers", JSON)
    with server.client(key) as client:
        return client.post("/v1/vum/readings", params=params, content=content, headers=headers)


def test_a_profile_out_holds_work_and_the_same_for_who_has_limits_and_who_has_not(server):
    got, sound = write(server), write(server, case={**ill(), "forms": []})
    assert got.status_code == 200, got.text
    answer = got.json()
    assert (answer["schema"], answer["audience"], answer["on"]) == ("matcher/vum-profile/1", "new-employer", ON)
    assert answer["profile"]["idWerkzoekende"] == "deel-1"
    assert answer["profile"]["arbeidsmarktkwalificatie"]["werkervaring"]
    assert answer["profile"] == sound.json()["profile"]
    for word in ("zwaars", "IV.13", "verzonnen", "eisAanWerk"):
        assert word not in json.dumps(answer["profile"])
    assert any("eisAanWerk" in note for note in answer["notes_nl"])
    assert '"vum.profile"' in server.audited()


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"agreed": None}, 422),
        ({"agreed": "2026-10-13"}, 422),
        ({"work": None}, 422),
        ({"work": ["isco:99999"]}, 404),
        ({"own_id": None}, 422),
        ({"own_id": ""}, 422),
        ({"own_id": "verzonnen-1"}, 422),
    ],
)
def test_without_consent_work_or_a_mark_of_its_own_no_profile_goes_out(server, changes, status):
    got = write(server, **changes)
    assert (got.status_code, "profile" in got.json()) == (status, False)


def test_the_mark_of_the_case_and_what_the_reader_may_not_see_stay_in(server):
    case = ill()
    assert write(server, own_id=case["id"]).status_code == 422
    assert write(server, own_id="IV.13").status_code == 422


def test_a_profile_in_is_the_start_of_a_case_that_can_be_matched(server):
    got = read(server, SAMPLE, case_id="verzonnen-9")
    assert got.status_code == 200, got.text
    answer = got.json()
    assert (answer["schema"], answer["case"]["id"]) == ("matcher/vum-reading/1", "verzonnen-9")
    assert answer["questions_nl"]
    assert any("eisAanWerk" in line for line in answer["left_out_nl"])
    for private in ("voorbeeld-12345", "jan@", "088-", "persoonlijkePresentatie: ", "Fijne baan"):
        assert private not in json.dumps(answer)
    with server.client("coach") as client:
        params = {"view": "coach", "on": ON}
        ranked = client.post("/v1/rankings", params=params, content=json.dumps(answer["case"]), headers=JSON)
    assert ranked.status_code == 200
    assert '"vum.read"' in server.audited()


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"{", JSON, 400),
        (b'{"naam": "Jan Voorbeeld"}', JSON, 400),
        (b'{"werktijden": 7}', JSON, 400),
        (b"{" + b" " * 600_000 + b"}", JSON, 400),
        (SAMPLE, {"Content-Type": "text/plain"}, 415),
    ],
)
def test_what_is_no_profile_is_refused_without_repeating_it(server, content, headers, status):
    got = read(server, content, headers=headers)
    assert got.status_code == status
    assert "Jan" not in got.text


def test_a_name_as_mark_of_the_case_and_another_scope_are_refused(server):
    assert read(server, SAMPLE, case_id="Jan Voorbeeld").status_code == 422
    for key in ("jobhunter", "index", "admin"):
        assert read(server, SAMPLE, key=key).status_code == 403
        assert write(server, key=key).status_code == 403
