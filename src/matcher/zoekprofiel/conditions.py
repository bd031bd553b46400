"""The work conditions of a person: every limited channel in plain words, never milder and never stricter."""

from collections.abc import Iterable, Mapping
from typing import Any

from matcher.domain.capacity import Capacity, CapacityProfile
from matcher.domain.condition import Condition, ConditionGroup, ConditionPiece
from matcher.reference.channels import channels
from matcher.reference.tables import read_yaml
from matcher.zoekprofiel.doctors_words import AS_WRITTEN, Said, say_own_words

_EVERY_LEVEL = "*"
_WORDS_IN_A_SENTENCE = 25

_Said = dict[tuple[str, str], ConditionPiece]


def work_conditions(profile: CapacityProfile) -> tuple[Condition, ...]:
    """Answer the conditions that work must meet, one sentence per family; hours and times are said elsewhere.

    Args:
        profile: capacity.

    Returns:
        Conditions in the order of the frames; none when nothing but hours is limited.
    """
    table = read_yaml("conditions.yaml")
    said: _Said = {}
    for code in table["words"]:
        capacity = profile.channels.get(code)
        if capacity is not None and capacity in profile.limited():
            _say(said, capacity, table)
    return gather(_covered(said, table).items())


def gather(pieces: Iterable[tuple[tuple[str, str], ConditionPiece]]) -> tuple[Condition, ...]:
    """Answer pieces, each with its frame and words, as conditions in the order of the frames.

    Args:
        pieces: what `pieces_of` answers, or a part of it.
    """
    frames = read_yaml("conditions.yaml")["frames"]
    groups: dict[str, list[ConditionPiece]] = {}
    for (frame, _), piece in pieces:
        groups.setdefault(frame, []).append(piece)
    families: dict[str, list[ConditionGroup]] = {}
    for frame in frames:
        if frame in groups:
            families.setdefault(frames[frame]["family"], []).append(ConditionGroup(frame, tuple(groups[frame])))
    return tuple(Condition(family, part) for family, found in families.items() for part in _sentences(found))


def _sentences(groups: Iterable[ConditionGroup]) -> list[tuple[ConditionGroup, ...]]:
    """Answer the groups of a family over as many sentences as plain length asks."""
    found: list[list[ConditionGroup]] = [[]]
    length = 0
    for group in groups:
        frame_size = _words_of(group.frame)
        whole = frame_size + sum(_size(piece) for piece in group.pieces)
        if found[-1] and length + whole > _WORDS_IN_A_SENTENCE >= whole:
            found.append([])  # what shares a frame stays together where it can
            length = 0
        length += frame_size
        kept: list[ConditionPiece] = []
        for piece in group.pieces:
            size = _size(piece)
            if length + size > _WORDS_IN_A_SENTENCE and (kept or found[-1]):
                found[-1] += [ConditionGroup(group.frame, tuple(kept))] if kept else []
                found.append([])
                kept, length = [], frame_size
            kept.append(piece)
            length += size
        found[-1].append(ConditionGroup(group.frame, tuple(kept)))
    return [tuple(part) for part in found if part]


def _size(piece: ConditionPiece) -> int:
    return max(len(piece.nl.split()), len(piece.en.split()))


def _words_of(frame: str) -> int:
    """Answer how many words a frame has with its verb and the glue, in the longer of the two languages."""
    table = read_yaml("conditions.yaml")
    family = table["families"][table["frames"][frame]["family"]]
    return max(
        sum(len(str(part).split()) for part in (table["frames"][frame].get(language, ""), *_ends(family[language])))
        for language in ("nl", "en")
    )


def _ends(family: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(family.get(part, "") for part in ("start", "all", "more", "end", "last"))


def pieces_of(conditions: Iterable[Condition]) -> list[tuple[tuple[str, str], ConditionPiece]]:
    """Answer every piece with its frame and words: the reverse of `gather`."""
    return [
        ((group.frame, piece.nl), piece)
        for condition in conditions
        for group in condition.groups
        for piece in group.pieces
    ]


def _say(said: _Said, capacity: Capacity, table: Mapping[str, Any]) -> None:
    entry = table["words"][capacity.channel]
    levels = entry["levels"]
    found = levels.get(capacity.level, levels.get(_EVERY_LEVEL, AS_WRITTEN))
    words = found if isinstance(found, Mapping) else entry
    frame = found["frame"] if isinstance(found, Mapping) else found
    for said_words in say_own_words(capacity.channel, capacity.text, frame):
        _add(said, said_words, capacity, words, table)


def _add(said: _Said, own: Said, capacity: Capacity, words: Mapping[str, Any], table: Mapping[str, Any]) -> None:
    for nl, en in zip(own.nl or words["nl"], own.en or words["en"], strict=True):
        before = said.get((own.frame, nl))
        weight = _weight(capacity, table)
        codes: tuple[str, ...] = (capacity.channel,)
        if before is not None:
            codes, weight = (*before.channels, capacity.channel), max(weight, before.weight)
        said[own.frame, nl] = ConditionPiece(nl, en, codes, weight)


def _covered(said: _Said, table: Mapping[str, Any]) -> _Said:
    """Answer the pieces without the milder ones that a stricter one covers; their channels go to the stricter one."""
    strict = {nl: (frame, nl) for frame in reversed(table["covers"]) for name, nl in said if name == frame}
    kept: _Said = {}
    for key, piece in said.items():
        kept.setdefault(key, piece)
        cover = strict.get(key[1])
        if cover is not None and cover != key:
            del kept[key]
            over = kept.get(cover, said[cover])
            codes = tuple(dict.fromkeys((*over.channels, *piece.channels)))
            kept[cover] = ConditionPiece(over.nl, over.en, codes, max(over.weight, piece.weight))
    return kept


def _weight(capacity: Capacity, table: Mapping[str, Any]) -> float:
    if capacity.level is None or capacity.channel in table["always"]:
        return 1.0
    return min(capacity.level / channels()[capacity.channel].levels, 1.0)
