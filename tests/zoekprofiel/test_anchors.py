"""Why a kind of work is named: a fact of the case, or openly a new direction; never closeness in a model."""

import re
from typing import Any

import pytest

from matcher import Case, Match, match
from matcher.catalogue import load_catalogue
from matcher.domain.anchor import AnchorKind
from matcher.dossier.exclusions import exclusions
from matcher.prose import compose_text
from matcher.reference.tables import read_yaml
from matcher.reference.text_signals import plain
from matcher.rulings import rulings
from matcher.zoekprofiel.anchors import is_alike, shared_task
from tests.practice.story import raw_case, story_day

CASES = ("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8")


def matched(name: str, **person: Any) -> tuple[Match, Case]:
    raw = raw_case(name)
    raw["person"].update(person)
    case = Case.model_validate(raw)
    return match(case, story_day(name)), case


def at(case: Case, field: str) -> Any:
    found: Any = case
    for part in field.split("."):
        found = found[int(part)] if part.isdigit() else getattr(found, part)
    return found


@pytest.mark.parametrize("name", CASES)
def test_every_task_that_is_named_stands_in_the_case_and_in_the_occupation(name: str) -> None:
    result, case = matched(name)
    topics = {topic["code"]: topic for topic in read_yaml("shared_tasks.yaml")["topics"]}
    for kind in result.zoekprofiel.kinds:
        if kind.anchor.kind is AnchorKind.TASK:
            topic = topics[kind.anchor.code]
            assert re.search(topic["person"], plain(at(case, kind.anchor.field)))
            assert any(re.search(topic["work"], plain(task)) for task in kind.tasks_nl)
            assert f"in dit werk: {shared_task(kind.anchor, kind.tasks_nl)}." in kind.why_nl


@pytest.mark.parametrize("name", CASES)
def test_work_without_a_fact_is_called_a_new_direction_and_never_experience(name: str) -> None:
    result, case = matched(name)
    new = [kind for kind in result.zoekprofiel.kinds if kind.anchor.kind is AnchorKind.NEW]
    for kind in new:
        assert kind.why_nl.startswith("Nieuwe richting")
    text = compose_text(result, case)
    assert not any(word in text.text for word in ("werkveld", "bruikbaar", "ligt dicht"))
    for sentence in text.sentences:
        if sentence.key.startswith(("work.tasks_", "work.sector", "work.same")):
            assert not any(f"catalogue.{kind.occupation.id}.kind_nl" in _refs(sentence) for kind in new)


def _refs(sentence: Any) -> set[str]:
    return {piece.source_ref for piece in sentence.fragments}


def test_without_tasks_and_branches_everything_is_a_new_direction() -> None:
    raw = raw_case("P6")
    for job in raw["person"]["experience"]:
        job.pop("tasks")
        job.pop("sector")
    raw["person"]["old_job"].pop("tasks")
    result = match(Case.model_validate(raw), story_day("P6"))
    facts = {kind.anchor.kind for kind in result.zoekprofiel.kinds}
    assert facts <= {AnchorKind.NEW, AnchorKind.SAME}


def test_advice_outside_the_treatment_room_keeps_that_work_out_of_the_kinds_and_says_so() -> None:
    result, _ = matched("P4")
    assert not any(kind.occupation.id.startswith(("isco:3251", "isco:3256")) for kind in result.zoekprofiel.kinds)
    assert any("niet in de behandelkamer" in q.text_nl for q in result.zoekprofiel.questions if q.to == "coach")


def test_work_that_only_the_tables_call_alike_says_that_the_tables_say_it() -> None:
    result, _ = matched("P7")
    alike = [k for k in result.zoekprofiel.kinds if k.anchor.kind is AnchorKind.NEW and is_alike(k.occupation)]
    assert alike
    assert all("lijkt in de beroepentabellen wel deels op eerder werk" in kind.why_nl for kind in alike)


def test_work_kept_out_by_advice_is_listed_with_its_reason() -> None:
    result, case = matched("P4")
    found = {
        each.occupation_id: each.reason_nl
        for each in exclusions(result, case, load_catalogue(), rulings(case, load_catalogue()))
    }
    assert "niet in de behandelkamer" in found["isco:3256"]


@pytest.mark.parametrize(
    ("words", "avoided"),
    [
        ("werk buiten de behandelkamer", True),
        ("assisteren in de behandelkamer", False),
        ("licht werk", False),
    ],
)
def test_only_words_that_name_a_place_to_avoid_keep_work_out(words: str, avoided: bool) -> None:
    raw = raw_case("P4")
    raw["person"]["labour_expert"]["advised"] = [words]
    assert ("isco:3256" in rulings(Case.model_validate(raw), load_catalogue()).avoided) is avoided


def test_every_kind_of_the_data_form_stands_in_the_text_or_is_named_as_left_out() -> None:
    for name in CASES:
        result, case = matched(name)
        text = compose_text(result, case)
        refs = {ref for sentence in text.sentences for ref in _refs(sentence)}
        for kind in result.zoekprofiel.kinds:
            named = f"catalogue.{kind.occupation.id}.kind_nl" in refs
            assert named != (kind.kind_nl in text.left_out)


@pytest.mark.parametrize("name", CASES)
def test_the_branches_of_the_text_are_the_main_branches_of_the_data_form(name: str) -> None:
    result, case = matched(name)
    text = compose_text(result, case)
    said = next((sentence.text for sentence in text.sentences if sentence.key.startswith("branch")), "")
    assert all(branch in said for branch in result.zoekprofiel.main_branches_nl)
    letters = {load_catalogue().occupation(kind.occupation.id).sectors[0] for kind in result.zoekprofiel.kinds}
    assert len(result.zoekprofiel.main_branches_nl) == len(letters)
    assert result.zoekprofiel.branches_nl[: len(letters)] == result.zoekprofiel.main_branches_nl


def test_selling_by_phone_rests_on_contact_with_customers_and_not_on_helping_them() -> None:
    result, case = matched("P8")
    (kind,) = [kind for kind in result.zoekprofiel.kinds if kind.occupation.id == "isco:5244"]
    assert kind.why_nl.startswith(
        "Contact met klanten: bekend uit het werk als verkoopmedewerker bouwmarkt; in dit werk"
    )
    assert "klanten helpen" not in compose_text(result, case).text
