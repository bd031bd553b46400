"""The clause model as it reads: its figures are the plain sum over pieces, whoever reads beside it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

import numpy as np
import pytest

from matcher.vacancy_text import clause_model as module
from matcher.vacancy_text.clause_model import ClauseModel, clause_model
from matcher.vacancy_text.clause_words import before_pieces, pairs_of, pieces_of, title_pieces, words_of
from matcher.vacancy_text.clauses import clauses
from matcher.vacancy_text.passage import TITLE, Passage, passage
from matcher.vacancy_text.scored import scored
from matcher.vacancy_text.training.examples import rows

TEXTS = Path(__file__).parents[2] / "data/vacancy_texts"


def some_texts(count: int) -> list[tuple[Passage, Passage]]:
    every = islice(rows(TEXTS / "care.jsonl.gz"), count)
    return [(passage(TITLE, row["title"]), passage("text", row["text"])) for row in every]


def fresh() -> ClauseModel:
    return replace(clause_model())


def plain_sum(model: ClauseModel, said: list[str], before: str, title: str) -> np.ndarray:
    """The figures of a sentence as it is learnt: every piece times its weight, over the length of all."""

    def pieces() -> Iterator[str]:
        for clause in said:
            yield from pairs_of(words_of(clause))
            yield from chain.from_iterable(map(pieces_of, words_of(clause)))
        yield from chain.from_iterable(map(before_pieces, words_of(before)))
        yield from chain.from_iterable(map(title_pieces, words_of(title)))

    known = [model.index[piece] for piece in pieces() if piece in model.index]
    length = np.sqrt(max((model.importance[known].astype(float) ** 2).sum(), 1e-9))
    return model.weights[known].sum(axis=0) / length + model.bias


def test_the_figures_are_the_sum_over_the_pieces_of_clause_title_and_the_sentence_before():
    model = fresh()
    for parts in some_texts(6):
        found = scored(parts, model)
        wanted, wholes = [], []
        for part in parts:
            before = ""
            for sentence in clauses(part):
                said = [part.plain[each.start : each.end] for each in sentence]
                wanted += [plain_sum(model, [each], before, parts[0].plain) for each in said]
                wholes += [plain_sum(model, said, before, parts[0].plain)] if len(said) > 1 else []
                before = "".join(said)
        np.testing.assert_allclose(found.scores, [*wanted, *wholes], atol=2e-4)


@pytest.mark.parametrize(("title", "before"), [("kok", ""), ("", "je staat de hele dag"), ("kok", "je staat")])
def test_title_and_sentence_before_weigh_with_a_clause(title: str, before: str):
    model, clause = fresh(), "en dat is best zwaar"
    alone = model.finished(model.sums([clause]))
    beside = model.finished(model.sums([clause]) + model.around(title, [before]))
    assert not np.allclose(alone, beside)
    np.testing.assert_allclose(model.finished(model.sums([clause]) + model.around("", [""])), alone)


def test_readers_beside_each_other_read_what_each_reads_alone(monkeypatch: pytest.MonkeyPatch):
    texts = some_texts(40)
    alone = [scored(parts, fresh()).scores for parts in texts[:10]]
    monkeypatch.setattr(module, "_MOST_WORDS", 60)  # so that words that were met are thrown away all the time
    shared = fresh()
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda parts: scored(parts, shared).scores, texts * 3))
    for number, wanted in enumerate(alone):
        for turn in range(3):
            np.testing.assert_allclose(together[number + turn * len(texts)], wanted, atol=1e-5)
