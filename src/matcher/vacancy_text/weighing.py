"""How likely a vacancy asks or denies a channel, from what phrases and the clause model say of it together."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from matcher.errors import DataError
from matcher.reference.tables import read_yaml
from matcher.resources import model_path
from matcher.vacancy_text.clause_model import Floats
from matcher.vacancy_text.saying import Saying, is_asking
from matcher.vacancy_text.scored import Scored
from matcher.vacancy_text.surroundings import SURROUNDINGS, surroundings
from matcher.vacancy_text.trees import Trees

SIGNS = (
    "asked_by_phrase", "denied_by_phrase", "phrases_asking", "phrases_denying", "only_hinted", "best", "second",
    "polarity", "polarity_around", "may_deny", "question", "best_of_phrase", "phrase_polarity", "phrase_lowest",
    "phrase_highest", "phrase_may_deny", "rubriek_VI", "whole", "asked_times_polarity",
    "denied_times_polarity", "silent_times_polarity", "best_of_others", "channels_before", "ahead_of_others",
    *SURROUNDINGS,
)  # fmt: skip
"""What is weighed per channel, in the order of the weights."""

OUTCOMES = ("not_spoken_of", "asked", "denied")
_MOST_PHRASES = 3
_NEAR_BEST, _NEAR_FROM = 0.3, -0.6
_NOTHING = -1.0


@dataclass(frozen=True, slots=True)
class Member:
    """Figures and trees that were learnt at once.

    Attributes:
        share: of its answer in the whole; the shares of all members make one.
        bias: one per outcome.
        signs: a row per sign, a column per outcome.
        own: what a channel, and a phrase about a channel (its name and whether it asks), add to each outcome.
        trees: the decision trees whose answer is averaged with that of the figures above.
    """

    share: float
    bias: Floats
    signs: Floats
    own: Mapping[str, Floats]
    trees: Trees

    @classmethod
    def of(cls, fitted: Mapping[str, Any]) -> "Member":
        """Answer a member as the training wrote it.

        Args:
            fitted: its part of weighing.json.
        """
        return cls(
            float(fitted["share"]),
            np.array(fitted["bias"], dtype=np.float32),
            np.array([fitted["weights"][sign] for sign in SIGNS], dtype=np.float32),
            {name: np.array(row, dtype=np.float32) for name, row in fitted["own"].items()},
            Trees.of(fitted["trees"]),
        )

    def shares(self, names: Sequence[str], said: Mapping[str, Sequence[Saying]], table: Floats) -> Floats:
        """Answer how likely each outcome is, a row per channel.

        Args:
            names: the channels.
            said: phrases per channel.
            table: a row of signs per channel.
        """
        raw = table @ self.signs + self.bias
        for row, name in enumerate(names):
            for each in own_signs(name, said.get(name, ())):
                if each in self.own:
                    raw[row] += self.own[each]
        together = (shares_of_raw(raw) + shares_of_raw(self.trees.raw(table))) / 2
        return np.asarray(together, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted weights (models/vacancy_clauses) and the thresholds (vacancy_clause_model.yaml).

    Attributes:
        members: what was fitted; their answers are averaged by their shares.
        model_alone: probability from which a channel without a phrase holds, and by how much it must outdo the reverse.
        with_phrase: the same for a channel with a phrase.
        denied_above: probability from which a denial holds at all; below it the channel is a question.
        denied_alone: probability from which a denial holds that no phrase says.
        denied_though_asked: probability from which a denial holds beside a phrase that asks.
        never_asked_alone: channels that are asked only where a phrase says so.
        doubt_above: probability of being asked from which a channel without a phrase is a question at least.
    """

    members: tuple[Member, ...]
    model_alone: tuple[float, float]
    with_phrase: tuple[float, float]
    denied_above: float
    denied_alone: float
    denied_though_asked: float
    never_asked_alone: frozenset[str]
    doubt_above: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a vacancy says of one channel.

    Attributes:
        asked: probability that it asks it.
        denied: probability that it says that it does not.
        row: the clause that speaks of it most.
    """

    asked: float
    denied: float
    row: int


@cache
def weights() -> Weights:
    """Answer the weights in force.

    Raises:
        DataError: the file of weights is not there, or lacks a sign.
    """
    raw, path = read_yaml("vacancy_clause_model.yaml"), model_path("vacancy_clauses/weighing.json")
    try:
        fitted = json.loads(path.read_text(encoding="utf-8"))
        members = tuple(map(Member.of, fitted["members"]))
    except (OSError, ValueError, KeyError) as error:
        raise DataError(
            "Het model vacancy_clauses mist goede gewichten. Maak het met python -m matcher.vacancy_text.training."
        ) from error
    return Weights(
        members,
        _bar(raw["model_alone"]),
        _bar(raw["with_phrase"]),
        float(raw["denied_above"]),
        float(raw["denied_alone_above"]),
        float(raw["denied_though_asked"]),
        frozenset(raw["never_asked_alone"]),
        float(raw["doubt_above"]),
    )


@cache
def speaks_above() -> float:
    """Answer the figure of the model from which a channel without a phrase is weighed at all."""
    return float(read_yaml("vacancy_clause_model.yaml")["speaks_above"])


def _bar(raw: Mapping[str, float]) -> tuple[float, float]:
    return float(raw["holds_above"]), float(raw["apart_by"])


def holds(found: Weighed, *, said: bool) -> bool:
    """Answer whether what was weighed is sure enough to count; else the channel is a question.

    Args:
        found: the probabilities.
        said: whether a phrase speaks of the channel.
    """
    above, apart = weights().with_phrase if said else weights().model_alone
    return max(found.asked, found.denied) > above and abs(found.asked - found.denied) > apart


def weighed(said: Mapping[str, Sequence[Saying]], all_scored: Scored) -> dict[str, Weighed]:
    """Answer per channel how likely it is asked and denied.

    Args:
        said: phrases per channel.
        all_scored: the clauses of the vacancy.
    """
    names, rows, table = signs(said, all_scored)
    if not names:
        return {}
    shares = np.add.reduce([member.share * member.shares(names, said, table) for member in weights().members])
    return {name: Weighed(float(shares[at, 1]), float(shares[at, 2]), rows[at]) for at, name in enumerate(names)}


def shares_of_raw(raw: Floats) -> Floats:
    """Answer the probabilities that go with raw figures, a row each.

    Args:
        raw: a column per outcome.
    """
    grown = np.exp(raw - raw.max(axis=1, keepdims=True))
    return np.asarray(grown / grown.sum(axis=1, keepdims=True), dtype=np.float32)


def own_signs(channel: str, said: Iterable[Saying]) -> list[str]:
    """Answer the names of what speaks for a channel by itself: the channel, and each kind of phrase about it.

    Args:
        channel: code of the channel.
        said: the phrases that speak of it.
    """
    phrases = {f"{saying.words.code} {channel} {'asks' if is_asking(saying) else 'denies'}" for saying in said}
    return [f"{channel} {'said' if phrases else 'silent'}", *sorted(phrases)]


def signs(said: Mapping[str, Sequence[Saying]], all_scored: Scored) -> tuple[list[str], list[int], Floats]:
    """Answer the channels that may be spoken of, the clause of each and its signs.

    Args:
        said: phrases per channel.
        all_scored: the clauses of the vacancy.
    """
    columns = all_scored.channels
    scores, polarity = all_scored.scores[:, :-1], all_scored.scores[:, -1]
    best = scores.argmax(axis=0)
    highest = scores.max(axis=0)
    second = np.partition(scores, -2, axis=0)[-2] if len(scores) > 1 else np.full_like(highest, _NOTHING)
    near = scores > np.maximum(highest - _NEAR_BEST, _NEAR_FROM)
    around = np.where(
        near.any(axis=0), (near * polarity[:, None]).sum(axis=0) / np.maximum(near.sum(axis=0), 1), polarity[best]
    )
    least = speaks_above()
    chosen = [place for place, name in enumerate(columns) if name in said or highest[place] >= least]
    table = np.zeros((len(chosen), len(SIGNS)), dtype=np.float32)
    at = best[chosen]
    polar = polarity[at]
    table[:, 5], table[:, 6], table[:, 7], table[:, 8] = highest[chosen], second[chosen], polar, around[chosen]
    table[:, 9], table[:, 10] = all_scored.cues[at], all_scored.questions[at]
    table[:, 11] = _NOTHING
    table[:, 17] = all_scored.wholes[at]
    table[:, 20] = polar
    table[:, 21:24] = _among_others(all_scored, at, chosen)
    if chosen:
        table[:, 24:] = surroundings(all_scored, at, chosen)
    for row, place in enumerate(chosen):
        name = columns[place]
        table[row, 16] = name.startswith("VI.")
        if name in said:
            _of_phrases(table[row], said[name], all_scored, place)
    return [columns[place] for place in chosen], [int(each) for each in at], table


def _among_others(all_scored: Scored, at: Sequence[int], chosen: Sequence[int]) -> Floats:
    """Answer how each channel stands among the other channels of its clause."""
    scores = all_scored.scores[at, :-1]
    mine = scores[np.arange(len(chosen)), chosen]
    others = scores.copy()
    others[np.arange(len(chosen)), chosen] = -np.inf
    best = others.max(axis=1)
    before = (others > mine[:, None]).sum(axis=1)
    return np.column_stack(
        [
            best,
            np.log1p(before),
            mine - best,
        ]
    ).astype(np.float32)


def _of_phrases(row: Floats, said: Sequence[Saying], all_scored: Scored, place: int) -> None:
    asking = sum(map(is_asking, said))
    denying = len(said) - asking
    row[0:5] = (
        asking > 0, denying > 0, min(asking, _MOST_PHRASES), min(denying, _MOST_PHRASES),
        all(saying.words.hints for saying in said),
    )  # fmt: skip
    rows = [
        found
        for saying in said
        for found in all_scored.around(saying.evidence.field, saying.evidence.start, saying.evidence.end)
    ]
    row[20] = 0
    if not rows:
        return
    polar = all_scored.scores[rows, -1]
    row[11], row[15] = all_scored.scores[rows, place].max(), all_scored.cues[rows].any()
    row[12:15] = polar.mean(), polar.min(), polar.max()
    row[18], row[19] = (asking > 0) * row[12], (denying > 0) * row[12]
