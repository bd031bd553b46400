"""Why a kind of work is named: a fact of the case, or openly a new direction."""

from dataclasses import dataclass
from enum import StrEnum


class AnchorKind(StrEnum):
    """What a kind of work rests on."""

    ADVISED = "advised"  # the labour expert named it
    SAME = "same"  # earlier work of the same kind, not the own work
    TASK = "task"  # a task of earlier work that belongs to this work too
    SECTOR = "sector"  # a branch of earlier work in which this work is found
    NEW = "new"  # none of these: a new direction


@dataclass(frozen=True, slots=True)
class Anchor:
    """The fact behind a kind of work.

    Attributes:
        kind: what it rests on.
        code: topic of the shared task, letter of the branch, or why a new direction (`level`,
            `lower_one`, `lower_two`, `lower_more`, `market`, `wider`).
        nl: the task or branch in Dutch, or empty.
        en: the same in English, or empty.
        title: title of the earlier work as the case has it, or empty.
        field: place in the case, e.g. `person.experience.0.tasks.2`, or empty.
        ref: the other end: where the occupation tables say it.
    """

    kind: AnchorKind
    code: str
    nl: str
    en: str
    title: str
    field: str
    ref: str
