"""Invented sentences: what vacancies say per channel, set in frames that ask and frames that deny."""

import random
from collections.abc import Iterator
from pathlib import Path

from matcher.vacancy_text.passage import plain_same_length
from matcher.vacancy_text.training.examples import Example

FAMILIES = "families"
_FILES = ("mind.txt", "body.txt", "sectors.txt")
_FRAMES_EACH = 3  # frames that ask, and as many that deny, for each kernel
_SEED = 20261122
_ASKED = "asked"


def family_examples() -> Iterator[Example]:
    """Yield the sentences of the families.

    Under a heading with the channel a line starts with `n` (things), `i` (what one does), `+` (asked) or `-` (denied);
    `;` parts its pieces. Things and doings are set in frames of both kinds, so that the words of a frame, not those of
    the channel, tell whether it is asked. ` | V.2-` behind a piece names what else it says.
    """
    folder = Path(__file__).parent / FAMILIES
    frames = _frames(folder / "frames.txt")
    chosen = random.Random(_SEED)  # noqa: S311 - the same sentences each time, nothing secret
    for name in _FILES:
        channel = ""
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                channel = line[1:].strip()
                continue
            kind, _, rest = line.partition(": ")
            for piece in rest.split("; "):
                if kind in "+-":
                    yield _said(piece, channel, asked=kind == "+")
                else:
                    for asked in (True, False):
                        for frame in chosen.sample(frames[(kind, asked)], _FRAMES_EACH):
                            yield _said(frame.format(**{kind: piece}), channel, asked=asked)
    for line in (folder / "none.txt").read_text(encoding="utf-8").splitlines():
        yield Example(plain_same_length(line), {}, frozenset(), FAMILIES)


def _frames(path: Path) -> dict[tuple[str, bool], list[str]]:
    found: dict[tuple[str, bool], list[str]] = {}
    current: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            polarity, kind = line[1:].split()
            current = found.setdefault((kind, polarity == _ASKED), [])
        else:
            current.append(line)
    return found


def _said(piece: str, channel: str, *, asked: bool) -> Example:
    sentence, _, more = piece.partition(" | ")
    says = {channel: asked} | {each[:-1]: each[-1] == "+" for each in more.split()}
    return Example(plain_same_length(sentence), says, frozenset(), FAMILIES)
