"""The earning panel: median of three, reduction for hours, the 65% line, and who may see it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.dossier import earning_panel, for_audience, panel_view
from matcher.dossier.earning import WorkWage, class_nl, estimate, loss_pct
from matcher.errors import InputError
from matcher.report import render_text
from tests.dossier.world import FIRST, SECOND, THIRD, catalogue, matched, story, with_person

TODAY = date(2026, 12, 1)
EXAMPLE = (
    WorkWage("a", Decimal("15.10"), Decimal(38)),
    WorkWage("b", Decimal("14.40"), Decimal(32)),
    WorkWage("c", Decimal("13.90"), Decimal(36)),
)


def made(wages=EXAMPLE, old="20.00", hours=36, medical=None):
    return estimate(wages, Decimal(old), Decimal(hours), TODAY, medical)


def test_the_worked_example_gives_the_middle_wage_of_three():
    assert made().median.eur_per_hour == Decimal("14.40")


def test_the_worked_example_reduces_32_hours_of_36_to_0_889():
    assert round(made().factor, 3) == Decimal("0.889")
    assert round(made().eur_per_hour, 2) == Decimal("12.80")


def test_the_worked_example_loses_36_0_percent_and_28_0_with_full_hours():
    assert round(made().loss_pct, 1) == Decimal("36.0")
    assert round(made().loss_pct_full_hours, 1) == Decimal("28.0")


def test_hours_decide_the_class_in_the_worked_example():
    assert made().class_nl == "35 tot 80%: WGA"
    full = tuple(WorkWage(work.title_nl, work.eur_per_hour, Decimal(36)) for work in EXAMPLE)
    assert made(full).class_nl.startswith("minder dan 35%")


def test_a_fourth_lower_wage_does_not_change_the_median():
    assert made((*EXAMPLE, WorkWage("d", Decimal(9), Decimal(10)))).median.title_nl == "b"


def test_a_fourth_higher_wage_makes_the_old_highest_the_median():
    assert made((*EXAMPLE, WorkWage("d", Decimal(30), Decimal(40)))).median.title_nl == "a"


def test_with_two_kinds_of_work_there_is_no_median():
    assert made(EXAMPLE[:2]) is None
    assert made(EXAMPLE) is not None


def test_without_old_hours_there_is_no_estimate():
    assert made(hours=0) is None


def test_the_factor_never_rises_above_one():
    long = tuple(WorkWage(work.title_nl, work.eur_per_hour, Decimal(40)) for work in EXAMPLE)
    assert made(long).factor == 1


def test_a_medical_limit_on_hours_counts_when_it_is_lower_than_the_hours_of_the_work():
    assert made(medical=Decimal(20)).work_hours == 20
    assert made(medical=Decimal(33)).work_hours == 32


def test_the_class_changes_at_35_and_at_80_percent():
    assert class_nl(Decimal("34.99"), TODAY).startswith("minder dan 35%")
    assert class_nl(Decimal(35), TODAY).startswith("35 tot 80%")
    assert class_nl(Decimal("79.99"), TODAY).startswith("35 tot 80%")
    assert class_nl(Decimal(80), TODAY).startswith("80% of meer")


def test_earning_more_than_before_is_no_loss():
    assert loss_pct(Decimal(20), Decimal(25)) == 0


@given(st.lists(st.decimals(10, 60, places=2), min_size=3, max_size=8), st.integers(4, 40), st.integers(4, 40))
def test_fewer_medical_hours_never_give_a_smaller_loss(wages, hours, other):
    work = [WorkWage(str(number), wage) for number, wage in enumerate(wages)]
    few, many = sorted((Decimal(hours), Decimal(other)))
    assert made(work, medical=few).loss_pct >= made(work, medical=many).loss_pct


@given(st.permutations(EXAMPLE))
def test_the_order_of_the_work_does_not_matter(work):
    assert made(tuple(work)) == made()


def test_the_panel_counts_with_the_hours_of_the_form():
    assert {row.hours_per_week for row in earning_panel(matched(FIRST), story(), catalogue()).rows} == {20}
    assert {row.hours_per_week for row in earning_panel(matched(SECOND), story(), catalogue()).rows} == {30}
    assert {row.hours_per_week for row in earning_panel(matched(THIRD), story(), catalogue()).rows} == {36}


def test_the_65_percent_line_is_met_at_exactly_65_percent():
    row = earning_panel(matched(THIRD), story(), catalogue()).rows[0]
    for cents, over in ((0, True), (1, False)):
        old_job = story().person.old_job
        wage = row.eur_per_hour / Decimal("0.65") + Decimal(cents) / 100
        case = with_person(old_job=old_job.model_copy(update={"wage_eur_per_hour": wage}))
        assert earning_panel(matched(THIRD), case, catalogue()).rows[0].over_line is over


def test_work_that_exceeds_and_the_own_work_never_count():
    panel = earning_panel(matched(FIRST), story(), catalogue())
    barred = {o.id for o in (*matched(FIRST).exceeding, *matched(FIRST).own_work)}
    assert not barred & {row.occupation_id for row in panel.rows}


def test_without_an_old_wage_the_panel_says_so_and_estimates_nothing():
    case = with_person(old_job=story().person.old_job.model_copy(update={"wage_eur_per_hour": None}))
    panel = earning_panel(matched(), case, catalogue())
    assert panel.estimate is None
    assert any("uurloon ontbreekt" in note for note in panel.notes_nl)


def test_the_panel_always_says_that_it_is_an_indication_and_no_claim_decision():
    text = render_text(panel_view(earning_panel(matched(), story(), catalogue())))
    assert "Indicatie, geen claimbeoordeling." in text


@pytest.mark.parametrize("audience", ["current-employer", "new-employer", "worker", "labour-expert", "doctor"])
def test_nobody_but_the_coach_gets_the_panel(audience):
    with pytest.raises(InputError, match="alleen voor de coach"):
        for_audience(earning_panel(matched(), story(), catalogue()), audience)


def test_the_coach_gets_the_panel():
    panel = earning_panel(matched(), story(), catalogue())
    assert for_audience(panel, "coach") is panel
