"""How many points stay open in the first twenty, for thirty varied forms.

Run: python -m tests.catalogue.prove_open_points.
The forms are drawn from lists of items, seeded: ten with limits of the body, ten of head and people, ten mixed with
limits of working hours. The persons are those of the practice cases.
"""

import copy
import random
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from matcher import Case, match
from matcher.catalogue import Level, load_catalogue
from tests.practice.story import raw_case, story_day

SEED = 20261122
FORMS = 30
TOP = 20
KINDS = ("body", "head", "mixed")
PERSONS = ("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9")
LEVELS: tuple[Level, ...] = ("unit_groups", "dutch", "all")
# Item -> the levels that a form may tick; flags tick one of them.
BODY = {
    "IV.3": (3, 6, 7, 8), "IV.6": (1,), "IV.8": (1, 2), "IV.9": (1, 2), "IV.10": (1, 2, 3), "IV.12": (1, 2),
    "IV.13": (1, 2), "IV.14": (1, 2), "IV.17": (1, 2), "IV.18": (1, 2), "IV.19": (1, 2), "IV.20": (1, 2),
    "V.2": (1, 2), "V.4": (1, 2), "V.5": (1,), "V.6": (1, 2), "V.7": (1,),
}  # fmt: skip
HEAD = {
    "I.1": (1,), "I.2": (1,), "I.3": (1,), "I.8": (1, 2, 3, 4, 5, 6), "I.9": (1,), "II.6": (1,), "II.8": (1, 2),
    "II.9": (1,), "II.12": (1, 2, 3, 5),
}  # fmt: skip
HOURS = {"VI.1": (1, 2), "VI.2": (1, 2), "VI.3": (1, 2)}


@dataclass(frozen=True, slots=True)
class Opened:
    """What stayed open for one form.

    Attributes:
        kind: which limits the form has.
        limits: how many lines it has.
        median: median number of points in the first twenty.
        fewest: fewest points in the first twenty.
        shown: how many stand in the first twenty.
    """

    kind: str
    limits: int
    median: float
    fewest: int
    shown: int


def forms(count: int = FORMS, seed: int = SEED) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Answer for each form its kind, the practice person and its lines; the same seed gives the same forms."""
    rng = random.Random(seed)  # noqa: S311 not for secrets
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        pool = {"body": BODY, "head": HEAD, "mixed": BODY | HEAD}[kind]
        items = rng.sample(sorted(pool), rng.randint(3, 7))
        if kind == "mixed":
            items += rng.sample(sorted(HOURS), rng.randint(1, 2))
        lines = [{"item": item, "levels": [rng.choice((pool | HOURS)[item])]} for item in items]
        yield kind, PERSONS[number % len(PERSONS)], lines


def opened(kind: str, person: str, lines: list[dict[str, Any]], level: Level) -> Opened:
    """Answer how many points stay open for one person with one form."""
    raw = copy.deepcopy(raw_case(person))
    raw["forms"][0] |= {"entries": lines, "completeness": "deviations_only", "completeness_confirmed": "yes"}
    raw["forms"][0].pop("build_up", None)
    shown = match(Case.model_validate(raw), story_day(person), load_catalogue(level=level), top=TOP).shown
    points = [occupation.verdict.points for occupation in shown]
    return Opened(kind, len(lines), statistics.median(points), min(points), len(points))


def main() -> int:
    """Print the figures per level of the catalogue."""
    for level in LEVELS:
        found = [opened(*form, level) for form in forms()]
        medians = [one.median for one in found]
        per_kind = ", ".join(
            f"{kind} {statistics.median(one.median for one in found if one.kind == kind):g}" for kind in KINDS
        )
        sys.stdout.write(
            f"{level}: median of the medians {statistics.median(medians):g} ({per_kind}), "
            f"at most 4 in {sum(m <= 4 for m in medians)} of {len(found)} forms, highest {max(medians):g}, "
            f"fewest shown {min(one.shown for one in found)}\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
