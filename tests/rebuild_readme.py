"""Put the real output of the demo into the README: `make readme`. A test holds the README against the output."""

import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def excerpt(lines: list[str]) -> list[str]:
    """Answer the lines of the demo that the README shows."""
    first = next(n for n, line in enumerate(lines) if line.startswith("1. "))
    second = next(n for n, line in enumerate(lines) if line.startswith("2. "))
    order = next(n for n, line in enumerate(lines) if line.startswith(" nr score"))
    conflicts = next(n for n, line in enumerate(lines) if line.startswith("Overschrijding ("))
    parts = (lines[:4], lines[first : second - 1], lines[order : order + 7], lines[conflicts : conflicts + 4])
    return [line for part in parts for line in (*part, "...")][:-1]


def main() -> None:
    """Rewrite the session in the README."""
    command = [sys.executable, "-m", "matcher.cli", "demo"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    session = "$ matcher demo\n" + "\n".join(excerpt(out.splitlines())) + "\n```"
    text = README.read_text(encoding="utf-8")
    README.write_text(
        re.sub(r"\$ matcher demo\n.*?```", lambda _: session, text, count=1, flags=re.DOTALL), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
