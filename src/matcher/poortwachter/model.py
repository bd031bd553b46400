"""The calendar as frozen values: moments, notices and conflicts between sources."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from matcher.domain.citation import Citation


class Party(StrEnum):
    """Who acts."""

    EMPLOYER = "employer"
    EMPLOYEE = "employee"
    COMPANY_DOCTOR = "company_doctor"
    LABOUR_EXPERT = "labour_expert"
    AGENCY = "agency"
    UWV = "uwv"


class Status(StrEnum):
    """Where a moment stands on one day.

    `late` says that the due date is over and that no date of doing it is recorded: it may have been done.
    """

    LATE = "late"
    DUE = "due"
    DUE_SOON = "due_soon"
    FUTURE = "future"
    DONE = "done"
    NOT_NEEDED = "not_needed"

    @property
    def is_open(self) -> bool:
        """Answer whether someone still has to look at it."""
        return self not in _CLOSED


_CLOSED = frozenset({Status.DONE, Status.NOT_NEEDED})


class NoticeKind(StrEnum):
    """What a notice asks of the reader."""

    MISSING = "missing"
    WARNING = "warning"
    RISK = "risk"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that someone does on or before a day.

    Attributes:
        code: stable name, e.g. `first_year_evaluation` or `progress_talk_03`.
        title_nl: Dutch title.
        due: last day on which it is in time.
        window_from: first day on which it is expected.
        who: the parties that act.
        status: where it stands on the day of the calendar.
        why_nl: why it is there and why it has this status, in Dutch.
        citation: where the rule comes from.
        done_on: the recorded day; None when none is recorded.
        week: week of sickness in which it is due; None when the first sick day is not known.
        output_nl: what lies in the file afterwards.
        agenda_nl: title for an agenda, without anything personal or medical; None keeps it out of the agenda.
        series: code of the series that it belongs to; None for a moment of its own.
        risk: code of the risk of being late; None for no particular risk.
    """

    code: str
    title_nl: str
    due: date
    window_from: date
    who: tuple[Party, ...]
    status: Status
    why_nl: str
    citation: Citation
    done_on: date | None = None
    week: int | None = None
    output_nl: str | None = None
    agenda_nl: str | None = None
    series: str | None = None
    risk: str | None = None

    @property
    def done_late(self) -> bool:
        """Answer whether it was done after its due date."""
        return self.status is Status.DONE and self.done_on is not None and self.done_on > self.due


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to read beside the moments: a missing date, a risk, a warning or a piece of information."""

    code: str
    kind: NoticeKind
    text_nl: str
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source says where sources disagree."""

    source: str
    says_nl: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A point on which sources disagree, and the reading that this calendar follows."""

    code: str
    topic_nl: str
    readings: tuple[Reading, ...]
    taken_nl: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar of one case on one day.

    Attributes:
        case_id: the case's own mark, no name.
        on: the day for which the statuses hold.
        first_sick_day: day 1 of week 1; None when it is missing.
        end_of_waiting: last day of week 104; None when the first sick day is missing.
        moments: in order of due date.
        notices: missing dates first, then risks, warnings and information.
        conflicts: only those that matter for the moments above.
    """

    case_id: str
    on: date
    first_sick_day: date | None
    end_of_waiting: date | None
    moments: tuple[Moment, ...]
    notices: tuple[Notice, ...]
    conflicts: tuple[Conflict, ...]

    def moment(self, code: str) -> Moment | None:
        """Answer the moment with this code, or None when the calendar has none."""
        return next((moment for moment in self.moments if moment.code == code), None)
