"""What the coach changed by hand in the work and the branches, with the reason. For the coach's eyes."""

from collections.abc import Iterator

from matcher.documents.speech import Speech
from matcher.dossier import CoachedProfile
from matcher.prose import Block, Points, Provenance
from matcher.reference.dates import date_in_words
from matcher.reference.letters import upper_first

_KIND = "track_log"


def hand_blocks(hand: CoachedProfile, speech: Speech) -> Iterator[Block]:
    """Answer the coach's actions on work and branches that were carried out; nothing when there are none.

    Args:
        hand: what `coached` answered.
        speech: the words.
    """
    works = [(each.line, each.engine.title_nl if each.engine else each.line.target) for each in hand.occupations]
    lines = [*works, *((line, upper_first(line.target)) for line in hand.branches)]
    points = tuple(
        speech.say(
            f"hand.{action.action.value}",
            _KIND,
            Provenance.COACH,
            "coach.actions",
            name=name,
            date=date_in_words(action.date),
            place="" if action.place is None else str(action.place),
            reason=action.reason.rstrip("."),
        )
        for line, name in lines
        for action in line.actions
    )
    if points:
        yield speech.title("hand.title", kind=_KIND)
        yield Points(points)
