"""What comes out of holding one vacancy against a person."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from matcher.domain.contribution import Contribution
from matcher.domain.finding import Finding, Verdict
from matcher.domain.vacancy import Vacancy
from matcher.places import Journey

LIMITS = ("travel", "wage", "education", "law", "requirement", "stage")
"""What can close a vacancy beside the channels of the capacity list."""


@dataclass(frozen=True, slots=True)
class Closer:
    """One reason why a vacancy is closed for a person.

    Attributes:
        limit: channel code, or one of `LIMITS`.
        text_nl: the reason in Dutch, without figures of the capacity list.
        stated: whether the vacancy states it itself.
    """

    limit: str
    text_nl: str
    stated: bool


@dataclass(frozen=True, slots=True)
class RankedVacancy:
    """One vacancy for one person on one day, with everything that was compared. For the coach's eyes.

    Attributes:
        vacancy: the vacancy, with what it states.
        rank: place in its list, from 1.
        score: sum of the contributions.
        wait: points by which it stands lower than its score.
        verdict: what the findings add up to.
        findings: one per channel.
        contributions: the parts of the score.
        closed_by: why it is closed; empty when it is open.
        opens_at: stage from which it counts, or None when no stage opens it.
        journey: distance and travel time, or None when a place is not known.
        occupation_nl: name of the occupation, or empty.
        words: the notes and questions, worded when they are asked for.
        status: `proposed`, `applied`, `rejected`, `placed`, or empty: what the log of the track says.
        first_seen: first day on which a feed had it, as text, or empty.
    """

    vacancy: Vacancy
    rank: int
    score: int
    wait: int
    verdict: Verdict
    findings: tuple[Finding, ...]
    contributions: tuple[Contribution, ...]
    closed_by: tuple[Closer, ...]
    opens_at: str | None
    journey: Journey | None
    occupation_nl: str
    words: "Words" = field(repr=False, compare=False)
    status: str = ""
    first_seen: str = ""

    @property
    def notes_nl(self) -> tuple[str, ...]:
        """Answer what the coach must know or ask beside the findings."""
        return self.words.notes_nl

    @property
    def questions_nl(self) -> tuple[str, ...]:
        """Answer open questions for the employer, the same for everybody (decision 11)."""
        return self.words.questions_nl

    @property
    def is_open(self) -> bool:
        """Answer whether nothing closes the vacancy."""
        return not self.closed_by


class Words:
    """Sentences about a vacancy for a person that are made when they are first asked for, and kept with it.

    Args:
        notes: makes the notes.
        questions: makes the questions.
    """

    def __init__(self, notes: Callable[[], tuple[str, ...]], questions: Callable[[], tuple[str, ...]]) -> None:
        self._notes = notes
        self._questions = questions

    @cached_property
    def notes_nl(self) -> tuple[str, ...]:
        """Answer what the coach must know or ask beside the findings."""
        return self._notes()

    @cached_property
    def questions_nl(self) -> tuple[str, ...]:
        """Answer open questions for the employer."""
        return self._questions()
