"""The guide shows what the command really says."""

from pathlib import Path

from matcher.cli.root import run

GUIDE = Path(__file__).parent.parent.parent / "docs" / "reading_documents.md"
FORM = """Kritische Functionele Mogelijkhedenlijst (kFML)
Naam: Jan Voorbeeld   Geboortedatum: 01-02-1970
Opgesteld op: 11-05-2026
Bedrijfsarts
Benutbare mogelijkheden: ja

Rubriek IV Dynamische handelingen
IV.13 Tillen: 2 Beperkt, namelijk ongeveer 7 kg
IV.14 Dragen: beperkt of licht beperkt
Rubriek V Statische houdingen
V.4 Staan tijdens het werk: 1 Licht beperkt
"""


def test_the_output_in_the_guide_is_the_real_output(tmp_path, capsys):
    form = tmp_path / "fml.txt"
    form.write_text(FORM, encoding="utf-8")
    assert run(["read", str(form)]) == 0
    said = capsys.readouterr().out
    shown = GUIDE.read_text(encoding="utf-8").split("```text")[1].split("```")[0]
    for line in shown.splitlines():
        assert line.strip() in said
