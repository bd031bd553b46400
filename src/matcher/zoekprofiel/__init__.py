"""Compose the zoekprofiel from what was compared and ordered."""

from matcher.zoekprofiel.compose import compose
from matcher.zoekprofiel.hours import possible_hours
from matcher.zoekprofiel.kinds import Picked, pick_kinds

__all__ = ["Picked", "compose", "pick_kinds", "possible_hours"]
