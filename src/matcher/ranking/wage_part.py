"""Wage in the score: the usual hourly wage of the work against the old one, with the 65% line as a flag only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.ranking.facts import PersonFacts
from matcher.ranking.part import Labelled, Part
from matcher.reference.tables import read_yaml

LEVELS = ("same_or_more", "near", "below", "above_line", "under_line", "unknown")
LEVELS_NL = (
    "gelijk of meer",
    "bijna gelijk",
    "lager",
    "boven de 65%-lijn",
    "onder de 65%-lijn",
    "niet bekend",
)
UNKNOWN = 5


@dataclass(frozen=True, slots=True)
class WageIndex:
    """The assumed growth of wages from the base year to a day.

    Attributes:
        factor: multiply a median of the base year by this.
        note_nl: says that it is an assumption.
    """

    factor: Decimal
    note_nl: str


def wage_index(on: date) -> WageIndex:
    """Answer the assumed growth of wages since the base year of the CBS medians.

    Args:
        on: the day of matching; growth of the year itself is counted in full.

    Example:
        >>> wage_index(date(2023, 6, 1)).factor
        Decimal('1')
    """
    raw = read_yaml("wages.yaml")["indexation"]
    factor = Decimal(1)
    for year, growth in sorted(raw["yearly_growth"].items()):
        if raw["base_year"] < year <= on.year:
            factor *= 1 + Decimal(growth["value"])
    return WageIndex(factor, raw["note_nl"])


def minimum_wage(on: date) -> Decimal | None:
    """Answer the statutory minimum wage per hour (21 and over), or None before the first figure that we hold.

    Args:
        on: the day.

    Example:
        >>> minimum_wage(date(2026, 3, 1))
        Decimal('14.71')
    """
    rows = [row for row in read_yaml("wages.yaml")["minimum_wage_eur_per_hour"] if row["valid_from"] <= on]
    return Decimal(rows[-1]["value"]) if rows else None


def wage_shares(facts: PersonFacts, catalogue: Catalogue, on: date) -> npt.NDArray[np.float64]:
    """Answer the usual hourly wage of every occupation as a share of the old wage; NaN when either is unknown.

    Args:
        facts: the old wage.
        catalogue: occupations with the median of 2023.
        on: the day of matching.
    """
    wages = np.array(
        [w if (w := o.wage_eur_per_hour_2023) is not None else np.nan for o in catalogue.occupations], float
    )
    if facts.old_wage_eur_per_hour is None:
        return np.full(len(wages), np.nan)
    # Whole cents first, so that every machine compares the same numbers.
    now = np.round(wages * 100 * float(wage_index(on).factor))
    shares: npt.NDArray[np.float64] = now / float(facts.old_wage_eur_per_hour * 100)
    return shares


def wage_levels(shares: npt.NDArray[np.float64], weights: Mapping[str, Any]) -> npt.NDArray[np.int8]:
    """Answer the level of each wage, as an index into `LEVELS`; unknown where the share is not a number.

    Args:
        shares: wage as a share of the old wage.
        weights: the `wage` weights.
    """
    lines = [float(row["from"]) for row in weights["levels"]]
    return np.select([shares >= line for line in lines], list(range(len(lines))), default=UNKNOWN).astype(np.int8)


def wage_labels(weights: Mapping[str, Any], stage: str) -> Labelled:
    """Answer the part for wage with its points in a stage.

    Args:
        weights: the `wage` weights.
        stage: code of the stage.
    """
    table = weights["points"][stage]
    return Labelled("wage", "loon", LEVELS, LEVELS_NL, tuple(int(table[level]) for level in LEVELS))


def wage_part(
    catalogue: Catalogue,
    shares: npt.NDArray[np.float64],
    weights: Mapping[str, Any],
    stage: str,
    on: date,
) -> Part:
    """Answer the points for wage.

    Args:
        catalogue: occupations.
        shares: wage as a share of the old wage.
        weights: the `wage` weights.
        stage: code of the stage.
        on: the day of matching.
    """
    labelled, codes = wage_labels(weights, stage), wage_levels(shares, weights)
    note = wage_index(on).note_nl

    def why(row: int) -> str:
        wage = catalogue.occupations[row].wage_eur_per_hour_2023
        if wage is None or np.isnan(shares[row]):
            return "Het oude uurloon of het gebruikelijke uurloon is niet bekend."
        percent = round(float(shares[row]) * 100)
        return f"Gebruikelijk uurloon is ongeveer {percent}% van het oude uurloon. {note}"

    return labelled.build(codes, why)
