"""Every clause and sentence of a vacancy with the figures of the clause model."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from matcher.reference.tables import read_yaml
from matcher.vacancy_text.clause_model import ClauseModel, Floats, clause_model
from matcher.vacancy_text.clauses import Clause, clauses
from matcher.vacancy_text.passage import TITLE, Passage


@dataclass(frozen=True, slots=True)
class Scored:
    """The clauses of all parts of a vacancy, and its sentences of more than one.

    Attributes:
        parts: the part that each lies in.
        clauses: where each lies.
        wholes: whether each is a sentence of several clauses.
        channels: codes of the columns of `scores`, but for the last.
        scores: a row each: a figure per channel and, last, one for the polarity.
        cues: whether each holds a word that may deny.
        questions: whether each holds a question mark.
    """

    parts: tuple[Passage, ...]
    clauses: tuple[Clause, ...]
    wholes: NDArray[np.bool_]
    channels: tuple[str, ...]
    scores: Floats
    cues: NDArray[np.bool_]
    questions: NDArray[np.bool_]

    def around(self, field: str, start: int, end: int) -> list[int]:
        """Answer the clauses, not the whole sentences, that share signs with a stretch of a part.

        Args:
            field: name of the part.
            start: first sign of the stretch.
            end: one past its last sign.
        """
        return [
            row
            for row, (part, clause) in enumerate(zip(self.parts, self.clauses, strict=True))
            if clause.start < end and clause.end > start and part.field == field and not self.wholes[row]
        ]


@cache
def may_deny() -> re.Pattern[str]:
    """Answer the words that may deny; wider than those that surely do."""
    return re.compile(read_yaml("vacancy_clause_model.yaml")["cues"]["words"])


def scored(parts: Iterable[Passage], model: ClauseModel | None = None) -> Scored | None:
    """Answer the clauses with their figures; None when there is not a word.

    Args:
        parts: title and text of the vacancy.
        model: another model than the one in force, as the training needs.
    """
    parts = tuple(parts)
    sentences = [(part, sentence) for part in parts for sentence in clauses(part)]
    if not sentences:
        return None
    pieces = [(part, clause) for part, sentence in sentences for clause in sentence]
    model, cues = model or clause_model(), may_deny()
    sums = model.sums([part.plain[clause.start : clause.end] for part, clause in pieces])
    wholes, of_wholes = _wholes(sentences, sums)
    every = [*pieces, *wholes]
    around = model.around(" ".join(part.plain for part in parts if part.field == TITLE), _before(sentences))
    lengths = np.array([len(sentence) for _, sentence in sentences])
    in_sentence = np.concatenate([np.repeat(np.arange(len(sentences)), lengths), np.flatnonzero(lengths > 1)])
    words = [part.plain[clause.start : clause.end] for part, clause in every]
    return Scored(
        parts=tuple(part for part, _ in every),
        clauses=tuple(clause for _, clause in every),
        wholes=np.arange(len(every)) >= len(pieces),
        channels=model.channels,
        scores=model.finished(np.vstack([sums, *of_wholes]) + around[in_sentence]),
        cues=np.array([cues.search(each) is not None for each in words]),
        questions=np.array(["?" in each for each in words]),
    )


def _before(sentences: Sequence[tuple[Passage, tuple[Clause, ...]]]) -> list[str]:
    """Answer for each sentence the one before it in its part, empty for the first."""
    befores = [
        (sentences[0][0], ""),
        *((part, part.plain[each[0].start : each[-1].end]) for part, each in sentences[:-1]),
    ]
    return [plain if of is part else "" for (of, plain), (part, _) in zip(befores, sentences, strict=True)]


def _wholes(
    sentences: Sequence[tuple[Passage, tuple[Clause, ...]]], sums: Floats
) -> tuple[list[tuple[Passage, Clause]], list[Floats]]:
    wholes: list[tuple[Passage, Clause]] = []
    of_wholes: list[Floats] = []
    at = 0
    for part, sentence in sentences:
        if len(sentence) > 1:
            wholes.append((part, Clause(sentence[0].start, sentence[-1].end)))
            of_wholes.append(sums[at : at + len(sentence)].sum(axis=0))
        at += len(sentence)
    return wholes, of_wholes
