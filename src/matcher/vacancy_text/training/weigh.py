"""Learn how phrases and clause model are weighed, on texts of hands that the model has not seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from matcher.vacancy_text.agreement import by_channels
from matcher.vacancy_text.clause_model import ClauseModel, Floats
from matcher.vacancy_text.demands import sayings, without_choices
from matcher.vacancy_text.passage import passage
from matcher.vacancy_text.scored import scored
from matcher.vacancy_text.training.examples import rows
from matcher.vacancy_text.weighing import OUTCOMES, SIGNS, signs

STRENGTH = 0.3
DECIMALS = 3
_MOST_STEPS = 3000
_NOT_LABELLED = frozenset(("VI.2", "VI.3"))
_NOT_SPOKEN_OF, _ASKED, _DENIED = range(len(OUTCOMES))


@dataclass(frozen=True, slots=True)
class Weighable:
    """The channels that may be spoken of in the texts of one hand.

    Attributes:
        table: a row of signs each.
        wanted: what the label says: a place in `OUTCOMES`.
    """

    table: Floats
    wanted: tuple[int, ...]


def weighable(path: Path, model: ClauseModel) -> Weighable:
    """Answer the signs of every channel that may be spoken of in labelled texts, and its label.

    Args:
        path: JSON lines with `title`, `text` and `labels.demands`.
        model: one that has not seen these texts.
    """
    tables: list[Floats] = []
    wanted: list[int] = []
    for row in rows(path):
        parts = (passage("title", row["title"]), passage("text", row["text"]))
        every = scored(parts, model)
        if every is None:
            continue
        names, _, table = signs(by_channels(without_choices([s for part in parts for s in sayings(part)])), every)
        labels: dict[str, bool] = {}
        for label in row["labels"]["demands"]:
            labels[label["channel"]] = labels.get(label["channel"], False) or bool(label["asked"])
        kept = [at for at, name in enumerate(names) if name not in _NOT_LABELLED]
        tables.append(table[kept])
        wanted += [_outcome(labels.get(names[at])) for at in kept]
    return Weighable(np.vstack(tables), tuple(wanted))


def weigh(hands: Sequence[Weighable], shares: Sequence[float]) -> Mapping[str, object]:
    """Answer the weights as they are kept in weighing.json.

    Args:
        hands: one for each hand that labelled.
        shares: how much a channel of each hand counts.
    """
    table = np.vstack([hand.table for hand in hands])
    wanted = [outcome for hand in hands for outcome in hand.wanted]
    counts = np.concatenate([np.full(len(hand.wanted), share) for hand, share in zip(hands, shares, strict=True)])
    made = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=_MOST_STEPS))
    made.fit(table, wanted, logisticregression__sample_weight=counts)
    scaler, fitted = made[0], made[1]
    per_sign = (fitted.coef_ / scaler.scale_).T
    bias = fitted.intercept_ - (scaler.mean_ / scaler.scale_) @ fitted.coef_.T
    return {
        "outcomes": list(OUTCOMES),
        "bias": _rounded(bias),
        "weights": {sign: _rounded(row) for sign, row in zip(SIGNS, per_sign, strict=True)},
    }


def _rounded(figures: Floats) -> list[float]:
    return [round(float(figure), DECIMALS) for figure in figures]


def _outcome(asked: bool | None) -> int:  # noqa: FBT001 the three answers of a label
    if asked is None:
        return _NOT_SPOKEN_OF
    return _ASKED if asked else _DENIED
