"""`matcher calendar`: each format, to the screen and to a file."""

from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner

from matcher.cli.calendar import calendar
from matcher.errors import InputError

CASE = """schema: matcher/case/1
id: voorbeeld-1
person:
  dates:
    first_sick_day: 2026-01-05
    first_year_evaluation: 2026-12-15
milestones:
  problem_analysis: 2026-02-12
"""


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    path = tmp_path / "casus.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


def _run(*words: str) -> bytes:
    result = CliRunner().invoke(calendar, list(words), catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout_bytes


def test_text_shows_what_is_due_now(case_file: Path) -> None:
    text = _run(str(case_file), "--on", "2027-01-20").decode()
    assert "Start van het tweede spoor - werkgever" in text
    assert "26 jan 2027" in text


@pytest.mark.parametrize(("form", "start"), [("json", b"{"), ("svg", b"<svg"), ("ics", b"BEGIN:VCALENDAR\r\n")])
def test_other_formats_go_to_a_file_byte_for_byte(case_file: Path, tmp_path: Path, form: str, start: bytes) -> None:
    target = tmp_path / f"uit.{form}"
    shown = _run(str(case_file), "--on", "2027-01-20", "--format", form)
    assert _run(str(case_file), "--on", "2027-01-20", "--format", form, "-o", str(target)) == b""
    assert target.read_bytes() == shown
    assert shown.startswith(start)


def test_the_agenda_file_can_be_read(case_file: Path) -> None:
    agenda = icalendar.Calendar.from_ical(_run(str(case_file), "--on", "2027-01-20", "--format", "ics"))
    assert "Re-integratie: eindevaluatie" in {str(event["summary"]) for event in agenda.walk("VEVENT")}


def test_a_file_that_cannot_be_written_is_refused_in_dutch(case_file: Path, tmp_path: Path) -> None:
    words = [str(case_file), "-o", str(tmp_path / "geen" / "uit.txt")]
    result = CliRunner().invoke(calendar, words)
    assert isinstance(result.exception, InputError)
    assert "kan niet worden geschreven" in str(result.exception)
