"""What a doctor wrote counts or is asked: forms of one date, a step of a schedule, an ended form, doubt, evenings."""

from datetime import date

import pytest

from matcher import check
from matcher.domain.capacity import CapacityProfile, CapacityStatus, Remark
from matcher.domain.case import FormKind
from matcher.domain.finding import VerdictKind
from matcher.intake import read_case_text, understand_capacity
from tests.intake.writing import ON, beside, case, codes, form, kinds, profile

FIRM = ("usable_possibilities: ja", "numbering: current", "levels_confirmed: ja")
OPEN = FIRM[:2]
KNEEL = "item: V.5, levels: [1]"
DESK = "isco:4110"


def of_one_date(*entries: str, kind: str = "LAB", extra: tuple[str, ...] = OPEN, **about: str) -> CapacityProfile:
    """An FML with a light limit and another document, both of 1 May 2026."""
    forms = (form(KNEEL, extra=OPEN), form(*entries, kind=kind, extra=extra, **about))
    return understand_capacity(read_case_text(case(*forms)).case, ON)


def asked(found: CapacityProfile, words: str) -> list[Remark]:
    return [each for each in found.remarks if words in each.question_nl]


def verdict(extra: tuple[str, ...], on: date = ON) -> tuple[VerdictKind, int]:
    found = check(read_case_text(case(form(KNEEL, extra=(*OPEN, *extra)))).case, DESK, on).verdict
    return found.kind, found.points


@pytest.mark.parametrize("kind", ["IZP", "LAB", "BAR"])
def test_a_document_of_the_same_date_is_never_called_older_and_is_asked_about(kind: str) -> None:
    found = of_one_date("item: VI.3, levels: [3]", "item: VI.1, levels: [2]", kind=kind)
    assert found.form_kind is FormKind.FML
    assert "older_form_unused" not in codes(found)
    (said,) = (each.text_nl for each in found.notices if each.code == "same_day_form")
    assert "van dezelfde datum" in said
    (remark,) = asked(found, "van dezelfde datum")
    assert (remark.item, remark.channels, remark.safety) == (kind, ("VI.1.night", "VI.3"), True)


def test_the_stricter_of_two_confirmed_documents_of_one_date_counts() -> None:
    found = of_one_date("item: V.4, levels: [2]", "item: VI.3, levels: [3]", extra=FIRM)
    assert (found.channels["V.4"].level, found.channels["VI.3"].level, found.channels["V.5"].level) == (2, 3, 1)
    milder = of_one_date("item: V.5, levels: [0]", extra=FIRM)
    assert milder.channels["V.5"].level == 1
    assert asked(milder, "van dezelfde datum")


def test_of_two_documents_of_one_date_the_one_without_possibilities_goes_first() -> None:
    found = of_one_date(KNEEL, extra=("usable_possibilities: nee", "numbering: current"))
    assert {each.status for each in found.channels.values()} == {CapacityStatus.UNKNOWN}
    assert "no_usable_possibilities" in codes(found)


def test_without_anything_open_the_desk_work_is_within_capacity() -> None:
    assert verdict(()) == (VerdictKind.WITHIN, 0)


@pytest.mark.parametrize(
    ("step", "item", "channels"),
    [
        ("hours_per_day: 2, hours_per_week: 8", "VI.2", ("VI.2", "VI.3")),
        ("hours_per_week: 20", "VI.3", ("VI.3",)),
        ("hours_per_day: 4", "VI.2", ("VI.2",)),
    ],
)
def test_a_step_of_the_schedule_below_the_scores_leaves_a_question_in_every_verdict(
    step: str, item: str, channels: tuple[str, ...]
) -> None:
    schedule = (f"build_up: [{{from_date: 2026-05-04, {step}}}]",)
    (remark,) = profile(KNEEL, extra=(*OPEN, *schedule)).remarks
    assert (remark.item, remark.channels, remark.safety) == (item, channels, True)
    assert "opbouwschema" in remark.question_nl
    assert verdict(schedule) == (VerdictKind.POSSIBLE, 1)


@pytest.mark.parametrize(
    ("entry", "step"),
    [
        (KNEEL, "{from_date: 2026-05-04, hours_per_week: 40}"),
        (KNEEL, "{from_date: 2026-08-01, hours_per_week: 8}"),
        ("item: VI.3, levels: [3]", "{from_date: 2026-05-04, hours_per_week: 20}"),
    ],
)
def test_a_step_that_leaves_what_the_scores_leave_or_that_lies_ahead_asks_nothing(entry: str, step: str) -> None:
    assert profile(entry, extra=(*OPEN, f"build_up: [{step}]")).remarks == ()


def test_a_form_that_its_doctor_let_end_is_asked_about_in_every_verdict() -> None:
    extra = ("valid_until: 2026-05-31",)
    found = profile(KNEEL, extra=(*OPEN, *extra))
    (remark,) = found.remarks
    assert (remark.item, "31 mei 2026" in remark.question_nl) == ("FML", True)
    assert "form_ended" in codes(found)
    assert verdict(extra) == (VerdictKind.POSSIBLE, 1)


def test_on_its_last_day_a_form_still_holds_and_says_when_it_ends() -> None:
    found = profile(KNEEL, extra=(*OPEN, "valid_until: 2026-06-01"))
    assert (found.remarks, "form_ends" in codes(found)) == ((), True)


@pytest.mark.parametrize("item", ["IV.13", "V.5", "VI.1", "II.11", "I.8"])
@pytest.mark.parametrize("text", ["?", "??", "!", "*", "*)", "±", "ok?"])
def test_doubt_beside_a_score_is_a_question(item: str, text: str) -> None:
    assert kinds(beside(item, text)) == ["unreadable"]
    assert asked(beside(item, text), "vraagteken")


@pytest.mark.parametrize("text", ["?", "*"])
def test_doubt_beside_a_limit_or_an_own_condition_is_a_question_too(text: str) -> None:
    assert kinds(profile(f'item: V.5, levels: [1], text: "{text}"')) == ["unreadable"]
    assert kinds(beside("IV.21", text)) == ["non_matching"]


@pytest.mark.parametrize("text", ["-", "--", "/", "...", "✓", "ok", "n.v.t."])
def test_a_dash_or_a_tick_beside_the_norm_is_no_doubt(text: str) -> None:
    assert beside("IV.13", text).remarks == ()


@pytest.mark.parametrize(
    "text",
    [
        "niet na 17.00 uur", "niet na 17 uur", "tot 18.00 uur", "geen avonden", "nooit 's avonds", "'s avonds niet",
        "geen avonddienst", "avonden uitgesloten", "niet in de avond", "alleen overdag",
    ],
)  # fmt: skip
def test_words_that_leave_fewer_evenings_than_the_level_are_asked(text: str) -> None:
    assert "unreadable" in kinds(profile(f'item: VI.1, levels: [1], text: "{text}"'))


def test_a_time_beside_no_night_work_is_asked_and_the_night_itself_is_not() -> None:
    assert kinds(profile('item: VI.1, levels: [2], text: "niet na 20.00 uur"')) == ["unreadable"]
    assert profile('item: VI.1, levels: [2], text: "geen nachtdienst"').remarks == ()
    assert "unreadable" not in kinds(profile('item: VI.1, levels: [2], text: "niet tussen 22.00 en 06.00 uur"'))
