"""Pick clearly different kinds of work from the order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.zoekprofiel import RankedOccupation
from matcher.fit import fit_rules
from matcher.ranking import RankedRow
from matcher.ranking.weights import weights_on
from matcher.reference.tables import read_yaml


@dataclass(frozen=True, slots=True)
class Picked:
    """The kinds of work for a zoekprofiel.

    Attributes:
        occupations: the best of each clearly different kind, best first, and the advised ones.
        kinds_in_all: how many clearly different kinds the usable work makes.
        sure: how many occupations are usable: of which it is sure enough that a share of the jobs stays within limits.
    """

    occupations: tuple[RankedOccupation, ...]
    kinds_in_all: int
    sure: int


def pick_kinds(
    rows: Sequence[RankedRow],
    catalogue: Catalogue,
    weakest: npt.NDArray[np.int16],
    advised: frozenset[str],
    rejected: frozenset[str],
    stage: str,
    on: date,
) -> tuple[tuple[int, ...], int, int]:
    """Answer the places in the order that a zoekprofiel takes, how many kinds there are in all, and of how much work.

    Work that the labour expert advised comes first; work that was ruled out is never taken. Nor is work of which it is
    not sure that at least the share of jobs below which work exceeds stays within every limit: it stays in the list.

    Args:
        rows: the order of occupations that do not exceed.
        catalogue: occupations.
        weakest: lowest share of jobs over the limited channels, per row of the catalogue.
        advised: occupation ids that the labour expert advised.
        rejected: occupation ids that were ruled out, or that are too much like the own work.
        stage: code of the stage that applies.
        on: the day of matching.

    Returns:
        Places in `rows`, work that counts now first; the number of clearly different kinds in `rows`; the number of
        occupations that they come from.
    """
    digits = int(weights_on(on)["kinds"]["distinct_digits"])
    most = int(read_yaml("zoekprofiel.yaml")["kinds_shown_max"])
    usable = [
        (place, catalogue.occupations[ranked.row])
        for place, ranked in enumerate(rows)
        if catalogue.occupations[ranked.row].id not in rejected and weakest[ranked.row] >= fit_rules().exceeds_pct
    ]
    taken: list[int] = []
    kinds: set[str] = set()
    # Advised work first, then work that counts in this stage, then work that opens later.
    later = {place for place, ranked in enumerate(rows) if ranked.opens_at is None or ranked.opens_at > stage}
    for place, occupation in sorted(usable, key=lambda pair: (pair[1].id not in advised, pair[0] in later, pair[0])):
        kind = occupation.isco08[:digits]
        if len(taken) < most and (occupation.id in advised or kind not in kinds):
            taken.append(place)
            kinds.add(kind)
    in_all = len({occupation.isco08[:digits] for _, occupation in usable})
    return tuple(sorted(taken, key=lambda place: (place in later, place))), in_all, len(usable)
