"""Write dates and lists in Dutch."""

from collections.abc import Sequence
from datetime import date

_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def short_date(day: date) -> str:
    """Answer a date of always eleven characters, for columns.

    Example:
        >>> short_date(date(2026, 3, 1))
        ' 1 mrt 2026'
    """
    return f"{day.day:2d} {_SHORT[day.month - 1]} {day.year:04d}"


def month_and_year(day: date) -> str:
    """Answer the month and year, for an axis.

    Example:
        >>> month_and_year(date(2026, 3, 1))
        'mrt 2026'
    """
    return f"{_SHORT[day.month - 1]} {day.year:04d}"


def listed(words: Sequence[str]) -> str:
    """Answer the words as one Dutch list.

    Example:
        >>> listed(("werkgever", "werknemer", "bedrijfsarts"))
        'werkgever, werknemer en bedrijfsarts'
    """
    if not words:
        return ""
    return " en ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
