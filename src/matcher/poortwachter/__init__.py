"""The Poortwachter calendar: what is due when, why, who acts, and what is missing or at risk."""

from matcher.poortwachter.calendar import calendar_for
from matcher.poortwachter.model import Calendar, Conflict, Moment, Notice, NoticeKind, Party, Reading, Status
from matcher.poortwachter.status import status_on

__all__ = [
    "Calendar",
    "Conflict",
    "Moment",
    "Notice",
    "NoticeKind",
    "Party",
    "Reading",
    "Status",
    "calendar_for",
    "status_on",
]
