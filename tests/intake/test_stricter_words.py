"""Words beside a level that leave less than the level: the stricter holds in the comparison."""

from datetime import date
from decimal import Decimal

import pytest

from matcher.domain.capacity import Capacity
from matcher.fit.effective import effective_level
from matcher.intake import read_case_text
from matcher.intake.understand import understand_capacity
from matcher.reference.channels import channels
from matcher.report.sentences import capacity_nl

_FORM = """schema: matcher/case/1
id: voorbeeld
forms:
  - {kind: FML, date: 2026-05-11, author_role: bedrijfsarts, numbering: current, completeness: deviations_only,
     completeness_confirmed: yes, usable_possibilities: yes,
     entries: [{item: "%s", levels: [%s], text: "%s"}]}
"""


def capacity(item: str, level: int, text: str) -> Capacity:
    case = read_case_text(_FORM % (item, level, text)).case
    return understand_capacity(case, date(2026, 6, 1)).channels[item]


@pytest.mark.parametrize(
    ("text", "left"),
    [("niet geknield of gehurkt werken", 0), ("niet mogelijk", 0), ("niet langer dan een minuut", 1)],
)
def test_stricter_words_on_kneeling_hold(text: str, left: int) -> None:
    read = capacity("V.5", 1, text)
    assert read.value == Decimal(left)
    assert effective_level(read, channels()["V.5"]).beyond
    assert "strenger dan het niveau" in capacity_nl(read)
    assert "minder dan 5 minuten" in capacity_nl(read)


@pytest.mark.parametrize("text", ["hooguit heel kort", "niet langer dan enkele minuten", "niet langer dan 10 minuten"])
def test_words_that_name_no_stricter_figure_leave_the_level(text: str) -> None:
    assert capacity("V.5", 1, text).value is None


def test_a_ban_on_one_side_takes_nothing_from_the_other() -> None:
    assert capacity("IV.13", 2, "tillen rechts niet").value is None
