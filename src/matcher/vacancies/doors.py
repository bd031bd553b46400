"""What closes a vacancy for a person and why, from which stage it counts, and how long it waits."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from matcher.domain.finding import Finding
from matcher.domain.vacancy import Vacancy
from matcher.places import Journey
from matcher.policy.stage import WIDENING
from matcher.ranking.admission import NEVER
from matcher.ranking.level_part import below_level_waits
from matcher.ranking.weights import weights_on
from matcher.vacancies.demands import STATED
from matcher.vacancies.gates import LevelGate, WageGate, cents, level_gate
from matcher.vacancies.gates import wage_gate as make_wage_gate
from matcher.vacancies.model import Closer
from matcher.vacancies.requirements import Requirement, closes, requirements_of
from matcher.vacancies.rules import vacancy_rules
from matcher.vacancies.seeker import Seeker
from matcher.vacancies.way_to_work import too_far
from matcher.vacancies.words import closer_nl


@dataclass(frozen=True)
class Doors:
    """The gates of one person; what does not depend on the vacancy is worked out once.

    Attributes:
        seeker: the person.
    """

    seeker: Seeker
    _closing: dict[Requirement, bool] = field(default_factory=dict, repr=False)

    @cached_property
    def levels(self) -> LevelGate:
        """Answer what every education level means."""
        return level_gate(self.seeker)

    @cached_property
    def wages(self) -> WageGate:
        """Answer what stated wages mean."""
        return make_wage_gate(self.seeker)

    @cached_property
    def waits(self) -> tuple[tuple[int, ...], tuple[bool, ...]]:
        """Answer per occupation how long it waits for other reasons than its level, and whether it is barred."""
        story, spread = self.seeker.story, weights_on(self.seeker.on)["spread"]
        rules = vacancy_rules(self.seeker.on)["waits"]
        entry = story.ranking.entry
        barred = entry.by_direction | entry.by_skills | entry.not_offered
        rejected = np.array([o.id in story.rulings.rejected for o in self.seeker.catalogue.occupations])
        waits = story.ranking.alike_own * int(spread["alike_own_wait"]) + rejected * int(spread["rejected_wait"])
        return tuple((waits + barred * int(rules["barred"])).tolist()), tuple(barred.tolist())

    @cached_property
    def usual_level_waits(self) -> tuple[int, ...]:
        """Answer per occupation how long it waits because its usual level lies far below the person's own."""
        waits = weights_on(self.seeker.on)["spread"]["level_waits"][self.seeker.story.view.stage.code]
        return tuple(below_level_waits(self.seeker.story.facts, self.seeker.catalogue, waits).tolist())

    def closers(
        self, vacancy: Vacancy, row: int | None, exceeding: Sequence[Finding], trip: Journey | None
    ) -> tuple[Closer, ...]:
        """Answer what closes a vacancy, with the reasons.

        Args:
            vacancy: as understood.
            row: row of its occupation, or None.
            exceeding: the findings that exceed.
            trip: the way to work, or None.
        """
        on = self.seeker.on
        found = [
            closer_nl(
                on,
                finding.channel,
                stated=finding.demand is not None and finding.demand.source == STATED,
                hours=vacancy.hours,
            )
            for finding in exceeding
        ]
        if trip is not None and too_far(trip, self.seeker.reach.minutes_per_day):
            found.append(closer_nl(on, "travel", stated=True, minutes=trip.minutes, low=trip.minutes_low))
        found += [closer_nl(on, limit, stated=limit in {"wage", "education"}) for limit in self._gates(vacancy, row)]
        asked = [each for each in requirements_of(vacancy) if self._closes(each)]
        return (*found, *(self._of_requirement(each) for each in asked))

    def _closes(self, asked: Requirement) -> bool:
        if asked not in self._closing:
            self._closing[asked] = closes(asked, self.seeker.case, self.seeker.on)
        return self._closing[asked]

    def _of_requirement(self, asked: Requirement) -> Closer:
        text = str(vacancy_rules(self.seeker.on)["closed_nl"][asked.kind]).format(what=asked.name)
        return Closer("requirement", text, stated=True)

    def _gates(self, vacancy: Vacancy, row: int | None) -> list[str]:
        """Answer which of law, wage, education and stage close a vacancy."""
        ranking, last = self.seeker.story.ranking, WIDENING.index(self.seeker.last_stage.code)
        found, late = [], False
        if vacancy.wage is not None:
            if cents(vacancy.wage.value.most) < self.wages.floor:
                found.append("wage")
        elif row is not None:
            late |= int(ranking.admission.by_wage[row]) > last
        level = 0 if vacancy.education_level is None else vacancy.education_level.value
        if level:
            if self.levels.higher[level]:
                found.append("education")
            else:
                late |= self.levels.opens_at[level] > last
        elif row is not None and not self._usually_higher(row):
            late |= int(ranking.admission.by_education[row]) > last
        if row is not None:
            late |= int(ranking.admission.by_experience[row]) > last
            if ranking.entry.by_law[row]:
                found.append("law")
        return [*found, "stage"] if late else found

    def _usually_higher(self, row: int) -> bool:
        return self.levels.higher[self.seeker.catalogue.occupations[row].education_level]

    def opens_at(self, row: int | None, level: int, wage_most: int | None) -> str | None:
        """Answer the stage from which a vacancy counts, or None when no stage opens it.

        Args:
            row: row of its occupation, or None.
            level: education level that it states, 0 when it states none.
            wage_most: highest wage that it states in cents an hour, None when it states none.
        """
        admission = self.seeker.story.ranking.admission
        opens = self.levels.opens_at[level] if level else 0
        if wage_most is not None:
            opens = max(opens, self.wages.opens_at(wage_most))
        if row is not None:
            opens = max(opens, int(admission.by_experience[row]))
            opens = opens if level else max(opens, int(admission.by_education[row]))
            opens = opens if wage_most is not None else max(opens, int(admission.by_wage[row]))
        return None if opens == NEVER else WIDENING[opens]

    def wait(self, vacancy: Vacancy, row: int | None, doubtful: int) -> int:
        """Answer by how many points a vacancy stands lower than its score.

        Args:
            vacancy: as understood.
            row: row of its occupation, or None.
            doubtful: number of limited channels that are in doubt.
        """
        spread = weights_on(self.seeker.on)["spread"]
        doubt = min(doubtful * int(spread["doubt_wait"]), int(spread["doubt_wait_most"]))
        wait = doubt if row is None else doubt + self.waits[0][row]
        if vacancy.education_level is not None:
            return wait + self.levels.wait[vacancy.education_level.value]
        if row is None:
            return wait
        higher = int(vacancy_rules(self.seeker.on)["waits"]["level_higher"]) if self._usually_higher(row) else 0
        return wait + self.usual_level_waits[row] + higher
