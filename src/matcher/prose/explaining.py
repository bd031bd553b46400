"""Explain a match to one reader: worker, coach, labour expert or doctor. Each gets what is theirs and no more."""

from collections.abc import Iterable

from matcher.domain.case import Case
from matcher.errors import InputError
from matcher.matching import Match
from matcher.prose.audience import Audience
from matcher.prose.explain_coach import coach_blocks
from matcher.prose.explain_doctor import doctor_blocks
from matcher.prose.explain_expert import expert_blocks
from matcher.prose.explain_worker import worker_blocks
from matcher.prose.explanation import Block, Explanation, only_visible
from matcher.prose.wording import Wording, wording_on

READERS = (Audience.WORKER, Audience.COACH, Audience.LABOUR_EXPERT, Audience.DOCTOR)
LANGUAGES = ("nl", "en")
_FILE = "prose_explain.yaml"


def explain(match: Match, case: Case, reader: Audience, language: str = "nl") -> Explanation:
    """Answer an explanation of a match for one reader.

    Args:
        match: what `match` answered for the case.
        case: the case.
        reader: worker, coach, labour-expert or doctor.
        language: nl; for the worker also en.

    Returns:
        Blocks of sentences; every sentence may be read by the reader, and names its source.

    Raises:
        InputError: an employer gets no explanation, and only the worker's explanation is there in English.
    """
    if reader not in READERS:
        raise InputError("Voor een werkgever is er geen uitleg. Kies worker, coach, labour-expert of doctor.")
    if language not in LANGUAGES or (language == "en" and reader is not Audience.WORKER):
        raise InputError("Kies nl. Engels (en) is er alleen voor de werknemer.")
    words = wording_on(match.on, language, _FILE)
    return Explanation(match.on, reader, language, only_visible(tuple(_blocks(match, case, reader, words)), reader))


def _blocks(match: Match, case: Case, reader: Audience, words: Wording) -> Iterable[Block]:
    if reader is Audience.WORKER:
        return worker_blocks(match, case, words)
    if reader is Audience.COACH:
        return coach_blocks(match, words)
    return expert_blocks(match, case, words) if reader is Audience.LABOUR_EXPERT else doctor_blocks(match, words)
