"""Words beside a score that make it doubtful: of an earlier form, changed, or with more degrees to choose from."""

from collections.abc import Sequence

from matcher.papers.found import Doubt
from matcher.papers.grammar import score_at_start
from matcher.papers.vocabulary import doubt_pattern
from matcher.papers.weighing import Evidence, Kind
from matcher.reference.text_signals import plain


def suspicion(evidence: Sequence[Evidence], texts: Sequence[str]) -> Doubt | None:
    """Answer why a score that seems clear may not hold, or None.

    Args:
        evidence: the scores that an item shows.
        texts: the words beside them.

    Example:
        >>> suspicion((), ("in de vorige lijst",))
        <Doubt.PAST: 'past'>
    """
    beside = " | ".join(plain(text) for text in texts)
    if doubt_pattern("past").search(beside) or doubt_pattern("changed").search(beside):
        return Doubt.PAST
    halves = [text for text in texts if doubt_pattern("half_a_score").fullmatch(plain(text))]
    norm = bool(evidence) and all(found.levels == (0,) for found in evidence)
    none_more = norm and all(doubt_pattern("none_more").fullmatch(plain(text)) for text in halves)
    if halves and not none_more:
        return Doubt.SEVERAL_SCORES  # "niet / / /" and further on "beperkt": the words between are struck out
    if doubt_pattern("opinion").search(beside):
        return Doubt.MENTIONED
    if norm and doubt_pattern("but").search(beside):
        return Doubt.OTHER_DEGREE_IN_TEXT
    for found in evidence:
        behind = plain(found.rest)
        if doubt_pattern("unsure_behind").search(behind):
            return Doubt.UNKNOWN_LEVEL
        if found.kind is Kind.WORD and found.levels == (0,) and doubt_pattern("norm_under").match(behind):
            return Doubt.OTHER_DEGREE_IN_TEXT
        other = score_at_start(behind.lstrip(" /|,;-"))
        if found.kind is Kind.WORD and other is not None and other.word:
            return Doubt.SEVERAL_SCORES  # the words of the scale are printed, and one is marked in a way we cannot see
    return None
