"""What the README shows is what comes out."""

import re
from pathlib import Path

from matcher.cli.root import run

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


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
        assert (Path(__file__).parent.parent / target).exists(), target


def test_the_first_screen_holds_the_two_commands():
    assert README.index("make demo") < 1500
    assert README.index("make test") < 1500
