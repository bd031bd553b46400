"""Say a condition: the one way in which its words become a sentence, whoever shows it."""

from collections.abc import Iterator, Sequence

from matcher.domain.condition import Condition, ConditionGroup, ConditionPiece, ConditionSegment
from matcher.reference.tables import read_yaml

_AND = {"nl": " en ", "en": " and "}


def condition_segments(condition: Condition, language: str = "nl") -> tuple[ConditionSegment, ...]:
    """Answer the words of a condition in order, each with the channels behind it; the sentence ends with a full stop.

    Args:
        condition: the condition.
        language: nl or en.
    """
    return tuple(_segments(condition, language))


def condition_sentence(condition: Condition, language: str = "nl") -> str:
    """Answer a condition as one sentence.

    Example:
        >>> from matcher.domain.condition import ConditionGroup, ConditionPiece
        >>> lift, carry = (ConditionPiece(nl, "", ("IV.13",), 1.0) for nl in ("tillen", "dragen"))
        >>> condition_sentence(Condition("weight", (ConditionGroup("light", (lift, carry)),)))
        'Tillen en dragen blijven licht.'
    """
    text = "".join(segment.text for segment in condition_segments(condition, language))
    return text[:1].upper() + text[1:]


def _segments(condition: Condition, language: str) -> Iterator[ConditionSegment]:
    table = read_yaml("conditions.yaml")
    words = table["families"][condition.family][language]
    everything = condition.channels
    if "start" in words:
        yield ConditionSegment(words["start"], everything)
        yield from (part for group in condition.groups for part in _listed(group, language))
        yield ConditionSegment(".", everything)
        return
    last = len(condition.groups) - 1
    for place, group in enumerate(condition.groups):
        codes = tuple(dict.fromkeys(code for piece in group.pieces for code in piece.channels))
        if place:
            yield ConditionSegment(_glue(condition.groups, place, language), codes)
        yield from _listed(group, language)
        adverb = str(table["frames"][group.frame].get(language, ""))
        # Dutch may leave the verb out where it is the same as in the part before; English says it again.
        number = _number(group)
        again = place == 0 or language == "en" or number != _number(condition.groups[place - 1])
        verb = f" {words[number]}" if again else ""
        end = words["end"] if again else ""
        yield ConditionSegment(f"{verb}{adverb}{end}{'.' if place == last else ''}", codes)


def _number(group: ConditionGroup) -> str:
    return "one" if len(group.pieces) == 1 else "more"


def _glue(groups: Sequence[ConditionGroup], place: int, language: str) -> str:
    """Answer what stands between two groups: a comma, and a last "and" with a comma where a list holds one itself."""
    if place < len(groups) - 1:
        return ", "
    single = all(len(group.pieces) == 1 and _AND[language] not in _said(group.pieces[0], language) for group in groups)
    plain = len(groups) == 2 and single  # noqa: PLR2004 two groups, two words
    return _AND[language] if plain else f",{_AND[language]}"


def _listed(group: ConditionGroup, language: str) -> Iterator[ConditionSegment]:
    last = len(group.pieces) - 1
    for place, piece in enumerate(group.pieces):
        glue = "" if place == 0 else _AND[language] if place == last else ", "
        if glue:
            yield ConditionSegment(glue, piece.channels)
        yield ConditionSegment(_said(piece, language), piece.channels)


def _said(piece: ConditionPiece, language: str) -> str:
    return piece.nl if language == "nl" else piece.en
