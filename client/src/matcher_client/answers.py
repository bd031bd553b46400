"""What the service answers, as types. Generated from service/openapi.json; a test keeps them the same.

Write them again with `python -m tests.client.rebuild_answers`.
"""

from typing import Any, Literal, NotRequired, TypedDict


class AccessLine(TypedDict):
    """One look at a dossier."""

    action: str
    at: str
    key_id: str


class AdviceSign(TypedDict):
    """What the occupation tables say of a kind of work about the labour expert's advice; it orders nothing."""

    field: str
    share_pct: int | None
    source: str
    text_nl: str
    topic_nl: str


class Anchor(TypedDict):
    """What a kind of work rests on: a fact of the case, or openly a new direction."""

    code: str
    field: str
    kind: str


AnyObject = dict[str, Any]


class CalendarAnswer(TypedDict):
    """The Poortwachter calendar."""

    case_id: str
    conflicts: list[dict[str, Any]]
    end_of_waiting: str | None
    first_sick_day: str | None
    moments: list[dict[str, Any]]
    notices: list[dict[str, Any]]
    on: str
    schema: Literal["matcher/calendar/1"]


class Capacity(TypedDict):
    """What the person can do on one channel."""

    degree_known: bool
    form: str | None
    form_date: str | None
    level: int | None
    status: Literal["norm", "norm_by_form", "limited", "unknown"]
    text_nl: str
    unit: str | None
    value: float | None


class CarriedReading(TypedDict):
    """What was read, to send back unchanged with answers: the service keeps nothing."""

    content: str
    seal: str


class Condition(TypedDict):
    """One condition in positive words, with the channels that it comes from."""

    channels: list[str]
    text_nl: str


class Contribution(TypedDict):
    """One part of a score."""

    label_nl: str
    level: str
    level_nl: str
    max_points: int
    part: str
    points: int
    why_nl: str


class Counts(TypedDict):
    """How many occupations are in each group."""

    all: int
    barred: int
    exceeding: int
    later: int
    own_work: int
    shown: int


class Coverage(TypedDict):
    """How many channels were compared."""

    compared: int
    not_compared: int
    open: int
    total: int


class Demand(TypedDict):
    """What the jobs of an occupation ask on one channel, as shares of jobs."""

    error_pct: list[int]
    mark: str
    source: str
    source_title: str
    typical: float | None
    unit: str | None
    within_pct: list[int | None]
    within_peak_pct: list[int | None]


class DossierAnswer(TypedDict):
    """One version of a dossier."""

    at: str
    case: dict[str, Any]
    dossier: str
    keep_until: str
    key_id: str
    number: int
    schema: Literal["matcher/dossier/1"]


class DossierLine(TypedDict):
    """One dossier in a list."""

    changed: str
    created: str
    dossier: str
    keep_until: str
    versions: int


class Page(TypedDict):
    """Where a part stands in a list."""

    limit: int
    next_offset: int | None
    offset: int
    total: int


class DriftFeed(TypedDict):
    """What the reader did with one feed on the last day on which it came."""

    merged: int
    on: str | None
    read: int
    refused: dict[str, int]
    refused_pct: float


class DriftSignal(TypedDict):
    """One share that is worth a look."""

    before_pct: float | None
    limit_points: float
    name: str
    now_pct: float
    subject: Literal["unknown", "missing", "title", "verdict", "refused"]


class EntryNeed(TypedDict):
    """Something that work asks before entry and that the case does not show."""

    by_law: bool
    code: str
    nl: str


class ExpertWords(TypedDict):
    """Advice or a rejection of the labour expert, word for word, and what was done with it."""

    done_nl: str
    field: str
    label_nl: str
    words: str


class ExplanationAnswer(TypedDict):
    """An explanation for one reader: titles, texts, points and tables in reading order."""

    audience: Literal["worker", "coach", "labour-expert", "doctor"]
    blocks: list[dict[str, Any]]
    language: Literal["nl", "en"]
    on: str
    schema: Literal["matcher/explanation/1"]


class FormAnswer(TypedDict):
    """What was read on a form, for the coach."""

    audience: Literal["coach"]
    form: dict[str, Any]
    format: Literal["matcher/form/1"]
    marginal: list[str]
    notices: list[dict[str, Any]]
    reading: dict[str, Any]
    remarks: list[dict[str, Any]]
    rubrieken: list[dict[str, Any]]


class Remark(TypedDict):
    """A text of the form that a person must judge."""

    channels: list[str]
    item: str
    kind: str
    question_nl: str


class Hours(TypedDict):
    """How many hours are possible."""

    conditions_nl: list[str]
    least_per_week: float | None
    no_evenings: bool | None
    no_nights: bool | None
    per_day: float | None
    per_week: float | None
    text_nl: str


class IndexAnswer(TypedDict):
    """What the index of the bureau holds."""

    bytes_per_vacancy: int
    changed_on: str | None
    expired: int
    generation: int
    on: str
    open_on: int
    schema: Literal["matcher/index/1"]
    segments: int
    sources: list[str]
    vacancies: int
    without_occupation: int
    without_place: int


class IndexChange(TypedDict):
    """What a change did to the index of the bureau."""

    added: int
    feed_nl: list[str]
    in_all: int
    removed: int
    replaced: int
    schema: Literal["matcher/index-change/1"]


class ShortVacancy(TypedDict):
    """One vacancy of the index without its findings."""

    closed_by: list[dict[str, Any]]
    employer: str
    exceeding: list[str]
    first_seen: str | None
    id: str
    occupation: str | None
    occupation_nl: str
    opens_at: str | None
    place: str
    points: int
    rank: int
    score: int
    status: str | None
    title: str
    travel: dict[str, Any] | None
    url: str
    verdict: Literal["within_capacity", "possible", "exceeds"]


class VacancyCounts(TypedDict):
    """How many vacancies are open for the person, and on that day at all."""

    listed: int
    open: int


class JobsOccupation(TypedDict):
    """One occupation as a jobhunter sees it: the verdict and nothing under it."""

    id: str
    legal_requirement_nl: str
    opens_at: str | None
    points: int
    rank: int
    title_nl: str
    verdict: Literal["within_capacity", "possible", "exceeds"]
    verdict_nl: str


class JobsHours(TypedDict):
    """Hours and times, without a reason."""

    no_evenings: bool | None
    no_nights: bool | None
    text_nl: str


class JobsStage(TypedDict):
    """The stage, as a jobhunter sees it."""

    code: str
    label_nl: str


class JobsVacancy(TypedDict):
    """One vacancy, as a jobhunter sees it."""

    closed_nl: list[str]
    employer: str
    id: str
    opens_at: str | None
    place: str
    points: int
    questions_nl: list[str]
    rank: int
    title: str
    url: str
    verdict: Literal["within_capacity", "possible", "exceeds"]
    verdict_nl: str


class ListedOccupation(TypedDict):
    """One occupation in a list."""

    id: str
    kind: Literal["unit_group", "esco", "nl"]
    kind_nl: str
    parent: str | None
    title_nl: str


class NextStage(TypedDict):
    """What opens at the next stage."""

    code: str
    from_date: str | None
    label_nl: str
    opens: list[str]


class OccupationAnswer(TypedDict):
    """One occupation and what its jobs ask."""

    demands: list[dict[str, Any]]
    not_known: list[str]
    occupation: dict[str, Any]
    schema: Literal["matcher/occupation/1"]


class PaperQuestion(TypedDict):
    """Something that a person must answer before it may be used."""

    key: str
    page: int | None
    text_nl: str


class Question(TypedDict):
    """One open question."""

    about: str
    text_nl: str
    to: str


class Receipt(TypedDict):
    """What a result was made with. Holds no personal data."""

    case_hash: str | None
    code_hash: str
    data_hash: str
    incidental_peaks: bool
    on: str
    policy_valid_from: str
    preset: str
    version: str
    weights_valid_from: str


class StageCell(TypedDict):
    """One value of a stage, with its authority."""

    override_reason: str | None
    source: str
    standing: Literal["law", "analogy", "practice", "our_choice"]
    value: str


class StoredAnswer(TypedDict):
    """A version that was stored."""

    at: str
    dossier: str
    key_id: str
    number: int
    reading_nl: list[str]
    schema: Literal["matcher/stored/1"]


class TextFinding(TypedDict):
    """What the linter found in a text."""

    code: str
    problem_nl: str
    where: str


class TitleMatch(TypedDict):
    """One occupation that a title may stand for."""

    isco08: str
    matched_label: str
    occupation_id: str
    probability: float
    title: str
    why: str


class VumProfileAnswer(TypedDict):
    """A profile that is ready to be shared; what is not in it and why is for the coach."""

    audience: Literal["new-employer"]
    notes_nl: list[str]
    on: str
    profile: dict[str, Any]
    schema: Literal["matcher/vum-profile/1"]


class VumReadingAnswer(TypedDict):
    """The start of a case, as a profile tells it."""

    audience: Literal["coach"]
    case: dict[str, Any]
    left_out_nl: list[str]
    questions_nl: list[str]
    schema: Literal["matcher/vum-reading/1"]


class AccessesAnswer(TypedDict):
    """Who did what with a dossier."""

    accesses: list[AccessLine]
    schema: Literal["matcher/accesses/1"]


class Finding(TypedDict):
    """One channel: what was compared, with which source, how sure, and what came out."""

    capacity: Capacity
    channel: str
    demand: Demand | None
    item: str
    label_nl: str
    outcome: Literal["fits", "signal", "possible", "question", "capacity_unknown", "exceeds", "not_compared"]
    peak_used: bool
    rule: str
    rule_source: str
    sentence_nl: str
    share_high_pct: int | None
    share_low_pct: int | None
    share_pct: int | None


class RetentionAnswer(TypedDict):
    """How long a dossier is kept."""

    dossier: DossierLine
    schema: Literal["matcher/retention/1"]


class DossiersAnswer(TypedDict):
    """A part of the dossiers of a bureau."""

    dossiers: list[DossierLine]
    page: Page
    schema: Literal["matcher/dossiers/1"]


class DriftAnswer(TypedDict):
    """What the index holds, as shares of its open vacancies, to hold against a later look. Nothing of a person."""

    feeds: dict[str, DriftFeed]
    look_at: list[DriftSignal]
    missing_pct: dict[str, float]
    on: str
    sampled: int
    schema: Literal["matcher/drift/1"]
    title_pct: dict[str, float]
    unknown_pct: dict[str, float]
    vacancies: int
    verdict_pct: dict[str, dict[str, float]]


class ShortOccupation(TypedDict):
    """One ranked occupation without its findings."""

    acceptance: Literal["yes", "not_yet", "no"]
    advised: bool
    alike_own: bool
    barred_nl: list[str]
    below_result_line: bool | None
    coverage: Coverage
    exceeding: list[str]
    id: str
    legal_requirement_nl: str
    month_share_pct: int | None
    open_channels: list[str]
    opens_at: str | None
    own_work: bool
    points: int
    rank: int
    rejected: bool
    remarks: list[Remark]
    score: int
    title_nl: str
    verdict: Literal["within_capacity", "possible", "exceeds"]
    verdict_nl: str
    wage_share_pct: int | None
    waited: bool


class IndexRanking(TypedDict):
    """Vacancies of the bureau's index in order for one person, for the coach."""

    audience: Literal["coach"]
    case: str
    closed: list[ShortVacancy | dict[str, Any]]
    counts: VacancyCounts
    feed_nl: list[str]
    notices_nl: list[str]
    on: str
    only_by: dict[str, int]
    open: list[ShortVacancy | dict[str, Any]]
    schema: Literal["matcher/vacancies/1"]
    source: str


class Vacancies(TypedDict):
    """Vacancies in order for one person, for the coach."""

    audience: Literal["coach"]
    case: str
    closed: list[dict[str, Any]]
    counts: VacancyCounts
    feed_nl: list[str]
    notices_nl: list[str]
    on: str
    only_by: dict[str, int]
    open: list[dict[str, Any]]
    schema: Literal["matcher/vacancies/1"]
    source: str


class JobsCheck(TypedDict):
    """One named occupation, for a jobhunter."""

    audience: Literal["jobhunter"]
    occupation: JobsOccupation
    schema: Literal["matcher/jobs-check/1"]


class JobsKind(TypedDict):
    """One kind of work, as a jobhunter sees it."""

    employer_questions_nl: list[str]
    kind_nl: str
    occupation: JobsOccupation
    tasks_nl: list[str]


class JobsRanking(TypedDict):
    """One page of one group of the ranked occupations, for a jobhunter."""

    audience: Literal["jobhunter"]
    case_id: str
    group: Literal["shown", "own_work", "later", "exceeding"]
    occupations: list[JobsOccupation]
    on: str
    page: Page
    schema: Literal["matcher/jobs-ranking/1"]
    stage: JobsStage


class JobsVacancies(TypedDict):
    """Vacancies in order for one person, for a jobhunter: no items, levels, findings or wage."""

    audience: Literal["jobhunter"]
    case: str
    closed: list[JobsVacancy]
    counts: VacancyCounts
    feed_nl: list[str]
    on: str
    open: list[JobsVacancy]
    schema: Literal["matcher/jobs-vacancies/1"]


class OccupationsAnswer(TypedDict):
    """A part of the catalogue."""

    occupations: list[ListedOccupation]
    page: Page
    schema: Literal["matcher/occupations/1"]


class PaperAnswer(TypedDict):
    """What was read in a document, for the coach; never who it is about."""

    audience: Literal["coach"]
    case: dict[str, Any]
    corrections: NotRequired[list[dict[str, Any]]]
    form: NotRequired[dict[str, Any]]
    forms_left_out: int
    kind: Literal["capacity_form", "labour_expert_report", "cv", "unknown"]
    labour_expert: NotRequired[dict[str, Any]]
    notes: list[str]
    older_forms: NotRequired[list[dict[str, Any]]]
    pages: int
    person: NotRequired[dict[str, Any]]
    questions: list[PaperQuestion]
    reading: CarriedReading
    schema: Literal["matcher/paper/1"]


class Stage(TypedDict):
    """The stage of suitability that holds."""

    cells: dict[str, StageCell]
    clock: str
    clock_start: str | None
    code: str
    label_nl: str
    law_nl: str
    next_from: str | None
    next_stage: str | None
    preset: str
    search_stage: str
    sickness_week: int | None
    week: int | None
    why_nl: str


class TextAnswer(TypedDict):
    """The profile text for one reader."""

    audience: Literal["worker", "coach", "labour-expert", "current-employer", "new-employer"]
    findings: list[TextFinding]
    on: str
    paragraphs_nl: list[str]
    schema: Literal["matcher/text/1"]
    words: int


class TitleLink(TypedDict):
    """What a title was read as."""

    matches: list[TitleMatch]
    normalised: str
    query: str
    sure: bool
    why_not: str | None


class FullOccupation(TypedDict):
    """One ranked occupation with every finding and every part of the score."""

    acceptance: Literal["yes", "not_yet", "no"]
    advised: bool
    alike_own: bool
    barred_nl: list[str]
    below_result_line: bool | None
    contributions: list[Contribution]
    coverage: Coverage
    exceeding: list[str]
    findings: list[Finding]
    id: str
    legal_requirement_nl: str
    month_share_pct: int | None
    open_channels: list[str]
    opens_at: str | None
    own_work: bool
    points: int
    rank: int
    rejected: bool
    remarks: list[Remark]
    score: int
    title_nl: str
    verdict: Literal["within_capacity", "possible", "exceeds"]
    verdict_nl: str
    wage_share_pct: int | None
    waited: bool


class JobsZoekprofiel(TypedDict):
    """The zoekprofiel for a jobhunter: conditions and verdicts, no items or levels."""

    audience: Literal["jobhunter"]
    branches_nl: list[str]
    case_id: str
    conditions_nl: list[str]
    hours: JobsHours
    kinds: list[JobsKind]
    on: str
    region_nl: str
    schema: Literal["matcher/jobs-zoekprofiel/1"]
    stage: JobsStage
    sufficient: bool


IndexRankingAnswer = IndexRanking | JobsVacancies


VacanciesAnswer = Vacancies | JobsVacancies


class StageAnswer(TypedDict):
    """The stage of a case."""

    notices_nl: list[str]
    schema: Literal["matcher/stage/1"]
    stage: Stage


class TitlesAnswer(TypedDict):
    """Titles with the occupations they may stand for."""

    links: list[TitleLink]
    schema: Literal["matcher/titles/1"]


class Check(TypedDict):
    """One named occupation, for the coach."""

    audience: Literal["coach"]
    notices_nl: list[str]
    occupation: FullOccupation
    schema: Literal["matcher/check/1"]


class KindOfWork(TypedDict):
    """One kind of work."""

    advice: list[AdviceSign]
    anchor: Anchor
    employer_questions_nl: list[str]
    kind_nl: str
    later_because: list[str]
    needs: list[EntryNeed]
    occupation: FullOccupation
    tasks_nl: list[str]
    why_nl: str


class Ranking(TypedDict):
    """One page of one group of the ranked occupations, for the coach."""

    audience: Literal["coach"]
    case_id: str
    counts: Counts
    group: Literal["shown", "own_work", "later", "exceeding"]
    notices_nl: list[str]
    occupations: list[FullOccupation | ShortOccupation]
    on: str
    page: Page
    reading_nl: list[str]
    receipt: Receipt
    schema: Literal["matcher/result/1"]
    stage: Stage
    statement_nl: str


CheckAnswer = Check | JobsCheck


class Zoekprofiel(TypedDict):
    """The zoekprofiel, for the coach."""

    audience: Literal["coach"]
    branches_nl: list[str]
    case_id: str
    caveats_nl: list[str]
    coach_branches_nl: list[str]
    conditions: list[Condition]
    conditions_nl: list[str]
    counts: Counts
    employer_questions_nl: list[str]
    expert_said: list[ExpertWords]
    first_counts_from: str | None
    hours: Hours
    kinds: list[KindOfWork]
    level_nl: str
    main_branches_nl: list[str]
    marginal: bool
    marginal_signs: list[str]
    narrow: bool
    narrow_why: list[str]
    next_stage: NextStage | None
    none_now: bool
    notices_nl: list[str]
    on: str
    own_work: list[FullOccupation]
    questions: list[Question]
    reading_nl: list[str]
    receipt: Receipt
    region_nl: str
    schema: Literal["matcher/result/1"]
    stage: Stage
    statement_nl: str
    sufficient: bool


RankingAnswer = Ranking | JobsRanking


ZoekprofielAnswer = Zoekprofiel | JobsZoekprofiel
