"""The figures on the page about the method are those of the tables."""

import re
from pathlib import Path

import pytest

from matcher.catalogue import load_catalogue
from matcher.catalogue.compiling.channels import read_channels
from matcher.catalogue.compiling.own import own_table

from .facts import SAFETY, holds, holds_as_written, read_facts

ROOT = Path(__file__).parent.parent.parent
DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="module")
def page() -> str:
    return " ".join((ROOT / "docs" / "catalogue_method.md").read_text(encoding="utf-8").split())


def figures(page: str, pattern: str) -> tuple[int, ...]:
    found = re.search(pattern, page)
    assert found is not None, pattern
    return tuple(map(int, found.groups()))


def test_our_own_links_are_counted(page: str) -> None:
    groups = {row["isco08"] for row in own_table("isco_soc_overrides.csv")}
    assert figures(page, r"(\d+) groups where the link is wrong") == (len(groups),)


def test_the_gathered_activities_are_counted(page: str) -> None:
    gathered = {name for row in own_table("work_activities.csv") for name in row["iwas"].split()}
    assert figures(page, r"(\d+) of the 332 groups of detailed") == (len(gathered),)


def test_what_is_unknown_on_purpose_is_what_the_tables_lack(page: str) -> None:
    catalogue = load_catalogue()
    lacking = {name for name, column in catalogue.channel_index.items() if not catalogue.mark[:, column].any()}
    named = re.search(r"\*\*Unknown on purpose\*\*: ([IV.\d, ]+?)\. ", page)
    assert named is not None
    assert set(named[1].split(", ")) == lacking


def test_our_own_facts_are_counted(page: str) -> None:
    catalogue, facts = load_catalogue(level="all"), read_facts(DATA / "facts.csv")
    right = sum(holds(catalogue, fact) for fact in facts)
    assert figures(page, r"holds (\d+) facts of our own; (\d+) come out right") == (len(facts), right)


def test_the_score_on_the_independent_facts_is_the_one_stated(page: str) -> None:
    catalogue, facts = load_catalogue(), read_facts(DATA / "facts_independent.csv")
    levels = {channel.name: channel.levels for channel in read_channels()}
    judged = [holds_as_written(catalogue, fact, levels[fact["channel"]]) for fact in facts]
    safety = [right for fact, right in zip(facts, judged, strict=True) if fact["channel"] in (*SAFETY, "VI.1.night")]
    assert figures(page, r"now (\d+) right, (\d+) wrong, (\d+) unknown, safety (\d+) of (\d+)") == (
        judged.count(True),
        judged.count(False),
        judged.count(None),
        safety.count(True),
        len(safety),
    )
