"""Where Dutch places and postcodes lie, and how long travel between them takes, with how sure that is."""

from matcher.places.table import Point, find_place, find_postcode
from matcher.places.travel import Journey, distances_km, journey, journeys, minutes_by_km

__all__ = ["Journey", "Point", "distances_km", "find_place", "find_postcode", "journey", "journeys", "minutes_by_km"]
