"""A document in at the start page: the coach sees how it was read, answers what is not sure, and gets a Word draft."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page

from matcher.domain.case import Person
from matcher.papers import Sureness, read_document, taken_back
from matcher_service.pages.form_fields import person_from
from matcher_service.pages.person_fields import fields_of, merged
from tests.papers.samples import LAYOUTS, made_up
from tests.service.browser import PHONE, arrived, open_page, too_wide, violations
from tests.service.server import Server

CV = (
    "Curriculum vitae\nJan Voorbeeld\nWerkervaring\n2012 - heden  Magazijnmedewerker\nOpleiding\n2011 mbo 2 logistiek\n"
)


def write(folder: Path, layout: str, seed: int = 6) -> Path:
    ending, kind, numbering, writer = LAYOUTS[layout]
    path = folder / f"formulier.{ending}"
    writer(made_up(seed, kind, numbering), path)
    return path


def bring(page: Page, server: Server, path: Path) -> None:
    page.goto(server.url)
    page.set_input_files("#bestand", str(path))
    page.fill("#peildatum", "2026-11-22")
    page.get_by_role("button", name="Openen").click()


def fill_person(page: Page) -> None:
    page.fill("#oud_titel", "magazijnmedewerker")
    page.fill("#oud_uurloon", "17,40")
    page.fill("#functie-0", "magazijnmedewerker")
    page.select_option("#niveau-0", "mbo-2")
    page.fill("#plaats", "Zwolle")
    page.get_by_role("button", name="Zoekprofiel maken").click()


@pytest.mark.parametrize("script", [True, False])
def test_a_coach_goes_from_a_pdf_to_a_word_draft(first_run: Server, chromium: Browser, tmp_path: Path, script: bool):
    page = open_page(chromium, script=script)
    path = write(tmp_path, "short")
    bring(page, first_run, path)
    assert page.inner_text("h1") == "Zo is het gelezen"
    assert page.locator("tbody tr").count() == len(read_document(path).leading.items)
    page.select_option("[id='antwoord-rest']", "norm")
    page.fill("#reden", "vergeleken met het papier")
    page.fill("#kenmerk", "verzonnen-8")
    page.get_by_label("Ik heb dit vergeleken").check()
    page.get_by_role("button", name="Bevestigen en verder").click()
    assert page.inner_text("h1") == "De persoon"
    fill_person(page)
    assert "Zoekprofiel verzonnen-8" in arrived(page).inner_text("main")
    page.get_by_role("navigation", name="Deze casus").get_by_role("button", name="Stukken").click()
    page.select_option("#stuk", "plan/current-employer")
    page.get_by_role("button", name="Bekijken", exact=True).click()
    page.get_by_label("Ik heb dit stuk gelezen").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bestand maken").click()
    word = docx.Document(BytesIO(Path(download.value.path()).read_bytes()))
    assert word.paragraphs[0].text == "Re-integratieplan tweede spoor"


def test_the_pages_have_no_barrier_and_fit_a_phone(first_run: Server, chromium: Browser, tmp_path: Path):
    page, faults, wide = open_page(chromium, size=PHONE), [], []

    def look() -> None:
        faults.extend(violations(page))
        wide.extend([page.url] if too_wide(page) else [])

    bring(page, first_run, write(tmp_path, "old"))
    look()
    page.get_by_text("Staat er iets anders op het papier").click()
    look()
    page.eval_on_selector("[name=nagekeken]", "box => box.removeAttribute('required')")
    page.fill("#kenmerk", "met spatie")
    page.get_by_role("button", name="Bevestigen en verder").click()
    assert arrived(page).title().startswith("Fout:")
    assert page.get_attribute("#kenmerk", "aria-invalid") == "true"
    look()
    page.fill("#kenmerk", "verzonnen-9")
    page.get_by_label("Ik heb dit vergeleken").check()
    page.get_by_role("button", name="Bevestigen en verder").click()
    assert page.inner_text("h1") == "De persoon"
    look()
    assert faults == []
    assert wide == []


def test_what_is_doubtful_and_not_answered_stays_unknown_in_the_case(
    first_run: Server, chromium: Browser, tmp_path: Path
):
    path = write(tmp_path, "old")
    doubtful = [item.code for item in read_document(path).leading.items if item.sureness is Sureness.DOUBTFUL]
    page = open_page(chromium)
    bring(page, first_run, path)
    reading = taken_back(page.input_value("[name=gelezen]"))
    assert reading.identity == {}
    page.fill("#kenmerk", "verzonnen-10")
    page.get_by_label("Ik heb dit vergeleken").check()
    page.get_by_role("button", name="Bevestigen en verder").click()
    for code in doubtful:
        assert code in arrived(page).inner_text("main")
    case = page.eval_on_selector("[name=casus]", "field => JSON.parse(field.value)")
    levels = {entry["item"]: entry.get("levels", []) for entry in case["forms"][0]["entries"]}
    assert all(not levels.get(code) for code in doubtful)


def test_an_answer_needs_a_reason_and_a_sure_item_can_be_corrected(
    first_run: Server, chromium: Browser, tmp_path: Path
):
    page = open_page(chromium)
    bring(page, first_run, write(tmp_path, "lines"))
    page.get_by_text("Staat er iets anders op het papier").click()
    page.select_option("[id='antwoord-IV.13']", "3")
    page.fill("#kenmerk", "verzonnen-11")
    page.get_by_label("Ik heb dit vergeleken").check()
    page.get_by_role("button", name="Bevestigen en verder").click()
    assert "Schrijf waarop uw antwoorden rusten" in page.inner_text("#reden-fout")
    page.fill("#reden", "vergeleken met het papier")
    page.get_by_role("button", name="Bevestigen en verder").click()
    case = page.eval_on_selector("[name=casus]", "field => JSON.parse(field.value)")
    assert next(e for e in case["forms"][0]["entries"] if e["item"] == "IV.13")["levels"] == [3]


def test_a_reading_that_was_changed_on_its_way_is_refused(first_run: Server, chromium: Browser, tmp_path: Path):
    page = open_page(chromium)
    bring(page, first_run, write(tmp_path, "lines"))
    page.eval_on_selector("[name=gelezen]", "field => { field.value = field.value.replace('IV.13', 'IV.14') }")
    page.fill("#kenmerk", "verzonnen-12")
    page.get_by_label("Ik heb dit vergeleken").check()
    page.get_by_role("button", name="Bevestigen en verder").click()
    assert "horen niet bij deze sessie" in arrived(page).inner_text("main")


def test_a_cv_is_added_to_the_case_and_its_name_stays_out(first_run: Server, chromium: Browser, tmp_path: Path):
    cv = tmp_path / "cv.txt"
    cv.write_text(CV, encoding="utf-8")
    page = open_page(chromium)
    bring(page, first_run, write(tmp_path, "lines"))
    page.fill("#kenmerk", "verzonnen-13")
    page.get_by_label("Ik heb dit vergeleken").check()
    page.get_by_role("button", name="Bevestigen en verder").click()
    page.set_input_files("#bestand", str(cv))
    page.get_by_role("button", name="Inlezen").click()
    assert "Magazijnmedewerker" in arrived(page).inner_text("main")
    assert "Jan Voorbeeld" not in arrived(page).content()
    page.get_by_label("Ik heb dit vergeleken").check()
    page.get_by_role("button", name="Bevestigen en verder").click()
    assert page.input_value("#functie-0") == "Magazijnmedewerker"
    assert page.input_value("#niveau-0") == "mbo-2"
    page.fill("#plaats", "Zwolle")
    page.get_by_role("button", name="Zoekprofiel maken").click()
    assert "Zoekprofiel verzonnen-13" in arrived(page).inner_text("main")


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(first_run: Server, chromium: Browser, tmp_path: Path):
    broken = tmp_path / "kapot.pdf"
    broken.write_bytes(b"%PDF-1.7\nqzx")
    page = open_page(chromium)
    bring(page, first_run, broken)
    assert "Het bestand is beschadigd" in arrived(page).inner_text("main")


def test_what_the_person_page_does_not_show_stays_as_it_was():
    known = {
        "experience": [{"title": "kok", "from_year": 2010, "tasks": ["bereiden"]}, {"title": "ober"}],
        "education": [{"level": "mbo-2", "year": 2009}],
        "languages": [{"language": "Duits", "spoken": "good"}, {"language": "Nederlands", "spoken": "native"}],
        "region": {"place": "Zwolle", "transport": ["car"]},
        "labour_expert": {"advised": ["receptionist"]},
    }
    fields = fields_of(Person.model_validate(known))
    again = merged(known, person_from(fields))
    assert Person.model_validate(again) == Person.model_validate(known).model_copy(
        update={"languages": Person.model_validate(again).languages}
    )
    assert {each["language"] for each in again["languages"]} == {"Duits", "Nederlands"}
