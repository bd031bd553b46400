"""How long linking takes, beside the baselines in the same run.

Every method gets the same noisy titles, one at a time, and answers its ten best of the same list of labels. Other work
on the machine makes all of them slower: compare the rows with each other.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from matcher.language.bench.baselines import Prepare, Search, label_searches, linear_svc, our_encoder
from matcher.language.bench.noise import noisy_titles_of
from matcher.language.bulk import in_parallel
from matcher.language.candidates import CandidateRanker
from matcher.language.lexicon import load_lexicon
from matcher.language.linker import default_linker

_SEED = 20261122
_TOP = 10
_FIRST = 100
_MS = 1000
Say = Callable[[str], object]
Answer = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one method took.

    Attributes:
        method: ours or a baseline.
        labels: how many labels (or classes) it ranks.
        titles: how many titles were timed.
        prepare_s: seconds to read or build its index.
        median_ms: median time of one title, in milliseconds.
        slow_ms: 95% of the titles took at most this long, in milliseconds.
        cpu_ms: mean processor time of one title, in milliseconds, over all threads.
    """

    method: str
    labels: int
    titles: int
    prepare_s: float
    median_ms: float
    slow_ms: float
    cpu_ms: float


@dataclass(frozen=True, slots=True)
class Speed:
    """One run: each method, and how long a large file takes.

    Attributes:
        timings: one row a method, ours first.
        bulk_titles: titles in the large file.
        bulk_s: seconds for all of them, with every core.
        bulk_cpu_s: processor seconds for all of them, over all cores.
    """

    timings: tuple[Timing, ...]
    bulk_titles: int
    bulk_s: float
    bulk_cpu_s: float


def run_speed(*, sample: int, bulk: int, say: Say) -> Speed:
    """Answer how long each method takes.

    Args:
        sample: titles a method.
        bulk: titles in the large file.
        say: told about progress.
    """
    lexicon = load_lexicon()
    labels = [label.text for label in lexicon.labels if label.lang == "nl"]
    titles = [text for text, _ in noisy_titles_of(labels, sample, _SEED)]
    timings = []
    for name, count, prepare in _methods(labels):
        timings.append(_timed(name, count, prepare, titles))
        say(f"{name}: mediaan {timings[-1].median_ms:.2f} ms")
    say(f"{bulk} titels achter elkaar")
    many = [text for text, _ in noisy_titles_of(labels, bulk, _SEED + 1)]
    started, cpu = time.perf_counter(), _cpu_seconds()
    answered = sum(1 for _ in in_parallel(partial(_linked, _TOP // 2), many))
    return Speed(tuple(timings), answered, time.perf_counter() - started, _cpu_seconds() - cpu)


def _cpu_seconds() -> float:
    """Answer the processor time of this process and of those that it started and that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _methods(labels: Sequence[str]) -> Iterator[tuple[str, int, Callable[[], Answer]]]:
    lexicon = load_lexicon()
    first = [text for text, _ in noisy_titles_of(labels, _FIRST, _SEED + 2)]
    yield "matcher, alle titels", len(lexicon), lambda: _running(partial(_linked_one, _TOP), first)
    ranker = partial(CandidateRanker, labels=labels)
    yield "matcher, --candidates", len(labels), lambda: _running(partial(_ranked, ranker(default_linker())), first)
    for name, prepare in {"matcher, alleen encoder": our_encoder, **label_searches()}.items():
        yield name, len(labels), partial(_searching, prepare, labels)
    known = [label for label in lexicon.labels if label.kind == "cbs"]
    codes = sorted({label.isco08 for label in known})
    yield (
        "LinearSVC (CBS)",
        len(codes),
        lambda: partial(_best, linear_svc([one.text for one in known], [one.isco08 for one in known])[0]),
    )


def _running(answer: Answer, first: Sequence[str]) -> Answer:
    """Answer a method that has answered other titles before, so that loading its compiled pass counts as preparing."""
    for title in first:
        answer(title)
    return answer


def _linked_one(top: int, text: str) -> object:
    return default_linker().link(text, top)


def _linked(top: int, texts: Sequence[str]) -> list[int]:
    return [len(one.matches) for one in default_linker().link_many(texts, top)]


def _ranked(ranker: CandidateRanker, text: str) -> object:
    return ranker.rank(text, _TOP)


def _searching(prepare: Prepare, labels: Sequence[str]) -> Answer:
    return partial(_best, prepare(labels))


def _best(search: Search, text: str) -> object:
    scores = search([text])[0]
    best = np.argpartition(-scores, _TOP)[:_TOP]
    return best[np.argsort(-scores[best], kind="stable")]


def _timed(name: str, count: int, prepare: Callable[[], Answer], titles: Sequence[str]) -> Timing:
    started = time.perf_counter()
    answer = prepare()
    answer(titles[0])
    prepared = time.perf_counter() - started
    spent = np.zeros(len(titles))
    cpu = time.process_time()
    for at, title in enumerate(titles):
        started = time.perf_counter()
        answer(title)
        spent[at] = time.perf_counter() - started
    cpu = (time.process_time() - cpu) / len(titles)
    median, slow = np.quantile(spent, [0.5, 0.95]) * _MS
    return Timing(name, count, len(titles), prepared, float(median), float(slow), cpu * _MS)
