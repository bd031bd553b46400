"""The findings of one person: per occupation, and per demand that a vacancy states itself. Each is worked out once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from matcher.domain.capacity import CapacityStatus
from matcher.domain.demand import Demand
from matcher.domain.finding import Finding, Outcome
from matcher.domain.vacancy import HoursPerWeek
from matcher.fit import confront, demands_of
from matcher.reference.channels import channels
from matcher.vacancies.demands import HOURS_CHANNELS, StatedDemand, comparable, hours_demand, speaks, unsettled
from matcher.vacancies.screened import figures_of
from matcher.vacancies.seeker import Seeker

Figures = npt.NDArray[np.int16]


class Said(NamedTuple):
    """Something that a vacancy states itself, compared.

    Attributes:
        column: the channel.
        finding: what comes out.
        figures: the same as figures.
        counts: whether it speaks of the level of the capacity.
        turned: outcomes of the profile that it turns into a question where it does not.
    """

    column: int
    finding: Finding
    figures: Figures
    counts: bool = True
    turned: tuple[Outcome, ...] = ()


@dataclass(frozen=True)
class Compared:
    """Findings of one person.

    Attributes:
        seeker: the person.
    """

    seeker: Seeker
    _usual: dict[int | None, tuple[tuple[Finding, ...], Figures]] = field(default_factory=dict, repr=False)
    _said: dict[tuple[Demand, bool], Said] = field(default_factory=dict, repr=False)
    _hours: dict[HoursPerWeek, tuple[Said, ...]] = field(default_factory=dict, repr=False)

    def usual(self, row: int | None) -> tuple[tuple[Finding, ...], Figures]:
        """Answer the findings of an occupation's profile, and the same as figures: equal for all its vacancies.

        Args:
            row: row of the occupation; None for one that is not known.
        """
        if row not in self._usual:
            catalogue = self.seeker.catalogue
            demands = (None,) * len(catalogue.channels) if row is None else demands_of(catalogue, row)
            # Kept with this person only: a cache of the whole process would keep the doctor's words.
            found = tuple(map(self._finding, catalogue.channels, demands))
            self._usual[row] = found, np.array([figures_of(finding) for finding in found], np.int16)
        return self._usual[row]

    def own(self, usual: Sequence[Finding], said: Iterable[Said]) -> list[Said]:
        """Answer what of a vacancy's own words takes the place of the profile of its occupation.

        Args:
            usual: the findings of the profile.
            said: what the vacancy states.
        """
        return [each for each in said if each.counts or _turns(each, usual[each.column])]

    def said(self, stated: StatedDemand) -> Said:
        """Answer what comes out of a stated demand.

        Args:
            stated: what a vacancy states on one channel.
        """
        demand, key = stated.demand, (stated.demand, stated.asked)
        known = self._said.get(key)
        if known is None:
            capacity = self.seeker.story.profile.channels[demand.channel]
            counts = speaks(demand, capacity)
            finding = self._finding(demand.channel, comparable(demand, capacity) if counts else demand)
            known = self._said[key] = self._as_said(finding)._replace(counts=counts, turned=unsettled(stated))
        return known

    def hours(self, hours: HoursPerWeek) -> tuple[Said, ...]:
        """Answer what comes out of hours a week, on each channel of hours.

        Args:
            hours: at least and at most.
        """
        if hours not in self._hours:
            capacities, on = self.seeker.story.profile.channels, self.seeker.on
            demands = {code: hours_demand(code, hours, capacities[code], on) for code in HOURS_CHANNELS}
            self._hours[hours] = tuple(self._as_said(self._finding(code, each)) for code, each in demands.items())
        return self._hours[hours]

    def _as_said(self, finding: Finding) -> Said:
        column = self.seeker.catalogue.channel_index[finding.channel]
        return Said(column, finding, np.array(figures_of(finding), np.int16))

    def _finding(self, code: str, demand: Demand | None) -> Finding:
        story = self.seeker.story
        return confront(story.profile.channels[code], demand, channels()[code], story.rules, peaks=story.peaks)


def _turns(said: Said, usual: Finding) -> bool:
    return usual.outcome in said.turned and usual.capacity.status is CapacityStatus.LIMITED
