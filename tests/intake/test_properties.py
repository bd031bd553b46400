"""Whatever bytes come in, a case or one of our own refusals comes out; less capacity is never read as more."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher.domain.capacity import CapacityStatus, Marginal
from matcher.errors import CaseInvalid, MatcherError
from matcher.intake import ReadCase, read_case_text, understand_capacity
from matcher.intake.source import decode
from matcher.reference.channels import channels
from matcher.reference.fml import items
from tests.intake.writing import ON, case, form, profile

FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
GOOD = case(
    form('item: IV.13, levels: [2], value: 5, unit: kg, text: "niet boven schouderhoogte"', "item: I.8, levels: [4]"),
    rest='person:\n  old_job: {title: kok, wage_eur_per_hour: 15.5}\n  exclusions: [{what: a, reason: "b"}]\n',
)
SNIPPETS = ["&a ", "*a", "!!int ", "---\n", "\t", "{", "}", "[", "]", ":", "- ", "#", "'", '"', "\x00", "\ufeff",
            "é", "~", "id: ", "<<: ", "1.500", "9" * 30, "2026-02-30", "\\ud800", "\r", "\u2028", "!"]  # fmt: skip


def comes_out(text: str, case_format: str = "yaml") -> None:
    try:
        read = read_case_text(text, case_format)  # type: ignore[arg-type]
        assert isinstance(read, ReadCase)
        understand_capacity(read.case, ON)
    except MatcherError as refusal:
        said = str(refusal)
    else:
        said = "read"
    assert said


@FEW
@given(st.binary(max_size=400), st.sampled_from(["yaml", "json"]))
def test_any_bytes_give_a_case_or_a_refusal(content: bytes, case_format: str) -> None:
    try:
        text = decode(content)
    except MatcherError:
        return
    comes_out(text, case_format)


@FEW
@given(st.text(max_size=200), st.sampled_from(["yaml", "json"]))
def test_any_text_gives_a_case_or_a_refusal(text: str, case_format: str) -> None:
    comes_out(text, case_format)


@FEW
@given(st.integers(0, len(GOOD)), st.integers(0, 6), st.sampled_from(SNIPPETS))
def test_a_good_case_with_a_few_signs_changed_gives_a_case_or_a_refusal(at: int, gone: int, put: str) -> None:
    comes_out(GOOD[:at] + put + GOOD[at + gone :])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["forms", "id", "person", "kind", "entries", "levels", "x"]), inner, max_size=3
        )
    ),
    max_leaves=12,
)


@FEW
@given(JSON)
def test_any_json_gives_a_case_or_a_refusal(data: object) -> None:
    comes_out(json.dumps(data), "json")
    if isinstance(data, dict):
        comes_out(json.dumps({"schema": "matcher/case/1", "id": "x", **data}), "json")


@FEW
@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=80))
def test_any_words_beside_a_score_can_be_understood(words: str) -> None:
    text = json.dumps(
        {
            "schema": "matcher/case/1",
            "id": "x",
            "forms": [
                {
                    "kind": "FML",
                    "date": "2026-05-01",
                    "author_role": "bedrijfsarts",
                    "completeness": "full",
                    "entries": [{"item": "IV.13", "levels": [0], "text": words}],
                }
            ],
        }
    )
    comes_out(text, "json")


@FEW
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=8, max_size=20))
def test_no_fault_repeats_a_value(word: str) -> None:
    marker = f"q{word}q"
    text = case(form(f"item: {marker}, levels: [{marker}], unit: {marker}", kind=marker), rest=f"{marker}: {marker}\n")
    with pytest.raises(CaseInvalid) as error:
        read_case_text(text)
    assert marker not in str(error.value)


ONE_LEVEL = [(code, level) for code, item in items().items() if code in channels() for level in item.levels]


@FEW
@given(st.lists(st.sampled_from(ONE_LEVEL), unique_by=lambda each: each[0], max_size=12), st.randoms())
def test_the_order_of_the_lines_does_not_matter(chosen: list[tuple[str, int]], random: object) -> None:
    entries = [f"item: {code}, levels: [{level}]" for code, level in chosen]
    shuffled = list(entries)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert profile(*entries).channels == profile(*shuffled).channels


@FEW
@given(st.sampled_from(ONE_LEVEL))
def test_a_line_that_is_left_out_of_a_full_form_is_unknown_and_never_norm(chosen: tuple[str, int]) -> None:
    code, level = chosen
    rest = [f"item: {each}, levels: [0]" for each in items() if each != code]
    without = profile(*rest, completeness="full")
    assert without.channels[code].status is CapacityStatus.UNKNOWN
    within = profile(*rest, f"item: {code}, levels: [{level}]", completeness="full")
    assert within.channels[code].status is not CapacityStatus.UNKNOWN


@FEW
@given(st.decimals(min_value=0, max_value=40, places=1))
def test_fewer_hours_are_never_less_marginal(hours: object) -> None:
    found = profile(f"item: VI.4, levels: [1], text: belastbaar voor {hours} uur per week")
    assert (Marginal.TEXT in found.marginal) is (hours <= 10)  # type: ignore[operator]


@FEW
@given(st.dates(min_value=date(2026, 5, 1), max_value=date(2027, 12, 31)))
def test_the_age_of_a_form_decides_on_every_day(on: date) -> None:
    days = (on - date(2026, 5, 1)).days
    try:
        warned = any(notice.code == "form_age_warning" for notice in profile("item: V.1, levels: [1]", on=on).notices)
    except MatcherError:
        assert days > 364
    else:
        assert days <= 364
        assert warned is (days > 182)
