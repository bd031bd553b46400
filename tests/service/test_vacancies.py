"""Vacancies for a case over HTTP and on a page: in order, with reasons and questions, and never the other way round."""

import json
import re

import pytest
from playwright.sync_api import Browser

import matcher
from tests.service.browser import DESK, PHONE, arrived, open_page, too_wide, violations
from tests.service.server import EXAMPLE, JSON, ON, Server

DESK_JOB = {
    "titel": "Receptionist",
    "plaats": "Deventer",
    "tekst": "Je ontvangt bezoekers en neemt de telefoon op. 24 uur.",
}
HEAVY = {
    "titel": "Stratenmaker",
    "plaats": "Deventer",
    "tekst": "Zwaar tilwerk: je tilt de hele dag 25 kg. 40 uur per week.",
}
POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Receptionist",
    "description": "Je ontvangt bezoekers.",
    "hiringOrganization": {"name": "Oefenbedrijf"},
    "jobLocation": {"address": {"addressLocality": "Deventer"}},
}
CASE = json.loads(matcher.read_case(EXAMPLE).case.model_dump_json(by_alias=True, exclude_defaults=True))


def rank(server: Server, vacancies, key: str = "coach", view: str = "coach", **more):
    body = more.pop("body", {"case": CASE, "vacancies": vacancies})
    with server.client(key) as client:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return client.post("/v1/vacancies/rank", params={"view": view, "on": ON, **more}, content=content, headers=JSON)


def test_vacancies_come_in_order_with_reasons_and_questions(server):
    got = rank(server, [HEAVY, DESK_JOB])
    assert got.status_code == 200, got.text
    answer = got.json()
    assert answer["counts"]["listed"] == 2
    titles = [each["title"] for each in (*answer["open"], *answer["closed"])]
    assert sorted(titles) == ["Receptionist", "Stratenmaker"]
    assert answer["open"][0]["title"] == "Receptionist"
    assert answer["open"][0]["contributions"]
    assert answer["open"][0]["questions_nl"]
    assert all(each["closed_by"] for each in answer["closed"])
    assert '"vacancies"' in server.audited()


def test_a_job_posting_is_read_too(server):
    answer = rank(server, POSTING).json()
    assert [(each["title"], each["employer"]) for each in answer["open"]] == [("Receptionist", "Oefenbedrijf")]


@pytest.mark.parametrize("key", ["coach", "jobhunter"])
def test_a_jobhunter_sees_no_item_level_finding_or_wage(server, key):
    got = rank(server, [HEAVY, DESK_JOB], key, "jobs")
    assert got.status_code == 200, got.text
    fields = {
        "id", "rank", "title", "employer", "place", "url", "verdict", "verdict_nl", "points", "opens_at", "closed_nl",
        "questions_nl",
    }  # fmt: skip
    answer = got.json()
    assert all(set(each) == fields for each in (*answer["open"], *answer["closed"]))
    assert not re.search(r"\b(?:I|II|III|IV|V|VI)\.\d", got.text)
    assert "only_by" not in answer
    closed = next(each for each in answer["closed"] if each["title"] == "Stratenmaker")
    assert not any("til" in reason.lower() for reason in closed["closed_nl"])


def test_a_jobhunter_may_not_ask_the_view_of_the_coach(server):
    assert rank(server, [DESK_JOB], "jobhunter", "coach").status_code == 403
    assert rank(server, [DESK_JOB], "index", "jobs").status_code == 403


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[]", 422),
        (b'{"case": {}}', 422),
        (b'{"case": {}, "vacancies": []}', 422),
        (b'{"case": {}, "vacancies": [1]}', 422),
        (b'{"case": {}, "vacancies": ' + b'{"a":' * 300 + b"1" + b"}" * 300 + b"}", 422),
        (json.dumps({"case": CASE, "vacancies": [DESK_JOB] * 501}).encode(), 422),
        (b"{" + b" " * 20_000_000 + b"}", 413),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence(server, body, status):
    got = rank(server, [], body=body)
    assert got.status_code == status, got.text
    assert got.headers["content-type"] == "application/problem+json"


def test_a_vacancy_that_cannot_be_read_stops_no_other(server):
    answer = rank(server, [7, DESK_JOB]).json()
    assert answer["counts"]["listed"] == 1
    assert "Niet gelezen: 1." in answer["feed_nl"][0]


@pytest.mark.parametrize(("script", "size"), [(True, DESK), (False, PHONE)])
def test_a_coach_pastes_a_vacancy_or_brings_a_feed(first_run: Server, chromium: Browser, folder, script, size):
    page = open_page(chromium, script=script, size=size)
    faults: list[str] = []

    def look() -> None:
        faults.extend([*(violations(page) if script else []), *([page.url] if too_wide(page) else [])])

    page.goto(first_run.url)
    page.set_input_files("#bestand", str(EXAMPLE))
    page.fill("#peildatum", ON)
    page.get_by_role("button", name="Openen").click()
    page.get_by_role("navigation", name="Deze casus").get_by_role("button", name="Vacatures").click()
    look()
    page.fill("#tekst", "Receptionist\nDeventer\nJe ontvangt bezoekers en neemt de telefoon op.")
    page.get_by_role("button", name="Vergelijken").click()
    assert "Receptionist" in page.inner_text("h3 >> nth=0")
    assert "Vragen aan de werkgever" in arrived(page).inner_text("main")
    look()
    page.get_by_role("button", name="Andere vacatures").click()
    feed = folder / "vacatures.csv"
    rows = [f"{each['titel']};{each['plaats']};{each['tekst']}" for each in (HEAVY, DESK_JOB)]
    feed.write_text("\n".join(["Functie;Plaats;Omschrijving", *rows]), encoding="utf-8")
    page.set_input_files("#bestand", str(feed))
    page.get_by_role("button", name="Op volgorde zetten").click()
    text = arrived(page).inner_text("main")
    assert "Receptionist" in text
    assert "Stratenmaker" in text[text.index("Niet mogelijk, met de reden") :]
    look()
    assert faults == []
