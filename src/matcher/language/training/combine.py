"""Learn how the signals weigh, on titles that the encoders did not see.

Run `python -m matcher.language.training.combine FOLDS OUT`, where FOLDS holds the encoders f0 ... f4 that were trained
with one fold kept out each.
"""

import json
import sys
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from matcher.errors import DataError
from matcher.language.coded_titles import PLACES, CodedTitle
from matcher.language.combination import CANDIDATE_SIGNALS, FORMAT, Combination
from matcher.language.encoder import EncoderWeights, TitleEncoder, shipped_encoder
from matcher.language.lexicon import Label, Lexicon, load_lexicon
from matcher.language.linker import shipped_index
from matcher.language.title_index import SIGNALS, TitleIndex
from matcher.language.title_words import shipped_title_words
from matcher.language.training.corpus import FOLDS, split_labels

DATE = "2026-11-22"
_RIDGE = 0.5
_ESCO_QUERIES = 300
_WANTED = 0.92  # share right among sure titles: more than nine in ten, since they are used without asking
_WHOLE = np.arange(0, 3.25, 0.25)


@dataclass(frozen=True, slots=True)
class FoldView:
    """One encoder with the labels that it may use and the labels that it did not see."""

    encoder: TitleEncoder
    index: TitleIndex
    held: tuple[Label, ...]


@cache
def open_fold(folder: Path, fold: int, lexicon: Lexicon) -> FoldView:
    """Answer the encoder of a fold with an index over what it learned from."""
    learn, held = split_labels(lexicon, fold)
    encoder = TitleEncoder(EncoderWeights.load(folder / "weights.npz"), shipped_title_words().splitter)
    return FoldView(encoder, open_index(folder, Lexicon.of(learn, lexicon.occupations), encoder), held)


def open_index(folder: Path, lexicon: Lexicon, encoder: TitleEncoder) -> TitleIndex:
    """Answer the index over a lexicon with the vectors of this encoder."""
    with np.load(folder / "groups.npz", allow_pickle=False) as stored:
        groups, source = stored["groups"].astype(np.float32), stored["source_groups"].astype(np.float32)
        if stored["codes"].tolist() != list(lexicon.codes):
            raise DataError("Dit model hoort bij een andere titellijst. Maak het opnieuw.")
    return TitleIndex(lexicon, encoder.encode(lexicon.plain), groups, source)


@dataclass(frozen=True, slots=True)
class GroupCases:
    """Signals of titles whose unit group by CBS is known."""

    tables: NDArray[np.float32]
    right: NDArray[np.intp]
    fold: NDArray[np.intp]
    coded: tuple[CodedTitle | None, ...]


def group_cases(folders: Path) -> GroupCases:
    """Answer the signals of all CBS titles, each by the encoder that did not see it."""
    lexicon = load_lexicon()
    tables, right, folds, coded = [], [], [], []
    for fold in range(FOLDS):
        view = open_fold(folders / f"f{fold}", fold, lexicon)
        code_at = {code: at for at, code in enumerate(view.index.codes)}
        titles = [label for label in view.held if label.kind == "cbs"]
        for label, vector in zip(titles, view.encoder.encode(one.plain for one in titles), strict=True):
            signals = view.index.signals(vector, label.plain)
            tables.append(signals.table)
            coded.append(signals.coded)
            right.append(code_at[label.isco08])
            folds.append(fold)
    return GroupCases(np.stack(tables), np.array(right), np.array(folds), tuple(coded))


def fit_groups(cases: GroupCases) -> Combination:
    """Answer the weights under which the right groups are most likely (softmax over groups, small ridge).

    What a coded title adds is learned beside the signals and never lowers a chance. A whole title is not among the
    cases, since its wording was kept out with it; see `fit_whole`.
    """
    tables = cases.tables.astype(np.float64)
    rows = np.arange(len(tables))
    held = np.array([at for at, one in enumerate(cases.coded) if one is not None], dtype=np.intp)
    found = [one for one in cases.coded if one is not None]
    groups = np.array([one.group for one in found], dtype=np.intp)
    places = np.array([one.place for one in found], dtype=np.intp)
    agrees = groups == cases.right[held]
    size = len(SIGNALS)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        logits = tables @ weights[:size]
        logits[held, groups] += weights[size:][places]
        logits -= logits.max(axis=1, keepdims=True)
        chances = np.exp(logits)
        chances /= chances.sum(axis=1, keepdims=True)
        value = -np.log(chances[rows, cases.right] + 1e-12).sum() + _RIDGE * weights @ weights / 2
        slope = _RIDGE * weights
        slope[:size] += np.einsum("ng,ngs->s", chances, tables) - tables[rows, cases.right].sum(axis=0)
        np.add.at(slope, size + places, chances[held, groups] - agrees)
        return float(value), slope

    bounds = [(None, None)] * size + [(0, None)] * len(PLACES)
    best = minimize(loss, np.zeros(size + len(PLACES)), jac=True, method="L-BFGS-B", bounds=bounds).x
    return Combination(best[:size], np.zeros(len(CANDIDATE_SIGNALS)), best[size:], 1.0, 0.0, 0.0)


def fit_whole(shape: Combination, encoder: TitleEncoder, index: TitleIndex) -> float:
    """Answer what a text that is a coded title adds: so much that its mean chance is the share with which ESCO agrees.

    Judged on our own titles that ESCO has too and the CBS index has not.
    """
    lexicon = index.lexicon
    by_kind: dict[str, dict[str, set[int]]] = {"own": {}, "cbs": {}, "esco": {}}
    for at, label in enumerate(lexicon.labels):
        kind = label.kind if label.kind in by_kind else "esco"
        if label.lang == "nl" and (kind != "esco" or label.occupation_id.startswith("esco:")):
            by_kind[kind].setdefault(label.plain, set()).add(int(index.code_of[at]))
    asked = sorted((by_kind["own"].keys() & by_kind["esco"].keys()) - by_kind["cbs"].keys())
    read = [index.signals(vector, plain) for plain, vector in zip(asked, encoder.encode(asked), strict=True)]
    gaps = []
    for added in _WHOLE:
        tried = replace(shape, coded=np.array([added, *shape.coded[1:]]))
        chances = [tried.chances(one.table, one.coded) for one in read]
        right = [int(one.argmax()) in by_kind["esco"][plain] for one, plain in zip(chances, asked, strict=True)]
        gaps.append(abs(float(np.mean([one.max() for one in chances]) - np.mean(right))))
    return float(_WHOLE[int(np.argmin(gaps))])


def chances_out_of_fold(cases: GroupCases) -> NDArray[np.float64]:
    """Answer the chances that weights learned on the other folds give."""
    chances = np.zeros(cases.tables.shape[:2])
    for fold in range(FOLDS):
        seen, kept = cases.fold != fold, cases.fold == fold
        others = tuple(cases.coded[at] for at in np.flatnonzero(seen))
        shape = fit_groups(GroupCases(cases.tables[seen], cases.right[seen], cases.fold[seen], others))
        for at in np.flatnonzero(kept):
            chances[at] = shape.chances(cases.tables[at], cases.coded[at])
    return chances


def fit_candidates(folders: Path, shape: Combination) -> NDArray[np.float64]:
    """Answer the weights for ranking named labels: which ESCO labels belong to the occupation of an unseen title.

    For a CBS title every ESCO label of its unit group counts as right; for an unseen ESCO label the labels of its
    occupation do.
    """
    lexicon = load_lexicon()
    rng = np.random.default_rng(20261122)
    rows: list[NDArray[np.float64]] = []
    answers: list[NDArray[np.bool_]] = []
    importance: list[NDArray[np.float64]] = []
    for fold in range(FOLDS):
        view = open_fold(folders / f"f{fold}", fold, lexicon)
        index = view.index
        named = [at for at, one in enumerate(index.lexicon.labels) if one.lang == "nl" and one.occupation_id[0] == "e"]
        cbs = [one for one in view.held if one.kind == "cbs"]
        esco = [one for one in view.held if one.kind == "alternative"]
        queries = cbs + [esco[at] for at in sorted(rng.choice(len(esco), _ESCO_QUERIES, replace=False))]
        for query, vector in zip(queries, view.encoder.encode(one.plain for one in queries), strict=True):
            signals = index.signals(vector, query.plain)
            chances = shape.chances(signals.table, signals.coded)
            cosine = index.vectors[named] @ vector
            top = np.argsort(-cosine, kind="stable")[:150]
            at = np.array(named)[top]
            mean = index.means[index.occupation_of[at]] @ vector
            same = np.array([index.lexicon.labels[one].plain == query.plain for one in at], dtype=float)
            features = np.stack([cosine[top], mean, np.log(chances[index.code_of[at]] + 1e-4), same], axis=1)
            if query.kind == "cbs":
                right = np.array([index.lexicon.labels[one].isco08 == query.isco08 for one in at])
            else:
                right = np.array([index.lexicon.labels[one].occupation_id == query.occupation_id for one in at])
            if right.any() and not right.all():
                rows.append(features - features.mean(axis=0))
                answers.append(right)
                importance.append(np.where(right, 0.5 / right.sum(), 0.5 / (~right).sum()))
    learned = LogisticRegression(C=10.0, max_iter=2000)
    learned.fit(np.concatenate(rows), np.concatenate(answers), sample_weight=np.concatenate(importance))
    return np.asarray(learned.coef_[0], dtype=np.float64)


def sure_from(chances: NDArray[np.float64], right: NDArray[np.intp], *, wanted: float = _WANTED) -> float:
    """Answer the lowest chance from which the first group is right in the wanted share of titles."""
    top = chances.max(axis=1)
    hit = chances.argmax(axis=1) == right
    order = np.argsort(-top, kind="stable")
    share = np.cumsum(hit[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(share >= wanted)
    return round(float(top[order][good[-1]]), 2) if len(good) else 1.0


def expected_calibration_error(chances: NDArray[np.float64], right: NDArray[np.intp], *, bins: int = 10) -> float:
    """Answer the mean gap between the chance of the first group and how often it is right."""
    top, hit = chances.max(axis=1), chances.argmax(axis=1) == right
    place = np.minimum((top * bins).astype(int), bins - 1)
    gaps = [abs(top[place == b].mean() - hit[place == b].mean()) * (place == b).mean() for b in set(place.tolist())]
    return float(sum(gaps))


def main(folders: Path, out: Path) -> None:
    """Learn the weights and write combination.json."""
    cases = group_cases(folders)
    chances = chances_out_of_fold(cases)
    shape = fit_groups(cases)
    shape = replace(shape, coded=np.array([fit_whole(shape, shipped_encoder(), shipped_index()), *shape.coded[1:]]))
    candidates = fit_candidates(folders, shape)
    rank = (chances > chances[np.arange(len(cases.right)), cases.right][:, None]).sum(axis=1) + 1
    measured = {
        "titles": len(rank),
        "hit@1": round(float((rank <= 1).mean()), 4),
        "hit@5": round(float((rank <= 5).mean()), 4),  # noqa: PLR2004 - as named
        "mrr": round(float((1 / rank).mean()), 4),
        "calibration_error": round(expected_calibration_error(chances, cases.right), 4),
    }
    source = "vijfvoudige kruisvalidatie op de CBS-beroepenindex (dev-helft)"
    document = {
        "format": FORMAT,
        "date": DATE,
        "signals": dict(zip(SIGNALS, np.round(shape.signals, 4).tolist(), strict=True)),
        "candidates": dict(zip(CANDIDATE_SIGNALS, np.round(candidates, 4).tolist(), strict=True)),
        "coded": dict(zip(PLACES, np.round(shape.coded, 4).tolist(), strict=True))
        | {"date": DATE, "source": f"{source}; whole: onze titels die ook in ESCO staan"},
        "sure_from": {
            "value": sure_from(chances, cases.right),
            "date": DATE,
            "source": f"{_WANTED:.0%} goed in {source}",
        },
        "close_from": {"value": 0.45, "date": DATE, "source": "onze keuze"},
        "group_handicap": {"value": 0.05, "date": DATE, "source": "onze keuze"},
        "cross_validation": measured,
    }
    out.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(measured) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
