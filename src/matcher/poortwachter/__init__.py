"""The Poortwachter calendar: what is due when, why, who acts, and what is missing or at risk."""

from matcher.poortwachter.agenda import to_ics
from matcher.poortwachter.calendar import calendar_for
from matcher.poortwachter.model import Calendar, Conflict, Moment, Notice, NoticeKind, Party, Reading, Status
from matcher.poortwachter.names import status_nl, who_nl
from matcher.poortwachter.picture import to_svg
from matcher.poortwachter.records import to_json, to_records
from matcher.poortwachter.status import status_on
from matcher.poortwachter.text import to_text
from matcher.poortwachter.weeks import end_of_waiting_time

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
    "end_of_waiting_time",
    "status_nl",
    "status_on",
    "to_ics",
    "to_json",
    "to_records",
    "to_svg",
    "to_text",
    "who_nl",
]
