"""What the page on vacancies shows is what comes out."""

import re
from pathlib import Path

import pytest

from matcher.cli.root import run

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "docs" / "vacancies.md", ROOT / "README.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_session_on_the_page_is_the_real_output(page, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    sessions = re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    session = next(text for text in sessions if "matcher vacancies" in text and "vacatures.csv" in text)
    for block in re.split(r"^\$ matcher ", session, flags=re.MULTILINE)[1:]:
        command, *shown = block.splitlines()
        words = [str(ROOT / word) if word.startswith("src/") else word for word in command.split()]
        assert run(words) == 0
        real = iter(capsys.readouterr().out.splitlines())
        for line in shown:
            if line != "...":
                assert line in real, f"no longer in the output, in this order: {line!r}"
