"""Age, completeness, other scales, usable possibilities, marginal capacity, prognosis and build-up."""

from datetime import date, timedelta

import pytest

from matcher.domain.capacity import CapacityProfile, CapacityStatus
from matcher.errors import CaseInvalid, FormRefused
from matcher.intake import read_case_text, understand_capacity
from matcher.reference.channels import channels
from tests.intake.writing import HEAD, ON, beside, case, codes, form, profile

DRAWN_UP = date(2026, 5, 1)
ONE = "item: IV.13, levels: [2]"
CONFIRMED = "confirmations: [{what: form_age, form_date: 2026-05-01, reason: arts heeft telefonisch bevestigd}]\n"


def after(days: int, rest: str = "") -> CapacityProfile:
    return profile(ONE, on=DRAWN_UP + timedelta(days=days), rest=rest)


@pytest.mark.parametrize(("days", "warned"), [(0, False), (182, False), (183, True), (364, True)])
def test_a_form_is_warned_about_after_26_weeks(days: int, warned: bool) -> None:
    assert ("form_age_warning" in codes(after(days))) is warned


def test_a_form_of_52_weeks_and_one_day_is_refused() -> None:
    assert after(364).age_weeks == 52
    with pytest.raises(FormRefused, match="form_age"):
        after(365)


def test_an_old_form_is_used_when_the_coach_gives_a_reason() -> None:
    found = after(365, CONFIRMED)
    assert "form_age_confirmed" in codes(found)
    assert found.channels["IV.13"].level == 2


def test_a_confirmation_holds_for_one_form_and_not_for_a_later_one() -> None:
    later = case(form(ONE), form(ONE, day="2026-06-01"), rest=CONFIRMED)
    with pytest.raises(FormRefused, match="form_date: 2026-06-01"):
        understand_capacity(read_case_text(later).case, DRAWN_UP + timedelta(days=500))


@pytest.mark.parametrize(
    ("confirmation", "wrong"),
    [
        ("{what: form_age, reason: a}", "noemt geen formulier"),
        ("{what: form_age, form_date: 2026-05-02, reason: a}", "geen formulier met deze datum"),
        ("{what: marginal_capacity, form_date: 2026-05-01, reason: a}", "hoort alleen bij form_age"),
    ],
)
def test_a_confirmation_of_an_old_form_names_that_form(confirmation: str, wrong: str) -> None:
    with pytest.raises(CaseInvalid, match=wrong):
        read_case_text(case(form(ONE), rest=f"confirmations: [{confirmation}]\n"))


def test_every_channel_is_in_the_profile_in_the_order_of_the_table() -> None:
    assert list(profile(ONE).channels) == list(channels())


def test_without_a_form_everything_is_unknown() -> None:
    found = understand_capacity(read_case_text(HEAD).case, ON)
    assert {each.status for each in found.channels.values()} == {CapacityStatus.UNKNOWN}
    assert (found.form_date, codes(found)) == (None, ["no_form"])


def test_what_a_confirmed_form_with_deviations_does_not_name_is_norm_by_form() -> None:
    assert profile(ONE).channels["V.1"].status is CapacityStatus.NORM_BY_FORM


def test_what_an_unconfirmed_form_with_deviations_does_not_name_is_unknown() -> None:
    found = profile(ONE, confirmed="nee")
    assert found.channels["V.1"].status is CapacityStatus.UNKNOWN
    assert found.channels["IV.13"].status is CapacityStatus.LIMITED
    assert "completeness_unconfirmed" in codes(found)


def test_what_a_full_form_does_not_score_is_unknown() -> None:
    found = profile(ONE, "item: V.1", completeness="full")
    assert found.channels["V.1"].status is CapacityStatus.UNKNOWN
    assert found.channels["V.2"].status is CapacityStatus.UNKNOWN
    assert {"full_form_gaps", "item_without_score"} <= set(codes(found))


def test_a_condition_named_without_a_score_holds_on_a_form_with_deviations_only() -> None:
    assert profile("item: I.8.6").channels["I.8.6"].status is CapacityStatus.LIMITED
    assert profile("item: I.8.6", completeness="full").channels["I.8.6"].status is CapacityStatus.UNKNOWN


@pytest.mark.parametrize("kind", ["IZP", "LAB", "BAR"])
def test_levels_of_another_scale_count_only_when_confirmed(kind: str) -> None:
    loose = profile(ONE, kind=kind)
    assert {each.status for each in loose.channels.values()} == {CapacityStatus.UNKNOWN}
    assert "levels_unconfirmed" in codes(loose)
    firm = profile(ONE, kind=kind, extra=("levels_confirmed: ja",))
    assert firm.channels["IV.13"].level == 2


def two(first: str, second: str, on: date = ON) -> CapacityProfile:
    return understand_capacity(read_case_text(case(first, second)).case, on)


def test_the_newest_form_leads_and_the_older_is_named() -> None:
    found = two(form("item: V.1, levels: [1]", day="2026-04-01"), form(ONE, day="2026-05-01"))
    assert found.form_date == DRAWN_UP
    assert found.channels["V.1"].status is CapacityStatus.NORM_BY_FORM
    assert "older_form_unused" in codes(found)


def test_an_fml_goes_before_an_izp_of_the_same_day() -> None:
    assert two(form(ONE, kind="IZP"), form(ONE)).form_kind == "FML"


def test_the_same_form_twice_is_refused() -> None:
    with pytest.raises(CaseInvalid, match="er is al een formulier"):
        two(form(ONE), form(ONE))


@pytest.mark.parametrize(("day", "used"), [(date(2026, 5, 9), False), (date(2026, 5, 10), True)])
def test_a_form_is_used_from_the_day_it_is_valid(day: date, used: bool) -> None:
    later = form(ONE, day="2026-05-02", extra=("valid_from: 2026-05-10",))
    found = two(form("item: V.1, levels: [1]"), later, on=day)
    assert (found.form_date == date(2026, 5, 2)) is used
    assert ("form_not_yet_valid" in codes(found)) is not used


def test_a_form_from_the_future_is_not_used_and_said() -> None:
    found = profile(ONE, on=date(2026, 4, 30))
    assert found.form_date is None
    assert codes(found) == ["no_form_yet", "form_not_yet_valid"]


@pytest.mark.parametrize(
    ("entry", "sign"),
    [
        ("item: VI.2, levels: [4]", "hours_per_day"),
        ("item: VI.2, levels: [3]", None),
        ("item: VI.2, levels: [4], value: 2, unit: uur", "hours_per_day"),
        ("item: VI.2, levels: [4], value: 2.1, unit: uur", None),
        ("item: VI.2, levels: [3], value: 3, unit: uur", None),
        ("item: VI.3, levels: [4]", "hours_per_week"),
        ("item: VI.3, levels: [3]", None),
        ("item: VI.3, levels: [4], value: 10, unit: uur", "hours_per_week"),
        ("item: VI.3, levels: [4], value: 10.1, unit: uur", None),
        ("item: VI.3, levels: [3], value: 12, unit: uur", None),
        ("item: VI.4, levels: [1], text: belastbaar voor ongeveer 6 uur per week", "text"),
        ("item: VI.3, text: ongeveer zes uur per week", "text"),
        ("item: VI.3, levels: [0], text: per week hooguit 8 uur", "text"),
        ("item: VI.4, levels: [1], text: 10 uur per week", "text"),
        ("item: VI.4, levels: [1], text: 11 uur per week", None),
        ("item: VI.4, levels: [1], text: 12 uur per week", None),
        ("item: VI.4, levels: [1], text: 3 uur per dag", None),
        ("item: VI.4, levels: [1], text: meer dan 10 uur per week", None),
        ("item: VI.4, levels: [1], text: minimaal 6 uur per week", None),
        ("item: VI.4, levels: [1], text: 6 tot 12 uur per week", None),
        ("item: VI.4, levels: [1], text: marginaal belastbaar", "text"),
        ("item: VI.4, levels: [1], text: niet marginaal", None),
        ("item: VI.4, levels: [1], text: opbouw van 6 naar 20 uur per week", None),
        ("item: VI.4, levels: [1], text: 5 dagen per week 4 uur per dag", None),
        ("item: VI.4, levels: [1], text: 2 x 3 uur", "text"),
        ("item: VI.4, levels: [1], text: 4 x 4 uur", None),
        ("item: VI.4, levels: [1], text: geen uren per week in de nacht", None),
        ("item: VI.4, levels: [1], text: nachturen per week vermijden", None),
        ("item: I.8, levels: [4], text: pieken van hooguit 3 uur per week", None),
        ("item: V.4, levels: [2], text: hooguit 6 uur per week", None),
        ("item: I.7, levels: [1], text: belastbaar voor 6 uur per week", "text"),
    ],
)
def test_marginal_capacity_is_recognised_on_both_sides_of_each_limit(entry: str, sign: str | None) -> None:
    found = profile(entry)
    assert [each.value for each in found.marginal] == ([sign] if sign else [])
    assert ("marginal" in codes(found)) is (sign is not None)


def test_the_doctors_expectation_is_told_in_the_doctors_own_words() -> None:
    words = "kort lopen kan nog iets verbeteren; trappen blijvend niet"
    found = profile(ONE, extra=(f'prognosis: {{outlook: improving, text: "{words}"}}',))
    told = next(each.text_nl for each in found.notices if each.code.startswith("prognosis"))
    assert words in told
    assert "het wordt beter" not in told


def test_marginal_capacity_in_the_prognosis_is_recognised() -> None:
    extra = ("prognosis: {outlook: stable, text: blijft belastbaar voor ongeveer 6 uur per week}",)
    assert profile(ONE, extra=extra).marginal == ("text",)


@pytest.mark.parametrize("line", ["usable_possibilities: nee", "no_possibilities_ground: bedridden"])
def test_no_usable_possibilities_leaves_everything_unknown_and_says_so(line: str) -> None:
    found = profile(ONE, extra=(line,))
    assert {each.status for each in found.channels.values()} == {CapacityStatus.UNKNOWN}
    assert found.marginal == ("no_usable_possibilities",)
    assert "no_usable_possibilities" in codes(found)


def test_no_usable_possibilities_with_a_reason_is_read_and_still_marginal() -> None:
    rest = "confirmations: [{what: no_usable_possibilities, reason: arts ziet verbetering}]\n"
    found = profile(ONE, extra=("usable_possibilities: nee",), rest=rest)
    assert found.channels["IV.13"].level == 2
    assert found.marginal == ("no_usable_possibilities",)


def test_a_front_page_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(CaseInvalid, match="voorblad"):
        profile(ONE, extra=("usable_possibilities: ja", "no_possibilities_ground: bedridden"))


STEPS = (
    "build_up:",
    "  - {from_date: 2026-05-01, hours_per_week: 10}",
    "  - {from_date: 2026-06-01, hours_per_day: 4, hours_per_week: 20}",
    "  - {from_date: 2026-07-01, hours_per_week: 30}",
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 5, 31), {"build_up_now", "build_up_marginal", "build_up_next"}),
        (date(2026, 6, 1), {"build_up_now", "build_up_next"}),
        (date(2026, 7, 1), {"build_up_now"}),
    ],
)
def test_the_step_of_the_day_is_said_and_is_never_a_limit(day: date, expected: set[str]) -> None:
    found = profile(ONE, on=day, extra=STEPS)
    assert {code for code in codes(found) if code.startswith("build_up")} == expected
    assert found.channels["VI.3"].status is CapacityStatus.NORM_BY_FORM
    assert found.marginal == ()


@pytest.mark.parametrize(
    ("step", "says"),
    [
        ("{from_date: 2026-05-01}", "geen uren"),
        ("{from_date: 2026-05-01, hours_per_day: 2, hours_per_week: 15}", "zeven keer"),
    ],
)
def test_a_build_up_step_that_cannot_be_is_refused(step: str, says: str) -> None:
    with pytest.raises(CaseInvalid, match=says):
        profile(ONE, extra=("build_up:", f"  - {step}"))


@pytest.mark.parametrize(("day", "code"), [("2026-06-01", "review_date"), ("2026-05-31", "review_date_passed")])
def test_a_review_date_that_has_passed_is_said(day: str, code: str) -> None:
    assert code in codes(profile(ONE, extra=(f"prognosis: {{outlook: improving, review_date: {day}}}",)))


def test_the_peak_rule_of_the_front_page_is_kept() -> None:
    assert profile(ONE).incidental_peaks
    assert not profile(ONE, extra=("incidental_peaks_allowed: nee",)).incidental_peaks


def test_a_text_with_a_build_up_is_noticed() -> None:
    assert "build_up_in_text" in codes(beside("VI.2", "opbouw in stappen"))
