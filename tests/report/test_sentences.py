"""Dutch sentences from findings: what was compared, which figure, which source, how sure."""

from decimal import Decimal

import pytest
from tests.made_up import ON, case

from matcher import check, load_catalogue
from matcher.domain.capacity import Capacity, CapacityStatus
from matcher.domain.case import Side
from matcher.domain.finding import Outcome, Verdict, VerdictKind
from matcher.report import Bullets, Heading, Paragraph, Rows, render_markdown, render_text
from matcher.report.sentences import capacity_nl, finding_nl, verdict_nl


@pytest.mark.parametrize(
    ("kind", "points", "text"),
    [
        (VerdictKind.WITHIN, 0, "binnen de belastbaarheid"),
        (VerdictKind.POSSIBLE, 1, "mogelijk, 1 punt toelichten"),
        (VerdictKind.POSSIBLE, 3, "mogelijk, 3 punten toelichten"),
        (VerdictKind.EXCEEDS, 2, "overschrijding"),
    ],
)
def test_the_verdict_uses_the_three_fixed_words(kind, points, text):
    assert verdict_nl(Verdict(kind, points, (), (), ())) == text


@pytest.mark.parametrize(
    ("capacity", "text"),
    [
        (Capacity("IV.13", CapacityStatus.NORM, 0), "norm"),
        (Capacity("IV.13", CapacityStatus.NORM_BY_FORM, 0), "norm (volgens formulier)"),
        (Capacity("IV.13", CapacityStatus.UNKNOWN, None), "onbekend"),
        (Capacity("IV.13", CapacityStatus.LIMITED, 2), "beperkt (ongeveer 5 kg hoogstens 50 keer per uur)"),
        (Capacity("IV.13", CapacityStatus.LIMITED, 2, value=Decimal("7.5"), unit="kg"), "beperkt (7,5 kg)"),
        (Capacity("IV.7", CapacityStatus.LIMITED, 1, side=Side.RIGHT), "beperkt (hoogstens 60 cm, rechts)"),
        (Capacity("II.1", CapacityStatus.LIMITED, 1, degree_known=False), "beperkt (mate niet genoemd)"),
        (Capacity("I.8.4", CapacityStatus.LIMITED, 1), "beperkt"),
    ],
)
def test_capacity_in_words_keeps_figure_frequency_and_side(capacity, text):
    assert capacity_nl(capacity) == text


def test_a_finding_says_what_was_compared_with_which_source_and_how_sure():
    catalogue = load_catalogue()
    desk = check(case([{"item": "IV.13", "levels": [2]}]), "isco:4222", ON, catalogue)
    finding = next(f for f in desk.findings if f.channel == "IV.13")
    text = finding_nl(finding, catalogue)
    assert text.startswith("Tillen (IV.13): beperkt (ongeveer 5 kg")
    assert "% van de banen" in text
    assert "Bron: " in text


def test_a_finding_without_a_share_names_no_source():
    catalogue = load_catalogue()
    desk = check(case([{"item": "IV.7", "levels": [1]}]), "isco:4222", ON, catalogue)
    finding = next(f for f in desk.findings if f.channel == "IV.7")
    assert finding.outcome is Outcome.QUESTION
    assert "Bron" not in finding_nl(finding, catalogue)


def test_text_and_markdown_hold_the_same_words():
    blocks = [Heading("Kop", 1), Paragraph("Een zin."), Bullets(("a", "b")), Rows((("Label", "tekst"),))]
    for word in ("Een zin.", "a", "b", "Label", "tekst"):
        assert word in render_text(blocks)
        assert word in render_markdown(blocks)
