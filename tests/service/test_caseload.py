"""A caseload on one page: the best per case, who has nothing, and a status that stays with the case."""

import json
import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from tests.made_up import raw_case
from tests.service.browser import DESK, PHONE, arrived, open_page, too_wide, violations
from tests.service.server import EXAMPLE, JSON, ON, Server
from tests.service.test_vacancies import DESK_JOB, HEAVY


def case_files(folder: Path) -> list[str]:
    good = folder / "goed.json"
    good.write_text(json.dumps({**raw_case(), "id": "verzonnen-30"}), encoding="utf-8")
    bad = folder / "kapot.json"
    bad.write_text('{"schema": "matcher/case/1"', encoding="utf-8")
    return [str(EXAMPLE), str(good), str(bad)]


def feed(folder: Path, *vacancies: dict[str, str]) -> Path:
    path = folder / "vacatures.json"
    path.write_text(json.dumps([{"id": f"v{n}", **each} for n, each in enumerate(vacancies)]), encoding="utf-8")
    return path


@pytest.mark.parametrize(("script", "size"), [(True, PHONE), (False, DESK)])
def test_a_coach_sees_the_best_per_case_and_opens_one(first_run: Server, chromium: Browser, folder, script, size):
    page = open_page(chromium, script=script, size=size)
    faults: list[str] = []

    def look() -> None:
        faults.extend([*(violations(page) if script else []), *([page.url] if too_wide(page) else [])])

    page.goto(f"{first_run.url}/caseload")
    look()
    page.set_input_files("#casussen", case_files(folder))
    page.set_input_files("#vacatures", str(feed(folder, HEAVY, DESK_JOB)))
    page.fill("#peildatum", ON)
    page.get_by_role("button", name="Overzicht maken").click()
    arrived(page)
    assert page.inner_text("h1") == "Overzicht van de caseload"
    names = page.locator("tbody th").all_inner_texts()
    assert names == ["P1-thuishulp", "verzonnen-30"]
    text = page.inner_text("main")
    assert "Receptionist" in text
    assert "kapot.json" in text[text.index("Niet gebruikt") :]
    look()
    page.get_by_role("button", name="Open P1-thuishulp").click()
    assert "Zoekprofiel P1-thuishulp" in arrived(page).inner_text("main")
    assert faults == []


def test_a_case_without_a_vacancy_is_named(first_run: Server, chromium: Browser, folder):
    page = open_page(chromium)
    page.goto(f"{first_run.url}/caseload")
    page.set_input_files("#casussen", str(EXAMPLE))
    page.set_input_files("#vacatures", str(feed(folder, HEAVY)))
    page.fill("#peildatum", ON)
    page.get_by_role("button", name="Overzicht maken").click()
    text = arrived(page).inner_text("main")
    assert "P1-thuishulp" in text[text.index("Nog niets gevonden") :]


def test_a_jobhunter_goes_from_a_feed_to_a_ranking_and_sees_no_item_or_level(server: Server, chromium: Browser, folder):
    page = open_page(chromium)
    page.goto(f"{server.url}/caseload")
    page.fill("#sleutel", server.keys["jobhunter"])
    page.get_by_role("button", name="Inloggen").click()
    arrived(page)
    assert page.get_by_role("link", name="Formulier").count() == 0
    page.set_input_files("#casussen", str(EXAMPLE))
    page.set_input_files("#vacatures", str(feed(folder, HEAVY, DESK_JOB)))
    page.fill("#peildatum", ON)
    page.get_by_role("button", name="Overzicht maken").click()
    content = arrived(page).content()
    assert "Receptionist" in content
    assert "Vragen aan de werkgever" in content
    assert not re.search(r"\b(?:I|II|III|IV|V|VI)\.\d", content)
    assert 'name="casus"' not in content
    assert violations(page) == []


def test_the_index_of_the_bureau_tells_what_is_new(server: Server, chromium: Browser):
    with server.client("index") as client:
        for on, vacancy in (("2026-09-01", "oud"), (ON, "nieuw")):
            body = json.dumps([{"id": vacancy, **DESK_JOB, "titel": f"Receptionist {vacancy}"}])
            got = client.post(f"/v1/index/vacancies?on={on}", content=body, headers=JSON)
            assert got.status_code == 200, got.text
    page = open_page(chromium)
    page.goto(f"{server.url}/caseload")
    page.fill("#sleutel", server.keys["coach"])
    page.get_by_role("button", name="Inloggen").click()
    arrived(page).set_input_files("#casussen", str(EXAMPLE))
    page.fill("#peildatum", ON)
    page.fill("#nieuw_sinds", "2026-10-05")
    page.get_by_role("button", name="Overzicht maken").click()
    cells = arrived(page).locator("tbody td").all_inner_texts()
    assert int(cells[0]) > int(cells[1]) >= 1


def test_a_status_stays_with_the_case_and_shows_the_next_time(first_run: Server, chromium: Browser, folder):
    page = open_page(chromium)
    page.goto(first_run.url)
    page.set_input_files("#bestand", str(EXAMPLE))
    page.fill("#peildatum", ON)
    page.get_by_role("button", name="Openen").click()
    menu = page.get_by_role("navigation", name="Deze casus")
    for status, told in (("applied", "gesolliciteerd"), ("rejected", "afgewezen")):
        menu.get_by_role("button", name="Vacatures").click()
        arrived(page).set_input_files("#bestand", str(feed(folder, DESK_JOB)))
        page.get_by_role("button", name="Op volgorde zetten").click()
        arrived(page).select_option("select[name=status]", status)
        page.get_by_role("button", name="Vastleggen bij Receptionist").click()
        assert f"Vastgelegd bij Receptionist: {told}" in arrived(page).inner_text("[role=status]")
    case = page.eval_on_selector("[name=casus]", "field => JSON.parse(field.value)")
    [application] = [each for each in case["track"]["applications"] if "vacancy_id" in each]
    assert (application["outcome"], application["outcome_date"]) == ("rejected", ON)
    page.set_input_files("#bestand", str(feed(folder, DESK_JOB)))
    page.get_by_role("button", name="Op volgorde zetten").click()
    assert "Status: afgewezen" in arrived(page).inner_text("article")
    assert violations(page) == []


@pytest.mark.parametrize(("key", "status"), [("index", 403), ("admin", 403), ("jobhunter", 200), ("coach", 200)])
def test_a_caseload_is_for_a_coach_or_a_jobhunter(server: Server, key: str, status: int):
    with httpx.Client(base_url=server.url, follow_redirects=True, timeout=60) as client:
        client.post("/inloggen", data={"sleutel": server.keys[key]})
        assert client.get("/caseload").status_code == status
