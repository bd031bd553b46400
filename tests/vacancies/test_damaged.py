"""A damaged index gives a clear error, and a numba that cannot compile the passes leaves the work to numpy."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from matcher.errors import FileUnreadable
from matcher.vacancies import share
from matcher.vacancies.index import build_index, memory_index, open_index
from matcher.vacancies.narrow_columns import narrow
from matcher.vacancies.segment import COUNT, EDUCATION, OCCUPATION, WAGE_LEAST, WAGE_MOST, Segment
from tests.vacancies.world import DAY, some_vacancies


def segment() -> Segment:
    return memory_index(some_vacancies(90, 3).vacancies(), DAY).generation.parts[0].segment


@pytest.mark.parametrize(
    ("column", "value"),
    [(OCCUPATION, 60_000), (EDUCATION, 4_000), (COUNT, 65_535)],
    ids=["work", "education", "stated"],
)
def test_a_row_that_points_outside_its_segment_is_told(column: int, value: int):
    sound = segment()
    rows = np.array(sound.rows)
    rows[7, column] = value
    with pytest.raises(FileUnreadable, match="beschadigd"):
        narrow(replace(sound, rows=rows))


def test_a_wage_with_a_least_and_no_most_is_told():
    sound = segment()
    rows = np.array(sound.rows)
    rows[7, WAGE_LEAST], rows[7, WAGE_MOST] = 1500, 0
    with pytest.raises(FileUnreadable, match="beschadigd"):
        narrow(replace(sound, rows=rows))


def test_a_stated_demand_of_no_form_is_told():
    sound = segment()
    stated = np.array(sound.stated)
    stated[0] = 65_535
    with pytest.raises(FileUnreadable, match="beschadigd"):
        narrow(replace(sound, rows=np.array(sound.rows), stated=stated))


def test_a_numba_that_refuses_leaves_the_work_to_numpy(monkeypatch: pytest.MonkeyPatch):
    def refuses(name: str) -> None:
        raise KeyError(name)

    share._has_numba.cache_clear()
    monkeypatch.setattr(share, "import_module", refuses)
    try:
        assert share._has_numba() is False
    finally:
        share._has_numba.cache_clear()


def test_an_array_that_was_cut_off_is_told(tmp_path: Path):
    build_index(some_vacancies(30, 3).vacancies(), tmp_path, DAY)
    rows = next((tmp_path / "segments").glob("*/rows.npy"))
    rows.write_bytes(rows.read_bytes()[:-100])
    with pytest.raises(FileUnreadable, match="beschadigd"):
        open_index(tmp_path)
