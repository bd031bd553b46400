"""When a kind of work counts: now, or from a later stage on, and what keeps it out until then.

The stage gives the order only: all kinds of work in the profile are searched.
"""

from collections.abc import Sequence
from datetime import date

from matcher.domain.case import Case
from matcher.domain.zoekprofiel import KindOfWork, RankedOccupation
from matcher.policy import Stage, StageView, stage_start, stage_views
from matcher.poortwachter import end_of_waiting_time
from matcher.ranking import keeps_out
from matcher.reference.dates import date_in_words
from matcher.reference.numbers import number_in_words
from matcher.reference.tables import read_yaml

_STEPS_DOWN = {"own": 0, "own_other_field": 0, "one_lower": 1, "two_lower": 2, "three_lower": 3}


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


def weeks_end(case: Case) -> date | None:
    """Answer the last day of week 104; None without a first sick day.

    Args:
        case: the case with its dates.
    """
    first = case.person.dates.first_sick_day
    return None if first is None else end_of_waiting_time(first)


def nearest_first(kinds: Sequence[KindOfWork]) -> tuple[KindOfWork, ...]:
    """Answer the kinds that do not count yet, the nearest first: own level, then what counts soonest.

    Args:
        kinds: the kinds of work of a profile, best first; equally near ones keep that order.
    """
    waiting = [kind for kind in kinds if kind.occupation.acceptance == "not_yet"]
    return tuple(sorted(waiting, key=_distance))


def in_order(kinds: Sequence[KindOfWork]) -> tuple[KindOfWork, ...]:
    """Answer the kinds in the one order in which every reader sees them: what counts now, then the nearest.

    Args:
        kinds: the kinds of work of a profile, best first.
    """
    waiting = nearest_first(kinds)
    return (*(kind for kind in kinds if kind not in waiting), *waiting)


def _distance(kind: KindOfWork) -> tuple[int, date]:
    level = next((each.level for each in kind.occupation.contributions if each.part == "education"), "")
    return _STEPS_DOWN.get(level, len(_STEPS_DOWN)), kind.counts_from or date.max


def few_now_sentences(kinds: Sequence[KindOfWork], wanted: int) -> tuple[str, ...]:
    """Answer the warning that few kinds of work belong to the present stage, and which ones to take along now.

    Args:
        kinds: the kinds of work of a profile.
        wanted: how many should count now.

    Returns:
        Nothing when enough kinds count now, or when no other kind waits for a later stage.
    """
    words = read_yaml("zoekprofiel.yaml")["later"]
    now, waiting = counts_now(kinds), nearest_first(kinds)
    if now >= wanted or not waiting:
        return ()
    count = words["few_now"].get(now) or words["few_now"]["more"].format(number=number_in_words(now))
    days = [kind.counts_from for kind in waiting if kind.counts_from is not None]
    names = [kind.kind_nl[:1].lower() + kind.kind_nl[1:] for kind in waiting[: wanted - now]]
    listed = " en ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
    found = [str(count), words["order_only"], words["take_along"].format(list=listed)]
    if days:
        found.insert(1, words["from"].format(date=date_in_words(min(days))))
    return tuple(found)


def weeks_end_sentence(end: date | None) -> str:
    """Answer when the 104 weeks end; empty when that is not known.

    Args:
        end: last day of week 104.
    """
    return (
        "" if end is None else str(read_yaml("zoekprofiel.yaml")["later"]["weeks_end"].format(date=date_in_words(end)))
    )


def later_because(occupation: RankedOccupation, stage: Stage) -> tuple[str, ...]:
    """Answer what keeps an occupation out of the stage that applies: `experience`, `education`, or neither.

    Args:
        occupation: the ranked occupation.
        stage: the stage that applies.
    """
    return keeps_out(occupation.contributions, stage) if occupation.acceptance == "not_yet" else ()
