"""What the doctor's own words say, in our words: a ban stays a ban, and what we do not know is never guessed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matcher.domain.capacity import Capacity
from matcher.reference.tables import read_yaml
from matcher.reference.text_signals import plain

WITHOUT = "without"
AS_WRITTEN = "as_written"
_EDGE = " \t,.:()\"'"


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a condition in a frame.

    Attributes:
        frame: how much of it the work may ask.
        nl: the words in Dutch; empty when they are the ordinary words of the item.
        en: the same in English.
    """

    frame: str
    nl: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


def say_own_words(channel: str, text: str | None, frame: str) -> tuple[Said, ...]:
    """Answer the frames and words that a limited item gets, given what the doctor wrote beside it.

    Args:
        channel: channel code.
        text: the doctor's words, or None.
        frame: the frame of the level; `as_written` where the list leaves the degree to the doctor.

    Returns:
        At least one; `as_written` for words that our list does not know and that say more than the level does.

    Example:
        >>> [said.nl for said in say_own_words("III.3", "geen contact met latex", "as_written")]
        [('latex',)]
        >>> [said.frame for said in say_own_words("III.3", None, "as_written")]
        ['limited']
    """
    rules = read_yaml("conditions.yaml")["own_words"]
    if text is None:
        return (Said("limited" if frame == AS_WRITTEN else frame),)
    if channel not in rules["read"]:
        return (Said(frame),)
    strict = frame in read_yaml("conditions.yaml")["strict"]
    found: dict[Said, None] = {}
    for clause in _clauses(text, rules):
        known = _amount(clause, channel, rules) or _ban(clause, channel, rules)
        if not known and _of_a_sibling(clause, channel, rules):
            continue
        unknown = AS_WRITTEN if not strict and re.search(rules["denies"], clause) else frame
        found.update(dict.fromkeys(known or (Said(unknown),)))
    return tuple(found) or (Said(frame),)


def names_situation(capacity: Capacity) -> bool:
    """Answer whether the doctor's words name a situation that is ruled out whole, so that no degree is left to ask.

    Args:
        capacity: a limited item without a degree; without words of the doctor the degree is open.

    Example:
        >>> from matcher.domain.capacity import CapacityStatus
        >>> names_situation(Capacity("III.3", CapacityStatus.LIMITED, 1, text="geen contact met latex"))
        True
    """
    if capacity.text is None:
        return False
    said = say_own_words(capacity.channel, capacity.text, AS_WRITTEN)
    return all(each.frame in read_yaml("conditions.yaml")["strict"] for each in said)


def _clauses(text: str, rules: Mapping[str, Any]) -> Iterator[str]:
    for part in re.split(rules["clauses"], plain(text)):
        clause = " ".join((part or "").strip(_EDGE).split())
        if clause and not re.fullmatch(rules["example"], clause):
            yield clause


def _of_a_sibling(clause: str, channel: str, rules: Mapping[str, Any]) -> bool:
    """Answer whether a clause is about another part of the same item: one text may stand beside more than one part."""
    item = f"{channel.rpartition('.')[0]}."
    parts = [other for other in rules["read"] if other != channel and other.startswith(item)]
    return item.count(".") > 1 and any(_amount(clause, other, rules) for other in parts)


def _amount(clause: str, channel: str, rules: Mapping[str, Any]) -> tuple[Said, ...]:
    for entry in rules["amounts"]:
        if channel in entry["channels"] and re.fullmatch(entry["said"], clause):
            nl, en = tuple(entry.get("nl", ())), tuple(entry.get("en", ()))
            return tuple(Said(frame, nl, en) for frame in entry["frames"])
    return ()


def _ban(clause: str, channel: str, rules: Mapping[str, Any]) -> tuple[Said, ...]:
    """Answer what a clause rules out; nothing when one thing in it is unknown, as half a ban would be milder."""
    if re.fullmatch(rules["nothing"], clause):
        return (Said(WITHOUT),)
    hit = re.fullmatch(rules["ban"], clause)
    if hit is None:
        return ()
    what = hit["what"] or hit["avoided"]
    whole = _thing(what, channel, rules["things"])
    if whole is not None:
        return (whole,)
    parts = [_thing(part, channel, rules["things"]) for part in re.split(rules["items"], what)]
    known = tuple(part for part in parts if part is not None)
    return known if len(known) == len(parts) else ()


def _thing(words: str, channel: str, things: Sequence[Mapping[str, Any]]) -> Said | None:
    return next(
        (
            Said(entry["frame"], tuple(entry["nl"]), tuple(entry["en"]))
            for entry in things
            if channel in entry["channels"] and re.fullmatch(entry["said"], words)
        ),
        None,
    )
