"""What a jobhunter sees, field by field: conditions and verdicts, never an item, a level, a figure or a wage."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

import matcher
from matcher import Case, InputError
from matcher.reference.channels import channels
from matcher.reference.letters import spoken_title
from matcher.reference.tables import read_yaml
from matcher.report import RankingPage, jobs_check_json, jobs_ranking_json, jobs_zoekprofiel_json
from tests.made_up import ON, case, raw_case
from tests.prose.random_cases import random_case, validated

CATALOGUE = matcher.load_catalogue()
ITEM = re.compile(r"\b(?:I|II|III|IV|V|VI)\.\d")
OCCUPATION = {"id", "title_nl", "rank", "verdict", "verdict_nl", "points", "opens_at", "legal_requirement_nl"}
FIELDS = {
    "schema", "audience", "case_id", "on", "stage", "stage.code", "stage.label_nl", "sufficient", "kinds",
    "kinds.kind_nl", "kinds.tasks_nl", "kinds.employer_questions_nl", "kinds.occupation", "branches_nl",
    "conditions_nl", "hours", "hours.text_nl", "hours.no_evenings", "hours.no_nights", "region_nl", "group",
    "occupations", "page", "page.offset", "page.limit", "page.total", "page.next_offset", "occupation",
    *(f"{where}.{name}" for where in ("kinds.occupation", "occupations", "occupation") for name in OCCUPATION),
}  # fmt: skip


def leaves(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        for name, part in node.items():
            here = f"{path}.{name}".lstrip(".")
            yield here, None
            yield from leaves(part, here)
    elif isinstance(node, list):
        for part in node:
            yield from leaves(part, path)
    else:
        yield path, node


def views(made: Case, on: Any) -> list[dict[str, Any]]:
    result = matcher.match(made, on, CATALOGUE, top=10)
    groups = ("shown", "own_work", "later", "exceeding")
    return [
        jobs_zoekprofiel_json(result),
        *(jobs_ranking_json(result, RankingPage(group, 0, 10, explained=True)) for group in groups),
        jobs_check_json(matcher.check(made, "isco:4226", on, CATALOGUE)),
    ]


def allowed_texts(made: Case, on: Any) -> set[str]:
    """Answer every text that may stand in the view, from where it comes: tables about work and fixed wordings."""
    result = matcher.match(made, on, CATALOGUE)
    profile, stage = result.zoekprofiel, result.stage.stage
    found = {made.id, on.isoformat(), stage.code, stage.label_nl, profile.hours.text_nl, profile.region_nl}
    found |= set(profile.conditions_nl)  # the positive conditions, which this reader may see; held to no code or figure
    found |= {channel.employer_question_nl for channel in channels().values()}
    found |= set(read_yaml("sectors.yaml")["sections"].values())
    for one in CATALOGUE.occupations:
        found |= {one.id, spoken_title(one.title_nl), one.kind_nl, one.legal_requirement_text, *one.tasks_nl}
    found |= {"jobhunter", "within_capacity", "possible", "exceeds", "binnen de belastbaarheid", "overschrijding"}
    return found | {"S0", "S1", "S2", "S3", "S4", "S5", "shown", "own_work", "later", "exceeding"}


def check_every_field(made: Case, on: Any) -> None:
    allowed = allowed_texts(made, on)
    for view in views(made, on):
        for path, value in leaves(view):
            assert path in FIELDS, path
            if isinstance(value, str) and not value.startswith("matcher/jobs-") and not value.startswith("mogelijk, "):
                assert value in allowed, (path, value)
                assert not ITEM.search(value), (path, value)


@pytest.mark.parametrize("seed", range(8))
def test_every_field_of_every_view_comes_from_tables_about_work_or_fixed_words(seed):
    raw, on = random_case(seed)
    made = validated(raw)
    try:
        matcher.match(made, on, CATALOGUE, top=1)
    except InputError:
        return
    check_every_field(made, on)


def test_words_and_figures_of_the_form_never_pass():
    entries = [
        {"item": "IV.13", "levels": [3], "value": "13.37", "unit": "kg", "text": "hooguit 13,37 kg qzxtoelichting"},
        {"item": "IV.16", "levels": [1], "text": "qzxvoorwaarde"},
        {"item": "VI.2", "levels": [2]},
    ]
    made = case(entries)
    check_every_field(made, ON)
    whole = str(views(made, ON)).lower()
    assert not any(word in whole for word in ("13,37", "13.37", "qzx", "17.40", "17,40", "finding", "contribution"))


@pytest.mark.parametrize("level", [2, 3])
def test_a_condition_is_in_positive_words_without_item_level_or_figure(level):
    made = matcher.match(case([{"item": "IV.20", "levels": [level]}]), ON, CATALOGUE)
    for condition in jobs_zoekprofiel_json(made)["conditions_nl"]:
        assert not ITEM.search(condition)
        assert not re.search(r"\d|beperkt|norm", condition)


def test_the_fixed_list_of_fields_is_the_whole_view():
    made = Case.model_validate(raw_case([{"item": "IV.13", "levels": [2]}]))
    seen = {path for view in views(made, ON) for path, _ in leaves(view)}
    assert seen == FIELDS
