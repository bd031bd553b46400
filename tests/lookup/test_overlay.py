"""An occupation over a person: the same outcomes as the comparison, readable without colour and without eyes."""

import xml.etree.ElementTree as ET

import pytest

from matcher.catalogue import load_catalogue
from matcher.domain.finding import Outcome
from matcher.lookup import overlay, overlay_svg, overlay_view
from matcher.lookup.overlay_blocks import sources_nl, status_nl
from matcher.matching import check
from matcher.report import render_text
from tests.made_up import ON, case

CATALOGUE = load_catalogue(level="all")
LIMITS = [{"item": "IV.13", "levels": [3]}, {"item": "V.4", "levels": [2]}, {"item": "II.8", "levels": [1]}]
SVG = "{http://www.w3.org/2000/svg}"


def laid(occupation="nl:receptionist", limits=LIMITS):
    return overlay(case(limits), CATALOGUE, occupation, ON)


def test_the_overlay_says_what_the_comparison_says():
    for occupation in ("isco:4226", "isco:9333", "isco:5321"):
        found, checked = laid(occupation), check(case(LIMITS), occupation, ON)
        assert [line.finding for line in found.lines] == list(checked.findings)
        assert found.verdict == checked.verdict


def test_a_limit_is_always_shown_and_a_norm_that_fits_is_not():
    shown = [line.demand.channel.code for line in laid().shown()]
    assert {"IV.13", "V.4", "II.8"} <= set(shown)
    assert len(laid().shown(everything=True)) == 80
    assert "III.6" not in shown


def test_the_line_stands_where_the_share_of_jobs_ends():
    text = render_text(overlay_view(laid(), CATALOGUE))
    row = next(line for line in text.splitlines() if line.startswith("Tillen"))
    bar = row[24:36].split()[0]
    share = next(line.finding.share_pct for line in laid().lines if line.demand.channel.code == "IV.13")
    assert bar.index("│") == round(share / 10)


def test_the_text_fits_and_says_that_it_is_for_the_coach_only():
    for everything in (False, True):
        text = render_text(overlay_view(laid(), CATALOGUE, everything=everything))
        assert max(map(len, text.splitlines())) <= 80
        assert "Alleen voor de coach" in text


def test_without_limits_nothing_of_the_norm_is_drawn_as_a_limit():
    text = render_text(overlay_view(laid(limits=[]), CATALOGUE))
    assert "beperkt (" not in text


def test_the_picture_has_a_title_a_description_of_every_line_and_a_language():
    root = ET.fromstring(overlay_svg(laid(), CATALOGUE))  # noqa: S314 our own picture
    assert root.get("role") == "img"
    assert root.get("lang") == "nl"
    ids = (root.get("aria-labelledby") or "").split()
    named = {node.get("id"): node.text or "" for node in root if node.get("id")}
    assert all(named[one] for one in ids)
    description = named[ids[1]]
    assert "Alleen voor de coach" in description
    for line in laid().shown():
        label = line.demand.channel.label_nl
        assert f"{label[0].upper()}{label[1:]}: {status_nl(line.finding)};" in description


def test_the_picture_names_its_sources_for_it_may_be_shown_alone():
    texts = [node.text or "" for node in ET.fromstring(overlay_svg(laid(), CATALOGUE)).iter(f"{SVG}text")]  # noqa: S314
    named = sources_nl(laid().shown(), CATALOGUE)
    assert named
    assert all(any(text.endswith(source) for text in texts) for source in named)


def test_every_outcome_in_the_picture_is_a_word_and_a_shape_of_its_own():
    svg = overlay_svg(laid("isco:9333"), CATALOGUE, everything=True)
    words = [node.text for node in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 our own picture
    for line in laid("isco:9333").lines:
        assert status_nl(line.finding) in words


def test_the_shapes_differ_without_their_colour():
    from matcher.lookup.overlay_marks import draw_outcome

    drawn = set()
    for outcome in Outcome:
        parent = ET.Element("g")
        draw_outcome(parent, outcome, 0, 0)
        drawn.add(tuple((node.tag, node.get("d"), node.get("r"), node.get("width"), node.text) for node in parent))
    assert len(drawn) == len(Outcome)


def test_the_capacity_is_one_line_that_breaks_where_the_form_says_nothing():
    svg = overlay_svg(laid(), CATALOGUE, everything=True)
    heavy = [node.get("d") or "" for node in ET.fromstring(svg).iter(f"{SVG}path") if node.get("stroke-width") == "3.5"]  # noqa: S314
    assert len(heavy) == 1
    assert heavy[0].startswith("M")


def test_the_same_case_gives_the_same_picture():
    assert overlay_svg(laid(), CATALOGUE) == overlay_svg(laid(), CATALOGUE)


@pytest.mark.parametrize("occupation", [one.id for one in CATALOGUE.occupations[::211]])
def test_every_kind_of_occupation_can_be_laid_over_a_person(occupation):
    found = laid(occupation)
    assert len(found.lines) == 80
    ET.fromstring(overlay_svg(found, CATALOGUE))  # noqa: S314 our own picture
