"""The measuring itself: ranks, intervals, overlap, and sets that are missing."""

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import FileUnreadable
from matcher.language.bench import speed
from matcher.language.bench.metrics import figure, hit_at, mrr, rank_biased_overlap, rank_of
from matcher.language.bench.noise import noisy, noisy_titles_of
from matcher.language.bench.sets import data_folder, labelled_transfers, noisy_titles
from matcher.language.bench.show import speed_as_text


def test_equal_scores_share_their_rank() -> None:
    assert rank_of(np.array([1.0, 1.0, 1.0]), np.array([True, False, False])) == 2.0


def test_a_right_answer_that_is_not_there_has_no_rank() -> None:
    assert rank_of(np.array([1.0]), np.array([False])) == float("inf")


@given(st.lists(st.integers(1, 50), min_size=2, max_size=40))
def test_an_interval_holds_its_figure(ranks: list[int]) -> None:
    found = figure(np.array(ranks, dtype=float), mrr)
    assert found.low <= found.value + 1e-9
    assert found.value <= found.high + 1e-9


@given(st.lists(st.text(max_size=3), unique=True, max_size=10))
def test_a_list_overlaps_fully_with_itself(items: list[str]) -> None:
    assert rank_biased_overlap(items, items) == pytest.approx(1.0 if items else 0.0)


def test_hits_are_counted_within_the_first_k() -> None:
    assert hit_at(5)(np.array([1.0, 5.0, 6.0, float("inf")])) == 0.5


def test_a_folder_without_sets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match="bench"):
        data_folder(tmp_path)


def test_the_frozen_sets_beside_these_tests_can_be_read() -> None:
    home = Path(__file__).parent / "data"
    assert len(noisy_titles(home / "noisy_titles.tsv")) >= 300
    assert len(labelled_transfers(home / "transfers.tsv")) >= 60


def test_the_same_seed_gives_the_same_noise() -> None:
    first, second = (noisy("vrachtwagenchauffeur", random.Random(3)) for _ in range(2))  # noqa: S311
    assert first == second
    made = noisy_titles_of(["kok", "ober"], 20, seed=1)
    assert made == noisy_titles_of(["kok", "ober"], 20, seed=1)
    assert {clean for _, clean in made} == {"kok", "ober"}


def test_every_method_is_timed_on_the_same_titles(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, list[str]] = {"een": [], "twee": []}
    methods = [(name, 3, lambda name=name: asked[name].append) for name in asked]
    monkeypatch.setattr(speed, "_methods", lambda labels: iter(methods))
    found = speed.run_speed(sample=12, bulk=20, say=lambda line: None)
    assert asked["een"] == asked["twee"]
    assert [row.titles for row in found.timings] == [12, 12]
    assert found.bulk_titles == 20
    assert "een" in speed_as_text(found)
