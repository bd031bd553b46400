"""The smallest piece of a text: words with where they came from and who may read them. A text has nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from matcher.prose.audience import Audience, Audiences


class Provenance(StrEnum):
    """Where words came from."""

    FORM = "form"  # the capacity document
    PERSON = "person"  # a field about the person in the case
    LABOUR_EXPERT = "labour-expert"  # the report of the labour expert
    CATALOGUE = "catalogue"  # the occupation tables: about work, never about the person
    POLICY = "policy"  # our dated rules and fixed sentences
    COACH = "coach"  # written by the coach
    IDENTITY = "identity"  # the separate sheet with names, merged only into a document


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words with their origin.

    Attributes:
        text: the words, with the spaces that belong to them.
        provenance: where they came from.
        audiences: who may read them.
        source_ref: the exact place, e.g. `forms.0.entries.IV.13`, `person.education.0`, `prose.yaml#opening`.
    """

    text: str
    provenance: Provenance
    audiences: Audiences
    source_ref: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading or cell: fragments in order.

    Attributes:
        key: name of its template, e.g. `education.known`.
        fragments: the pieces.
    """

    key: str
    fragments: tuple[Fragment, ...]

    @property
    def text(self) -> str:
        """Answer the words, with a capital at the start."""
        joined = "".join(fragment.text for fragment in self.fragments)
        return joined[:1].upper() + joined[1:]

    @property
    def words(self) -> int:
        """Answer how many words it has."""
        return len(self.text.split())

    def visible_to(self, audience: Audience) -> bool:
        """Answer whether every piece of it may be read by somebody.

        Example:
            >>> from matcher.prose.audience import audiences_of
            >>> wage = Fragment("80%", Provenance.PERSON, audiences_of("wage"), "person.old_job")
            >>> Sentence("wage", (wage,)).visible_to(Audience.CURRENT_EMPLOYER)
            False
        """
        return all(audience in fragment.audiences for fragment in self.fragments)

    @property
    def traceable(self) -> bool:
        """Answer whether every piece with a letter or figure in it names its source."""
        pieces = [fragment for fragment in self.fragments if any(sign.isalnum() for sign in fragment.text)]
        return bool(pieces) and all(fragment.source_ref for fragment in pieces)


def visible(sentences: Sequence[Sentence], audience: Audience) -> tuple[Sentence, ...]:
    """Answer only the sentences that somebody may read."""
    return tuple(sentence for sentence in sentences if sentence.visible_to(audience))
