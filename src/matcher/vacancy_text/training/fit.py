"""Learn the clause model with scikit-learn: a support vector machine per channel, a ridge for the polarity."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import Ridge
from sklearn.svm import LinearSVC
from threadpoolctl import threadpool_limits

from matcher.vacancy_text.clause_model import FORMAT, ClauseModel
from matcher.vacancy_text.clause_words import pairs_of, pieces_of, words_of
from matcher.vacancy_text.training.examples import Example
from matcher.vacancy_text.training.families import FAMILIES

STRENGTH = 1.0  # of the ridge
SOFTNESS = 0.3  # of the machines
SPEAKS = 2.0  # weight of a clause that speaks of the channel: few do
LEAST_SEEN = 2
WHOLE_WORD = 2.0
TOUCHED = 0.2  # weight of a clause that holds only a small part of what somebody quoted
FRAMED = 0.3  # weight of a sentence set in a frame: there are many, and they are less like real ones
_LARGEST = 127
_LEAST = 3  # of those steps: smaller weights are left out, so that the file stays small


def fit(examples: Sequence[Example], channels: Sequence[str]) -> ClauseModel:
    """Answer a model of the examples.

    Args:
        examples: to learn from.
        channels: codes of the columns.
    """
    counted = [_counted(example.plain) for example in examples]
    seen = Counter(piece for count in counted for piece in count)
    kept = sorted(piece for piece, times in seen.items() if times >= LEAST_SEEN)
    index = {piece: row for row, piece in enumerate(kept)}
    importance = np.array(
        [
            (np.log((1 + len(examples)) / (1 + seen[piece])) + 1) * (WHOLE_WORD if piece[0] in "=#" else 1)
            for piece in kept
        ],
        dtype=np.float32,
    )
    matrix = _matrix(examples, index, importance)
    machines = [_machine(matrix, examples, channel) for channel in channels]
    turned = [row for row, example in enumerate(examples) if len(set(example.says.values())) == 1]
    polarity = np.array([1.0 if next(iter(examples[row].says.values())) else -1.0 for row in turned])
    polarity_fit = Ridge(alpha=STRENGTH, solver="sparse_cg", tol=1e-3).fit(matrix[turned], polarity)
    weights = np.vstack([*(each.coef_ for each in machines), polarity_fit.coef_[None, :]]).T.astype(np.float32)
    bias = np.append([each.intercept_[0] for each in machines], polarity_fit.intercept_).astype(np.float32)
    return ClauseModel(tuple(channels), index, importance, weights * importance[:, None], bias)


def write(model: ClauseModel, path: Path) -> None:
    """Write a model with whole numbers of one byte.

    Args:
        model: as fitted.
        path: file to write.
    """
    plain = model.weights / model.importance[:, None]
    scale = np.maximum(np.abs(plain).max(axis=0), 1e-9) / _LARGEST
    steps = np.round(plain / scale)
    steps[np.abs(steps) < _LEAST] = 0
    np.savez_compressed(
        path,
        format=np.array(FORMAT),
        pieces=np.array("\n".join(model.index)),
        channels=np.array("\n".join(model.channels)),
        weights=steps.astype(np.int8),
        scale=scale.astype(np.float32),
        importance=model.importance.astype(np.float16),
        bias=model.bias,
    )


def learn(examples: Sequence[Example], place: Path) -> int:
    """Write a model of examples and answer how many pieces of text it knows; sums in one order give the same bytes.

    Args:
        examples: to learn from.
        place: file to write.
    """
    with threadpool_limits(1):
        model = fit(examples, channels_of(examples))
        write(model, place)
    return len(model.index)


def channels_of(examples: Sequence[Example]) -> list[str]:
    """Answer the channels that examples speak of, in the order of their codes.

    Args:
        examples: to learn from.
    """
    return sorted({channel for example in examples for channel in example.says})


def _counted(plain: str) -> Counter[str]:
    words = words_of(plain)
    count = Counter(piece for word in words for piece in pieces_of(word))
    count.update(pairs_of(words))
    return count


def _matrix(examples: Sequence[Example], index: dict[str, int], importance: NDArray[np.float32]) -> csr_matrix:
    rows, columns, values = [], [], []
    for row, example in enumerate(examples):
        words = words_of(example.plain)
        count: Counter[int] = Counter(index[pair] for pair in pairs_of(words) if pair in index)
        square = float(sum(float(importance[pair]) ** 2 * times for pair, times in count.items()))
        for word in words:
            known = [index[piece] for piece in pieces_of(word) if piece in index]
            square += float((importance[known] ** 2).sum())
            count.update(known)
        for column, times in count.items():
            rows.append(row)
            columns.append(column)
            values.append(times * float(importance[column]) / np.sqrt(square))
    return csr_matrix((values, (rows, columns)), shape=(len(examples), len(index)), dtype=np.float32)


def _machine(matrix: csr_matrix, examples: Sequence[Example], channel: str) -> LinearSVC:
    speaks = np.array([channel in example.says for example in examples])
    weight = np.array([_weight(example, channel) for example in examples])
    machine = LinearSVC(C=SOFTNESS, dual=True, tol=1e-2, max_iter=1000, random_state=0)
    return machine.fit(matrix, speaks, sample_weight=weight)


def _weight(example: Example, channel: str) -> float:
    weight = FRAMED if example.text == FAMILIES else 1.0
    if channel in example.says:
        return weight * SPEAKS
    return weight * TOUCHED if channel in example.touches else weight
