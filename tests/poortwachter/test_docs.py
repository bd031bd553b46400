"""The example in docs/calendar.md is what the program really answers."""

import re
from datetime import date
from pathlib import Path

import yaml

from matcher.domain.case import Case, Milestones
from matcher.poortwachter import calendar_for, to_text

DOC = (Path(__file__).parents[2] / "docs" / "calendar.md").read_text(encoding="utf-8")


def test_the_example_is_real_output() -> None:
    case = re.search(r"```yaml\n(.*?)```", DOC, re.DOTALL)
    shown = re.search(r"```text\n(.*?)```", DOC, re.DOTALL)
    assert case is not None
    assert shown is not None
    text = to_text(calendar_for(Case.model_validate(yaml.safe_load(case[1])), date(2027, 1, 18)))
    assert text.startswith(shown[1])


def test_every_milestone_has_a_dutch_description() -> None:
    assert all(field.description for field in Milestones.model_fields.values())
