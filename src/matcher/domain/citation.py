"""A citation is a record: where a rule or figure comes from and how it is carried out here."""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """What kind of authority a value has (passende_arbeid.md section 5)."""

    LAW = "law"
    ANALOGY = "analogy"  # law for another group, used by analogy
    PRACTICE = "practice"
    OUR_CHOICE = "our_choice"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule or figure comes from.

    Attributes:
        source: name of the source, with article or paragraph.
        standing: law, by analogy, practice or our own choice.
        how_nl: one Dutch sentence: how this value carries out the source.
    """

    source: str
    standing: Standing
    how_nl: str
