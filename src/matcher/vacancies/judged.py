"""Hold one vacancy against one person, one channel at a time. The slow, clear twin of the pass over an index."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from matcher.domain.contribution import Contribution
from matcher.domain.finding import Finding, Outcome, Verdict
from matcher.domain.vacancy import Vacancy
from matcher.places import Journey
from matcher.ranking.capacity_parts import margin_part, open_part
from matcher.ranking.experience_part import LEVELS as EXPERIENCE_LEVELS
from matcher.ranking.weights import weights_on
from matcher.vacancies.compared import Compared, Said
from matcher.vacancies.demands import PER_WEEK, StatedDemand, stated_demands
from matcher.vacancies.doors import Doors
from matcher.vacancies.gates import cents, education_contribution, wage_contribution
from matcher.vacancies.model import RankedVacancy, Told
from matcher.vacancies.questions import questions_for
from matcher.vacancies.screened import screening_of, verdicts_of
from matcher.vacancies.seeker import Seeker
from matcher.vacancies.way_to_work import Ways
from matcher.vacancies.words import notes_nl

_UNKNOWN_EXPERIENCE = EXPERIENCE_LEVELS.index("unknown")


@dataclass(frozen=True)
class Judge:
    """Holds vacancies against one person; what does not depend on the vacancy is worked out once.

    Attributes:
        seeker: the person.
    """

    seeker: Seeker
    _parts: dict[int | None, Mapping[str, Contribution]] = field(default_factory=dict, repr=False)
    _levels: dict[tuple[int, int], Contribution] = field(default_factory=dict, repr=False)
    _wages: dict[tuple[int, str], Contribution] = field(default_factory=dict, repr=False)
    _hours: dict[tuple[bool, bool], Contribution] = field(default_factory=dict, repr=False)

    @cached_property
    def doors(self) -> Doors:
        """Answer what closes vacancies for this person."""
        return Doors(self.seeker)

    @cached_property
    def compared(self) -> Compared:
        """Answer the findings of this person."""
        return Compared(self.seeker)

    @cached_property
    def ways(self) -> Ways:
        """Answer the ways of this person to the places of vacancies."""
        return Ways(self.seeker)

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
        seeker, compared = self.seeker, self.compared
        rows = [seeker.row_of(vacancy.occupation_id) for vacancy in vacancies]
        stated = [stated_demands(vacancy) for vacancy in vacancies]
        own = [
            compared.own(compared.usual(row)[0], self._said(vacancy, demands))
            for vacancy, row, demands in zip(vacancies, rows, stated, strict=True)
        ]
        figures = np.stack([compared.usual(row)[1] for row in rows])
        for number, each in enumerate(own):
            if each:
                figures[number, [said.column for said in each]] = [said.figures for said in each]
        profile = seeker.story.profile
        screening = screening_of(figures, len(profile.remarks))
        weights = weights_on(seeker.on)["capacity"]
        margin = margin_part(seeker.catalogue, profile, screening, weights).explain
        opened = open_part(screening, weights).explain
        verdicts = verdicts_of(screening, seeker.catalogue.channels, profile.remarks)
        doubtful = screening.doubtful.tolist()
        ways, judged = self.ways.many(vacancies), []
        week = seeker.catalogue.channel_index[PER_WEEK]
        for number, (vacancy, row, verdict) in enumerate(zip(vacancies, rows, verdicts, strict=True)):
            findings = list(compared.usual(row)[0])
            for said in own[number]:
                findings[said.column] = said.finding
            trip, fits = ways[number], findings[week].outcome is Outcome.FITS
            other = self.other_parts(vacancy, row, hours_fit=fits)
            parts = (margin(number), opened(number), *other, self.ways.part(trip))
            judged.append(
                self._judged(vacancy, row, stated[number], tuple(findings), parts, trip, verdict, doubtful[number])
            )
        return judged

    def _said(self, vacancy: Vacancy, stated: Mapping[str, StatedDemand]) -> list[Said]:
        hours = () if vacancy.hours is None else self.compared.hours(vacancy.hours.value)
        return [*map(self.compared.said, stated.values()), *hours]

    def _judged(
        self,
        vacancy: Vacancy,
        row: int | None,
        stated: Mapping[str, StatedDemand],
        findings: tuple[Finding, ...],
        contributions: tuple[Contribution, ...],
        trip: Journey | None,
        verdict: Verdict,
        doubtful: int,
    ) -> RankedVacancy:
        seeker, doors = self.seeker, self.doors
        index = seeker.catalogue.channel_index
        level = 0 if vacancy.education_level is None else vacancy.education_level.value
        wage_most = None if vacancy.wage is None else cents(vacancy.wage.value.most)
        return RankedVacancy(
            rank=0,
            score=sum(part.points for part in contributions),
            wait=doors.wait(vacancy, row, doubtful),
            verdict=verdict,
            closed_by=doors.closers(vacancy, row, [findings[index[code]] for code in verdict.exceeding], trip),
            opens_at=doors.opens_at(row, level, wage_most),
            journey=trip,
            occupation_nl="" if row is None else seeker.catalogue.occupations[row].title_nl,
            told=Told(_Compared(self, vacancy, row, stated, findings, contributions, trip), 0),
        )

    def notes(self, vacancy: Vacancy, row: int | None, trip: Journey | None) -> tuple[str, ...]:
        """Answer what the coach must know or ask about a vacancy beside the findings.

        Args:
            vacancy: as understood.
            row: row of its occupation, or None.
            trip: the way to work, or None.
        """
        barred = row is not None and self.doors.waits[1][row]
        return notes_nl(self.seeker, vacancy, row, trip, barred=barred)

    def questions(self, vacancy: Vacancy, stated: Collection[str]) -> tuple[str, ...]:
        """Answer open questions for the employer.

        Args:
            vacancy: as understood.
            stated: channels of which the vacancy says something.
        """
        return questions_for(vacancy, self.seeker.catalogue, self.seeker.on, stated)

    def _usual_parts(self, row: int | None) -> Mapping[str, Contribution]:
        """Answer the contributions of an occupation, worked out once; for none of them every part is unknown."""
        if row not in self._parts:
            parts = self.seeker.story.ranking.contributions(0 if row is None else row)
            self._parts[row] = {part.part: part if row is not None else _unknown(part) for part in parts}
        return self._parts[row]

    def other_parts(self, vacancy: Vacancy, row: int | None, *, hours_fit: bool) -> tuple[Contribution, ...]:
        """Answer the parts of the score between those of the capacity and that of the distance.

        Args:
            vacancy: as understood.
            row: row of its occupation, or None.
            hours_fit: whether the hours a week fit.
        """
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
            self._hours_part(stated=vacancy.hours is not None, fits=hours_fit),
            usual["wishes"],
        )

    def _stated_level(self, level: int, experience: int) -> Contribution:
        """Answer the contribution of a stated level, worked out once per level and experience."""
        if (level, experience) not in self._levels:
            self._levels[level, experience] = education_contribution(self.seeker, level, experience)
        return self._levels[level, experience]

    def _stated_wage(self, least_cents: int, basis_nl: str) -> Contribution:
        """Answer the contribution of a stated wage, worked out once."""
        if (least_cents, basis_nl) not in self._wages:
            found = wage_contribution(self.seeker, self.doors.wages, least_cents, basis_nl)
            self._wages[least_cents, basis_nl] = found
        return self._wages[least_cents, basis_nl]

    def _hours_part(self, *, stated: bool, fits: bool) -> Contribution:
        key = stated, fits
        if key not in self._hours:
            self._hours[key] = self._contribution_of_hours(*key)
        return self._hours[key]

    def _contribution_of_hours(self, stated: bool, fits: bool) -> Contribution:  # noqa: FBT001 the key of a table
        points = weights_on(self.seeker.on)["hours"]["points"]
        top = int(points["fits"])
        if not stated:
            why = "De vacature noemt geen uren. Vraag dit aan de werkgever."
        elif fits:
            return Contribution("hours", "uren", "fits", "past", top, top, "De uren in de vacature zijn mogelijk.")
        else:
            why = "Of de uren in de vacature kunnen, staat niet vast."
        return Contribution("hours", "uren", "unknown", "niet bekend", int(points["unknown"]), top, why)


@dataclass(frozen=True, slots=True)
class _Compared:
    """One vacancy of which everything is compared already; only its notes and questions are worded when asked for."""

    judge: Judge
    of: Vacancy
    row: int | None
    stated: Mapping[str, StatedDemand]
    found: tuple[Finding, ...]
    parts: tuple[Contribution, ...]
    trip: Journey | None

    def vacancy(self, _: int) -> Vacancy:
        return self.of

    def findings(self, _: int) -> tuple[Finding, ...]:
        return self.found

    def contributions(self, _: int) -> tuple[Contribution, ...]:
        return self.parts

    def notes(self, _: int) -> tuple[str, ...]:
        return self.judge.notes(self.of, self.row, self.trip)

    def questions(self, _: int) -> tuple[str, ...]:
        return self.judge.questions(self.of, self.stated)


def _unknown(part: Contribution) -> Contribution:
    why = "Het beroep van deze vacature is niet bekend."
    return replace(part, level="unknown", level_nl="niet bekend", points=0, why_nl=why)
