"""Driving licences, certificates and languages that a vacancy requires; a preference is no requirement."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from matcher.domain.vacancy import LANGUAGE_CHOICE, Stated
from matcher.reference.tables import read_yaml
from matcher.vacancy_text.evidence import evidence
from matcher.vacancy_text.passage import Passage, Section
from matcher.vacancy_text.phrases import Hit, Phrases
from matcher.vacancy_text.scope import scope_of
from matcher.vacancy_text.scope_words import scope_words

_LIST_ENDS = re.compile(r"[,;(]\s+(?!(?:en|of)\b)|\bmaar\b|(?<!een )(?<!dikke )(?<!grote )\bplus\b")


@dataclass(frozen=True, slots=True)
class _Rules:
    licences: Phrases[str]
    certificates: Phrases[str]
    languages: Phrases[str]
    earned: re.Pattern[str]
    never_earned: frozenset[str]
    not_required: re.Pattern[str]
    not_required_list: re.Pattern[str]
    language_cues: re.Pattern[str]
    language_not: re.Pattern[str]
    language_asked: re.Pattern[str]
    language_choice: re.Pattern[str]
    language_list: re.Pattern[str]


@cache
def _rules() -> _Rules:
    raw = read_yaml("vacancy_credentials.yaml")

    def phrases(name: str) -> Phrases[str]:
        return Phrases([(pattern, code) for code, words in raw[name]["words"].items() for pattern in words])

    return _Rules(
        licences=phrases("licences"),
        certificates=phrases("certificates"),
        languages=phrases("languages"),
        earned=re.compile(raw["certificates"]["can_be_earned"]),
        never_earned=frozenset(raw["certificates"]["never_earned"]),
        not_required=re.compile(raw["licences"]["not_required"]),
        not_required_list=re.compile(raw["licences"]["not_required_list"]),
        language_cues=re.compile(raw["languages"]["cues"]),
        language_not=re.compile(raw["languages"]["not_asked"]),
        language_asked=re.compile(raw["languages"]["asked_after"]),
        language_choice=re.compile(raw["languages"]["choice"]),
        language_list=re.compile(raw["languages"]["list"]),
    )


def licences(parts: Iterable[Passage]) -> tuple[Stated[str], ...]:
    """Answer the driving licences that are required, each once.

    Args:
        parts: fields, title and text of the vacancy.

    Example:
        >>> from matcher.vacancy_text.passage import passage
        >>> [each.value for each in licences([passage("text", "Rijbewijs B is een must. Rijbewijs BE is een pre.")])]
        ['B']
    """
    return _required(parts, _rules().licences)


def certificates(parts: Iterable[Passage]) -> tuple[Stated[str], ...]:
    """Answer the certificates and registrations that are required, each once.

    Args:
        parts: fields, title and text of the vacancy.
    """
    return _required(parts, _rules().certificates)


def languages(parts: Iterable[Passage]) -> tuple[Stated[str], ...]:
    """Answer the languages that are required, by their Dutch name, each once; a choice of which one is enough is one.

    Args:
        parts: fields, title and text of the vacancy.

    Example:
        >>> from matcher.vacancy_text.passage import passage
        >>> [each.value for each in languages([passage("text", "Je spreekt Pools en Nederlands of Engels.")])]
        ['Pools', 'Nederlands of Engels']
    """
    rules = _rules()
    asked: list[tuple[Passage, Hit[str]]] = []
    for part, hit in _hits(parts, rules.languages):
        sentence = part.sentence_at(hit.start)
        first, last = part.starts[sentence], part.ends[sentence]
        is_list = part.sections[sentence] is Section.ASKS
        if not (is_list or rules.language_cues.search(part.plain, first, last)):
            continue
        if not rules.language_asked.search(part.plain[hit.end : last]) and (
            rules.language_not.search(part.plain, first, last) or not _is_required(part, hit, rules)
        ):
            continue
        asked.append((part, hit))
    found: dict[str, Stated[str]] = {}
    for part, hits, is_choice in _joined(asked, rules):
        for chosen in [hits] if is_choice else [[hit] for hit in hits]:
            name = LANGUAGE_CHOICE.join(dict.fromkeys(hit.meaning for hit in chosen))
            found.setdefault(name, Stated(name, evidence(part, chosen[0].start, chosen[-1].end)))
    return tuple(found.values())


def _joined(asked: Iterable[tuple[Passage, Hit[str]]], rules: _Rules) -> Iterator[tuple[Passage, list[Hit[str]], bool]]:
    """Yield the languages that stand in one row, and whether the last of them is named as another choice."""
    rows: list[tuple[Passage, list[Hit[str]], bool]] = []
    for part, hit in asked:
        if rows and rows[-1][0] is part:
            between = part.plain[rows[-1][1][-1].end : hit.start]
            is_choice = rules.language_choice.search(between) is not None
            if is_choice or rules.language_list.search(between):
                rows[-1] = (part, [*rows[-1][1], hit], is_choice)
                continue
        rows.append((part, [hit], False))
    yield from rows


def language_code(language: str) -> str | None:
    """Answer the ISO 639-1 code of a language that vacancies ask; None for another name.

    Args:
        language: Dutch name, as `Vacancy.languages` gives it, or the code itself.

    Example:
        >>> language_code("Pools"), language_code("pl")
        ('pl', 'pl')
    """
    codes: Mapping[str, str] = read_yaml("vacancy_credentials.yaml")["languages"]["codes"]
    return language if language in codes.values() else codes.get(language)


def _required(parts: Iterable[Passage], phrases: Phrases[str]) -> tuple[Stated[str], ...]:
    rules = _rules()
    found: dict[str, Stated[str]] = {}
    for part, hit in _hits(parts, phrases):
        if _is_required(part, hit, rules):
            found.setdefault(hit.meaning, Stated(hit.meaning, evidence(part, hit.start, hit.end)))
    return tuple(found.values())


def _hits(parts: Iterable[Passage], phrases: Phrases[str]) -> Iterator[tuple[Passage, Hit[str]]]:
    for part in parts:
        for hit in sorted(phrases.search(part), key=lambda each: (each.start, -each.end)):
            yield part, hit


def _is_required(part: Passage, hit: Hit[str], rules: _Rules) -> bool:
    sentence = part.sentence_at(hit.start)
    if part.sections[sentence] is Section.WISHES:
        return False
    if scope_of(part, hit.start, hit.end).denied:
        return False
    if rules.not_required_list.search(part.plain[part.starts[sentence] : hit.start]):
        return False
    if rules.not_required.match(part.plain[hit.end : part.ends[sentence]]):
        return False
    left, right = _clause(part, sentence, hit.start, hit.end)
    if scope_words().wish.search(part.plain, left, right):
        return False
    return hit.meaning in rules.never_earned or rules.earned.search(part.plain, hit.end, right) is None


def _clause(part: Passage, sentence: int, start: int, end: int) -> tuple[int, int]:
    first, last = part.starts[sentence], part.ends[sentence]
    before = [found.end() for found in _LIST_ENDS.finditer(part.plain, first, start)]
    after = _LIST_ENDS.search(part.plain, end, last)
    return (before[-1] if before else first), (after.start() if after else last)
