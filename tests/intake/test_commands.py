import json
from pathlib import Path

import pytest

from matcher.cli.root import run
from tests.intake.writing import HEAD, case, form


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "casus.yaml"
    path.write_text(
        case(
            form(
                'item: IV.13, levels: [2], text: "niet boven schouderhoogte"',
                "item: VI.3, levels: [4]",
                'item: V.1, levels: [0], text: "na hernia"',
            )
        ),
        encoding="utf-8",
    )
    return path


def test_fml_check_shows_what_was_read_in_80_columns(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fml", "check", str(file), "--on", "2026-06-01"]) == 0
    shown = capsys.readouterr().out
    assert max(len(line) for line in shown.splitlines()) <= 80
    for words in ("IV.13 tillen", "norm (volgens formulier)", "MARGINALE", "Verborgen beperking", "niet bewaard"):
        assert words in shown
    assert "hernia" not in shown


def test_fml_check_as_json_has_every_channel(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fml", "check", str(file), "--on", "2026-06-01", "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert sum(len(part["channels"]) for part in shown["rubrieken"]) == 80
    assert shown["marginal"] == ["hours_per_week"]
    assert {remark["kind"] for remark in shown["remarks"]} == {"hidden_limit", "withheld"}


def test_fml_check_without_a_form_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "casus.yaml"
    path.write_text(HEAD, encoding="utf-8")
    assert run(["fml", "check", str(path)]) == 0
    assert "Er is nog geen formulier" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"\x00\x01", b"a: [", b"id: x", b"#" * 10_000_000])
def test_a_wrong_file_gives_one_message_and_exit_code_2(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "casus.yaml"
    path.write_bytes(content)
    assert run(["fml", "check", str(path)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert len(shown.err.strip().splitlines()) >= 1
    assert "Traceback" not in shown.err


def test_a_form_that_is_too_old_gives_exit_code_2(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fml", "check", str(file), "--on", "2027-06-01"]) == 2
    assert "form_age" in capsys.readouterr().err


def test_schema_case_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "case"]) == 0
    assert json.loads(capsys.readouterr().out)["$id"] == "matcher/case/1"


@pytest.mark.parametrize("words", [["fml", "check"], ["schema", "case"]])
def test_help_has_an_example(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    run([*words, "--help"])
    assert f"matcher {' '.join(words)}" in capsys.readouterr().out.split("Voorbeeld:")[1]
