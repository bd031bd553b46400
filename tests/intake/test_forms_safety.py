"""What a form leaves open never turns into "within capacity", and a stricter word never gives a milder outcome."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from matcher.catalogue import load_catalogue
from matcher.catalogue.errors import UnknownOccupation
from matcher.domain.capacity import Capacity, CapacityProfile, CapacityStatus, RemarkKind
from matcher.domain.case import FormKind
from matcher.errors import CaseInvalid
from matcher.intake import read_case, read_case_text, understand_capacity
from matcher.reference.fml import items
from tests.intake.writing import HEAD, ON, case, codes, form, kinds, profile

NUMBERED = ("usable_possibilities: ja", "numbering: current")
FIRM = (*NUMBERED, "levels_confirmed: ja")
LIFT = "item: IV.13, levels: [2]"
STAND = "item: V.4, levels: [3]"
CODES = "isco:4321, esco:00000000-0000-0000-0000-000000000000, nl:thuishulp"
NOTES = ("I.8", "II.12", "III.8", "IV.21", "V.10", "VI.4")


def read(*forms: str, rest: str = "", on: date = ON) -> CapacityProfile:
    return understand_capacity(read_case_text(case(*forms, rest=rest)).case, on)


def fml(*entries: str, day: str = "2026-04-01", **about: object) -> str:
    return form(*(entries or (LIFT, STAND)), day=day, extra=NUMBERED, **about)  # type: ignore[arg-type]


def newer(*entries: str, kind: str = "IZP", extra: tuple[str, ...] = NUMBERED, **about: object) -> str:
    return form(*entries, kind=kind, extra=extra, **about)  # type: ignore[arg-type]


def full_form(*changed: str, without: tuple[str, ...] = ()) -> CapacityProfile:
    """A full form on which every item is norm, except the ones that are given or left out."""
    given = {".".join(entry.removeprefix("item: ").split(",")[0].split(".")[:2]) for entry in changed}
    norm = (f"item: {code}, levels: [0]" for code in items() if code not in {*given, *without})
    return read(form(*norm, *changed, completeness="full", extra=NUMBERED))


def open_points(found: CapacityProfile) -> list[str]:
    return [each.question_nl for each in found.remarks if each.kind is RemarkKind.NON_MATCHING]


@pytest.mark.parametrize("kind", ["IZP", "LAB", "BAR"])
def test_a_newer_document_of_another_scale_does_not_displace_an_fml_until_it_is_confirmed(kind: str) -> None:
    found = read(fml(), newer(LIFT, kind=kind))
    assert (found.form_kind, found.form_date) == (FormKind.FML, date(2026, 4, 1))
    assert found.channels["V.4"].level == 3
    assert "newer_form_not_leading" in codes(found)
    assert open_points(found) == [
        f"Er is een nieuwer document ({kind}) dat niet als FML-niveau is bevestigd. Gaat het verder dan de FML?"
    ]


def test_a_confirmed_newer_document_leads_and_one_remark_names_the_limits_that_it_does_not_repeat() -> None:
    found = read(fml(LIFT, STAND, "item: VI.1, levels: [2]"), newer(LIFT, extra=FIRM))
    assert (found.form_kind, found.channels["V.4"].status) == (FormKind.IZP, CapacityStatus.NORM_BY_FORM)
    (remark,) = found.remarks
    assert (remark.kind, remark.channels, remark.safety) == (RemarkKind.NON_MATCHING, ("V.4", "VI.1.night"), True)
    assert "FML van 1 april 2026" in remark.question_nl
    assert all(label in remark.question_nl for label in ("staan", "nacht"))


def test_a_confirmed_newer_document_that_repeats_every_limit_gets_no_remark() -> None:
    assert read(fml(), newer(LIFT, STAND, extra=FIRM)).remarks == ()


def test_a_newer_form_with_deviations_that_is_not_confirmed_does_not_displace_an_fml() -> None:
    found = read(fml(), newer(STAND, kind="FML", confirmed="nee"))
    assert found.form_date == date(2026, 4, 1)
    assert found.channels["IV.13"].level == 2
    assert len(open_points(found)) == 1
    assert "newer_form_not_leading" in codes(found)


def test_a_stricter_fml_level_on_a_newer_unconfirmed_form_still_counts() -> None:
    found = read(fml(), newer("item: IV.13, levels: [3]", "item: V.1, levels: [2]", kind="FML", confirmed="nee"))
    assert (found.channels["IV.13"].level, found.channels["IV.13"].form_date) == (3, date(2026, 5, 1))
    assert (found.channels["V.1"].level, found.channels["V.4"].level) == (2, 3)


def test_a_milder_fml_level_on_a_newer_unconfirmed_form_does_not_count() -> None:
    found = read(fml(), newer("item: IV.13, levels: [1]", "item: V.4, levels: [0]", kind="FML", confirmed="nee"))
    assert (found.channels["IV.13"].level, found.channels["V.4"].level) == (2, 3)


def test_a_newer_full_form_without_lines_does_not_displace_an_fml() -> None:
    empty = "  - {kind: FML, date: 2026-05-01, author_role: bedrijfsarts, completeness: full}\n"
    found = read(fml(), empty)
    assert (found.form_date, len(open_points(found))) == (date(2026, 4, 1), 1)


def test_a_newer_document_without_possibilities_always_leads() -> None:
    none = newer(LIFT, extra=("usable_possibilities: nee", "numbering: current"))
    found = read(fml(), none)
    assert {each.status for each in found.channels.values()} == {CapacityStatus.UNKNOWN}
    assert "no_usable_possibilities" in codes(found)


def test_hours_that_are_marginal_and_a_peak_that_is_refused_count_from_a_document_that_does_not_lead() -> None:
    extra = (*NUMBERED, "incidental_peaks_allowed: nee", "build_up: [{from_date: 2026-05-04, hours_per_day: 2}]")
    found = read(fml(), newer("item: VI.2, levels: [4], value: 2, unit: uur", extra=extra))
    assert found.marginal
    assert not found.incidental_peaks
    assert "build_up_now" in codes(found)


def test_an_fml_that_is_too_old_does_not_hold_back_a_newer_document() -> None:
    assert read(fml(day="2025-01-01"), newer(LIFT)).form_kind is FormKind.IZP


def test_a_newer_fml_leads_as_before_without_a_remark() -> None:
    found = read(fml(), newer(LIFT, kind="FML"))
    assert (found.form_date, found.remarks) == (date(2026, 5, 1), ())


def test_on_a_full_form_with_every_item_scored_there_is_nothing_to_ask() -> None:
    assert full_form().remarks == ()


@pytest.mark.parametrize("case_id", ["P3", "P9"])
def test_the_full_forms_of_the_practice_cases_have_every_own_condition_scored(case_id: str) -> None:
    read_in = read_case(Path(__file__).parent.parent / "practice" / "cases" / f"{case_id}.yaml").case
    found = understand_capacity(read_in, date(2026, 8, 1))
    assert not any("geen score" in each for each in open_points(found))


def test_own_conditions_that_a_full_form_does_not_score_make_one_remark() -> None:
    (remark,) = full_form(without=NOTES).remarks
    assert remark.kind is RemarkKind.NON_MATCHING
    assert all(f"{code} (" in remark.question_nl for code in NOTES)


@pytest.mark.parametrize("item", NOTES)
def test_one_own_condition_without_a_score_is_named(item: str) -> None:
    for found in (full_form(without=(item,)), full_form(f"item: {item}")):
        (question,) = open_points(found)
        assert question.count(" (") == 1
        assert f"{item} (" in question


def test_an_own_condition_counts_as_answered_when_the_options_beside_it_are_scored() -> None:
    options = tuple(f"item: III.8.{option}, levels: [0]" for option in (1, 2, 3))
    assert full_form(*options, without=("III.8",)).remarks == ()
    assert len(full_form(options[0], without=("III.8",)).remarks) == 1


def test_on_a_full_form_of_the_old_list_the_own_conditions_are_asked_too() -> None:
    found = profile('item: "4.14", levels: [0]', completeness="full", extra=("numbering: legacy",))
    (question,) = open_points(found)
    assert all(f"{code} (" in question for code in ("2.11", "4.23", "5.10", "6.4"))


def test_on_a_form_with_deviations_an_own_condition_that_is_not_named_is_not_asked() -> None:
    assert profile(LIFT).remarks == ()


def limit(entry: str, extra: tuple[str, ...] = ("usable_possibilities: ja",)) -> Capacity:
    (found,) = profile(entry, extra=extra).limited()
    return found


def test_a_figure_that_is_stricter_than_the_level_counts_with_a_known_degree_and_is_asked() -> None:
    found = profile("item: IV.13, levels: [1], value: 2, unit: kg")
    capacity = found.channels["IV.13"]
    assert (capacity.level, capacity.degree_known, capacity.value) == (3, True, Decimal(2))
    assert kinds(found) == ["unreadable"]


def test_a_figure_that_is_milder_than_the_level_does_not_soften_it() -> None:
    found = profile("item: IV.13, levels: [3], value: 10, unit: kg")
    capacity = found.channels["IV.13"]
    assert (capacity.level, capacity.degree_known, capacity.value) == (3, True, None)
    assert kinds(found) == ["unreadable"]


def test_a_figure_above_the_norm_does_not_tell_the_degree_of_a_limit_that_is_only_in_words() -> None:
    assert not limit("item: IV.11, levels: [1], value: 60, unit: graden").degree_known


@pytest.mark.parametrize("value", ["0", "1", "2.9"])
def test_metres_below_the_smallest_figure_in_metres_are_the_strictest_level_of_climbing(value: str) -> None:
    found = limit(f'item: IV.19, levels: [1], value: "{value}", unit: m')
    assert (found.level, found.degree_known) == (3, False)


@pytest.mark.parametrize("value", ["0", "1"])
def test_on_the_old_list_too_metres_are_not_read_as_three_metres(value: str) -> None:
    found = limit(f'item: "4.21", levels: [1], value: "{value}", unit: m', extra=("numbering: legacy",))
    assert (found.channel, found.level, found.degree_known) == ("IV.19", 3, False)


@pytest.mark.parametrize(
    ("entry", "level"),
    [
        ('item: IV.19, levels: [1], value: "3", unit: m', 1),
        ('item: IV.19, levels: [1], value: "1", unit: opstap', 2),
        ('item: IV.19, levels: [2], value: "0", unit: m', 3),
        ('item: IV.19, levels: [2], value: "1", unit: m', 2),
        ('item: IV.19, levels: [3], value: "1", unit: m', 3),
    ],
)
def test_climbing_keeps_its_known_level_where_the_figure_says_no_less(entry: str, level: int) -> None:
    found = limit(entry)
    assert (found.level, found.degree_known) == (level, True)


@pytest.mark.parametrize("item", ["II.1", "V.9", "IV.21", "IV.3", "I.8"])
@pytest.mark.parametrize("unit", ["", ", unit: kg", ", unit: zakken"])
def test_a_figure_beside_an_item_that_has_no_figures_is_refused(item: str, unit: str) -> None:
    with pytest.raises(CaseInvalid, match="geen getal"):
        profile(f"item: {item}, levels: [1], value: 5{unit}")


def test_a_temperature_may_only_be_in_degrees_celsius() -> None:
    assert profile("item: III.1, levels: [1], value: 30, unit: celsius").channels["III.1.heat"].value == Decimal(30)
    with pytest.raises(CaseInvalid, match="past niet"):
        profile("item: III.1, levels: [1], value: 30, unit: kg")


ADDRESS = "Piet Jansen, Kerkstraat 5 Zwolle"


@pytest.mark.parametrize(
    "wrong", [ADDRESS, "4321", "123456789", "isco:43210", "ISCO:4321", "esco:123", "nl:Piet Jansen"]
)
@pytest.mark.parametrize(
    ("field", "person"),
    [
        ("person.experience.0.occupation", "experience: [{title: werk, occupation: %s}]"),
        ("person.old_job.occupation", "old_job: {title: werk, occupation: %s}"),
        ("person.wishes.occupations.0", "wishes: {occupations: [%s]}"),
        ("person.labour_expert.advised.0", "labour_expert: {advised: [%s]}"),
        ("person.labour_expert.rejected.0", "labour_expert: {rejected: [%s]}"),
        ("person.exclusions.0.what", "exclusions: [{what: %s, reason: eigen keus}]"),
    ],
)
def test_a_code_of_an_occupation_that_is_no_code_is_a_fault_without_the_value(
    field: str, person: str, wrong: str
) -> None:
    text = f"{HEAD}person:\n  {person}\n" % f'"{wrong}"'
    if wrong == ADDRESS and "occupation: " not in person:
        assert read_case_text(text)  # a title, in words
        return
    with pytest.raises(CaseInvalid) as error:
        read_case_text(text)
    (fault,) = error.value.faults
    assert (fault.field, fault.line) == (field, 4)
    assert wrong not in str(error.value)
    assert all(choice in fault.problem for choice in ("isco:4226", "esco:", "nl:"))


def test_right_codes_and_titles_in_words_are_read() -> None:
    quoted = ", ".join(f'"{code}"' for code in CODES.split(", "))
    assert read_case_text(f'{HEAD}person: {{wishes: {{occupations: [{quoted}, "receptionist"]}}}}')


@pytest.mark.parametrize("wrong", [ADDRESS, "123456789", "isco:Jansen", "nl:Jansen\n5"])
def test_the_catalogue_never_repeats_what_is_not_a_code(wrong: str) -> None:
    with pytest.raises(UnknownOccupation) as error:
        load_catalogue().occupation(wrong)
    assert wrong not in str(error.value)
    assert wrong.rsplit(":", maxsplit=1)[-1] not in str(error.value)


def test_the_catalogue_names_a_code_that_it_does_not_have_and_offers_a_choice_for_a_number() -> None:
    with pytest.raises(UnknownOccupation, match="isco:0001"):
        load_catalogue().occupation("isco:0001")
    with pytest.raises(UnknownOccupation, match=r"(?s)isco:4226.*\(ISCO-08\)"):
        load_catalogue().occupation("4226")


def test_a_case_is_read_from_a_path_as_text_too(tmp_path: Path) -> None:
    path = tmp_path / "zaak.yaml"
    path.write_text(HEAD, encoding="utf-8")
    assert read_case(str(path)).case == read_case(path).case
