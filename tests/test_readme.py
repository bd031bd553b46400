"""What the README shows is what comes out."""

import re
import tomllib
from pathlib import Path

import pytest

from matcher.cli.root import run

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "service").glob("*.md")])


def test_the_session_in_the_readme_is_the_real_output(capsys):
    shown = re.search(r"\$ matcher demo\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    run(["demo"])
    real = iter(capsys.readouterr().out.splitlines())
    for line in shown.group(1).splitlines():
        if line != "...":
            assert line in real, f"no longer in the output, in this order: {line!r}"


def test_every_file_that_the_readme_links_to_exists():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_first_screen_holds_the_two_commands():
    assert README.index("make demo") < 1500
    assert README.index("make test") < 1500


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_example_in_a_page_is_closed_before_the_text_goes_on(page):
    opened = ""
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            assert not (opened and line != "```"), f"a block opens within a block that began with {opened!r}"
            opened = "" if opened else line + " "
        else:
            assert opened or not re.match(r"(=======|<<<<<<<|>>>>>>>)$", line), "a leftover of a merge"
    assert not opened


def test_every_dependency_of_the_base_has_one_line_with_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for line in project["dependencies"]:
        name = re.split(r"[><=~]", line)[0]
        assert len(re.findall(rf"^\| {name} \|", README, re.MULTILINE)) == 1, name
