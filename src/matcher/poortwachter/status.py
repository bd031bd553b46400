"""Where a moment stands on a day."""

from datetime import date

from matcher.poortwachter.model import Status
from matcher.poortwachter.rules import rulebook


def status_on(on: date, *, window_from: date, due: date, done_on: date | None = None) -> Status:
    """Answer the status; without a recorded day it only ever moves from future to late.

    Args:
        on: the day.
        window_from: first day on which the moment is expected.
        due: last day on which it is in time.
        done_on: the recorded day; a planned day after `on` does not count yet.

    Example:
        >>> status_on(date(2026, 2, 15), window_from=date(2026, 2, 9), due=date(2026, 2, 15)).value
        'due'
        >>> status_on(date(2026, 2, 16), window_from=date(2026, 2, 9), due=date(2026, 2, 15)).value
        'late'
    """
    if done_on is not None and done_on <= on:
        return Status.DONE
    if on > due:
        return Status.LATE
    if on >= window_from:
        return Status.DUE
    return Status.DUE_SOON if (window_from - on).days <= rulebook().counting.soon_days else Status.FUTURE
