"""A list that a coach may add to, strike from and reorder, in which nothing ever disappears."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from matcher.domain.coach import CoachAction


class Origin(StrEnum):
    """Who put a line in the list."""

    ENGINE = "engine"
    COACH = "coach"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list, with its history.

    Attributes:
        target: occupation id, branch or sentence.
        origin: who put it there first.
        engine_place: the place that the engine gave it, from 1; None when the coach added it.
        struck: whether it is out of the profile now.
        actions: everything that the coach did with it, oldest first.
    """

    target: str
    origin: Origin
    engine_place: int | None
    struck: bool = False
    actions: tuple[CoachAction, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """A list with its struck lines: those stay, behind the others."""

    active: tuple[Line, ...]
    struck: tuple[Line, ...] = ()

    @classmethod
    def of(cls, targets: Iterable[str]) -> "Lines":
        """Answer the list as the engine made it.

        Args:
            targets: ids or texts in the engine's order.

        Example:
            >>> [line.target for line in Lines.of(["zorg", "overheid"]).ordered()]
            ['zorg', 'overheid']
        """
        return cls(tuple(Line(target, Origin.ENGINE, place) for place, target in enumerate(targets, start=1)))

    def ordered(self) -> tuple[Line, ...]:
        """Answer every line: the active ones in order, then the struck ones."""
        return (*self.active, *self.struck)


def add(lines: Lines, action: CoachAction) -> Lines | str:
    """Answer the list with a line added or put back; a Dutch sentence when it is already there."""
    if _find(lines.active, action.target) is not None:
        return "Dit staat al in het profiel."
    back = _find(lines.struck, action.target)
    if back is None:
        return replace(
            lines, active=_placed(lines.active, Line(action.target, Origin.COACH, None, actions=(action,)), action)
        )
    line = replace(back, struck=False, actions=(*back.actions, action))
    return Lines(_placed(lines.active, line, action), _without(lines.struck, back))


def strike(lines: Lines, action: CoachAction) -> Lines | str:
    """Answer the list with a line struck; a Dutch sentence when it is not there."""
    line = _find(lines.active, action.target)
    if line is None:
        return "Dit staat niet in het profiel, dus het kan niet worden geschrapt."
    gone = replace(line, struck=True, actions=(*line.actions, action))
    return Lines(_without(lines.active, line), (*lines.struck, gone))


def move(lines: Lines, action: CoachAction) -> Lines | str:
    """Answer the list with a line on another place; a Dutch sentence when it is not there or no place is given."""
    line = _find(lines.active, action.target)
    if line is None:
        return "Dit staat niet in het profiel, dus het kan niet worden verplaatst."
    if action.place is None:
        return "De nieuwe plaats ontbreekt. Vul place in."
    moved = replace(line, actions=(*line.actions, action))
    return replace(lines, active=_placed(_without(lines.active, line), moved, action))


def _find(lines: tuple[Line, ...], target: str) -> Line | None:
    return next((line for line in lines if line.target == target), None)


def _without(lines: tuple[Line, ...], line: Line) -> tuple[Line, ...]:
    return tuple(other for other in lines if other is not line)


def _placed(lines: tuple[Line, ...], line: Line, action: CoachAction) -> tuple[Line, ...]:
    place = len(lines) if action.place is None else min(action.place - 1, len(lines))
    return (*lines[:place], line, *lines[place:])
