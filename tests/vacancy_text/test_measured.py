"""Sets of strangers that were scored once and are spent: what the reader reached on them is not lost again."""

from functools import cache
from pathlib import Path

import pytest

from matcher.vacancy_text.training.examples import rows
from tests.vacancy_text.score import Score, score

TEXTS = Path(__file__).parents[2] / "data/vacancy_texts"
# set: recall and precision of demands at least, inverted at most
REACHED = {"tenth": (0.88, 0.90, 2), "eleventh": (0.90, 0.89, 2)}


@cache
def scored(name: str) -> Score:
    return score(rows(TEXTS / f"measured_{name}.jsonl.gz"))


@pytest.mark.parametrize(("name", "recall", "precision", "inverted"), [(name, *bars) for name, bars in REACHED.items()])
def test_demands_are_read_as_well_as_they_were(name: str, recall: float, precision: float, inverted: int):
    count = scored(name).counts["demands"]
    assert count.right / count.wanted >= recall
    assert count.right / count.found >= precision
    assert len(scored(name).inverted) <= inverted


@pytest.mark.parametrize("name", REACHED)
@pytest.mark.parametrize(
    "fact", ["hours", "wage_eur_per_hour", "education_level", "licences", "certificates", "languages"]
)
def test_facts_are_read_as_well_as_they_were(name: str, fact: str):
    count = scored(name).counts[fact]
    assert 2 * count.right / (count.found + count.wanted) >= 0.9
