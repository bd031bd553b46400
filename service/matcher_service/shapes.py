"""The shapes of the answers, for the published description. The library makes answers; tests hold them to this."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Percent = Annotated[int, Field(ge=0, le=100)]
Texts = list[str]


class Shape(BaseModel):
    """A shape without other fields than those named."""

    model_config = ConfigDict(extra="forbid")


class Fault(Shape):
    """One fault with its place."""

    field: str
    line: int | None
    problem_nl: str


class Problem(Shape):
    """A refusal (RFC 9457). It never repeats a value that was sent."""

    type: str
    title: str
    status: int
    detail: str
    request_id: str
    errors: list[Fault]


class Receipt(Shape):
    """What a result was made with. Holds no personal data."""

    version: str
    code_hash: str
    data_hash: str
    policy_valid_from: date
    weights_valid_from: date
    on: date
    preset: str
    incidental_peaks: bool
    case_hash: str | None


class StageCell(Shape):
    """One value of a stage, with its authority."""

    value: str
    standing: Literal["law", "analogy", "practice", "our_choice"]
    source: str
    override_reason: str | None


class Stage(Shape):
    """The stage of suitability that holds."""

    code: str
    label_nl: str
    why_nl: str
    law_nl: str
    preset: str
    clock: str
    clock_start: date | None
    week: int | None
    sickness_week: int | None
    search_stage: str
    next_stage: str | None
    next_from: date | None
    cells: dict[str, StageCell]


class Capacity(Shape):
    """What the person can do on one channel."""

    status: Literal["norm", "norm_by_form", "limited", "unknown"]
    level: int | None
    value: float | None
    unit: str | None
    degree_known: bool
    text_nl: str
    form: str | None
    form_date: date | None


class Demand(Shape):
    """What the jobs of an occupation ask on one channel, as shares of jobs."""

    within_pct: list[int | None]
    within_peak_pct: list[int | None]
    error_pct: list[int]
    typical: float | None
    unit: str | None
    mark: str
    source: str
    source_title: str


class Finding(Shape):
    """One channel: what was compared, with which source, how sure, and what came out."""

    channel: str
    item: str
    label_nl: str
    outcome: Literal["fits", "signal", "possible", "question", "capacity_unknown", "exceeds", "not_compared"]
    capacity: Capacity
    demand: Demand | None
    share_pct: Percent | None
    share_low_pct: Percent | None
    share_high_pct: Percent | None
    peak_used: bool
    rule: str
    rule_source: str
    sentence_nl: str


class Contribution(Shape):
    """One part of a score."""

    part: str
    label_nl: str
    level: str
    level_nl: str
    points: int
    max_points: int
    why_nl: str


class Remark(Shape):
    """A text of the form that a person must judge."""

    kind: str
    item: str
    channels: Texts
    question_nl: str


class Coverage(Shape):
    """How many channels were compared."""

    compared: int
    not_compared: int
    open: int
    total: int


Verdict = Literal["within_capacity", "possible", "exceeds"]


class ShortOccupation(Shape):
    """One ranked occupation without its findings."""

    id: str
    title_nl: str
    rank: int
    score: int
    verdict: Verdict
    verdict_nl: str
    points: int
    exceeding: Texts
    open_channels: Texts
    remarks: list[Remark]
    opens_at: str | None
    acceptance: Literal["yes", "not_yet", "no"]
    advised: bool
    rejected: bool
    own_work: bool
    waited: bool
    alike_own: bool
    legal_requirement_nl: str
    barred_nl: Texts
    wage_share_pct: int | None
    month_share_pct: int | None
    below_result_line: bool | None
    coverage: Coverage


class FullOccupation(ShortOccupation):
    """One ranked occupation with every finding and every part of the score."""

    contributions: list[Contribution]
    findings: list[Finding]


class JobsOccupation(Shape):
    """One occupation as a jobhunter sees it: the verdict and nothing under it."""

    id: str
    title_nl: str
    rank: int
    verdict: Verdict
    verdict_nl: str
    points: int
    opens_at: str | None
    legal_requirement_nl: str


class Page(Shape):
    """Where a part stands in a list."""

    offset: int
    limit: int
    total: int
    next_offset: int | None


class Anchor(Shape):
    """What a kind of work rests on: a fact of the case, or openly a new direction."""

    kind: str
    code: str
    field: str


class Condition(Shape):
    """One condition in positive words, with the channels that it comes from."""

    text_nl: str
    channels: Texts


class EntryNeed(Shape):
    """Something that work asks before entry and that the case does not show."""

    code: str
    nl: str
    by_law: bool


class AdviceSign(Shape):
    """What the occupation tables say of a kind of work about the labour expert's advice; it orders nothing."""

    field: str
    topic_nl: str
    text_nl: str
    share_pct: int | None
    source: str


class ExpertWords(Shape):
    """Advice or a rejection of the labour expert, word for word, and what was done with it."""

    field: str
    label_nl: str
    words: str
    done_nl: str


class Kind(Shape):
    """One kind of work."""

    kind_nl: str
    why_nl: str
    anchor: Anchor
    tasks_nl: Texts
    employer_questions_nl: Texts
    later_because: Texts
    needs: list[EntryNeed]
    advice: list[AdviceSign]
    occupation: FullOccupation


class Hours(Shape):
    """How many hours are possible."""

    per_day: float | None
    per_week: float | None
    least_per_week: float | None
    text_nl: str
    no_evenings: bool | None
    no_nights: bool | None
    conditions_nl: Texts


class Question(Shape):
    """One open question."""

    to: str
    about: str
    text_nl: str


class NextStage(Shape):
    """What opens at the next stage."""

    code: str
    label_nl: str
    from_date: date | None
    opens: Texts


class Counts(Shape):
    """How many occupations are in each group."""

    shown: int
    exceeding: int
    later: int
    barred: int
    own_work: int
    all: int


class _Headed(Shape):
    schema_id: Literal["matcher/result/1"] = Field(alias="schema")
    audience: Literal["coach"]
    case_id: str
    on: date
    stage: Stage
    counts: Counts
    notices_nl: Texts
    reading_nl: Texts
    statement_nl: str
    receipt: Receipt


class Zoekprofiel(_Headed):
    """The zoekprofiel, for the coach."""

    sufficient: bool
    narrow: bool
    narrow_why: Texts
    marginal: bool
    marginal_signs: Texts
    level_nl: str
    none_now: bool
    first_counts_from: date | None
    kinds: list[Kind]
    branches_nl: Texts
    main_branches_nl: Texts
    conditions_nl: Texts
    conditions: list[Condition]
    hours: Hours
    region_nl: str
    employer_questions_nl: Texts
    questions: list[Question]
    next_stage: NextStage | None
    expert_said: list[ExpertWords]
    own_work: list[FullOccupation]
    caveats_nl: Texts


class Ranking(_Headed):
    """One page of one group of the ranked occupations, for the coach."""

    group: Literal["shown", "own_work", "later", "exceeding"]
    occupations: list[FullOccupation | ShortOccupation]
    page: Page


class Check(Shape):
    """One named occupation, for the coach."""

    schema_id: Literal["matcher/check/1"] = Field(alias="schema")
    audience: Literal["coach"]
    notices_nl: Texts
    occupation: FullOccupation


class JobsStage(Shape):
    """The stage, as a jobhunter sees it."""

    code: str
    label_nl: str


class JobsHours(Shape):
    """Hours and times, without a reason."""

    text_nl: str
    no_evenings: bool | None
    no_nights: bool | None


class JobsKind(Shape):
    """One kind of work, as a jobhunter sees it."""

    kind_nl: str
    tasks_nl: Texts
    employer_questions_nl: Texts
    occupation: JobsOccupation


class _JobsHeaded(Shape):
    audience: Literal["jobhunter"]
    case_id: str
    on: date
    stage: JobsStage


class JobsZoekprofiel(_JobsHeaded):
    """The zoekprofiel for a jobhunter: conditions and verdicts, no items or levels."""

    schema_id: Literal["matcher/jobs-zoekprofiel/1"] = Field(alias="schema")
    sufficient: bool
    kinds: list[JobsKind]
    branches_nl: Texts
    conditions_nl: Texts
    hours: JobsHours
    region_nl: str


class JobsRanking(_JobsHeaded):
    """One page of one group of the ranked occupations, for a jobhunter."""

    schema_id: Literal["matcher/jobs-ranking/1"] = Field(alias="schema")
    group: Literal["shown", "own_work", "later", "exceeding"]
    occupations: list[JobsOccupation]
    page: Page


class JobsCheck(Shape):
    """One named occupation, for a jobhunter."""

    schema_id: Literal["matcher/jobs-check/1"] = Field(alias="schema")
    audience: Literal["jobhunter"]
    occupation: JobsOccupation


class FormAnswer(Shape):
    """What was read on a form, for the coach."""

    format: Literal["matcher/form/1"]
    audience: Literal["coach"]
    form: dict[str, Any]
    marginal: Texts
    rubrieken: list[dict[str, Any]]
    remarks: list[dict[str, Any]]
    notices: list[dict[str, Any]]
    reading: dict[str, Any]


class PaperQuestion(Shape):
    """Something that a person must answer before it may be used."""

    key: str
    text_nl: str
    page: int | None


class PaperAnswer(Shape):
    """What was read in a document, for the coach; never who it is about."""

    schema_id: Literal["matcher/paper/1"] = Field(alias="schema")
    audience: Literal["coach"]
    kind: Literal["capacity_form", "labour_expert_report", "cv", "unknown"]
    pages: int
    notes: Texts
    questions: list[PaperQuestion]
    form: dict[str, Any] = Field(default={}, description="The newest form; absent when there is none.")
    corrections: list[dict[str, Any]] = []
    older_forms: list[dict[str, Any]] = []
    labour_expert: dict[str, Any] = {}
    person: dict[str, Any] = {}
    case: dict[str, Any] = Field(description="A case with what is sure; what is doubtful is unknown in it.")
    forms_left_out: int


class VacancyCounts(Shape):
    """How many vacancies are open for the person, and on that day at all."""

    open: int
    listed: int


class Vacancies(Shape):
    """Vacancies in order for one person, for the coach."""

    schema_id: Literal["matcher/vacancies/1"] = Field(alias="schema")
    audience: Literal["coach"]
    case: str
    on: date
    source: str
    counts: VacancyCounts
    only_by: dict[str, int]
    open: list[dict[str, Any]]
    closed: list[dict[str, Any]]
    notices_nl: Texts
    feed_nl: Texts


class JobsVacancy(Shape):
    """One vacancy, as a jobhunter sees it."""

    id: str
    rank: int
    title: str
    employer: str
    place: str
    url: str
    verdict: Verdict
    verdict_nl: str
    points: int
    opens_at: str | None
    closed_nl: Texts
    questions_nl: Texts


class JobsVacancies(Shape):
    """Vacancies in order for one person, for a jobhunter: no items, levels, findings or wage."""

    schema_id: Literal["matcher/jobs-vacancies/1"] = Field(alias="schema")
    audience: Literal["jobhunter"]
    case: str
    on: date
    counts: VacancyCounts
    open: list[JobsVacancy]
    closed: list[JobsVacancy]
    feed_nl: Texts


class TextFinding(Shape):
    """What the linter found in a text."""

    code: str
    where: str
    problem_nl: str


class TextAnswer(Shape):
    """The profile text for one reader."""

    schema_id: Literal["matcher/text/1"] = Field(alias="schema")
    audience: Literal["worker", "coach", "labour-expert", "current-employer", "new-employer"]
    on: date
    words: int
    paragraphs_nl: Texts
    findings: list[TextFinding]


class ExplanationAnswer(Shape):
    """An explanation for one reader: titles, texts, points and tables in reading order."""

    schema_id: Literal["matcher/explanation/1"] = Field(alias="schema")
    audience: Literal["worker", "coach", "labour-expert", "doctor"]
    language: Literal["nl", "en"]
    on: date
    blocks: list[dict[str, Any]]


class StageAnswer(Shape):
    """The stage of a case."""

    schema_id: Literal["matcher/stage/1"] = Field(alias="schema")
    stage: Stage
    notices_nl: Texts


class CalendarAnswer(Shape):
    """The Poortwachter calendar."""

    schema_id: Literal["matcher/calendar/1"] = Field(alias="schema")
    case_id: str
    on: date
    first_sick_day: date | None
    end_of_waiting: date | None
    moments: list[dict[str, Any]]
    notices: list[dict[str, Any]]
    conflicts: list[dict[str, Any]]


class ListedOccupation(Shape):
    """One occupation in a list."""

    id: str
    title_nl: str
    kind_nl: str
    kind: Literal["unit_group", "esco", "nl"]
    parent: str | None


class OccupationsAnswer(Shape):
    """A part of the catalogue."""

    schema_id: Literal["matcher/occupations/1"] = Field(alias="schema")
    occupations: list[ListedOccupation]
    page: Page


class OccupationAnswer(Shape):
    """One occupation and what its jobs ask."""

    schema_id: Literal["matcher/occupation/1"] = Field(alias="schema")
    occupation: dict[str, Any]
    demands: list[dict[str, Any]]
    not_known: Texts


class TitleMatch(Shape):
    """One occupation that a title may stand for."""

    occupation_id: str
    isco08: str
    title: str
    matched_label: str
    probability: Annotated[float, Field(ge=0, le=1)]
    why: str


class TitleLink(Shape):
    """What a title was read as."""

    query: str
    normalised: str
    matches: list[TitleMatch]
    sure: bool
    why_not: str | None


class TitlesAnswer(Shape):
    """Titles with the occupations they may stand for."""

    schema_id: Literal["matcher/titles/1"] = Field(alias="schema")
    links: list[TitleLink]


class StoredAnswer(Shape):
    """A version that was stored."""

    schema_id: Literal["matcher/stored/1"] = Field(alias="schema")
    dossier: str
    number: int
    at: str
    key_id: str
    reading_nl: Texts


class DossierLine(Shape):
    """One dossier in a list."""

    dossier: str
    versions: int
    created: str
    changed: str
    keep_until: date


class DossiersAnswer(Shape):
    """A part of the dossiers of a bureau."""

    schema_id: Literal["matcher/dossiers/1"] = Field(alias="schema")
    dossiers: list[DossierLine]
    page: Page


class DossierAnswer(Shape):
    """One version of a dossier."""

    schema_id: Literal["matcher/dossier/1"] = Field(alias="schema")
    dossier: str
    number: int
    at: str
    key_id: str
    keep_until: date
    case: dict[str, Any]


class RetentionAnswer(Shape):
    """How long a dossier is kept."""

    schema_id: Literal["matcher/retention/1"] = Field(alias="schema")
    dossier: DossierLine


class AccessLine(Shape):
    """One look at a dossier."""

    at: str
    key_id: str
    action: str


class AccessesAnswer(Shape):
    """Who did what with a dossier."""

    schema_id: Literal["matcher/accesses/1"] = Field(alias="schema")
    accesses: list[AccessLine]


SHAPES: tuple[type[BaseModel], ...] = (
    Problem,
    Zoekprofiel,
    JobsZoekprofiel,
    Ranking,
    JobsRanking,
    Check,
    JobsCheck,
    FormAnswer,
    PaperAnswer,
    Vacancies,
    JobsVacancies,
    TextAnswer,
    ExplanationAnswer,
    StageAnswer,
    CalendarAnswer,
    OccupationsAnswer,
    OccupationAnswer,
    TitlesAnswer,
    StoredAnswer,
    DossiersAnswer,
    DossierAnswer,
    RetentionAnswer,
    AccessesAnswer,
)
EITHER = {
    "ZoekprofielAnswer": ("Zoekprofiel", "JobsZoekprofiel"),
    "RankingAnswer": ("Ranking", "JobsRanking"),
    "VacanciesAnswer": ("Vacancies", "JobsVacancies"),
    "CheckAnswer": ("Check", "JobsCheck"),
}
"""Answers with a shape per view."""
