"""Learn the clause model with scikit-learn: a support vector machine per channel, a ridge for the polarity."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import Ridge
from sklearn.svm import LinearSVC
from threadpoolctl import threadpool_limits

from matcher.vacancy_text.clause_model import FORMAT, ClauseModel
from matcher.vacancy_text.clause_words import before_pieces, pairs_of, pieces_of, title_pieces, words_of
from matcher.vacancy_text.training.examples import LATER, Example
from matcher.vacancy_text.training.families import FAMILIES

STRENGTH = 1.0  # of the ridge
SOFTNESS = 0.3  # of the machines
SPEAKS = 2.0  # weight of a clause that speaks of the channel: few do
LEAST_SEEN = 2
WHOLE_WORD = 2.0
TOUCHED = 0.2  # weight of a clause that holds only a small part of what somebody quoted
ALONE = {
    FAMILIES: 0.3,
    LATER: 0.3,
}  # weight of a sentence without a vacancy around it: there are many, and less like real ones
LEANS = 3.0  # size of what an earlier model says beside the pieces: the larger, the less it costs to follow it
_LARGEST = 127
_LEAST = 3  # of those steps: smaller weights are left out, so that the file stays small


def fit(examples: Sequence[Example], channels: Sequence[str], earlier: ClauseModel | None = None) -> ClauseModel:
    """Answer a model of the examples, or of an earlier model and what the examples add to it.

    What an earlier model says of an example stands beside its pieces as one more column, so that the sum of both is
    again one figure per piece. After Yang, Yan and Hauptmann (2007), adaptive support vector machines; the share of the
    earlier model is fitted as well.

    Args:
        examples: to learn from; with an earlier model, texts that it has not learnt from.
        channels: codes of the columns.
        earlier: a model of other texts.
    """
    index, importance, matrix = _matrix(examples, earlier)
    before, before_bias = _plain(earlier, index, channels)
    said = matrix @ before + before_bias
    met = {channel for channel in channels_of(examples) if any(channel not in each.says for each in examples)}
    machines = [
        _summed(_machine(_beside(matrix, said, at, earlier), examples, channel), before, before_bias, at)
        if channel in met
        else (before[:, at], float(before_bias[at]))
        for at, channel in enumerate(channels)
    ]
    turned = [row for row, example in enumerate(examples) if len(set(example.says.values())) == 1]
    polarity = np.array([1.0 if next(iter(examples[row].says.values())) else -1.0 for row in turned])
    table = _beside(matrix, said, len(channels), earlier)[turned]
    ridge = Ridge(alpha=STRENGTH, solver="sparse_cg", tol=1e-3).fit(table, polarity)
    columns = [*machines, _summed(ridge, before, before_bias, len(channels))]
    weights = np.column_stack([weights for weights, _ in columns]).astype(np.float32)
    bias = np.array([each for _, each in columns], dtype=np.float32)
    return ClauseModel(tuple(channels), index, importance, weights * importance[:, None], bias)


def _plain(
    earlier: ClauseModel | None, index: Mapping[str, int], channels: Sequence[str]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Answer the weights per piece and the bias of an earlier model in the order of another; zero where it has none."""
    weights = np.zeros((len(index), len(channels) + 1), dtype=np.float32)
    bias = np.zeros(len(channels) + 1, dtype=np.float32)
    if earlier is None:
        return weights, bias
    rows = [index[piece] for piece in earlier.index]
    columns = {channel: at for at, channel in enumerate(earlier.channels)}
    plain = earlier.weights / earlier.importance[:, None]
    for at, channel in enumerate(channels):
        if channel in columns:
            weights[rows, at], bias[at] = plain[:, columns[channel]], earlier.bias[columns[channel]]
    weights[rows, -1], bias[-1] = plain[:, -1], earlier.bias[-1]
    return weights, bias


def _beside(matrix: csr_matrix, said: NDArray[np.float32], at: int, earlier: ClauseModel | None) -> csr_matrix:
    """Answer the pieces, and behind them what an earlier model says."""
    return matrix if earlier is None else hstack([matrix, csr_matrix(LEANS * said[:, [at]])], format="csr")


def _summed(
    fitted: LinearSVC | Ridge, before: NDArray[np.float32], before_bias: NDArray[np.float32], at: int
) -> tuple[NDArray[np.float32], float]:
    """Answer the weight per piece and the bias of a fit, with its share of the earlier model."""
    figures, bias = fitted.coef_.ravel(), float(np.ravel(fitted.intercept_)[0])
    if len(figures) == len(before):
        return figures, bias
    share = LEANS * figures[-1]
    return figures[:-1] + share * before[:, at], bias + share * float(before_bias[at])


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


def learn(examples: Sequence[Example], place: Path, earlier: Path | None = None) -> int:
    """Write a model of examples and answer how many pieces of text it knows; sums in one order give the same bytes.

    Args:
        examples: to learn from.
        place: file to write.
        earlier: file of a model of other texts, to go on from.
    """
    before = None if earlier is None else ClauseModel.load(earlier)
    with threadpool_limits(1):
        model = fit(examples, sorted({*channels_of(examples), *(before.channels if before else ())}), before)
        write(model, place)
    return len(model.index)


def channels_of(examples: Sequence[Example]) -> list[str]:
    """Answer the channels that examples speak of, in the order of their codes.

    Args:
        examples: to learn from.
    """
    return sorted({channel for example in examples for channel in example.says})


def _matrix(
    examples: Sequence[Example], earlier: ClauseModel | None
) -> tuple[dict[str, int], NDArray[np.float32], csr_matrix]:
    """Answer the pieces that are kept, their importance, and a row of weighed pieces per example, of length one."""
    pieces: dict[str, int] = dict(earlier.index) if earlier else {}
    known = len(pieces)
    of_word: dict[tuple[str, int], list[int]] = {}
    counts = [_counted(example, pieces, of_word) for example in examples]
    places = np.concatenate([place for place, _ in counts])
    times = np.concatenate([count for _, count in counts])
    rows = np.repeat(np.arange(len(counts)), [len(place) for place, _ in counts])
    names = np.array(list(pieces))
    seen = np.bincount(places, minlength=len(names))
    kept = np.flatnonzero((seen >= LEAST_SEEN) | (np.arange(len(names)) < known))
    kept = kept[np.argsort(names[kept])]
    whole = np.char.startswith(names[kept], "=") | np.char.startswith(names[kept], "#")
    importance = (np.log((1 + len(examples)) / (1 + seen[kept])) + 1) * np.where(whole, WHOLE_WORD, 1)
    if earlier is not None:
        importance = np.where(kept < known, np.append(earlier.importance, 0)[np.minimum(kept, known)], importance)
    column = np.full(len(names), -1)
    column[kept] = np.arange(len(kept))
    is_kept = column[places] >= 0
    rows, columns, times = rows[is_kept], column[places][is_kept], times[is_kept]
    weighed = times * importance[columns]
    lengths = np.sqrt(np.bincount(rows, weighed * importance[columns], minlength=len(examples)))
    shape = len(examples), len(kept)
    matrix = csr_matrix((weighed / lengths[rows], (rows, columns)), shape=shape, dtype=np.float32)
    index = {str(name): row for row, name in enumerate(names[kept])}
    return index, importance.astype(np.float32), matrix


def _counted(
    example: Example, pieces: dict[str, int], of_word: dict[tuple[str, int], list[int]]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Answer the places of the pieces of a clause and how often each stands in it; new pieces get a place."""
    words = words_of(example.plain)
    found = [pieces.setdefault(pair, len(pieces)) for pair in pairs_of(words)]
    around = ((words, pieces_of), (words_of(example.before), before_pieces), (words_of(example.title), title_pieces))
    for kind, (some, taken_apart) in enumerate(around):
        for word in some:
            if (word, kind) not in of_word:
                of_word[word, kind] = [pieces.setdefault(piece, len(pieces)) for piece in taken_apart(word)]
            found += of_word[word, kind]
    return np.unique(np.array(found, dtype=np.int64), return_counts=True)


def _machine(matrix: csr_matrix, examples: Sequence[Example], channel: str) -> LinearSVC:
    speaks = np.array([channel in example.says for example in examples])
    weight = np.array([_weight(example, channel) for example in examples])
    machine = LinearSVC(C=SOFTNESS, dual=True, tol=1e-2, max_iter=1000, random_state=0)
    return machine.fit(matrix, speaks, sample_weight=weight)


def _weight(example: Example, channel: str) -> float:
    weight = ALONE.get(example.text, 1.0)
    if channel in example.says:
        return weight * SPEAKS
    return weight * TOUCHED if channel in example.touches else weight
