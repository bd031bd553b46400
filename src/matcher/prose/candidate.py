"""A sentence that may stand in the text, with its paragraph and how much it is needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from matcher.prose.fragment import Sentence

MUST = 0
USEFUL = 1
EXTRA = 5  # only to make a very bare case long enough


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may stand in the text.

    Attributes:
        paragraph: 0 or 1.
        need: 0 must stand; a higher number is left out sooner.
        sentence: the sentence.
    """

    paragraph: int
    need: int
    sentence: Sentence


def must_words(candidates: Sequence[Candidate]) -> int:
    """Answer how many words the sentences that must stand have together."""
    return sum(candidate.sentence.words for candidate in candidates if candidate.need == MUST)


def choose(candidates: Sequence[Candidate], smallest: int, target: int, largest: int) -> list[Candidate]:
    """Answer the sentences that stand: all that must, useful ones up to the target, others only to reach the smallest.

    Args:
        candidates: in reading order.
        smallest: fewest words.
        target: words at which useful sentences stop being added.
        largest: most words.

    Returns:
        The chosen candidates in reading order.
    """
    chosen = {place for place, candidate in enumerate(candidates) if candidate.need == MUST}
    total = must_words(candidates)
    tie = count()
    for need, _, place in sorted((c.need, next(tie), place) for place, c in enumerate(candidates) if c.need != MUST):
        wanted = smallest if need >= EXTRA else target
        length = candidates[place].sentence.words
        if total < wanted and total + length <= largest:
            chosen.add(place)
            total += length
    return [candidate for place, candidate in enumerate(candidates) if place in chosen]
