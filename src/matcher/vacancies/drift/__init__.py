"""Watching an index in use: what it holds today, and what moved since an earlier look. No person is in it."""

from matcher.vacancies.drift.compare import Signal, signals
from matcher.vacancies.drift.measure import FeedCount, Look, look_at
from matcher.vacancies.drift.saved import look_json, read_look
from matcher.vacancies.drift.view import drift_view

__all__ = ["FeedCount", "Look", "Signal", "drift_view", "look_at", "look_json", "read_look", "signals"]
