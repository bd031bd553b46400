"""The lowest level of education that a vacancy asks, its direction, and years of experience."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from matcher.domain.vacancy import Stated
from matcher.reference.tables import read_yaml
from matcher.vacancy_text.evidence import evidence
from matcher.vacancy_text.passage import Passage, Section
from matcher.vacancy_text.phrases import Phrases
from matcher.vacancy_text.scope_words import scope_words

_NONE = "geen"
_NEAR = 60


@dataclass(frozen=True, slots=True)
class _Rules:
    levels: Phrases[tuple[str, bool]]
    none: Phrases[str]
    none_answered: re.Pattern[str]
    cues: re.Pattern[str]
    replaced: re.Pattern[str]
    lowest_replaced: int
    not_asked: re.Pattern[str]
    asked_in_offers: re.Pattern[str]
    opens: re.Pattern[str]
    direction: re.Pattern[str]
    direction_not: re.Pattern[str]
    direction_end: re.Pattern[str]
    scale: Mapping[str, int]
    years: Phrases[str]
    no_years: re.Pattern[str]
    experience: Mapping[str, Any]


@cache
def _rules() -> _Rules:
    raw = read_yaml("vacancy_credentials.yaml")
    one, years = raw["education"], raw["experience"]
    levels = [(p, (row["level"], row.get("bare_mbo", False))) for row in one["levels"] for p in row["words"]]
    return _Rules(
        levels=Phrases(levels),
        none=Phrases([(p, _NONE) for p in one["none"]["words"]]),
        none_answered=re.compile("|".join(one["none_answered"])),
        cues=re.compile(one["cues"]),
        replaced=re.compile(one["experience_will_do"]["after"]),
        lowest_replaced=one["experience_will_do"]["not_up_to"],
        not_asked=re.compile(one["not_asked"]),
        asked_in_offers=re.compile(one["in_offers"]["words"]),
        opens=re.compile(one["in_offers"]["opens"]),
        direction=re.compile(one["direction"]),
        direction_not=re.compile(one["direction_not"]),
        direction_end=re.compile(one["direction_end"]),
        scale=read_yaml("education.yaml")["scale"],
        years=Phrases([*((p, "years") for p in years["years"]), *((p, "none") for p in years["none"])]),
        no_years=re.compile(years["not_years"]),
        experience=years,
    )


@dataclass(frozen=True, slots=True)
class _Named:
    level: int
    wish: bool
    part: Passage
    sentence: int
    start: int
    end: int


def education_level(parts: Iterable[Passage]) -> Stated[int] | None:
    """Answer the lowest level that is enough, on the working scale 1-7; None when the vacancy does not say.

    "Mbo of hbo" asks mbo. A level that is preferred, offered or taught is not asked.

    Args:
        parts: fields, title and text of the vacancy.

    Example:
        >>> from matcher.vacancy_text.passage import passage
        >>> education_level([passage("text", "Minimaal mbo werk- en denkniveau, hbo is een pre.")]).value
        4
    """
    everything = [each for part in parts for each in _named(part)]
    asked = [each for each in everything if not each.wish]
    if not asked:
        return _no_diploma(parts)
    first = min(asked, key=lambda each: (each.part.field != "education", not _has_cue(each), each.start))
    together = [each for each in asked if each.part is first.part and each.sentence == first.sentence]
    lowest = min(together, key=lambda each: (each.level, each.start))
    none = _no_diploma(parts)
    if none is not None and not _has_cue(lowest):
        return none
    last = max(each.end for each in together)
    found = _rules().replaced.match(lowest.part.plain[last : lowest.part.ends[lowest.sentence]])
    if found and lowest.level > _rules().lowest_replaced:
        return Stated(_rules().scale[_NONE], evidence(lowest.part, lowest.start, last + found.end()))
    return Stated(lowest.level, evidence(lowest.part, lowest.start, lowest.end))


def _has_cue(named: _Named) -> bool:
    part = named.part
    return (
        _rules().cues.search(part.plain, part.starts[named.sentence], part.ends[named.sentence]) is not None
        or part.sections[named.sentence] is Section.ASKS
        or part.field == "education"
    )


def _named(part: Passage) -> Iterator[_Named]:
    rules, words = _rules(), scope_words()
    spans: list[tuple[int, int]] = []
    hits = sorted(rules.levels.search(part), key=lambda hit: (hit.meaning[1], hit.start - hit.end))
    for hit in hits:
        sentence = part.sentence_at(hit.start)
        first, last = part.starts[sentence], part.ends[sentence]
        if hit.meaning[1] and any(start <= hit.start < end for start, end in spans):
            continue
        spans.append((hit.start, hit.end))
        if rules.not_asked.search(part.plain, first, last) or _is_offered(part, sentence, hit.start):
            continue
        yield _Named(
            rules.scale[hit.meaning[0]],
            _is_wish(part, sentence, hit.start, hit.end, words.wish),
            part,
            sentence,
            hit.start,
            hit.end,
        )


def _is_offered(part: Passage, sentence: int, at: int) -> bool:
    """Answer whether a level is part of what the employer gives, by its heading and its sentence."""
    rules, first, last = _rules(), part.starts[sentence], part.ends[sentence]
    if part.sections[sentence] is not Section.OFFERS or rules.opens.match(part.plain[first:at]):
        return False
    return rules.asked_in_offers.search(part.plain, first, last) is None


def _is_wish(part: Passage, sentence: int, start: int, end: int, wish: re.Pattern[str]) -> bool:
    if part.sections[sentence] is Section.WISHES:
        return True
    first, last = part.starts[sentence], part.ends[sentence]
    left = max(part.plain.rfind(",", first, start), part.plain.rfind("(", first, start), first)
    comma = [at for sign in ",;(" if (at := part.plain.find(sign, end, last)) >= 0]
    right = min(comma, default=last)
    return wish.search(part.plain, left, right) is not None


def _no_diploma(parts: Iterable[Passage]) -> Stated[int] | None:
    rules = _rules()
    for part in parts:
        hits = sorted(rules.none.search(part), key=lambda hit: hit.start)
        if hits:
            return Stated(rules.scale[_NONE], evidence(part, hits[0].start, hits[0].end))
        answered = rules.none_answered.search(part.plain)
        if answered is not None:
            return Stated(rules.scale[_NONE], evidence(part, answered.start(), answered.end()))
    return None


def education_direction(parts: Iterable[Passage], level: Stated[int] | None) -> Stated[str] | None:
    """Answer the direction of the education that is asked, in the vacancy's own words; None when it does not say.

    Args:
        parts: fields, title and text of the vacancy.
        level: the level that is asked; the direction stands in its sentence.
    """
    if level is None or level.value <= 1:
        return None
    rules = _rules()
    for part in parts:
        if part.field != level.evidence.field:
            continue
        sentence = part.sentence_at(level.evidence.start)
        first, last = part.starts[sentence], part.ends[sentence]
        for found in rules.direction.finditer(part.plain, first, last):
            words = found["direction"]
            while (shorter := rules.direction_end.sub("", words).rstrip(" ,&")) != words:
                words = shorter
            if words and not rules.direction_not.match(words):
                start = found.start("direction")
                proof = evidence(part, start, start + len(words))
                return Stated(proof.quote, proof)
    return None


def experience_years(parts: Iterable[Passage]) -> Stated[Decimal] | None:
    """Answer the years of experience that are asked; 0 when the text says that none is needed, None when it is silent.

    Args:
        parts: fields, title and text of the vacancy.

    Example:
        >>> from matcher.vacancy_text.passage import passage
        >>> str(experience_years([passage("text", "Minimaal 2 jaar ervaring in een magazijn.")]).value)
        '2'
    """
    rules, wish, none = _rules(), scope_words().wish, None
    for part in parts:
        for hit in sorted(rules.years.search(part), key=lambda each: each.start):
            sentence = part.sentence_at(hit.start)
            if hit.meaning == "none":
                none = none or Stated(Decimal(0), evidence(part, hit.start, hit.end))
                continue
            if wish.search(part.plain, hit.start, part.ends[sentence]) or part.sections[sentence] is Section.WISHES:
                continue
            if rules.no_years.search(part.plain, part.starts[sentence], hit.start):
                continue
            written = hit.found["n"]
            value = Decimal(str(rules.experience["numbers"].get(written, written)))
            return Stated(value, evidence(part, hit.start, hit.end))
    return none
