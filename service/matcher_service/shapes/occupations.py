"""Ranked occupations, for the coach and for a jobhunter."""

from datetime import date
from typing import Literal

from pydantic import Field

from matcher_service.shapes.base import Page, Shape, Texts
from matcher_service.shapes.reasons import Contribution, Coverage, Finding, Receipt, Remark, Stage

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


class Counts(Shape):
    """How many occupations are in each group."""

    shown: int
    exceeding: int
    later: int
    barred: int
    own_work: int
    all: int


class Headed(Shape):
    """What every result for the coach begins with."""

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


class Ranking(Headed):
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


class JobsHeaded(Shape):
    """What every result for a jobhunter begins with."""

    audience: Literal["jobhunter"]
    case_id: str
    on: date
    stage: JobsStage


class JobsRanking(JobsHeaded):
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
