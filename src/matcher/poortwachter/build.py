"""Turn rules and facts into moments."""

from dataclasses import dataclass
from datetime import date, timedelta

from matcher.domain.citation import Citation
from matcher.poortwachter.facts import Facts
from matcher.poortwachter.model import Moment, Notice, Status
from matcher.poortwachter.rules import CitedRule, FixedRule, MomentRule, Rulebook, SeriesRule, rulebook
from matcher.poortwachter.status import status_on
from matcher.poortwachter.weeks import end_of_waiting_time, first_day_of_week, last_day_of_week, week_of, weeks_after
from matcher.reference.dates import date_in_words


@dataclass(frozen=True, slots=True)
class Ground:
    """What every moment stands on: the facts, the first sick day and the last day of the waiting time."""

    facts: Facts
    first: date
    end: date

    @property
    def on(self) -> date:
        """Answer the day of the calendar."""
        return self.facts.on

    @property
    def book(self) -> Rulebook:
        """Answer the rules."""
        return rulebook()

    def cite(self, rule: CitedRule) -> Citation:
        """Answer the citation of a rule."""
        return self.book.cite(rule)


@dataclass(frozen=True, slots=True)
class Part:
    """The moments and notices of one part of the calendar."""

    moments: tuple[Moment, ...] = ()
    notices: tuple[Notice, ...] = ()


def ground_of(facts: Facts) -> Ground | None:
    """Answer what the moments stand on; None without a first sick day."""
    if facts.first_sick_day is None:
        return None
    end = end_of_waiting_time(facts.first_sick_day)
    return Ground(facts, facts.first_sick_day, end)


def make(
    ground: Ground,
    rule: MomentRule,
    *,
    due: date,
    window_from: date | None = None,
    done_on: date | None = None,
    status: Status | None = None,
    why_nl: str | None = None,
    citation: CitedRule | None = None,
    number: int | None = None,
) -> Moment:
    """Answer one moment.

    Args:
        ground: facts and first sick day.
        rule: the rule that it comes from.
        due: last day on which it is in time.
        window_from: first day on which it is expected; without it the rule's `open_days` before `due`.
        done_on: the recorded day.
        status: when something else than the dates decides.
        why_nl: when another text than the rule's own holds.
        citation: when another source than the rule's own decides.
        number: place in a series.
    """
    opens = min(window_from or due - timedelta(days=rule.open_days), due)
    return Moment(
        code=rule.code if number is None else f"{rule.code}_{number:02d}",
        title_nl=rule.title_nl.format(number=number),
        due=due,
        window_from=opens,
        who=rule.who,
        status=status or _status(ground.on, rule, opens, due, done_on),
        why_nl=why_nl or rule.why(ground.first),
        citation=ground.cite(citation or rule.citation),
        done_on=done_on,
        week=week_of(ground.first, due),
        output_nl=rule.output_nl,
        agenda_nl=rule.agenda_nl,
        series=rule.code if number is not None else None,
        risk=rule.late_risk,
    )


def _status(on: date, rule: MomentRule, opens: date, due: date, done_on: date | None) -> Status:
    status = status_on(on, window_from=opens, due=due, done_on=done_on)
    if status is Status.LATE and rule.kind != "duty":
        return Status.DONE if rule.kind == "passes" else Status.NOT_NEEDED
    return status


def fixed_moment(ground: Ground, rule: FixedRule) -> Moment:
    """Answer a moment with a window in weeks; a recorded earlier moment may bring its due date forward."""
    due = last_day_of_week(ground.first, rule.window.due_week)
    window_from = first_day_of_week(ground.first, rule.window.from_week)
    after = rule.weeks_after_done
    before = ground.facts.first_done(after.moment) if after else None
    if after and before:
        due = min(due, weeks_after(before, after.weeks))
        window_from = min(window_from, before)
    return make(ground, rule, due=due, window_from=window_from, done_on=ground.facts.first_done(rule.done_by))


def series_moments(ground: Ground, rule: SeriesRule, *, anchor: date, until: date) -> tuple[Moment, ...]:
    """Answer the moments of a series: each is due some weeks after the one before, as it was really held.

    Args:
        ground: facts and first sick day.
        rule: the rule of the series.
        anchor: the day from which the first is counted.
        until: no moment is due after this day.
    """
    held = [day for day in ground.facts.done.get(rule.done_by or "", ()) if anchor < day <= until]
    moments: list[Moment] = []
    while (due := weeks_after(anchor, rule.every_weeks)) <= until:
        done_on = held.pop(0) if held else None
        window_from = due - timedelta(days=rule.open_days)
        moments.append(
            make(
                ground,
                rule,
                due=due,
                window_from=min(window_from, done_on or window_from),
                done_on=done_on,
                number=len(moments) + 1,
            )
        )
        anchor = done_on or due
    return tuple(moments)


def done_late_words(moment: Moment) -> str:
    """Answer the sentence about a recorded day, or nothing when none is recorded."""
    if moment.done_on is None or moment.status is not Status.DONE:
        return ""
    days = (moment.done_on - moment.due).days
    if days <= 0:
        return f"Gedaan op {date_in_words(moment.done_on)}."
    return f"Gedaan op {date_in_words(moment.done_on)}: {days} {'dag' if days == 1 else 'dagen'} te laat."
