"""Every output of the words for one match, and everything that is wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from matcher import Case, InputError, Match, load_catalogue, match
from matcher.dossier import decided
from matcher.prose import (
    Audience,
    Explanation,
    ProfileText,
    Sentence,
    compose_text,
    explain,
    explanation_markdown,
    explanation_text,
    lint_explanation,
    lint_text,
)  # fmt: skip

TEXT_READERS = tuple(reader for reader in Audience if reader is not Audience.DOCTOR)
EXPLAINED = (
    (Audience.WORKER, "nl"), (Audience.WORKER, "en"), (Audience.COACH, "nl"), (Audience.LABOUR_EXPERT, "nl"),
    (Audience.DOCTOR, "nl"),
)  # fmt: skip
# What the coach may see of the form's own words; nobody else, and no text at all, may hold any of these.
MARKERS = re.compile(r"qzx|13[.,]37|77[.,]77|hernia|depressie|operatie|klingon|philips|jansen|bol\.com", re.IGNORECASE)
COACH_MARKERS = re.compile(r"77[.,]77|hernia|depressie|operatie|qzxbezwaar|qzxreden", re.IGNORECASE)
FIGURES_FOR = frozenset({Audience.COACH, Audience.LABOUR_EXPERT})
OWN_WORDS_FOR = frozenset({Audience.COACH, Audience.DOCTOR})
WAGE = re.compile(r"\b(?:loon|uurloon|salaris|wage of)\b", re.IGNORECASE)


@dataclass(slots=True)
class Seen:
    """What was looked at, over all cases."""

    cases: int = 0
    refused: int = 0
    texts: int = 0
    explanations: int = 0
    fewest: int = 999
    most: int = 0
    faults: list[str] = field(default_factory=list)
    words: set[str] = field(default_factory=set)


def outputs(result: Match, case: Case) -> Iterator[ProfileText | Explanation]:
    """Answer every text and explanation of a match."""
    for reader in TEXT_READERS:
        yield compose_text(result, case, reader)
    for reader, language in EXPLAINED:
        yield explain(result, case, reader, language)


def look_at(raw: dict[str, Any], on: date, seen: Seen) -> None:
    """Make every output of a raw case and note every fault. A case that the program refuses is counted apart."""
    case = Case.model_validate(raw)
    try:
        catalogue = load_catalogue()
        result = decided(match(case, on, catalogue), case, catalogue)
    except InputError:
        seen.refused += 1
        return
    seen.cases += 1
    for made in outputs(result, case):
        seen.faults += [f"{case.id}: {fault}" for fault in faults(made)]
        if isinstance(made, ProfileText):
            seen.texts += 1
            seen.fewest, seen.most = min(seen.fewest, made.words), max(seen.most, made.words)
        else:
            seen.explanations += 1


def faults(made: ProfileText | Explanation) -> Iterator[str]:
    """Answer everything wrong with one output: linter, planted words, figures and wage."""
    if isinstance(made, ProfileText):
        reader, whole = made.audience, made.text
        found = lint_text(made, made.audience)
    else:
        reader, whole = made.reader, explanation_text(made) + explanation_markdown(made)
        found = lint_explanation(made)
    label = f"{type(made).__name__} for {reader}"
    yield from (f"{label}: {fault.code} at {fault.where}" for fault in found)
    figures = isinstance(made, Explanation) and reader in FIGURES_FOR
    # The labour expert and the coach see the figure that the doctor named. The form's own words go to the coach, and
    # back to the doctor in a question; nothing medical and no reason of the coach goes to anybody.
    own_words = isinstance(made, Explanation) and reader in OWN_WORDS_FOR
    planted = {hit.lower() for hit in (COACH_MARKERS if own_words else MARKERS).findall(whole)}
    planted -= {"13,37", "13.37"} if figures else set()
    if planted:
        yield f"{label}: planted words {planted}"
    if WAGE.search(whole) and not (isinstance(made, Explanation) and reader in {Audience.COACH, Audience.WORKER}):
        yield f"{label}: wage"
    yield from (f"{label}: {fault}" for sentence in made.sentences for fault in untraced(sentence, reader))


def untraced(sentence: Sentence, reader: Audience) -> Iterator[str]:
    """Answer every number without a source that the reader may see."""
    for piece in sentence.fragments:
        if any(sign.isdigit() for sign in piece.text) and not (piece.source_ref and reader in piece.audiences):
            yield f"number without a source in {sentence.key}"
