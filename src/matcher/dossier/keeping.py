"""Until when the file of a case is kept: some years after the track ended."""

from dataclasses import dataclass
from datetime import date

from matcher.domain.case import Case
from matcher.dossier.rules import rules_on
from matcher.reference.dates import date_in_words

_FILE = "dossier_retention.yaml"


@dataclass(frozen=True, slots=True)
class Retention:
    """Until when a file may be kept.

    Attributes:
        ended_on: the day on which the track ended; None when that is not recorded.
        until: the last day of keeping; None while the end is not known.
        text_nl: what to do, in Dutch.
    """

    ended_on: date | None
    until: date | None
    text_nl: str


def retention(case: Case, on: date) -> Retention:
    """Answer until when the versions file and the case are kept.

    Args:
        case: the case; its track tells when it ended.
        on: the day of looking.

    Returns:
        No last day while no result and no closing date are recorded; the term is never guessed.

    Example:
        >>> case = Case.model_validate({"schema": "matcher/case/1", "id": "voorbeeld-1"})
        >>> retention(case, date(2026, 11, 22)).until is None
        True
    """
    rules = rules_on(_FILE, on)
    years, words = int(rules["years_after_end"]), rules["words"]
    ended = [
        day
        for day in (case.milestones.second_track_closed, case.track.result.date if case.track.result else None)
        if day is not None and day <= on
    ]
    if not ended:
        return Retention(None, None, str(words["open"].format(years=years)))
    until = _years_later(max(ended), years)
    text = words["past" if until < on else "until"].format(date=date_in_words(until), years=years)
    return Retention(max(ended), until, str(text))


def _years_later(day: date, years: int) -> date:
    """Answer the same day some years later; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
