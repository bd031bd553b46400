"""Whole journeys through the pages in a real browser: a coach with a file, with an empty form, without script."""

from io import BytesIO
from pathlib import Path

import docx
import httpx
import pytest
from playwright.sync_api import Browser, Page

from tests.service.browser import PHONE, arrived, open_page, too_wide, violations
from tests.service.server import EXAMPLE, Server


def _open_example(page: Page, server: Server) -> None:
    page.goto(server.url)
    page.set_input_files("#bestand", str(EXAMPLE))
    page.fill("#peildatum", "2026-10-12")
    page.get_by_role("button", name="Openen").click()


def _choose(page: Page, label: str) -> None:
    page.get_by_role("navigation", name="Deze casus").get_by_role("button", name=label).click()


@pytest.mark.parametrize("script", [True, False])
def test_a_coach_goes_from_a_case_file_to_an_editable_plan(first_run: Server, chromium: Browser, script: bool):
    page = open_page(chromium, script=script)
    _open_example(page, first_run)
    assert "Zoekprofiel P1-thuishulp" in arrived(page).inner_text("main")
    _choose(page, "Stukken")
    page.select_option("#stuk", "plan/current-employer")
    page.fill("#naam", "Jan Voorbeeld")
    page.get_by_role("button", name="Bekijken", exact=True).click()
    assert "Re-integratieplan" in page.inner_text("article")
    page.get_by_label("Ik heb dit stuk gelezen").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bestand maken").click()
    assert download.value.suggested_filename == "plan.docx"
    word = docx.Document(BytesIO(Path(download.value.path()).read_bytes()))
    assert word.paragraphs[0].text == "Re-integratieplan tweede spoor"
    assert word.tables[0].cell(1, 1).text == "Jan Voorbeeld"


def test_a_document_does_not_leave_before_somebody_says_that_it_was_read(first_run: Server, chromium: Browser):
    page = open_page(chromium, script=False)
    _open_example(page, first_run)
    _choose(page, "Stukken")
    page.get_by_role("button", name="Bekijken", exact=True).click()
    page.eval_on_selector("[name=gelezen]", "box => box.removeAttribute('required')")
    page.get_by_role("button", name="Bestand maken").click()
    assert "Vink aan dat u het stuk hebt gelezen" in arrived(page).inner_text("main")


def test_every_page_of_the_journey_has_no_barrier_and_fits_a_phone(first_run: Server, chromium: Browser):
    page, faults, wide = open_page(chromium, size=PHONE), [], []

    def look() -> None:
        faults.extend(violations(page))
        wide.extend([page.url] if too_wide(page) else [])

    for path in ("/", "/methode", "/formulier"):
        page.goto(first_run.url + path)
        look()
    _open_example(page, first_run)
    look()
    page.locator("table button").first.click()
    look()
    for label in ("Een beroep bekijken", "Kalender", "Stukken"):
        _choose(page, label)
        look()
    page.get_by_role("button", name="Bekijken", exact=True).click()
    look()
    assert faults == []
    assert wide == []


def test_on_a_phone_no_table_has_to_be_pushed_sideways(first_run: Server, chromium: Browser):
    page = open_page(chromium, size=PHONE)
    _open_example(page, first_run)
    wide = "[...document.querySelectorAll('.wide')].filter(part => part.scrollWidth > part.clientWidth + 1).length"
    assert arrived(page).evaluate(wide) == 0
    assert page.evaluate("getComputedStyle(document.querySelector('td[data-head]'), '::before').content") != "none"
    page.locator("table button").first.click()
    assert arrived(page).evaluate(wide) == 0
    _choose(page, "Stukken")
    page.get_by_role("button", name="Bekijken", exact=True).click()
    assert arrived(page).locator("article td[data-head]").count() > 0
    assert page.evaluate(wide) == 0


def test_the_menu_of_a_case_says_which_part_is_open_also_a_step_further(first_run: Server, chromium: Browser):
    page = open_page(chromium)
    _open_example(page, first_run)
    here = "nav.case-menu [aria-current=page]"
    assert arrived(page).locator(here).all_inner_texts() == ["Resultaat"]
    _choose(page, "Stukken")
    page.get_by_role("button", name="Bekijken", exact=True).click()
    assert arrived(page).locator(here).all_inner_texts() == ["Stukken"]


def test_on_paper_stands_what_was_found_and_nothing_to_press(first_run: Server, chromium: Browser):
    page = open_page(chromium)
    _open_example(page, first_run)
    arrived(page).emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert [each for each in page.locator("button, input, select, textarea").all() if each.is_visible()] == []
    text = page.inner_text("body")
    assert "Receptionisten, algemeen" in text
    assert "Zelf toevoegen of schrappen" not in text
    last = page.locator("#niet ~ details li").last
    assert last.is_visible(), "what can be folded on the screen is open on paper"


def test_long_work_says_that_it_goes_on_and_a_second_click_asks_nothing_more(first_run: Server, chromium: Browser):
    page = open_page(chromium)
    page.goto(first_run.url)
    arrived(page).evaluate(
        """() => document.querySelector("form[action='/voorbeeld']").addEventListener("submit", (event) => {
            document.body.dataset.stopped = `${document.body.dataset.stopped || ""} ${event.defaultPrevented}`;
            event.preventDefault();  // the page stays, so that it can be looked at
        })"""
    )
    button = page.get_by_role("button", name="Voorbeeld bekijken")
    button.click()
    assert page.inner_text("#bezig").startswith("Even geduld")
    assert button.get_attribute("aria-busy") == "true"
    button.click()
    assert page.get_attribute("body", "data-stopped") == " false true"
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    assert page.inner_text("#bezig") == "", "who goes back finds the page as it was"


def test_a_form_filled_in_by_hand_gives_a_result_and_says_what_is_open(first_run: Server, chromium: Browser):
    page = open_page(chromium)
    page.goto(f"{first_run.url}/formulier")
    page.fill("#kenmerk", "verzonnen-7")
    page.fill("#datum", "2026-09-01")
    page.get_by_label("Ik bevestig dat de rest normaal is").check()
    page.get_by_text("IV. Dynamische handelingen").click()
    page.select_option("[id='fml-IV.13']", "2")
    page.fill("#oud_titel", "magazijnmedewerker")
    page.fill("#oud_uurloon", "17,40")
    page.fill("#functie-0", "magazijnmedewerker")
    page.select_option("#niveau-0", "mbo-2")
    page.select_option("#afgerond-0", "ja")
    page.fill("#plaats", "Zwolle")
    page.fill("#peildatum", "2026-10-12")
    page.get_by_role("button", name="Zoekprofiel maken").click()
    text = arrived(page).inner_text("main")
    assert "Zoekprofiel verzonnen-7" in text
    assert "Omgeving Zwolle" in text
    page.locator("table button").first.click()
    assert "tillen (IV.13)" in (arrived(page).text_content("main") or "")


def test_a_form_tells_while_it_is_filled_in_what_is_still_unknown(first_run: Server, chromium: Browser):
    page = open_page(chromium)
    page.goto(f"{first_run.url}/formulier")
    told = lambda: arrived(page).inner_text("#stand")  # noqa: E731 asked again after every step
    items = int(told().split("Niet ingevuld: ")[1].split(",")[0])
    assert told() == f"Anders dan normaal: 0. Normaal: 0. Niet ingevuld: {items}, dat is onbekend."
    page.get_by_text("IV. Dynamische handelingen").click()
    page.select_option("[id='fml-IV.13']", "2")
    page.select_option("[id='fml-IV.14']", "0")
    assert told() == f"Anders dan normaal: 1. Normaal: 1. Niet ingevuld: {items - 2}, dat is onbekend."
    page.get_by_label("Ik bevestig dat de rest normaal is").check()
    assert told().endswith(f"{items - 2}, dat telt als normaal, want u bevestigt dat.")
    page.select_option("#volledig", "full")
    assert told().endswith("dat is onbekend.")
    assert "(2 van 21 ingevuld)" in page.inner_text("summary:has-text('IV. Dynamische')")
    assert page.get_attribute("#oud_titel", "list") == "titels"
    assert page.locator("#titels option[value='administratief medewerker']").count() == 1
    assert violations(page) == []


def test_what_is_wrong_in_the_form_is_told_on_top_and_beside_the_field_and_nothing_is_lost(
    first_run: Server, chromium: Browser
):
    page = open_page(chromium)
    page.goto(f"{first_run.url}/formulier")
    page.fill("#kenmerk", "met spatie erin")
    page.fill("#datum", "2026-09-01")
    page.fill("#oud_titel", "kok")
    page.fill("#postcode", "12")
    page.get_by_role("button", name="Zoekprofiel maken").click()
    assert arrived(page).title().startswith("Fout:")
    assert arrived(page).evaluate("document.activeElement.id") == "fouten"
    assert page.locator("#fouten a").count() == 2
    for name in ("kenmerk", "postcode"):
        assert page.get_attribute(f"#{name}", "aria-invalid") == "true"
        assert page.get_attribute(f"#{name}", "aria-describedby").split()[0] == f"{name}-fout"
    assert page.input_value("#oud_titel") == "kok"
    assert violations(page) == []


def test_the_coachs_hand_needs_a_reason_and_stays_beside_the_engine(first_run: Server, chromium: Browser):
    page = open_page(chromium)
    _open_example(page, first_run)
    page.get_by_label("Een beroep toevoegen").check()
    page.fill("#beroep", "isco:4226")
    page.fill("#reden", "verzonnen reden van de coach")
    page.get_by_role("button", name="Vastleggen").click()
    text = arrived(page).inner_text("main")
    assert "verzonnen reden van de coach" in text
    assert "Zoekprofiel met de hand van de coach" in text


def test_the_stage_can_be_chosen_and_changes_what_counts(first_run: Server, chromium: Browser):
    page = open_page(chromium)
    _open_example(page, first_run)
    before = arrived(page).inner_text("main")
    page.get_by_text("Fase kiezen").click()
    page.get_by_role("button", name="fase S4").click()
    after = arrived(page).inner_text("main")
    assert "S2, eigen niveau" in before
    assert "S4, al het haalbare werk" in after


@pytest.mark.parametrize("script", [True, False])
def test_a_form_that_is_too_old_is_used_only_after_a_reason(first_run: Server, chromium: Browser, script: bool):
    page = open_page(chromium, script=script)
    page.goto(first_run.url)
    page.set_input_files("#bestand", str(EXAMPLE))
    page.fill("#peildatum", "2028-10-12")
    page.get_by_role("button", name="Openen").click()
    assert "Het formulier is te oud" in page.inner_text("h1")
    assert "Soorten werk" not in arrived(page).inner_text("main")
    assert not script or violations(page) == []
    page.fill("#reden", "De arts zegt dat het nog klopt.")
    page.get_by_label("Ik heb dit nagevraagd").check()
    page.get_by_role("button", name="Toch gebruiken").click()
    text = arrived(page).inner_text("main")
    assert "Soorten werk" in text
    assert "weken oud" in text


def test_the_whole_road_can_be_walked_with_the_keyboard(first_run: Server, chromium: Browser):
    page = open_page(chromium)
    page.goto(first_run.url)
    page.keyboard.press("Tab")
    assert arrived(page).evaluate("document.activeElement.className") == "skip"
    for _ in range(20):
        page.keyboard.press("Tab")
        if arrived(page).evaluate("document.activeElement.textContent") == "Voorbeeld bekijken":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/voorbeeld")
    assert "Resultaat" in arrived(page).title()


def test_the_case_goes_out_as_a_file_and_comes_in_again(first_run: Server, chromium: Browser, tmp_path: Path):
    page = open_page(chromium)
    _open_example(page, first_run)
    with page.expect_download() as download:
        _choose(page, "Casus bewaren als bestand")
    saved = tmp_path / "casus.json"
    download.value.save_as(saved)
    page.goto(first_run.url)
    page.set_input_files("#bestand", str(saved))
    page.fill("#peildatum", "2026-10-12")
    page.get_by_role("button", name="Openen").click()
    assert "Zoekprofiel P1-thuishulp" in arrived(page).inner_text("main")


def test_a_jobhunters_key_does_not_open_the_coachs_pages(server: Server, chromium: Browser):
    page = open_page(chromium)
    page.goto(f"{server.url}/formulier")
    page.fill("#sleutel", server.keys["jobhunter"])
    page.get_by_role("button", name="Inloggen").click()
    assert "Formulier en persoon" not in arrived(page).inner_text("main")


@pytest.mark.parametrize("path", ["/resultaat", "/voorbeeld", "/stukken/download", "/casus", "/formulier"])
def test_a_form_without_the_token_of_the_session_is_refused(first_run: Server, path: str):
    with httpx.Client(base_url=first_run.url, follow_redirects=True, timeout=60) as client:
        client.get("/")
        refused = client.post(path, data={"casus": "{}"}, headers={"Accept": "text/html"})
    assert refused.status_code in {403, 422}
    assert "Zoekprofiel" not in refused.text
