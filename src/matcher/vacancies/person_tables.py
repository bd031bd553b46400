"""One person as tables that a pass over rows can add up: whole numbers per occupation, channel, level and wage.

Everything that a vacancy's outcome counts is additive over the channels, so a row starts from the total of its
occupation and corrects only the channels that it states itself. Each entry comes from the comparison itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.domain.capacity import Capacity, CapacityStatus
from matcher.domain.demand import Demand
from matcher.domain.finding import Finding, Outcome
from matcher.domain.vacancy import HoursPerWeek
from matcher.fit import Screening, confront, fit_rules
from matcher.fit.screen import OUTCOMES
from matcher.policy.stage import WIDENING
from matcher.ranking.experience_part import LEVELS as EXPERIENCE_LEVELS
from matcher.ranking.weights import weights_on
from matcher.reference.channels import channels
from matcher.vacancies.closing_bits import Key, key_of
from matcher.vacancies.demands import HOURS_CHANNELS, hours_demand
from matcher.vacancies.gates import EDUCATION_LEVELS
from matcher.vacancies.judged import Judge
from matcher.vacancies.rules import vacancy_rules

# Counts of one row in one whole number: eight bits each, and the loss of room last.
EXCEEDS, FITS, FIGURES, NOT_FITTING, DOUBTFUL, LOST = 0, 8, 16, 24, 32, 40
_PERCENT = 100

# What closes a row besides capacity and travel; more than one may hold.
OPEN, BY_LAW, BY_EDUCATION, BY_STAGE = 0, 1, 2, 4

Longs = npt.NDArray[np.int64]
Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Weights:
    """The whole numbers with which counts become points."""

    margin_max: int
    channels: int
    loss: int
    open_max: int
    open_zero: int
    doubt_wait: int
    doubt_most: int


@dataclass(frozen=True, slots=True)
class PersonTables:
    """One person as tables. The last row of every table stands for an occupation that is not known.

    Attributes:
        weights: with which counts become points.
        lookups: the same worked out per count.
        base: packed counts per occupation.
        base_hours: the same without the two hours channels, for vacancies that state hours.
        cells: packed counts per occupation and channel.
        points: experience, education and wishes, per occupation and stated education level (0: not stated).
        usual_wage: points for the usual wage, per occupation.
        gate: what closes, per occupation and stated education level.
        wage_gate: 1 where the usual wage counts in a later stage only, per occupation.
        wait: how long work waits, doubt apart, per occupation and stated education level.
        wage_lines: lowest stated wage of each level of the wage part, in cents.
        wage_points: points per level, with unknown last.
        wage_floor: lowest stated wage that counts, in cents.
        keys: the limits that can close.
        judge: for what depends on a segment's own tables.
    """

    weights: Weights
    lookups: "Lookups"
    base: Longs
    base_hours: Longs
    cells: Longs
    points: Ints
    usual_wage: Ints
    gate: npt.NDArray[np.uint8]
    wage_gate: npt.NDArray[np.uint8]
    wait: Ints
    wage_lines: Ints
    wage_points: Ints
    wage_floor: int
    keys: tuple[Key, ...]
    judge: Judge


@dataclass(frozen=True, slots=True)
class Lookups:
    """Points per count, worked out once.

    Attributes:
        figures: points for channels with figures on both sides.
        lost: points that lost room takes away.
        opened: points per channel that does not simply fit.
        doubt: wait per doubtful channel.
        key_points: points less wait, per occupation and stated education level.
    """

    figures: Longs
    lost: Longs
    opened: Longs
    doubt: Longs
    key_points: Ints

    @classmethod
    def of(cls, weights: Weights, points: Ints, wait: Ints) -> "Lookups":
        """Answer the points per count.

        Args:
            weights: with which counts become points.
            points: per occupation and stated education level.
            wait: the same for the wait.
        """
        counts, lost = np.arange(1 << 8), np.arange(weights.channels * _PERCENT + 1)
        return cls(
            weights.margin_max * counts // weights.channels,
            weights.margin_max * lost // weights.loss,
            weights.open_max * np.maximum(weights.open_zero - counts, 0) // weights.open_zero,
            np.minimum(counts * weights.doubt_wait, weights.doubt_most),
            points - wait,
        )


def person_tables(judge: Judge) -> PersonTables:
    """Answer one person as tables.

    Args:
        judge: the person, with the rules.
    """
    seeker = judge.seeker
    story, catalogue = seeker.story, seeker.catalogue
    weights = weights_on(seeker.on)
    pack = Packer.of(judge)
    count = len(catalogue.occupations)
    cells = np.zeros((count + 1, len(catalogue.channels)), np.int64)
    statuses = [story.profile.channels[code].status for code in catalogue.channels]
    cells[:count] = pack.screened(story.screening, statuses)
    cells[count] = [pack(confront_one(judge, code, None)) for code in catalogue.channels]
    wages = judge.doors.wages
    last = WIDENING.index(seeker.last_stage.code)
    keys = [key_of(story.profile.channels[code], peaks=story.peaks) for code in catalogue.channels]
    points, gate, wait = _by_level(judge)
    usual = story.ranking.points["wage"]
    scale = Weights(
        int(weights["capacity"]["margin_max"]),
        len(catalogue.channels),
        _PERCENT * int(weights["capacity"]["limits_full_loss"]),
        int(weights["capacity"]["open_max"]),
        int(weights["capacity"]["open_points_zero"]),
        int(weights["spread"]["doubt_wait"]),
        int(weights["spread"]["doubt_wait_most"]),
    )
    base = cells.sum(axis=1)
    return PersonTables(
        weights=scale,
        lookups=Lookups.of(scale, points, wait),
        base=base,
        base_hours=base - sum(cells[:, catalogue.channel_index[code]] for code in HOURS_CHANNELS),
        cells=cells,
        points=points,
        usual_wage=np.append(usual, 0).astype(np.int32),
        gate=gate,
        wage_gate=np.append(story.ranking.admission.by_wage > last, False).astype(np.uint8),
        wait=wait,
        wage_lines=np.array(wages.lines, np.int32),
        wage_points=np.array(wages.points, np.int32),
        wage_floor=wages.floor,
        keys=tuple(key for key in keys if key is not None),
        judge=judge,
    )


def _by_level(judge: Judge) -> tuple[Ints, npt.NDArray[np.uint8], Ints]:
    """Answer points, gate and wait per occupation and stated education level."""
    seeker, levels = judge.seeker, judge.doors.levels
    ranking, count = seeker.story.ranking, len(seeker.catalogue.occupations)
    last = WIDENING.index(seeker.last_stage.code)
    unknown_experience = EXPERIENCE_LEVELS.index("unknown")
    codes = np.append(ranking.closeness.codes, unknown_experience)
    base = np.append(ranking.points["experience"] + ranking.points["wishes"], 0)
    usual = np.array([occupation.education_level for occupation in seeker.catalogue.occupations])
    higher = np.array(levels.higher)
    late = np.append(ranking.admission.by_experience > last, False)
    law = np.append(ranking.entry.by_law, False)
    other_wait = np.append(np.array(judge.doors.waits[0]), 0)
    points = np.zeros((count + 1, len(EDUCATION_LEVELS) + 1), np.int32)
    gate = np.zeros(points.shape, np.uint8)
    wait = np.zeros(points.shape, np.int32)
    points[:, 0] = base + np.append(ranking.points["education"], 0)
    usual_late = np.append(~higher[usual] & (ranking.admission.by_education > last), False)
    by_law = np.where(law, BY_LAW, OPEN)
    gate[:, 0] = by_law | np.where(late | usual_late, BY_STAGE, OPEN)
    level_higher = int(vacancy_rules(seeker.on)["waits"]["level_higher"])
    wait[:, 0] = other_wait + np.append(np.array(judge.doors.usual_level_waits) + higher[usual] * level_higher, 0)
    for level in EDUCATION_LEVELS:
        points[:, level] = base + np.array(levels.points[level])[codes]
        too_high, opens_late = levels.higher[level], levels.opens_at[level] > last
        by_level = BY_EDUCATION if too_high else BY_STAGE if opens_late else OPEN
        gate[:, level] = by_law | by_level | np.where(late, BY_STAGE, OPEN)
        wait[:, level] = other_wait + levels.wait[level]
    return points, gate, wait


def confront_one(judge: Judge, code: str, demand: Demand | None) -> Finding:
    """Answer the finding of one channel for this person.

    Args:
        judge: the person.
        code: the channel.
        demand: what the work asks, or None.
    """
    story = judge.seeker.story
    return confront(story.profile.channels[code], demand, channels()[code], story.rules, peaks=story.peaks)


@dataclass(frozen=True, slots=True)
class HoursTable:
    """What hours a week mean for a person, per different hours a week.

    Attributes:
        packed: packed counts of both hours channels together.
        each: the same per hours channel, [2, hours].
        points: points for hours.
        exceeds: bool [2, hours], whether they exceed, per hours channel.
    """

    packed: Longs
    each: Longs
    points: Ints
    exceeds: npt.NDArray[np.bool_]


def hours_table(judge: Judge, hours: Sequence[HoursPerWeek]) -> HoursTable:
    """Answer what hours a week mean for a person.

    Args:
        judge: the person.
        hours: different hours a week.
    """
    pack = Packer.of(judge)
    story, on = judge.seeker.story, judge.seeker.on
    top = int(weights_on(on)["hours"]["points"]["fits"])
    rest = int(weights_on(on)["hours"]["points"]["unknown"])
    packed, points, exceeds = [], [], []
    for each in hours:
        found = [
            confront_one(judge, code, hours_demand(code, each, story.profile.channels[code], on))
            for code in HOURS_CHANNELS
        ]
        packed.append([pack(finding) for finding in found])
        points.append(top if found[1].outcome is Outcome.FITS else rest)
        exceeds.append([finding.outcome is Outcome.EXCEEDS for finding in found])
    apart = np.array(packed, np.int64).reshape(len(points), 2).T
    closing = np.array(exceeds, np.bool_).reshape(len(points), 2).T
    return HoursTable(apart.sum(axis=0), apart, np.array(points, np.int32), closing)


@dataclass(frozen=True, slots=True)
class Packer:
    """Turns a finding into packed counts."""

    low: int
    full: int

    @classmethod
    def of(cls, judge: Judge) -> "Packer":
        """Answer the packer for the weights of a day."""
        weights = weights_on(judge.seeker.on)["capacity"]
        return cls(int(weights["credit_from_pct"]), int(weights["credit_full_pct"]))

    def screened(self, screening: Screening, statuses: Sequence[CapacityStatus]) -> Longs:
        """Answer what every channel of every occupation adds, from the arrays of the comparison.

        Args:
            screening: outcomes over all occupations.
            statuses: how the capacity on each channel is known.
        """
        share = screening.share_low.astype(np.int64)
        limited = np.array([status is CapacityStatus.LIMITED for status in statuses])
        narrow = limited | np.array([status is CapacityStatus.UNKNOWN for status in statuses])
        opened = np.array([outcome.is_open_point for outcome in OUTCOMES])[screening.outcomes]
        exceeds = screening.outcomes == OUTCOMES.index(Outcome.EXCEEDS)
        fits = screening.outcomes == OUTCOMES.index(Outcome.FITS)
        known = share >= 0
        room = np.clip((share - self.low) * _PERCENT // (self.full - self.low), 0, _PERCENT)
        lost = np.where(narrow, _PERCENT - room * room // _PERCENT, 0)
        doubtful = limited & known & (share < fit_rules().exceeds_pct)
        parts = ((exceeds, EXCEEDS), (fits, FITS), (known, FIGURES), (exceeds | opened, NOT_FITTING))
        packed = sum(part.astype(np.int64) << shift for part, shift in (*parts, (doubtful, DOUBTFUL), (lost, LOST)))
        return np.asarray(packed, np.int64)

    def __call__(self, finding: Finding) -> int:
        """Answer what one finding adds to the counts of a row."""
        share = finding.share_low_pct
        capacity: Capacity = finding.capacity
        limited = capacity.status is CapacityStatus.LIMITED
        exceeds = finding.outcome is Outcome.EXCEEDS
        lost = 0
        if limited or capacity.status is CapacityStatus.UNKNOWN:
            low = -1 if share is None else share
            room = min(max((low - self.low) * _PERCENT // (self.full - self.low), 0), _PERCENT)
            lost = _PERCENT - room * room // _PERCENT
        return (
            (exceeds << EXCEEDS)
            | ((finding.outcome is Outcome.FITS) << FITS)
            | ((share is not None) << FIGURES)
            | ((exceeds or finding.outcome.is_open_point) << NOT_FITTING)
            | ((limited and share is not None and share < fit_rules().exceeds_pct) << DOUBTFUL)
            | (lost << LOST)
        )
