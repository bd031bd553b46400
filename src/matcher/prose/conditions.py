"""The conditions of the zoekprofiel as sentences of fragments: the words of the data form, with their source."""

from collections.abc import Sequence

from matcher.domain.condition import Condition, ConditionPiece
from matcher.prose.audience import audiences_of
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.wording import Wording
from matcher.reference.tables import read_yaml
from matcher.zoekprofiel import condition_segments, gather, pieces_of

REST = "conditions.rest"


def condition_sentences(
    conditions: Sequence[Condition], words: Wording, most: int | None = None
) -> tuple[Sentence, ...]:
    """Answer the sentences on conditions; hours and times are said elsewhere.

    Args:
        conditions: the conditions of the zoekprofiel.
        words: the wording in force; its language decides the words.
        most: how many pieces may be named; all when not given. What is left out is said to stand in the document.

    Returns:
        No sentence when nothing but hours is limited.
    """
    kept = conditions if most is None else _strictest(conditions, most)
    found = [_sentence(condition, words.language) for condition in kept]
    if most is not None and len(pieces_of(kept)) < len(pieces_of(conditions)):
        found.append(words.say(REST, "conditions", Provenance.FORM, "form"))
    return tuple(found)


def _sentence(condition: Condition, language: str) -> Sentence:
    pieces = tuple(
        Fragment(segment.text, Provenance.FORM, audiences_of("conditions"), f"form.{'+'.join(segment.channels)}")
        for segment in condition_segments(condition, language)
    )
    return Sentence(f"conditions.{condition.family}", pieces)


def _strictest(conditions: Sequence[Condition], most: int) -> tuple[Condition, ...]:
    """Answer the conditions with the strictest pieces; what has no tolerance at all is never cut."""
    table = read_yaml("conditions.yaml")
    pieces = pieces_of(conditions)

    def first(place: int) -> tuple[bool, float, int]:
        (frame, _), piece = pieces[place]
        return frame not in table["strict"] and not _always(piece, table["always"]), -piece.weight, place

    kept = sorted(sorted(range(len(pieces)), key=first)[:most])
    return gather(pieces[place] for place in kept)


def _always(piece: ConditionPiece, names: Sequence[str]) -> bool:
    return any(code in names for code in piece.channels)
