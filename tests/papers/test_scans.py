"""A scan gets so many seconds as a whole; what does not fit is said and asked, and nothing on the rest is sure."""

from dataclasses import replace
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from matcher.cli.root import run
from matcher.errors import FileUnreadable
from matcher.papers import Sureness, confirm, correction_of, read_document, recognise
from matcher.sheets import limits, page_picture

LINES = ("Functionele Mogelijkhedenlijst", "Opgesteld op 11-05-2026", "IV.13 Tillen 2 beperkt")
NAMES = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """Answer a scan of four pages: a PDF without any text."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=(200, 200))
    for _ in range(4):
        canvas.rect(20, 20, 50, 50)
        canvas.showPage()
    canvas.save()
    path = tmp_path / "scan.pdf"
    path.write_bytes(made.getvalue())
    return path


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Answer the file in which a stand-in for tesseract writes a line whenever it starts; one page at a time."""
    words = [
        f"5\t1\t1\t1\t{n}\t{w}\t{100 * w}\t{20 * n}\t95\t10\t90\t{word}"
        for n, line in enumerate(LINES)
        for w, word in enumerate(line.split())
    ]
    (tmp_path / "said.tsv").write_text("\n".join([NAMES, *words, ""]), encoding="utf-8")
    program(tmp_path, f"cat > /dev/null\ncat {tmp_path}/said.tsv\necho started >> {tmp_path}/started")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    one = replace(limits(), scan_pages_at_once=1)
    monkeypatch.setattr(recognise, "limits", lambda: one)
    monkeypatch.setattr(recognise, "page_picture", lambda paper, page, seconds: b"P5 1 1 255\n\0")
    return tmp_path / "started"


def program(folder: Path, does: str) -> None:
    fake = folder / "tesseract"
    fake.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    fake.chmod(0o755)


def clock(monkeypatch: pytest.MonkeyPatch, started: Path, seconds_per_page: int) -> None:
    """Let every page that was recognised take so many seconds, without waiting for them."""

    def passed() -> int:
        return seconds_per_page * len(started.read_text().splitlines()) if started.exists() else 0

    monkeypatch.setattr(recognise, "monotonic", passed)


def test_pages_for_which_there_is_no_time_are_not_started_and_are_said_and_asked(scan, started, monkeypatch):
    clock(monkeypatch, started, 40)
    reading = read_document(scan, scan_seconds=70)
    assert len(started.read_text().splitlines()) == 2
    assert "Niet gelezen: bladzijde 3 en 4." in " ".join(reading.notes)
    form = reading.leading
    assert not [item for item in form.items if item.sureness is Sureness.SURE]
    asked = {question.key for question in reading.questions()}
    assert {item.code for item in form.items} <= asked
    assert {"datum", "rest"} <= asked


def test_more_seconds_read_every_page_and_nothing_is_said_to_be_left_out(scan, started, monkeypatch):
    clock(monkeypatch, started, 40)
    monkeypatch.setattr(recognise, "page_picture", page_picture)
    reading = read_document(scan, scan_seconds=200)
    assert len(started.read_text().splitlines()) == 4
    assert not any("Niet gelezen" in note for note in reading.notes)
    assert next(item for item in reading.leading.items if item.code == "IV.13").levels == (2,)


def test_the_answer_that_the_rest_is_norm_closes_the_questions_about_unread_pages(scan, started, monkeypatch):
    clock(monkeypatch, started, 40)
    form = read_document(scan, scan_seconds=70).leading
    answers = [correction_of(f"{each}; gezien op papier") for each in ("rest=norm", "IV.13=2", "datum=11-05-2026")]
    left = {question.key for question in confirm(form, answers).form.questions}
    assert left.isdisjoint({item.code for item in form.items})


def test_a_program_that_goes_on_for_ever_is_ended_and_the_document_refused(scan, started, tmp_path):
    program(tmp_path, f"echo $$ >> {started}\nexec sleep 600")
    with pytest.raises(FileUnreadable, match="--scan-seconds"):
        read_document(scan, scan_seconds=2)
    for process in started.read_text().split() if started.exists() else ():
        assert not Path(f"/proc/{process}").exists()  # it was waited for as well


def test_a_program_that_fails_on_one_page_makes_that_page_unread(scan, started, tmp_path):
    program(
        tmp_path,
        f'cat > /dev/null\necho started >> {started}\n[ "$(wc -l < {started})" -gt 6 ] || exit 1\n'
        f"cat {tmp_path}/said.tsv",
    )
    reading = read_document(scan, scan_seconds=300)
    assert "Niet gelezen: bladzijde 1, 2 en 3." in " ".join(reading.notes)  # each is tried in two languages


def test_the_command_takes_the_seconds_and_shows_which_pages_are_left(scan, started, monkeypatch, capsys):
    clock(monkeypatch, started, 40)
    assert run(["read", str(scan), "--scan-seconds", "30"]) == 0
    assert "Niet gelezen: bladzijde 2, 3 en 4." in " ".join(capsys.readouterr().out.split())
    assert run(["read", str(scan), "--scan-seconds", "0"]) == 2
    capsys.readouterr()
    assert run(["read", "--help"]) == 0
    assert f"samen {limits().document_seconds}" in " ".join(capsys.readouterr().out.split())


def test_without_an_option_recognising_gets_what_opening_left_of_the_seconds_for_a_document(scan, started, monkeypatch):
    given = []
    real = recognise.recognised_sheet
    monkeypatch.setattr(
        "matcher.papers.reading.recognised_sheet",
        lambda paper, pages, seconds: (given.append(seconds), real(paper, pages, 60))[1],
    )
    ticks = count()
    monkeypatch.setattr("matcher.papers.reading.monotonic", lambda: 3 * next(ticks))
    read_document(scan)
    assert given == [limits().document_seconds - 3]
