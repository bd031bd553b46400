"""Hold one vacancy against one person, one channel at a time. The slow, clear twin of the pass over an index."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

import numpy as np

from matcher.domain.capacity import CapacityStatus
from matcher.domain.contribution import Contribution
from matcher.domain.demand import Demand
from matcher.domain.finding import Finding, Outcome
from matcher.domain.vacancy import HoursPerWeek, Vacancy
from matcher.fit import confront, demands_of, judge
from matcher.places import Journey, Point, distances_km, find_place, find_postcode, journey
from matcher.policy.stage import WIDENING
from matcher.ranking.admission import NEVER
from matcher.ranking.capacity_parts import margin_part, open_part
from matcher.ranking.experience_part import LEVELS as EXPERIENCE_LEVELS
from matcher.ranking.level_part import below_level_waits
from matcher.ranking.weights import weights_on
from matcher.reference.channels import channels
from matcher.vacancies.demands import (
    HOURS_CHANNELS,
    PER_WEEK,
    STATED,
    StatedDemand,
    comparable,
    hours_demand,
    speaks,
    stated_demands,
    unsettled,
)
from matcher.vacancies.gates import LevelGate, WageGate, cents, education_contribution, level_gate, wage_contribution
from matcher.vacancies.gates import wage_gate as make_wage_gate
from matcher.vacancies.model import Closer, RankedVacancy
from matcher.vacancies.questions import questions_for
from matcher.vacancies.requirements import Requirement, closes, requirements_of
from matcher.vacancies.rules import vacancy_rules
from matcher.vacancies.screened import screening_of
from matcher.vacancies.seeker import Seeker
from matcher.vacancies.words import closer_nl, notes_nl

_UNKNOWN_EXPERIENCE = EXPERIENCE_LEVELS.index("unknown")


@dataclass(frozen=True)
class Judge:
    """Holds vacancies against one person; what does not depend on the vacancy is worked out once.

    Attributes:
        seeker: the person.
    """

    seeker: Seeker
    _usual: dict[int | None, tuple[Finding, ...]] = field(default_factory=dict, repr=False)
    _parts: dict[int | None, Mapping[str, Contribution]] = field(default_factory=dict, repr=False)
    _levels: dict[tuple[int, int], Contribution] = field(default_factory=dict, repr=False)
    _wage_parts: dict[tuple[int, str], Contribution] = field(default_factory=dict, repr=False)
    _trips: dict[Point, Journey] = field(default_factory=dict, repr=False)
    _held: dict[Demand, tuple[Finding, bool]] = field(default_factory=dict, repr=False)
    _hours: dict[tuple[str, HoursPerWeek], Finding] = field(default_factory=dict, repr=False)

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

    def __call__(self, vacancy: Vacancy) -> RankedVacancy:
        """Answer everything about one vacancy for this person; its place in a list is not known here.

        Args:
            vacancy: as understood; what it does not say stays unknown and becomes a question.
        """
        return self.many([vacancy])[0]

    def many(self, vacancies: Sequence[Vacancy]) -> list[RankedVacancy]:
        """Answer the same for several vacancies; what goes by arrays is done for all of them at once.

        Args:
            vacancies: as understood.
        """
        if not vacancies:
            return []
        seeker = self.seeker
        rows = [seeker.row_of(vacancy.occupation_id) for vacancy in vacancies]
        stated = [stated_demands(vacancy) for vacancy in vacancies]
        found = [self.findings(*each) for each in zip(vacancies, rows, stated, strict=True)]
        screening = screening_of(found, len(seeker.story.profile.remarks))
        weights = weights_on(seeker.on)["capacity"]
        capacity = (
            margin_part(seeker.catalogue, seeker.story.profile, screening, weights),
            open_part(screening, weights),
        )
        return [
            self._judged(
                vacancy, row, stated[n], findings, [part.explain(n) for part in capacity], int(screening.doubtful[n])
            )
            for n, (vacancy, row, findings) in enumerate(zip(vacancies, rows, found, strict=True))
        ]

    def _judged(
        self,
        vacancy: Vacancy,
        row: int | None,
        stated: Mapping[str, StatedDemand],
        findings: tuple[Finding, ...],
        capacity: Sequence[Contribution],
        doubtful: int,
    ) -> RankedVacancy:
        seeker = self.seeker
        trip = self.journey(vacancy)
        contributions = (*capacity, *self._contributions(vacancy, row, findings, trip))
        closers = self._closers(vacancy, row, findings, trip)
        opens = self._opens_at(vacancy, row)
        return RankedVacancy(
            vacancy=vacancy,
            rank=0,
            score=sum(part.points for part in contributions),
            wait=self._wait(vacancy, row, doubtful),
            verdict=judge(findings, seeker.story.profile.remarks),
            findings=findings,
            contributions=contributions,
            closed_by=closers,
            opens_at=None if opens == NEVER else WIDENING[opens],
            journey=trip,
            occupation_nl="" if row is None else seeker.catalogue.occupations[row].title_nl,
            notes_nl=notes_nl(seeker, vacancy, row, trip, barred=row is not None and self.waits[1][row]),
            questions_nl=questions_for(vacancy, seeker.catalogue, seeker.on, stated),
        )

    def findings(self, vacancy: Vacancy, row: int | None, stated: Mapping[str, StatedDemand]) -> tuple[Finding, ...]:
        """Answer one finding per channel: what the vacancy states, else the profile of its occupation, else unknown.

        Args:
            vacancy: as understood.
            row: row of its occupation, or None.
            stated: what it states itself.
        """
        found = list(self._usual_findings(row))
        columns = self.seeker.catalogue.channel_index
        hours = () if vacancy.hours is None else HOURS_CHANNELS
        for code, each in stated.items():
            if code in hours:
                continue
            finding, counts = self._stated(code, each.demand)
            usual = found[columns[code]]
            if counts or (usual.capacity.status is CapacityStatus.LIMITED and usual.outcome in unsettled(each)):
                found[columns[code]] = finding
        if vacancy.hours is not None:
            for code in hours:
                found[columns[code]] = self._of_hours(code, vacancy.hours.value)
        return tuple(found)

    def _stated(self, code: str, demand: Demand) -> tuple[Finding, bool]:
        """Answer the finding of a stated demand, worked out once, and whether it speaks of the level of a capacity."""
        if demand not in self._held:
            capacity = self.seeker.story.profile.channels[code]
            counts = speaks(demand, capacity)
            self._held[demand] = (self._finding(code, comparable(demand, capacity) if counts else demand), counts)
        return self._held[demand]

    def _of_hours(self, code: str, hours: HoursPerWeek) -> Finding:
        """Answer the finding of hours a week on a channel of hours, worked out once."""
        if (code, hours) not in self._hours:
            capacity = self.seeker.story.profile.channels[code]
            self._hours[code, hours] = self._finding(code, hours_demand(code, hours, capacity, self.seeker.on))
        return self._hours[code, hours]

    def _usual_findings(self, row: int | None) -> tuple[Finding, ...]:
        """Answer the findings of an occupation's profile, worked out once."""
        if row not in self._usual:
            catalogue = self.seeker.catalogue
            demands = (None,) * len(catalogue.channels) if row is None else demands_of(catalogue, row)
            # Kept with this person only: a cache of the whole process would keep the doctor's words.
            self._usual[row] = tuple(map(self._finding, catalogue.channels, demands))
        return self._usual[row]

    def _finding(self, code: str, demand: Demand | None) -> Finding:
        story = self.seeker.story
        return confront(story.profile.channels[code], demand, channels()[code], story.rules, peaks=story.peaks)

    def _usual_parts(self, row: int | None) -> Mapping[str, Contribution]:
        """Answer the contributions of an occupation, worked out once; for none of them every part is unknown."""
        if row not in self._parts:
            parts = self.seeker.story.ranking.contributions(0 if row is None else row)
            self._parts[row] = {part.part: part if row is not None else _unknown(part) for part in parts}
        return self._parts[row]

    def journey(self, vacancy: Vacancy) -> Journey | None:
        """Answer the way to work; None when either place is not known.

        Args:
            vacancy: as understood.
        """
        there, reach = point_of(vacancy), self.seeker.reach
        if there is None or reach.start is None:
            return None
        if there not in self._trips:
            km = distances_km(reach.start, np.array([there.latitude]), np.array([there.longitude]))
            self._trips[there] = journey(float(km[0]), reach.transport)
        return self._trips[there]

    def _contributions(
        self,
        vacancy: Vacancy,
        row: int | None,
        findings: tuple[Finding, ...],
        trip: Journey | None,
    ) -> tuple[Contribution, ...]:
        story = self.seeker.story
        usual = self._usual_parts(row)
        experience = _UNKNOWN_EXPERIENCE if row is None else int(story.ranking.closeness.codes[row])
        education, wage = usual["education"], usual["wage"]
        if vacancy.education_level is not None:
            education = self._stated_level(vacancy.education_level.value, experience)
        if vacancy.wage is not None:
            stated = vacancy.wage.value
            wage = self._stated_wage(cents(stated.least), stated.basis_nl)
        return (
            usual["experience"],
            education,
            wage,
            self._hours_part(vacancy, findings),
            usual["wishes"],
            self._distance_part(trip),
        )

    def _stated_level(self, level: int, experience: int) -> Contribution:
        """Answer the contribution of a stated level, worked out once per level and experience."""
        if (level, experience) not in self._levels:
            self._levels[level, experience] = education_contribution(self.seeker, level, experience)
        return self._levels[level, experience]

    def _stated_wage(self, least_cents: int, basis_nl: str) -> Contribution:
        """Answer the contribution of a stated wage, worked out once."""
        if (least_cents, basis_nl) not in self._wage_parts:
            found = wage_contribution(self.seeker, self.wages, least_cents, basis_nl)
            self._wage_parts[least_cents, basis_nl] = found
        return self._wage_parts[least_cents, basis_nl]

    def _hours_part(self, vacancy: Vacancy, findings: tuple[Finding, ...]) -> Contribution:
        points = weights_on(self.seeker.on)["hours"]["points"]
        top = int(points["fits"])
        week = findings[self.seeker.catalogue.channel_index[PER_WEEK]]
        if vacancy.hours is None:
            why = "De vacature noemt geen uren. Vraag dit aan de werkgever."
        elif week.outcome is Outcome.FITS:
            return Contribution("hours", "uren", "fits", "past", top, top, "De uren in de vacature zijn mogelijk.")
        else:
            why = "Of de uren in de vacature kunnen, staat niet vast."
        return Contribution("hours", "uren", "unknown", "niet bekend", int(points["unknown"]), top, why)

    def _distance_part(self, trip: Journey | None) -> Contribution:
        levels = vacancy_rules(self.seeker.on)["distance"]["levels"]
        top = max(int(level["points"]) for level in levels)
        if trip is None:
            why = "De afstand is niet bekend."
            return Contribution("distance", "reistijd", "unknown", "niet bekend", 0, top, why)
        level = next(each for each in levels if trip.minutes <= int(each["up_to_minutes"]))
        why = (
            f"Ongeveer {round(trip.km)} kilometer hemelsbreed, naar schatting {trip.minutes} minuten heen "
            f"({trip.minutes_low} tot {trip.minutes_high})."
        )
        return Contribution("distance", "reistijd", level["level"], level["level_nl"], int(level["points"]), top, why)

    def _closers(
        self,
        vacancy: Vacancy,
        row: int | None,
        findings: tuple[Finding, ...],
        trip: Journey | None,
    ) -> tuple[Closer, ...]:
        seeker = self.seeker
        found = [
            closer_nl(
                seeker.on,
                finding.channel,
                stated=finding.demand is not None and finding.demand.source == STATED,
                hours=vacancy.hours,
            )
            for finding in findings
            if finding.outcome is Outcome.EXCEEDS
        ]
        if trip is not None and too_far(trip, seeker.reach.minutes_per_day):
            found.append(closer_nl(seeker.on, "travel", stated=True, minutes=trip.minutes, low=trip.minutes_low))
        found += [
            closer_nl(seeker.on, limit, stated=limit in {"wage", "education"}) for limit in self._gates(vacancy, row)
        ]
        asked = [each for each in requirements_of(vacancy) if closes(each, seeker.case, seeker.on)]
        found += [_requirement_closer(seeker, each) for each in asked]
        return tuple(found)

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

    def _opens_at(self, vacancy: Vacancy, row: int | None) -> int:
        ranking = self.seeker.story.ranking
        level = 0 if vacancy.education_level is None else vacancy.education_level.value
        stages = [0]
        if level:
            stages.append(self.levels.opens_at[level])
        if vacancy.wage is not None:
            stages.append(self.wages.opens_at(cents(vacancy.wage.value.most)))
        if row is not None:
            stages.append(int(ranking.admission.by_experience[row]))
            stages += [] if level else [int(ranking.admission.by_education[row])]
            stages += [] if vacancy.wage is not None else [int(ranking.admission.by_wage[row])]
        return max(stages)

    def _wait(self, vacancy: Vacancy, row: int | None, doubtful: int) -> int:
        spread = weights_on(self.seeker.on)["spread"]
        doubt = min(doubtful * int(spread["doubt_wait"]), int(spread["doubt_wait_most"]))
        wait = doubt if row is None else doubt + self.waits[0][row]
        if vacancy.education_level is not None:
            return wait + self.levels.wait[vacancy.education_level.value]
        if row is None:
            return wait
        higher = int(vacancy_rules(self.seeker.on)["waits"]["level_higher"]) if self._usually_higher(row) else 0
        return wait + self.usual_level_waits[row] + higher


def too_far(trip: Journey, minutes_per_day: int) -> bool:
    """Answer whether even the shortest estimate, there and back, is longer than a person travels.

    Args:
        trip: the estimate.
        minutes_per_day: longest travel a day.

    Example:
        >>> too_far(Journey(30.0, 50, 37, 68), 60), too_far(Journey(10.0, 26, 19, 35), 60)
        (True, False)
    """
    return trip.minutes_low * 2 > minutes_per_day


def point_of(vacancy: Vacancy) -> Point | None:
    """Answer where the work is: as understood, else by postcode, else by place; None when none of these is known.

    Args:
        vacancy: as understood.
    """
    place = vacancy.place
    if place is not None and place.latitude is not None and place.longitude is not None:
        return Point(place.name, round(place.latitude, 3), round(place.longitude, 3))
    return _point(vacancy.record.postcode, place.name if place is not None else vacancy.record.place)


@lru_cache(maxsize=10_000)
def _point(postcode: str, place: str) -> Point | None:
    """Answer the point of a vacancy's place; feeds repeat theirs."""
    found = find_postcode(postcode) if postcode else None
    if found is None:
        found = find_place(place)
    return found and replace(found, latitude=round(found.latitude, 3), longitude=round(found.longitude, 3))


def _unknown(part: Contribution) -> Contribution:
    why = "Het beroep van deze vacature is niet bekend."
    return replace(part, level="unknown", level_nl="niet bekend", points=0, why_nl=why)


def _requirement_closer(seeker: Seeker, asked: Requirement) -> Closer:
    text = str(vacancy_rules(seeker.on)["closed_nl"][asked.kind]).format(what=asked.name)
    return Closer("requirement", text, stated=True)
