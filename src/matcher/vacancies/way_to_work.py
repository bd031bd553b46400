"""The way to work: where a vacancy lies, the journey for one person, and its part of the score."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from matcher.domain.contribution import Contribution
from matcher.domain.vacancy import Vacancy
from matcher.places import Journey, Point, distances_km, find_place, find_postcode, journeys
from matcher.vacancies.rules import vacancy_rules
from matcher.vacancies.seeker import Seeker

Spot = tuple[float, float]
"""Latitude and longitude in degrees."""


@dataclass(frozen=True)
class Ways:
    """The ways of one person to the places of vacancies; each is worked out once.

    Attributes:
        seeker: the person.
    """

    seeker: Seeker
    _trips: dict[Spot | None, Journey | None] = field(default_factory=dict, repr=False)
    _parts: dict[Journey | None, Contribution] = field(default_factory=dict, repr=False)

    def many(self, vacancies: Sequence[Vacancy]) -> list[Journey | None]:
        """Answer the way to the work of each vacancy; none when either place is not known.

        Args:
            vacancies: as understood.
        """
        points = [point_of(vacancy) for vacancy in vacancies]
        return self.to([None if point is None else (point.latitude, point.longitude) for point in points])

    def to(self, spots: Sequence[Spot | None]) -> list[Journey | None]:
        """Answer the same for coordinates.

        Args:
            spots: latitude and longitude in degrees; None where they are not known.
        """
        reach = self.seeker.reach
        new = [spot for spot in dict.fromkeys(spots) if spot is not None and spot not in self._trips]
        if reach.start is not None and new:
            latitude, longitude = np.array(new).T
            km = distances_km(reach.start, latitude, longitude).tolist()
            self._trips.update(zip(new, journeys(km, reach.transport), strict=True))
        return [self._trips.get(spot) for spot in spots]

    def part(self, trip: Journey | None) -> Contribution:
        """Answer what a way to work adds to the score.

        Args:
            trip: the way, or None when it is not known.
        """
        if trip not in self._parts:
            self._parts[trip] = self._part(trip)
        return self._parts[trip]

    def _part(self, trip: Journey | None) -> Contribution:
        levels = vacancy_rules(self.seeker.on)["distance"]["levels"]
        top = max(int(level["points"]) for level in levels)
        if trip is None:
            why = "De afstand is niet bekend."
            return Contribution("distance", "reistijd", "unknown", "niet bekend", 0, top, why)
        level = next(each for each in levels if trip.minutes <= int(each["up_to_minutes"]))
        why = (
            f"Ongeveer {round(trip.km)} kilometer hemelsbreed, naar schatting {trip.minutes} minuten heen "
            f"({trip.minutes_low} tot {trip.minutes_high})."
        )
        return Contribution("distance", "reistijd", level["level"], level["level_nl"], int(level["points"]), top, why)


def too_far(trip: Journey, minutes_per_day: int) -> bool:
    """Answer whether even the shortest estimate, there and back, is longer than a person travels.

    Args:
        trip: the estimate.
        minutes_per_day: longest travel a day.

    Example:
        >>> too_far(Journey(30.0, 50, 37, 68), 60), too_far(Journey(10.0, 26, 19, 35), 60)
        (True, False)
    """
    return trip.minutes_low * 2 > minutes_per_day


def point_of(vacancy: Vacancy) -> Point | None:
    """Answer where the work is: as understood, else by postcode, else by place; None when none of these is known.

    Args:
        vacancy: as understood.
    """
    place = vacancy.place
    if place is not None and place.latitude is not None and place.longitude is not None:
        return Point(place.name, round(place.latitude, 3), round(place.longitude, 3))
    return _point(vacancy.record.postcode, place.name if place is not None else vacancy.record.place)


@lru_cache(maxsize=10_000)
def _point(postcode: str, place: str) -> Point | None:
    """Answer the point of a vacancy's place; feeds repeat theirs."""
    found = find_postcode(postcode) if postcode else None
    if found is None:
        found = find_place(place)
    return found and replace(found, latitude=round(found.latitude, 3), longitude=round(found.longitude, 3))
