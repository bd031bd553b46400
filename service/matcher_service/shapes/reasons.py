"""How a verdict is explained: findings, parts of the score, the stage and the receipt."""

from datetime import date
from typing import Literal

from matcher_service.shapes.base import Percent, Shape, Texts


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
