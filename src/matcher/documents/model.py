"""A document as a value: blocks of sentences and pictures for one reader, before any file format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from defusedxml.ElementTree import fromstring

from matcher.prose import Audience, Block, Sentence, only_visible, sentences_of


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
class Picture:
    """A picture with everything that it shows in words, for who does not see it.

    Attributes:
        caption: what it is.
        told: what it shows, sentence by sentence.
        svg: the picture itself.
    """

    caption: Sentence
    told: tuple[Sentence, ...]
    svg: str

    @property
    def alternative(self) -> str:
        """Answer the text that stands for the picture."""
        return " ".join([f"{self.caption.text}.", *(sentence.text for sentence in self.told)])

    @property
    def drawn(self) -> str:
        """Answer the words that are drawn in the picture, so that the last check can read them in every format."""
        return " ".join(node.text for node in fromstring(self.svg).iter() if node.text and node.text.strip())


Part = Block | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """One document for one reader.

    Attributes:
        kind: which document.
        audience: who may read it.
        on: the day that it is about.
        language: nl or en.
        title: its title, without anything personal: it also goes into the properties of the file.
        blocks: headings, texts, lists, tables and pictures in reading order.
    """

    kind: Kind
    audience: Audience
    on: date
    language: str
    title: str
    blocks: tuple[Part, ...]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Answer every sentence and cell in reading order."""
        return (sentence for part in self.blocks for sentence in sentences_in(part))

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Answer the pictures in reading order."""
        return tuple(part for part in self.blocks if isinstance(part, Picture))

    @property
    def words(self) -> Iterable[str]:
        """Answer every word of the document, also those that are drawn."""
        texts = (*(sentence.text for sentence in self.sentences), *(picture.drawn for picture in self.pictures))
        return (word for text in texts for word in text.split())


def sentences_in(part: Part) -> Iterator[Sentence]:
    """Answer the sentences of one part; of a picture its caption and what it shows."""
    if isinstance(part, Picture):
        yield part.caption
        yield from part.told
    else:
        yield from sentences_of(part)


def visible_parts(parts: Iterable[Part], audience: Audience) -> Iterator[Part]:
    """Answer the parts with what a reader may see; a picture with one hidden sentence falls away as a whole."""
    for part in parts:
        if not isinstance(part, Picture):
            yield from only_visible((part,), audience)
        elif all(sentence.visible_to(audience) for sentence in sentences_in(part)):
            yield part
