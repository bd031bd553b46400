"""The command line as a coach uses it: real files in, text out, one clear message on a fault."""

import json
import subprocess
import sys

import pytest
import yaml
from tests.made_up import raw_case

from matcher.cli.root import COMMANDS, run

MARK = "geheimwoord-xyzzy"


@pytest.fixture
def case_file(tmp_path):
    path = tmp_path / "casus.yaml"
    entries = [{"item": "IV.13", "levels": [2]}, {"item": "V.4", "levels": [2]}, {"item": "II.8", "levels": [1]}]
    path.write_text(yaml.safe_dump(raw_case(entries), allow_unicode=True), encoding="utf-8")
    return path


def cli(*words, capsys):
    code = run([str(word) for word in words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_the_demo_makes_a_zoekprofiel_and_an_order(capsys):
    code, out, _ = cli("demo", capsys=capsys)
    assert code == 0
    assert "SOORTEN WERK" in out
    assert "Overschrijding" in out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("words", [["zoekprofiel"], ["zoekprofiel", "--explain"], ["occupations", "--top", "5"]])
def test_text_is_readable_at_eighty_columns(words, case_file, capsys):
    code, out, err = cli(words[0], case_file, "--on", "2026-10-12", *words[1:], capsys=capsys)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 80


def test_the_zoekprofiel_comes_as_text_markdown_and_json(case_file, capsys):
    texts = {
        form: cli("zoekprofiel", case_file, "--on", "12-10-2026", "--format", form, capsys=capsys)[1]
        for form in ("text", "md", "json")
    }
    data = json.loads(texts["json"])
    assert data["sufficient"] is True
    assert texts["md"].startswith("# Zoekprofiel verzonnen-1")
    for kind in data["kinds"]:
        assert kind["occupation"]["title_nl"].replace("n.e.g.", "(overige)") in " ".join(texts["text"].split())
        findings = kind["occupation"]["findings"]
        assert len(findings) == 80
        assert all(finding["sentence_nl"] for finding in findings)


def test_the_order_comes_as_table_csv_and_json_with_the_same_scores(case_file, capsys):
    _, table, _ = cli("occupations", case_file, "--on", "2026-10-12", capsys=capsys)
    _, csv_text, _ = cli("occupations", case_file, "--on", "2026-10-12", "--format", "csv", capsys=capsys)
    _, json_text, _ = cli("occupations", case_file, "--on", "2026-10-12", "--format", "json", capsys=capsys)
    rows = json.loads(json_text)["shown"]
    lines = csv_text.splitlines()
    for place, row in enumerate(rows, start=1):
        assert lines[place].startswith(row["id"])
        assert f"{row['rank']:>3} {row['score']:>5}" in table
        assert row["score"] == sum(part["points"] for part in row["contributions"])


def test_one_occupation_can_be_checked_by_title_and_by_code(case_file, capsys):
    _, by_code, _ = cli("check", case_file, "--occupation", "isco:4226", "--on", "2026-10-12", capsys=capsys)
    _, by_title, _ = cli("check", case_file, "--title", "receptionist", "--on", "2026-10-12", capsys=capsys)
    assert by_code == by_title
    assert "Oordeel" in by_code


def test_a_bare_number_is_refused_with_the_choice(case_file, capsys):
    code, out, err = cli("check", case_file, "--occupation", "4226", capsys=capsys)
    assert (code, out) == (2, "")
    assert "isco:4226" in err


@pytest.mark.parametrize(
    "words",
    [
        ["zoekprofiel"],
        ["zoekprofiel", "bestaat-niet.yaml"],
        ["zoekprofiel", "{case}", "--on", MARK],
        ["zoekprofiel", "{case}", "--format", MARK],
        ["occupations", "{case}", "--top", "0"],
        ["occupations", "{case}", "--top", MARK],
        ["check", "{case}"],
        ["check", "{case}", "--title", "receptionist", "--occupation", "isco:4226"],
        ["check", "{case}", "--occupation", "isco:0000"],
        ["onzin"],
        ["demo", "--onzin"],
        ["zoekprofiel", "{case}", MARK],
    ],
)
def test_a_wrong_command_gets_one_clear_dutch_message_and_exit_code_2(words, case_file, capsys):
    code, out, err = cli(*(word.replace("{case}", str(case_file)) for word in words), capsys=capsys)
    assert code == 2
    assert out == ""
    assert err.strip()
    assert MARK not in err
    assert "Traceback" not in err
    assert not any(word in err for word in ("Error:", "Invalid", "Missing", "Usage"))


def test_a_faulty_case_names_line_and_field_and_no_value(tmp_path, capsys):
    path = tmp_path / "fout.yaml"
    raw = raw_case([{"item": "IV.13", "levels": [7]}])
    raw["person"]["old_job"]["wage_eur_per_hour"] = MARK
    path.write_text(yaml.safe_dump(raw), encoding="utf-8")
    code, _, err = cli("zoekprofiel", path, "--on", "2026-10-12", capsys=capsys)
    assert code == 2
    assert "Regel" in err
    assert "wage_eur_per_hour" in err
    assert MARK not in err


def test_an_old_form_is_refused_until_the_coach_confirms_it(tmp_path, capsys):
    raw = raw_case()
    raw["forms"][0]["date"] = "2025-09-01"
    path = tmp_path / "oud.yaml"
    path.write_text(yaml.safe_dump(raw), encoding="utf-8")
    code, _, err = cli("zoekprofiel", path, "--on", "2026-10-12", capsys=capsys)
    assert code == 2
    assert "form_age" in err
    raw["confirmations"] = [{"what": "form_age", "form_date": "2025-09-01", "reason": "verzonnen reden van de coach"}]
    path.write_text(yaml.safe_dump(raw), encoding="utf-8")
    assert cli("zoekprofiel", path, "--on", "2026-10-12", capsys=capsys)[0] == 0


def test_our_own_fault_shows_no_traceback_and_no_value(monkeypatch, case_file, capsys):
    def broken(*_args, **_kwargs):
        raise ZeroDivisionError(MARK)

    monkeypatch.setattr("matcher.matching.match", broken)
    monkeypatch.delenv("MATCHER_DEBUG", raising=False)
    code, _, err = cli("zoekprofiel", case_file, capsys=capsys)
    assert code == 70
    assert MARK not in err
    assert "Traceback" not in err


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_dutch_help_with_an_example(command, capsys):
    code, out, _ = cli(command, "--help", capsys=capsys)
    assert code == 0
    assert out.startswith("Gebruik: matcher")
    assert "Usage" not in out
    assert "Options:" not in out
    text = out
    if "Opdrachten" in out:
        names = [line.split()[0] for line in out[out.index("Opdrachten") :].splitlines()[1:] if line.startswith("  ")]
        text = "".join(cli(command, name, "--help", capsys=capsys)[1] for name in names)
    assert "Voorbeeld" in text


def test_the_root_help_lists_every_command(capsys):
    _, out, _ = cli("--help", capsys=capsys)
    assert all(f"  {command} " in out for command in COMMANDS)


def test_the_command_runs_as_a_real_process(case_file):
    done = subprocess.run(
        [sys.executable, "-m", "matcher.cli", "occupations", str(case_file), "--on", "2026-10-12", "--top", "3"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert "beroepsgroep" in done.stdout
    assert done.stderr == ""
