"""The kinds of noise around a title, each apart, and how much of the clean form's score each kind costs.

The patterns are written by the ones who wrote the reading rules: the gap says which kind is weak, never how well the
linker does on titles that other people wrote.
"""

import csv
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from matcher.language.bench.noise import slipped
from matcher.language.lexicon import load_lexicon
from matcher.language.linker import TitleLinker

_KINDS = Path(__file__).parents[1] / "data" / "noise_kinds.csv"
_TITLE = "{title}"
_AROUND = ("cbs", "own", "preferred")
_SEED = 20261122
_EACH = 150
Change = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True)
class NoiseGap:
    """One kind of noise: how often the first unit group is right with it and without it.

    Attributes:
        kind: the kind of noise, in Dutch.
        titles: number of titles.
        noisy: share right with the noise.
        clean: share right without it.
    """

    kind: str
    titles: int
    noisy: float
    clean: float


def noise_kinds() -> dict[str, Change]:
    """Answer each kind of noise with what makes it; a kind of frames draws one frame a title."""
    frames: dict[str, list[str]] = {}
    with _KINDS.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            frames.setdefault(row["kind"], []).append(row["frame"])
    made: dict[str, Change] = {kind: _framed(tuple(found)) for kind, found in frames.items()}
    return made | {
        "typefout": _with_slip, "los geschreven": _apart, "afgekapt": _cut, "zonder klinkers": _without_vowels,
    }  # fmt: skip


def noise_gaps(
    titles: Sequence[tuple[str, str]], linker: TitleLinker, *, seed: int, each: int = 200
) -> tuple[NoiseGap, ...]:
    """Answer the gap of each kind of noise.

    Args:
        titles: title and unit group.
        linker: reads them.
        seed: the same seed gives the same titles.
        each: how many titles a kind.
    """
    found = []
    for kind, change in noise_kinds().items():
        draw = random.Random(f"{seed} {kind}")  # noqa: S311 - no secret depends on it
        drawn = [draw.choice(titles) for _ in range(each)]
        noisy = sum(_first(linker, change(title, draw)) == code for title, code in drawn)
        clean = sum(_first(linker, title) == code for title, code in drawn)
        found.append(NoiseGap(kind, each, noisy / each, clean / each))
    return tuple(found)


def shipped_noise_gaps(linker: TitleLinker) -> tuple[NoiseGap, ...]:
    """Answer the gap of each kind of noise around Dutch titles of CBS, ESCO and our own lists."""
    labels = (one for one in load_lexicon().labels if one.lang == "nl" and one.kind in _AROUND)
    return noise_gaps([(one.text, one.isco08) for one in labels], linker, seed=_SEED, each=_EACH)


def _first(linker: TitleLinker, text: str) -> str:
    matches = linker.link(text, 1).matches
    return matches[0].isco08 if matches else ""


def _framed(frames: Sequence[str]) -> Change:
    return lambda title, draw: draw.choice(frames).replace(_TITLE, title)


def _with_slip(title: str, draw: random.Random) -> str:
    found = title.split(" ")
    longest = max(found, key=len)
    found[found.index(longest)] = slipped(longest, draw)
    return " ".join(found)


def _apart(title: str, draw: random.Random) -> str:
    """Write the longest word as two, as people do with compounds; a short word stays whole."""
    found = title.split(" ")
    longest = max(found, key=len)
    heads = [head for head in _HEADS if longest.endswith(head) and len(longest) > len(head) + 2]
    if heads:
        front = longest.removesuffix(heads[0])
        found[found.index(longest)] = draw.choice((f"{front} {heads[0]}", f"{front}-{heads[0]}"))
    return " ".join(found)


def _cut(title: str, draw: random.Random) -> str:
    """Cut the longest word off with a point, after four letters or more, as CVs do."""
    return _with_longest(title, lambda word: word[: draw.randrange(_SHORTEST_CUT, len(word) - 2)] + ".")


def _without_vowels(title: str, draw: random.Random) -> str:
    """Leave one to three of the inner vowels of the longest word out."""

    def thinned(word: str) -> str:
        places = [at for at in range(2, len(word) - 1) if word[at] in "aeiou"]
        out = set(draw.sample(places, min(len(places), draw.randint(1, 3))))
        return "".join(letter for at, letter in enumerate(word) if at not in out)

    return _with_longest(title, thinned)


def _with_longest(title: str, change: Callable[[str], str]) -> str:
    found = title.split(" ")
    longest = max(found, key=len)
    if len(longest) >= _LONG:
        found[found.index(longest)] = change(longest)
    return " ".join(found)


_SHORTEST_CUT = 4
_LONG = 8
_HEADS = (
    "medewerker", "begeleider", "chauffeur", "monteur", "adviseur", "assistent", "beheerder", "leider", "verkoper",
    "controleur", "operator", "inspecteur", "analist", "technicus", "ontwerper", "bouwer", "maker", "houder",
)  # fmt: skip
