"""The log of the second track: what was done, agreed and found. Dates, titles and choices; never a cause or a limit."""

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from matcher.domain.file_values import EurPerHour, Frozen, LongText, ShortText, WeekHours

OccupationCode = ShortText
_MANY = 500


class Partner(StrEnum):
    """With whom there was contact or an agreement."""

    WORKER = "worker"
    CURRENT_EMPLOYER = "current_employer"
    NEW_EMPLOYER = "new_employer"
    COMPANY_DOCTOR = "company_doctor"
    LABOUR_EXPERT = "labour_expert"
    UWV = "uwv"
    OTHER = "other"


class ActivityKind(StrEnum):
    """Kind of activity (OVAL/KoM report 2021: activities that bureaus name)."""

    COACHING = "coaching"
    ORIENTATION = "orientation"
    APPLICATION_SKILLS = "application_skills"
    MARKET_APPROACH = "market_approach"
    TRAINING = "training"
    LANGUAGE = "language"
    VOLUNTEERING = "volunteering"
    OTHER = "other"


class ActivityState(StrEnum):
    """Where an activity stands."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class Answer(StrEnum):
    """What the worker did with a proposed vacancy."""

    OPEN = "open"
    APPLIED = "applied"
    NOT_SUITABLE = "not_suitable"
    NOT_WANTED = "not_wanted"
    CLOSED = "closed"


class Outcome(StrEnum):
    """What came of an application."""

    OPEN = "open"
    NO_ANSWER = "no_answer"
    REJECTED = "rejected"
    INTERVIEW = "interview"
    TRIAL = "trial"
    HIRED = "hired"
    WITHDRAWN = "withdrawn"


class PlacementKind(StrEnum):
    """Work outside the company that is a step towards a job and not yet a result."""

    TRIAL_PLACEMENT = "trial_placement"
    SECONDMENT = "secondment"
    WORK_EXPERIENCE = "work_experience"
    VOLUNTEERING = "volunteering"


class ResultKind(StrEnum):
    """How a track ended."""

    OWN_WORK = "own_work"
    OTHER_WORK_SAME_EMPLOYER = "other_work_same_employer"
    NEW_EMPLOYER = "new_employer"
    SELF_EMPLOYED = "self_employed"
    NONE = "none"


class Contact(Frozen):
    """One talk or message: its goal, with whom, what was agreed, and the next date."""

    date: dt.date
    partner: Partner = Field(description="Met wie.")
    goal: ShortText = Field(description="Doel van het contact.")
    agreement: LongText | None = Field(default=None, description="Wat is afgesproken. Alleen voor de coach.")
    next_date: dt.date | None = Field(default=None, description="Datum van het volgende contact.")
    reached: bool = Field(default=True, description="Of de ander is bereikt.")


class Activity(Frozen):
    """One activity of the plan."""

    kind: ActivityKind
    from_date: dt.date
    to_date: dt.date | None = None
    state: ActivityState = ActivityState.RUNNING
    goal: ShortText | None = Field(default=None, description="Doel van de activiteit. Alleen voor de coach.")


class Vacancy(Frozen):
    """A vacancy that was proposed to the worker."""

    date: dt.date
    title: ShortText = Field(description="Functie in de vacature.")
    occupation: OccupationCode | None = Field(default=None, description="Code, bijvoorbeeld isco:4226.")
    vacancy_id: ShortText | None = Field(default=None, description="Kenmerk van de vacature in de index.")
    answer: Answer = Answer.OPEN
    reason: LongText | None = Field(default=None, description="Waarom wel of niet. Alleen voor de coach.")


class Application(Frozen):
    """One application and what came of it."""

    date: dt.date
    title: ShortText = Field(description="Functie waarop is gesolliciteerd.")
    occupation: OccupationCode | None = Field(default=None, description="Code, bijvoorbeeld isco:4226.")
    vacancy_id: ShortText | None = Field(default=None, description="Kenmerk van de vacature in de index.")
    outcome: Outcome = Outcome.OPEN
    outcome_date: dt.date | None = None


class Placement(Frozen):
    """A trial placement, secondment, work-experience place or volunteering."""

    kind: PlacementKind
    title: ShortText
    occupation: OccupationCode | None = None
    vacancy_id: ShortText | None = Field(default=None, description="Kenmerk van de vacature in de index.")
    from_date: dt.date
    to_date: dt.date | None = None
    hours_per_week: WeekHours | None = None
    led_to_job: bool | None = None


class Agreement(Frozen):
    """Something that was agreed, with a date on which it must be done."""

    date: dt.date
    partner: Partner
    text: LongText = Field(description="De afspraak. Alleen voor de coach.")
    due: dt.date | None = None
    done_on: dt.date | None = None


class Consent(Frozen):
    """The worker's consent to share work conditions with one new employer, for one vacancy. Never a general one."""

    date: dt.date = Field(description="Dag waarop de werknemer toestemming gaf.")
    vacancy_id: ShortText = Field(description="Kenmerk van de vacature waarvoor de toestemming geldt.")
    employer: ShortText | None = Field(
        default=None, description="Naam van de werkgever, voor het eigen dossier. Staat nooit in een stuk."
    )
    items: Annotated[
        tuple[Annotated[str, StringConstraints(pattern=r"^(?:I|II|III|IV|V|VI)\.\d{1,2}(?:\.\d{1,2})?$")], ...],
        Field(min_length=1, max_length=30),
    ] = Field(description="Onderdelen waarvan de voorwaarde gedeeld mag worden, bijvoorbeeld IV.13. Nooit het niveau.")
    withdrawn_on: dt.date | None = Field(default=None, description="Dag waarop de werknemer de toestemming introk.")


class TrackResult(Frozen):
    """How the track ended."""

    kind: ResultKind
    date: dt.date
    title: ShortText | None = None
    occupation: OccupationCode | None = None
    structural: bool | None = Field(default=None, description="Of het werk structureel is.")
    hours_per_week: WeekHours | None = None
    wage_eur_per_hour: EurPerHour | None = None


class Track(Frozen):
    """The log of the second track."""

    plan_signed: dt.date | None = Field(default=None, description="Dag waarop de werknemer het plan goedkeurde.")
    planned_end: dt.date | None = None
    contacts: Annotated[tuple[Contact, ...], Field(max_length=_MANY)] = ()
    activities: Annotated[tuple[Activity, ...], Field(max_length=_MANY)] = ()
    vacancies: Annotated[tuple[Vacancy, ...], Field(max_length=_MANY)] = ()
    applications: Annotated[tuple[Application, ...], Field(max_length=_MANY)] = ()
    placements: Annotated[tuple[Placement, ...], Field(max_length=_MANY)] = ()
    agreements: Annotated[tuple[Agreement, ...], Field(max_length=_MANY)] = ()
    consents: Annotated[tuple[Consent, ...], Field(max_length=_MANY)] = ()
    result: TrackResult | None = None
