"""Contract, start, working from home, and the working-time patterns."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from matcher.domain.vacancy import Stated
from matcher.reference.tables import read_yaml
from matcher.vacancy_text.evidence import evidence
from matcher.vacancy_text.passage import Passage
from matcher.vacancy_text.phrases import Phrases
from matcher.vacancy_text.saying import Saying
from matcher.vacancy_text.scope import scope_of

PATTERNS = ("evening", "night", "weekend", "shifts", "on_call")
_NEAR = 60
_OFFERED, _ON_SITE = "offered", "on_site"


@dataclass(frozen=True, slots=True)
class _Rules:
    contracts: Phrases[str]
    order: Mapping[str, int]
    future: re.Pattern[str]
    later: re.Pattern[str]
    start: Phrases[str]
    not_start: re.Pattern[str]
    home: Phrases[str]


@cache
def _rules() -> _Rules:
    raw = read_yaml("vacancy_terms.yaml")
    home = raw["home_working"]
    return _Rules(
        contracts=Phrases([(p, kind) for kind, words in raw["contract"]["words"].items() for p in words]),
        order={kind: place for place, kind in enumerate(raw["contract"]["order"])},
        future=re.compile(raw["contract"]["future"]),
        later=re.compile(raw["contract"]["later"]),
        start=Phrases([(p, "start") for p in raw["start"]["words"]]),
        not_start=re.compile(raw["start"]["not_start"]),
        home=Phrases([*((p, _OFFERED) for p in home["offered"]), *((p, _ON_SITE) for p in home["on_site"])]),
    )


def contract(parts: Iterable[Passage]) -> Stated[str] | None:
    """Answer the contract with which the work starts; what it may become later does not count.

    Args:
        parts: fields, title and text of the vacancy.
    """
    rules = _rules()
    found: list[tuple[bool, int, Stated[str]]] = []
    for part in parts:
        for hit in rules.contracts.search(part):
            first = part.starts[part.sentence_at(hit.start)]
            promised = rules.future.search(part.plain, first, hit.start) or rules.later.match(
                part.plain[hit.end : hit.end + _NEAR]
            )
            if hit.meaning == "permanent" and promised:
                continue
            if scope_of(part, hit.start, hit.end).denied:
                continue
            stated = Stated(hit.meaning, evidence(part, hit.start, hit.end))
            found.append((part.field != "contract", rules.order[hit.meaning], stated))
    return min(found, key=lambda each: each[:2])[2] if found else None


def start(parts: Iterable[Passage]) -> Stated[str] | None:
    """Answer when the work starts, in the vacancy's own words; None when it does not say.

    Args:
        parts: fields, title and text of the vacancy.
    """
    rules = _rules()
    for part in parts:
        for hit in sorted(rules.start.search(part), key=lambda each: each.start):
            first = part.starts[part.sentence_at(hit.start)]
            if not rules.not_start.search(part.plain, first, hit.start):
                proof = evidence(part, hit.found.start("start"), hit.found.end("start"))
                return Stated(proof.quote, proof)
    return None


def home_working(parts: Iterable[Passage]) -> Stated[bool] | None:
    """Answer whether working from home is offered (True) or ruled out (False); None when the vacancy does not say.

    Args:
        parts: fields, title and text of the vacancy.
    """
    said: list[Stated[bool]] = []
    for part in parts:
        for hit in sorted(_rules().home.search(part), key=lambda each: each.start):
            scope = scope_of(part, hit.start, hit.end)
            offered = hit.meaning == _OFFERED and not scope.denied
            said.append(Stated(offered, evidence(part, scope.start, scope.end)))
    return next((each for each in said if not each.value), said[0] if said else None)


def patterns(said: Iterable[Saying]) -> tuple[tuple[str, Stated[bool]], ...]:
    """Answer the working-time patterns that are asked (True) or ruled out (False); the rest is not said.

    What is a matter of agreement is neither. Where a text says both, asked holds: that is the safe side.

    Args:
        said: the phrases of the whole vacancy.
    """
    asked: dict[str, Stated[bool]] = {}
    denied: dict[str, Stated[bool]] = {}
    for saying in said:
        words, scope = saying.words, saying.scope
        stated = [name for name in (words.pattern, *words.also) if name]
        for name in stated:
            if scope.denied:
                denied.setdefault(name, Stated(value=False, evidence=saying.evidence))
            elif not scope.optional and not scope.wish:
                asked.setdefault(name, Stated(value=True, evidence=saying.evidence))
        if not scope.denied:
            for name in words.pattern_denied:
                denied.setdefault(name, Stated(value=False, evidence=saying.evidence))
    return tuple((name, asked.get(name) or denied[name]) for name in PATTERNS if name in asked or name in denied)
