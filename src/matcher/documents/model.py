"""A document as a value: blocks of sentences for one reader, before any file format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from matcher.prose import Audience, Block, Sentence, sentences_of


class Kind(StrEnum):
    """Which document it is; the names of `documents.yaml`."""

    PERSONSPROFIEL = "persoonsprofiel"
    ZOEKPROFIEL = "zoekprofiel"
    PLAN = "plan"
    SUITABILITY = "suitability"
    QUESTIONS = "questions"
    PROGRESS = "progress"
    CLOSING = "closing"
    EXPLANATION = "explanation"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class Document:
    """One document for one reader.

    Attributes:
        kind: which document.
        audience: who may read it.
        on: the day that it is about.
        language: nl or en.
        title: its title, without anything personal: it also goes into the properties of the file.
        blocks: headings, texts, lists and tables in reading order.
    """

    kind: Kind
    audience: Audience
    on: date
    language: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Answer every sentence and cell in reading order."""
        return (sentence for block in self.blocks for sentence in sentences_of(block))

    @property
    def words(self) -> Iterable[str]:
        """Answer every word of the document."""
        return (word for sentence in self.sentences for word in sentence.text.split())
