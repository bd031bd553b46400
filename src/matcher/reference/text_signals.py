"""What to look for in the words beside a score: hidden limits, and terms that may not be kept."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from matcher.reference.patterns import any_of
from matcher.reference.tables import read_csv, read_yaml


@dataclass(frozen=True, slots=True)
class Topic:
    """What a text may be about.

    Attributes:
        code: stable short name.
        channels: channels that the words are about.
        words: pattern in small letters without accents.
        unless: a pattern that takes the meaning away, or None.
    """

    code: str
    channels: tuple[str, ...]
    words: re.Pattern[str]
    unless: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class LimitSigns:
    """Patterns that tell a limit from an ordinary remark.

    Attributes:
        limit: words that make a limit ("niet", "maximaal").
        no_limit: whole phrases that say there is none ("geen beperking", "n.v.t.").
        note_no_limit: whole phrases that say so beside an item for own conditions.
        explains: single words that only give the degree, side or moment of a limit.
        side_only: single words of a note about a side of the body.
        ban: words that leave nothing of an activity ("in het geheel niet").
        at_most: words before a figure that is the most of something.
        doubt: signs that leave a score open ("?").
        clock: times of day.
        night_itself: the hours of the night as the list gives them.
        fewer_evenings: words that leave fewer evenings than "not every evening".
        one_side: words that say that a limit holds on one side of the body only.
        build_up: words of a build-up schedule.
        marginal: words that say marginal.
        work: words that show that hours are working hours.
        topics: what a text may be about.
    """

    limit: re.Pattern[str]
    no_limit: re.Pattern[str]
    note_no_limit: re.Pattern[str]
    explains: re.Pattern[str]
    side_only: re.Pattern[str]
    ban: re.Pattern[str]
    at_most: re.Pattern[str]
    doubt: re.Pattern[str]
    clock: re.Pattern[str]
    night_itself: re.Pattern[str]
    fewer_evenings: re.Pattern[str]
    one_side: re.Pattern[str]
    build_up: re.Pattern[str]
    marginal: re.Pattern[str]
    work: re.Pattern[str]
    topics: tuple[Topic, ...]


@cache
def limit_signs() -> LimitSigns:
    """Answer the patterns for hidden limits.

    Example:
        >>> bool(limit_signs().no_limit.fullmatch("geen beperking"))
        True
    """
    raw = read_yaml("hidden_limits.yaml")
    return LimitSigns(
        limit=_any(raw["limit"]),
        no_limit=_any(raw["no_limit"], raw["activities"]),
        note_no_limit=_any(raw["note_no_limit"]),
        explains=_any(raw["explains"]),
        side_only=_any(raw["side_only"]),
        ban=_any(raw["ban"], raw["activities"]),
        at_most=_any(raw["at_most"]),
        doubt=_any(raw["doubt"]),
        clock=_any(raw["clock"]),
        night_itself=_any(raw["night_itself"]),
        fewer_evenings=_any(raw["fewer_evenings"]),
        one_side=_any(raw["one_side"]),
        build_up=_any(raw["build_up"]),
        marginal=_any(raw["marginal"]),
        work=_any(raw["work"]),
        topics=tuple(_topic(part) for part in raw["topics"]),
    )


def _topic(raw: Mapping[str, Any]) -> Topic:
    unless = raw.get("unless")
    return Topic(raw["code"], tuple(raw["channels"]), _any(raw["words"]), _any(unless) if unless else None)


def _any(patterns: list[str], activities: str = "") -> re.Pattern[str]:
    return any_of(pattern.replace("{act}", activities) for pattern in patterns)


@dataclass(frozen=True, slots=True)
class WithheldTerm:
    """A term that names a diagnosis, cause, medicine or treatment (decision 8).

    Attributes:
        term: the term in small letters; a space also stands for a hyphen or nothing.
        match: `start` of a word, whole `word`, `part` of a word, `end` of a word, or `exact` in these capitals.
        group: diagnosis, cause, medicine or treatment.
        also_in_work: True when it is withheld in words about work too, without a word such as "wegens" beside it.
    """

    term: str
    match: str
    group: str
    also_in_work: bool


@cache
def withheld_terms() -> tuple[WithheldTerm, ...]:
    """Answer every term that may not be kept.

    Example:
        >>> any(term.term == "hernia" for term in withheld_terms())
        True
    """
    return tuple(
        WithheldTerm(row["term"], row["match"], row["group"], row["work_text"] == "withhold")
        for row in read_csv("withheld_terms.csv")
    )


def plain(text: str) -> str:
    """Answer a text in small letters without accents, with simple quotes and dashes.

    Example:
        >>> plain("Géén werk")
        'geen werk'
    """
    return without_accents(text).casefold()


def without_accents(text: str) -> str:
    """Answer a text without accents, with simple quotes and dashes; capitals stay.

    Example:
        >>> without_accents("Eén MS-patiënt")
        'Een MS-patient'
    """
    if text.isascii():  # most texts; the long way costs a reader of documents half its time
        return text  # none of the signs that are written simpler is among these
    decomposed = unicodedata.normalize("NFKD", text.translate(_SIMPLE))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


_SIMPLE = {ord("’"): "'", ord("‘"): "'", ord("–"): "-", ord("—"): "-", ord("‑"): "-", ord("\u00ad"): None}
