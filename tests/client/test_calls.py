"""The client without a service: every address, what is sent again, where a key may go, and refusals as exceptions."""

import inspect
import json
import re
from datetime import date
from pathlib import Path

import httpx
import pytest

import matcher_client
from matcher_client import (
    AnswerUnreadable,
    CaseFaulty,
    Client,
    InsecureAddress,
    MatcherClientError,
    NotAllowed,
    NotFound,
    Refused,
    ServiceFault,
    TooManyRequests,
    Unreachable,
)
from matcher_client.calls import Calls
from tests.client.rebuild_answers import OPENAPI, ROOT, TARGET, answers_text

DESCRIPTION = json.loads(OPENAPI.read_text(encoding="utf-8"))
DAY = date(2026, 10, 12)
CASE = {"schema": "matcher/case/1", "id": "voorbeeld-1"}
EVERY = {
    "cases": [
        lambda c: c.zoekprofiel(CASE, view="coach", on=DAY),
        lambda c: c.rankings(CASE, view="coach", on=DAY),
        lambda c: c.check(CASE, "isco:4226", view="coach", on=DAY),
        lambda c: c.form(CASE, on=DAY),
        lambda c: c.text(CASE, audience="worker", on=DAY),
        lambda c: c.explanation(CASE, reader="worker", on=DAY),
        lambda c: c.stage(CASE, on=DAY),
        lambda c: c.calendar(CASE, on=DAY),
        lambda c: c.calendar_file(CASE, format="ics", on=DAY),
        lambda c: c.document(CASE, "profile", audience="new-employer", work=["isco:4226"], consent="V-1", on=DAY),
        lambda c: c.rank_vacancies(CASE, [], view="coach", on=DAY),
    ],
    "papers": [
        lambda c: c.read(b"x", "a.txt", numbering="current"),
        lambda c: c.answer({"content": "", "seal": ""}, [], case=CASE),
    ],
    "vum": [
        lambda c: c.read({"werktijden": {}}, case_id="voorbeeld-1"),
        lambda c: c.write(CASE, own_id="deel-1", agreed=DAY, work=["isco:4226", "isco:4110"], on=DAY),
    ],
    "index": [
        lambda c: c.show(on=DAY),
        lambda c: c.drift(on=DAY),
        lambda c: c.add([{"titel": "Kok"}], on=DAY),
        lambda c: c.remove(["v1"], on=DAY),
        lambda c: c.rank(CASE, view="coach", new_since=DAY, on=DAY),
    ],
    "dossiers": [
        lambda c: c.list(),
        lambda c: c.store(CASE, keep_until=DAY),
        lambda c: c.read("d1", version=1),
        lambda c: c.add("d1", CASE, after=1),
        lambda c: c.erase("d1"),
        lambda c: c.zoekprofiel("d1", view="coach", on=DAY),
        lambda c: c.accesses("d1"),
        lambda c: c.export("d1"),
        lambda c: c.keep("d1", until=DAY),
    ],
    "occupations": [lambda c: c.list(), lambda c: c.look_up("isco:4226"), lambda c: c.link(["kok"])],
    "system": [lambda c: c.health(), lambda c: c.ready(), lambda c: c.metrics(), lambda c: c.case_schema()],
}


def client(answer, **more) -> Client:
    return Client("https://matcher.voorbeeld", "mtr_voorbeeld", transport=httpx.MockTransport(answer), **more)


def problem(status: int, **more) -> httpx.Response:
    body = {"type": "urn:matcher:problem:proef", "title": "", "status": status, "detail": "Kies iets anders.",
            "request_id": "r1", "errors": []}  # fmt: skip
    return httpx.Response(status, json=body | more.pop("body", {}), **more)


def sent_by_everything() -> list[httpx.Request]:
    sent: list[httpx.Request] = []

    def note(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json={})

    with client(note) as made:
        for group, calls in EVERY.items():
            for call in calls:
                call(getattr(made, group))
    return sent


def operation_of(request: httpx.Request) -> tuple[str, dict]:
    for path, methods in DESCRIPTION["paths"].items():
        pattern = re.sub(r"\{[^}]+\}", "[^/]+", path)
        operation = methods.get(request.method.lower())
        if operation and re.fullmatch(pattern, request.url.path):
            found = (path, operation)
            if "{" not in path:
                return found
    return found


def test_every_operation_of_the_published_description_has_a_method_with_its_own_parameters():
    reached = set()
    for request in sent_by_everything():
        path, operation = operation_of(request)
        reached.add(operation["operationId"])
        known = {p["name"] for p in operation.get("parameters", ()) if p["in"] == "query"}
        assert set(request.url.params) <= known, (path, set(request.url.params) - known)
        must = {p["name"] for p in operation.get("parameters", ()) if p["in"] == "query" and p["required"]}
        assert must <= set(request.url.params), path
    every = {o["operationId"] for methods in DESCRIPTION["paths"].values() for o in methods.values()}
    assert reached == every


def test_every_method_is_tried_here():
    with client(lambda _: httpx.Response(200, json={})) as made:
        for group, calls in EVERY.items():
            methods = [name for name, _ in inspect.getmembers(getattr(made, group), inspect.ismethod) if name[0] != "_"]
            assert len(methods) == len(calls), group


def test_the_types_are_those_of_the_published_description():
    assert TARGET.read_text(encoding="utf-8") == answers_text(DESCRIPTION), (
        "run: python -m tests.client.rebuild_answers"
    )


def test_a_key_goes_over_https_only_except_to_this_machine_and_is_never_shown():
    with pytest.raises(InsecureAddress) as refused:
        Client("http://matcher.voorbeeld", "mtr_geheim")
    assert "geheim" not in str(refused.value)
    for url in ("http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000", "https://matcher.voorbeeld"):
        with Client(url, "mtr_geheim") as made:
            assert "geheim" not in repr(vars(made))
    Client("http://matcher.voorbeeld").close()


def test_a_token_may_be_a_function_that_is_asked_each_time():
    seen, tokens = [], iter(("een", "twee"))

    def note(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["authorization"])
        return httpx.Response(200, json={})

    with Client("https://m.voorbeeld", lambda: next(tokens), transport=httpx.MockTransport(note)) as made:
        made.system.health()
        made.system.health()
    assert seen == ["Bearer een", "Bearer twee"]


def flaky(times: int, fault) -> tuple[list[str], object]:
    sent: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request.method)
        if len(sent) <= times:
            if isinstance(fault, Exception):
                raise fault
            return fault
        return httpx.Response(200, json={"done": True})

    return sent, answer


def calls(answer, pauses: list[float]) -> Calls:
    return Calls(
        "https://m.voorbeeld", None, timeout_s=1, again=2, transport=httpx.MockTransport(answer), pause=pauses.append
    )


@pytest.mark.parametrize(
    ("fault", "waited"),
    [
        (httpx.ConnectError("weg"), [0.5, 1.0]),
        (problem(503), [0.5, 1.0]),
        (problem(429, headers={"Retry-After": "7"}), [7.0, 7.0]),
        (problem(503, headers={"Retry-After": "900"}), [30.0, 30.0]),
        (problem(503, headers={"Retry-After": "morgen"}), [0.5, 1.0]),
    ],
)
def test_what_changes_nothing_is_sent_again_after_a_pause(fault, waited):
    pauses: list[float] = []
    sent, answer = flaky(2, fault)
    assert calls(answer, pauses).json("GET", "/x", harmless=True) == {"done": True}
    assert (len(sent), pauses) == (3, waited)


def test_sending_again_stops_and_says_what_happened():
    sent, answer = flaky(9, httpx.ConnectError("weg"))
    with pytest.raises(Unreachable):
        calls(answer, []).json("GET", "/x", harmless=True)
    assert len(sent) == 3


@pytest.mark.parametrize("fault", [httpx.ReadTimeout("traag"), problem(503), problem(429)])
@pytest.mark.parametrize(
    "change",
    [
        lambda c: c.dossiers.store(CASE),
        lambda c: c.dossiers.add("d1", CASE, after=1),
        lambda c: c.dossiers.erase("d1"),
        lambda c: c.dossiers.keep("d1", until=DAY),
        lambda c: c.index.add([]),
        lambda c: c.index.remove(["v1"]),
    ],
)
def test_a_change_is_never_sent_twice(change, fault):
    sent, answer = flaky(1, fault)
    with client(answer) as made, pytest.raises(MatcherClientError):
        change(made)
    assert len(sent) == 1


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, CaseFaulty), (401, NotAllowed), (403, NotAllowed), (404, NotFound), (409, Refused), (413, Refused),
     (422, CaseFaulty), (429, TooManyRequests), (500, ServiceFault), (503, ServiceFault)],
)  # fmt: skip
def test_a_refusal_is_an_exception_with_the_problem(status, kind):
    body = {"errors": [{"field": "forms.0", "line": 3, "problem_nl": "Kies een niveau."}]}
    answer = problem(status, body=body, headers={"Retry-After": "3"})
    with client(lambda _: answer, again=0) as made, pytest.raises(Refused) as caught:
        made.cases.stage(CASE)
    refused = caught.value
    assert type(refused) is kind
    assert (refused.status, refused.kind, refused.request_id) == (status, "proef", "r1")
    assert (refused.faults[0].field, refused.faults[0].line) == ("forms.0", 3)
    assert "Kies een niveau." in str(refused)
    if isinstance(refused, TooManyRequests):
        assert refused.retry_after_s == 3


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(502, text="<html>Bad gateway</html>"),
        httpx.Response(500, json=["x"]),
        httpx.Response(200, text="<html>"),
        httpx.Response(302, headers={"Location": "https://elders.voorbeeld"}),
    ],
)
def test_what_is_no_answer_of_the_service_is_told_as_such(answer):
    with client(lambda _: answer, again=0) as made, pytest.raises(AnswerUnreadable):
        made.system.health()


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_a_case_may_be_a_mapping_a_text_bytes_or_a_path(tmp_path, suffix):
    kinds: list[tuple[str, bytes]] = []

    def note(request: httpx.Request) -> httpx.Response:
        kinds.append((request.headers["content-type"], request.content))
        return httpx.Response(200, json={})

    path = tmp_path / f"casus{suffix}"
    path.write_text(json.dumps(CASE), encoding="utf-8")
    with client(note) as made:
        for case in (CASE, "id: x", b"id: x", path):
            made.cases.stage(case)
    json_kind, yaml_kind = "application/json", "application/yaml"
    assert [kind for kind, _ in kinds] == [
        json_kind,
        yaml_kind,
        yaml_kind,
        json_kind if suffix == ".json" else yaml_kind,
    ]


def test_the_public_names_are_sorted_and_the_package_needs_httpx_only():
    assert list(matcher_client.__all__) == sorted(matcher_client.__all__)
    for source in (ROOT / "client" / "src").rglob("*.py"):
        text = source.read_text(encoding="utf-8")
        assert not re.search(r"^\s*(?:import|from) matcher(?:_service)?\b(?!_client)", text, re.MULTILINE), source
    assert 'dependencies = ["httpx>=0.28"]' in (ROOT / "client" / "pyproject.toml").read_text(encoding="utf-8")
    assert Path(ROOT / "client" / "src" / "matcher_client" / "py.typed").is_file()
