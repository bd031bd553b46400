"""What the coach did with sentences of the text: added, struck, put back or moved; the last action on one counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from matcher.domain.case import Case
from matcher.domain.coach import CoachAction, Hand, Subject
from matcher.prose.candidate import Candidate

FIXED = frozenset({"opening", "closing"})


@dataclass(frozen=True, slots=True)
class SentenceHand:
    """The coach's hand on the sentences of one day.

    Attributes:
        added: sentences that the coach added and did not strike later, with the number of the action in the case.
        struck: sentences that may not stand.
        placed: actions that name a place, oldest first.
    """

    added: dict[str, int]
    struck: frozenset[str]
    placed: tuple[CoachAction, ...]


def sentence_hand(case: Case, on: date) -> SentenceHand:
    """Answer what stands of the coach's actions on sentences; on one day the order of the file counts.

    Args:
        case: the case.
        on: the day of the text; later actions wait.
    """
    about = [(n, a) for n, a in enumerate(case.coach.actions) if a.what is Subject.SENTENCE and a.date <= on]
    added: dict[str, int] = {}
    struck: set[str] = set()
    placed: list[CoachAction] = []
    for number, action in sorted(about, key=lambda pair: pair[1].date):
        text = action.target.strip()
        if action.action is Hand.STRIKE:
            struck.add(text)
            added.pop(text, None)
        elif action.action is Hand.ADD:
            struck.discard(text)
            added[text] = number
        if action.place is not None:
            placed.append(action)
    return SentenceHand(added, frozenset(struck), tuple(placed))


def without_struck(candidates: Sequence[Candidate], hand: SentenceHand) -> list[Candidate]:
    """Answer the candidates that may stand; the fixed first and last sentence stay, and nothing is said twice.

    Args:
        candidates: in reading order.
        hand: what `sentence_hand` answered.
    """
    own = {c.sentence.text for c in candidates if c.sentence.key != "coach"}
    return [
        c
        for c in candidates
        if c.sentence.key in FIXED
        or (c.sentence.text not in hand.struck and (c.sentence.key != "coach" or c.sentence.text not in own))
    ]


def in_coach_order(chosen: Sequence[Candidate], hand: SentenceHand) -> list[Candidate]:
    """Answer the chosen sentences with the moved ones in their place, counted over the whole text from 1.

    A sentence comes in the paragraph of the one whose place it takes, and never before the first or after the last.

    Args:
        chosen: in reading order.
        hand: what `sentence_hand` answered.
    """
    order = list(chosen)
    for action in hand.placed:
        text = action.target.strip()
        moved = next((c for c in order if c.sentence.text == text and c.sentence.key not in FIXED), None)
        if moved is None or action.place is None:
            continue
        order.remove(moved)
        place = min(max(action.place - 1, 1), len(order) - 1)
        order.insert(place, replace(moved, paragraph=order[place].paragraph))
    return order
