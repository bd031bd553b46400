"""What a case file says: capacity forms, person, policy choices and the coach's confirmations.

The models are the published schema `matcher/case/1` (decision 14). There is no field for a diagnosis, a cause, a
treatment, a name, an address or a birth date (decisions 8 and 9), and unknown fields are refused.
"""

import datetime as dt
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from matcher.domain.coach import Coach
from matcher.domain.track import Track

SCHEMA_ID = "matcher/case/1"

ShortText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
LongText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Hours = Annotated[Decimal, Field(ge=0, le=24, decimal_places=2)]
WeekHours = Annotated[Decimal, Field(ge=0, le=80, decimal_places=2)]
EurPerHour = Annotated[Decimal, Field(gt=0, le=500, decimal_places=2)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class FormKind(StrEnum):
    """Which document it is (fml_practice.md section 1)."""

    FML = "FML"
    IZP = "IZP"
    LAB = "LAB"
    BAR = "BAR"


class Completeness(StrEnum):
    """Whether the form lists every item or only the deviating ones (decision 2)."""

    FULL = "full"
    DEVIATIONS_ONLY = "deviations_only"


class Numbering(StrEnum):
    """Which list the item numbers belong to: the current list (I-VI) or the one of 2002-2013 (1.9.7, 4.14)."""

    CURRENT = "current"
    LEGACY = "legacy"


class AuthorRole(StrEnum):
    """Who drew up the form."""

    BEDRIJFSARTS = "bedrijfsarts"
    VERZEKERINGSARTS = "verzekeringsarts"
    ARTS_IN_OPLEIDING = "arts in opleiding"
    OTHER = "anders"


class Side(StrEnum):
    """The side of the body that a limit is about."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class NoPossibilitiesGround(StrEnum):
    """Why there are no usable possibilities (front page of the FML)."""

    SEVERE_DYSFUNCTION = "severe_dysfunction"
    ADMISSION = "admission"
    BEDRIDDEN = "bedridden"
    ADL_DEPENDENT = "adl_dependent"
    VARYING_OR_SOON_LOST = "varying_or_soon_lost"


class Outlook(StrEnum):
    """The doctor's prognosis, without its cause."""

    IMPROVING = "improving"
    STABLE = "stable"
    WORSENING = "worsening"
    UNKNOWN = "unknown"


class WithheldText(_Frozen):
    """What is left of a text that named a diagnosis, cause, medicine or treatment: only what it was about.

    The reader fills this in, so that a limit in such a text is not lost with its words (decision 8).
    """

    channels: Annotated[tuple[ShortText, ...], Field(max_length=80)] = Field(
        default=(), description="Punten waarover de tekst een grens leek te noemen."
    )
    limits: bool = Field(default=False, description="De tekst leek een grens te noemen.")
    marginal: bool = Field(default=False, description="De tekst leek marginale mogelijkheden te noemen.")


class Entry(_Frozen):
    """One line of a form: an item, its level or levels, and what was written beside it."""

    item: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)] = Field(
        description="Nummer van het onderdeel, bijvoorbeeld IV.13; bij de oude lijst bijvoorbeeld 4.14."
    )
    name: ShortText | None = Field(default=None, description="Naam van het onderdeel zoals het formulier die noemt.")
    levels: tuple[Annotated[int, Field(ge=0, le=9)], ...] = Field(
        default=(),
        max_length=9,
        description="Aangekruiste niveaus. 0 is norm. Leeg: geen score op het formulier.",
    )
    side: Side | None = Field(default=None, description="Kant van het lichaam.")
    value: Annotated[Decimal, Field(ge=0, le=100000)] | None = Field(
        default=None, description="Getal dat de arts noemt, bijvoorbeeld 5 (kilo)."
    )
    unit: ShortText | None = Field(default=None, description="Eenheid van het getal, bijvoorbeeld kg, h, min.")
    text: LongText | None = Field(default=None, description="Toelichting (namelijk ...). Nooit een diagnose.")
    withheld: WithheldText | None = Field(
        default=None, description="Vult het programma in als een toelichting niet is bewaard. Laat dit leeg."
    )


class BuildUpStep(_Frozen):
    """One step of the doctor's dated build-up schedule. Not an FML limit by itself."""

    from_date: date
    hours_per_day: Hours | None = None
    hours_per_week: WeekHours | None = None


class Prognosis(_Frozen):
    """What the doctor expects, in words about function only."""

    outlook: Outlook = Outlook.UNKNOWN
    review_date: date | None = None
    text: LongText | None = None
    withheld: WithheldText | None = Field(
        default=None, description="Vult het programma in als de tekst niet is bewaard. Laat dit leeg."
    )


class CapacityForm(_Frozen):
    """One capacity document: FML, IZP, LAB or BAR."""

    kind: FormKind
    date: dt.date
    valid_from: dt.date | None = None
    valid_until: dt.date | None = Field(
        default=None, description="Laatste dag waarop het formulier geldt, als het formulier die noemt."
    )
    author_role: AuthorRole
    numbering: Numbering | None = Field(
        default=None, description="Leeg: wordt herkend. Bij twijfel vraagt het programma erom."
    )
    completeness: Completeness
    completeness_confirmed: bool = Field(
        default=False, description="De coach bevestigt dat niet genoemde onderdelen norm zijn."
    )
    levels_confirmed: bool = Field(
        default=False,
        description="De coach bevestigt dat de niveaus van een IZP, LAB of BAR als FML-niveau gelden.",
    )
    usable_possibilities: bool | None = None
    no_possibilities_ground: NoPossibilitiesGround | None = None
    incidental_peaks_allowed: bool = Field(
        default=True,
        description="Voorblad van de FML: een incidentele piek mag, tenzij het formulier anders zegt.",
    )
    entries: Annotated[tuple[Entry, ...], Field(max_length=300)] = ()
    prognosis: Prognosis | None = None
    build_up: Annotated[tuple[BuildUpStep, ...], Field(max_length=60)] = ()


class Experience(_Frozen):
    """One job or other work that the person has done."""

    title: ShortText
    occupation: ShortText | None = Field(default=None, description="Code, bijvoorbeeld isco:5322. Mag leeg blijven.")
    from_year: Annotated[int, Field(ge=1950, le=2100)] | None = None
    to_year: Annotated[int, Field(ge=1950, le=2100)] | None = Field(default=None, description="Leeg: tot nu.")
    sector: ShortText | None = None
    tasks: Annotated[tuple[ShortText, ...], Field(max_length=30)] = ()
    hours_per_week: WeekHours | None = None


class EducationLevel(StrEnum):
    """Completed level, in the order of the Dutch system."""

    NONE = "geen"
    BASIS = "basisonderwijs"
    PRAKTIJK = "praktijkonderwijs"
    VMBO = "vmbo"
    MBO1 = "mbo-1"
    MBO2 = "mbo-2"
    MBO3 = "mbo-3"
    MBO4 = "mbo-4"
    HAVO = "havo"
    VWO = "vwo"
    AD = "associate degree"
    HBO = "hbo"
    WO = "wo"


class Education(_Frozen):
    """One education, with its direction and whether it was finished."""

    level: EducationLevel
    direction: ShortText | None = None
    finished: bool | None = None
    year: Annotated[int, Field(ge=1940, le=2100)] | None = None


class LanguageSkill(_Frozen):
    """A language and how well it is spoken and written."""

    language: ShortText
    spoken: Literal["none", "basic", "good", "native"] | None = None
    written: Literal["none", "basic", "good", "native"] | None = None


class OldJob(_Frozen):
    """The work that the person can no longer do: the measure for level, wage and hours."""

    title: ShortText
    occupation: ShortText | None = None
    wage_eur_per_hour: EurPerHour | None = None
    hours_per_week: WeekHours | None = None
    tasks: Annotated[tuple[ShortText, ...], Field(max_length=30)] = ()


class Wishes(_Frozen):
    """What the person would like. Wishes order the list; they never decide."""

    occupations: Annotated[tuple[ShortText, ...], Field(max_length=20)] = ()
    sectors: Annotated[tuple[ShortText, ...], Field(max_length=20)] = ()
    interests: Annotated[
        tuple[Literal["realistic", "investigative", "artistic", "social", "enterprising", "conventional"], ...],
        Field(max_length=6),
    ] = ()


class Availability(_Frozen):
    """When the person wants to work, in the person's own words to a new employer. Never more than capacity allows."""

    hours_per_week: WeekHours | None = Field(default=None, description="Uren per week die de werknemer zelf noemt.")
    times: Annotated[tuple[Literal["day", "evening", "night", "weekend"], ...], Field(max_length=4)] = Field(
        default=(), description="Tijden die de werknemer zelf noemt. Leeg: er staat niets over tijden in het profiel."
    )
    from_date: date | None = Field(default=None, description="Dag vanaf wanneer de werknemer kan beginnen.")


class Exclusion(_Frozen):
    """Work that the person has a serious objection to, with the reason."""

    what: ShortText
    reason: LongText


class Transport(StrEnum):
    """How the person can travel to work."""

    CAR = "car"
    BICYCLE = "bicycle"
    E_BIKE = "e-bike"
    PUBLIC = "public_transport"
    WALKING = "walking"
    TAXI = "taxi"


class Region(_Frozen):
    """Where the person can work."""

    place: ShortText | None = None
    postcode4: Annotated[str, StringConstraints(pattern=r"^[1-9]\d{3}$")] | None = None
    travel_minutes_per_day: Annotated[int, Field(ge=0, le=600)] | None = None
    old_commute_minutes_per_day: Annotated[int, Field(ge=0, le=600)] | None = None
    transport: Annotated[tuple[Transport, ...], Field(max_length=6)] = ()


class LabourExpert(_Frozen):
    """What the labour expert (arbeidsdeskundige) advised."""

    report_date: date | None = None
    advised: Annotated[tuple[ShortText, ...], Field(max_length=30)] = ()
    rejected: Annotated[tuple[ShortText, ...], Field(max_length=30)] = ()


class Dates(_Frozen):
    """The dates that drive the stages and the calendar."""

    first_sick_day: date | None = None
    track_start: date | None = Field(default=None, description="Start van het tweede spoor.")
    first_year_evaluation: date | None = None
    ww_start: date | None = None
    aow_date: date | None = Field(default=None, description="AOW-datum; nooit de geboortedatum.")


class Person(_Frozen):
    """Experience, education, wage, wishes and practical limits. No identity."""

    experience: Annotated[tuple[Experience, ...], Field(max_length=60)] = ()
    education: Annotated[tuple[Education, ...], Field(max_length=30)] = ()
    certificates: Annotated[tuple[ShortText, ...], Field(max_length=60)] = ()
    licences: Annotated[tuple[ShortText, ...], Field(max_length=30)] = Field(
        default=(), description="Rijbewijzen en vergunningen, bijvoorbeeld B, C, heftruck."
    )
    languages: Annotated[tuple[LanguageSkill, ...], Field(max_length=30)] = ()
    digital_skills: Literal["none", "basic", "good", "advanced"] | None = None
    old_job: OldJob | None = None
    wishes: Wishes = Wishes()
    availability: Availability = Availability()
    exclusions: Annotated[tuple[Exclusion, ...], Field(max_length=30)] = ()
    region: Region = Region()
    dates: Dates = Dates()
    labour_expert: LabourExpert = LabourExpert()


class CellOverride(_Frozen):
    """One cell of the policy changed for this case, with the coach's reason."""

    cell: Annotated[str, StringConstraints(pattern=r"^S[0-5]\.[a-z_]+$")]
    value: ShortText
    reason: LongText


class PolicyChoice(_Frozen):
    """Which preset and clock are used, and what the coach changed."""

    preset: Literal["practice_track", "zw_sickness", "strict_2015"] = "practice_track"
    clock: Literal["track", "sickness", "ww"] | None = None
    clock_reason: LongText | None = None
    overrides: Annotated[tuple[CellOverride, ...], Field(max_length=40)] = ()
    incidental_peaks: bool = Field(default=True, description="Piekregel aan of uit voor deze vergelijking.")


class Confirmation(_Frozen):
    """Something that the coach confirms with a reason, e.g. the use of a form older than 52 weeks."""

    what: Literal["form_age", "no_usable_possibilities", "marginal_capacity"]
    form_date: date | None = Field(
        default=None,
        description="Datum van het formulier. Verplicht bij form_age: de bevestiging geldt alleen daarvoor.",
    )
    reason: LongText


class Milestones(_Frozen):
    """What was done or agreed in the Poortwachter process. Dates only, never a cause."""

    sick_report: date | None = Field(default=None, description="Ziekmelding bij de bedrijfsarts.")
    problem_analysis: date | None = Field(default=None, description="Probleemanalyse van de bedrijfsarts.")
    plan_of_approach: date | None = Field(default=None, description="Plan van aanpak, ondertekend.")
    progress_talks: Annotated[tuple[date, ...], Field(max_length=60)] = Field(
        default=(), description="Voortgangsgesprekken van werkgever en werknemer, met verslag."
    )
    week_42_report: date | None = Field(default=None, description="Melding van week 42 bij UWV.")
    progress_reports: Annotated[tuple[date, ...], Field(max_length=60)] = Field(
        default=(), description="Voortgangsrapportages van het tweede spoor."
    )
    plan_adjusted: Annotated[tuple[date, ...], Field(max_length=60)] = Field(
        default=(), description="Data waarop het plan is aangepast na een nieuw formulier."
    )
    capacity_arose_on: date | None = Field(
        default=None, description="Datum waarop de bedrijfsarts voor het eerst (weer) mogelijkheden zag."
    )
    return_expected_on: date | None = Field(
        default=None,
        description="Concreet afgesproken datum van structurele terugkeer bij de eigen werkgever.",
    )
    returned_on: date | None = Field(default=None, description="Datum van structurele terugkeer.")
    aow_agreement_on: date | None = Field(
        default=None, description="Schriftelijk afgesproken: geen tweede spoor vanwege AOW."
    )
    contract_end: date | None = Field(default=None, description="Laatste dag van het contract.")
    contract_end_reported: date | None = Field(
        default=None, description="Melding of verslag voor UWV bij het einde van het contract."
    )
    second_track_closed: date | None = Field(default=None, description="Eindrapportage van het tweede spoor.")
    final_evaluation: date | None = Field(default=None, description="Eindevaluatie met de werknemer.")
    current_opinion: date | None = Field(default=None, description="Actueel oordeel van de bedrijfsarts.")
    wia_application: date | None = Field(default=None, description="WIA-aanvraag met het verslag.")


class Case(_Frozen):
    """One person's case as matcher reads it."""

    schema_id: Literal["matcher/case/1"] = Field(alias="schema")
    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,60}$")] = Field(
        description="Zelfgekozen kenmerk, geen naam en geen BSN."
    )
    forms: Annotated[tuple[CapacityForm, ...], Field(max_length=20)] = ()
    person: Person = Person()
    policy: PolicyChoice = PolicyChoice()
    milestones: Milestones = Milestones()
    confirmations: Annotated[tuple[Confirmation, ...], Field(max_length=20)] = ()
    coach: Coach = Coach()
    track: Track = Track()
