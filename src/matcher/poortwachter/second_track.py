"""The second track: its latest start, what postpones it and what makes it unnecessary."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from matcher.poortwachter.build import Ground, Part, make, series_moments
from matcher.poortwachter.capacity import capacity_since, no_possibilities_since, unstated_since
from matcher.poortwachter.model import Moment, Notice, Status
from matcher.poortwachter.notices import notice
from matcher.poortwachter.rules import CitedRule
from matcher.poortwachter.weeks import (
    first_day_of_week,
    last_day_of_week,
    months_after,
    weeks_after,
    years_after,
)
from matcher.reference.dates import date_in_words


@dataclass(frozen=True, slots=True)
class _Limit:
    """The latest start, why, and what to read with it."""

    due: date
    why_nl: str
    citation: CitedRule
    notices: tuple[Notice, ...]
    arose: date | None = None


@dataclass(frozen=True, slots=True)
class _Exemption:
    """Why no start is needed now."""

    why_nl: str
    citation: CitedRule


def second_track(ground: Ground) -> Part:
    """Answer the moments and notices of the second track.

    Without an evaluation date only the outer limit is shown, with a notice. An exception holds only on dates
    that are recorded: a missing date never makes the track unnecessary.
    """
    start = ground.facts.first_done("second_track_start")
    limit = _limit(ground)
    running = start is not None and start <= ground.on
    perspective = _Perspective() if running else _perspective(ground)
    due = max(limit.due, perspective.until) if perspective.until else limit.due
    moment = _start_moment(ground, replace(limit, due=due), start, perspective.exemption)
    notices = [*limit.notices, *perspective.notices, *_aow_notices(ground, start), *_other_notices(ground)]
    if moment.status.is_open and start and start > moment.due:
        notices.append(notice("start_planned_late", date=start, due=moment.due))
    if start is None and moment.status.is_open and ground.on >= moment.window_from:
        notices.append(notice("missing_track_start"))
    plan = _new_capacity_plan(ground, limit)
    return Part((moment, *perspective.moments, *plan, *_running_track(ground, start)), tuple(notices))


def _limit(ground: Ground) -> _Limit:
    rules = ground.book.second_track
    rule = rules.start
    evaluation = ground.facts.first_done("first_year_evaluation")
    earliest = first_day_of_week(ground.first, rule.evaluation_from_week)
    latest = last_day_of_week(ground.first, rule.evaluation_to_week)
    due = weeks_after(min(max(evaluation or latest, earliest), latest), rule.weeks_after_evaluation)
    arose = capacity_since(ground.facts)
    if arose is not None and arose > (evaluation or latest):
        due = min(max(due, weeks_after(arose, rules.new_capacity.weeks_to_start)), ground.end)
        found = () if evaluation else (notice("missing_evaluation_new_capacity"),)
        why = rules.new_capacity.why_nl.format(date=date_in_words(arose))
        return _Limit(due, why, rules.new_capacity.citation, found, arose)
    why = rule.why(ground.first)
    if evaluation is None:
        known_by_now = ground.on >= earliest
        found = (notice("missing_evaluation"),) if known_by_now else ()
        return _Limit(due, f"{why} {rules.no_evaluation_nl}", rule.citation, found)
    found = ()
    if evaluation < earliest:
        found = (notice("evaluation_early"),)
    elif evaluation > latest:
        found = (notice("evaluation_late"),)
    return _Limit(due, why, rule.citation, found)


def _start_moment(ground: Ground, limit: _Limit, start: date | None, perspective: _Exemption | None) -> Moment:
    rules = ground.book.second_track
    moment = make(
        ground,
        rules.start,
        due=limit.due,
        window_from=limit.arose or first_day_of_week(ground.first, rules.start.warn_from_week),
        done_on=start,
        why_nl=limit.why_nl,
        citation=limit.citation,
    )
    if moment.status is Status.DONE:
        return moment
    exemption = _exemption(ground) or perspective
    if exemption is not None:
        return replace(
            moment,
            status=Status.NOT_NEEDED,
            why_nl=exemption.why_nl,
            citation=ground.cite(exemption.citation),
        )
    if start is not None:
        return replace(moment, why_nl=f"{moment.why_nl} {rules.planned_nl.format(date=date_in_words(start))}")
    return moment


def _exemption(ground: Ground) -> _Exemption | None:
    facts, rules = ground.facts, ground.book.second_track
    returned = facts.first_done("returned_on")
    if returned is not None and returned <= ground.on:
        return _Exemption(rules.returned.why_nl.format(date=date_in_words(returned)), rules.returned.citation)
    agreed = facts.aow_agreement_on
    if agreed is not None and agreed <= ground.on and _aow_near(ground):
        return _Exemption(rules.aow.why_nl.format(date=date_in_words(agreed)), rules.aow.citation)
    none_since = no_possibilities_since(facts)
    if none_since is not None:
        rule = rules.no_possibilities
        return _Exemption(rule.why_nl.format(date=date_in_words(none_since)), rule.citation)
    if facts.marginal and capacity_since(facts) is None:
        return _Exemption(rules.marginal.why_nl, rules.marginal.citation)
    return None


@dataclass(frozen=True, slots=True)
class _Perspective:
    """What the agreed return at the own employer does."""

    exemption: _Exemption | None = None
    until: date | None = None
    moments: tuple[Moment, ...] = ()
    notices: tuple[Notice, ...] = ()


def _perspective(ground: Ground) -> _Perspective:
    """Answer whether a concrete return within the months after the evaluation holds the track back."""
    facts, rule = ground.facts, ground.book.second_track.perspective
    expected = facts.return_expected_on
    if expected is None:
        return _Perspective()
    evaluation = facts.first_done("first_year_evaluation")
    if evaluation is None:
        return _Perspective(notices=(notice("missing_evaluation_perspective"),))
    if expected > months_after(evaluation, rule.months_after_evaluation):
        return _Perspective(notices=(notice("perspective_too_late", date=expected),))
    returned = facts.first_done("returned_on")
    check = make(ground, rule.check, due=expected, done_on=returned)
    if expected >= ground.on:
        exemption = _Exemption(rule.why_nl.format(date=date_in_words(expected)), rule.citation)
        return _Perspective(exemption, expected, (check,))
    passed = () if check.status is Status.DONE else (notice("perspective_passed", date=expected),)
    return _Perspective(None, expected, (check,), passed)


def _new_capacity_plan(ground: Ground, limit: _Limit) -> tuple[Moment, ...]:
    if limit.arose is None:
        return ()
    rule = ground.book.second_track.new_capacity
    due = weeks_after(limit.arose, rule.weeks_to_plan)
    done_on = ground.facts.first_done(rule.plan.done_by, since=limit.arose)
    return (make(ground, rule.plan, due=due, window_from=limit.arose, done_on=done_on),)


def _running_track(ground: Ground, start: date | None) -> tuple[Moment, ...]:
    """Answer the reports, the changes of plan and the end of a track that started or is planned."""
    if start is None or start > ground.end:
        return ()
    rules = ground.book.second_track
    closing = rules.closing
    closed = ground.facts.first_done(closing.moment.done_by)
    close = make(
        ground,
        closing.moment,
        due=min(months_after(start, closing.months_to), ground.end),
        window_from=months_after(start, closing.months_from),
        done_on=closed,
    )
    until = min(closed or ground.end, ground.end)
    reports = [
        moment
        for rule in ground.book.series
        if rule.anchor == "second_track_start"
        for moment in series_moments(ground, rule, anchor=start, until=until)
    ]
    return (*reports, *_changes(ground, start, until), close)


def _changes(ground: Ground, start: date, until: date) -> tuple[Moment, ...]:
    rule = ground.book.second_track.changed_capacity
    newer = [form.date for form in ground.facts.forms if start < form.date <= until]
    return tuple(
        make(
            ground,
            rule.moment,
            due=day + timedelta(days=rule.days),
            window_from=day,
            done_on=ground.facts.first_done(rule.moment.done_by, since=day),
            why_nl=rule.moment.why(ground.first).format(date=date_in_words(day)),
            number=number,
        )
        for number, day in enumerate(newer, start=1)
    )


def _aow_near(ground: Ground) -> bool:
    aow, rule = ground.facts.aow, ground.book.second_track.aow
    return aow is not None and aow <= years_after(ground.end, rule.years_after_gate)


def _aow_notices(ground: Ground, start: date | None) -> tuple[Notice, ...]:
    facts = ground.facts
    found = []
    if facts.aow is not None and facts.aow <= ground.end:
        found.append(notice("aow_before_end"))
    if start is not None and start <= ground.on:
        return tuple(found)
    if facts.aow is None:
        found.append(notice("missing_aow"))
    elif facts.aow_agreement_on is None and _aow_near(ground):
        found.append(notice("aow_possible"))
    elif facts.aow_agreement_on is not None and not _aow_near(ground):
        found.append(notice("aow_too_late"))
    return tuple(found)


def _other_notices(ground: Ground) -> tuple[Notice, ...]:
    facts = ground.facts
    found = []
    returned = facts.first_done("returned_on")
    if returned is not None and returned <= ground.on:
        found.append(notice("returned", date=returned))
    if no_possibilities_since(facts) is not None:
        found.append(notice("reduced_file"))
    unstated = unstated_since(facts)
    if unstated is not None:
        found.append(notice("possibilities_not_stated", date=unstated))
    if facts.marginal:
        arose = capacity_since(facts)
        found.append(notice("marginal") if arose is None else notice("marginal_and_capacity"))
    return tuple(found)
