"""Grow the decision trees of the weighing with scikit-learn, and lay them out as whole trees of one depth."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from matcher.vacancy_text.clause_model import Floats

DEPTH = 4
ROUNDS = 150
PACE = 0.06
CALM = 5.0  # pulls the leaves to nothing
FEWEST = 20  # rows in a leaf
_LEAF_DECIMALS = 5


def forest(table: Floats, wanted: Sequence[int], counts: NDArray[np.float64]) -> Mapping[str, object]:
    """Answer the trees as they are kept in weighing.json.

    Args:
        table: a row of signs each.
        wanted: the outcome of each row.
        counts: how much each row counts.
    """
    grown = HistGradientBoostingClassifier(
        max_iter=ROUNDS,
        learning_rate=PACE,
        max_depth=DEPTH,
        max_leaf_nodes=2**DEPTH,
        l2_regularization=CALM,
        min_samples_leaf=FEWEST,
        early_stopping=False,
        random_state=0,
    ).fit(table, wanted, sample_weight=counts)
    rounds, base = grown._predictors, grown._baseline_prediction  # noqa: SLF001 scikit-learn shows them nowhere else
    trees = [_laid_out(tree.nodes) for of_outcomes in rounds for tree in of_outcomes]
    return {
        "base": [round(float(figure), _LEAF_DECIMALS) for figure in np.ravel(base)],
        "signs": [signs for signs, _, _ in trees],
        "bars": [bars for _, bars, _ in trees],
        "leaves": [leaves for _, _, leaves in trees],
    }


def _laid_out(nodes: NDArray[Any]) -> tuple[list[int], list[float], list[float]]:
    """Answer sign and bar of every fork and the figure of every leaf; a leaf that comes early is repeated below it."""
    forks = 2**DEPTH - 1
    signs, bars, leaves = [0] * forks, [0.0] * forks, [0.0] * (forks + 1)
    below = [(0, 0)]
    while below:
        place, number = below.pop()
        node = nodes[number]
        if place >= forks:
            leaves[place - forks] = round(float(node["value"]), _LEAF_DECIMALS)
        elif node["is_leaf"]:
            below += [(2 * place + 1, number), (2 * place + 2, number)]
        else:
            signs[place] = int(node["feature_idx"])
            bars[place] = float(
                f"{np.float32(node['num_threshold']):.9g}"
            )  # a bar is often a figure of the table itself
            below += [(2 * place + 1, int(node["left"])), (2 * place + 2, int(node["right"]))]
    return signs, bars, leaves
