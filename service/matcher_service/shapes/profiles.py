"""The zoekprofiel, for the coach and for a jobhunter."""

from datetime import date
from typing import Literal

from pydantic import Field

from matcher_service.shapes.base import Shape, Texts
from matcher_service.shapes.occupations import FullOccupation, Headed, JobsHeaded, JobsOccupation


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


class KindOfWork(Shape):
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


class Zoekprofiel(Headed):
    """The zoekprofiel, for the coach."""

    sufficient: bool
    narrow: bool
    narrow_why: Texts
    marginal: bool
    marginal_signs: Texts
    level_nl: str
    none_now: bool
    first_counts_from: date | None
    kinds: list[KindOfWork]
    branches_nl: Texts
    main_branches_nl: Texts
    coach_branches_nl: Texts
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


class JobsZoekprofiel(JobsHeaded):
    """The zoekprofiel for a jobhunter: conditions and verdicts, no items or levels."""

    schema_id: Literal["matcher/jobs-zoekprofiel/1"] = Field(alias="schema")
    sufficient: bool
    kinds: list[JobsKind]
    branches_nl: Texts
    conditions_nl: Texts
    hours: JobsHours
    region_nl: str
