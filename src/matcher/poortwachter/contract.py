"""The end of a contract during sickness, and what it does to the rest of the calendar."""

from dataclasses import replace
from datetime import date

from matcher.poortwachter.build import Ground, Part, make
from matcher.poortwachter.model import Moment, Party, Status
from matcher.poortwachter.notices import notice
from matcher.poortwachter.rules import ContractBand
from matcher.reference.dates import date_in_words

_OUTLIVE_THE_CONTRACT = frozenset({Party.EMPLOYEE, Party.UWV})


def contract_end(ground: Ground) -> Part:
    """Answer what the employer hands to UWV when the contract ends within the waiting time."""
    last_day = _last_day(ground)
    if last_day is None:
        return Part()
    band = _band(ground, last_day)
    moment = make(ground, band, due=last_day, done_on=ground.facts.first_done(band.done_by))
    return Part((moment,), (notice("contract_ends", date=last_day),))


def without_employer(ground: Ground, moments: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """Answer the moments with those of the employer after the end of the contract marked as not needed."""
    last_day = _last_day(ground)
    if last_day is None:
        return moments
    return tuple(_ended(ground, moment, last_day) for moment in moments)


def _ended(ground: Ground, moment: Moment, last_day: date) -> Moment:
    survives = set(moment.who) <= _OUTLIVE_THE_CONTRACT or moment.due <= last_day
    if survives or not moment.status.is_open:
        return moment
    rule = ground.book.contract_end.after
    return replace(
        moment,
        status=Status.NOT_NEEDED,
        why_nl=rule.why_nl.format(date=date_in_words(last_day)),
        citation=ground.cite(rule.citation),
    )


def _last_day(ground: Ground) -> date | None:
    """Answer the last day of the contract when it falls within the waiting time."""
    day = ground.facts.contract_end
    return day if day is not None and day < ground.end else None


def _band(ground: Ground, last_day: date) -> ContractBand:
    days_ill = (last_day - ground.first).days + 1
    per_week = ground.book.counting.days_per_week
    return next(
        band
        for band in ground.book.contract_end.bands
        if (band.below_weeks is None or days_ill < band.below_weeks * per_week)
        and (band.to_weeks is None or days_ill <= band.to_weeks * per_week)
    )
