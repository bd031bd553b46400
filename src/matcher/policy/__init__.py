"""Suitability as dated, cited parameters: which stage applies, what it allows, and by which authority."""

from matcher.policy.stage import Cell, Stage, StageView, find_stage, stage_views

__all__ = ["Cell", "Stage", "StageView", "find_stage", "stage_views"]
