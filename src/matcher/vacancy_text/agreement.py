"""Phrases and the clause model weighed together: what both bear out counts, what is in doubt is left open."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from matcher.reference.channels import channels
from matcher.reference.tables import read_yaml
from matcher.vacancy_text.clause_model import Floats, clause_model
from matcher.vacancy_text.clauses import Clause, clauses
from matcher.vacancy_text.demand_words import DemandWords, Shares, demand_phrases, meaning_of
from matcher.vacancy_text.evidence import evidence
from matcher.vacancy_text.passage import Passage
from matcher.vacancy_text.saying import Saying, is_asking, shares_said
from matcher.vacancy_text.scope import Scope
from matcher.vacancy_text.scope_words import scope_words

MODEL = "clause_model"
"""Name of the group of what the clause model alone says."""

_HOURS = "VI."
_WITHIN = 100


@dataclass(frozen=True, slots=True)
class _Scored:
    """A clause, or a sentence of several, with the figures of the model."""

    part: Passage
    clause: Clause
    scores: Floats
    whole: bool


@dataclass(frozen=True, slots=True)
class _Rules:
    polarity: Mapping[str, float]
    channel: Mapping[str, float]
    cues: re.Pattern[str]


@cache
def _rules() -> _Rules:
    raw = read_yaml("vacancy_clause_model.yaml")
    return _Rules(raw["polarity"], raw["channel"], re.compile(raw["cues"]["words"]))


def agreed(said: Sequence[Saying], parts: Iterable[Passage]) -> tuple[tuple[Saying, ...], frozenset[str]]:
    """Answer the statements that hold, and the channels on which the text is in doubt.

    A phrase that reads as asked where the clause may deny it is left open; so is a phrase that the model contradicts.
    What no phrase says and the model reads surely is added. A channel in doubt is neither asked nor denied: a question.

    Args:
        said: every phrase of the vacancy.
        parts: title and text of the vacancy.
    """
    by_part = {part.field: _scored(part) for part in parts}
    scored = [each for those in by_part.values() for each in those]
    if not scored:
        return tuple(said), frozenset()
    kept = [held for saying in said if (held := _held(saying, by_part[saying.evidence.field])) is not None]
    model, names = clause_model(), {channel: place for place, channel in enumerate(clause_model().channels)}
    table = np.stack([each.scores for each in scored])
    best = table[:, : len(model.channels)].argmax(axis=0)
    spoken: dict[str, set[bool]] = {}
    certain: set[str] = set()
    measured: set[str] = set()
    for saying in kept:
        for channel, _ in shares_said(saying):
            spoken.setdefault(channel, set()).add(is_asking(saying))
            if saying.words.certain:
                certain.add(channel)
            if saying.amount is not None and is_asking(saying):
                measured.add(channel)
    open_channels, rules = set(), _rules()
    for channel, ways in spoken.items():
        place = names.get(channel)
        if place is None:
            continue
        row = best[place]
        weak = table[row, place] < rules.channel["drops_below"]
        unsettled = len(ways) > 1 and table[row, -1] <= rules.polarity["settles_both"]
        if channel not in measured and (unsettled or (weak and channel not in certain)):
            open_channels.add(channel)
    touched = {channel for saying in said for channel, _ in shares_said(saying)}
    added = tuple(
        alone
        for channel, place in names.items()
        if channel not in touched and (alone := _added(channel, float(table[best[place], place]), scored[best[place]]))
    )
    return (*kept, *added), frozenset(open_channels)


def _scored(part: Passage) -> tuple[_Scored, ...]:
    sentences = clauses(part)
    if not sentences:
        return ()
    model, pieces = clause_model(), [clause for sentence in sentences for clause in sentence]
    sums = model.sums([part.plain[clause.start : clause.end] for clause in pieces])
    wholes: list[Clause] = []
    of_wholes: list[Floats] = []
    at = 0
    for sentence in sentences:
        if len(sentence) > 1:
            wholes.append(Clause(sentence[0].start, sentence[-1].end))
            of_wholes.append(sums[at : at + len(sentence)].sum(axis=0))
        at += len(sentence)
    figures = model.finished(np.vstack([sums, *of_wholes]) if of_wholes else sums)
    return tuple(
        _Scored(part, clause, figures[row], whole=row >= len(pieces)) for row, clause in enumerate((*pieces, *wholes))
    )


def _held(saying: Saying, scored: Iterable[_Scored]) -> Saying | None:
    """Answer a statement as it holds: as it was, denied, or None when it is in doubt."""
    start, end, rules = saying.evidence.start, saying.evidence.end, _rules().polarity
    around = [each for each in scored if not each.whole and each.clause.start < end and each.clause.end > start]
    if not around or saying.words.certain or not (saying.words.asks or saying.words.eases):
        return saying
    polarity = sum(float(each.scores[-1]) for each in around) / len(around)
    if not is_asking(saying):
        return None if polarity > rules["doubt_denied" if saying.words.asks else "doubt_light"] else saying
    affirmed, doubtful, asked_of_reader = _doubts(around, start, end)
    if doubtful and polarity < rules["denies_with_cue"]:
        return replace(saying, scope=replace(saying.scope, denied=True))
    if doubtful:
        return None if asked_of_reader or polarity < rules["asks_despite_cue"] else saying
    if affirmed or saying.amount is not None:
        return saying
    return None if polarity < rules["doubt_asked"] else saying


def _doubts(around: Sequence[_Scored], start: int, end: int) -> tuple[bool, bool, bool]:
    """Answer whether denying words are known to affirm here, whether others may deny, and whether it is a question."""
    affirmed = doubtful = False
    for each in around:
        part, first, last = each.part, each.clause.start, each.clause.end
        sentence = part.sentence_at(first)
        affirming = [
            hit.span() for hit in scope_words().affirms.finditer(part.plain, part.starts[sentence], part.ends[sentence])
        ]
        for cue in _rules().cues.finditer(part.plain, first, last):
            belongs = start <= cue.start() < end or any(a <= cue.start() < b for a, b in affirming)
            affirmed, doubtful = affirmed or belongs, doubtful or not belongs
    question = any("?" in each.part.plain[each.clause.start : each.clause.end] for each in around)
    return affirmed, doubtful or question, question


def _added(channel: str, score: float, where: _Scored) -> Saying | None:
    rules = _rules()
    least = rules.channel["adds_hours_above" if channel.startswith(_HOURS) else "adds_above"]
    polarity = float(where.scores[-1])
    denied = polarity < rules.channel["adds_denied_below"]
    if score <= least or not (denied or polarity > rules.channel["adds_asked_above"]):
        return None
    scope = Scope(
        denied=denied,
        weakly=True,
        wish=False,
        optional=False,
        rare=False,
        by_others=False,
        start=where.clause.start,
        end=where.clause.end,
    )
    return Saying(_mildest(channel), scope, None, evidence(where.part, where.clause.start, where.clause.end))


@cache
def _mildest(channel: str) -> DemandWords:
    """Answer what is said when only the channel is known: the reading that commits to least of all phrases about it."""
    readings: list[Shares] = [words.asks[channel] for words in demand_phrases().meanings if channel in words.asks]
    levels = channels()[channel].levels
    usual: Shares = (_WITHIN, *(0 for _ in range(levels))) if levels == 1 else (None,) * (levels + 1)
    mildest = max(readings, key=lambda shares: (shares.count(None), -shares.count(0)), default=usual)
    return meaning_of({"code": MODEL, "asks": {channel: mildest}})
