"""The answer to "which occupation is this title?"."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """One occupation that a title may stand for.

    Attributes:
        occupation_id: `esco:<uuid>`, `isco:<code>` or `nl:<slug>` (decision 15).
        isco08: ISCO-08 unit group, by the CBS convention where CBS is known.
        title: Dutch preferred title of the occupation.
        matched_label: the label in the lexicon that comes closest to the text.
        probability: chance that this unit group is the right one, between 0 and 1.
        why: one short Dutch sentence.
    """

    occupation_id: str
    isco08: str
    title: str
    matched_label: str
    probability: float
    why: str


@dataclass(frozen=True, slots=True)
class TitleLink:
    """What a title was read as.

    Attributes:
        query: the text as given.
        normalised: the text without gender marks, hours, places, levels and other additions.
        matches: occupations, most likely first; empty when the text holds no title.
        sure: whether the first match may be used without asking.
        why_not: a Dutch sentence when the first match may not be used without asking; None when it may.
    """

    query: str
    normalised: str
    matches: tuple[TitleMatch, ...]
    sure: bool
    why_not: str | None
