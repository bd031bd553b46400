"""The tables on disk are small, give back what was stored, and refuse to be mixed."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.catalogue import TablesError, load_catalogue
from matcher.catalogue.demand_table import DEMANDS, pack, unpack
from matcher.resources import data_path

OCCUPATIONS = data_path("occupations/occupations.csv").parent
MEGABYTES_IN_REPOSITORY = 15


def made_up(seed: int, rows: int, channels: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)
    shares = {
        name: rng.choice(np.array([0, 40, 90, 255], np.uint8), (rows, channels, 5))
        for name in ("within", "within_peak", "error_by_level")
    }
    marks = {name: rng.integers(0, 3, (rows, channels)).astype(np.uint8) for name in ("mark", "source")}
    return {**shares, **marks, "typical": rng.choice(np.array([np.nan, 0.5, 8.0], np.float32), (rows, channels))}


@given(seed=st.integers(0, 1000), rows=st.integers(1, 9), channels=st.integers(1, 7))
def test_what_is_packed_comes_back_the_same(seed: int, rows: int, channels: int) -> None:
    one, two = made_up(seed, rows, channels), made_up(seed + 1, rows + 2, channels)
    names = [str(number) for number in range(channels)]
    back = unpack([pack(each, ["isco:4226"], names) for each in (one, two)])
    for name in DEMANDS:
        assert np.array_equal(back[name], np.concatenate([one[name], two[name]]), equal_nan=name == "typical")
    assert (back["error"] == back["error_by_level"].max(axis=2)).all()


def test_each_distinct_value_is_stored_once() -> None:
    every = {name: np.repeat(array, 50, axis=0) for name, array in made_up(1, 1, 4).items()}
    assert len(pack(every, ["isco:4226"], "abcd")["mark"]) <= 4


def copied(tmp_path: Path) -> Path:
    for path in OCCUPATIONS.iterdir():
        if not path.name.startswith("titles"):
            shutil.copy(path, tmp_path / path.name)
    return tmp_path


def test_tables_of_two_builds_are_not_mixed(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    lines = (folder / "occupations.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "occupations.csv").write_text("".join([*lines[:5], *lines[6:]]), encoding="utf-8")
    with pytest.raises(TablesError, match="horen niet bij elkaar"):
        load_catalogue(folder)


@pytest.mark.parametrize("name", ["demands.npz", "vectors.npz"])
def test_a_cut_off_table_is_named(tmp_path: Path, name: str) -> None:
    path = copied(tmp_path) / name
    path.write_bytes(path.read_bytes()[:-500])
    with pytest.raises(TablesError, match=rf"{name} is beschadigd"):
        load_catalogue(tmp_path, level="all")


@pytest.mark.parametrize("name", ["demands.npz", "occupations.csv"])
def test_an_altered_table_is_named(tmp_path: Path, name: str) -> None:
    path = copied(tmp_path) / name
    data = bytearray(path.read_bytes())
    data[9000] = 0xFF
    path.write_bytes(data)
    with pytest.raises(TablesError, match=rf"{name} is beschadigd"):
        load_catalogue(tmp_path, level="all")


def test_the_tables_together_stay_under_the_size_that_was_agreed() -> None:
    size = sum(path.stat().st_size for path in OCCUPATIONS.iterdir())
    assert size <= MEGABYTES_IN_REPOSITORY * 1_000_000
