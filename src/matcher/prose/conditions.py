"""The work conditions in positive words: every limited channel in one of five sentences, without figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matcher.domain.capacity import Capacity, CapacityProfile
from matcher.prose.audience import audiences_of
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.grammar import in_list
from matcher.prose.wording import Wording
from matcher.reference.channels import channels
from matcher.reference.tables import read_yaml

ANNEX = "conditions.annex"
_WORDS_IN_ONE_LIST = 23


@dataclass(frozen=True, slots=True)
class _Said:
    """Words of one channel with their weight, so that the strictest limits are kept when there is little room."""

    frame: str
    words: tuple[str, ...]
    channel: str
    weight: float


def condition_sentences(profile: CapacityProfile, words: Wording, most: int) -> tuple[Sentence, ...]:
    """Answer the sentences on conditions for every limited channel; hours and times are said elsewhere.

    Args:
        profile: capacity.
        words: the wording in force; its language decides the words.
        most: how many conditions one sentence may name. What is left out is covered by a sentence on the annex.

    Returns:
        No sentence when nothing is limited but hours.
    """
    table = read_yaml("prose_conditions.yaml")
    said = [entry for capacity in profile.limited() if (entry := _said(capacity, table, words.language)) is not None]
    light = any(capacity.channel in table["light"] for capacity in profile.limited())
    found: list[Sentence] = []
    left_out = False
    for frame in table["frames"]:
        pieces = _pieces([entry for entry in said if entry.frame == frame], table["words"])
        # Without any tolerance: these are never cut.
        kept = pieces if frame == "without" else _heaviest(pieces, most)
        left_out = left_out or len(kept) < len(pieces)
        key = "conditions.little_light" if frame == "little" and light else f"conditions.{frame}"
        for part in _parts([piece for piece, _ in kept]):
            refs = ", ".join(dict.fromkeys(piece.source_ref for piece in part))
            listed = in_list(part, words.language)
            found.append(words.say(key, "conditions", Provenance.FORM, refs, list=listed))
    if left_out:
        found.append(words.say(ANNEX, "conditions", Provenance.FORM, "form"))
    return tuple(found)


def _parts(pieces: Sequence[Fragment]) -> list[list[Fragment]]:
    """Answer the pieces over as many sentences as plain length asks."""
    found: list[list[Fragment]] = []
    length = _WORDS_IN_ONE_LIST + 1
    for piece in pieces:
        size = len(piece.text.split())
        if length + size > _WORDS_IN_ONE_LIST:
            found.append([])
            length = 0
        found[-1].append(piece)
        length += size
    return found


def _said(capacity: Capacity, table: Mapping[str, Any], language: str) -> _Said | None:
    if capacity.channel in table["hours"]:
        return None
    words = table["words"]
    entry = words.get(f"{capacity.channel}@{capacity.level}", words.get(capacity.channel))
    if entry is None:
        return None
    levels = channels()[capacity.channel].levels
    strict = capacity.level is None or capacity.channel in table["always"]
    weight = 1.0 if strict or capacity.level is None else capacity.level / levels
    return _Said(entry["frame"], tuple(entry[language]), capacity.channel, weight)


def _pieces(said: Sequence[_Said], order: Mapping[str, Any]) -> list[tuple[Fragment, float]]:
    """Answer each word once, in the order of the table, with the largest weight of its channels."""
    rank = {name.split("@")[0]: place for place, name in reversed(list(enumerate(order)))}
    found: dict[str, tuple[list[str], float]] = {}
    for entry in sorted(said, key=lambda one: rank[one.channel]):
        for word in entry.words:
            refs, weight = found.get(word, ([], 0.0))
            found[word] = ([*refs, entry.channel], max(weight, entry.weight))
    return [
        (Fragment(word, Provenance.FORM, audiences_of("conditions"), f"form.{'+'.join(refs)}"), weight)
        for word, (refs, weight) in found.items()
    ]


def _heaviest(pieces: list[tuple[Fragment, float]], most: int) -> list[tuple[Fragment, float]]:
    if len(pieces) <= most:
        return pieces
    kept = sorted(range(len(pieces)), key=lambda place: (-pieces[place][1], place))[:most]
    return [pieces[place] for place in sorted(kept)]
