"""Say a condition: the one way in which its words become a sentence, whoever shows it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from matcher.domain.condition import Condition, ConditionGroup, ConditionPiece, ConditionSegment
from matcher.reference.tables import read_yaml

_JOINED = re.compile(r" (?:of|en|met|or|and|with) |,")
_MUCH = "veel "
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
        'Bij tillen en dragen is de last licht.'
    """
    text = "".join(segment.text for segment in condition_segments(condition, language))
    return text[:1].upper() + text[1:]


def _segments(condition: Condition, language: str) -> Iterator[ConditionSegment]:
    words = read_yaml("conditions.yaml")["families"][condition.family][language]
    in_one_list = "all" in words
    yield from (_listing if in_one_list else _predicates)(condition, words, language)
    yield ConditionSegment(".", condition.channels)


def _listing(condition: Condition, words: Mapping[str, str], language: str) -> Iterator[ConditionSegment]:
    """Answer a sentence that is one list: "Het gaat om werk zonder knielen en hurken"."""
    pieces = [piece for group in condition.groups for piece in _shortest_first(group.pieces, language)]
    # Where a piece holds "of" itself, the list would run into it: then every piece gets its own word in front.
    # So does "veel": without its own word in front, what follows would be read as only much of it.
    apart = len(pieces) > 1 and any(_joined(piece, language) or piece.nl.startswith(_MUCH) for piece in pieces)
    yield ConditionSegment(words["all"], condition.channels)
    for place, piece in enumerate(pieces):
        last = words["last_each" if apart else "last"]
        glue = "" if place == 0 else f" {last} " if place == len(pieces) - 1 else ", "
        front = words["each"] if apart and place else ""
        if glue or front:
            yield ConditionSegment(glue + front, piece.channels)
        yield ConditionSegment(_said(piece, language), piece.channels)


def _predicates(condition: Condition, words: Mapping[str, str], language: str) -> Iterator[ConditionSegment]:
    """Answer groups with their verb: "Staan is weinig nodig en lopen is vrijwel niet nodig"."""
    frames = read_yaml("conditions.yaml")["frames"]
    for place, group in enumerate(condition.groups):
        codes = tuple(dict.fromkeys(code for piece in group.pieces for code in piece.channels))
        start = (_glue(condition.groups, place, language) if place else "") + words.get("start", "")
        if start:
            yield ConditionSegment(start, codes)
        yield from _listed(group, language)
        # Dutch may leave the verb out where it is the same as in the part before; English says it again.
        number = _number(group)
        long = any(_joined(piece, language) for piece in group.pieces)  # then the verb is too far off to be missed
        again = place == 0 or language == "en" or long or number != _number(condition.groups[place - 1])
        verb, end = (f" {words[number]}", words["end"]) if again else ("", "")
        yield ConditionSegment(f"{verb}{frames[group.frame].get(language, '')}{end}", codes)


def _number(group: ConditionGroup) -> str:
    plural = len(group.pieces) > 1 or _AND["nl"] in group.pieces[0].nl
    return "more" if plural else "one"


def _glue(groups: Sequence[ConditionGroup], place: int, language: str) -> str:
    """Answer what stands between two groups: a comma, and a last "and" with a comma where a list holds one itself."""
    if place < len(groups) - 1:
        return ", "
    single = all(len(group.pieces) == 1 and _AND[language] not in _said(group.pieces[0], language) for group in groups)
    plain = len(groups) == 2 and single  # noqa: PLR2004 two groups, two words
    return _AND[language] if plain else f",{_AND[language]}"


def _listed(group: ConditionGroup, language: str) -> Iterator[ConditionSegment]:
    pieces = _shortest_first(group.pieces, language)
    last = len(pieces) - 1
    for place, piece in enumerate(pieces):
        glue = "" if place == 0 else _AND[language] if place == last else ", "
        if glue:
            yield ConditionSegment(glue, piece.channels)
        yield ConditionSegment(_said(piece, language), piece.channels)


def _shortest_first(pieces: Sequence[ConditionPiece], language: str) -> list[ConditionPiece]:
    """Answer the pieces with those that hold "of" or "en" themselves last, so that nobody reads across them."""
    return sorted(pieces, key=lambda piece: _joined(piece, language))


def _joined(piece: ConditionPiece, language: str) -> bool:
    return _JOINED.search(_said(piece, language)) is not None


def _said(piece: ConditionPiece, language: str) -> str:
    return piece.nl if language == "nl" else piece.en
