"""One part of a score. The score is the sum of these and of nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contribution:
    """One part of a score.

    Attributes:
        part: stable name, e.g. `experience`.
        label_nl: name of the part in Dutch.
        level: stable name of the level reached, e.g. `adjacent`; `unknown` adds nothing.
        level_nl: the level in words that a coach understands.
        points: whole number, never negative.
        max_points: what the part could add at most in this stage.
        why_nl: one Dutch sentence with what was compared.
    """

    part: str
    label_nl: str
    level: str
    level_nl: str
    points: int
    max_points: int
    why_nl: str
