"""Run the trained model of physical demands: plain arrays, no training library."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.resources import model_path

Floats = NDArray[np.float64]
LEVELS = 5


@dataclass(frozen=True)
class Shares:
    """What the model says of one occupation: shares of jobs within each level, and their error at one half."""

    within: Floats
    peak: Floats
    error: float


@dataclass(frozen=True)
class Head:
    """The part of the model for one channel.

    Attributes:
        coefficients: features x targets.
        intercept: per target.
        targets: place of each target among the levels, without and then with incidental peaks.
        fixed: the shares of levels that are not modelled, nan where the channel has no such level.
        error: nested error at a share of one half.
    """

    coefficients: Floats
    intercept: Floats
    targets: NDArray[np.int64]
    fixed: Floats
    error: float


@dataclass(frozen=True)
class DemandModel:
    """A linear model on the log odds of the share of jobs within each level.

    Attributes:
        features: names of the measures, as table:element.
        centre: mean of each measure.
        scale: spread of each measure.
        heads: one per channel.
        measures: the measures of every occupation, table -> element -> occupation -> value.
    """

    features: tuple[str, ...]
    centre: Floats
    scale: Floats
    heads: Mapping[str, Head]
    measures: Mapping[str, Mapping[str, Mapping[str, float]]]

    def shares(self, channel: str, code: str) -> Shares | None:
        """Answer the shares of one occupation, None when it lacks a measure or the channel has no model.

        Args:
            channel: the demand channel.
            code: SOC 2018 or O*NET-SOC code.
        """
        head = self.heads.get(channel)
        values = measures_of(self.features, self.measures, code) if head is not None else None
        if head is None or values is None:
            return None
        odds = (values - self.centre) / self.scale @ head.coefficients + head.intercept
        both = head.fixed.copy()
        both[head.targets] = 1.0 / (1.0 + np.exp(-odds))
        return Shares(both[:LEVELS], both[LEVELS:], head.error)


def measures_of(
    features: tuple[str, ...], measures: Mapping[str, Mapping[str, Mapping[str, float]]], code: str
) -> Floats | None:
    """Answer the measures of an occupation in order, of its main occupation where it has none itself.

    Example:
        >>> measures_of(("context:x",), {"context": {"x": {"11-1011": 2.0}}}, "11-1011.03").tolist()
        [2.0]
    """
    values = []
    for feature in features:
        table, element = feature.split(":", 1)
        column = measures.get(table, {}).get(element, {})
        value = column.get(code, column.get(code[:7]))
        if value is None:
            return None
        values.append(value)
    return np.array(values)


def load_demand_model(
    measures: Mapping[str, Mapping[str, Mapping[str, float]]], path: Path | None = None
) -> DemandModel | None:
    """Load the shipped model, None when there is none.

    Args:
        measures: the measures to run it on.
        path: the file with the weights; the shipped one by default.
    """
    place = path if path is not None else model_path("demand_physical/weights.npz")
    if not place.is_file():
        return None
    with np.load(place, allow_pickle=False) as stored:
        heads = {
            name: Head(
                stored[f"{name}/coefficients"].astype(np.float64),
                stored[f"{name}/intercept"].astype(np.float64),
                stored[f"{name}/targets"].astype(np.int64),
                stored[f"{name}/fixed"].astype(np.float64),
                float(stored[f"{name}/error"].item()),
            )
            for name in stored["channels"].tolist()
        }
        return DemandModel(tuple(stored["features"].tolist()), stored["centre"], stored["scale"], heads, measures)
