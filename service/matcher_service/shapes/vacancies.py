"""Ranked vacancies, and the index that they come from."""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from matcher_service.shapes.base import Shape, Texts
from matcher_service.shapes.occupations import Verdict


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


class ShortVacancy(Shape):
    """One vacancy of the index without its findings."""

    id: str
    rank: int
    score: int
    title: str
    employer: str
    place: str
    url: str
    occupation: str | None
    occupation_nl: str
    verdict: Verdict
    points: int
    exceeding: Texts
    closed_by: list[dict[str, Any]]
    travel: dict[str, Any] | None
    opens_at: str | None
    status: str | None
    first_seen: str | None


class IndexRanking(Shape):
    """Vacancies of the bureau's index in order for one person, for the coach."""

    schema_id: Literal["matcher/vacancies/1"] = Field(alias="schema")
    audience: Literal["coach"]
    case: str
    on: date
    source: str
    counts: VacancyCounts
    only_by: dict[str, int]
    open: list[ShortVacancy | dict[str, Any]]
    closed: list[ShortVacancy | dict[str, Any]]
    notices_nl: Texts
    feed_nl: Texts


class IndexAnswer(Shape):
    """What the index of the bureau holds."""

    schema_id: Literal["matcher/index/1"] = Field(alias="schema")
    on: date
    vacancies: int
    open_on: int
    expired: int
    without_place: int
    without_occupation: int
    changed_on: date | None
    sources: Texts
    segments: int
    bytes_per_vacancy: int
    generation: int


class DriftFeed(Shape):
    """What the reader did with one feed on the last day on which it came."""

    on: date | None
    read: int
    merged: int
    refused: dict[str, int]
    refused_pct: float


class DriftSignal(Shape):
    """One share that is worth a look."""

    subject: Literal["unknown", "missing", "title", "verdict", "refused"]
    name: str
    before_pct: float | None
    now_pct: float
    limit_points: float


class DriftAnswer(Shape):
    """What the index holds, as shares of its open vacancies, to hold against a later look. Nothing of a person."""

    schema_id: Literal["matcher/drift/1"] = Field(alias="schema")
    on: date
    vacancies: int
    sampled: int
    missing_pct: dict[str, float]
    unknown_pct: dict[str, float]
    title_pct: dict[str, float]
    verdict_pct: dict[str, dict[str, float]]
    feeds: dict[str, DriftFeed]
    look_at: list[DriftSignal]


class IndexChange(Shape):
    """What a change did to the index of the bureau."""

    schema_id: Literal["matcher/index-change/1"] = Field(alias="schema")
    added: int
    replaced: int
    removed: int
    in_all: int
    feed_nl: Texts
