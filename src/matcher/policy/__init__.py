"""Suitability as dated, cited parameters: which stage applies, what it allows, and by which authority."""

from matcher.policy.bounds import TravelBound, least_hours, travel_bound
from matcher.policy.stage import Cell, Stage, StageView, find_stage, never_below, preset_nl, stage_start, stage_views

__all__ = [
    "Cell",
    "Stage",
    "StageView",
    "TravelBound",
    "find_stage",
    "least_hours",
    "never_below",
    "preset_nl",
    "stage_start",
    "stage_views",
    "travel_bound",
]
