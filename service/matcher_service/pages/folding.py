"""Long parts of a page are folded: the heading and how it begins stay in sight, the rest opens with one press."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.report import Block, Bullets, Heading, Paragraph, Rows

_FOLDED_FROM_CHARACTERS = 300
"""What is shorter takes no more of a phone than the line that opens it."""


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading.

    Attributes:
        heading: the heading; None when the blocks begin without one.
        shown: what is always in sight, the heading included.
        folded: what opens with one press; empty when the part is short.
        points: how many lines of lists are folded.
    """

    heading: Heading | None
    shown: tuple[Block, ...]
    folded: tuple[Block, ...]
    points: int


def folding(blocks: Sequence[Block]) -> list[Part]:
    """Answer blocks as parts, with the long ones folded.

    The title and what follows it is never folded. Of every other part the heading and a first paragraph stay in
    sight, for there stands the verdict. Nothing is left out: the blocks of all parts together are the blocks given.

    Args:
        blocks: blocks in order.

    Returns:
        One part per heading, in order.

    Example:
        >>> [part] = folding([Heading("Vragen"), Bullets(("Hoe zwaar? " * 40,))])
        >>> part.points, part.shown
        (1, (Heading(text='Vragen', level=2),))
    """
    return [_part(each) for each in _by_heading(blocks)]


def _by_heading(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    group: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and group:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _part(group: list[Block]) -> Part:
    heading = group[0] if isinstance(group[0], Heading) else None
    in_sight = 2 if any(isinstance(second, Paragraph) for second in group[1:2]) else 1
    rest = group[in_sight:]
    if heading is None or heading.level == 1 or sum(map(_length, rest)) < _FOLDED_FROM_CHARACTERS:
        return Part(heading, tuple(group), (), 0)
    points = sum(len(block.lines) for block in rest if isinstance(block, Bullets))
    return Part(heading, tuple(group[:in_sight]), tuple(rest), points)


def _length(block: Block) -> int:
    if isinstance(block, Bullets):
        return sum(map(len, block.lines))
    if isinstance(block, Rows):
        return sum(len(label) + len(text) for label, text in block.pairs)
    return len(block.text) if isinstance(block, Heading | Paragraph) else _FOLDED_FROM_CHARACTERS
