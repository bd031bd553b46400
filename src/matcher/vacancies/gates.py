"""What the vacancy's level and wage do: the points, the stage from which it counts, and what closes it."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

import numpy as np

from matcher.catalogue import Catalogue, Occupation
from matcher.domain.contribution import Contribution
from matcher.policy import stage_views
from matcher.policy.stage import WIDENING
from matcher.ranking.admission import NEVER, admission, wage_line
from matcher.ranking.experience_part import LEVELS as EXPERIENCE_LEVELS
from matcher.ranking.experience_part import Closeness
from matcher.ranking.level_part import below_level_waits, education_part, steps_down
from matcher.ranking.wage_part import LEVELS, wage_labels
from matcher.ranking.weights import weights_on
from matcher.vacancies.seeker import Seeker

EDUCATION_LEVELS = range(1, 8)
CENTS = 100


@dataclass(frozen=True, slots=True)
class LevelGate:
    """What one education level means for a person, per level 1-7 (index 0 is not used).

    Attributes:
        points: points for education per level and per experience level.
        higher: whether the level lies above the person's own.
        opens_at: index of the stage from which the level counts; `NEVER` when none.
        wait: how long work of this level waits in the order.
    """

    points: tuple[tuple[int, ...], ...]
    higher: tuple[bool, ...]
    opens_at: tuple[int, ...]
    wait: tuple[int, ...]


def level_gate(seeker: Seeker) -> LevelGate:
    """Answer what every education level means for a person.

    Args:
        seeker: the person.
    """
    facts, weights = seeker.story.facts, weights_on(seeker.on)
    work = _work_of_levels(seeker.catalogue)
    count = len(EDUCATION_LEVELS)
    close = [
        Closeness(np.full(count, code, np.int8), np.zeros(count, np.int32), np.full(count, -1, np.int16))
        for code in range(len(EXPERIENCE_LEVELS))
    ]
    stage = seeker.story.view.stage.code
    points = [education_part(facts, work, each, weights["education"], stage).points for each in close]
    gate = admission(
        facts,
        work,
        np.zeros(count, np.int8),
        np.full(count, np.nan),
        stage_views(seeker.case.policy, seeker.on),
        seeker.on,
    )
    known = facts.level is not None
    higher = steps_down(facts, work) < 0
    waits = below_level_waits(facts, work, weights["spread"]["level_waits"][stage])
    return LevelGate(
        points=((0,) * len(close), *(tuple(int(by[n]) for by in points) for n in range(count))),
        higher=(False, *(known and bool(each) for each in higher)),
        opens_at=(0, *(int(each) for each in gate.by_education)),
        wait=(0, *(int(each) for each in waits)),
    )


def education_contribution(seeker: Seeker, level: int, experience: int) -> Contribution:
    """Answer the contribution of a level that the vacancy itself asks.

    Args:
        seeker: the person.
        level: level on the working scale 1-7.
        experience: experience level of the occupation.
    """
    work = _work_of_levels(seeker.catalogue)
    count = len(EDUCATION_LEVELS)
    close = Closeness(np.full(count, experience, np.int8), np.zeros(count, np.int32), np.full(count, -1, np.int16))
    weights = weights_on(seeker.on)["education"]
    part = education_part(seeker.story.facts, work, close, weights, seeker.story.view.stage.code)
    found = part.explain(level - 1)
    return replace(found, why_nl=found.why_nl.replace("Gebruikelijk niveau van dit werk", "Gevraagd in de vacature"))


@lru_cache(maxsize=4)
def _work_of_levels(catalogue: Catalogue) -> Catalogue:
    """Answer the catalogue with a stand-in occupation per education level, for parts that look at nothing else."""
    base: Occupation = catalogue.occupations[0]
    return replace(catalogue, occupations=tuple(base._replace(education_level=level) for level in EDUCATION_LEVELS))


@dataclass(frozen=True, slots=True)
class WageGate:
    """What a stated wage means for a person, in whole cents an hour.

    Attributes:
        old_cents: the old wage, or None when it is not known.
        lines: lowest wage of each level of the wage part, best level first; empty without an old wage.
        points: points per level, with `unknown` last.
        opens_from: lowest wage per stage from which work counts.
        floor: lowest wage that counts in the stage up to which work is shown.
    """

    old_cents: int | None
    lines: tuple[int, ...]
    points: tuple[int, ...]
    opens_from: tuple[int, ...]
    floor: int

    def level(self, cents: int) -> int:
        """Answer the level of the wage part that a wage reaches; `unknown` without an old wage."""
        return next((n for n, line in enumerate(self.lines) if cents >= line), len(LEVELS) - 1)

    def opens_at(self, cents: int) -> int:
        """Answer the index of the stage from which a wage counts; `NEVER` when none."""
        return next((n for n, line in enumerate(self.opens_from) if cents >= line), NEVER)


def wage_gate(seeker: Seeker) -> WageGate:
    """Answer what stated wages mean for a person.

    Args:
        seeker: the person.
    """
    facts, weights, on = seeker.story.facts, weights_on(seeker.on)["wage"], seeker.on
    labels = wage_labels(weights, seeker.story.view.stage.code)
    old = None if facts.old_wage_eur_per_hour is None else int(facts.old_wage_eur_per_hour * CENTS)
    if not old:
        return WageGate(None, (), labels.table, (0,) * len(WIDENING), 0)
    lines = tuple(_lowest_cents(float(row["from"]), old) for row in weights["levels"])
    stages = stage_views(seeker.case.policy, on)
    opens = tuple(_lowest_cents(wage_line(facts, stages[code], on), old) for code in WIDENING)
    return WageGate(old, lines, labels.table, opens, opens[WIDENING.index(seeker.last_stage.code)])


def _lowest_cents(share: float, old_cents: int) -> int:
    """Answer the lowest whole number of cents that is at least a share of the old wage, as the comparison sees it."""
    near = int(share * old_cents)
    return next(cents for cents in range(max(near - 2, 0), near + 4) if cents / float(old_cents) >= share)


def wage_contribution(seeker: Seeker, gate: WageGate, cents: int, basis_nl: str) -> Contribution:
    """Answer the contribution of a wage that the vacancy itself states.

    Args:
        seeker: the person.
        gate: what stated wages mean for the person.
        cents: lowest wage that the vacancy states, per hour.
        basis_nl: how the wage was worked out.
    """
    labels = wage_labels(weights_on(seeker.on)["wage"], seeker.story.view.stage.code)
    code = gate.level(cents)
    why = "Het oude uurloon is niet bekend."
    if gate.old_cents is not None:
        share = round(cents / float(gate.old_cents) * 100)
        why = f"De vacature noemt {basis_nl}: minstens {share}% van het oude uurloon."
    return Contribution(
        part=labels.part,
        label_nl=labels.label_nl,
        level=labels.levels[code],
        level_nl=labels.levels_nl[code],
        points=labels.table[code],
        max_points=max(labels.table),
        why_nl=why,
    )


def cents(wage: Decimal) -> int:
    """Answer a wage per hour in whole cents, rounded down, at most what a row can hold.

    Example:
        >>> cents(Decimal("17.405"))
        1740
    """
    return min(int(wage * CENTS), 65535)
