"""The words that a fact rests on, with their exact place."""

from matcher.domain.vacancy import Evidence
from matcher.vacancy_text.passage import Passage


def evidence(part: Passage, start: int, end: int) -> Evidence:
    """Answer the evidence between two places, without space at its ends.

    Args:
        part: the part of the vacancy.
        start: first sign.
        end: one past the last sign.

    Example:
        >>> from matcher.vacancy_text.passage import passage
        >>> evidence(passage("text", "Je tilt 10 kg."), 2, 13).quote
        'tilt 10 kg'
    """
    while start < end and part.text[start].isspace():
        start += 1
    while end > start and part.text[end - 1].isspace():
        end -= 1
    return Evidence(part.field, start, end, part.text[start:end])
