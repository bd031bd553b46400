"""Keep the list broad: who waits in the order, and how long. Scores stay as they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from matcher.catalogue import Catalogue
from matcher.fit import Screening
from matcher.ranking.direction_part import far_without_direction
from matcher.ranking.experience_part import Closeness
from matcher.ranking.facts import PersonFacts
from matcher.ranking.level_part import below_level_waits

PERCENT = 100
_UNIT_SQUARED = 127.0**2

Waits = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


def alike_own(facts: PersonFacts, catalogue: Catalogue, rules: Mapping[str, Any]) -> Mask:
    """Answer which occupations are so much like the own work that one must ask which task would go (decision 7).

    Work that the person held as another job before is known to be other work, however much it is alike.

    Args:
        facts: the own work, and other work held.
        catalogue: occupations.
        rules: the `spread` weights: from which closeness work is this much alike.
    """
    alike = np.zeros(len(catalogue.occupations), np.bool_)
    minor = np.array([occupation.isco08[:3] for occupation in catalogue.occupations])
    for code in facts.own_work:
        own, close = catalogue.index[code], catalogue.closeness_from(code)
        alike |= (close >= int(rules["alike_own_from"])) | (
            (minor == minor[own]) & (close >= int(rules["alike_own_in_minor_group_from"]))
        )
        alike |= catalogue.parents == own
    titles = {held.title.casefold() for held in facts.held if held.own_work}
    alike |= np.array([occupation.title_nl.casefold() in titles for occupation in catalogue.occupations])
    for held in facts.held:
        if held.occupation_id is not None and held.sure and held.occupation_id not in facts.own_work:
            alike[catalogue.index[held.occupation_id]] = False
    return alike


def waits_of(
    facts: PersonFacts,
    catalogue: Catalogue,
    screening: Screening,
    close: Closeness,
    directions: npt.NDArray[np.int8],
    ruled_out: Mask,
    alike: Mask,
    stage: str,
    rules: Mapping[str, Any],
) -> Waits:
    """Answer how many points each occupation waits, whatever stands above it.

    Args:
        facts: the person's level and own work.
        catalogue: occupations.
        screening: on how many limits it is not sure that a tenth of the jobs stays within.
        close: closeness to what the person has done.
        directions: per occupation, whether the person has the direction it asks.
        ruled_out: work that was rejected or excluded.
        alike: work much like the own work.
        stage: code of the stage.
        rules: the `spread` weights.
    """
    doubt = np.minimum(screening.doubtful.astype(np.int64) * int(rules["doubt_wait"]), int(rules["doubt_wait_most"]))
    no_direction = far_without_direction(catalogue, close, directions, rules)
    waits: Waits = (
        doubt
        + below_level_waits(facts, catalogue, rules["level_waits"][stage])
        + alike * int(rules["alike_own_wait"])
        + ruled_out * int(rules["rejected_wait"])
        + no_direction * int(rules["other_direction_wait"])
    )
    return waits


def spread_out(
    rows: Sequence[int],
    scores: npt.NDArray[np.int32],
    waits: Waits,
    catalogue: Catalogue,
    rules: Mapping[str, Any],
) -> list[tuple[int, bool]]:
    """Answer the order in which from a few of one group on each next one waits, and which occupations wait.

    Inside one unit group the best stands for all that are nearly the same; those wait longest. Others of the unit
    group wait less: they may be clearly different work.

    Args:
        rows: numbers of the occupations to order.
        scores: the score per occupation.
        waits: see `waits_of`.
        catalogue: occupations.
        rules: the `spread` weights.
    """
    above = _Above(catalogue, rules)
    ids = [occupation.id for occupation in catalogue.occupations]
    keyed = []
    for row in sorted(rows, key=lambda r: (int(waits[r]) - int(scores[r]), ids[r])):
        wait = int(waits[row]) + above.wait_of(row)
        keyed.append((wait - int(scores[row]), ids[row], row, wait > 0))
    return [(row, waited) for _, _, row, waited in sorted(keyed)]


@dataclass(slots=True)
class _Above:
    """What stands above so far, per group."""

    catalogue: Catalogue
    rules: Mapping[str, Any]
    minor: dict[str, int] = field(default_factory=dict)
    major: dict[str, int] = field(default_factory=dict)
    units: dict[str, list[int]] = field(default_factory=dict)

    def wait_of(self, row: int) -> int:
        """Answer how long a row waits for what stands above it, and count it."""
        code, rules = self.catalogue.occupations[row].isco08, self.rules
        unit = self.units.setdefault(code, [])
        if any(self._nearly_the_same(row, other) for other in unit):
            return int(rules["nearly_same_wait"])
        over_unit = len(unit)
        unit.append(row)
        over_minor = max(self.minor.get(code[:3], 0) - int(rules["per_minor_group"]) + 1, 0)
        over_major = max(self.major.get(code[:2], 0) - int(rules["per_major_group"]) + 1, 0)
        self.minor[code[:3]], self.major[code[:2]] = self.minor.get(code[:3], 0) + 1, self.major.get(code[:2], 0) + 1
        return (
            over_unit * int(rules["unit_wait"])
            + over_minor * int(rules["minor_wait"])
            + over_major * int(rules["major_wait"])
        )

    def _nearly_the_same(self, one: int, other: int) -> bool:
        """A group and one occupation inside it are never apart enough to stand in a list of twenty both."""
        occupations = self.catalogue.occupations
        if not occupations[one].parent or not occupations[other].parent:
            return True
        alike = fuzz.token_set_ratio(occupations[one].title_nl.casefold(), occupations[other].title_nl.casefold())
        if alike >= int(self.rules["same_title_from"]):
            return True
        vectors = self.catalogue.vectors
        cosine = float(vectors[one].astype(np.int32) @ vectors[other].astype(np.int32)) / _UNIT_SQUARED
        return cosine * PERCENT >= int(self.rules["same_skills_from"])
