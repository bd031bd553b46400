"""Compose the zoekprofiel from what was compared and ordered."""

from matcher.zoekprofiel.anchors import shared_task, task_topics
from matcher.zoekprofiel.compose import compose, no_work_reason
from matcher.zoekprofiel.condition_words import condition_segments, condition_sentence
from matcher.zoekprofiel.conditions import gather, pieces_of, work_conditions
from matcher.zoekprofiel.doctors_words import names_situation
from matcher.zoekprofiel.entry_needs import needed_by_law
from matcher.zoekprofiel.expert_words import expert_questions
from matcher.zoekprofiel.hours import all_hours_known, hours_a_week, hours_are_known, hours_conditions, possible_hours
from matcher.zoekprofiel.kinds import Picked, pick_kinds
from matcher.zoekprofiel.notable import notable_channels
from matcher.zoekprofiel.questions import core_channels, employer_questions
from matcher.zoekprofiel.stages import first_counts_from, nearest_first

__all__ = [
    "Picked",
    "all_hours_known",
    "compose",
    "condition_segments",
    "condition_sentence",
    "core_channels",
    "employer_questions",
    "expert_questions",
    "first_counts_from",
    "gather",
    "hours_a_week",
    "hours_are_known",
    "hours_conditions",
    "names_situation",
    "nearest_first",
    "needed_by_law",
    "no_work_reason",
    "notable_channels",
    "pick_kinds",
    "pieces_of",
    "possible_hours",
    "shared_task",
    "task_topics",
    "work_conditions",
]
