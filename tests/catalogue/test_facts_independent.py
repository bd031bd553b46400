"""Facts by a writer who saw neither the rules nor the profiles; the file is frozen, see data/README.md."""

import hashlib
from pathlib import Path

from matcher.catalogue import load_catalogue
from matcher.catalogue.compiling.channels import read_channels

from .facts import SAFETY, holds_as_written, read_facts

PATH = Path(__file__).parent / "data" / "facts_independent.csv"
FROZEN = "f13f2e91d5c0b16b38d167e55fc8026bb3a94b5ce3771f1e0d62a0204ab7ea2f"


def test_the_independent_facts_were_not_changed_after_scoring() -> None:
    assert hashlib.sha256(PATH.read_bytes()).hexdigest() == FROZEN


def test_at_least_95_in_100_of_the_claims_agree_with_the_independent_facts() -> None:
    catalogue = load_catalogue()
    levels = {channel.name: channel.levels for channel in read_channels()}
    judged = [holds_as_written(catalogue, fact, levels[fact["channel"]]) for fact in read_facts(PATH)]
    known = [outcome for outcome in judged if outcome is not None]
    assert sum(known) >= 0.95 * len(known)
    assert len(known) >= 0.95 * len(judged)


def test_no_independent_fact_about_safety_is_missed() -> None:
    catalogue = load_catalogue()
    levels = {channel.name: channel.levels for channel in read_channels()}
    facts = [fact for fact in read_facts(PATH) if fact["channel"] in (*SAFETY, "VI.1.night")]
    missed = [fact["id"] for fact in facts if not holds_as_written(catalogue, fact, levels[fact["channel"]])]
    assert missed == []


def test_the_catalogue_never_claims_to_know_hours_that_a_vacancy_decides() -> None:
    catalogue = load_catalogue()
    levels = {channel.name: channel.levels for channel in read_channels()}
    facts = [fact for fact in read_facts(PATH) if fact["channel"] in {"VI.2", "VI.3"}]
    assert all(holds_as_written(catalogue, fact, levels[fact["channel"]]) is None for fact in facts)
