"""The stages of suitability as moments on the calendar: when more work starts to count."""

from datetime import date, timedelta

from matcher.domain.case import Case
from matcher.domain.citation import Citation
from matcher.policy import find_stage, stage_views
from matcher.policy.stage import WIDENING, from_week
from matcher.poortwachter import Moment, Party, Status


def stage_moments(case: Case, on: date) -> tuple[Moment, ...]:
    """Answer the day on which each stage starts; none when the clock's first day is not known.

    A stage is a day that passes, not something that somebody does: before it the moment lies ahead, after it is done.

    Args:
        case: the case with its clock and overrides.
        on: the day of the calendar.
    """
    view = find_stage(case, on)
    if view.clock_start is None:
        return ()
    stages = stage_views(case.policy, on)
    return tuple(
        Moment(
            code=f"stage_{code}",
            title_nl=f"Zoeken, fase {code}: {stages[code].label_nl}",
            due=(starts := view.clock_start + timedelta(weeks=from_week(stages[code]))),
            window_from=starts,
            who=(Party.AGENCY,),
            status=Status.DONE if on >= starts else Status.FUTURE,
            why_nl=f"{stages[code].why_nl} Dit is een werkwijze uit de praktijk, geen wet.",
            citation=_citation(stages[code].cells["from_week"].citation),
            done_on=starts if on >= starts else None,
        )
        for code in WIDENING
    )


def _citation(citation: Citation) -> Citation:
    return Citation(citation.source, citation.standing, "Vanaf deze dag telt meer werk mee.")
