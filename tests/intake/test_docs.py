"""The example in docs/case-file.md is a case that is read."""

import re
from datetime import date
from pathlib import Path

from matcher.domain.case import CapacityForm, Entry
from matcher.intake import read_case_text, understand_capacity

PAGE = (Path(__file__).parents[2] / "docs" / "case-file.md").read_text(encoding="utf-8")


def test_every_example_of_a_whole_case_is_read() -> None:
    examples = re.findall(r"```(yaml|json)\n(.*?)```", PAGE, flags=re.DOTALL)
    whole = [(kind, text) for kind, text in examples if "matcher/case/1" in text]
    assert whole
    for kind, text in whole:
        read = read_case_text(text, kind)
        assert read.report.refused == ()
        assert understand_capacity(read.case, date(2026, 6, 1)).limited()


def test_every_field_of_a_form_line_is_explained() -> None:
    for model in (CapacityForm, Entry):
        assert all(f"`{name}`" in PAGE for name in model.model_fields if name != "withheld")
