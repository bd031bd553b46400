"""Distance in kilometres and an estimate of travel time, with its range. An estimate never closes by itself."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.domain.case import Transport
from matcher.places.table import Point
from matcher.reference.tables import read_yaml

_EARTH_KM = 6371.0
_TENTHS = 10
_FARTHEST_KM = 500

Minutes = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Journey:
    """One way to work: how far, and about how long.

    Attributes:
        km: distance in a straight line.
        minutes: estimate, one way.
        minutes_low: shortest that the estimate leaves open.
        minutes_high: longest that the estimate leaves open.
    """

    km: float
    minutes: int
    minutes_low: int
    minutes_high: int


def distances_km(start: Point, latitude: npt.NDArray[np.float64], longitude: npt.NDArray[np.float64]) -> Any:
    """Answer distances in a straight line, in whole tenths of a kilometre; nan where a coordinate is nan.

    Args:
        start: from where.
        latitude: degrees.
        longitude: degrees.
    """
    phi, lam = np.radians(latitude), np.radians(longitude)
    here, there = math.radians(start.latitude), math.radians(start.longitude)
    part = np.sin((phi - here) / 2) ** 2 + math.cos(here) * np.cos(phi) * np.sin((lam - there) / 2) ** 2
    return np.round(2 * _EARTH_KM * np.arcsin(np.sqrt(part)) * _TENTHS) / _TENTHS


def journey(km: float, transport: Sequence[Transport]) -> Journey:
    """Answer about how long a distance takes by the fastest of a person's means of transport.

    Args:
        km: distance in a straight line.
        transport: what the person can use; all of them when none is named, so that nothing is called far too soon.

    Example:
        >>> near = journey(5.0, (Transport.BICYCLE,))
        >>> near.minutes_low < near.minutes < near.minutes_high
        True
    """
    return journeys([km], transport)[0]


def journeys(km: Sequence[float], transport: Sequence[Transport]) -> list[Journey]:
    """Answer the same for several distances.

    Args:
        km: distances in a straight line.
        transport: as in `journey`.
    """
    places = [min(round(each * _TENTHS), _FARTHEST_KM * _TENTHS) for each in km]
    return list(map(Journey, km, *(each[places].tolist() for each in minutes_by_km(tuple(transport)))))


@cache
def minutes_by_km(transport: tuple[Transport, ...]) -> tuple[Minutes, Minutes, Minutes]:
    """Answer minutes one way per tenth of a kilometre: estimate, shortest and longest.

    Args:
        transport: as in `journey`.
    """
    rules = read_yaml("travel.yaml")["versions"][-1]
    modes = [rules["modes"][mode.value] for mode in (transport or tuple(Transport))]
    km = np.arange(_FARTHEST_KM * _TENTHS + 1) / _TENTHS * float(rules["detour"]["value"])
    best = np.min([_minutes(km, mode) for mode in modes], axis=0)
    spread = float(rules["uncertainty_pct"]["value"]) / 100
    best_ceil, low, high = (
        np.ceil(np.round(best * factor, 6)).astype(np.int32) for factor in (1.0, 1 / (1 + spread), 1 + spread)
    )
    return best_ceil, low, high


def _minutes(road_km: npt.NDArray[np.float64], mode: dict[str, Any]) -> npt.NDArray[np.float64]:
    """Time to start and to arrive, then each stretch at its own speed."""
    minutes = np.full(len(road_km), float(mode["access_minutes"]))
    start = 0.0
    for stretch in mode["stretches"]:
        end = float(stretch["up_to_km"])
        minutes += np.clip(road_km - start, 0.0, end - start) / float(stretch["km_per_hour"]) * 60
        start = end
    return minutes
