"""A condition that work must meet, as words in a frame: composed once, said alike in every form and text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConditionPiece:
    """A few words of a condition, with the channels that ask for it.

    Attributes:
        nl: the words in Dutch, without figures and without body parts.
        en: the words in English.
        channels: channels behind it.
        weight: how strict its limit is, from 0 to 1; the mildest give way when there is little room.
    """

    nl: str
    en: str
    channels: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class ConditionGroup:
    """Pieces that share a frame.

    Attributes:
        frame: how much of it the work may ask, e.g. `light`, `not_often`, `without`.
        pieces: the pieces, in the order of the table.
    """

    frame: str
    pieces: tuple[ConditionPiece, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """One sentence on conditions: groups that share a verb.

    Attributes:
        family: which sentence, e.g. `weight`, `need`, `without`.
        groups: the groups, in the order of the frames.
    """

    family: str
    groups: tuple[ConditionGroup, ...]

    @property
    def channels(self) -> tuple[str, ...]:
        """Answer the channels behind the sentence, each once."""
        return tuple(dict.fromkeys(code for group in self.groups for piece in group.pieces for code in piece.channels))


@dataclass(frozen=True, slots=True)
class ConditionSegment:
    """Words of a rendered condition.

    Attributes:
        text: the words with the spaces that belong to them.
        channels: channels behind the words.
    """

    text: str
    channels: tuple[str, ...]
