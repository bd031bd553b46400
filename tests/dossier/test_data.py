"""The rules of the file around the zoekprofiel are dated, cited and written in plain Dutch."""

import re
from datetime import date

import pytest

from matcher.domain.coach import Coach, CoachAction
from matcher.domain.track import ActivityKind, ActivityState, Answer, Outcome, Partner, PlacementKind, ResultKind, Track
from matcher.dossier.rules import cite, rules_on
from matcher.policy.stage import WIDENING
from matcher.reference.tables import read_yaml

FILES = (
    "adaptations.yaml",
    "routes.yaml",
    "dossier_contracts.yaml",
    "dossier_market.yaml",
    "dossier_earning.yaml",
    "track_rules.yaml",
)
TODAY = date(2026, 12, 1)
NAMES = {
    "partners": Partner,
    "activities": ActivityKind,
    "states": ActivityState,
    "answers": Answer,
    "outcomes": Outcome,
    "placements": PlacementKind,
    "results": ResultKind,
}


def citations(node):
    if isinstance(node, dict):
        if {"source", "standing", "how_nl"} <= node.keys():
            yield node
        for part in node.values():
            yield from citations(part)
    elif isinstance(node, list):
        for part in node:
            yield from citations(part)


def sentences(node):
    if isinstance(node, dict):
        for name, part in node.items():
            if isinstance(part, str) and (name.endswith("_nl") or name in {"warning", "wages"}):
                yield part
            else:
                yield from sentences(part)
    elif isinstance(node, list):
        for part in node:
            yield from sentences(part)


@pytest.mark.parametrize("name", FILES)
def test_every_file_has_dated_versions_in_order(name):
    days = [version["valid_from"] for version in read_yaml(name)["versions"]]
    assert days
    assert days == sorted(days)


@pytest.mark.parametrize("name", FILES)
def test_every_citation_has_a_source_a_standing_a_mark_and_a_sentence(name):
    found = list(citations(read_yaml(name)))
    assert found
    for raw in found:
        assert raw["mark"] in {"V", "S", "G", "M"}
        assert cite(raw).how_nl.endswith(".")
        assert raw["source"]


@pytest.mark.parametrize("name", FILES)
def test_sentences_are_short(name):
    for text in sentences(read_yaml(name)):
        for sentence in re.split(r"(?<=[.!?]) ", text):
            assert len(sentence.split()) <= 26, sentence


@pytest.mark.parametrize("name", FILES)
def test_no_output_names_a_file_of_ours(name):
    for raw in citations(read_yaml(name)):
        assert ".md" not in raw["source"]


def test_a_day_before_the_first_version_uses_the_first_version():
    assert rules_on("routes.yaml", date(2020, 1, 1)) == rules_on("routes.yaml", TODAY)


def test_every_contract_form_starts_in_a_stage_of_search():
    assert {form["from_stage"] for form in rules_on("dossier_contracts.yaml", TODAY)["forms"]} <= set(WIDENING)


@pytest.mark.parametrize(("name", "kind"), NAMES.items())
def test_every_choice_of_the_log_has_a_dutch_word(name, kind):
    assert set(rules_on("track_rules.yaml", TODAY)["words"][name]) == {each.value for each in kind}


@pytest.mark.parametrize("model", [CoachAction, Coach, Track])
def test_models_refuse_fields_that_we_do_not_know_and_never_change(model):
    assert model.model_config["extra"] == "forbid"
    assert model.model_config["frozen"]


def test_every_field_of_a_coachs_action_is_described_in_dutch():
    assert all(field.description for field in CoachAction.model_fields.values())
