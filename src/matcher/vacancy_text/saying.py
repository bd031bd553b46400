"""One statement about what the work asks, and what it means for the levels of its channels."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from matcher.domain.vacancy import Evidence
from matcher.reference.channels import channels
from matcher.vacancy_text.amounts import Amount, shares_of
from matcher.vacancy_text.demand_words import DemandWords, Shares, light_kg
from matcher.vacancy_text.scope import Scope

_WITHOUT_DEGREES = 2


@dataclass(frozen=True, slots=True)
class Saying:
    """One phrase about what the work asks, in its sentence.

    Attributes:
        words: what the phrase stands for.
        scope: what its sentence does to it.
        amount: a figure beside it, or None.
        evidence: the words.
    """

    words: DemandWords
    scope: Scope
    amount: Amount | None
    evidence: Evidence


def is_asking(saying: Saying) -> bool:
    """Answer whether a statement says that the work asks something."""
    return bool(saying.words.asks) and not saying.scope.denied and not saying.scope.by_others


def is_light(saying: Saying) -> bool:
    """Answer whether a statement names so small a load that it says that the work is light."""
    return saying.amount is not None and saying.words.amount.endswith("_kg") and saying.amount.value <= light_kg()


def shares_said(saying: Saying) -> Iterator[tuple[str, Shares]]:
    """Yield the channels that a statement speaks of with the shares that it gives, asked or denied."""
    words, scope = saying.words, saying.scope
    if not words.asks:
        if not scope.denied:
            yield from words.eases.items()
        return
    if scope.by_others and not scope.denied:
        yield from ((channel, shares) for channel, shares in words.eases.items() if None in shares)
        return
    if words.pattern and scope.optional and not scope.denied:
        return
    for channel, shares in words.asks.items():
        if scope.denied and saying.amount is not None:
            yield channel, _up_to(channel, saying.amount.value)
        elif scope.denied:
            yield channel, _weakened(words.eases[channel]) if scope.weakly else words.eases[channel]
        elif saying.amount is not None and channels()[channel].quantity == words.amount:
            yield channel, shares_of(channel, saying.amount.value)
        else:
            yield channel, shares


def _weakened(shares: Shares) -> Shares:
    """Answer the shares when a little is left: within the norm and, on a channel without degrees, within the limit."""
    return shares if len(shares) <= _WITHOUT_DEGREES else (shares[0], *(None for _ in shares[1:]))


def _up_to(channel: str, value: Decimal) -> Shares:
    """Answer the shares of work that stays below a figure: how far below is not said."""
    return tuple(share or None for share in shares_of(channel, value))
