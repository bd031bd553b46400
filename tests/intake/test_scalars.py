"""YAML's own guesses are off: what was written is what is read."""

from decimal import Decimal

import pytest

from matcher.intake import read_case_text
from tests.intake.writing import HEAD, case, form


def test_an_item_number_keeps_its_last_zero() -> None:
    read = read_case_text(case(form("item: 4.10, levels: [1], name: Buigen")))
    assert read.case.forms[0].entries[0].item == "4.10"


def test_codes_with_zeros_clock_times_and_yes_stay_text() -> None:
    rest = "person: {certificates: [0110, 22:00, no, yes, 1e3, 0x10, 2026-01-01, null value, 1_000]}"
    assert read_case_text(HEAD + rest).case.person.certificates == (
        "0110", "22:00", "no", "yes", "1e3", "0x10", "2026-01-01", "null value", "1_000",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("word", "means"), [("yes", True), ("JA", True), ("true", True), ("no", False), ("nee", False)]
)
def test_yes_and_no_may_be_written_in_several_ways(word: str, means: bool) -> None:
    read = read_case_text(case(form("item: IV.13, levels: [1]", confirmed=word)))
    assert read.case.forms[0].completeness_confirmed is means


@pytest.mark.parametrize(("written", "means"), [("16.95", "16.95"), ("16,95", "16.95"), ("16", "16"), ("0,5", "0.5")])
def test_a_number_may_have_a_point_or_a_comma(written: str, means: str) -> None:
    text = f'{HEAD}person: {{old_job: {{title: kok, wage_eur_per_hour: "{written}"}}}}'
    assert read_case_text(text).case.person.old_job.wage_eur_per_hour == Decimal(means)  # type: ignore[union-attr]


def test_capitals_do_not_matter_in_a_choice() -> None:
    assert read_case_text(case(form("item: IV.13, levels: [1]", kind="fml"))).case.forms[0].kind == "FML"


def test_an_empty_field_is_a_field_that_is_not_there() -> None:
    read = read_case_text(f"{HEAD}forms:\nperson:\n  licences:\n  old_job: ~\n  region: {{place: }}\n")
    assert read.case.forms == ()
    assert read.case.person.region.place is None


def test_json_reads_the_same_as_yaml() -> None:
    text = '{"schema": "matcher/case/1", "id": "x", "person": {"education": [{"level": "hbo", "finished": true}]}}'
    assert read_case_text(text, "json").case == read_case_text(text).case


def test_milestones_with_a_list_of_dates_are_read() -> None:
    read = read_case_text(HEAD + "milestones: {progress_talks: [2026-01-02, 2026-02-03]}")
    assert len(read.case.milestones.progress_talks) == 2
