"""A real browser: the chromium of the system, without a window. Nothing is skipped when it is missing."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1200, "height": 900}


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the browser and stop it at the end."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    assert found is not None, "install the package chromium: the pages are tested in a real browser (make browser)"
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


def open_page(chromium: Browser, *, script: bool = True, size: dict[str, int] | None = None) -> Page:
    """Answer an empty page that shares nothing with another one.

    Args:
        chromium: the browser.
        script: whether scripts run.
        size: width and height; a desk when not given.
    """
    return chromium.new_context(
        java_script_enabled=script, viewport=size or DESK, accept_downloads=True, locale="nl-NL"
    ).new_page()


def arrived(page: Page) -> Page:
    """Answer the page once it is whole and its script has run: a click comes back when the next page only begins."""
    page.wait_for_load_state("load")
    return page


def violations(page: Page) -> list[str]:
    """Answer what axe has against a page."""
    found: list[dict[str, Any]] = Axe().run(arrived(page)).response["violations"]
    return [f"{page.url} {each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]


def too_wide(page: Page) -> bool:
    """Answer whether a page must be pushed sideways to be read."""
    return bool(
        arrived(page).evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1")
    )
