"""When a kind of work counts: now, or from a later stage on, and what keeps it out until then."""

from collections.abc import Sequence
from datetime import date

from matcher.domain.case import Case
from matcher.domain.zoekprofiel import KindOfWork, RankedOccupation
from matcher.policy import Stage, StageView, stage_start, stage_views
from matcher.ranking import keeps_out
from matcher.reference.dates import date_in_words
from matcher.reference.tables import read_yaml


def counts_now(kinds: Sequence[KindOfWork]) -> int:
    """Answer how many kinds of work count in the present stage."""
    return sum(1 for kind in kinds if kind.occupation.acceptance == "yes")


def first_counts_from(kinds: Sequence[KindOfWork], case: Case, view: StageView) -> date | None:
    """Answer the day from which the first of the kinds counts; None when time does not say.

    Args:
        kinds: kinds of work, none of which counts now.
        case: for the stages as they hold for it.
        view: the stage that applies, with its clock.
    """
    waiting = [kind.occupation for kind in kinds if kind.occupation.acceptance == "not_yet"]
    stages = sorted(each.opens_at for each in waiting if each.opens_at is not None)
    if not stages:
        return None
    first = stage_start(view, stage_views(case.policy, view.on)[stages[0]])
    return first if first is not None and first > view.on else None


def none_now_sentence(first: date | None) -> str:
    """Answer the statement that no kind of work counts now.

    Args:
        first: when the first one counts; None when that is not known.

    Example:
        >>> none_now_sentence(None).split(".")[0]
        'In deze fase telt geen van deze soorten werk mee'
    """
    words = read_yaml("zoekprofiel.yaml")["later"]
    return str(words["none_now"] if first is None else words["none_now_from"].format(date=date_in_words(first)))


def later_because(occupation: RankedOccupation, stage: Stage) -> tuple[str, ...]:
    """Answer what keeps an occupation out of the stage that applies: `experience`, `education`, or neither.

    Args:
        occupation: the ranked occupation.
        stage: the stage that applies.
    """
    return keeps_out(occupation.contributions, stage) if occupation.acceptance == "not_yet" else ()
