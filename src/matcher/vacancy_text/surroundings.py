"""Where the clause that speaks of a channel stands: in which part, how far on, who does it there, what else is said."""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from matcher.reference.tables import read_yaml
from matcher.vacancy_text.clause_model import Floats
from matcher.vacancy_text.passage import TITLE, Section
from matcher.vacancy_text.scored import Scored

_SECTIONS = (Section.ASKS, Section.OFFERS, Section.ABOUT, Section.WISHES)
_WHO = ("self", "employer", "others")
SURROUNDINGS = (
    *(f"section_{section.value}" for section in _SECTIONS), "title", "how_far", "words",
    *(f"who_{name}" for name in _WHO), "who_self_in_sentence", "best_elsewhere",
    "clauses", "best_in_clause", "channels_in_clause", "channels_in_text",
)  # fmt: skip
"""What is weighed of the surroundings, in the order of the weights."""

_NOTHING = -1.0
_MAY_SPEAK, _SPEAKS = -0.3, 0.0


@cache
def _who() -> tuple[re.Pattern[str], ...]:
    words = read_yaml("vacancy_clause_model.yaml")["who"]
    return tuple(re.compile(words[name]) for name in _WHO)


def surroundings(all_scored: Scored, at: Sequence[int], chosen: Sequence[int]) -> Floats:
    """Answer a row of signs for each channel that may be spoken of.

    Args:
        all_scored: the clauses of the vacancy.
        at: the clause of each channel that speaks of it most.
        chosen: the column of each channel.
    """
    scores = all_scored.scores[:, :-1]
    sentences = _sentences(all_scored)
    found = np.zeros((len(chosen), len(SURROUNDINGS)), dtype=np.float32)
    of_clause = {row: _of_clause(all_scored, row) for row in set(map(int, at))}
    count = SURROUNDINGS.index("best_elsewhere")
    found[:, :count] = [of_clause[int(row)] for row in at]
    elsewhere = np.where(sentences[:, None] != sentences[None, list(at)], scores[:, list(chosen)], _NOTHING)
    found[:, count] = np.maximum(elsewhere.max(axis=0), _NOTHING)
    found[:, count + 1] = np.log(len(scores))
    found[:, count + 2] = scores[list(at)].max(axis=1)
    found[:, count + 3] = (scores[list(at)] > _MAY_SPEAK).sum(axis=1)
    found[:, count + 4] = (scores.max(axis=0) > _SPEAKS).sum()
    return found


def _sentences(all_scored: Scored) -> NDArray[np.int64]:
    """Answer a number for the sentence of each clause."""
    first: dict[str, int] = {}
    numbers, met = [], 0
    for part, clause in zip(all_scored.parts, all_scored.clauses, strict=True):
        if part.field not in first:
            first[part.field], met = met, met + len(part.starts)
        numbers.append(first[part.field] + part.sentence_at(clause.start))
    return np.array(numbers, dtype=np.int64)


def _of_clause(all_scored: Scored, row: int) -> list[float]:
    part, clause = all_scored.parts[row], all_scored.clauses[row]
    number = part.sentence_at(clause.start)
    section, clear = part.sections[number], part.plain[clause.start : clause.end]
    sentence = part.plain[part.starts[number] : part.ends[number]]
    who = _who()
    return [
        *(float(section is each) for each in _SECTIONS),
        float(part.field == TITLE),
        clause.start / max(1, len(part.plain)),
        float(np.log1p(len(clear.split()))),
        *(float(pattern.search(clear) is not None) for pattern in who),
        float(who[0].search(sentence) is not None),
    ]
