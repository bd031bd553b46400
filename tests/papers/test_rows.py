"""The reader of rows: however a line is written, what is sure is what was written, and nothing makes it stop."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher.papers import Sureness
from matcher.papers.capacity import read_form
from matcher.papers.split import FormRows, forms_in
from matcher.reference.fml import items
from matcher.reference.legacy import legacy_items
from matcher.sheets import Cell, Row

ORDINAL = [
    code
    for code, item in items().items()
    if code not in {"IV.1", "IV.2"}
    and all(level.kind not in {"multi-select flag", "note"} for level in item.levels.values())
]
ROMANS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}


def number(code: str, style: str) -> str:
    rubriek, item = code.split(".")
    return {"roman": code, "dash": f"{rubriek}-{item}", "arab": f"{ROMANS[rubriek]}.{item}", "hook": f"[{code}]"}[style]


def written(code: str, level: int, style: str, layout: str) -> tuple[str, ...]:
    item = items()[code]
    mark, name, word = number(code, style), item.name_nl, item.levels[level].name_nl
    return {
        "line": (f"{mark} {name}: {level}",),
        "both": (f"{mark} {name}: {level} {word}",),
        "front": (f"({level}) {mark} {name}",),
        "table": (mark, name, str(level), ""),
        "wide": (name, mark, str(level), word),
    }[layout]


def form(lines: list[tuple[str, ...]]) -> dict:
    rows = tuple(Row(1, tuple(Cell(text, 100 * at, 100 * at + 90) for at, text in enumerate(line))) for line in lines)
    return {item.code: item for item in read_form(FormRows(None, rows)).found()}


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(st.sampled_from(ORDINAL), min_size=3, max_size=12, unique=True).flatmap(
        lambda codes: st.tuples(*(st.tuples(st.just(c), st.sampled_from(sorted(items()[c].levels))) for c in codes))
    ),
    st.sampled_from(["roman", "dash", "arab", "hook"]),
    st.sampled_from(["line", "both", "front", "table", "wide"]),
)
def test_a_level_that_is_sure_is_the_level_that_was_written(wanted, style, layout):
    found = form([written(code, level, style, layout) for code, level in wanted])
    for code, level in wanted:
        assert code in found, (code, layout)
        if found[code].sureness is Sureness.SURE:
            assert found[code].levels == (level,), (code, layout)
    assert not {code for code, item in found.items() if item.sureness is Sureness.SURE} - {code for code, _ in wanted}


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(ORDINAL), st.sampled_from(ORDINAL), st.integers(0, 9))
def test_a_number_with_the_name_of_another_item_is_never_sure(code, other, level):
    if items()[code].name_nl == items()[other].name_nl or code == other:
        return
    found = form([(f"{code} {items()[other].name_nl}: {level}",)])
    sure = [item for item in found.values() if item.sureness is Sureness.SURE]
    # "IV.4 Tastzin" is an item of the old list: there number and name do belong together.
    assert all(other in {target.item for target in legacy_items()[item.code].targets} for item in sure)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.lists(st.text(max_size=40), min_size=1, max_size=5), max_size=15))
def test_any_rows_are_read_without_a_fault_and_without_a_guess(lines):
    rows = tuple(Row(1, tuple(Cell(text, 50 * at, 50 * at + 40) for at, text in enumerate(line))) for line in lines)
    for part in forms_in(rows):
        for item in read_form(part).found():
            assert item.sureness is not Sureness.SURE or item.levels


@pytest.mark.parametrize("level", ["1", "☒ norm ☐ beperkt"])
def test_an_item_beside_the_name_of_its_rubriek_is_read(level):
    found = form([("II. Sociaal functioneren", "II.1 Zien", level), ("", "II.2 Horen", level)])
    assert found["II.1"].levels == found["II.2"].levels != ()
