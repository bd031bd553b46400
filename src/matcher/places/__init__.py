"""Where Dutch places and postcodes lie, and how long travel between them takes, with how sure that is."""

from matcher.places.table import Point, find_place, find_postcode
from matcher.places.travel import Journey, distances_km, journey, minutes_by_km

__all__ = ["Journey", "Point", "distances_km", "find_place", "find_postcode", "journey", "minutes_by_km"]
