"""Capacity held against demand: a finding per channel, a verdict per occupation. No weights live here."""

from matcher.fit.confront import confront
from matcher.fit.coverage import Coverage, coverage
from matcher.fit.demands import demand_of, demands_of
from matcher.fit.effective import EffectiveLevel, effective_level
from matcher.fit.profiled import Profiled
from matcher.fit.rules import FitRules, fit_rules
from matcher.fit.screen import Screening, screen
from matcher.fit.verdict import judge

__all__ = [
    "Coverage",
    "EffectiveLevel",
    "FitRules",
    "Profiled",
    "Screening",
    "confront",
    "coverage",
    "demand_of",
    "demands_of",
    "effective_level",
    "fit_rules",
    "judge",
    "screen",
]
