"""The profile text as a value: two paragraphs of sentences, each made of fragments."""

from dataclasses import dataclass
from datetime import date

from matcher.prose.audience import Audience
from matcher.prose.fragment import Sentence


@dataclass(frozen=True, slots=True)
class ProfileText:
    """The two-paragraph text of a zoekprofiel for one reader.

    Attributes:
        on: the day of the text.
        audience: who it was composed for.
        paragraphs: sentences per paragraph; nothing else is in the text.
        left_out: kinds of work of the zoekprofiel that the text had no room for; for the coach.
    """

    on: date
    audience: Audience
    paragraphs: tuple[tuple[Sentence, ...], ...]
    left_out: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Answer every sentence in reading order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    @property
    def text(self) -> str:
        """Answer the text, with an empty line between the paragraphs."""
        return "\n\n".join(" ".join(sentence.text for sentence in paragraph) for paragraph in self.paragraphs)

    @property
    def words(self) -> int:
        """Answer how many words it has."""
        return len(self.text.split())
