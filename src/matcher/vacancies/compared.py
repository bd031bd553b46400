"""The findings of one person: per occupation, and per demand that a vacancy states itself. Each is worked out once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from matcher.domain.capacity import CapacityStatus
from matcher.domain.demand import Demand
from matcher.domain.finding import Finding
from matcher.domain.vacancy import HoursPerWeek
from matcher.fit import confront, demands_of
from matcher.reference.channels import channels
from matcher.vacancies.demands import HOURS_CHANNELS, StatedDemand, comparable, hours_demand, speaks, unsettled
from matcher.vacancies.screened import figures_of
from matcher.vacancies.seeker import Seeker

Figures = npt.NDArray[np.int16]
Own = dict[int, tuple[Finding, Figures]]
"""What a vacancy says itself: per column the finding, and the same as figures."""


@dataclass(frozen=True)
class Compared:
    """Findings of one person.

    Attributes:
        seeker: the person.
    """

    seeker: Seeker
    _usual: dict[int | None, tuple[tuple[Finding, ...], Figures]] = field(default_factory=dict, repr=False)
    _stated: dict[Demand, tuple[Finding, bool, Figures]] = field(default_factory=dict, repr=False)
    _hours: dict[tuple[str, HoursPerWeek], tuple[Finding, Figures]] = field(default_factory=dict, repr=False)

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

    def own(
        self, usual: Sequence[Finding], stated: Mapping[str, StatedDemand], hours_a_week: HoursPerWeek | None
    ) -> Own:
        """Answer where what a vacancy states takes the place of the profile of its occupation.

        Args:
            usual: the findings of the profile.
            stated: what the vacancy states itself.
            hours_a_week: the hours that it states, or None.
        """
        columns = self.seeker.catalogue.channel_index
        hours = () if hours_a_week is None else HOURS_CHANNELS
        found: Own = {}
        for code, each in stated.items():
            if code in hours:
                continue
            finding, counts, figures = self.of_demand(code, each.demand)
            before = usual[columns[code]]
            if counts or (before.capacity.status is CapacityStatus.LIMITED and before.outcome in unsettled(each)):
                found[columns[code]] = finding, figures
        if hours_a_week is not None:
            for code in hours:
                found[columns[code]] = self.of_hours(code, hours_a_week)
        return found

    def of_demand(self, code: str, demand: Demand) -> tuple[Finding, bool, Figures]:
        """Answer the finding of a stated demand, whether it speaks of the level of the capacity, and it as figures.

        Args:
            code: its channel.
            demand: as stated.
        """
        known = self._stated.get(demand)
        if known is None:
            capacity = self.seeker.story.profile.channels[code]
            counts = speaks(demand, capacity)
            finding = self._finding(code, comparable(demand, capacity) if counts else demand)
            known = self._stated[demand] = finding, counts, np.array(figures_of(finding), np.int16)
        return known

    def of_hours(self, code: str, hours: HoursPerWeek) -> tuple[Finding, Figures]:
        """Answer the finding of hours a week on a channel of hours, and the same as figures.

        Args:
            code: the channel.
            hours: at least and at most.
        """
        known = self._hours.get((code, hours))
        if known is None:
            capacity = self.seeker.story.profile.channels[code]
            finding = self._finding(code, hours_demand(code, hours, capacity, self.seeker.on))
            known = self._hours[code, hours] = finding, np.array(figures_of(finding), np.int16)
        return known

    def _finding(self, code: str, demand: Demand | None) -> Finding:
        story = self.seeker.story
        return confront(story.profile.channels[code], demand, channels()[code], story.rules, peaks=story.peaks)
