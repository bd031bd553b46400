"""What came out of holding one capacity against one demand, and the verdict over all of them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from matcher.domain.capacity import Capacity, Remark
from matcher.domain.demand import Demand


class Outcome(StrEnum):
    """The outcome on one channel (decisions 3 and 4)."""

    FITS = "fits"
    SIGNAL = "signal"  # above the norm, or only incidental or marginal excess: to be explained
    POSSIBLE = "possible"  # fits in part of the jobs: ask
    QUESTION = "question"  # limited, and the demand or the degree is unknown: ask
    CAPACITY_UNKNOWN = "capacity_unknown"  # the form says nothing: never fits
    EXCEEDS = "exceeds"
    NOT_COMPARED = "not_compared"  # norm, and the demand is unknown: shown in the coverage only

    @property
    def is_open_point(self) -> bool:
        """Answer whether the coach must explain or ask something."""
        return self in _OPEN_POINTS


_OPEN_POINTS = frozenset({Outcome.SIGNAL, Outcome.POSSIBLE, Outcome.QUESTION, Outcome.CAPACITY_UNKNOWN})


class Finding(NamedTuple):
    """One channel: what was compared, with which source, how sure, and what came out.

    A named tuple and no dataclass: explaining fifty vacancies makes thousands, and a tuple is made ten times sooner.

    Attributes:
        channel: channel code.
        outcome: what came out.
        capacity: what the person can do.
        demand: what the jobs ask; None when no source says anything.
        share_pct: best estimate of the share of jobs within the capacity; None when it cannot be said.
        share_low_pct: lower end after the source's error.
        share_high_pct: upper end after the source's error.
        peak_used: True when only the incidental-peak rule makes the difference.
        rule: id of the rule that gave the outcome, a key of `fit_rules.yaml`.
    """

    channel: str
    outcome: Outcome
    capacity: Capacity
    demand: Demand | None
    share_pct: int | None
    share_low_pct: int | None
    share_high_pct: int | None
    peak_used: bool
    rule: str


class VerdictKind(StrEnum):
    """The three words of decision 6. None of them is "passend": that is a legal conclusion that people draw."""

    WITHIN = "within_capacity"
    POSSIBLE = "possible"
    EXCEEDS = "exceeds"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the findings of one occupation add up to.

    Attributes:
        kind: within capacity, possible, or exceeds.
        points: number of points to explain or ask.
        exceeding: channels that exceed, in the order of the list.
        open_channels: channels with an open point, in the order of the list.
        remarks: texts of the form that no channel can answer.
    """

    kind: VerdictKind
    points: int
    exceeding: tuple[str, ...]
    open_channels: tuple[str, ...]
    remarks: tuple[Remark, ...]
