"""What was read beside a case that is there already: the case stays, and what differs is told."""

from pathlib import Path

import pytest

from matcher.cli.root import run

CV = """Curriculum vitae

Naam: Jan Voorbeeld

Werkervaring
2015 - 2024  Administratief medewerker, Verzonnen BV
- facturen boeken

Opleiding
2006 - 2010  mbo-4 Secretarieel, diploma behaald

Rijbewijs: B
"""
CASE = """schema: matcher/case/1
id: voorbeeld-1
person:
  experience: [{title: magazijnmedewerker, from_year: 2012}]
  licences: [B]
  region: {place: Tilburg}
"""


def _read(tmp_path: Path, case: str, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    (tmp_path / "cv.txt").write_text(CV, encoding="utf-8")
    (tmp_path / "casus.yaml").write_text(case, encoding="utf-8")
    names = [str(tmp_path / name) for name in ("cv.txt", "casus.yaml", "samen.yaml")]
    assert run(["read", names[0], "--add-to", names[1], "-o", names[2]]) == 0
    return capsys.readouterr().out, (tmp_path / "samen.yaml").read_text(encoding="utf-8")


def test_what_the_case_says_stays_and_the_coach_is_told_what_was_not_taken_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said, case = _read(tmp_path, CASE, capsys)
    assert "Niet overgenomen, want in de casus staat al iets anders: werkervaring." in said
    assert "magazijnmedewerker" in case
    assert "Administratief" not in case
    assert "mbo-4" in case


def test_a_case_that_says_the_same_or_nothing_gives_no_remark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said, _ = _read(tmp_path, "schema: matcher/case/1\nid: voorbeeld-1\nperson: {licences: [B]}\n", capsys)
    assert "Niet overgenomen" not in said
