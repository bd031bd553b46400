"""Compose the zoekprofiel from what was compared and ordered."""

from matcher.zoekprofiel.compose import compose, no_work_reason
from matcher.zoekprofiel.hours import hours_a_week, hours_are_known, possible_hours
from matcher.zoekprofiel.kinds import Picked, pick_kinds

__all__ = ["Picked", "compose", "hours_a_week", "hours_are_known", "no_work_reason", "pick_kinds", "possible_hours"]
