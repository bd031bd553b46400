"""Compose the zoekprofiel from what was compared and ordered."""

from matcher.zoekprofiel.compose import compose, no_work_reason
from matcher.zoekprofiel.hours import hours_are_known, possible_hours
from matcher.zoekprofiel.kinds import Picked, pick_kinds
from matcher.zoekprofiel.notable import notable_channels
from matcher.zoekprofiel.questions import employer_questions

__all__ = [
    "Picked",
    "compose",
    "employer_questions",
    "hours_are_known",
    "no_work_reason",
    "notable_channels",
    "pick_kinds",
    "possible_hours",
]
