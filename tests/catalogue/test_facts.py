"""What any labour expert knows must come out of the tables."""

from pathlib import Path

import pytest

from matcher.catalogue import load_catalogue

from .facts import SAFETY, asked, holds, read_facts

FACTS = read_facts(Path(__file__).parent / "data" / "facts.csv")


def test_at_least_95_in_100_facts_are_right() -> None:
    catalogue = load_catalogue(level="all")
    wrong = [
        (fact["occupation"], fact["channel"], fact["note"], asked(catalogue, fact["occupation"], fact["channel"]))
        for fact in FACTS
        if not holds(catalogue, fact)
    ]
    assert len(wrong) <= 0.05 * len(FACTS), wrong


@pytest.mark.parametrize("fact", [fact for fact in FACTS if fact["channel"] in SAFETY], ids=lambda fact: fact["note"])
def test_no_fact_about_safety_is_missed(fact: dict[str, str]) -> None:
    assert holds(load_catalogue(level="all"), fact)
