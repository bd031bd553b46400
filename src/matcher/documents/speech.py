"""Short ways to say things in a document: every cell is a sentence with its class and its source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.prose import Block, Points, Provenance, Sentence, Table, Text, Title, Wording, wording_on

FILE = "documents.yaml"
FRAME = "document_frame"


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of the documents on a day.

    Attributes:
        words: the templates of `documents.yaml`.
        prose: the templates of the profile text, for sentences that both share.
    """

    words: Wording
    prose: Wording

    def title(self, key: str, level: int = 2, kind: str = FRAME) -> Title:
        """Answer a heading from a template without slots."""
        return Title(self.words.say(key, kind, Provenance.POLICY, ""), level)

    def title_of(self, sentence: Sentence, level: int = 2) -> Title:
        """Answer a heading from a sentence that was made elsewhere."""
        return Title(sentence, level)

    def rule(self, key: str, kind: str = FRAME, **slots: str) -> Sentence:
        """Answer one of our own fixed sentences."""
        return self.words.say(key, kind, Provenance.POLICY, "", **slots)

    def say(self, key: str, kind: str, provenance: Provenance, ref: str, **slots: Any) -> Sentence:
        """Answer a sentence about the case, with its class, origin and place."""
        return self.words.say(key, kind, provenance, ref, **slots)

    def cell(self, text: str, kind: str, provenance: Provenance, ref: str) -> Sentence:
        """Answer the words of one table cell or list line."""
        return self.words.say("cell", kind, provenance, ref, text=text)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[Sentence]]) -> Table:
        """Answer a table whose headings are templates."""
        return Table(tuple(self.rule(key) for key in head), tuple(tuple(row) for row in rows))

    def facts(self, pairs: Iterable[tuple[str, Sentence]]) -> Table:
        """Answer a table of labels and values; the labels are templates."""
        return self.table(("head.label", "head.value"), ((self.rule(key), value) for key, value in pairs))

    def points_or(self, sentences: Iterable[Sentence], otherwise: str, kind: str = FRAME) -> Block:
        """Answer a list, or one fixed sentence when there is nothing to list."""
        found = tuple(sentences)
        return Points(found) if found else Text((self.rule(otherwise, kind),))


def speech_on(on: date) -> Speech:
    """Answer the words that hold on a day.

    Args:
        on: the day of the document.
    """
    return Speech(wording_on(on, "nl", FILE), wording_on(on))
