"""Renew the look-up sessions in the README and docs: `python -m tests.lookup.rebuild_sessions`. Tests hold them."""

import difflib
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGES = ("README.md", "docs/occupation_lookup.md")
SESSION = re.compile(r"^\$ matcher ((?:occupation|compare|overlay)\b.*)\n((?:(?!\$ |```).*\n)*)", re.MULTILINE)
_LIKE = 0.4


def renewed(shown: list[str], real: list[str]) -> list[str]:
    """Answer the lines to show: each as it is in the output, or else the line most like it further down.

    A line that nothing resembles any more is dropped; `...` stays.
    """
    result: list[str] = []
    place = 0
    for line in shown:
        if line == "...":
            result.append(line)
            continue
        rest = real[place:]
        found = [line] if line in rest else difflib.get_close_matches(line, rest, n=1, cutoff=_LIKE)
        if found:
            place += rest.index(found[0]) + 1
            result.append(found[0])
    return result


def main() -> None:
    """Rewrite the pages."""
    for name in PAGES:
        text = (ROOT / name).read_text(encoding="utf-8")
        (ROOT / name).write_text(SESSION.sub(_session, text), encoding="utf-8")


def _session(found: re.Match[str]) -> str:
    words, shown = found.group(1), found.group(2).splitlines()
    if not shown:
        return found.group(0)
    command = [sys.executable, "-m", "matcher.cli", *shlex.split(words, comments=True)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    lines = renewed(shown, (done.stdout + done.stderr).splitlines())
    return "\n".join([f"$ matcher {words}", *lines, ""])


if __name__ == "__main__":
    main()
