"""One occupation laid over one person: the line of the capacity against the demand, channel by channel."""

from dataclasses import dataclass
from datetime import date

from matcher.catalogue import Catalogue, Occupation
from matcher.domain.capacity import CapacityStatus
from matcher.domain.case import Case
from matcher.domain.finding import Finding, Outcome, Verdict
from matcher.fit import confront, fit_rules, judge
from matcher.intake import understand_capacity
from matcher.lookup.demand_line import DemandLine, lines_of


@dataclass(frozen=True, slots=True)
class OverlayLine:
    """One channel: what the work asks, what the person can do, what came out."""

    demand: DemandLine
    finding: Finding

    @property
    def matters(self) -> bool:
        """Answer whether the person has a limit here, or something is open."""
        limited = self.finding.capacity.status is CapacityStatus.LIMITED
        return limited or self.finding.outcome.is_open_point or self.finding.outcome is Outcome.EXCEEDS


@dataclass(frozen=True, slots=True)
class Overlay:
    """One occupation laid over one person. For the coach's eyes: it holds capacity.

    Attributes:
        case_id: the case's own mark.
        occupation: the occupation.
        on: the day.
        verdict: what the channels add up to.
        lines: one per channel, in the order of the list.
    """

    case_id: str
    occupation: Occupation
    on: date
    verdict: Verdict
    lines: tuple[OverlayLine, ...]

    def shown(self, *, everything: bool = False) -> tuple[OverlayLine, ...]:
        """Answer the lines to show: those that matter, or all."""
        return tuple(line for line in self.lines if everything or line.matters)


def overlay(case: Case, catalogue: Catalogue, occupation_id: str, on: date) -> Overlay:
    """Answer how one occupation lies over what a person can do.

    Args:
        case: the case with its forms.
        catalogue: all occupations, loaded with `level="all"`.
        occupation_id: an id of that catalogue.
        on: the day; the leading form depends on it.

    Returns:
        The comparison of every channel. Unknown is never counted as fit.

    Raises:
        UnknownName: there is no such occupation.
        FormRefused: the form is too old and the coach did not confirm its use.
    """
    occupation = catalogue.occupation(occupation_id)
    profile = understand_capacity(case, on)
    peaks = profile.incidental_peaks and case.policy.incidental_peaks
    lines = tuple(
        OverlayLine(
            line,
            confront(profile.channels[line.channel.code], line.demand, line.channel, fit_rules(), peaks=peaks),
        )
        for line in lines_of(catalogue, occupation.id)
    )
    verdict = judge([line.finding for line in lines], profile.remarks)
    return Overlay(case.id, occupation, on, verdict, lines)
