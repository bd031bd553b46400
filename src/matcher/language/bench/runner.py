"""All measurements of the title linker in one run, baselines beside it."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from matcher.language.bench.baselines import Prepare, label_searches, linear_svc, other_encoder, our_encoder
from matcher.language.bench.metrics import Figure, figure, hit_at, mrr, rank_biased_overlap, rank_of
from matcher.language.bench.noise_kinds import NoiseGap, shipped_noise_gaps
from matcher.language.bench.sets import (
    Query,
    esco_alternatives,
    gender_twins,
    labelled_transfers,
    noisy_titles,
    uwv_register,
)
from matcher.language.closeness import LEVELS, closeness
from matcher.language.lexicon import Label, load_lexicon
from matcher.language.linker import TitleLinker, default_linker
from matcher.language.training.combine import (
    chances_out_of_fold,
    expected_calibration_error,
    group_cases,
    open_fold,
)
from matcher.language.training.corpus import FOLDS, fold_of, split_labels

OURS = "matcher"
_TINY = 1e-4
_TOP = 10
Say = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Row:
    """One method on one set.

    Attributes:
        task: the set and what counts as right.
        method: ours or a baseline.
        queries: number of titles.
        figures: MRR, hit@1, hit@5 and hit@10 with intervals.
        ms: milliseconds a title.
        calibration_error: gap between chance and share right; None where no chance is given.
    """

    task: str
    method: str
    queries: int
    figures: dict[str, Figure]
    ms: float
    calibration_error: float | None = None


@dataclass(frozen=True, slots=True)
class Fairness:
    """Gender twins: how often the first answer is the same, and how alike the lists are."""

    pairs: int
    same_first: float
    overlap: float


@dataclass(frozen=True, slots=True)
class Transfers:
    """Labelled transfers: how often the level is the same, or at most one level off, and rank correlation."""

    pairs: int
    same_level: float
    within_one: float
    correlation: float


@dataclass(frozen=True, slots=True)
class Report:
    """What one run measured; `kinds` is made noise by kind, `notes` names what was not measured and why."""

    rows: tuple[Row, ...]
    fairness: Fairness
    transfers: Transfers | None
    kinds: tuple[NoiseGap, ...]
    notes: tuple[str, ...]


def run_bench(
    folder: Path,
    *,
    folds: Path | None,
    noisy: Path | None,
    transfers: Path | None,
    encoder: str | None,
    sample: int,
    say: Say,
) -> Report:
    """Answer all measurements.

    Args:
        folder: the open data, with bench/ and crosswalks/.
        folds: encoders that were trained with one fold kept out; without them the two sets whose titles the shipped
            model has learned from are left out, since nothing honest could be said.
        noisy: noisy titles with their clean forms.
        transfers: labelled transfers from one title to another.
        encoder: name or path of another sentence-transformers model, measured beside ours on the UWV register.
        sample: at most this many titles a set for the label baselines, which are slow (drawn with a fixed seed).
        say: told about progress.
    """
    rows: list[Row] = []
    notes: list[str] = []
    linker = default_linker()
    uwv = uwv_register(folder)
    others: dict[str, Prepare] = {}
    if encoder is not None:
        others = {"matcher, alleen encoder": our_encoder, Path(encoder).name: other_encoder(encoder)}
    rows += _groups_shipped("UWV-register naar ISCO (4 cijfers)", uwv, linker, sample, say, others)
    if folds is None:
        notes.append("Zonder --folds zijn ESCO-alternatieven en de CBS-kruisvalidatie niet eerlijk te meten.")
    else:
        rows += _cbs(folds, sample, say)
        rows += _esco(folder, folds, linker, sample, say)
    if noisy is None or not noisy.is_file():
        notes.append("Er is geen set met ruis gevonden (--noisy).")
    else:
        rows += _noisy(noisy_titles(noisy), linker, sample, say)
    moved = _transfers(transfers) if transfers is not None and transfers.is_file() else None
    fair = _fairness(gender_twins(folder), linker, say)
    say("Gemaakte ruis, per soort")
    return Report(tuple(rows), fair, moved, shipped_noise_gaps(linker), tuple(notes))


def _row(task: str, method: str, ranks: Sequence[float], seconds: float, error: float | None = None) -> Row:
    found = np.array(ranks, dtype=np.float64)
    figures = {"MRR": figure(found, mrr)} | {f"hit@{k}": figure(found, hit_at(k)) for k in (1, 5, 10)}
    return Row(task, method, len(found), figures, 1000 * seconds / max(len(found), 1), error)


def _groups_shipped(
    task: str,
    queries: Sequence[Query],
    linker: TitleLinker,
    sample: int,
    say: Say,
    others: Mapping[str, Prepare] = MappingProxyType({}),
) -> list[Row]:
    """Rank unit groups with the shipped model; baselines take the best label of each group."""
    say(task)
    codes = np.array(linker.index.codes)
    started = time.perf_counter()
    tables = []
    for query in queries:
        reading = linker.read(query.text)
        tables.append(np.full(len(codes), 1 / len(codes)) if reading is None else reading.chances)
    seconds = time.perf_counter() - started
    chances = np.stack(tables)
    right = np.stack([np.isin(codes, list(query.right)) for query in queries])
    ranks = [rank_of(one, good) for one, good in zip(chances, right, strict=True)]
    rows = [_row(task, OURS, ranks, seconds, _calibration(chances, right))]
    labels = [label for label in linker.index.lexicon.labels if label.lang == "nl"]
    owners = [label.isco08 for label in labels]
    return rows + _baseline_rows(task, queries, labels, owners, sample, say, others)


def _calibration(chances: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    first = chances.argmax(axis=1)
    hit = right[np.arange(len(first)), first]
    return expected_calibration_error(chances, np.where(hit, first, -1))


def _baseline_rows(
    task: str,
    queries: Sequence[Query],
    labels: Sequence[Label],
    owners: Sequence[str],
    sample: int,
    say: Say,
    others: Mapping[str, Prepare] = MappingProxyType({}),
) -> list[Row]:
    drawn = _drawn(queries, sample)
    names, owner_at = np.unique(np.array(owners), return_inverse=True)
    order = np.argsort(owner_at, kind="stable")
    starts = np.searchsorted(owner_at[order], np.arange(len(names)))
    wordings = [label.text.lower() for label in labels]
    rows = []
    for name, prepare in (label_searches() | dict(others)).items():
        say(f"{task}: {name}")
        started = time.perf_counter()
        scores = prepare(wordings)([query.text for query in drawn])
        seconds = time.perf_counter() - started
        ranks = []
        for query, row in zip(drawn, scores, strict=True):
            kept = row.copy()
            if query.dropped:
                void = [at for at, one in enumerate(wordings) if one in query.dropped and owners[at] in query.right]
                kept[void] = -1
            best = np.maximum.reduceat(kept[order], starts)
            ranks.append(rank_of(best, np.isin(names, list(query.right))))
        rows.append(_row(task, name, ranks, seconds))
    return rows


def _drawn(queries: Sequence[Query], sample: int) -> Sequence[Query]:
    if len(queries) <= sample:
        return queries
    chosen = np.random.default_rng(20261122).choice(len(queries), sample, replace=False)
    return [queries[at] for at in sorted(chosen.tolist())]


def _cbs(folds: Path, sample: int, say: Say) -> list[Row]:
    """Cross-validate on the CBS titles: neither encoder, lexicon nor weights have seen the title."""
    task = "CBS-index, kruisvalidatie (ISCO, 4 cijfers)"
    say(task)
    started = time.perf_counter()
    cases = group_cases(folds)
    seconds = time.perf_counter() - started
    chances = chances_out_of_fold(cases)
    right = np.eye(chances.shape[1], dtype=bool)[cases.right]
    ranks = [rank_of(one, good) for one, good in zip(chances, right, strict=True)]
    rows = [_row(task, OURS, ranks, seconds, expected_calibration_error(chances, cases.right))]
    lexicon = load_lexicon()
    found: dict[str, list[float]] = {}
    spent: dict[str, float] = {}
    for fold in range(FOLDS):
        learn, held = split_labels(lexicon, fold)
        known = [label for label in learn if label.lang == "nl"]
        asked = [label for label in held if label.kind == "cbs"]
        say(f"{task}: LinearSVC, deel {fold + 1}")
        started = time.perf_counter()
        only = [label for label in known if label.kind == "cbs"]
        wider = only + [label for label in known if label.kind != "cbs"]
        for name, titles in (("LinearSVC, CBS", only), ("LinearSVC, CBS + ESCO", wider if fold == 0 else [])):
            if not titles:
                continue
            search, classes = linear_svc([one.text for one in titles], [one.isco08 for one in titles])
            scores = search([one.text for one in asked])
            ranked = [rank_of(s, np.array(classes) == a.isco08) for s, a in zip(scores, asked, strict=True)]
            found.setdefault(name, []).extend(ranked)
            spent[name] = spent.get(name, 0.0) + time.perf_counter() - started
        queries = _drawn([Query(label.text, frozenset({label.isco08})) for label in asked], sample // FOLDS)
        for row_name, ranked, seconds in _fold_baselines(queries, known, say):
            found.setdefault(row_name, []).extend(ranked)
            spent[row_name] = spent.get(row_name, 0.0) + seconds
    return rows + [_row(task, name, ranked, spent[name]) for name, ranked in found.items()]


def _fold_baselines(
    queries: Sequence[Query], labels: Sequence[Label], say: Say
) -> list[tuple[str, list[float], float]]:
    names, owner_at = np.unique(np.array([label.isco08 for label in labels]), return_inverse=True)
    order = np.argsort(owner_at, kind="stable")
    starts = np.searchsorted(owner_at[order], np.arange(len(names)))
    answers = []
    for name, prepare in label_searches().items():
        say(f"CBS-index: {name}")
        started = time.perf_counter()
        scores = prepare([label.text for label in labels])([query.text for query in queries])
        seconds = time.perf_counter() - started
        best = [np.maximum.reduceat(row[order], starts) for row in scores]
        ranked = [rank_of(b, np.isin(names, list(q.right))) for b, q in zip(best, queries, strict=True)]
        answers.append((name, ranked, seconds))
    return answers


def _esco(folder: Path, folds: Path, linker: TitleLinker, sample: int, say: Say) -> list[Row]:
    """Rank ESCO occupations for a label that was taken away from encoder, weights and lexicon."""
    task = "ESCO-alternatief, eigen label weg (ESCO-beroep)"
    say(task)
    lexicon = load_lexicon()
    queries = esco_alternatives(folder)
    labels = [label for label in lexicon.labels if label.lang == "nl" and label.occupation_id.startswith("esco:")]
    weights = linker.combination.candidates
    ranks: list[float] = []
    started = time.perf_counter()
    for fold in range(FOLDS):
        view = open_fold(folds / f"f{fold}", fold, lexicon)
        index = view.index
        named = np.array(
            [a for a, o in enumerate(index.lexicon.labels) if o.lang == "nl" and o.occupation_id[0] == "e"]
        )
        owner = index.occupation_of[named]
        places = index.lexicon.occupation_ids
        present, starts = np.unique(owner, return_index=True)
        for query in queries:
            plain = linker.normaliser.normalise(query.text).title
            if fold_of(plain) != fold:
                continue
            vector = view.encoder.encode([plain])[0]
            signals = index.signals(vector, plain)
            chances = linker.combination.chances(signals.table, signals.coded)
            cosine = index.vectors[named] @ vector
            void = [
                at
                for at, label_at in enumerate(named.tolist())
                if index.lexicon.labels[label_at].text.lower() in query.dropped
                and index.lexicon.labels[label_at].occupation_id in query.right
            ]
            cosine[void] = -1
            best = np.maximum.reduceat(cosine, starts)
            group = np.log(np.maximum.reduceat(chances[index.code_of[named]], starts) + _TINY)
            score = weights[0] * best + weights[1] * (index.means[present] @ vector) + weights[2] * group
            ranks.append(rank_of(score, np.isin([places[one] for one in present.tolist()], list(query.right))))
    rows = [_row(task, OURS, ranks, time.perf_counter() - started)]
    return rows + _baseline_rows(task, queries, labels, [label.occupation_id for label in labels], sample, say)


def _noisy(queries: Sequence[Query], linker: TitleLinker, sample: int, say: Say) -> list[Row]:
    noisy = _groups_shipped("Titels met ruis (ISCO, 4 cijfers)", queries, linker, sample, say)
    clean = [replace(query, text=query.clean) for query in queries]
    return noisy + _groups_shipped("Dezelfde titels zonder ruis", clean, linker, sample, say)


def _fairness(pairs: Sequence[tuple[str, str]], linker: TitleLinker, say: Say) -> Fairness:
    say("Tweelingen man/vrouw")
    same, overlaps = 0, []
    for masculine, feminine in pairs:
        left = [match.occupation_id for match in linker.link(masculine, _TOP).matches]
        right = [match.occupation_id for match in linker.link(feminine, _TOP).matches]
        same += left[:1] == right[:1]
        overlaps.append(rank_biased_overlap(left, right))
    return Fairness(len(pairs), same / max(len(pairs), 1), float(np.mean(overlaps)))


def _transfers(path: Path) -> Transfers:
    found, right = [], []
    for row in labelled_transfers(path):
        found.append(LEVELS.index(closeness(row.done, row.asked).level))
        right.append(LEVELS.index(row.level))
    gaps = np.abs(np.array(found) - np.array(right))
    return Transfers(len(gaps), float((gaps == 0).mean()), float((gaps <= 1).mean()), _rank_correlation(found, right))


def _rank_correlation(one: Sequence[int], other: Sequence[int]) -> float:
    ranks = [np.unique(np.array(values), return_inverse=True) for values in (one, other)]
    mean_ranks = []
    for _, place in ranks:
        ends = np.cumsum(np.bincount(place))
        mean_ranks.append((ends - (np.bincount(place) - 1) / 2)[place])
    return float(np.corrcoef(mean_ranks[0], mean_ranks[1])[0, 1])
