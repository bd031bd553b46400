"""A full answer, with kinds of work, conditions and questions, holds to the published description."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.practice.story import raw_case, story_day
from tests.service.server import Server

DESCRIPTION = json.loads((Path(__file__).parents[2] / "service" / "openapi.json").read_text(encoding="utf-8"))


def _faults(shape: str, answer: Any) -> list[str]:
    schema = {"$ref": f"#/components/schemas/{shape}", "components": DESCRIPTION["components"]}
    found = jsonschema.Draft202012Validator(schema).iter_errors(answer)
    return [f"{list(each.absolute_path)}: {each.message[:120]}" for each in found]


@pytest.mark.parametrize("name", ["P1", "P4", "P10b"])
@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("zoekprofiel?view=coach", "Zoekprofiel"),
        ("zoekprofiel?view=jobs", "JobsZoekprofiel"),
        ("rankings?view=coach&explained=true", "Ranking"),
        ("occupations/isco:4226/check?view=coach", "Check"),
    ],
)
def test_a_full_answer_is_as_described(first_run: Server, name: str, path: str, shape: str):
    with first_run.client() as client:
        answer = client.post(f"/v1/{path}&on={story_day(name).isoformat()}", json=raw_case(name))
    assert answer.status_code == 200, answer.text[:300]
    assert _faults(shape, answer.json()) == []
