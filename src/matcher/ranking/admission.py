"""From which stage on each occupation counts. Capacity is no part of this: it never loosens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.contribution import Contribution
from matcher.policy import Stage, never_below
from matcher.policy.stage import WIDENING, width
from matcher.ranking.experience_part import LEVELS as EXPERIENCE_LEVELS
from matcher.ranking.facts import PersonFacts
from matcher.ranking.level_part import steps_down
from matcher.ranking.wage_part import minimum_wage

NEVER = len(WIDENING)
_UNKNOWN_LEVEL = 127
_STEPS_DOWN = {"one_lower": 1, "two_lower": 2, "three_lower": 3}
# How wide the experience cell must be to let a level through: adjacent 0, same sector 1, transferable 2, none 3.
_EXPERIENCE_NEEDS = {"same": 0, "adjacent": 0, "same_sector": 1, "transferable": 2, "far": 3, "unknown": 0}


@dataclass(frozen=True, slots=True)
class Admission:
    """From which stage on each occupation counts, and what holds it back before.

    Attributes:
        opens_at: int8 [occupations], index into `WIDENING`; `NEVER` when no stage opens it.
        by_education: int8, the same for education alone.
        by_experience: int8, the same for experience alone.
        by_wage: int8, the same for wage alone.
    """

    opens_at: npt.NDArray[np.int8]
    by_education: npt.NDArray[np.int8]
    by_experience: npt.NDArray[np.int8]
    by_wage: npt.NDArray[np.int8]


def admission(
    facts: PersonFacts,
    catalogue: Catalogue,
    experience_codes: npt.NDArray[np.int8],
    wage_shares: npt.NDArray[np.float64],
    stages: Mapping[str, Stage],
    on: date,
) -> Admission:
    """Answer from which stage on each occupation counts.

    A value that is not known holds nothing back: it adds no points, and the profile says that it is missing. Work
    above the person's own level is never opened by time (only by training).

    Args:
        facts: level and old wage of the person.
        catalogue: occupations.
        experience_codes: experience level per occupation.
        wage_shares: wage as a share of the old wage; NaN when unknown.
        stages: the stages as they hold for this case.
        on: the day of matching.
    """
    education = _first(stages, lambda stage: _education_ok(facts, catalogue, stage))
    experience = _first(stages, lambda stage: _experience_ok(experience_codes, stage))
    wage = _first(stages, lambda stage: _wage_ok(facts, wage_shares, stage, on))
    return Admission(np.maximum(np.maximum(education, experience), wage), education, experience, wage)


def keeps_out(parts: Sequence[Contribution], stage: Stage) -> tuple[str, ...]:
    """Answer what keeps one occupation out of a stage: `experience`, `education`, or neither. Wage is not looked at.

    Args:
        parts: the parts of its score.
        stage: the stage.
    """
    level = {part.part: part.level for part in parts}
    down = _STEPS_DOWN.get(level.get("education", ""), 0)
    allowed = max(width(name, stage.value(name)) for name in ("education_down", "education_down_soft"))
    needed = _EXPERIENCE_NEEDS[level.get("experience", "unknown")]
    found = (("experience", needed > width("experience", stage.value("experience"))), ("education", down > allowed))
    return tuple(name for name, out in found if out)


def _first(stages: Mapping[str, Stage], passes) -> npt.NDArray[np.int8]:  # type: ignore[no-untyped-def]
    ok = np.stack([passes(stages[code]) for code in WIDENING])
    return np.where(ok.any(axis=0), ok.argmax(axis=0), NEVER).astype(np.int8)


def _education_ok(facts: PersonFacts, catalogue: Catalogue, stage: Stage) -> npt.NDArray[np.bool_]:
    down = steps_down(facts, catalogue)
    allowed = max(
        width("education_down", stage.value("education_down")),
        width("education_down", stage.value("education_down_soft")),
    )
    ok: npt.NDArray[np.bool_] = (down == _UNKNOWN_LEVEL) | ((down >= 0) & (down <= allowed))
    return ok


def _experience_ok(codes: npt.NDArray[np.int8], stage: Stage) -> npt.NDArray[np.bool_]:
    needs = np.array([_EXPERIENCE_NEEDS[level] for level in EXPERIENCE_LEVELS], float)
    ok: npt.NDArray[np.bool_] = needs[codes] <= width("experience", stage.value("experience"))
    return ok


def _wage_ok(facts: PersonFacts, shares: npt.NDArray[np.float64], stage: Stage, on: date) -> npt.NDArray[np.bool_]:
    ok: npt.NDArray[np.bool_] = np.isnan(shares) | (shares >= wage_line(facts, stage, on))
    return ok


def wage_line(facts: PersonFacts, stage: Stage, on: date) -> float:
    """Answer the share of the old wage from which work counts in a stage; never less than the minimum wage.

    Args:
        facts: the old wage.
        stage: the stage as it holds for this case.
        on: the day of matching.
    """
    lines = (stage.value("wage_share_min"), never_below("wage_share_min", on))
    return max(_share_of_old_wage(line, facts, on) for line in lines)


def _share_of_old_wage(line: str | None, facts: PersonFacts, on: date) -> float:
    if line != "minimum_wage":
        return float(line or 0)
    floor, old = minimum_wage(on), facts.old_wage_eur_per_hour
    # A median above the old wage can never lie under the floor that the old wage itself had to meet.
    return 0.0 if floor is None or old is None else min(float(floor / old), 1.0)
