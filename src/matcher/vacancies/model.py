"""What comes out of holding one vacancy against a person."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

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
        rank: place in its list, from 1.
        score: sum of the contributions.
        wait: points by which it stands lower than its score.
        verdict: what the findings add up to.
        closed_by: why it is closed; empty when it is open.
        opens_at: stage from which it counts, or None when no stage opens it.
        journey: distance and travel time, or None when a place is not known.
        occupation_nl: name of the occupation, or empty.
        told: what is long to say: made when it is first asked for.
        status: `proposed`, `applied`, `rejected`, `placed`, or empty: what the log of the track says.
        first_seen: first day on which a feed had it, as text, or empty.
    """

    rank: int
    score: int
    wait: int
    verdict: Verdict
    closed_by: tuple[Closer, ...]
    opens_at: str | None
    journey: Journey | None
    occupation_nl: str
    told: "Told" = field(repr=False, hash=False)
    status: str = ""
    first_seen: str = ""

    @property
    def vacancy(self) -> Vacancy:
        """Answer the vacancy, with what it states."""
        return self.told.vacancy

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Answer one finding per channel: what was compared, with which source, how sure."""
        return self.told.findings

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """Answer the parts of the score."""
        return self.told.contributions

    @property
    def notes_nl(self) -> tuple[str, ...]:
        """Answer what the coach must know or ask beside the findings."""
        return self.told.notes_nl

    @property
    def questions_nl(self) -> tuple[str, ...]:
        """Answer open questions for the employer, the same for everybody (decision 11)."""
        return self.told.questions_nl

    @property
    def is_open(self) -> bool:
        """Answer whether nothing closes the vacancy."""
        return not self.closed_by


class Source(Protocol):
    """Makes what is long to say of some vacancies for a person, one at a time, by their number among them."""

    def vacancy(self, number: int) -> Vacancy:
        """Answer the vacancy."""
        ...

    def findings(self, number: int) -> tuple[Finding, ...]:
        """Answer one finding per channel."""
        ...

    def contributions(self, number: int) -> tuple[Contribution, ...]:
        """Answer the parts of the score."""
        ...

    def notes(self, number: int) -> tuple[str, ...]:
        """Answer what the coach must know or ask beside the findings."""
        ...

    def questions(self, number: int) -> tuple[str, ...]:
        """Answer open questions for the employer."""
        ...


class Told:
    """What is long to say of a vacancy for a person: made when it is first asked for, and kept with it.

    Args:
        source: makes it.
        number: the number of the vacancy there.
    """

    def __init__(self, source: Source, number: int) -> None:
        self._source = source
        self._number = number

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Told):
            return NotImplemented
        mine, theirs = ((each.vacancy, each.findings, each.contributions) for each in (self, other))
        return mine == theirs

    __hash__ = None  # type: ignore[assignment]  # nothing needs it, and it would have to make everything

    @cached_property
    def vacancy(self) -> Vacancy:
        """Answer the vacancy."""
        return self._source.vacancy(self._number)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Answer one finding per channel."""
        return self._source.findings(self._number)

    @cached_property
    def contributions(self) -> tuple[Contribution, ...]:
        """Answer the parts of the score."""
        return self._source.contributions(self._number)

    @cached_property
    def notes_nl(self) -> tuple[str, ...]:
        """Answer what the coach must know or ask beside the findings."""
        return self._source.notes(self._number)

    @cached_property
    def questions_nl(self) -> tuple[str, ...]:
        """Answer open questions for the employer."""
        return self._source.questions(self._number)
