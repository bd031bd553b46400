"""Documents in and out over HTTP: as the library answers, without identity, and a hostile file is no fault of ours."""

import io

import docx
import pytest

from matcher.documents import Kind, kinds_for
from matcher.papers import case_part, confirm, correction_of, read_document
from matcher.prose import Audience
from matcher.report import paper_json
from tests.papers.hostile import hostile, seeds
from tests.papers.samples import write_samples
from tests.service.server import EXAMPLE, ON, YAML, Server

CV = "Curriculum vitae\nJan Voorbeeld\njan@voorbeeld.example\nWerkervaring\n2012 - heden  Magazijnmedewerker\n"
OCTETS = "application/octet-stream"


def post(server: Server, content: bytes, kind: str, key: str = "coach", **headers):
    with server.client(key) as client:
        return client.post("/v1/papers", content=content, headers={"Content-Type": kind, **headers})


def test_a_form_is_read_over_http_as_the_library_reads_it(server, folder):
    path = next(each for each in write_samples(folder, each=1) if each.name.startswith("boxes"))
    reading = read_document(path)
    got = post(server, path.read_bytes(), OCTETS, **{"X-Filename": path.name})
    assert got.status_code == 200
    answer = got.json()
    expected = paper_json(reading, None, reading.questions())
    assert {name: answer[name] for name in expected} == expected
    found = {item.code: list(item.levels) for item in reading.leading.found()}
    assert {each["item"]: each["levels"] for each in answer["form"]["items"] if each["state"] != "not_found"} == found
    assert len(answer["case"]["forms"]) == 1
    assert '"action":"paper.read"' in server.audited().replace(": ", ":")


def test_who_a_document_is_about_is_never_in_the_answer_or_in_the_logs(server):
    got = post(server, CV.encode(), "text/plain")
    assert got.status_code == 200
    assert got.json()["person"]["experience"][0]["title"] == "Magazijnmedewerker"
    for text in (got.text, server.logged(), server.audited()):
        assert "Jan Voorbeeld" not in text
        assert "jan@voorbeeld" not in text


@pytest.mark.parametrize("number", range(12))
def test_a_hostile_file_is_read_or_refused_and_never_a_fault_of_ours(server, folder, number):
    _, content, suffix = hostile(number, seeds(folder))
    got = post(server, content, OCTETS, **{"X-Filename": f"stuk{suffix}"})
    assert got.status_code in (200, 400), got.text
    if got.status_code == 400:
        assert got.json()["type"] == "urn:matcher:problem:unreadable"


def test_a_body_without_a_kind_is_refused_and_says_what_to_send(server):
    assert post(server, b"x", OCTETS).status_code == 415
    assert post(server, b"x", "application/zip").status_code == 415


def test_a_document_may_be_larger_than_a_case_and_not_larger_than_its_own_limit(server):
    assert post(server, b"%PDF-1.7\n" + bytes(2_000_000), "application/pdf").status_code == 400
    assert post(server, b"%PDF-1.7\n" + bytes(26_000_001), "application/pdf").status_code == 413
    with server.client("coach") as client:
        params = {"view": "coach", "on": ON}
        assert client.post("/v1/zoekprofiel", params=params, content=bytes(1_000_001), headers=YAML).status_code == 413


def answered(server: Server, reading, *answers, key: str = "coach", **more):
    given = [{"key": about, "value": value, "reason": "vergeleken met het papier"} for about, value in answers]
    with server.client(key) as client:
        return client.post("/v1/papers/answers", json={"reading": reading, "answers": given, **more})


def read_short(server: Server, folder):
    path = next(each for each in write_samples(folder, each=1) if each.name.startswith("short"))
    return path, post(server, path.read_bytes(), OCTETS, **{"X-Filename": path.name}).json()


def test_questions_about_a_form_are_answered_over_http_as_on_the_command_line(server, folder):
    path, first = read_short(server, folder)
    assert "rest" in [each["key"] for each in first["questions"]]
    got = answered(server, first["reading"], ("rest", "norm"), ("IV.13", "2"), case_id="verzonnen-20")
    assert got.status_code == 200, got.text
    answer = got.json()
    corrections = [correction_of(f"{key}; vergeleken met het papier") for key in ("rest=norm", "IV.13=2")]
    reading = read_document(path)
    part = case_part("verzonnen-20", [reading], [confirm(reading.leading, corrections)])
    assert answer["case"] == part.case.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    assert "rest" not in [each["key"] for each in answer["questions"]]
    assert [each["key"] for each in answer["corrections"]] == ["rest", "IV.13"]
    assert "paper.confirm" in server.audited()
    with server.client("coach") as client:
        params = {"view": "coach", "on": ON}
        assert client.post("/v1/zoekprofiel", params=params, json=answer["case"]).status_code == 200


def test_a_document_adds_to_a_case_that_is_there(server, folder):
    _, first = read_short(server, folder)
    made = answered(server, first["reading"], ("rest", "norm")).json()["case"]
    cv = post(server, CV.encode(), "text/plain").json()
    whole = answered(server, cv["reading"], case=made).json()["case"]
    assert whole["forms"] == made["forms"]
    assert whole["person"]["experience"][0]["title"] == "Magazijnmedewerker"


def test_a_reading_that_was_changed_or_belongs_to_another_key_is_refused(server, folder):
    _, first = read_short(server, folder)
    changed = {**first["reading"], "content": first["reading"]["content"].replace("IV.13", "IV.14")}
    assert answered(server, changed, ("rest", "norm")).status_code == 422
    assert answered(server, first["reading"], ("rest", "norm"), key="elsewhere").status_code == 422
    assert answered(server, first["reading"], ("rest", "misschien")).status_code == 422
    assert answered(server, first["reading"], ("nummering", "oud")).status_code == 422


@pytest.mark.parametrize("path", ["/v1/papers", "/v1/documents/plan?audience=coach"])
@pytest.mark.parametrize("key", ["jobhunter", "index", "admin"])
def test_documents_are_for_a_coach_only(server, path, key):
    with server.client(key) as client:
        assert client.post(path, content=b"x", headers={"Content-Type": "text/plain"}).status_code == 403


def make(server: Server, kind: str, **params):
    with server.client("coach") as client:
        return client.post(
            f"/v1/documents/{kind}", params={"on": ON, **params}, content=EXAMPLE.read_bytes(), headers=YAML
        )


def test_a_document_comes_as_a_file_and_stands_in_the_audit_log(server):
    got = make(server, "plan", audience="current-employer", format="docx")
    assert got.status_code == 200
    assert got.headers["content-disposition"] == 'attachment; filename="plan.docx"'
    assert docx.Document(io.BytesIO(got.content)).paragraphs[0].text == "Re-integratieplan tweede spoor"
    assert "document.plan.current-employer.docx" in server.audited()


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF-"), ("html", b"<!"), ("md", b"# ")])
def test_every_format_comes_with_its_own_kind(server, form, start):
    got = make(server, "zoekprofiel", audience="coach", format=form)
    assert got.status_code == 200, got.text
    assert got.content.startswith(start)


def test_the_reader_has_no_default_and_a_reader_gets_only_their_own_documents(server):
    assert make(server, "plan").status_code == 422
    others = set(Kind) - set(kinds_for(Audience.NEW_EMPLOYER))
    for kind in sorted(others)[:3]:
        assert make(server, kind.value, audience="new-employer").status_code == 422
    assert make(server, "qzx", audience="coach").status_code == 422
