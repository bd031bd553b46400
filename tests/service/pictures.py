"""Pictures of every page, on a desk and on a phone, to look at: `python -m tests.service.pictures FOLDER`."""

import json
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.service.browser import DESK, PHONE, arrived, browser, open_page
from tests.service.server import EXAMPLE, ON, Server, running

_MOST_HIGH = 2400  # of a picture: what is further down is more of the same
_FEED = (
    {"titel": "Receptionist", "plaats": "Deventer", "tekst": "U werkt 24 uur per week aan de balie."},
    {"titel": "Magazijnmedewerker", "plaats": "Zwolle", "tekst": "U tilt dozen tot 25 kg. 36 uur per week."},
)


def walk(server: Server, chromium: Browser, size: dict[str, int], folder: Path) -> list[Path]:
    """Answer a picture of each page of the coach's journey.

    Args:
        server: a running server in first-run mode.
        chromium: the browser.
        size: width and height of the window.
        folder: where the pictures go.
    """
    page, taken = open_page(chromium, size=size), list[Path]()

    def take(name: str) -> None:
        path = folder / f"{size['width']}-{len(taken):02}-{name}.png"
        arrived(page)
        high = min(_MOST_HIGH, int(page.evaluate("document.documentElement.scrollHeight")))
        page.screenshot(
            path=path, full_page=True, clip={"x": 0, "y": 0, "width": size["width"], "height": max(high, 1)}
        )
        taken.append(path)

    for name, path in (("start", "/"), ("methode", "/methode"), ("formulier", "/formulier"), ("caseload", "/caseload")):
        page.goto(server.url + path)
        take(name)
    _overview(page, folder)
    take("overzicht")
    page.goto(server.url)
    page.set_input_files("#bestand", str(EXAMPLE))
    page.fill("#peildatum", ON)
    page.get_by_role("button", name="Openen").click()
    take("zoekprofiel")
    page.locator("table button").first.click()
    take("beroep")
    menu = page.get_by_role("navigation", name="Deze casus")
    for label in ("Een beroep bekijken", "Kalender", "Vacatures"):
        menu.get_by_role("button", name=label).click()
        take(label.split()[-1].lower())
    page.set_input_files("#bestand", str(_feed(folder)))
    page.get_by_role("button", name="Op volgorde zetten").click()
    take("lijst")
    menu.get_by_role("button", name="Stukken").click()
    take("stukken")
    page.get_by_role("button", name="Bekijken", exact=True).click()
    take("stuk")
    return taken


def _overview(page: Page, folder: Path) -> None:
    page.set_input_files("#casussen", str(EXAMPLE))
    page.set_input_files("#vacatures", str(_feed(folder)))
    page.fill("#peildatum", ON)
    page.get_by_role("button", name="Overzicht maken").click()


def _feed(folder: Path) -> Path:
    path = folder / "vacatures.json"
    path.write_text(json.dumps([{"id": f"v{n}", **each} for n, each in enumerate(_FEED)]), encoding="utf-8")
    return path


def main() -> None:
    """Take the pictures and say where they are."""
    if len(sys.argv) != 2:
        sys.exit("Give a folder for the pictures.")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, running(Path(place), {}) as server, browser() as chromium:
        for size in (DESK, PHONE):
            for path in walk(server, chromium, size, folder):
                sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
