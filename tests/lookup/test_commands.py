"""The look-up commands as a coach uses them: titles in, readable Dutch out, one clear message on a fault."""

import json
import xml.etree.ElementTree as ET

import pytest
import yaml

from matcher.cli.root import run
from tests.made_up import raw_case

MARK = "geheimwoord-xyzzy"
DAY = ["--on", "2026-11-22"]


@pytest.fixture
def case_file(tmp_path):
    path = tmp_path / "casus.yaml"
    entries = [{"item": "IV.13", "levels": [2]}, {"item": "V.4", "levels": [2]}]
    path.write_text(yaml.safe_dump(raw_case(entries), allow_unicode=True), encoding="utf-8")
    return path


def cli(*words, capsys):
    code = run([str(word) for word in words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.parametrize(
    "title", ["verzorgende niveau 3", "huiskamermedewerker", "kapster", "forklift driver", "nurse"]
)
def test_one_occupation_is_shown_for_a_title(title, capsys):
    code, out, err = cli("occupation", title, *DAY, capsys=capsys)
    assert (code, err) == (0, "")
    assert "WAT HET WERK VRAAGT VAN HET LICHAAM" in out
    assert max(map(len, out.splitlines())) <= 80


def test_an_occupation_comes_as_text_markdown_and_json_of_the_same_work(capsys):
    found = {
        form: cli("occupation", "nl:postbode", *DAY, "--format", form, capsys=capsys)[1]
        for form in ("text", "md", "json")
    }
    data = json.loads(found["json"])
    assert data["id"] == "nl:postbode"
    assert found["md"].startswith("# Postbode")
    assert found["text"].startswith("POSTBODE")
    assert len(data["demands"]) == 80


def test_all_shows_more_lines_than_the_short_card(capsys):
    short, whole = (cli("occupation", "nl:postbode", *DAY, *more, capsys=capsys)[1] for more in ([], ["--all"]))
    assert whole.count("±") > short.count("±")


def test_two_occupations_are_set_side_by_side(capsys):
    code, out, err = cli("compare", "receptionist", "magazijnmedewerker", *DAY, capsys=capsys)
    assert (code, err) == (0, "")
    assert out.index("DUIDELIJK VERSCHIL") < out.index("GEGEVENS")
    data = json.loads(cli("compare", "receptionist", "telefonist", "--format", "json", capsys=capsys)[1])
    assert data["b"]["id"] == "nl:telefonist"


def test_an_occupation_is_laid_over_a_person_as_text_and_as_picture(case_file, capsys):
    code, out, err = cli("overlay", case_file, "--title", "receptionist", "--on", "2026-10-12", capsys=capsys)
    assert (code, err) == (0, "")
    assert "Alleen voor de coach" in out
    by_code = cli("overlay", case_file, "--occupation", "nl:receptionist", "--on", "2026-10-12", capsys=capsys)[1]
    assert by_code == out
    words = ["overlay", case_file, "--title", "receptionist", "--on", "2026-10-12", "--format", "svg"]
    ET.fromstring(cli(*words, capsys=capsys)[1])  # noqa: S314 our own picture


@pytest.mark.parametrize(
    "words",
    [
        ["occupation"],
        ["occupation", "gastvrouw"],
        ["occupation", MARK],
        ["occupation", "4226"],
        ["occupation", "isco:0000"],
        ["occupation", "nl:bestaat-niet"],
        ["occupation", "receptionist", "--format", MARK],
        ["compare", "receptionist"],
        ["compare", "receptionist", MARK],
        ["overlay", "{case}"],
        ["overlay", "{case}", "--title", MARK],
        ["overlay", "{case}", "--title", "receptionist", "--occupation", "isco:4226"],
        ["overlay", "bestaat-niet.yaml", "--title", "receptionist"],
    ],
)
def test_a_wrong_command_gets_one_clear_dutch_message_and_exit_code_2(words, case_file, capsys):
    code, out, err = cli(*(word.replace("{case}", str(case_file)) for word in words), capsys=capsys)
    assert code == 2
    assert out == ""
    assert err.strip()
    assert MARK not in err
    assert "Traceback" not in err
