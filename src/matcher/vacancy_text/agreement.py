"""Phrases and the clause model weighed together: what both bear out counts, what is in doubt is left open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from matcher.reference.channels import channels
from matcher.vacancy_text.clause_model import clause_model
from matcher.vacancy_text.demand_words import DemandWords, Shares, demand_phrases, meaning_of
from matcher.vacancy_text.evidence import evidence
from matcher.vacancy_text.passage import Passage
from matcher.vacancy_text.saying import Saying, is_asking, shares_said
from matcher.vacancy_text.scope import Scope, is_bare_question
from matcher.vacancy_text.scored import Scored, scored
from matcher.vacancy_text.weighing import Weighed, holds, weighed, weights

MODEL = "clause_model"
"""Name of the group of what the clause model alone says."""

_WITHIN = 100


def agreed(
    said: Sequence[Saying], parts: Iterable[Passage]
) -> tuple[tuple[Saying, ...], frozenset[str], tuple[Saying, ...]]:
    """Answer the statements that hold, the channels on which the phrases are in doubt, and what may be said besides.

    A channel holds as asked or as denied where phrases and model together make that likely and the reverse unlikely.
    A clock and a load that is named hold by themselves. What no phrase says and the model reads surely is added. A
    channel in doubt is neither asked nor denied: a question. So is what the model alone denies, unless it is all but
    sure, and a short question.

    Args:
        said: every phrase of the vacancy.
        parts: title and text of the vacancy.
    """
    parts = tuple(parts)
    every = scored(parts)
    by_field = {part.field: part for part in parts}
    by_channel = by_channels(said)
    if every is None:
        return tuple(said), frozenset(), ()
    choices = {channel for saying in said if _is_choice(saying) for channel in saying.words.asks}
    asked: dict[str, bool] = {}
    added: list[Saying] = []
    perhaps: list[Saying] = []
    for name, found in weighed(by_channel, every).items():
        phrases, is_asked = by_channel.get(name, ()), found.asked > found.denied
        if name in choices and not phrases:
            continue
        ways = {is_asking(saying) for saying in phrases}
        if not holds(found, said=bool(phrases)) or _turned(found, ways):
            if not phrases and (found.asked > weights().doubt_above or holds(found, said=False)):
                perhaps.append(_added(name, every, found.row, denied=False))
            continue
        if is_asked and phrases and all(_is_bare(saying, by_field) for saying in phrases if is_asking(saying)):
            continue
        asked[name] = is_asked
        if not phrases and is_asked and _only_asks(name, every, found):
            perhaps.append(_added(name, every, found.row, denied=False))
        elif not phrases:
            added.append(_added(name, every, found.row, denied=not is_asked))
    in_doubt = frozenset(
        name
        for name, phrases in by_channel.items()
        if name in clause_model().channels and name not in asked and not any(map(_stands, phrases))
    )
    return (*_held(said, asked, in_doubt), *added), in_doubt, tuple(perhaps)


def _only_asks(name: str, every: Scored, found: Weighed) -> bool:
    """Answer whether what the model alone reads as asked is no more than a question."""
    short = is_bare_question(every.parts[found.row], every.clauses[found.row].start)
    return short or name in weights().never_asked_alone


def _turned(found: Weighed, ways: set[bool]) -> bool:
    """Answer whether a reading goes against phrases or denies unsurely: no more than a doubt."""
    if found.asked > found.denied:
        return ways == {False}
    if not ways:
        return found.denied < weights().denied_alone
    bar = weights().denied_though_asked if True in ways else weights().denied_above
    return ways == {True} or found.denied < bar


def by_channels(said: Iterable[Saying]) -> dict[str, list[Saying]]:
    """Answer the phrases of each channel that they speak of.

    Args:
        said: phrases of a vacancy.
    """
    found: dict[str, list[Saying]] = {}
    for saying in said:
        for channel, _ in shares_said(saying):
            found.setdefault(channel, []).append(saying)
    return found


def _is_bare(saying: Saying, by_field: Mapping[str, Passage]) -> bool:
    """Answer whether a statement is no more than a short question ("Tillen?")."""
    return saying.amount is None and is_bare_question(by_field[saying.evidence.field], saying.evidence.start)


def _is_choice(saying: Saying) -> bool:
    """Answer whether a statement makes a working time a matter of agreement."""
    return bool(saying.words.pattern) and saying.scope.optional and not saying.scope.denied


def _stands(saying: Saying) -> bool:
    """Answer whether a statement holds whatever the model says: a clock, or a load that is handled."""
    return saying.words.certain or (saying.amount is not None and is_asking(saying))


def _held(said: Iterable[Saying], asked: dict[str, bool], in_doubt: frozenset[str]) -> Iterator[Saying]:
    """Yield the statements that hold: not those wholly in doubt, nor those that the whole of the text overrules."""
    for saying in said:
        names = {channel for channel, _ in shares_said(saying)}
        ways = {asked[name] for name in names if name in asked}
        if _stands(saying) or not names or not (names <= in_doubt or ways == {not is_asking(saying)}):
            yield saying


def _added(channel: str, every: Scored, row: int, *, denied: bool) -> Saying:
    part, clause = every.parts[row], every.clauses[row]
    scope = Scope(
        denied=denied,
        weakly=True,
        wish=False,
        optional=False,
        rare=False,
        by_others=False,
        start=clause.start,
        end=clause.end,
    )
    return Saying(_mildest(channel), scope, None, evidence(part, clause.start, clause.end))


@cache
def _mildest(channel: str) -> DemandWords:
    """Answer what is said when only the channel is known: the reading that commits to least of all phrases about it."""
    readings: list[Shares] = [words.asks[channel] for words in demand_phrases().meanings if channel in words.asks]
    levels = channels()[channel].levels
    usual: Shares = (_WITHIN, *(0 for _ in range(levels))) if levels == 1 else (None,) * (levels + 1)
    mildest = max(readings, key=lambda shares: (shares.count(None), -shares.count(0)), default=usual)
    return meaning_of({"code": MODEL, "asks": {channel: mildest}})
