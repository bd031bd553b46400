"""Long parts of the result are folded: nothing is left out, nothing needs script, and on paper all is open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from matcher.report import Block, Bullets, Heading, Paragraph, Rows
from matcher_service.pages.folding import folding
from tests.service.browser import PHONE, arrived, open_page, violations
from tests.service.server import EXAMPLE, Server

TEXTS = st.sampled_from(["kort", "lang genoeg om te vouwen " * 30])
BLOCKS = st.lists(
    st.one_of(
        st.builds(Heading, TEXTS, st.integers(1, 3)),
        st.builds(Paragraph, TEXTS),
        st.builds(lambda lines: Bullets(tuple(lines)), st.lists(TEXTS, max_size=3)),
        st.builds(lambda pairs: Rows(tuple(pairs)), st.lists(st.tuples(TEXTS, TEXTS), max_size=2)),
    ),
    max_size=12,
)


@given(BLOCKS)
def test_no_block_is_left_out_and_the_order_stays(blocks: list[Block]):
    parts = folding(blocks)
    assert [block for part in parts for block in (*part.shown, *part.folded)] == blocks
    assert all(part.heading is not None and part.heading.level > 1 for part in parts if part.folded)


def test_the_verdict_under_a_heading_and_a_short_part_stay_in_sight():
    verdict, reasons = Paragraph("mogelijk, 7 punten toelichten"), Bullets(("Tillen: past in een deel. " * 20,))
    short = [Heading("Branches"), Paragraph("Vooral: zorg.")]
    first, second = folding([Heading("Soort werk", 3), verdict, reasons, *short])
    assert (first.shown[1:], first.folded, first.points) == ((verdict,), (reasons,), 1)
    assert (second.shown, second.folded) == (tuple(short), ())


def _result(chromium: Browser, server: Server, *, script: bool) -> Page:
    page = open_page(chromium, script=script, size=PHONE)
    page.goto(server.url)
    page.set_input_files("#bestand", str(EXAMPLE))
    page.fill("#peildatum", "2026-10-12")
    page.get_by_role("button", name="Openen").click()
    return arrived(page)


@pytest.mark.parametrize("script", [True, False])
def test_a_folded_part_opens_with_the_keyboard_and_is_open_on_paper(first_run: Server, chromium: Browser, script: bool):
    page = _result(chromium, first_run, script=script)
    part = page.locator("#profiel details.more").first
    line = part.locator("li").first
    assert not line.is_visible()
    part.locator("summary").focus()
    page.keyboard.press("Enter")
    line.wait_for(state="visible")
    page.emulate_media(media="print")
    if script:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
    hidden = [
        each for each in page.locator("#profiel li, #meer li, #lijst ~ details th").all() if not each.is_visible()
    ]
    assert hidden == []


def test_a_result_with_every_part_open_has_no_barrier_and_every_line_to_press_says_what_it_opens(
    first_run: Server, chromium: Browser
):
    page = _result(chromium, first_run, script=True)
    names = [each.text_content() for each in page.locator("details.more > summary").all()]
    assert len(names) > 5
    assert len(set(names)) == len(names)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert violations(page) == []
