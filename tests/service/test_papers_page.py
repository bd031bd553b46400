"""A profile for one piece of work, with conditions only where the worker said yes: in a real browser."""

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page

from tests.made_up import raw_case
from tests.service.browser import PHONE, arrived, open_page, too_wide, violations
from tests.service.server import Server

ENTRIES = [{"item": "IV.13", "levels": [2]}, {"item": "V.3", "levels": [2]}]
CONSENT = {"date": "2026-10-05", "vacancy_id": "V-1", "employer": "Voorbeeldfirma Verzonnen", "items": ["V.3"]}
SHARED, KEPT = "Staan duurt telkens kort.", "Bij tillen is de last licht."


def _papers(chromium: Browser, server: Server, folder: Path, *, script: bool = True, consent: bool = True) -> Page:
    """Answer the page with documents of a case whose worker said yes to sharing one condition, or to none."""
    case = folder / "casus.json"
    case.write_text(json.dumps(raw_case(ENTRIES, track={"consents": [CONSENT] if consent else []})), encoding="utf-8")
    page = open_page(chromium, script=script, size=PHONE)
    page.goto(server.url)
    page.set_input_files("#bestand", str(case))
    page.fill("#peildatum", "2026-10-12")
    page.get_by_role("button", name="Openen").click()
    arrived(page).get_by_role("navigation", name="Deze casus").get_by_role("button", name="Stukken").click()
    return arrived(page)


def _look(page: Page, choice: str, *, work: str = "", consent: str = "") -> str:
    page.select_option("#stuk", choice)
    page.get_by_label("Werk waarvoor een profiel is").fill(work)
    page.get_by_label("Vacature waarvoor de werknemer toestemming gaf").fill(consent)
    page.get_by_role("button", name="Bekijken", exact=True).click()
    return arrived(page).inner_text("main")


@pytest.mark.parametrize("script", [True, False])
def test_only_the_condition_that_the_worker_allowed_is_in_the_profile_and_in_its_file(
    first_run: Server, chromium: Browser, folder: Path, script: bool
):
    page = _papers(chromium, first_run, folder, script=script)
    shown = _look(page, "profile/new-employer", work="isco:4226", consent="V-1")
    assert SHARED in shown
    page.get_by_label("Ik heb dit stuk gelezen").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bestand maken").click()
    written = "\n".join(
        part.text for part in docx.Document(BytesIO(Path(download.value.path()).read_bytes())).paragraphs
    )
    assert SHARED in written
    for text in (shown, written):
        assert "Receptiewerk" in text
        assert KEPT not in text
        assert "Voorbeeldfirma" not in text


def test_without_a_vacancy_no_condition_is_shared_although_there_is_consent(
    first_run: Server, chromium: Browser, folder: Path
):
    assert SHARED not in _look(_papers(chromium, first_run, folder), "profile/new-employer", work="isco:4226")


@pytest.mark.parametrize(
    ("choice", "work", "vacancy", "said"),
    [
        ("profile/new-employer", "", "V-2", "geen toestemming van de werknemer vastgelegd"),
        ("profile/new-employer", "isco:0000", "", "isco:0000"),
        ("plan/current-employer", "isco:4226", "", "Werk en toestemming horen alleen bij een profiel"),
        ("plan/current-employer", "", "V-1", "Werk en toestemming horen alleen bij een profiel"),
    ],
)
def test_what_cannot_be_made_is_told_in_words_and_nothing_can_leave(
    first_run: Server, chromium: Browser, folder: Path, choice: str, work: str, vacancy: str, said: str
):
    page = _papers(chromium, first_run, folder)
    text = _look(page, choice, work=work, consent=vacancy)
    assert said in text
    assert SHARED not in text
    assert page.get_by_role("button", name="Bestand maken").count() == 0
    assert violations(page) == []


def test_the_fields_and_the_profile_have_no_barrier_and_fit_a_phone(first_run: Server, chromium: Browser, folder: Path):
    page = _papers(chromium, first_run, folder)
    assert (violations(page), too_wide(page)) == ([], False)
    _look(page, "profile/new-employer", work="isco:4226", consent="V-1")
    assert (violations(page), too_wide(page)) == ([], False)
