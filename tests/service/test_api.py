"""What comes over HTTP is what the library answers, and every refusal says where and what, never which value."""

import json
import uuid
from datetime import date

import httpx
import orjson
import pytest

import matcher
from matcher import CaseInvalid, InputError
from matcher.dossier import decided
from matcher.matching import notices_nl
from matcher.prose import Audience, compose_text, explain, explanation_json
from matcher.report import (
    RankingPage,
    check_json,
    form_json,
    jobs_check_json,
    jobs_ranking_json,
    jobs_zoekprofiel_json,
    ranking_json,
    render_text,
    zoekprofiel_json,
    zoekprofiel_view,
)
from tests.prose.random_cases import random_case, validated
from tests.service.server import EXAMPLE, JSON, ON, YAML, Server

CATALOGUE = matcher.load_catalogue()
DAY = date.fromisoformat(ON)
SEEDS = range(6)


def same(data):
    return orjson.loads(orjson.dumps(data))


def post(server: Server, path: str, key: str = "coach", **more) -> httpx.Response:
    with server.client(key) as client:
        content = more.pop("content", EXAMPLE.read_bytes())
        headers = more.pop("headers", YAML)
        return client.post(f"/v1/{path}", params={"on": ON, **more}, content=content, headers=headers)


@pytest.fixture(scope="module")
def read():
    return matcher.read_case(EXAMPLE)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_case_gets_over_http_exactly_what_the_library_answers(server, seed):
    raw, on = random_case(seed)
    text = validated(raw).model_dump_json(by_alias=True, exclude_defaults=True)
    got = post(server, "zoekprofiel", view="coach", on=on.isoformat(), content=text.encode(), headers=JSON)
    try:
        read = matcher.read_case_text(text, "json")
        result = decided(matcher.match(read.case, on, CATALOGUE), read.case, CATALOGUE)
        made = zoekprofiel_json(result, CATALOGUE, read.report.notes_nl())
    except CaseInvalid as refused:
        assert got.status_code == 422
        told = [(e["field"], e["line"], e["problem_nl"]) for e in got.json()["errors"]]
        assert told == [(f.field, f.line, f.problem) for f in refused.faults]
    except InputError as refused:
        assert (got.status_code, got.json()["detail"]) == (422, str(refused))
    else:
        assert got.status_code == 200
        assert got.json() == same(made)


def test_json_and_yaml_of_one_case_give_the_same_bytes(server, read):
    text = read.case.model_dump_json(by_alias=True)
    by_json = post(server, "zoekprofiel", view="coach", content=text.encode(), headers=JSON)
    assert by_json.status_code == 200
    assert by_json.content == post(server, "zoekprofiel", view="coach").content


def test_the_zoekprofiel_comes_as_text_and_markdown_too(server, read):
    blocks = zoekprofiel_view(matcher.match(read.case, DAY, CATALOGUE), CATALOGUE, reading=read.report.notes_nl())
    text = post(server, "zoekprofiel", view="coach", format="text")
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert text.text == render_text(blocks)
    assert post(server, "zoekprofiel", view="coach", format="md").text.startswith("# Zoekprofiel")


@pytest.mark.parametrize("explained", [True, False])
@pytest.mark.parametrize(("group", "offset", "limit"), [("shown", 0, 5), ("shown", 5, 5), ("exceeding", 20, 10)])
def test_a_page_of_the_ranking_is_that_part_of_the_whole_ranking(server, read, group, offset, limit, explained):
    whole = matcher.match(read.case, DAY, CATALOGUE, top=500)
    page = RankingPage(group, offset, limit, explained)
    got = post(
        server, "rankings", view="coach", group=group, offset=offset, limit=limit, explained=str(explained).lower()
    )
    assert got.json() == same(ranking_json(whole, CATALOGUE, page, read.report.notes_nl()))
    assert ("findings" in got.json()["occupations"][0]) is explained


def test_every_ranked_occupation_is_on_exactly_one_page(server):
    seen, offset = [], 0
    while offset is not None:
        found = post(server, "rankings", view="jobs", group="exceeding", offset=offset, limit=100).json()
        seen += [o["id"] for o in found["occupations"]]
        offset = found["page"]["next_offset"]
    assert len(seen) == len(set(seen)) == found["page"]["total"] > 0


def test_one_occupation_is_checked_with_every_finding(server, read):
    made = matcher.check(read.case, "isco:4226", DAY, CATALOGUE)
    notices = (*notices_nl(read.case, DAY), *read.report.notes_nl())
    got = post(server, "occupations/isco:4226/check", view="coach")
    assert got.json() == same(check_json(made, CATALOGUE, notices))


def test_the_view_of_a_jobhunter_is_the_library_s_view(server, read):
    result = matcher.match(read.case, DAY, CATALOGUE)
    for key in ("coach", "jobhunter"):
        assert post(server, "zoekprofiel", key, view="jobs").json() == same(jobs_zoekprofiel_json(result))
        assert post(server, "rankings", key, view="jobs").json() == same(jobs_ranking_json(result, RankingPage()))
        checked = jobs_check_json(matcher.check(read.case, "isco:4226", DAY, CATALOGUE))
        assert post(server, "occupations/isco:4226/check", key, view="jobs").json() == same(checked)


def test_the_form_texts_explanations_stage_and_calendar_are_the_library_s(server, read):
    profile = matcher.understand_capacity(read.case, DAY)
    assert post(server, "forms/check").json() == same(form_json(profile, read.report))
    result = matcher.match(read.case, DAY, CATALOGUE)
    text = compose_text(result, read.case, Audience.WORKER).text
    assert "\n\n".join(post(server, "texts", audience="worker").json()["paragraphs_nl"]) == text
    made = explain(result, read.case, Audience.DOCTOR)
    assert post(server, "explanations", reader="doctor").json() == same(explanation_json(made))
    assert post(server, "explanations", reader="worker", language="en", format="md").text.startswith("# ")
    assert post(server, "stages").json()["stage"]["code"] == result.stage.stage.code
    assert post(server, "calendar").json()["case_id"] == read.case.id
    assert post(server, "calendar", format="ics").text.startswith("BEGIN:VCALENDAR")
    assert post(server, "calendar", format="svg").headers["content-type"].startswith("image/svg+xml")


def test_work_is_looked_up_without_a_case(server):
    with server.client("index") as client:
        page = client.get("/v1/occupations", params={"limit": 10, "offset": 430}).json()
        assert page["page"] == {"offset": 430, "limit": 10, "total": 436, "next_offset": None}
        assert client.get("/v1/occupations", params={"inside": "true"}).json()["page"]["total"] > 436
        assert client.get("/v1/occupations/isco:4226").json()["occupation"]["kind_nl"] == "receptiewerk"
        links = client.post("/v1/titles/links", json={"titles": ["receptionist", "flurbelknorper"], "top": 2}).json()
        assert [link["sure"] for link in links["links"]] == [True, False]
        assert client.get("/v1/schemas/case").json()["$id"] == "matcher/case/1"


def test_a_bare_number_is_refused_with_the_choices(server):
    with server.client("coach") as client:
        got = client.get("/v1/occupations/4226")
    assert (got.status_code, got.headers["content-type"]) == (404, "application/problem+json")
    assert "isco:4226" in got.json()["detail"]


def test_every_fault_of_a_case_comes_with_its_place_and_without_its_value(server):
    wrong = "schema: matcher/case/1\nid: x1\nJan Voorbeeld: 3\nforms:\n  - kind: Qzxsoort\n    date: qzxdatum\n"
    got = post(server, "zoekprofiel", view="coach", content=wrong.encode())
    assert (got.status_code, got.json()["type"]) == (422, "urn:matcher:problem:case-invalid")
    assert {"forms.0.kind", "forms.0.date"} <= {e["field"] for e in got.json()["errors"]}
    assert {e["line"] for e in got.json()["errors"]} >= {3, 5, 6}
    assert not any(value in got.text.lower() for value in ("jan", "voorbeeld:", "qzx"))


@pytest.mark.parametrize(
    ("content", "headers", "status", "kind"),
    [
        (b"%PDF-1.7", YAML, 400, "unreadable"),
        (b"", YAML, 400, "unreadable"),
        (b"\xff\xfe\x00", JSON, 400, "unreadable"),
        (b"{", JSON, 422, "case-invalid"),
        (b"x", {"Content-Type": "text/html"}, 415, "wrong-kind-of-body"),
        (b"x" * 1_000_001, YAML, 413, "too-large"),
    ],
)
def test_a_body_of_another_kind_or_size_is_refused_in_words(server, content, headers, status, kind):
    got = post(server, "zoekprofiel", view="coach", content=content, headers=headers)
    assert (got.status_code, got.json()["type"]) == (status, f"urn:matcher:problem:{kind}")


def test_a_body_without_an_announced_size_is_counted_while_it_comes_in(server):
    def drip():
        for _ in range(40):
            yield b"x" * 50_000

    assert post(server, "zoekprofiel", view="coach", content=drip()).status_code == 413


@pytest.mark.parametrize(
    ("more", "field"),
    [({"on": "gisteren"}, "query.on"), ({"view": "Jan Voorbeeld"}, "query.view"), ({"format": "pdf"}, "query.format")],
)
def test_a_parameter_that_does_not_fit_is_named_and_never_repeated(server, more, field):
    got = post(server, "zoekprofiel", **{"view": "coach", **more})
    assert got.status_code == 422
    assert [e["field"] for e in got.json()["errors"]] == [field]
    assert not any(value in got.text for value in ("gisteren", "Jan", "pdf"))


def test_a_field_that_the_sender_made_up_is_refused_without_its_name(server):
    with server.client("coach") as client:
        got = client.post("/v1/titles/links", json={"titles": ["lasser"], "jan_voorbeeld": 1, "top": 99})
    assert [e["field"] for e in got.json()["errors"]] == ["body.top", "body"]
    assert "jan" not in got.text


def test_the_view_and_the_reader_have_no_default(server):
    assert post(server, "zoekprofiel").json()["errors"][0]["field"] == "query.view"
    assert post(server, "texts").json()["errors"][0]["field"] == "query.audience"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1999-12-31"])
def test_a_day_of_matching_far_away_is_refused(server, day):
    assert post(server, "zoekprofiel", view="coach", on=day).status_code == 422


def test_every_answer_has_a_number_and_takes_over_one_that_cannot_be_personal(server):
    given = str(uuid.uuid4())
    with server.client() as client:
        assert client.get("/health", headers={"X-Request-Id": given}).headers["x-request-id"] == given
        made = client.get("/health", headers={"X-Request-Id": "Jan Voorbeeld"}).headers["x-request-id"]
        assert client.get("/v1/openapi.json").headers["api-version"] == "1.0.0"
    assert str(uuid.UUID(made)) == made


def test_a_long_answer_is_packed_when_the_caller_can_unpack(server):
    with server.client("coach") as client:
        packed = client.get("/v1/schemas/case")
        plain = client.get("/v1/schemas/case", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert json.loads(plain.content) == packed.json()


def test_an_address_that_is_not_there_and_a_method_that_is_not_there_are_refused_in_words(server):
    with server.client("coach") as client:
        assert client.get("/v1/personen").json()["type"] == "urn:matcher:problem:not-found"
        got = client.get("/v1/zoekprofiel")
    assert (got.status_code, got.headers["allow"]) == (405, "POST")
