"""The commands of the file around the zoekprofiel, as a coach would use them."""

import json

import pytest
from click.testing import CliRunner

from matcher.cli.dossier import dossier
from matcher.cli.panel import panel
from matcher.cli.track import track
from tests.dossier.world import PLACE

CASE = str(PLACE)


def run(command, *args):
    return CliRunner().invoke(command, list(args), catch_exceptions=False)


@pytest.mark.parametrize(
    ("command", "args", "title"),
    [
        (dossier, ["details", CASE, "--on", "2026-06-15"], "BIJ HET ZOEKPROFIEL"),
        (dossier, ["coach", CASE, "--on", "2026-06-15"], "ZOEKPROFIEL MET DE HAND VAN DE COACH"),
        (dossier, ["compare", CASE, CASE, "--on-old", "2026-05-11", "--on-new", "15-06-2026"], "WAT IS ER VERANDERD"),
        (track, ["report", CASE, "--on", "2026-11-09", "--audience", "coach"], "VOORTGANGSRAPPORTAGE"),
        (track, ["report", CASE, "--on", "2026-11-09", "--audience", "coach", "--kind", "closing"], "EINDRAPPORTAGE"),
        (panel, [CASE, "--on", "2026-11-09"], "VERDIENPANEEL"),
    ],
)
def test_each_command_prints_text_of_at_most_80_columns_markdown_and_json(command, args, title):
    text = run(command, *args).output
    assert text.startswith(title)
    assert max(map(len, text.splitlines())) <= 80
    assert run(command, *args, "--format", "md").output.startswith("# ")
    record = json.loads(run(command, *args, "--format", "json").output)
    assert record["schema"].startswith("matcher/")
    assert record["audience"] == "coach"


def test_a_report_without_an_audience_is_refused():
    assert run(track, "report", CASE).exit_code == 2


def test_there_is_no_report_for_a_new_employer():
    assert run(track, "report", CASE, "--audience", "new-employer").exit_code == 2


def test_the_panel_has_no_audience_to_choose():
    assert run(panel, CASE, "--audience", "current-employer").exit_code == 2


def test_versions_are_stored_told_and_checked(tmp_path):
    path = str(tmp_path / "versies.jsonl")
    for day in ("2026-05-11", "2026-06-15", "2026-11-09"):
        stored = run(dossier, "add", CASE, "--on", day, "--to", path, "--reason", "nieuw formulier")
        assert stored.output.startswith("Versie ")
    told = run(dossier, "versions", path).output
    assert "VERSIE 3, 9 NOVEMBER 2026" in told
    assert "Nu niet meer mogelijk" in told
    assert run(dossier, "recheck", path).output.count("dezelfde uitkomst") == 3


def test_nothing_is_stored_without_a_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run(dossier, "details", CASE, "--on", "2026-06-15")
    run(dossier, "compare", CASE, CASE)
    run(track, "report", CASE, "--audience", "coach")
    assert list(tmp_path.iterdir()) == []


def test_comparing_a_case_with_itself_on_one_day_says_that_nothing_changed():
    text = run(dossier, "compare", CASE, CASE, "--on-old", "2026-06-15", "--on-new", "2026-06-15").output
    assert "Er is niets veranderd." in text


@pytest.mark.parametrize("command", [dossier, track, panel])
def test_help_is_dutch(command):
    text = run(command, "--help").output
    assert text.startswith("Gebruik:")
    assert "Options" not in text
