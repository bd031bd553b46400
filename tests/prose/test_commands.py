"""The two commands answer in Dutch and refuse in Dutch."""

from pathlib import Path

from click.testing import CliRunner

from matcher.cli.explain import explain
from matcher.cli.text import text

CASE = str(Path(__file__).parents[1] / "practice" / "cases" / "P9.yaml")


def test_the_text_command_prints_two_paragraphs() -> None:
    done = CliRunner().invoke(text, [CASE, "--on", "2026-11-02"])
    assert done.exit_code == 0
    assert done.output.startswith("Dit zoekprofiel beschrijft")
    assert done.output.count("\n\n") == 1


def test_sources_are_shown_per_sentence() -> None:
    done = CliRunner().invoke(text, [CASE, "--on", "2026-11-02", "--audience", "new-employer", "--sources"])
    assert done.exit_code == 0
    assert "person.education.0" in done.output
    assert "forms.0" not in done.output


def test_the_explain_command_prints_for_one_reader() -> None:
    done = CliRunner().invoke(explain, [CASE, "--on", "2026-11-02", "--for", "doctor", "--format", "md"])
    assert done.exit_code == 0
    assert done.output.startswith("# Open vragen aan de arts")


def test_a_reader_must_be_named() -> None:
    assert CliRunner().invoke(explain, [CASE]).exit_code != 0
