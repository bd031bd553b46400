"""What the documents show of the look-up commands is what comes out."""

import re
import shlex
from pathlib import Path

import pytest

from matcher.cli.root import run

ROOT = Path(__file__).parent.parent.parent
PAGES = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/occupation_lookup.md")}
SESSION = re.compile(
    r"^\$ matcher ((?:occupation|compare|overlay|catalogue corrections)\b.*)\n((?:(?!\$ |```).*\n)*)", re.MULTILINE
)
SESSIONS = [(page, *found) for page, text in PAGES.items() for found in SESSION.findall(text) if found[1].strip()]


def test_both_pages_show_sessions():
    assert {page for page, _, _ in SESSIONS} == set(PAGES)


@pytest.mark.parametrize(("page", "words", "shown"), SESSIONS, ids=[f"{page}: {words}" for page, words, _ in SESSIONS])
def test_a_session_is_the_real_output(page, words, shown, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    run(shlex.split(words, comments=True))
    captured = capsys.readouterr()
    real = iter((captured.out + captured.err).splitlines())
    for line in shown.rstrip("\n").splitlines():
        if line != "...":
            assert line in real, f"no longer in the output of {page}, in this order: {line!r}"


def test_every_look_up_command_and_option_is_explained():
    page = PAGES["docs/occupation_lookup.md"]
    named = ("matcher occupation", "matcher compare", "matcher overlay", "matcher catalogue corrections")
    for word in (*named, "--all", "--format", "--on", "--title", "--occupation", "--file"):
        assert word in page
