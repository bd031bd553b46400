"""The calendar as one story: read the facts, date the moments, say what is missing or at risk."""

from dataclasses import replace
from datetime import date

from matcher.domain.case import Case
from matcher.poortwachter.build import Ground, Part, done_late_words, fixed_moment, ground_of, series_moments
from matcher.poortwachter.capacity import no_possibilities_since
from matcher.poortwachter.contract import contract_end, without_employer
from matcher.poortwachter.dutch import listed
from matcher.poortwachter.facts import read_facts
from matcher.poortwachter.model import Calendar, Conflict, Moment, Notice, NoticeKind, Reading, Status
from matcher.poortwachter.notices import in_reading_order, notice
from matcher.poortwachter.rules import rulebook
from matcher.poortwachter.second_track import second_track
from matcher.poortwachter.weeks import last_day_of_week, years_after


def calendar_for(case: Case, on: date, extra: tuple[Moment, ...] = ()) -> Calendar:
    """Answer the Poortwachter calendar of a case on a day.

    Args:
        case: the case. Only its dates, forms' dates and confirmations are used.
        on: the day for which the statuses hold. Forms after this day are not used.
        extra: moments of other parts, for instance the stages of suitable work; they are sorted in.

    Returns:
        All moments in order of due date, notices and conflicts between sources. Without a first sick day
        there are no moments of our own: a notice says which date is missing.

    Example:
        >>> case = Case.model_validate(
        ...     {"schema": "matcher/case/1", "id": "A", "person": {"dates": {"first_sick_day": "2026-01-05"}}}
        ... )
        >>> calendar_for(case, date(2026, 11, 20)).moment("first_year_evaluation").due
        datetime.date(2027, 1, 3)
    """
    facts, notices = read_facts(case, on)
    ground = ground_of(facts)
    part = _parts(ground) if ground else Part()
    moments = tuple(sorted((*part.moments, *extra), key=lambda item: (item.due, item.window_from, item.code)))
    found = [*notices, *part.notices, *_risks(moments)]
    return Calendar(
        case_id=case.id,
        on=on,
        first_sick_day=facts.first_sick_day,
        end_of_waiting=ground.end if ground else None,
        moments=moments,
        notices=in_reading_order(found),
        conflicts=_conflicts(moments),
    )


def _parts(ground: Ground) -> Part:
    track = second_track(ground)
    contract = contract_end(ground)
    moments = (
        *(fixed_moment(ground, rule) for rule in ground.book.moments),
        *_talks(ground),
        *_early_iva(ground),
        *track.moments,
        *contract.moments,
    )
    with_dates = tuple(_say_when_done(moment) for moment in without_employer(ground, moments))
    return Part(with_dates, (*track.notices, *contract.notices, *_general_notices(ground)))


def _talks(ground: Ground) -> tuple[Moment, ...]:
    plan_week = next(rule.window.due_week for rule in ground.book.moments if rule.code == "plan_of_approach")
    planned = last_day_of_week(ground.first, plan_week)
    return tuple(
        moment
        for rule in ground.book.series
        if rule.anchor == "plan_of_approach"
        for moment in series_moments(
            ground, rule, anchor=ground.facts.first_done("plan_of_approach") or planned, until=ground.end
        )
    )


def _early_iva(ground: Ground) -> tuple[Moment, ...]:
    if no_possibilities_since(ground.facts) is None:
        return ()
    moment = fixed_moment(ground, ground.book.early_iva)
    passed = moment.status is Status.NOT_NEEDED
    return (replace(moment, why_nl=ground.book.early_iva_passed_nl) if passed else moment,)


def _say_when_done(moment: Moment) -> Moment:
    words = done_late_words(moment)
    return replace(moment, why_nl=f"{moment.why_nl} {words}") if words else moment


def _general_notices(ground: Ground) -> tuple[Notice, ...]:
    book, aow = ground.book, ground.facts.aow
    found = [notice("keep_file"), notice("expert_opinion")]
    if ground.first < book.holds_from:
        found.append(notice("old_rules"))
    sixty = book.sixty_plus
    near = aow is None or ground.end < aow <= years_after(ground.end, sixty.aow_years_after_gate_at_most)
    if near and ground.end <= sixty.waiting_ends_up_to:
        found.append(Notice("sixty_plus", NoticeKind.INFO, sixty.text_nl, book.cite(sixty.citation)))
    return tuple(found)


def _risks(moments: tuple[Moment, ...]) -> tuple[Notice, ...]:
    """Answer what can follow from being late: always a risk, never a certainty."""
    book = rulebook()
    found = []
    for code, rule in book.risks.items():
        at_risk = [moment for moment in moments if moment.risk == code]
        late = [moment for moment in at_risk if moment.status is Status.LATE]
        done_late = [moment for moment in at_risk if moment.done_late]
        for name, group, text in (
            (code, late, rule.text_nl),
            (f"{code}_done_late", done_late, rule.done_late_text_nl),
        ):
            if group:
                titles = listed(tuple(moment.title_nl for moment in group))
                words = text.format(moments=titles, weeks=rule.weeks)
                found.append(Notice(name, NoticeKind.RISK, words, book.cite(rule.citation)))
    return tuple(found)


def _conflicts(moments: tuple[Moment, ...]) -> tuple[Conflict, ...]:
    book = rulebook()
    shown = {
        name for moment in moments if moment.status is not Status.NOT_NEEDED for name in (moment.code, moment.series)
    }
    return tuple(
        Conflict(
            code=rule.code,
            topic_nl=rule.topic_nl,
            readings=tuple(Reading(reading.source, reading.says_nl) for reading in rule.readings),
            taken_nl=rule.taken_nl,
            citation=book.cite(book.conflict_citation),
        )
        for rule in book.conflicts
        if shown & set(rule.touches)
    )
