"""After a mixed run nothing that was sent is found anywhere but in the answers to who sent it."""

import json
from pathlib import Path

import httpx
import pytest

import matcher_service
from matcher_service import Settings, create_app
from matcher_service.logs import ALLOWED, configure_logs, log
from tests.service.apart import run_apart
from tests.service.personal import found_in, personal_case, wrong_postcode
from tests.service.server import JSON, SECRETS, YAML, Server, make_key, running
from tests.service.traces import in_counters, left_behind

CASE_PATHS = (
    "zoekprofiel?view=coach", "zoekprofiel?view=jobs", "rankings?view=coach", "forms/check", "texts?audience=coach",
    "explanations?reader=coach", "calendar", "stages", "occupations/isco:4226/check?view=coach",
    "occupations/qzxzoek/check?view=coach",
)  # fmt: skip


def mixed_run(server: Server) -> list[httpx.Response]:
    """Send personal values in every place where one may come in, and answer every refusal."""
    good = json.dumps(personal_case()).encode()
    bad = json.dumps({**personal_case(), "qzxveld": "qzxfout", "forms": [{"kind": "qzxfout"}]}).encode()
    refused: list[httpx.Response] = []
    with server.client("coach") as coach, server.client("jobhunter") as jobs, server.client() as nobody:
        for client in (coach, jobs, nobody):
            refused += [client.post(f"/v1/{path}", content=good, headers=JSON) for path in CASE_PATHS]
            wrong = (bad, json.dumps(wrong_postcode()).encode(), b"qzxfout: [", b"\xff qzxfout", good * 2000)
            refused += [client.post("/v1/zoekprofiel?view=coach", content=each, headers=YAML) for each in wrong]
            refused.append(client.post("/v1/titles/links", json={"titles": ["qzxtitel"], "qzxveld": "qzxfout"}))
            refused.append(client.post("/v1/titles/links", json={"titles": ["qzxtitel"]}))
            refused.append(client.get("/v1/occupations/qzxzoek", params={"qzxveld": "qzxfout", "limit": "qzxfout"}))
            refused.append(client.get("/v1/dossiers/qzxkenmerk", headers={"X-Request-Id": "qzxkenmerk"}))
            refused.append(client.get("/v1/dossiers", headers={"Authorization": "Bearer mtr_qzxsleutel"}))
            refused.append(client.post("/inloggen", data={"sleutel": "qzxsleutel", "naam": "qzxfout"}))
            refused.append(client.get("/qzxzoek", params={"naam": "qzxkenmerk"}, headers={"Accept": "text/html"}))
            refused.append(client.request("PATCH", "/v1/zoekprofiel", content=good, headers=JSON))
            refused.append(client.request("QZXVELD", "/v1/zoekprofiel", content=good, headers=JSON))
        place = coach.post("/v1/dossiers", content=good, headers=JSON).headers["location"]
        coach.put(place, params={"after": 1}, content=good, headers=JSON)
        coach.get(f"{place}/zoekprofiel", params={"view": "coach"})
        refused.append(jobs.get(place))
    return [answer for answer in refused if answer.status_code >= 400]


@pytest.fixture(scope="module")
def after_the_run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("privacy")
    environment = {"MATCHER_STATE": str(folder / "state"), **SECRETS, "MATCHER_BURST": "10000"}
    keys = {
        "coach": make_key(environment, "voorbeeldbureau", "match"),
        "jobhunter": make_key(environment, "voorbeeldbureau", "jobs"),
        "admin": make_key(environment, "voorbeeldbureau", "admin"),
    }
    with running(folder, environment, keys=keys) as server:
        refused = mixed_run(server)
        with server.client("admin") as admin:
            counters = admin.get("/metrics").text
    return server, refused, counters, folder


def test_no_value_that_was_sent_is_in_logs_audit_database_or_any_other_file(after_the_run):
    _, _, _, folder = after_the_run
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {"audit.jsonl", "dossiers.sqlite3", "keys.json"} <= {path.name for path in files}
    assert [str(each) for each in left_behind(folder)] == []


def test_no_value_that_was_sent_is_in_the_counters(after_the_run):
    _, _, counters, _ = after_the_run
    assert "matcher_requests_total" in counters
    assert [str(each) for each in in_counters(counters.encode())] == []


def test_no_refusal_repeats_what_was_sent(after_the_run):
    _, refused, _, _ = after_the_run
    assert {answer.status_code for answer in refused} >= {400, 401, 403, 404, 405, 413, 422}
    assert [(a.request.url.path, found) for a in refused if (found := found_in(a.content))] == []
    assert not any(answer.status_code >= 500 for answer in refused)


def test_no_secret_is_in_logs_or_audit_log(after_the_run):
    server, _, _, _ = after_the_run
    everything = server.logged() + server.audited()
    assert not any(key.split("_", 2)[2] in everything for key in server.keys.values())
    assert not any(secret in everything for secret in SECRETS.values())


def test_every_line_of_the_log_holds_listed_fields_only(after_the_run):
    server, _, _, _ = after_the_run
    lines = [json.loads(line) for line in server.logged().splitlines() if line.startswith("{")]
    assert len(lines) > 50
    assert {name for line in lines for name in line} <= ALLOWED | {"at", "level", "event", "logger"}


def test_a_field_that_is_not_listed_cannot_be_logged():
    with pytest.raises(ValueError, match="allow-list"):
        log("request", name="Jan Voorbeeld")


def test_an_error_that_nobody_foresaw_tells_nothing_about_itself(monkeypatch, capfd):
    def broken(*_args, **_more):
        raise RuntimeError("qzxfout van Jan Voorbeeld")

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(create_app(Settings()))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get("/v1/occupations")

    monkeypatch.setattr("matcher_service.routes.occupations.occupation_list_json", broken)
    configure_logs()
    got = run_apart(ask())
    assert (got.status_code, got.json()["type"]) == (500, "urn:matcher:problem:bug")
    logged = capfd.readouterr().out
    assert "RuntimeError" in logged
    assert found_in(got.content + logged.encode()) == []


def test_no_other_library_is_told_about_requests():
    app = create_app(Settings())
    told = Path(matcher_service.__file__).with_name("app.py").read_text(encoding="utf-8")
    assert "telemetry=_NO_TELEMETRY" in told
    assert app.docs_url is None
