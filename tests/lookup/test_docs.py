"""What the documents show of the look-up commands is what comes out."""

import shlex

import pytest

from matcher.cli.root import run

from .rebuild_sessions import PAGES as NAMES
from .rebuild_sessions import ROOT, SESSION, renewed

PAGES = {name: (ROOT / name).read_text(encoding="utf-8") for name in NAMES}
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
            assert line in real, (
                f"no longer in the output of {page}, in this order: {line!r} (tests.lookup.rebuild_sessions)"
            )


def test_every_look_up_command_and_option_is_explained():
    page = PAGES["docs/occupation_lookup.md"]
    named = ("matcher occupation", "matcher compare", "matcher overlay", "matcher catalogue corrections")
    for word in (*named, "--all", "--format", "--on", "--title", "--occupation", "--file"):
        assert word in page


def test_a_changed_figure_is_renewed_and_a_line_that_is_gone_is_dropped():
    shown = ["Kop", "...", "Tillen 6% (0 tot 12%)", "iets heel anders"]
    assert renewed(shown, ["Kop", "Dragen 50%", "Tillen 8% (2 tot 14%)"]) == ["Kop", "...", "Tillen 8% (2 tot 14%)"]
