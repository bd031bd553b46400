"""The published schema takes what the reader takes, and knows exactly the fields of the models."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from matcher.domain.case import Case
from matcher.intake import read_case
from matcher.intake.schema import case_schema
from matcher.intake.shape import field_names
from tests.intake.writing import HEAD, case, form

CASES = sorted((Path(__file__).parents[1] / "practice" / "cases").glob("*.yaml"))
VALIDATOR = jsonschema.Draft202012Validator(case_schema())


def as_text(text: str) -> object:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 every scalar stays text


def test_the_schema_is_itself_right() -> None:
    jsonschema.Draft202012Validator.check_schema(case_schema())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_good_case_passes_as_text_and_with_yamls_own_types(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    VALIDATOR.validate(as_text(text))
    VALIDATOR.validate(json.loads(json.dumps(yaml.safe_load(text), default=str)))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_practice_case_is_read_without_a_word_withheld(path: Path) -> None:
    assert read_case(path).report.refused == ()


def test_a_case_that_was_read_passes_when_it_is_written() -> None:
    VALIDATOR.validate(json.loads(read_case(CASES[0]).case.model_dump_json(by_alias=True)))


@pytest.mark.parametrize(
    "text",
    [
        "id: x",
        HEAD + "naam: x",
        HEAD + "person: {dates: {aow_date: 1-1-2030}}",
        HEAD + "person: {old_job: {title: kok, wage_eur_per_hour: 15 euro}}",
        case(form("item: IV.13, levels: [veel]")),
        case(form("item: IV.13, levels: [1]", confirmed="misschien")),
        case(form("item: IV.13, levels: [1]", kind="XYZ")),
    ],
)
def test_a_wrong_case_does_not_pass(text: str) -> None:
    assert not VALIDATOR.is_valid(as_text(text))


def test_the_schema_has_the_fields_of_the_models_and_no_others() -> None:
    made = case_schema()
    assert set(made["properties"]) == set(field_names(Case))
    assert made["additionalProperties"] is False
    assert all(part.get("additionalProperties") is False for part in made["$defs"].values() if "properties" in part)


def test_no_field_of_the_schema_is_about_identity_or_a_diagnosis() -> None:
    names = {name for part in (case_schema(), *case_schema()["$defs"].values()) for name in part.get("properties", {})}
    forbidden = {
        "naam",
        "bsn",
        "birth_date",
        "address",
        "diagnosis",
        "cause",
        "treatment",
        "medication",
        "email",
        "phone",
    }
    assert names.isdisjoint(forbidden)
