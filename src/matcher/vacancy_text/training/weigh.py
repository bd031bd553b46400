"""Learn how phrases and clause model are weighed, on texts of hands that the model has not seen."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from matcher.vacancy_text.agreement import by_channels
from matcher.vacancy_text.clause_model import ClauseModel, Floats
from matcher.vacancy_text.demands import sayings, without_choices
from matcher.vacancy_text.passage import TITLE, passage
from matcher.vacancy_text.scored import scored
from matcher.vacancy_text.training.examples import cut, rows
from matcher.vacancy_text.training.forest import forest
from matcher.vacancy_text.weighing import OUTCOMES, SIGNS, own_signs, signs

STRENGTH = 0.3
OWN_PART = 0.5  # size of the columns of channels and phrases: the smaller, the more of them it takes to outweigh a sign
DECIMALS = 3
EARLIER = 0.3  # share in the answer of what was learnt with an earlier model, on other texts
CUT = 0.3  # share of a few sentences of a text beside the whole of it
_MOST_STEPS = 400
LEAST_SEEN = 3  # rows in which a channel or a phrase stands before it speaks for itself
_NOT_LABELLED = frozenset(("VI.2", "VI.3"))
_NOT_SPOKEN_OF, _ASKED, _DENIED = range(len(OUTCOMES))


@dataclass(frozen=True, slots=True)
class Weighable:
    """The channels that may be spoken of in the texts of one hand.

    Attributes:
        table: a row of signs each.
        own: names of what speaks for each by itself.
        wanted: what the label says: a place in `OUTCOMES`.
    """

    table: Floats
    own: tuple[tuple[str, ...], ...]
    wanted: tuple[int, ...]


def weighable(labelled: Iterable[Mapping[str, Any]], model: ClauseModel) -> Weighable:
    """Answer the signs of every channel that may be spoken of in labelled texts, and its label.

    Args:
        labelled: texts with `title`, `text` and `labels.demands`.
        model: one that has not seen these texts.
    """
    tables: list[Floats] = []
    own: list[tuple[str, ...]] = []
    wanted: list[int] = []
    for row in labelled:
        parts = (passage(TITLE, row["title"]), passage("text", row["text"]))
        every = scored(parts, model)
        if every is None:
            continue
        said = by_channels(without_choices([s for part in parts for s in sayings(part)]))
        names, _, table = signs(said, every)
        labels: dict[str, bool] = {}
        for label in row["labels"]["demands"]:
            labels[label["channel"]] = labels.get(label["channel"], False) or bool(label["asked"])
        kept = [at for at, name in enumerate(names) if name not in _NOT_LABELLED]
        tables.append(table[kept])
        own += [tuple(own_signs(names[at], said.get(names[at], ()))) for at in kept]
        wanted += [_outcome(labels.get(names[at])) for at in kept]
    return Weighable(np.vstack(tables), tuple(own), tuple(wanted))


def weighable_of(path: Path, place: Path) -> tuple[Weighable, Weighable]:
    """Answer the signs of labelled texts, and of a few sentences of each, read by the model in a file.

    Args:
        path: JSON lines of one hand.
        place: file of a model that has not seen these texts.
    """
    model, every = ClauseModel.load(place), list(rows(path))
    return weighable(every, model), weighable((cut(row, number) for number, row in enumerate(every)), model)


def weigh(hands: Sequence[Weighable], shares: Sequence[float]) -> Mapping[str, object]:
    """Answer the weights as they are kept in weighing.json.

    Args:
        hands: one for each hand that labelled.
        shares: how much a channel of each hand counts.
    """
    table = np.vstack([hand.table for hand in hands])
    wanted = [outcome for hand in hands for outcome in hand.wanted]
    counts = np.concatenate([np.full(len(hand.wanted), share) for hand, share in zip(hands, shares, strict=True)])
    own = [names for hand in hands for names in hand.own]
    seen = Counter(name for names in own for name in names)
    kept = sorted(name for name, times in seen.items() if times >= LEAST_SEEN)
    scaler = StandardScaler().fit(table)
    columns = hstack([csr_matrix(scaler.transform(table)), OWN_PART * _present(own, kept)]).tocsr()
    fitted = LogisticRegression(C=STRENGTH, max_iter=_MOST_STEPS).fit(columns, wanted, sample_weight=counts)
    of_signs, of_own = fitted.coef_[:, : len(SIGNS)], OWN_PART * fitted.coef_[:, len(SIGNS) :]
    per_sign = (of_signs / scaler.scale_).T
    bias = fitted.intercept_ - (scaler.mean_ / scaler.scale_) @ of_signs.T
    return {
        "bias": _rounded(bias),
        "weights": {sign: _rounded(row) for sign, row in zip(SIGNS, per_sign, strict=True)},
        "trees": forest(table, wanted, counts),
        "own": {name: _rounded(row) for name, row in zip(kept, of_own.T, strict=True)},
    }


def _present(own: Sequence[Sequence[str]], kept: Sequence[str]) -> csr_matrix:
    column = {name: at for at, name in enumerate(kept)}
    places = [(row, column[name]) for row, names in enumerate(own) for name in names if name in column]
    rows_, columns = zip(*places, strict=True) if places else ((), ())
    return csr_matrix((np.ones(len(places)), (rows_, columns)), shape=(len(own), len(kept)))


def _rounded(figures: Floats) -> list[float]:
    return [round(float(figure), DECIMALS) for figure in figures]


def _outcome(asked: bool | None) -> int:  # noqa: FBT001 the three answers of a label
    if asked is None:
        return _NOT_SPOKEN_OF
    return _ASKED if asked else _DENIED
