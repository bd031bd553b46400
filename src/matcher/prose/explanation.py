"""An explanation as a value: blocks of sentences, each made of fragments, for one reader."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from matcher.prose.audience import Audience
from matcher.prose.fragment import Sentence, visible


@dataclass(frozen=True, slots=True)
class Title:
    """A heading; level 1 is the title of the whole."""

    sentence: Sentence
    level: int = 2


@dataclass(frozen=True, slots=True)
class Text:
    """Running sentences."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list of sentences."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every cell is a sentence or a few words."""

    head: tuple[Sentence, ...]
    rows: tuple[tuple[Sentence, ...], ...]


Block = Title | Text | Points | Table


@dataclass(frozen=True, slots=True)
class Explanation:
    """An explanation of one match for one reader.

    Attributes:
        on: the day of matching.
        reader: who it is for.
        language: nl or en.
        blocks: headings, texts, lists and tables in reading order.
    """

    on: date
    reader: Audience
    language: str
    blocks: tuple[Block, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Answer every sentence and cell in reading order."""
        return tuple(sentence for block in self.blocks for sentence in sentences_of(block))


def sentences_of(block: Block) -> Iterator[Sentence]:
    """Answer the sentences and cells of one block."""
    if isinstance(block, Title):
        yield block.sentence
    elif isinstance(block, Table):
        yield from block.head
        yield from (cell for row in block.rows for cell in row)
    else:
        yield from block.sentences


def only_visible(blocks: Sequence[Block], reader: Audience) -> tuple[Block, ...]:
    """Answer the blocks with what the reader may see; a row with one hidden cell falls away as a whole.

    The builders make only what their reader needs. This is the second lock on the door.
    """
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Title):
            found += [block] if block.sentence.visible_to(reader) else []
        elif isinstance(block, Table):
            rows = tuple(row for row in block.rows if all(cell.visible_to(reader) for cell in row))
            found += [replace(block, rows=rows)] if rows and visible(block.head, reader) == block.head else []
        else:
            kept = visible(block.sentences, reader)
            found += [replace(block, sentences=kept)] if kept else []
    return tuple(found)
