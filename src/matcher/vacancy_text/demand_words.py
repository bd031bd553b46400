"""The vocabulary of what work asks, compiled once (vacancy_demands.yaml)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from matcher.reference.channels import channels
from matcher.reference.tables import read_yaml
from matcher.vacancy_text.phrases import Phrases

Shares = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class DemandWords:
    """What one group of phrases says.

    Attributes:
        code: name of the group.
        asks: shares per channel when stated; empty when the phrases themselves say that little is asked.
        eases: shares per channel when denied, or when stated by a group that says that little is asked.
        yields: whether the phrases only name a place or a thing, so that a denial elsewhere in the text goes first.
        amount: quantity that a figure in the same sentence gives, or empty.
        needs_amount: whether the phrases mean something only with a figure.
        only_denied: whether the phrases mean something only when they are denied.
        frees: whether the phrases offer a choice, so that what is asked elsewhere on their channels is not a demand.
        hints: whether the phrases only make it likely that something is asked: a question, no demand.
        narrowed_by: words by which a sentence denies only a part ("niet internationaal"), so that it is a question.
        certain: whether the phrases are figures (a clock), on which the model of words has nothing to say.
        pattern: working-time pattern that the phrases state, or empty.
        also: more patterns that are stated with it.
        pattern_denied: patterns that the phrases rule out.
        about: channels and pattern that the group speaks of, or whose phrases mean nothing of their own within it.
    """

    code: str
    asks: Mapping[str, Shares]
    eases: Mapping[str, Shares]
    amount: str
    needs_amount: bool
    only_denied: bool
    frees: bool
    yields: bool
    hints: bool
    narrowed_by: re.Pattern[str] | None
    certain: bool
    pattern: str
    also: tuple[str, ...]
    pattern_denied: tuple[str, ...]
    about: frozenset[str]


@cache
def demand_phrases() -> Phrases[DemandWords]:
    """Answer the phrases about what work asks."""
    raw = read_yaml("vacancy_demands.yaml")
    groups = [(group["words"], meaning_of(group)) for group in raw["groups"]]
    return Phrases([(pattern, meaning) for words, meaning in groups for pattern in words], raw["macros"])


@cache
def full_week_hours() -> int:
    """Answer from how many hours a working week is full."""
    return int(read_yaml("vacancy_demands.yaml")["full_week"]["hours"])


@cache
def demand_words(code: str) -> DemandWords:
    """Answer one group by its name.

    Args:
        code: name of the group in vacancy_demands.yaml.
    """
    raw = read_yaml("vacancy_demands.yaml")["groups"]
    return next(meaning_of(group) for group in raw if group["code"] == code)


@cache
def highest_kg() -> int:
    """Answer the load above which kilos are not those of something that a person handles."""
    return int(read_yaml("vacancy_demands.yaml")["weights"]["highest_kg"])


@cache
def light_kg() -> int:
    """Answer the heaviest load that is still light work."""
    return int(read_yaml("vacancy_demands.yaml")["weights"]["light_kg"])


def meaning_of(group: Mapping[str, Any]) -> DemandWords:
    """Answer what a group stands for.

    Args:
        group: as it stands in vacancy_demands.yaml.
    """
    asks = {channel: tuple(shares) for channel, shares in group.get("asks", {}).items()}
    eases = {channel: tuple(shares) for channel, shares in group.get("eases", {}).items()}
    for channel in asks:
        eases.setdefault(channel, (100,) * (channels()[channel].levels + 1))
    return DemandWords(
        code=group["code"],
        asks=asks,
        eases=eases,
        amount=group.get("amount", ""),
        needs_amount=group.get("needs_amount", False),
        only_denied=group.get("only_denied", False),
        frees=group.get("frees", False),
        yields=group.get("yields", False),
        hints=group.get("hints", False),
        narrowed_by=re.compile(group["narrowed_by"]) if "narrowed_by" in group else None,
        certain=group.get("certain", False),
        pattern=group.get("pattern", ""),
        also=tuple(group.get("also", ())),
        pattern_denied=tuple(group.get("pattern_denied", ())),
        about=frozenset(
            filter(
                None,
                (*asks, *eases, *group.get("covers", ()), group.get("pattern", ""), *group.get("pattern_denied", ())),
            )
        ),
    )
