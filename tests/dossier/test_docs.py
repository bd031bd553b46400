"""What docs/dossier.md says is what the program does."""

import re
from pathlib import Path

import yaml

from matcher.cli.dossier import dossier
from matcher.cli.track import track
from matcher.domain.coach import Coach
from matcher.dossier.track_grounds import rule_codes
from tests.dossier.world import THIRD

DOC = (Path(__file__).parents[2] / "docs" / "dossier.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_documentation():
    for name in dossier.commands:
        assert f"matcher dossier {name}" in DOC
    for name in track.commands:
        assert f"matcher track {name}" in DOC
    assert "matcher panel" in DOC


def test_the_example_of_the_coachs_hand_can_be_read():
    example = re.search(r"```yaml\n(.*?)```", DOC, re.DOTALL)
    assert example is not None
    assert len(Coach.model_validate(yaml.safe_load(example[1])["coach"]).actions) == 3


def test_the_documentation_counts_the_warnings():
    listed = re.search(r"track_rules\.yaml`: (.*?)\. Each cites", DOC, re.DOTALL)
    assert listed is not None
    assert len(listed[1].split(",")) == len(list(rule_codes(THIRD)))
